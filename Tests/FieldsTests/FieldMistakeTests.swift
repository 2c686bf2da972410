import Fields
import Testing

/// Mistakes in a declaration stop the program when it is first used, with words that say what to do.
@Suite struct FieldMistakeTests {
  struct Inner: Sendable {
    var name = "a"
    static let fields = Fields<Inner>("indre") { Field.text("navn", "Navn", \.name) }
  }

  struct Outer: Sendable {
    var name = "b"
    var inner = Inner()
    var loud: String { name + "!" }
  }

  private func expectsStop(_ message: String, _ result: ExitTest.Result?) {
    let words = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(words.contains(message), "\(words)")
  }

  @Test func refusesAnIncludedFieldWithAnOwnName() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Fields<Outer>("ydre") {
        Field.text("navn", "Navn", \.name)
        Field.all(of: Inner.fields, \.inner)
      }
    }
    expectsStop(
      "the fields 'ydre' of Outer declare 'navn' twice; fields that are taken in with 'all' keep their names", result)
  }

  @Test func refusesAFieldThatIsDeclaredTwice() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Fields<Inner>("indre") {
        Field.text("navn", "Navn", \.name)
        Field.text("navn", "Navn igen") { $0.name }
      }
    }
    expectsStop("the fields 'indre' of Inner declare 'navn' twice", result)
  }

  @Test func refusesTheKeyPathOfAComputedProperty() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Fields<Outer>("ydre") { Field.text("hoej", "Høj", \.loud) }
    }
    expectsStop("field 'hoej' of Outer: the key path is not of a stored property; use a function", result)
  }

  @Test func refusesAChoiceThatListsItsWordsInAnotherOrder() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      enum Backwards: String, ChoiceValue {
        case first
        case second
        static let choiceName = "baglaens"
        static let allCases: [Backwards] = [.second, .first]
        var label: String { rawValue }
      }
      _ = Backwards.slotForm
    }
    expectsStop("Backwards.allCases must list all cases in the order of their declaration", result)
  }
}
