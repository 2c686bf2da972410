import Fields
import Testing

@Suite struct SlotTests {
  struct Inner: Sendable {
    var text: String
    var number: Int?

    static let fields = Fields<Inner>("indre") {
      Field.text("tekst", "Tekst") { $0.text }
      Field.optionalValue("tal", "Tal") { $0.number }
    }
  }

  struct Row: Sendable {
    var inner: Inner
    var words: [String]

    static let fields = Fields<Row>("raekke") {
      Field.record("indre", "Indre", Inner.fields) { $0.inner }
      Field.texts("ord", "Ord", .personal) { $0.words }
    }
  }

  struct Outer: Sendable {
    var flag: Bool
    var maybe: Inner?
    var rows: [Row]
    var day: CalendarDate

    static let fields = Fields<Outer>("ydre") {
      Field.value("flag", "Flag") { $0.flag }
      Field.optionalRecord("maaske", "Måske", Inner.fields) { $0.maybe }
      Field.list("raekker", "Rækker", Row.fields) { $0.rows }
      Field.value("dag", "Dag", .identifying) { $0.day }
    }
  }

  private func text(_ table: SlotTable, _ slot: Slot) -> String {
    String(decoding: table.bytes[Int(slot.offset)..<Int(slot.offset) + Int(slot.length)], as: UTF8.self)
  }

  @Test func placesFieldsOneAfterTheOther() {
    #expect(Outer.fields.type.fields.map(\.slot) == [0, 1, 4, 5])
    #expect(Outer.fields.type.slotCount == 6)
    #expect(Row.fields.type.slotCount == 3)
    #expect(Outer.fields.type["maaske"]?.type == .optional(.record(Inner.fields.type)))
    #expect(Outer.fields.type["mske"] == nil)
  }

  @Test func fillsRecordsOptionalsAndNestedLists() {
    let outer = Outer(
      flag: true, maybe: Inner(text: "æ", number: 3),
      rows: [
        Row(inner: Inner(text: "a"), words: ["x", "y"]), Row(inner: Inner(text: "b", number: -1), words: []),
      ], day: CalendarDate(dayNumber: 9))
    var table = SlotTable()
    Outer.fields.fill(&table, from: outer)
    #expect(table.slots[0].number == 1)
    #expect(table.slots[1].isPresent)
    #expect(text(table, table.slots[2]) == "æ")
    #expect(table.slots[3].number == 3)
    let rows = table.slots[4]
    #expect((rows.number, rows.length) == (2, 2))
    let first = Int(rows.offset)
    #expect(text(table, table.slots[first]) == "a")
    #expect(!table.slots[first + 1].isPresent)
    let words = table.slots[first + 2]
    #expect((0..<2).map { text(table, table.slots[Int(words.offset) + $0]) } == ["x", "y"])
    #expect(text(table, table.slots[first + 3]) == "b")
    #expect(table.slots[first + 4].number == -1)
    #expect(table.slots[first + 5].length == 0)
    #expect(table.slots[5].number == 9)
  }

  @Test func keepsNothingOfTheDocumentBefore() {
    var table = SlotTable()
    Outer.fields.fill(
      &table,
      from: Outer(
        flag: true, maybe: Inner(text: "hemmelig", number: 1), rows: [Row(inner: Inner(text: "c"), words: ["z"])],
        day: CalendarDate(dayNumber: 1)))
    let empty = Outer(flag: false, maybe: nil, rows: [], day: CalendarDate(dayNumber: 2))
    Outer.fields.fill(&table, from: empty)
    var fresh = SlotTable()
    Outer.fields.fill(&fresh, from: empty)
    #expect(table.bytes == fresh.bytes && table.slots.count == fresh.slots.count)
    #expect(zip(table.slots, fresh.slots).allSatisfy { $0.number == $1.number && $0.length == $1.length })
    #expect(!table.slots[1].isPresent && !table.slots[2].isPresent)
  }

  struct Whole: Sendable {
    var inner: Inner
    var day: CalendarDate

    static let fields = Fields<Whole>("helhed") {
      Field.value("dag", "Dag") { $0.day }
      Field.all(of: Inner.fields, \.inner)
    }
  }

  @Test func standsSharedFieldsBesideItsOwn() {
    #expect(Whole.fields.type.fields.map(\.name) == ["dag", "tekst", "tal"])
    #expect(Whole.fields.type.fields.map(\.slot) == [0, 1, 2])
    var table = SlotTable()
    Whole.fields.fill(&table, from: Whole(inner: Inner(text: "t", number: 7), day: CalendarDate(dayNumber: 3)))
    #expect(table.slots.map(\.number) == [3, 0, 7])
    #expect(text(table, table.slots[1]) == "t")
  }

  @Test func refusesAFieldThatIsDeclaredTwice() async {
    await #expect(processExitsWith: .failure) {
      _ = Fields<Inner>("indre") {
        Field.text("tekst", "Tekst") { $0.text }
        Field.text("tekst", "Tekst igen") { $0.text }
      }
    }
  }

  @Test func findsTypesAtPaths() {
    let type = Outer.fields.type
    #expect(type.type(at: "maaske.tal") == .optional(.integer))
    #expect(type.type(at: "raekker.indre.tekst") == .text)
    #expect(type.type(at: "raekker.ord") == .list(.texts, nonEmpty: false))
    #expect(type.type(at: "flag.x") == nil)
    #expect(type.type(at: "maaske.x") == nil)
    #expect(type.type(at: "") == nil)
  }

  @Test(arguments: [
    "http://a.dk", "https://", "https://a", "https://a.dk/\"", "https://a.dk/<", "https://a.dk/ b", "https://a@b.dk",
    "javascript:alert(1)", "https://.dk", "HTTPS://a.dk", "https://a.dk/\n", "https://å.dk",
  ])
  func refusesUnsafeLinks(_ address: String) { #expect(Link(address) == nil) }

  @Test func takesSafeLinks() {
    #expect(Link("https://www.borger.dk/a?b=c&d=%20#e")?.address == "https://www.borger.dk/a?b=c&d=%20#e")
  }

  @Test func namesTypes() {
    #expect(
      FieldType.optional(.list(Inner.fields.type, nonEmpty: true)).description == "optional non-empty list of 'indre'")
    #expect(FieldType.choice(ChoiceType("art", [])).description == "choice 'art'")
    #expect(Secrecy.open < .personal && .personal < Secrecy.identifying)
  }
}
