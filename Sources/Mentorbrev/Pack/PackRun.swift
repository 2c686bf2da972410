import Casework
public import Diagnostics
public import DigitalPost
import Fields
public import Printing
import Register
import Locking

/// A run that makes messages of the letters that other runs issued, and records which message carries which letter.
///
/// ```swift
/// let run = try PackRun([3], of: "Output", into: "Pakker", with: letterbook)
/// while let batch = try await run.nextBatch() { for packed in batch { print(packed.caseNumber, packed.status) } }
/// for container in try run.finish() { print(container.name) }
/// ```
///
/// The letters are those that were issued, byte for byte; how they are sent is decided by the templates of Digital Post and
/// the authority's profile of today. Letters that were packed before are left alone. A run that ends before its end, however
/// that happens, can be started again, and goes on behind the last whole container.
public final class PackRun {
  private let maker: MessageWork
  private let printer: Printer?
  private let sink: any PackSink
  private let register: RegisterWriter
  private let pipeline: Pipeline<RecordedIssue, PreparedMail>
  private let workers: Monitor<[WorkThread]>
  private let failure = Failure()
  /// What a person should look at in the folder of the containers or requests; all of it after ``finish()``.
  public private(set) var warnings: [Diagnostic]
  /// Letters that are being printed, in the order of the cases.
  private var underway: [(mail: PreparedMail, work: Task<PreparedMail, Never>?)] = []
  private var isEnd = false

  /// Starts a run.
  ///
  /// - Parameters:
  ///   - runs: the numbers of the runs whose letters are packed.
  ///   - folder: the output folder, with its register.
  ///   - target: where containers or requests go; made when it is not there.
  ///   - letterbook: the templates of Digital Post and the profiles of today.
  ///   - printer: makes the PDF of each letter; nil to send HTML alone.
  ///   - workers: how many threads work; nil for one for each core.
  ///   - clock: gives the time of each record, ISO 8601 in UTC. No message depends on it.
  /// - Throws: when a run is not approved or not known, when another process writes to the folder, and what is wrong with
  ///   the templates of Digital Post.
  public init(
    _ runs: [Int], of folder: String, into target: String, with letterbook: Letterbook,
    _ options: PackOptions = PackOptions(), printer: Printer? = nil, workers: Int? = nil,
    clock: @escaping @Sendable () -> String = SystemClock.now
  ) throws(DiagnosticsError) {
    let register = try DiagnosticsError.catching {
      try RegisterWriter(existing: RegisterPaths(folder: DocumentWriter(folder: folder).folder))
    }
    let book = RunBook(register)
    let target = DocumentWriter(folder: target).folder
    guard FileSystem.isOutside(target, of: folder) else {
      throw DiagnosticsError(
        [
          Diagnostic(
            .error, "pack-within", "Mappen \(target.visible) til pakker ligger i mappen med de udstedte dokumenter.",
            help: "Vælg en mappe uden for \(folder.visible): i den hører kun det til, som er udstedt.")
        ], in: .danish)
    }
    try book.requireApproval(of: runs, letterbook)
    try book.requireCases(options.cases ?? [], in: runs)
    let maker = MessageWork(
      post: try letterbook.post(options.form, version: options.version, attachments: options.attachments),
      cases: try StoredCases(book.paths, book.reader),
      reader: book.reader, options: options, makesMessages: printer == nil)
    self.maker = maker
    self.printer = printer
    self.register = register
    (sink, warnings) = try DiagnosticsError.catching {
      try Self.sink(target, maker, register, clock)
    }
    let count = max(1, workers ?? WorkThread.count)
    let pipeline = Pipeline<RecordedIssue, PreparedMail>(workers: count)
    self.pipeline = pipeline
    let failure = failure
    let finder = WorkThread {
      do throws(DiagnosticsError) {
        try Self.findIssues(runs, book.reader, options, pipeline)
      } catch {
        failure.error.withLock { $0 = error }
      }
      pipeline.end()
    }
    let started = (0..<count).compactMap { _ in
      WorkThread {
        let space = RenderSpace()
        pipeline.work { issues in issues.map { maker.prepare($0, in: space) } }
      }
    }
    self.workers = Monitor(started + [finder].compactMap { $0 })
    guard finder != nil, !started.isEmpty else {
      stop()
      throw DiagnosticsError.noThreads
    }
  }

  deinit { stop() }

  /// What went wrong while the issues were read.
  private final class Failure: Sendable {
    let error = Monitor<DiagnosticsError?>(nil)
  }

  private static func findIssues(
    _ runs: [Int], _ reader: RegisterReader, _ options: PackOptions, _ pipeline: Pipeline<RecordedIssue, PreparedMail>
  ) throws(DiagnosticsError) {
    var isWanted = true
    for run in runs where isWanted {
      try DiagnosticsError.catching {
        try reader.eachIssue(.run(run)) { (issue) throws(EnoughRows) in
          guard !issue.documents.isEmpty, options.cases?.contains(issue.caseNumber) != false else { return }
          isWanted = pipeline.add([issue])
          if !isWanted { throw EnoughRows() }
        }
      }
    }
  }

  private static func sink(
    _ target: String, _ maker: MessageWork, _ register: RegisterWriter, _ clock: @escaping @Sendable () -> String
  ) throws -> (any PackSink, warnings: [Diagnostic]) {
    let options = maker.options
    let folder = PackFolder(path: target)
    try folder.removeLeftovers()
    let isSame = options.sending == .same
    let record: ([Event]) throws -> Void = { events in
      // A repetition is the message that is recorded already.
      if !isSame { try register.record(events.map { .event($0) }, at: clock()) }
    }
    guard options.form == .memo else {
      let left = try UnrecordedRequests(maker, in: target)
      try left.check()
      return (FileSink(target, left, record: record), [])
    }
    let found = try folder.containers { uuid in try !isSame && !maker.reader.events(.message(uuid)).isEmpty }
    let warnings = try UnrecordedContainers(maker).check(found)
    let sink = ContainerSink(
      target, options.limits, found: Set(found.lazy.flatMap(\.entries).map(\.messageUUID)), record: record)
    return (sink, warnings)
  }

  // MARK: The taker

  /// The next cases in the order in which they were issued; nil at the end, before ``finish()``.
  ///
  /// - Throws: what ends the run: disk, register, printer. What was recorded before stands.
  public func nextBatch() async throws(DiagnosticsError) -> [PackedCase]? {
    var batch: [PackedCase] = []
    repeat {
      do throws(DiagnosticsError) {
        guard let packed = try await nextCase() else { break }
        batch.append(packed)
      } catch {
        // Those before it are on the disk, and are recorded and told of first.
        guard !batch.isEmpty else { throw error }
        failure.error.withLock { $0 = error }
        isEnd = true
        break
      }
    } while !sink.isSettled
    do {
      try sink.settle()
    } catch {
      throw Self.problem(error)
    }
    return batch.isEmpty ? nil : batch
  }

  /// The next case, with its messages on the disk or on their way into a container.
  private func nextCase() async throws(DiagnosticsError) -> PackedCase? {
    while !isEnd, underway.count <= (printer == nil ? 0 : 4 * Printer.cores) {
      guard let batch = await pipeline.nextInTask() else {
        isEnd = true
        break
      }
      for mail in batch { underway.append((mail, print(mail))) }
    }
    if let error = failure.error.withLock({ $0 }) { throw error }
    guard !underway.isEmpty else { return nil }
    let (mail, work) = underway.removeFirst()
    return try place(await work?.value ?? mail)
  }

  /// Ends the last container and records it, also when the run was stopped, and lets others write to the folder.
  ///
  /// - Returns: the containers of this run.
  public func finish() throws(DiagnosticsError) -> [ContainerPacker.Container] {
    stop()
    defer { register.giveBack() }
    do {
      let containers = try sink.finish()
      warnings += try sink.warnings()
      return containers
    } catch {
      throw Self.problem(error)
    }
  }

  /// Ends the run. What was not given yet is not packed.
  public func stop() {
    pipeline.stop()
    let ending = workers.withLock { workers in
      defer { workers = [] }
      return workers
    }
    for worker in ending { worker.join() }
  }

  /// Stops the run from another thread; what is given after that is the rest of what is being printed.
  public var interrupt: @Sendable () -> Void { { [pipeline] in pipeline.stop() } }

  /// Prints the letters of a case and makes the messages, while other cases are worked on.
  private func print(_ mail: PreparedMail) -> Task<PreparedMail, Never>? {
    guard let printer, mail.failure == nil, let letters = mail.letters else { return nil }
    let maker = maker
    return Task {
      do throws(PrintingError) {
        let printed = try await letters.printed(by: printer)
        return maker.messages(of: printed, mail)
      } catch {
        var mail = mail
        mail.failure = DiagnosticsError([error.diagnostic])
        return mail
      }
    }
  }

  private func place(_ mail: PreparedMail) throws(DiagnosticsError) -> PackedCase {
    if let failure = mail.failure { throw failure }
    var packed = mail.packed
    guard packed.status == .packed else { return packed }
    switch Result(catching: { try sink.add(mail.messages) }) {
    case .success(let paths):
      packed.messages = zip(mail.messages, paths).map { message, path in
        .init(
          uuid: message.sealed.id, recipient: message.identity.addressee.role.rawValue,
          documents: message.packed.documents, formats: message.formats, path: path)
      }
    case .failure(let refused as RefusedMessage): packed.refuse([refused.diagnostic(in: packed.caseNumber)])
    case .failure(let error): throw Self.problem(error)
    }
    return packed
  }

  /// What ends the run. The container that was being packed is not there.
  private static func problem(_ error: any Error) -> DiagnosticsError {
    switch error {
    case let error as ContainerError: DiagnosticsError([error.diagnostic], in: .danish)
    case let error as AttachmentError:
      // Half of it is in a container.
      DiagnosticsError([error.diagnostic()], in: .danish)
    case let error as FileError where error.isExisting:
      DiagnosticsError(
        [
          Diagnostic(
            .error, "container-exists", "\(error.path.visible) er der allerede, og registret kender den ikke.",
            help: "Mangler dens indeks (.index.jsonl), så slet pakken, hvis den ikke er sendt, og kør igen.")
        ], in: .danish)
    default: DiagnosticsError(catching: error)
    }
  }
}
