import Diagnostics

extension TableHeader {
  /// The columns of a copy with errors that tell what was wrong.
  static let comments = ["fejl", "advarsler"]

  /// What `fejl` begins with when the cells of the row cannot be trusted to stand in their columns.
  static let brokenRow = "RÆKKEN ER IKKE HEL"

  /// Says what the columns of a header are; what is wrong with them is reported.
  convenience init(_ row: TableRow, separator: UInt8, _ scanner: inout CaseScanner) {
    var columns: [Column] = []
    for index in row.cells.indices {
      if index == RowCells.columnLimit {
        columns.append(Column(name: row.text(index)))
        break
      }
      if let problem = row.cells[index].problem { scanner.report(problem, row.cells[index], nil) }
      let column = Self.column(named: row.text(index), at: row.cells[index].range.lowerBound, &scanner)
      let first = column.path.flatMap { path in columns.firstIndex { $0.path == path } }
      if let first {
        scanner.reportRepeatedColumn(column, at: row.cells[index].range.lowerBound, first: row.cells[first])
        columns.append(Column(name: column.name))
      } else {
        columns.append(column)
      }
    }
    self.init(row, separator: separator, columns: columns, hasErrors: scanner.diagnostics.hasErrors)
  }

  /// How many cells name a column: of two separators, the right one makes more.
  static func known(_ row: TableRow) -> Int {
    row.cells.indices.prefix(RowCells.columnLimit).count { index in
      switch ColumnNames.shared.meaning(of: ColumnName(row.text(index))) {
      case .unknown: comments.contains(row.text(index))
      default: true
      }
    }
  }

  private static func column(named name: String, at place: Int, _ scanner: inout CaseScanner) -> Column {
    var column = Column(name: name)
    column.isComment = comments.contains(name)
    if column.isComment || column.isUnnamed { return column }
    let written = ColumnName(name)
    switch ColumnNames.shared.meaning(of: written) {
    case .field(let field):
      guard written.numbers.allSatisfy((1...CaseScanner.rowLimit).contains) else {
        scanner.report(
          "unknown-column", "Rækker i en liste har numre fra 1 til \(CaseScanner.rowLimit).", at: place,
          help: "Skriv fx \(field.path(written.numbers.map { _ in 1 })).")
        return column
      }
      column.field = field
      column.numbers = written.numbers
    case .several(let fields): scanner.reportAmbiguousColumn(fields, written.numbers, at: place)
    case .withoutNumber(let field):
      scanner.report(
        "unknown-column", "\(field.path([]).replacing(".1.", with: ".")) står i en liste, og rækkens nummer mangler.",
        at: place, help: "Skriv \(field.path([])), og de næste rækker med 2, 3 og så videre.")
    case .unknown: scanner.reportUnknownColumn(name, at: place)
    }
    return column
  }
}

extension CaseScanner {
  /// Notes what is wrong with how a cell in a column is written, when what is in the row is not read.
  mutating func report(_ problem: TableCell.Problem, _ cell: TableCell, under column: TableHeader.Column?) {
    for step in column?.field?.steps.dropLast() ?? [] { path.append(.field(.passUnretained(step.entry))) }
    report(problem, cell, column?.field?.entry)
    path.removeAll()
  }

  /// Notes what is wrong with how a cell is written.
  mutating func report(_ problem: TableCell.Problem, _ cell: TableCell, _ entry: InputEntry?) {
    switch problem {
    case .quoteInside(let place):
      report(
        "csv-quote", "\(begun(entry, "her")) står et anførselstegn inde i en celle, der ikke begynder med et.",
        at: place,
        help: "Sæt anførselstegn om hele cellen, og skriv dem inde i den dobbelt: \"Café \"\"Æblet\"\"\".", entry: entry
      )
    case .textAfterQuote(let place):
      report(
        "csv-text-after-quote", "\(begun(entry, "her")) står mere efter det anførselstegn, der afslutter cellen.",
        at: place,
        help: "Skriv anførselstegn inde i en celle dobbelt (\"\").", entry: entry)
    case .openQuote:
      report(
        "csv-open-quote", "\(begun(entry, "et")) anførselstegn begynder cellen, og intet afslutter den.",
        at: cell.range.lowerBound, help: "Afslut cellen med et anførselstegn.", entry: entry)
    case .tooLong:
      report(
        "csv-cell-too-large", "\(begun(entry, "cellen")) fylder mere end \(grouped(TableCell.byteLimit)) byte.",
        at: cell.range.lowerBound, help: "Forkort teksten, eller se efter, om et anførselstegn mangler.", entry: entry)
    }
  }

  /// The first word of a message after the field's label, or with a capital letter where there is none.
  private func begun(_ entry: InputEntry?, _ word: String) -> String {
    entry == nil ? word.prefix(1).uppercased() + word.dropFirst() : label(entry) + word
  }

  mutating func reportRepeatedColumn(_ column: TableHeader.Column, at place: Int, first: TableCell) {
    let written = source.location(at: UInt32(first.range.lowerBound))
    report(
      "duplicate-column", "Feltet \(column.path ?? "") har allerede en kolonne.", at: place,
      help: "Behold den ene.",
      notes: [Diagnostic.Note("Den første er kolonne \(written.cell ?? "").", at: written)])
  }

  mutating func reportAmbiguousColumn(_ fields: [ColumnField], _ numbers: [Int], at place: Int) {
    let names = fields.prefix(12).map { "\($0.path(numbers)) (\($0.label(numbers)))" }
    let others = fields.count - names.count
    report(
      "ambiguous-column", "Overskriften passer til \(fields.count) felter.", at: place,
      help: "Skriv den sti eller hele betegnelse, der er ment: \(names.joined(separator: ", "))"
        + (others == 0 ? "." : " eller en af \(others) andre; 'mentorbrev schema csv' udskriver dem."))
  }

  mutating func reportUnknownColumn(_ name: String, at place: Int) {
    let numbers = ColumnName(name).numbers
    let candidates = ColumnField.all.flatMap { [$0.path(numbers), $0.label(numbers)] } + TableHeader.comments
    let near = name.utf8.count <= 80 ? suggestion(for: name, among: candidates) : nil
    // Someone may have a name or a number where a heading should be: such a text is not repeated.
    let isWord = near != nil || CaseScanner.looksLikeKey(name, isNear: false)
    let named = isWord ? "ukendt kolonne '\(name)'" : "ukendt kolonne på \(counted(name.unicodeScalars.count))"
    report(
      "unknown-column", near.map { "\(named); mente du '\($0)'?" } ?? "\(named).", at: place,
      help: near.map { "Ret overskriften til '\($0)'." }
        ?? "Kommandoen 'mentorbrev schema fields' viser felterne. Slet kolonnen, hvis den ikke skal bruges.")
  }
}
