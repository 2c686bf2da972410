import Diagnostics

/// The cases of a table in CSV: one in each row under the header. A bad row never hides those after it.
struct TableCases {
  private var header: TableHeader?
  private var encoding = TableEncoding.undecided
  private var finder = RowFinder(separator: UInt8(ascii: ";"))
  /// The number that a spreadsheet gives the next row.
  private var number = 1
  private var hasRows = false
  private var isFinished = false
  /// The first of the empty rows that are passed over just now, and the last.
  private var empty: (first: SourceLocation, last: Int)?
  /// What has been read and waits for something that must be said before it.
  private var waiting: [UnreadCase] = []

  /// The next case, or what is to be said of the table; nil at the end.
  mutating func next(_ buffer: inout InputBuffer) -> UnreadCase? {
    while true {
      if !waiting.isEmpty { return waiting.removeFirst() }
      if isFinished { return nil }
      if header == nil {
        readHeader(&buffer)
      } else if buffer.has(1) {
        readRow(&buffer)
      } else {
        finish(buffer)
      }
    }
  }

  private mutating func finish(_ buffer: InputBuffer) {
    isFinished = true
    sayWhatIsEmpty()
    if !hasRows, buffer.failure.isEmpty {
      waiting.append(
        Self.remark(
          .warning, "no-cases", "Tabellen har overskrifter, men ingen rækker.", at: buffer.location,
          help: "Se efter, om det er den rigtige fil."))
    }
  }

  // MARK: The header

  private mutating func readHeader(_ buffer: inout InputBuffer) {
    if buffer.skipByteOrderMark() { encoding = .utf8 }
    let location = buffer.location
    guard buffer.has(1) else {
      isFinished = true
      if buffer.failure.isEmpty {
        waiting = [
          Self.remark(
            .error, "csv-empty", "Filen er tom.", at: location,
            help: "Kommandoen 'mentorbrev schema csv' skriver en række med overskrifter at begynde med.")
        ]
      }
      return
    }
    let semicolons = firstRow(&buffer, separator: UInt8(ascii: ";"))
    let commas = firstRow(&buffer, separator: UInt8(ascii: ","))
    // A header of one column has no separator.
    let best = commas.known > semicolons.known ? commas : semicolons
    finder = RowFinder(separator: best.separator)
    encoding = best.encoding
    buffer.skip(best.next)
    number += 1
    let source = CaseSource(file: location.file, row: best.row, firstLine: location.line)
    if best.known == 0 {
      isFinished = true
      waiting = [noHeader(best.row, at: location)]
      return
    }
    if best.outcome == .isWindows1252 { sayWindows1252(at: location) }
    if best.row.bytes.contains(UInt8(ascii: ";")), best.row.bytes.contains(UInt8(ascii: ",")) {
      let name = best.separator == UInt8(ascii: ";") ? "semikolon" : "komma"
      waiting.append(
        Self.remark(
          .note, "csv-separator",
          "Overskrifterne har både komma og semikolon. Filen er læst med \(name) mellem cellerne.",
          at: location))
    }
    let (header, diagnostics) = best.row.bytes.withUnsafeBufferPointer { bytes in
      var scanner = CaseScanner(bytes, source: source)
      if best.outcome == .unknown { scanner.report(TextProblem.unknownEncoding, at: 0) }
      if best.row.width > RowCells.columnLimit {
        scanner.report(
          "csv-too-many-columns", "der er flere end \(grouped(RowCells.columnLimit)) kolonner.", at: 0,
          help: "Se efter, om det er den rigtige fil.")
      }
      return (TableHeader(best.row, separator: best.separator, &scanner), scanner.diagnostics)
    }
    if !diagnostics.isEmpty {
      waiting.append(
        UnreadCase(Reading(diagnostics: diagnostics, location: location, isListed: true, isCase: false)))
    }
    self.header = header
    finder.swallowedSeparators = header.columns.count >= 8 ? header.columns.count - 1 : .max
  }

  private struct FirstRow {
    var separator: UInt8
    var row: TableRow
    var next: Int
    var known: Int
    var encoding: TableEncoding
    var outcome: TableEncoding.Outcome
  }

  /// The first row as it comes out with a separator.
  private func firstRow(_ buffer: inout InputBuffer, separator: UInt8) -> FirstRow {
    let finder = RowFinder(separator: separator)
    var encoding = encoding
    let (bytes, next) = Self.rowBytes(&buffer, finder)
    var row = bytes
    let outcome = encoding.decode(&row)
    let table = TableRow(bytes: row, found: Self.cells(row, finder), number: number, header: nil)
    return FirstRow(
      separator: separator, row: table, next: next, known: TableHeader.known(table), encoding: encoding,
      outcome: outcome)
  }

  private func noHeader(_ row: TableRow, at location: SourceLocation) -> UnreadCase {
    if row.bytes.contains(0x09) {
      return Self.remark(
        .error, "csv-separator", "Cellerne er skilt med tabulatorer, og her læses semikolon eller komma.", at: location,
        help: "Gem filen som CSV med semikolon. Ingen rækker er læst.")
    }
    let count = row.width
    return Self.remark(
      .error, "csv-no-header",
      "Første række er ikke overskrifter: "
        + (count == 1 ? "dens ene celle er ikke" : "ingen af dens \(count) celler er") + " navnet på et felt.",
      at: location,
      help: "Skriv felternes navne i første række; 'mentorbrev schema csv' udskriver dem. Ingen rækker er læst.")
  }

  // MARK: Rows

  private mutating func readRow(_ buffer: inout InputBuffer) {
    guard let header else { return }
    let location = buffer.location
    let (raw, next) = Self.rowBytes(&buffer, finder)
    // What the input could not give whole is told by the reason for it.
    if !buffer.failure.isEmpty, next == buffer.count {
      buffer.skip(next)
      return
    }
    buffer.skip(next)
    if raw.count > CaseReader.byteLimit {
      // The end of the line has perhaps not come yet.
      if next == raw.count { buffer.skipLine() }
      hasRows = true
      number += 1
      return waiting.append(Self.tooLong(at: location))
    }
    var bytes = raw
    let outcome = encoding.decode(&bytes)
    let row = TableRow(bytes: bytes, found: Self.cells(bytes, finder), number: number, header: header)
    number += 1
    if row.cells.indices.allSatisfy(row.isEmpty) {
      empty = (first: empty?.first ?? location, last: location.line)
      return
    }
    sayWhatIsEmpty()
    if outcome == .isWindows1252 { sayWindows1252(at: location) }
    hasRows = true
    waiting.append(UnreadCase(UnreadRow(row: row, outcome: outcome, header: header), at: location))
  }

  /// The bytes of the next row as they are, and how many bytes it has with its end of line.
  private static func rowBytes(_ buffer: inout InputBuffer, _ finder: RowFinder) -> (bytes: [UInt8], next: Int) {
    var progress = RowProgress()
    while true {
      let found = buffer.withBytes { finder.row(in: $0, isWhole: buffer.isAtEnd, &progress) }
      if let found { return (buffer.withBytes { Array($0[..<found.length]) }, found.next) }
      _ = buffer.more()
    }
  }

  private static func cells(_ bytes: [UInt8], _ finder: RowFinder) -> RowCells {
    bytes.withUnsafeBufferPointer(finder.row)
  }

  // MARK: What is said of the table

  private mutating func sayWhatIsEmpty() {
    guard let empty else { return }
    self.empty = nil
    let lines =
      empty.first.line == empty.last
      ? "Linje \(empty.last) er tom" : "Linje \(empty.first.line)-\(empty.last) er tomme"
    waiting.append(Self.remark(.note, "empty-row", "\(lines) og sprunget over.", at: empty.first))
  }

  private mutating func sayWindows1252(at location: SourceLocation) {
    waiting.append(
      Self.remark(
        .note, "encoding", "Filen er læst som Windows-1252, for den er ikke UTF-8.", at: location,
        help: "Se efter, at æ, ø og å står rigtigt i dokumenterne, eller gem som CSV UTF-8."))
  }

  private static func tooLong(at location: SourceLocation) -> UnreadCase {
    let problem = Diagnostic(
      .error, "file-too-large", "Rækken er større end 16 MB, og det er ingen sag.", at: location,
      help: "Se efter, om det er den rigtige fil.")
    return UnreadCase(Reading(diagnostics: [problem], location: location, isListed: true))
  }

  private static func remark(
    _ severity: Diagnostic.Severity, _ id: String, _ message: String, at location: SourceLocation, help: String? = nil
  ) -> UnreadCase {
    UnreadCase(
      Reading(
        diagnostics: [Diagnostic(severity, id, message, at: location, help: help)], location: location,
        isListed: true, isCase: false))
  }
}
