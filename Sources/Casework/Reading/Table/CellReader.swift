import Diagnostics
import Fields

/// Reads the cells of a row into declared fields: the same fields, forms and limits as the scanner of JSON, whose reports
/// and checks of characters it uses.
///
/// A cell is text, so numbers, dates and yes or no are written as a Danish spreadsheet writes them. An empty cell is an
/// absent value.
struct CellReader {
  let row: TableRow
  /// What reports, and knows where in the case it is.
  var scanner: CaseScanner
  /// Whether apostrophes before signs were put there by a copy with errors.
  private let isCopy: Bool

  init(_ row: TableRow, _ bytes: UnsafeBufferPointer<UInt8>, source: CaseSource, isCopy: Bool) {
    self.row = row
    self.isCopy = isCopy
    scanner = CaseScanner(bytes, source: source)
  }

  /// Where the first cell begins in which something is written; nil when all are empty.
  func firstPosition(_ members: [Columns.Member]) -> UInt32? {
    func first(_ columns: Columns) -> Int? {
      switch columns {
      case .cell(let column): row.isEmpty(column) ? nil : row.cells[column].range.lowerBound
      case .record(let members): members.compactMap { first($0.columns) }.min()
      case .list(let rows): rows.compactMap { first(.record($0.members)) }.min()
      }
    }
    return first(.record(members)).map { UInt32(truncatingIfNeeded: $0) }
  }

  /// Fills a record from its columns, unless all of them are empty.
  mutating func record<Value: InputRecord>(_ entry: InputEntry, _ columns: Columns, into place: inout Value?) {
    guard case .record(let members) = columns, let position = firstPosition(members) else { return }
    scanner.path.append(.field(.passUnretained(entry)))
    place = Value(position: position)
    Value.input.fill(members, &self, &place!)
    scanner.path.removeLast()
  }

  /// Fills the rows of a list from their columns; those whose cells are all empty are none.
  mutating func list<Row: InputRecord>(_ entry: InputEntry, _ columns: Columns, into rows: inout [Row]) {
    guard case .list(let numbered) = columns else { return }
    scanner.path.append(.field(.passUnretained(entry)))
    for (_, members) in numbered {
      guard let position = firstPosition(members) else { continue }
      scanner.path.append(.row(rows.count + 1))
      var value = Row(position: position)
      Row.input.fill(members, &self, &value)
      rows.append(value)
      scanner.path.removeLast()
    }
    scanner.path.removeLast()
  }

  // MARK: Texts

  /// Reads a text; white space around it is dropped.
  mutating func text(_ entry: InputEntry, _ form: TextForm, _ columns: Columns) -> Said<String>? {
    checked(entry, form, columns) { checkedString($0, isASCII: $1) }
  }

  /// Reads a text as a type of its own.
  mutating func value<Value: TextValue>(
    _ entry: InputEntry, _ type: Value.Type, _ columns: Columns
  ) -> Said<Value>? {
    checked(entry, Value.form, columns) { Value(checked: $0, isASCII: $1) }
  }

  private mutating func checked<Value>(
    _ entry: InputEntry, _ form: TextForm, _ columns: Columns,
    _ make: (UnsafeBufferPointer<UInt8>, _ isASCII: Bool) -> Value?
  ) -> Said<Value>? {
    guard let cell = written(entry, columns) else { return nil }
    if let lineBreak = cell.lineBreak, !form.isMultiline {
      scanner.reportLineBreak(at: lineBreak, entry)
      return nil
    }
    let outcome: Result<Value, TextProblem> = cell.text.withUnsafeBufferPointer { text in
      let text = trimmed(text)
      if var problem = form.problem(in: text) {
        problem.help = lostDigits(text, form) ?? problem.help
        return .failure(problem)
      }
      return make(text, cell.isASCII).map { .success($0) } ?? .failure(form.mismatch)
    }
    switch outcome {
    case .success(let value): return Said(value, at: UInt32(truncatingIfNeeded: cell.position))
    case .failure(let problem):
      scanner.report(problem, at: cell.position, entry)
      return nil
    }
  }

  /// What a spreadsheet has probably done to a number that it took for a quantity.
  private func lostDigits(_ text: UnsafeBufferPointer<UInt8>, _ form: TextForm) -> String? {
    let wanted: Int
    switch form {
    case .digits(let count): wanted = count
    case .postcode: wanted = 4
    case .civilRegistrationNumber: wanted = 10
    default: return nil
    }
    let isShortened = text.contains(UInt8(ascii: "E")) && text.contains(UInt8(ascii: "+"))
    let hasLostZero = text.count == wanted - 1 && text.allSatisfy(isDigit)
    guard isShortened || hasLostZero else { return nil }
    return isShortened
      ? "Regnearket har afrundet nummeret. Gør kolonnen til tekst, og skriv nummeret igen."
      : "Har regnearket fjernet et nul forrest, så gør kolonnen til tekst, og skriv nummeret igen."
  }

  // MARK: Other values

  /// Reads a day, as Denmark writes it or as ISO does.
  mutating func date(_ entry: InputEntry, _ columns: Columns) -> Said<CalendarDate>? {
    converted(entry, columns) { WrittenDate(inTable: $0).result }
  }

  /// Reads one of some words; capital letters, æ, ø and å do not matter.
  mutating func choice(_ entry: InputEntry, _ words: ChoiceWords, _ columns: Columns) -> Said<Int>? {
    guard let cell = written(entry, columns) else { return nil }
    let text = inASCII(String(decoding: cell.text, as: UTF8.self).lowercased()).trimmingSpaces
    if let found = words.names.firstIndex(where: { $0.lowercased() == text }) {
      return Said(found, at: UInt32(truncatingIfNeeded: cell.position))
    }
    scanner.reportUnknownWord(text, words.names, at: cell.position, entry)
    return nil
  }

  /// Reads yes or no, also as spreadsheets write it.
  mutating func boolean(_ entry: InputEntry, _ columns: Columns) -> Said<Bool>? {
    converted(entry, columns) { text in
      switch String(decoding: text, as: UTF8.self).lowercased() {
      case "ja", "true", "sand": .success(true)
      case "nej", "false", "falsk": .success(false)
      default: .failure(.wrongType("forventede ja eller nej", text, help: "Skriv ja eller nej."))
      }
    }
  }

  /// Reads a whole number within limits.
  mutating func integer(
    _ entry: InputEntry, _ range: ClosedRange<Int>, _ columns: Columns
  ) -> Said<Int>? {
    guard let number = converted(entry, columns, { TableNumber.integer(entry, $0) }) else { return nil }
    if range.contains(number.value) { return number }
    scanner.reportOutOfRange(entry, range, isBelow: number.value < range.lowerBound, at: Int(number.position))
    return nil
  }

  /// Reads kroner with at most two decimals, after a comma or a full stop.
  mutating func amount(
    _ entry: InputEntry, _ kroner: ClosedRange<Int>, _ columns: Columns
  ) -> Said<Amount>? {
    guard let oere = converted(entry, columns, { TableNumber.oere($0) }) else { return nil }
    if (kroner.lowerBound * 100...kroner.upperBound * 100).contains(oere.value) {
      return Said(Amount(oere: oere.value), at: oere.position)
    }
    scanner.reportOutOfRange(entry, kroner, isBelow: oere.value < 0, at: Int(oere.position))
    return nil
  }

  private mutating func converted<Value>(
    _ entry: InputEntry, _ columns: Columns,
    _ convert: (UnsafeBufferPointer<UInt8>) -> Result<Value, TextProblem>
  ) -> Said<Value>? {
    guard let cell = written(entry, columns) else { return nil }
    switch cell.text.withUnsafeBufferPointer({ convert(trimmed($0)) }) {
    case .success(let value): return Said(value, at: UInt32(truncatingIfNeeded: cell.position))
    case .failure(let problem):
      scanner.report(problem, at: cell.position, entry)
      return nil
    }
  }

  // MARK: Cells

  private struct Written {
    var text: [UInt8]
    var position: Int
    var isASCII = true
    /// Where the first line break or tab stands.
    var lineBreak: Int?
  }

  /// What is written in a cell, its characters checked; nil when it is empty or wrong, which is then reported.
  private mutating func written(_ entry: InputEntry, _ columns: Columns) -> Written? {
    guard case .cell(let column) = columns, !row.isEmpty(column) else { return nil }
    let cell = row.cells[column]
    if let problem = cell.problem {
      scanner.report(problem, cell, entry)
      return nil
    }
    var written = Written(text: [], position: cell.range.lowerBound)
    written.text.reserveCapacity(cell.content.count)
    var isGood = true
    var hasMarks = false
    var place = cell.content.lowerBound
    while place < cell.content.upperBound {
      let byte = row.bytes[place]
      var next = place + 1
      switch byte {
      case 0x0A, 0x0D, 0x09:
        written.lineBreak = written.lineBreak ?? place
      case ..<0x20, 0x7F:
        scanner.reportCharacter(UInt32(byte), at: place, entry)
        isGood = false
      case 0x80...:
        written.isASCII = false
        if CombinedLetters.beginsMark(byte) { hasMarks = true }
        scanner.index = place
        if !scanner.multibyte(entry) { isGood = false }
        next = scanner.index
      case UInt8(ascii: "\""): next += 1  // The other one of the two.
      default: break
      }
      if byte == 0x0D {
        // A carriage return ends a line as a line feed does, alone or before one.
        if next == cell.content.upperBound || row.bytes[next] != 0x0A { written.text.append(0x0A) }
      } else {
        written.text += row.bytes[place..<(byte < 0x80 ? place + 1 : next)]
      }
      place = next
    }
    guard isGood else { return nil }
    if hasMarks {
      written.text = Array(CombinedLetters.composed(String(decoding: written.text, as: UTF8.self)).utf8)
    }
    if isCopy { Apostrophe.takeAway(&written.text) }
    return written
  }
}

extension String {
  /// Without the spaces around it.
  fileprivate var trimmingSpaces: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
