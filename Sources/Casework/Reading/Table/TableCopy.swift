public import Diagnostics

/// A copy of a table with two more columns, `fejl` and `advarsler`: what is wrong in each row, to mend in a spreadsheet.
///
/// The rows and cells are those of the table, with the same separator and the same numbers, so that the cell that a message
/// names is the cell of the copy. UTF-8 with a byte order mark, as spreadsheets expect it. A text that a spreadsheet would
/// take for a formula gets an apostrophe, which reading the copy takes away again. In a row whose cells cannot be trusted to
/// stand in their columns, `fejl` begins with *RÆKKEN ER IKKE HEL*; such a row is refused until a person has mended it and
/// emptied that cell.
public struct TableCopy {
  private var separator = UInt8(ascii: ";")
  private var header: TableHeader?
  /// The number of the next row.
  private var number = 1
  /// What is wrong with the header: told in the first row, for the header holds the names of the columns.
  private var ofHeader: [Diagnostic] = []

  /// Creates an empty copy.
  public init() {}

  /// Whether rows have been copied.
  public var hasRows: Bool { header != nil }

  /// The bytes of the next rows: that of a reading, the header before the first, and empty rows where there were some.
  ///
  /// - Parameters:
  ///   - reading: the readings of one table in their order.
  ///   - diagnostics: everything that is wrong with the case, from reading and from the rules.
  public mutating func rows(for reading: Reading, _ diagnostics: [Diagnostic]) -> [UInt8] {
    guard let row = reading.row, let header = row.header else {
      if !reading.isCase { ofHeader += diagnostics.filter { $0.severity == .error } }
      return []
    }
    var lines = ""
    if self.header == nil {
      self.header = header
      separator = header.separator
      lines = "\u{FEFF}" + line(header.kept.map { header.columns[$0].name } + TableHeader.comments)
      number = 2
    }
    while number < row.number { lines += line(Array(repeating: "", count: header.kept.count + 2)) }
    let said = ofHeader + diagnostics
    ofHeader = []
    var cells = header.kept.map { $0 < row.cells.count ? row.written($0) : "" }
    let errors = Self.text(said.filter { $0.severity == .error })
    cells.append(row.isBroken ? "\(TableHeader.brokenRow): \(errors)" : errors)
    cells.append(Self.text(said.filter { $0.severity == .warning }))
    // Cells beyond the header stand beyond what has been added; those beyond the limit for columns share one cell.
    cells += row.cells.indices.dropFirst(header.columns.count).map(row.written)
    return Array((lines + line(cells)).utf8)
  }

  private mutating func line(_ cells: [String]) -> String {
    number += 1
    let mark = String(UnicodeScalar(separator))
    return cells.map { cell in
      let text = Apostrophe.add(to: cell)
      let isPlain = text.utf8.allSatisfy {
        $0 != separator && $0 != UInt8(ascii: "\"") && $0 != 0x0A && $0 != 0x0D
      }
      return isPlain ? text : "\"\(text.replacing("\"", with: "\"\""))\""
    }.joined(separator: mark) + "\r\n"
  }

  /// The messages of a row in one cell, each with the cell that it is about and its remedy.
  private static func text(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map { diagnostic in
      let cell = diagnostic.location?.cell.map { "\($0): " } ?? ""
      return cell + diagnostic.message + (diagnostic.help.map { " \($0)" } ?? "")
    }.joined(separator: " | ")
  }
}

extension TableHeader {
  /// The columns that a copy keeps.
  fileprivate var kept: [Int] { columns.indices.filter { !columns[$0].isComment } }
}

extension TableRow {
  /// Whether it is not certain that the cells stand in their columns.
  fileprivate var isBroken: Bool {
    width != header?.width || cells.contains { $0.problem != nil }
  }

  /// The text of a cell as the user wrote it, all of it also when its quotation marks are wrong.
  fileprivate func written(_ column: Int) -> String {
    let cell = cells[column]
    if cell.problem != nil { return String(decoding: bytes[cell.range], as: UTF8.self) }
    guard header?.isCopy == true else { return text(column) }
    var text = Array(text(column).utf8)
    Apostrophe.takeAway(&text)
    return String(decoding: text, as: UTF8.self)
  }
}
