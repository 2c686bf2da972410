import Diagnostics

/// A row of a table whose cells have been found, and not read yet.
struct UnreadRow: Sendable {
  let row: TableRow
  /// What its bytes turned out to be.
  let outcome: TableEncoding.Outcome
  let header: TableHeader

  /// Reads the case of the row.
  func read(into reading: inout Reading) {
    let source = CaseSource(file: reading.location.file, row: row, firstLine: reading.location.line)
    row.bytes.withUnsafeBufferPointer { bytes in
      var cells = CellReader(row, bytes, source: source, isCopy: header.isCopy)
      if outcome == .unknown {
        cells.scanner.report(TextProblem.unknownEncoding, at: 0)
      } else if let open = row.openCell {
        // What follows in the row may be anything, and the rows after it are read for themselves.
        cells.scanner.report(.openQuote, row.cells[open], under: header.columns[safe: open])
      } else if row.width != header.width {
        cells.scanner.reportLength(of: row, header)
      } else {
        var caseFile = CaseFile(source: source, position: 0)
        CaseFile.input.fill(header.members, &cells, &caseFile)
        cells.scanner.caseNumber = caseFile.caseNumber?.value
        cells.scanner.reportUnnamed(row, header)
        if header.isCopy { cells.scanner.reportUnmended(row, header) }
        if header.hasErrors {
          cells.scanner.report(
            "header-errors", "Overskrifterne har fejl, så rækken kan ikke blive til en sag.", at: 0,
            help: "Ret overskrifterne i første række.")
        } else {
          reading.caseFile = caseFile
        }
      }
      if !cells.scanner.diagnostics.isEmpty { reading.diagnostics = cells.scanner.sortedDiagnostics }
    }
  }
}

extension TextProblem {
  static let unknownEncoding = TextProblem(
    "encoding", "Teksten er hverken UTF-8 eller Windows-1252; den ser ud til at være gemt til MS-DOS eller Macintosh.",
    help: "Gem som CSV UTF-8.")
}

extension Array {
  /// The element at an index, if there is one.
  fileprivate subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}

extension CaseScanner {
  mutating func report(_ problem: TextProblem, at place: Int) {
    report(problem.id, problem.message, at: place, help: problem.help)
  }

  /// Notes that a row has fewer or more cells than the header, so that none is certain to stand in its column.
  fileprivate mutating func reportLength(of row: TableRow, _ header: TableHeader) {
    let (found, wanted) = (row.width, header.width)
    let numbers = "Rækken har \(found == 1 ? "1 celle" : "\(found) celler"), og der er \(wanted) overskrifter"
    if found < wanted {
      report(
        "csv-short-row", "\(numbers): der mangler \(wanted - found).", at: row.bytes.count,
        help: "Se efter, om et skilletegn mangler. En tom celle har også sit skilletegn.")
    } else {
      report(
        "csv-long-row", "\(numbers).", at: row.cells[min(wanted, RowCells.columnLimit)].range.lowerBound,
        help: header.separator == UInt8(ascii: ",")
          ? "Har en tekst eller et tal komma, skal cellen stå i anførselstegn. Eller gem med semikolon mellem cellerne."
          : "Har en tekst semikolon, skal cellen stå i anførselstegn.")
    }
  }

  /// Notes that a row that was not whole has come back from a copy with errors, where it looks as if it were.
  fileprivate mutating func reportUnmended(_ row: TableRow, _ header: TableHeader) {
    for (index, column) in header.columns.enumerated()
    where column.isComment && row.text(index).hasPrefix(TableHeader.brokenRow) {
      report(
        "unmended-row", "Rækken var ikke hel, da listen blev kontrolleret.", at: row.cells[index].range.lowerBound,
        help: "Se efter, at hver celle står i sin kolonne, og tøm så denne celle.")
    }
  }

  /// Notes texts in columns without a heading.
  fileprivate mutating func reportUnnamed(_ row: TableRow, _ header: TableHeader) {
    for (index, column) in header.columns.enumerated() where column.isUnnamed && !row.isEmpty(index) {
      report(
        "unnamed-column", "Her står noget i en kolonne uden overskrift.", at: row.cells[index].range.lowerBound,
        help: "Giv kolonnen en overskrift, eller tøm cellen.")
    }
  }
}
