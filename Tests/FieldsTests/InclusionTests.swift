import Fields
import Testing

/// `Field.all`: the fields of a value inside, among the fields of the outer one.
@Suite struct InclusionTests {
  struct Sender: Sendable {
    var name: String
    var unit: String?

    static let fields = Fields<Sender>("afsender") {
      Field.text("navn", "Navn", \.name, .personal)
      Field.optionalText("enhed", "Enhed", \.unit)
    }
  }

  struct Head: Sendable {
    var isDraft: Bool
    var number: String
    var sender: Sender
    var copies: [Sender]

    static let fields = Fields<Head>("hoved") {
      Field.text("nummer", "Sagsnummer", \.number)
      Field.record("afsender", "Afsender", Sender.fields, \.sender)
      Field.list("kopier", "Kopier", Sender.fields, \.copies)
      Field.value("udkast", "Udkast", \.isDraft)
    }
  }

  struct Letter: Sendable {
    var day: CalendarDate
    var head: Head
    var goal: String

    static let fields = Fields<Letter>("brev") {
      Field.value("dag", "Dag", \.day)
      Field.all(of: Head.fields, \.head)
      Field.text("maal", "Mål", \.goal)
    }
  }

  static let letter = Letter(
    day: CalendarDate(dayNumber: 5),
    head: Head(
      isDraft: true, number: "27-1", sender: Sender(name: "Ida", unit: nil),
      copies: [Sender(name: "Bo", unit: "Centret")]), goal: "et job")

  @Test func standsAmongTheOuterFieldsByItsOwnNames() {
    let type = Letter.fields.type
    #expect(type.fields.map(\.name) == ["dag", "nummer", "afsender", "kopier", "udkast", "maal"])
    #expect(type.fields.map(\.slot) == [0, 1, 2, 4, 5, 6])
    #expect(type["nummer"]?.label == "Sagsnummer")
    #expect(type.type(at: "afsender.enhed") == .optional(.text))
    #expect(type.type(at: "hoved") == nil)
  }

  @Test func fillsFromTheValueInside() {
    var table = SlotTable()
    Letter.fields.fill(&table, from: Self.letter)
    #expect(table.slots[0].number == 5)
    #expect(table.text(table.slots[1]) == "27-1")
    #expect(table.text(table.slots[2]) == "Ida")
    #expect(!table.slots[3].isPresent)
    let copy = Int(table.slots[4].offset)
    #expect(table.text(table.slots[copy]) == "Bo")
    #expect(table.text(table.slots[copy + 1]) == "Centret")
    #expect(table.slots[5].number == 1)
    #expect(table.text(table.slots[6]) == "et job")
  }

  @Test func includesWhatIncludes() {
    struct Outer: Sendable {
      var flag: Bool
      var letter: Letter
    }
    let fields = Fields<Outer>("ydre") {
      Field.value("flag", "Flag", \.flag)
      Field.all(of: Letter.fields, \.letter)
    }
    #expect(fields.type.fields.map(\.name) == ["flag", "dag", "nummer", "afsender", "kopier", "udkast", "maal"])
    var table = SlotTable()
    fields.fill(&table, from: Outer(flag: true, letter: Self.letter))
    #expect(table.text(table.slots[3]) == "Ida")
    #expect(table.text(table.slots[7]) == "et job")
  }
}
