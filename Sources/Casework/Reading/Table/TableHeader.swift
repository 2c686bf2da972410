import Diagnostics

/// Which cells of a row make up a value of a case: the header, turned into the shape of the case.
indirect enum Columns: Sendable {
  /// The value of one field, in a column.
  case cell(Int)
  /// The fields of a record.
  case record([Member])
  /// The rows of a list, by the numbers that the header gives them.
  case list([(number: Int, members: [Member])])

  /// A field by its place in the declaration, and the columns that its value stands in.
  struct Member: Sendable {
    var index: Int
    var columns: Columns
  }
}

/// The first row of a table: what its columns are.
final class TableHeader: Sendable {
  /// One column.
  struct Column: Sendable {
    /// The name as it was written.
    var name: String
    /// The field, with the numbers of the rows of lists; nil when the column is none.
    var field: ColumnField?
    var numbers: [Int] = []
    /// What is not read: `fejl` and `advarsler`, which a copy with errors has.
    var isComment = false

    /// Whether there is no name.
    var isUnnamed: Bool { name.allSatisfy(\.isWhitespace) }

    /// The path of the field with the numbers of rows.
    var path: String? { field?.path(numbers) }
  }

  /// The row as it was written, UTF-8.
  let text: [UInt8]
  /// The byte between cells.
  let separator: UInt8
  /// The columns in their order, and one column with all that stands beyond the limit.
  let columns: [Column]
  /// How many columns there are, also beyond the limit.
  let width: Int
  /// The columns as the shape of a case.
  let members: [Columns.Member]
  /// Whether the header has errors, so that no row can become a case.
  let hasErrors: Bool

  /// Whether the table is a copy with errors, in which an apostrophe keeps spreadsheets from taking a cell for a formula.
  var isCopy: Bool { columns.contains(where: \.isComment) }

  init(_ row: TableRow, separator: UInt8, columns: [Column], hasErrors: Bool) {
    text = row.bytes
    width = row.width
    self.separator = separator
    self.columns = columns
    self.hasErrors = hasErrors
    members = Self.members(
      columns.enumerated().compactMap { index, column in
        column.field.map { (column: index, steps: $0.steps[...], numbers: column.numbers[...]) }
      })
  }

  private typealias Place = (column: Int, steps: ArraySlice<ColumnField.Step>, numbers: ArraySlice<Int>)

  /// Gathers columns by their first step.
  private static func members(_ places: [Place]) -> [Columns.Member] {
    Dictionary(grouping: places) { $0.steps.first?.index ?? 0 }.sorted { $0.key < $1.key }.map { index, places in
      Columns.Member(index: index, columns: columns(places))
    }
  }

  private static func columns(_ places: [Place]) -> Columns {
    guard let step = places.first?.steps.first, places[0].steps.count > 1 else { return .cell(places[0].column) }
    let inner = places.map { place in
      (
        column: place.column, steps: place.steps.dropFirst(),
        numbers: step.isList ? place.numbers.dropFirst() : place.numbers
      )
    }
    guard step.isList else { return .record(members(inner)) }
    let rows = Dictionary(grouping: zip(places, inner)) { $0.0.numbers.first ?? 0 }
    return .list(rows.sorted { $0.key < $1.key }.map { (number: $0.key, members: members($0.value.map(\.1))) })
  }

  /// What a spreadsheet calls a column: `A` … `Z`, `AA` ….
  static func letters(_ index: Int) -> String {
    var rest = index
    var letters = ""
    repeat {
      letters = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(rest % 26))) + letters
      rest = rest / 26 - 1
    } while rest >= 0
    return letters
  }
}
