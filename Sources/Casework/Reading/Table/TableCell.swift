/// One cell of a row, as byte offsets in the row.
struct TableCell: Sendable {
  /// What is wrong with how the cell is written.
  enum Problem: Sendable {
    /// A quotation mark in a cell that does not begin with one.
    case quoteInside(at: Int)
    /// Text between the quotation mark that ends the cell and the next separator.
    case textAfterQuote(at: Int)
    /// A quotation mark begins the cell, and none ends it.
    case openQuote
    /// More bytes than a cell can need.
    case tooLong
  }

  /// The most bytes of a cell: 20,000 characters of up to four bytes, with room for doubled quotation marks.
  static let byteLimit = 100_000

  /// The whole cell, with its quotation marks.
  var range: Range<Int>
  /// What is between the quotation marks, or the whole cell without them.
  var content: Range<Int>
  /// Whether quotation marks stand doubled in the content.
  var hasDoubledQuotes = false
  var problem: Problem?
}

/// Where a row ends, and its cells.
struct RowCells {
  /// More columns than a list of cases can need.
  static let columnLimit = 2_000

  var cells: [TableCell] = []
  /// The bytes of the row without its end of line.
  var length = 0
  /// The bytes of the row with its end of line.
  var next = 0
  /// Whether a cell has perhaps swallowed the rows after its line.
  var isTorn = false
}

/// Finds the cells of rows in RFC 4180's form, strictly.
///
/// A quotation mark that is missing could make a cell of several rows. So when a row of several lines does not come out
/// right, its first line alone is the bad row, and reading goes on with the second.
struct RowFinder {
  /// The byte between cells.
  let separator: UInt8
  /// From so many separators on in one line of a cell, that line is taken for a row that the cell swallowed.
  var swallowedSeparators = Int.max

  /// The row that begins at the first byte, or nil when its end has not come yet.
  ///
  /// - Parameter isWhole: whether no more bytes will come.
  func row(in bytes: UnsafeBufferPointer<UInt8>, isWhole: Bool) -> RowCells? {
    guard let row = cells(in: bytes, isWhole: isWhole) else { return nil }
    guard row.isTorn else { return row }
    // A cell that goes on in the next line is open in the first, and that is what will be told.
    let end = bytes.firstIndex(where: isLineEnd) ?? bytes.count
    var first = cells(in: UnsafeBufferPointer(rebasing: bytes[..<end]), isWhole: true) ?? RowCells()
    first.next = lineEnd(in: bytes, at: end)
    return first
  }

  private func cells(in bytes: UnsafeBufferPointer<UInt8>, isWhole: Bool) -> RowCells? {
    var row = RowCells()
    var index = 0
    while true {
      let start = index
      var cell = TableCell(range: start..<start, content: start..<start)
      if index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
        guard let end = quoted(&cell, in: bytes, isWhole: isWhole) else { return nil }
        index = end.index
        if end.isTorn { row.isTorn = true }
      }
      // What is left of the cell, or a cell without quotation marks.
      let rest = index
      while index < bytes.count, bytes[index] != separator, !isLineEnd(bytes[index]) {
        if bytes[index] == UInt8(ascii: "\""), cell.problem == nil, rest == start {
          cell.problem = .quoteInside(at: index)
        }
        index += 1
      }
      if rest > start, index > rest, cell.problem == nil {
        cell.problem = .textAfterQuote(at: rest)
        if bytes[start..<rest].contains(where: isLineEnd) { row.isTorn = true }
      }
      if rest == start { cell.content = start..<index }
      cell.range = start..<index
      if cell.range.count > TableCell.byteLimit, cell.problem == nil { cell.problem = .tooLong }
      row.cells.append(cell)
      if index == bytes.count {
        row.length = index
        row.next = index
        return isWhole || index > CaseReader.byteLimit ? row : nil
      }
      if bytes[index] == separator {
        index += 1
        continue
      }
      // A line feed may follow that has not come yet.
      if bytes[index] == 0x0D, index + 1 == bytes.count, !isWhole { return nil }
      row.length = index
      row.next = lineEnd(in: bytes, at: index)
      return row
    }
  }

  /// Passes over a cell in quotation marks, from the first to after the last; nil when that has not come yet.
  private func quoted(
    _ cell: inout TableCell, in bytes: UnsafeBufferPointer<UInt8>, isWhole: Bool
  ) -> (index: Int, isTorn: Bool)? {
    let start = cell.range.lowerBound
    var index = start + 1
    var separators = 0
    var hasLines = false
    var hasSwallowed = false
    while index < bytes.count, index - start <= TableCell.byteLimit {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        // Whether it is doubled is told by the next byte.
        if index + 1 == bytes.count, !isWhole { return nil }
        if index + 1 == bytes.count || bytes[index + 1] != byte {
          cell.content = start + 1..<index
          return (index + 1, hasSwallowed)
        }
        cell.hasDoubledQuotes = true
        index += 1
      } else if isLineEnd(byte) {
        hasLines = true
        separators = 0
      } else if byte == separator {
        separators += 1
        if hasLines, separators >= swallowedSeparators { hasSwallowed = true }
      }
      index += 1
    }
    if index == bytes.count, !isWhole, index - start <= TableCell.byteLimit { return nil }
    cell.content = start + 1..<index
    cell.problem = index - start > TableCell.byteLimit ? .tooLong : .openQuote
    return (index, hasLines)
  }
}

private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

/// After the end of line that stands here: a line feed, a carriage return, or both.
private func lineEnd(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
  guard index < bytes.count else { return index }
  let isBoth = bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
  return index + (isBoth ? 2 : 1)
}
