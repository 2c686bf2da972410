import Diagnostics

/// A case that has been found in a text, and not read yet.
///
/// To find where cases begin is one thread's work, for it takes one byte after the other. Reading them is the larger
/// part of it, and any number of threads can share that.
public struct UnreadCase: Sendable {
  private enum Text {
    /// A whole file.
    case file([UInt8])
    /// A line of JSON Lines.
    case line([UInt8])
    case row(UnreadRow)
    /// Where a case ends in a JSON list is certain only when it has been read.
    case known(Reading)
  }

  private let text: Text
  private let location: SourceLocation

  init(file bytes: [UInt8], named name: String) {
    text = .file(bytes)
    location = SourceLocation(file: name, line: 1, column: 1)
  }

  init(line: [UInt8], at location: SourceLocation) {
    text = .line(line)
    self.location = location
  }

  init(_ row: UnreadRow, at location: SourceLocation) {
    text = .row(row)
    self.location = location
  }

  init(_ reading: Reading) {
    text = .known(reading)
    location = reading.location
  }

  /// The text of the case, from which it can be read again; nil when it is not certain where it ends.
  ///
  /// A row of a table is `csv` with the header above it.
  package var data: (form: InputFormat, bytes: [UInt8])? {
    switch text {
    case .file(let bytes), .line(let bytes): (.json, bytes)
    case .row(let row): (.csv, row.header.text + [0x0A] + row.row.bytes)
    case .known(let reading): reading.caseFile.map { (.json, $0.source.bytes) }
    }
  }

  /// Reads the case; the same result whenever and wherever that is done.
  public func read() -> Reading {
    switch text {
    case .known(let reading): return reading
    case .file(let bytes): return CaseReader().read(bytes, file: location.file)
    case .line(let bytes):
      var reading = Reading(diagnostics: [], location: location, isListed: true)
      let source = CaseSource(file: location.file, bytes: bytes, firstLine: location.line)
      CaseReader().read(bytes, of: source, in: .line, into: &reading)
      return reading
    case .row(let row):
      var reading = Reading(diagnostics: [], location: location, isListed: true)
      reading.row = row.row
      row.read(into: &reading)
      return reading
    }
  }

  /// The case as a tree; nil when anything is wrong with its text, which reading it tells.
  package func tree() -> CaseRecord? {
    switch text {
    case .known(let reading): reading.caseFile.flatMap { CaseRecord(json: $0.source.bytes) }
    case .file(let bytes), .line(let bytes): CaseRecord(json: bytes)
    case .row(let row): CaseRecord(row)
    }
  }

  /// Finds the case in the text that ``data`` gave.
  package init?(form: String, bytes: [UInt8]) {
    let name = "registret"
    guard let format = InputFormat(rawValue: form) else { return nil }
    guard format == .csv else {
      self.init(file: bytes, named: name)
      return
    }
    var rest = bytes
    var stream = CaseStream(file: name, format: .csv) {
      defer { rest = [] }
      return rest
    }
    // What is said of the table comes before its one row.
    while let found = stream.nextUnread() {
      if case .row = found.text {
        self = found
        return
      }
    }
    return nil
  }
}
