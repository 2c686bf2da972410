/// A field that a column can hold: a single value, with its way through the records and lists of a case.
struct ColumnField: Sendable {
  /// One step of the way.
  struct Step: Sendable {
    /// The field.
    var entry: InputEntry
    /// Its place in its record's declaration.
    var index: Int
    /// Whether it is a list, so that the number of a row follows.
    var isList: Bool
  }

  var steps: [Step]

  /// The declared field itself.
  var entry: InputEntry { steps[steps.count - 1].entry }

  /// The path with the numbers of rows: `mentorstoette.opgaver.1.tekst`.
  func path(_ numbers: [Int]) -> String { joined(numbers, { $0.name }, between: ".", before: ".") }

  /// The Danish labels with the numbers of rows: `Mentorstøtte: Opgaver 1: Opgavetekst`.
  func label(_ numbers: [Int]) -> String { joined(numbers, { $0.label }, between: ": ", before: " ") }

  private func joined(
    _ numbers: [Int], _ word: (InputEntry) -> String, between: String, before: String
  ) -> String {
    var rest = numbers[...]
    return steps.map { $0.isList ? word($0.entry) + before + String(rest.popFirst() ?? 1) : word($0.entry) }
      .joined(separator: between)
  }

  /// All fields of a case, in the order of the declaration.
  static let all: [ColumnField] = fields(CaseFile.input.shape, [])

  private static func fields(_ shape: InputShape, _ before: [Step]) -> [ColumnField] {
    shape.entries.enumerated().flatMap { index, entry -> [ColumnField] in
      switch entry.type {
      case .record(let inner): fields(inner, before + [Step(entry: entry, index: index, isList: false)])
      case .list(let inner): fields(inner, before + [Step(entry: entry, index: index, isList: true)])
      default: [ColumnField(steps: before + [Step(entry: entry, index: index, isList: false)])]
      }
    }
  }
}
