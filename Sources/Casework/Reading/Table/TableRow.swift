import Diagnostics

/// One row of a table as text: its cells, and what a spreadsheet calls them.
public final class TableRow: Sendable {
  /// The row, UTF-8, without its end of line.
  let bytes: [UInt8]
  /// The cells, and one cell with all that stands beyond the limit for columns.
  let cells: [TableCell]
  /// How many cells the row has, also beyond the limit.
  let width: Int
  /// The number that a spreadsheet gives the row: the header is 1.
  let number: Int
  /// Nil for the header itself.
  let header: TableHeader?

  init(bytes: [UInt8], found: RowCells, number: Int, header: TableHeader?) {
    self.bytes = bytes
    cells = found.cells
    width = found.width
    self.number = number
    self.header = header
  }

  /// The cell that a quotation mark begins and none ends.
  var openCell: Int? {
    cells.firstIndex { cell in
      if case .openQuote = cell.problem { true } else { false }
    }
  }

  /// Whether nothing is written in a cell.
  func isEmpty(_ column: Int) -> Bool {
    bytes[cells[column].content].withUnsafeBufferPointer { trimmed($0).isEmpty }
  }

  /// Whether nothing is written in the cells of a value.
  func isEmpty(_ columns: Columns) -> Bool {
    switch columns {
    case .cell(let column): isEmpty(column)
    case .record(let members): members.allSatisfy { isEmpty($0.columns) }
    case .list(let rows): rows.allSatisfy { isEmpty(.record($0.members)) }
    }
  }

  /// The text of a cell: quotation marks around it taken away, doubled ones undone.
  func text(_ column: Int) -> String {
    let cell = cells[column]
    let text = String(decoding: bytes[cell.content], as: UTF8.self)
    return cell.hasDoubledQuotes ? text.replacing("\"\"", with: "\"") : text
  }

  /// What a spreadsheet calls the cell that a byte belongs to: `Z3`.
  func cellName(at position: Int) -> String {
    let column = cells.lastIndex { $0.range.lowerBound <= position } ?? 0
    return "\(TableHeader.letters(column))\(number)"
  }

  /// Where a field stands that the row leaves empty: its cell, or the first of the cells of a record or list; nil when the
  /// table has no such column.
  func position(ofField path: String) -> Int? {
    guard let header else { return nil }
    let column =
      column(path[...], header.members, CaseFile.input.shape)
      ?? header.columns.firstIndex { $0.path?.hasPrefix(path + ".") == true }
    return column.map { cells[$0].range.lowerBound }
  }

  /// The column of a path. The rows of a list count without those that are empty, as the case holds them.
  private func column(_ path: Substring, _ members: [Columns.Member], _ shape: InputShape) -> Int? {
    let word = path.prefix { $0 != "." }
    let rest = path.dropFirst(word.count + 1)
    guard let member = members.first(where: { shape.entries[$0.index].name == word }) else { return nil }
    switch (member.columns, shape.entries[member.index].type) {
    case (.cell(let column), _): return rest.isEmpty ? column : nil
    case (.record(let inner), .record(let shape)): return column(rest, inner, shape)
    case (.list(let rows), .list(let shape)):
      let digits = rest.prefix { $0 != "." }
      let filled = rows.filter { !isEmpty(.record($0.members)) }
      guard let number = Int(digits), filled.indices.contains(number - 1) else { return nil }
      return column(rest.dropFirst(digits.count + 1), filled[number - 1].members, shape)
    default: return nil
    }
  }
}
