import Fields
import Testing

@Suite struct SlotTests {
  struct Inner: Sendable {
    var text: String
    var number: Int?

    static let fields = Fields<Inner>("indre") {
      Field.text("tekst", "Tekst", \.text)
      Field.optionalValue("tal", "Tal", \.number)
    }
  }

  struct Row: Sendable {
    var inner: Inner
    var words: [String]

    static let fields = Fields<Row>("raekke") {
      Field.record("indre", "Indre", Inner.fields, \.inner)
      Field.texts("ord", "Ord", \.words, .personal)
    }
  }

  struct Outer: Sendable {
    var flag: Bool
    var maybe: Inner?
    var rows: [Row]
    var day: CalendarDate

    static let fields = Fields<Outer>("ydre") {
      Field.value("flag", "Flag", \.flag)
      Field.optionalRecord("maaske", "Måske", Inner.fields, \.maybe)
      Field.list("raekker", "Rækker", Row.fields, \.rows)
      Field.value("dag", "Dag", \.day, .identifying)
    }
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
    #expect(table.text(table.slots[2]) == "æ")
    #expect(table.slots[3].number == 3)
    let rows = table.slots[4]
    #expect((rows.number, rows.length) == (2, 2))
    let first = Int(rows.offset)
    #expect(table.text(table.slots[first]) == "a")
    #expect(!table.slots[first + 1].isPresent)
    let words = table.slots[first + 2]
    #expect((0..<2).map { table.text(table.slots[Int(words.offset) + $0]) } == ["x", "y"])
    #expect(table.text(table.slots[first + 3]) == "b")
    #expect(table.slots[first + 4].number == -1)
    #expect(table.slots[first + 5].length == 0)
    #expect(table.slots[5].number == 9)
  }

  @Test func growsAndThenHoldsTheSame() {
    let many = Outer(
      flag: true, maybe: nil,
      rows: (0..<500).map { (row: Int) in Row(inner: Inner(text: "tekst \(row)", number: row), words: ["a\(row)", "b"])
      },
      day: CalendarDate(dayNumber: 1))
    var table = SlotTable()
    for _ in 0..<2 {
      Outer.fields.fill(&table, from: many)
      #expect(table.slots.count == 6 + 500 * 3 + 500 * 2)
      let last = Int(table.slots[4].offset) + 499 * 3
      #expect(table.text(table.slots[last]) == "tekst 499")
      #expect(table.slots[last + 1].number == 499)
      #expect(table.text(table.slots[Int(table.slots[last + 2].offset)]) == "a499")
    }
  }

  /// The sanitizer for threads finds here whether filling changes what it reads.
  @Test func fillsFromSharedRowsOnManyThreads() async {
    let text = "en tekst, der er længere end femten bytes"
    let shared = Outer(
      flag: true, maybe: Inner(text: text), rows: [Row(inner: Inner(text: text), words: [text, "kort"])],
      day: CalendarDate(dayNumber: 1))
    let results = await withTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<8 {
        group.addTask {
          var table = SlotTable()
          for _ in 0..<100 { Outer.fields.fill(&table, from: shared) }
          return table.bytes
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(results == Array(repeating: Array((text + text + text + "kort").utf8), count: 8))
  }

  @Test func leavesACopyOfTheTableAlone() {
    func outer(_ text: String) -> Outer {
      Outer(flag: true, maybe: Inner(text: text), rows: [], day: CalendarDate(dayNumber: 1))
    }
    var table = SlotTable()
    Outer.fields.fill(&table, from: outer("første"))
    let copy = table
    Outer.fields.fill(&table, from: outer("anden"))
    #expect(copy.text(copy.slots[2]) == "første")
    #expect(table.text(table.slots[2]) == "anden")
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
    "javascript:alert(1)", "https://.dk", "https://-a.dk", "https://a-.dk", "https://a..dk", "https://a.d",
    "https://a.12", "https://a_b.dk",
    "https://a.dk:", "https://a.dk:0", "https://a.dk:65536", "https://a.dk:1:2", "https://1.2.3.4", "HTTPS://a.dk",
    "https://a.dk/\n", "https://å.dk",
  ])
  func refusesUnsafeLinks(_ address: String) { #expect(Link(address) == nil) }

  @Test func takesSafeLinks() {
    #expect(Link("https://www.borger.dk/a?b=c&d=%20#e")?.address == "https://www.borger.dk/a?b=c&d=%20#e")
    #expect(Link("https://post.a-b.kommune.dk:8443/x:y@z") != nil)
    #expect(Link("https://xn--kbenhavn-54a.dk?a") != nil)
  }

  @Test func namesTypes() {
    #expect(
      FieldType.optional(.list(Inner.fields.type, nonEmpty: true)).description == "optional non-empty list of 'indre'")
    #expect(FieldType.choice(ChoiceType("art", [])).description == "choice 'art'")
    #expect(Secrecy.open < .personal && .personal < Secrecy.identifying)
  }
}
