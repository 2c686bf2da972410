public import Diagnostics
import Hashing
public import Register

/// The runs of an output folder: what each issued, its page, and its approval.
///
/// ```swift
/// let runs = try RunBook(folder: "Output")
/// for run in try runs.all() { print(run.number, run.counts.documents, run.approval?.by ?? "ikke godkendt") }
/// try runs.approve(3, by: "Kirsten Holm")
/// ```
public struct RunBook: Sendable {
  let paths: RegisterPaths
  let reader: RegisterReader

  /// Opens the register of a folder.
  ///
  /// - Throws: when there is none, or it is damaged.
  public init(folder: String) throws(DiagnosticsError) {
    let paths = RegisterPaths(folder: DocumentWriter(folder: folder).folder)
    self.paths = paths
    reader = try DiagnosticsError.catching { try RegisterReader(paths) }
  }

  /// What a command in a message says of the folder.
  var folderOption: String { paths.folderOption }

  /// The runs of a folder that this process writes to.
  init(_ register: RegisterWriter) {
    paths = register.paths
    reader = register.reader
  }

  /// A run, and how far its documents have come.
  public struct Run: Sendable, Hashable {
    /// What is recorded of it.
    public var recorded: RecordedRun
    /// Who has approved the documents that it has now; nil also when a case was forgotten since it was approved.
    public var approval: Approval?
    /// Its documents in numbers.
    public var counts: RunCounts
    /// The page for the person who approves it; it may not have been made yet.
    public var page: String

    /// Its number in the folder.
    public var number: Int { recorded.record.number }
  }

  /// All runs, in their order.
  public func all() throws(DiagnosticsError) -> [Run] {
    try DiagnosticsError.catching {
      try reader.runs().map { run in
        Run(
          recorded: run, approval: try approval(of: run), counts: try reader.counts(ofRun: run.record.number),
          page: RunFolder(paths, run: run.record.number).page)
      }
    }
  }

  /// Makes the page of a run again.
  ///
  /// - Returns: its path.
  /// - Throws: when there is no such run, or the page cannot be written.
  @discardableResult
  public func writePage(of number: Int) throws(DiagnosticsError) -> String {
    let folder = RunFolder(paths, run: number)
    try folder.write(run(number), reader)
    return folder.page
  }

  /// Makes the pages of all runs again, for pages must not name cases that have been forgotten since.
  ///
  /// - Throws: which pages cannot be written; the others are.
  public func writePages() throws(DiagnosticsError) {
    var problems: [Diagnostic] = []
    for run in try DiagnosticsError.catching({ try reader.runs() }) {
      do throws(DiagnosticsError) {
        try RunFolder(paths, run: run.record.number).write(run, reader)
      } catch {
        problems += error.diagnostics
      }
    }
    if !problems.isEmpty { throw DiagnosticsError(problems, in: .danish) }
  }

  /// A run by its number.
  func run(_ number: Int) throws(DiagnosticsError) -> RecordedRun {
    let runs = try DiagnosticsError.catching { try reader.runs() }
    if let run = runs.first(where: { $0.record.number == number }) { return run }
    let last = runs.last.map { "De har numrene 1 til \($0.record.number). " } ?? ""
    throw DiagnosticsError(
      [
        Diagnostic(
          .error, "no-such-run", "Der er ingen kørsel \(number) i registret i mappen \(paths.folder.visible).",
          help: "\(last)Se dem med 'mentorbrev register runs\(folderOption)'.")
      ], in: .danish)
  }

  /// Makes the pages that ended runs have not come to.
  ///
  /// Each run begins with this, so only those since the last page are missing.
  func writeMissingPages() throws(DiagnosticsError) {
    for run in try DiagnosticsError.catching({ try reader.runs() }).reversed() {
      let folder = RunFolder(paths, run: run.record.number)
      if folder.isThere { return }
      try folder.write(run, reader)
    }
  }
}
