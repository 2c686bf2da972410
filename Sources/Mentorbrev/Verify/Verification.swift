import Casework
public import Diagnostics
import Register
import Locking

/// Proves that a folder of issued documents is what its register says.
///
/// ```swift
/// let verification = try Verification(of: "Output", reproduces: true)
/// while let findings = verification.nextBatch() {
///   for finding in findings { print(finding.message) }
/// }
/// print(verification.counts.files)
/// ```
///
/// It looks at the journal and its database, at every recorded file and its hash, at everything that lies there besides, and
/// at each letter: whether it still holds what law demands of it, read back by a reader that shares nothing with what wrote
/// it. If asked to, it makes each document again from the recorded case and the stored templates, and compares the bytes.
/// No document is changed. Memory does not follow the number of cases, and nobody else writes to the folder meanwhile.
public final class Verification {
  /// How much was looked at.
  public struct Counts: Sendable, Hashable {
    /// What was issued for one case at one time.
    public var cases = 0
    /// Documents.
    public var documents = 0
    /// Files.
    public var files = 0
    /// What is wrong.
    public var errors = 0
  }

  /// How much has been looked at so far.
  public private(set) var counts = Counts()

  private enum Stage { case register, documents, folder, end }

  private let folder: String
  private let reproduces: Bool
  private let inspection: RegisterInspection
  private let bundles: StoredBundles
  private let total: Int
  private let pipeline: Pipeline<RecordedIssue, CheckedIssue>
  private let finder: IssueFinder
  private var workers: [WorkThread] = []
  private var stage = Stage.register
  /// The runs whose templates could not be read, and that has been told.
  private var unreadable: Set<Int> = []

  /// Starts to look at a folder.
  ///
  /// - Parameters:
  ///   - folder: the folder of issued documents.
  ///   - reproduces: whether each document is made again.
  ///   - workers: how many threads work; nil for one for each core. What is found does not depend on it.
  /// - Throws: when there is no register, another process writes to the folder, or there is no room for a copy of the
  ///   database.
  public init(of folder: String, reproduces: Bool = false, workers: Int? = nil) throws(DiagnosticsError) {
    let folder = DocumentWriter(folder: folder).folder
    let count = max(1, workers ?? WorkThread.count)
    self.folder = folder
    self.reproduces = reproduces
    pipeline = Pipeline(workers: count)
    let paths = RegisterPaths(folder: folder)
    let inspection = try DiagnosticsError.catching { try RegisterInspection(paths) }
    self.inspection = inspection
    bundles = try StoredBundles(inspection.reader, in: paths)
    total = try DiagnosticsError.catching { try inspection.reader.issueCount() }
    finder = IssueFinder(reader: inspection.reader)
    try start(workers: count)
  }

  deinit { stop() }

  private func start(workers count: Int) throws(DiagnosticsError) {
    let (finder, pipeline, folder, bundles, reproduces) = (finder, pipeline, folder, bundles, reproduces)
    workers = (0..<count).compactMap { _ in
      WorkThread {
        var check = IssueCheck(folder: folder, bundles: bundles, reproduces: reproduces)
        pipeline.work { issues in issues.map { check.check($0) } }
      }
    }
    let reader = WorkThread {
      finder.run(pipeline.add)
      pipeline.end()
    }
    guard let reader, !workers.isEmpty else {
      stop()
      throw DiagnosticsError.noThreads
    }
    workers.append(reader)
  }

  /// How much of the documents has been looked at, from 0 to 1.
  public var progress: Double? { total == 0 ? 1 : min(1, Double(counts.cases) / Double(total)) }

  /// What was found next, often nothing; nil at the end. The order is that of the register, then that of the folder.
  public func nextBatch() -> [Diagnostic]? {
    if stage == .documents, let batch = pipeline.next() { return take(batch) }
    return nextStage()
  }

  /// The same for a task, which gives its thread to others while it waits; when it is cancelled, everything ends.
  public func nextBatchInTask() async -> [Diagnostic]? {
    if stage == .documents {
      if let batch = await pipeline.nextInTask() { return take(batch) }
      if Task.isCancelled { stop() }
    }
    return nextStage()
  }

  /// Ends before the end.
  public func stop() {
    stage = .end
    pipeline.stop()
    for worker in workers { worker.join() }
    workers = []
  }

  /// Ends from another thread; the next batch is the last one.
  public var interrupt: @Sendable () -> Void { { [pipeline] in pipeline.stop() } }

  private func nextStage() -> [Diagnostic]? {
    // What is behind looks at every file of the folder.
    if pipeline.isStopped { stage = .end }
    switch stage {
    case .register:
      stage = .documents
      return told(registerFindings())
    case .documents:
      stage = .folder
      return told(finder.failure.map { [Self.diagnostic($0)] } ?? [])
    case .folder:
      stage = .end
      var files = UnrecordedFiles(
        in: folder, inspection.reader, isRegisterWhole: inspection.problems.isEmpty)
      do throws(DiagnosticsError) {
        return told(try files.find())
      } catch {
        return told(error.diagnostics)
      }
    case .end: return nil
    }
  }

  private func take(_ batch: [CheckedIssue]) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    for issue in batch {
      counts.cases += 1
      counts.documents += issue.documents
      counts.files += issue.files
      findings += issue.findings
      if let (run, told) = issue.unreadable, unreadable.insert(run).inserted { findings += told }
    }
    return told(findings)
  }

  private func told(_ findings: [Diagnostic]) -> [Diagnostic] {
    counts.errors += findings.count { $0.severity == .error }
    return findings
  }

  private func registerFindings() -> [Diagnostic] {
    var findings = inspection.problems.map(Self.diagnostic)
    do throws(RegisterError) {
      findings += try ApprovalCheck(inspection.reader).findings()
    } catch {
      findings.append(Self.diagnostic(error))
    }
    guard reproduces else { return findings }
    for run in bundles.runs.values.sorted(by: { $0.number < $1.number }) where run.engine != engineVersion {
      findings.append(
        Diagnostic(
          .note, "verify-engine",
          "Kørsel \(run.number) er lavet med version \(run.engine). Den bliver lavet igen med version \(engineVersion)."
        ))
    }
    return findings
  }

  private static func diagnostic(_ error: RegisterError) -> Diagnostic {
    Diagnostic(.error, error.id, error.message, help: error.help)
  }
}

/// Finds what was issued, in the order of the records.
private final class IssueFinder: Sendable {
  /// Cases that a worker takes at once.
  private static let batchSize = 16

  private let reader: RegisterReader
  private let error = Monitor<RegisterError?>(nil)

  init(reader: RegisterReader) { self.reader = reader }

  /// Why it ended before its end.
  var failure: RegisterError? { error.withLock { $0 } }

  func run(_ add: ([RecordedIssue]) -> Bool) {
    var batch: [RecordedIssue] = []
    var isWanted = true
    do throws(RegisterError) {
      try reader.eachIssue(.all) { (issue) throws(EnoughRows) in
        batch.append(issue)
        guard batch.count == Self.batchSize else { return }
        isWanted = add(batch)
        batch = []
        if !isWanted { throw EnoughRows() }
      }
    } catch {
      self.error.withLock { $0 = error }
    }
    if isWanted, !batch.isEmpty { _ = add(batch) }
  }
}
