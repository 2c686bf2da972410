public import Diagnostics

/// The text that a case file was read from: turns byte offsets into lines and columns when a message needs them.
public struct CaseSource: Sendable {
  /// The file as the user named it.
  public var file: String { text.file }
  /// The text.
  package var bytes: [UInt8] { text.bytes }
  private let text: SourceText
  private let firstLine: Int
  private let firstColumn: Int
  /// The row of a table that the text is, when it is one.
  private let row: TableRow?

  /// Whether it is the row of a table.
  var isTable: Bool { row != nil }

  /// Creates a source.
  ///
  /// - Parameters:
  ///   - file: the file as the user named it.
  ///   - bytes: its text; offsets count from its first byte.
  ///   - firstLine: the number of the first line, when the text is a piece of a longer one.
  ///   - firstColumn: the column of the first byte in that line.
  public init(file: String = "", bytes: [UInt8] = [], firstLine: Int = 1, firstColumn: Int = 1) {
    self.init(file: file, bytes: bytes, firstLine: firstLine, firstColumn: firstColumn, row: nil)
  }

  /// Creates the source of a row of a table, whose places have cells.
  init(file: String, row: TableRow, firstLine: Int) {
    self.init(file: file, bytes: row.bytes, firstLine: firstLine, firstColumn: 1, row: row)
  }

  private init(file: String, bytes: [UInt8], firstLine: Int, firstColumn: Int, row: TableRow?) {
    self.row = row
    text = SourceText(file: file, bytes: bytes)
    self.firstLine = firstLine
    self.firstColumn = firstColumn
  }

  /// Line and column of a byte offset; an offset beyond the end is the end. A byte order mark takes no column.
  public func location(at position: UInt32) -> SourceLocation {
    var location = text.location(ofByte: Int(position))
    if location.line == 1 { location.column += firstColumn - 1 }
    location.line += firstLine - 1
    location.cell = row?.cellName(at: min(Int(position), text.bytes.count))
    return location
  }

  /// The place of a field that is missing: of a table its empty cell, or the row when there is no such column.
  ///
  /// - Returns: nil for other texts, in which what is missing has no place of its own.
  public func location(ofMissing path: String) -> SourceLocation? {
    guard let row else { return nil }
    if let position = row.position(ofField: path) { return location(at: UInt32(position)) }
    return SourceLocation(file: file, line: firstLine, column: 1)
  }
}
