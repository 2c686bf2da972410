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

  /// The cells, and one cell with all that stands beyond the limit: a row of separators alone would take gigabytes.
  private(set) var cells: [TableCell] = []
  /// How many cells the row has, also beyond the limit.
  private(set) var width = 0
  /// The bytes of the row without its end of line.
  var length = 0
  /// The bytes of the row with its end of line.
  var next = 0
  /// Whether a cell has perhaps swallowed the rows after its line.
  var isTorn = false

  mutating func add(_ cell: TableCell) {
    width += 1
    guard width > Self.columnLimit + 1, let first = cells.popLast() else { return cells.append(cell) }
    let range = first.range.lowerBound..<cell.range.upperBound
    let isEmpty = first.content.isEmpty && cell.range.isEmpty
    cells.append(TableCell(range: range, content: isEmpty ? first.content : range))
  }
}

/// How far a row is known of which the end has not come yet, so that what comes is read on from there.
struct RowProgress {
  fileprivate var row = RowCells()
  /// The cell that has begun and not ended, and what of it comes after its quotation marks.
  fileprivate var open: (cell: TableCell, rest: Int)?
  /// The next byte to look at.
  fileprivate var index = 0
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

  /// The row that all of these bytes begin with.
  func row(in bytes: UnsafeBufferPointer<UInt8>) -> RowCells {
    var progress = RowProgress()
    return row(in: bytes, isWhole: true, &progress) ?? RowCells()
  }

  /// The row that begins at the first byte, or nil when its end has not come yet.
  ///
  /// - Parameters:
  ///   - isWhole: whether no more bytes will come.
  ///   - progress: what was known of the row when there were fewer bytes.
  func row(in bytes: UnsafeBufferPointer<UInt8>, isWhole: Bool, _ progress: inout RowProgress) -> RowCells? {
    guard readOn(in: bytes, isWhole: isWhole, &progress) else { return nil }
    guard progress.row.isTorn else { return progress.row }
    // A cell that goes on in the next line is open in the first, and that is what will be told.
    let end = bytes.firstIndex(where: isLineEnd) ?? bytes.count
    var first = RowProgress()
    _ = readOn(in: UnsafeBufferPointer(rebasing: bytes[..<end]), isWhole: true, &first)
    first.row.next = lineEnd(in: bytes, at: end)
    return first.row
  }

  /// Reads on to the end of the row; false when it has not come yet.
  private func readOn(
    in bytes: UnsafeBufferPointer<UInt8>, isWhole: Bool, _ progress: inout RowProgress
  ) -> Bool {
    while true {
      guard var (cell, rest) = progress.open ?? begun(in: bytes, isWhole: isWhole, &progress) else { return false }
      // What is left of the cell, or a cell without quotation marks.
      let start = cell.range.lowerBound
      var index = progress.index
      while index < bytes.count, bytes[index] != separator, !isLineEnd(bytes[index]) {
        if bytes[index] == UInt8(ascii: "\""), cell.problem == nil, rest == start {
          cell.problem = .quoteInside(at: index)
        }
        index += 1
      }
      // More of the cell may come, or a line feed behind a carriage return.
      let isCut = index == bytes.count && index <= CaseReader.byteLimit
      if !isWhole, isCut || index + 1 == bytes.count && bytes[index] == 0x0D {
        progress.open = (cell, rest)
        progress.index = index
        return false
      }
      if rest > start, index > rest, cell.problem == nil {
        cell.problem = .textAfterQuote(at: rest)
        if bytes[start..<rest].contains(where: isLineEnd) { progress.row.isTorn = true }
      }
      if rest == start { cell.content = start..<index }
      cell.range = start..<index
      if cell.range.count > TableCell.byteLimit, cell.problem == nil { cell.problem = .tooLong }
      progress.row.add(cell)
      progress.open = nil
      if index < bytes.count, bytes[index] == separator {
        progress.index = index + 1
        continue
      }
      progress.row.length = index
      progress.row.next = lineEnd(in: bytes, at: index)
      return true
    }
  }

  /// The next cell, its quotation marks passed over; nil when it is not certain yet whether it has some or where they end.
  private func begun(
    in bytes: UnsafeBufferPointer<UInt8>, isWhole: Bool, _ progress: inout RowProgress
  ) -> (cell: TableCell, rest: Int)? {
    let start = progress.index
    if start == bytes.count, !isWhole, start <= CaseReader.byteLimit { return nil }
    var cell = TableCell(range: start..<start, content: start..<start)
    if start < bytes.count, bytes[start] == UInt8(ascii: "\"") {
      guard let end = quoted(&cell, in: bytes, isWhole: isWhole) else { return nil }
      progress.index = end.index
      if end.isTorn { progress.row.isTorn = true }
    }
    return (cell, progress.index)
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
