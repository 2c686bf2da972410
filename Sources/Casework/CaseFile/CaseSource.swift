public import Diagnostics

/// The text that a case file was read from: turns byte offsets into lines and columns when a message needs them.
///
/// Lines are counted only when asked for, so that a case without problems pays nothing for its positions.
public struct CaseSource: Sendable {
  /// The file as the user named it.
  public let file: String
  private let bytes: [UInt8]
  private let firstLine: Int
  private let firstColumn: Int
  private let firstByte: Int
  /// The row of a table that the text is, when it is one.
  private let row: TableRow?

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
    self.file = file
    self.bytes = bytes
    self.firstLine = firstLine
    self.firstColumn = firstColumn
    firstByte = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// Line and column of a byte offset; an offset beyond the end is the end. A byte order mark takes no column.
  public func location(at position: UInt32) -> SourceLocation {
    let end = min(Int(position), bytes.count)
    var line = firstLine
    var column = firstColumn
    var index = firstByte
    while index < end {
      let byte = bytes[index]
      index += 1
      if byte == 0x0A || (byte == 0x0D && !(index < bytes.count && bytes[index] == 0x0A)) {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1  // Bytes inside a character begin with the bits 10.
      }
    }
    return SourceLocation(file: file, line: line, column: column, cell: row?.cellName(at: end))
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
