package import Diagnostics
public import Hashing

/// The register of a folder for reading, also while a run writes to it.
public struct RegisterReader: Sendable {
  private let database: RegisterDatabase

  /// Opens the register of a folder.
  ///
  /// - Throws: when there is none, it is damaged, or another process takes longer than some seconds to put its files in their
  ///   places.
  public init(_ paths: RegisterPaths) throws(RegisterError) {
    guard paths.isThere else {
      throw .missing(in: paths.folder)
    }
    database = try RegisterOpening(paths: paths).open()
  }

  init(_ database: RegisterDatabase) { self.database = database }

  /// Gives the documents in the order of their names.
  ///
  /// - Parameter folder: the folder of a case; nil for all cases.
  public func eachDocument(
    in folder: String? = nil, _ body: (RecordedDocument) throws(EnoughRows) -> Void
  ) throws(RegisterError) {
    try database.eachDocument(in: folder, body)
  }

  /// Gives the documents of a run in the order in which they were issued.
  public func eachDocument(ofRun run: Int, _ body: (RecordedDocument) throws(EnoughRows) -> Void) throws(RegisterError)
  {
    try database.eachDocument(ofRun: run, body)
  }

  /// Gives the documents of a run in the same order, those of some thousand cases at a time; between them the register may be
  /// written. Memory does not follow the number of cases.
  public func eachPage(
    ofRun run: Int, _ body: ([RecordedDocument]) throws(RegisterError) -> Void
  ) throws(RegisterError) {
    var last = 0
    while let page = try database.page(ofRun: run, after: last) {
      try body(page.documents)
      last = page.last
    }
  }

  /// Gives what a run issued again and why, each with its first document, in the order of the records.
  public func eachReissue(
    inRun run: Int, _ body: (Reissue, RecordedDocument) throws(EnoughRows) -> Void
  ) throws(RegisterError) {
    try database.eachReissue(inRun: run, body)
  }

  /// Gives the cases that a run refused, in the order in which they were recorded.
  public func eachRefusal(inRun run: Int, _ body: (RecordedRefusal) throws(EnoughRows) -> Void) throws(RegisterError) {
    try database.eachRefusal(inRun: run, body)
  }

  /// What is recorded of documents, by their names.
  public func recorded(_ names: [String]) throws(RegisterError) -> [String: RecordedDocument] {
    try database.recorded(names)
  }

  /// Gives the refused cases.
  ///
  /// - Parameter caseNumber: a case; nil for all.
  public func eachRefusal(
    of caseNumber: String? = nil, _ body: (RecordedRefusal) throws(EnoughRows) -> Void
  ) throws(RegisterError) {
    try database.eachRefusal(of: caseNumber, body)
  }

  /// What was issued, by what is asked for.
  public enum Issues: Sendable {
    /// Everything.
    case all
    /// What a run issued.
    case run(Int)
    /// What was issued of a case, by its number.
    case ofCase(String)
    /// What a document was issued with, by its name.
    case ofDocument(String)
  }

  /// Gives what was issued with the data that it was made from, in the order of the records.
  public func eachIssue(
    _ question: Issues, _ body: (RecordedIssue) throws(EnoughRows) -> Void
  ) throws(RegisterError) {
    try database.eachIssue(question, body)
  }

  /// How many times something was issued.
  public func issueCount() throws(RegisterError) -> Int { try database.issueCount() }

  /// The numbers of the cases, in the order in which they were first issued.
  public func caseNumbers() throws(RegisterError) -> [String] { try database.caseNumbers() }

  /// The files of a bundle by their paths; nil when the register does not know it.
  public func files(of bundle: SHA256Hash) throws(RegisterError) -> [String: [UInt8]]? {
    try database.files(of: bundle)
  }

  /// Which events are asked for.
  public enum Events: Sendable {
    /// Those of a document, by its name.
    case document(String)
    /// Those of all documents in a case's folder.
    case folder(String)
    /// Those of a message, by its UUID.
    case message(String)
  }

  /// Gives events in the order in which they were recorded.
  public func events(_ question: Events) throws(RegisterError) -> [RecordedEvent] { try database.events(question) }

  /// Whether a document has gone out in some way that has not come back, also one that is withdrawn.
  public func isOut(_ name: String) throws(RegisterError) -> Bool { try database.isOut(name) }

  /// Gives what was forgotten, in the order of the records.
  public func forgettings() throws(RegisterError) -> [RecordedForgetting] { try database.forgettings() }

  /// Gives the runs that recorded something, in their order.
  public func runs() throws(RegisterError) -> [RecordedRun] { try database.runs() }

  /// Whether any document of a run was ever withdrawn or superseded, also when that is undone.
  public func hasEnded(inRun run: Int) throws(RegisterError) -> Bool { try database.hasEnded(inRun: run) }

  /// How many documents a run issued, and how far they have come.
  public func counts(ofRun run: Int) throws(RegisterError) -> RunCounts { try database.counts(ofRun: run) }
}

extension RecordedDocument {
  /// The line of an export, with times and runs or without: those tell when, and not what.
  package func line(withTimes: Bool) -> JSONLine {
    var line = JSONLine()
    line.add("document", name)
    line.add("authority", authority)
    line.add("case", caseNumber)
    line.add("kind", kind)
    line.add("date", date)
    line.add("recipient", recipient)
    line.add("state", state.rawValue)
    line.add("files", Entry.hashes(files))
    if withTimes {
      line.add("run", run)
      line.add("at", at)
    }
    return line
  }
}

extension RecordedForgetting {
  /// The line of an export, with times or without.
  package func line(withTimes: Bool) -> JSONLine {
    var line = JSONLine()
    line.add("state", "forgotten")
    line.add("cases", cases)
    line.add("documents", Entry.counts(documents))
    line.add("refusals", refusals)
    line.add("why", why)
    if withTimes { line.add("at", at) }
    return line
  }
}

extension RecordedRefusal {
  /// The line of an export, with times and runs or without.
  package func line(withTimes: Bool) -> JSONLine {
    var line = JSONLine()
    line.add("case", caseNumber)
    line.add("state", "refused")
    line.add("data", data.hex)
    line.add("reasons", words: reasons)
    if withTimes {
      line.add("place", place)
      line.add("run", run)
      line.add("at", at)
    }
    return line
  }
}
