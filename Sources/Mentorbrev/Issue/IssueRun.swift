public import Casework
public import Diagnostics
import Register
import Templating

/// A run that issues the documents of cases: each is written whole, recorded, and from then on never overwritten.
///
/// ```swift
/// let bundle = try TemplateBundle(contentsOf: "Templates")
/// let run = try IssueRun(CaseInputs(["sager.jsonl"]), with: bundle, into: "Output")
/// while let batch = try run.nextBatch() {
///   for issued in batch { print(issued.status, issued.paths) }
/// }
/// ```
///
/// Cases are worked on by all cores and recorded in the order of the input, some hundred at a time: their files get their
/// names and are synced to the disk, then the journal is written and synced. A run that ends before its end, however that
/// happens, can be started again with the same cases, and leaves the same files and the same register as if it had never
/// been disturbed. So it may be let go, or its task cancelled, after any batch.
public final class IssueRun {
  /// Cases that are recorded together: a sync costs a thousand times a case. As many are worked on meanwhile, so that
  /// neither waits for the other.
  private static let groupSize = 512

  private let run: CaseRun<PreparedCase>
  private let recorder: IssueRecorder
  private var failure: DiagnosticsError?
  private var isEnd = false
  /// Whether the folder has been given back to others.
  private var isFinished = false
  /// The page of the run, when it has come to its end and has recorded something.
  public private(set) var page: Page?

  /// The page of a run for the person who approves it.
  public struct Page: Sendable, Hashable {
    /// The number of the run.
    public var run: Int
    /// Where the page lies.
    public var path: String
  }

  /// Starts a run.
  ///
  /// - Parameters:
  ///   - inputs: where the cases come from.
  ///   - bundle: templates, lawbook and profiles.
  ///   - folder: the output folder; made when it is not there.
  ///   - kinds: which documents; nil for those that the case's decision leads to.
  ///   - workers: how many threads work; nil for one for each core.
  ///   - clock: gives the time, ISO 8601 in UTC, for each batch that is recorded. No document depends on it.
  /// - Throws: what is wrong with the templates or the register, or that another process writes to the folder.
  public init(
    _ inputs: CaseInputs, with bundle: TemplateBundle, into folder: String, kinds: [DocumentKind]? = nil,
    workers: Int? = nil, clock: @escaping @Sendable () -> String = SystemClock.now
  ) throws(DiagnosticsError) {
    let letterbook = try Letterbook(bundle)
    let options = RenderOptions(kinds: kinds)
    let recorder = try IssueRecorder(
      inputs, bundle, DocumentWriter(folder: folder), command: "issue", mayBeNew: true, clock)
    self.recorder = recorder
    run = try CaseRun(inputs, workers: workers, ahead: Self.groupSize) {
      let space = RenderSpace()
      return { found in
        recorder.stage(
          zip(found, letterbook.outcomes(of: found, options, in: space)).map { unread, outcome in
            let data = unread.data.map { CaseData(form: $0.form.rawValue, bytes: $0.bytes) }
            return PreparedCase(outcome, data: data)
          })
      }
    }
  }

  /// Starts a run that issues again what differs from what was issued.
  ///
  /// Each case is compared with what the register holds of it. Documents that would come out the same are left alone; for
  /// the others the order says what is made. Started again, it goes on where it was, and does nothing at the end.
  ///
  /// - Parameters:
  ///   - inputs: the cases as they are now; not looked at when the order is about law or templates.
  ///   - order: what the re-issue is in law.
  ///   - bundle: templates, lawbook and profiles of today.
  ///   - folder: the folder of issued documents.
  /// - Throws: as the other runs do, and when there is no register.
  public init(
    reissuing inputs: CaseInputs, _ order: ReissueOrder, with bundle: TemplateBundle, into folder: String,
    workers: Int? = nil, clock: @escaping @Sendable () -> String = SystemClock.now
  ) throws(DiagnosticsError) {
    let writer = DocumentWriter(folder: folder)
    let recorder = try IssueRecorder(inputs, bundle, writer, command: "reissue", mayBeNew: false, clock)
    let reissuer = try Reissuer(bundle, order, recorder.reader, in: RegisterPaths(folder: writer.folder))
    self.recorder = recorder
    run = try reissuer.run(inputs, workers: workers, ahead: Self.groupSize) {
      let space = RenderSpace()
      return { found in recorder.stage(found.map { PreparedCase($0, by: reissuer, order, in: space) }) }
    }
  }

  deinit { stop() }

  /// How much of the inputs has been read, from 0 to 1; nil when their size is not known.
  public var progress: Double? { run.progress }

  /// The next cases in their order, when they are recorded; nil at the end.
  ///
  /// - Throws: what is wrong with a template, the disk or the register, and the run is at its end. Everything that was given
  ///   before is recorded, and another run goes on from there.
  public func nextBatch() throws(DiagnosticsError) -> [IssuedCase]? {
    var group: [PreparedCase] = []
    while group.count < Self.groupSize, failure == nil, !isEnd {
      guard let batch = run.nextBatch() else {
        isEnd = true
        break
      }
      add(batch, to: &group)
    }
    return try record(group)
  }

  /// The same for a task, which gives its thread to others while it waits; a cancelled task stops the run, and can be
  /// followed by another run.
  public func nextBatchInTask() async throws(DiagnosticsError) -> [IssuedCase]? {
    var group: [PreparedCase] = []
    while group.count < Self.groupSize, failure == nil, !isEnd {
      guard let batch = await run.nextBatchInTask() else {
        isEnd = true
        break
      }
      add(batch, to: &group)
    }
    return try record(group)
  }

  /// Ends the run. What was not given yet is not issued.
  public func stop() {
    isEnd = true
    run.stop()
  }

  /// Stops the run from another thread; the next batch is the last one.
  public var interrupt: @Sendable () -> Void { { [run] in run.stop() } }

  /// Takes cases up to one that needs a template that is wrong.
  private func add(_ batch: [PreparedCase], to group: inout [PreparedCase]) {
    for prepared in batch {
      if let failure = prepared.outcome.failure {
        self.failure = failure
        return
      }
      group.append(prepared)
    }
  }

  private func record(_ group: [PreparedCase]) throws(DiagnosticsError) -> [IssuedCase]? {
    if group.isEmpty {
      guard let failure else {
        if isFinished { return nil }
        isFinished = true
        page = try recorder.finish()
        return nil
      }
      isEnd = true
      self.failure = nil
      throw failure
    }
    let recorded: (cases: [IssuedCase], failure: DiagnosticsError?)
    do throws(DiagnosticsError) {
      recorded = try recorder.record(group)
    } catch {
      // What comes behind these cases must not be recorded without them.
      stop()
      isFinished = true
      recorder.giveUp()
      throw error
    }
    if let failure = recorded.failure { self.failure = failure }
    return recorded.cases.isEmpty ? try record([]) : recorded.cases
  }
}
