import Fields
import Testing

/// Every kind of field, stored and computed, beside what the value itself says.
@Suite struct FieldKindTests {
  enum Colour: String, ChoiceValue {
    case red = "roed"
    case green = "groen"
    case blue = "blaa"
    static let choiceName = "farve"
    var label: String { rawValue }
  }

  enum Only: String, ChoiceValue {
    case one = "en"
    static let choiceName = "kun"
    var label: String { rawValue }
  }

  struct Pair: Sendable {
    var text: String
    var colour: Colour

    static let fields = Fields<Pair>("par") {
      Field.text("tekst", "Tekst", \.text)
      Field.value("farve", "Farve", \.colour)
    }
  }

  /// A choice with values: its fields are computed.
  enum Answer: Sendable {
    case pair(Pair)
    case words(String)

    var pair: Pair? { if case .pair(let pair) = self { pair } else { nil } }
    var words: String? { if case .words(let words) = self { words } else { nil } }

    static let fields = Fields<Answer>("svar") {
      Field.value("erPar", "Er et par") { $0.pair != nil }
      Field.optionalRecord("par", "Par", Pair.fields) { $0.pair }
      Field.optionalText("ord", "Ord") { $0.words }
    }
  }

  struct Everything: Sendable {
    // One byte before each value, so that none lies where it would lie by chance.
    var padding = true
    var text = "tekst"
    var maybeText: String?
    var integer = -7
    var maybeInteger: Int?
    var flag = true
    var maybeFlag: Bool?
    var day = CalendarDate(dayNumber: 20_000)
    var maybeDay: CalendarDate?
    var time = WorkingTime(minutes: 90)
    var maybeTime: WorkingTime?
    var amount = Amount(oere: 123_45)
    var maybeAmount: Amount?
    var decimal = Decimal2(hundredths: 225)
    var maybeDecimal: Decimal2?
    var link = Link("https://www.borger.dk/post")!
    var maybeLink: Link?
    var colour = Colour.blue
    var maybeColour: Colour?
    var only = Only.one
    var maybeOnly: Only?
    var pair = Pair(text: "inden i, og længere end femten bytes", colour: .green)
    var maybePair: Pair?
    var pairs: [Pair] = []
    var words: [String] = []
    var answer = Answer.words("svar")

    static let stored = Fields<Everything>("alt") {
      Field.text("tekst", "", \.text)
      Field.optionalText("maaskeTekst", "", \.maybeText)
      Field.value("tal", "", \.integer)
      Field.optionalValue("maaskeTal", "", \.maybeInteger)
      Field.value("flag", "", \.flag)
      Field.optionalValue("maaskeFlag", "", \.maybeFlag)
      Field.value("dag", "", \.day)
      Field.optionalValue("maaskeDag", "", \.maybeDay)
      Field.value("tid", "", \.time)
      Field.optionalValue("maaskeTid", "", \.maybeTime)
      Field.value("beloeb", "", \.amount)
      Field.optionalValue("maaskeBeloeb", "", \.maybeAmount)
      Field.value("decimal", "", \.decimal)
      Field.optionalValue("maaskeDecimal", "", \.maybeDecimal)
      Field.value("link", "", \.link)
      Field.optionalValue("maaskeLink", "", \.maybeLink)
      Field.value("farve", "", \.colour)
      Field.optionalValue("maaskeFarve", "", \.maybeColour)
      Field.value("kun", "", \.only)
      Field.optionalValue("maaskeKun", "", \.maybeOnly)
      Field.record("par", "", Pair.fields, \.pair)
      Field.optionalRecord("maaskePar", "", Pair.fields, \.maybePair)
      Field.list("parliste", "", Pair.fields, \.pairs)
      Field.texts("ord", "", \.words)
      Field.text("parTekst", "", \.pair.text)
      Field.record("svar", "", Answer.fields, \.answer)
    }

    static let computed = Fields<Everything>("alt") {
      Field.text("tekst", "") { $0.text }
      Field.optionalText("maaskeTekst", "") { $0.maybeText }
      Field.value("tal", "") { $0.integer }
      Field.optionalValue("maaskeTal", "") { $0.maybeInteger }
      Field.value("flag", "") { $0.flag }
      Field.optionalValue("maaskeFlag", "") { $0.maybeFlag }
      Field.value("dag", "") { $0.day }
      Field.optionalValue("maaskeDag", "") { $0.maybeDay }
      Field.value("tid", "") { $0.time }
      Field.optionalValue("maaskeTid", "") { $0.maybeTime }
      Field.value("beloeb", "") { $0.amount }
      Field.optionalValue("maaskeBeloeb", "") { $0.maybeAmount }
      Field.value("decimal", "") { $0.decimal }
      Field.optionalValue("maaskeDecimal", "") { $0.maybeDecimal }
      Field.value("link", "") { $0.link }
      Field.optionalValue("maaskeLink", "") { $0.maybeLink }
      Field.value("farve", "") { $0.colour }
      Field.optionalValue("maaskeFarve", "") { $0.maybeColour }
      Field.value("kun", "") { $0.only }
      Field.optionalValue("maaskeKun", "") { $0.maybeOnly }
      Field.record("par", "", Pair.fields) { $0.pair }
      Field.optionalRecord("maaskePar", "", Pair.fields) { $0.maybePair }
      Field.list("parliste", "", Pair.fields) { $0.pairs }
      Field.texts("ord", "") { $0.words }
      Field.text("parTekst", "") { $0.pair.text }
      Field.record("svar", "", Answer.fields) { $0.answer }
    }

    /// What the slots must say, taken from the properties.
    var expected: [String] {
      func number(_ number: Int?) -> String { number.map(String.init) ?? "-" }
      func pairs(_ pairs: [Pair]) -> String { pairs.map { "\($0.text)/\($0.colour.index)" }.joined(separator: ";") }
      return [
        text, maybeText ?? "-", number(integer), number(maybeInteger), flag ? "1" : "0",
        number(maybeFlag.map { $0 ? 1 : 0 }), number(day.dayNumber), number(maybeDay?.dayNumber),
        number(time.minutes), number(maybeTime?.minutes), number(amount.oere), number(maybeAmount?.oere),
        number(decimal.hundredths), number(maybeDecimal?.hundredths), link.address, maybeLink?.address ?? "-",
        number(colour.index), number(maybeColour?.index), "0", maybeOnly == nil ? "-" : "0", pair.text,
        number(pair.colour.index), maybePair == nil ? "-" : "1", maybePair?.text ?? "-",
        number(maybePair?.colour.index), pairs(self.pairs), words.joined(separator: ";"), pair.text,
        answer.pair == nil ? "0" : "1", answer.pair == nil ? "-" : "1", answer.pair?.text ?? "-",
        number(answer.pair?.colour.index), answer.words ?? "-",
      ]
    }

    static let absent = Everything()
    static let present = Everything(
      text: "", maybeText: "en tekst, der er længere end femten bytes: æøå", maybeInteger: 0, maybeFlag: false,
      maybeDay: CalendarDate(dayNumber: -1), maybeTime: WorkingTime(minutes: 0), maybeAmount: Amount(oere: -1),
      maybeDecimal: Decimal2(hundredths: .max), maybeLink: Link("https://a.dk"), colour: .red, maybeColour: .red,
      maybeOnly: .one, maybePair: Pair(text: "måske", colour: .blue),
      pairs: [Pair(text: "a", colour: .red), Pair(text: "", colour: .blue), Pair(text: "c", colour: .green)],
      words: ["et", "", "tre ord, længere end femten bytes"], answer: .pair(Pair(text: "svar", colour: .green)))
  }

  /// The slots of a document as words: a text, a number, a dash for nothing, rows between semicolons.
  private func contents(_ fields: Fields<Everything>, _ value: Everything) -> [String] {
    var table = SlotTable()
    fields.fill(&table, from: value)
    func words(_ type: RecordType, _ start: Int) -> [String] {
      type.fields.flatMap { field in leaf(field.type, start + field.slot) }
    }
    func leaf(_ type: FieldType, _ index: Int) -> [String] {
      let slot = table.slots[index]
      switch type {
      case .optional(.record(let inner)): return [slot.isPresent ? "\(slot.number)" : "-"] + words(inner, index + 1)
      case .record(let inner): return words(inner, index)
      case .list(let row, _):
        let rows = (0..<Int(slot.length)).map { words(row, Int(slot.offset) + $0 * row.slotCount) }
        return [rows.map { $0.joined(separator: "/") }.joined(separator: ";")]
      default: break
      }
      guard slot.isPresent else { return ["-"] }
      switch type.unwrapped {
      case .text, .link: return [table.text(slot)]
      default: return ["\(slot.number)"]
      }
    }
    return words(fields.type, 0)
  }

  @Test(arguments: [Everything.absent, Everything.present])
  func fillsWhatTheValueSays(_ value: Everything) {
    #expect(contents(Everything.stored, value) == value.expected)
    #expect(contents(Everything.computed, value) == value.expected)
  }

  @Test(arguments: Colour.allCases) func numbersChoicesAsTheirTypeLists(_ colour: Colour) {
    let value = Everything(colour: colour, maybeColour: colour)
    #expect(contents(Everything.stored, value) == value.expected)
    #expect(Colour.choiceType.cases[colour.index].name == colour.rawValue)
  }

  @Test func declaresStoredAndComputedFieldsAlike() {
    #expect(Everything.stored.type.fields == Everything.computed.type.fields)
    #expect(Everything.stored.type["maaskeDag"]?.type == .optional(.date))
    #expect(Everything.stored.type["link"]?.type == .link)
    #expect(Everything.stored.type.slotCount == 33)
  }
}

extension FieldKindTests.Colour {
  var index: Int { Self.allCases.firstIndex(of: self)! }
}
