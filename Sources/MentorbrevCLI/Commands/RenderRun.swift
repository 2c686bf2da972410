import ArgumentParser
import Casework
import Diagnostics
import DigitalPost
import Mentorbrev
import Printing

/// One run of `render` into a folder: workers read and render the cases, and here they are told and get their files in
/// the order of the input.
struct RenderRun {
  private let command: RenderCommand
  private let completion: Completion
  private let writer: DocumentWriter
  private let packer: ContainerPacker?
  private var report: RunReport
  private var identities = IdentityRun()
  /// Cases that are being printed or made into messages, in the order of the input; nil for what needs neither.
  private var underway: [(outcome: CaseOutcome, completed: Task<Result<CaseResult, DiagnosticsError>, Never>?)] = []

  init(_ command: RenderCommand, _ printer: Printer?, _ post: Post?) {
    self.command = command
    completion = Completion(printer: printer, post: post, formats: command.format.formats)
    writer = DocumentWriter(folder: command.output)
    packer = command.post.packer()
    report = RunReport(good: "skrevet", bad: "afvist", json: command.options.json)
  }

  mutating func writeAll(_ letterbook: Letterbook) async throws {
    let interruption = Interruption()
    if completion.isNothing {
      try await placeAll(letterbook, interruption)
    } else {
      try await completeAll(letterbook, interruption)
    }
    do {
      try interruption.check(&report)
    } catch {
      try tellGivenUp()
      throw error
    }
    try finishPacking()
    try report.finish()
  }

  // MARK: Documents as they were rendered: the workers have written them

  private mutating func placeAll(_ letterbook: Letterbook, _ interruption: Interruption) async throws {
    let run = try command.options.start { inputs, workers throws(DiagnosticsError) in
      try letterbook.stage(inputs, command.renderOptions, in: writer, workers: workers)
    }
    defer { run.stop() }
    interruption.stops(run.stop)
    while let batch = await run.nextBatchInTask() {
      for staged in batch where try report.tellsOfCase(staged.outcome, of: command.options) { try place(staged) }
      try report.show(run.progress)
    }
  }

  private mutating func place(_ staged: StagedCase) throws {
    var staged = staged
    let paths: Result<[String], any Error>
    do throws(FileError) {
      paths = .success(try staged.place(&identities))
    } catch {
      paths = .failure(error)
    }
    try tell(staged.outcome, paths)
  }

  // MARK: Pages to print, and messages

  private mutating func completeAll(_ letterbook: Letterbook, _ interruption: Interruption) async throws {
    let run = try command.options.start { inputs, workers throws(DiagnosticsError) in
      try writer.requireNothingIssued()
      return try letterbook.render(inputs, command.renderOptions, workers: workers)
    }
    defer { run.stop() }
    interruption.stops(run.stop)
    while let batch = await run.nextBatchInTask() {
      for outcome in batch {
        complete(outcome)
        // So many that no printer waits for the next case while this one is written.
        if underway.count > 4 * Printer.cores { try await writeFirst() }
      }
      try report.show(run.progress)
    }
    while !underway.isEmpty { try await writeFirst() }
  }

  private mutating func complete(_ outcome: CaseOutcome) {
    var outcome = outcome
    if outcome.isGood { identities.claim(&outcome.result, at: outcome.reading.location) }
    guard outcome.isGood else { return underway.append((outcome, nil)) }
    let completed = completion.begin(outcome.result, of: outcome.reading)
    // Documents and case are held once.
    outcome.result.documents = []
    outcome.reading.caseFile = nil
    underway.append((outcome, completed))
  }

  private mutating func writeFirst() async throws {
    var (outcome, completed) = underway.removeFirst()
    if let completed {
      switch await completed.value {
      case .success(let result): outcome.result = result
      case .failure(let error): outcome.failure = error
      }
    }
    guard try report.tellsOfCase(outcome, of: command.options) else { return }
    try tell(outcome, Result { try write(outcome.result) })
  }

  private func write(_ result: CaseResult) throws -> [String] {
    guard !result.isRefused else { return [] }
    if let packer { return try packer.add(result.messages) }
    return try completion.post == nil ? writer.write(result.documents) : writer.write(result.messages)
  }

  // MARK: What came of a case

  private mutating func tell(_ outcome: CaseOutcome, _ paths: Result<[String], any Error>) throws {
    var outcome = outcome
    try report.tell(outcome.result.diagnostics)
    switch paths {
    case .success: break
    case .failure(let error as AttachmentError) where packer == nil:
      // Found while it was written, when the case had been found good.
      try refuse(&outcome, PostOptions.problem(error, of: outcome.result.caseNumber))
    case .failure(let error as RefusedMessage):
      try refuse(&outcome, error.diagnostic(in: outcome.result.caseNumber))
    case .failure(let error as AttachmentError):
      // Half of it is in a container, which is given up.
      try stop(outcome, DiagnosticsError([PostOptions.problem(error, of: outcome.result.caseNumber)], in: .danish))
    case .failure(let error as ContainerError):
      try stop(outcome, DiagnosticsError([error.diagnostic], in: .danish))
    case .failure(let error as FileError):
      try stop(outcome, Self.unwritable(error, "nothing was written for this case"))
    case .failure(let error): throw error
    }
    report.count(isRefused: outcome.result.isRefused)
    if outcome.result.isRefused { return try report.tell(refused: outcome) }
    tell(written: outcome, try paths.get())
  }

  private mutating func refuse(_ outcome: inout CaseOutcome, _ problem: Diagnostic) throws {
    try report.tell([problem])
    outcome.result.diagnostics.append(problem)
  }

  private mutating func stop(_ outcome: CaseOutcome, _ error: DiagnosticsError) throws {
    try report.fail(error)
    let exit = try report.stopped(at: outcome.reading, of: command.options)
    try tellGivenUp()
    throw exit
  }

  private static func unwritable(_ error: FileError, _ outcome: String) -> DiagnosticsError {
    let message = "cannot write \(error.path.visible): \(error.reason); \(outcome)"
    return DiagnosticsError([Diagnostic(.error, "unwritable", message)])
  }

  private mutating func tell(written outcome: CaseOutcome, _ paths: [String]) {
    guard command.options.json else {
      // A container may hold many cases; it is told of when it is whole.
      if packer == nil { for path in paths { report.add(path) } }
      return
    }
    let result = outcome.result
    report.add(
      JSONLine(
        outcome.reading, result, status: packer == nil ? "written" : "packed",
        written: zip(result.documents, paths).map { (document: $0, path: $1) },
        messages: zip(result.messages, paths).map { (message: $0, path: $1) }
      ).text)
  }

  // MARK: Containers

  /// Ends the last container, and tells of all.
  private mutating func finishPacking() throws {
    guard let packer, let folder = command.post.pack else { return }
    let containers: [ContainerPacker.Container]
    do {
      containers = try packer.finish()
    } catch let error as FileError {
      try report.fail(Self.unwritable(error, "this container is not there"))
      throw ExitCode.nothingDone
    }
    if command.options.json { return report.add(JSONLine(packed: containers, in: folder).text) }
    for container in containers {
      report.add("\(folder)/\(container.name)")
      report.add("\(folder)/\(container.index)")
    }
  }

  /// Half a container must not be sent.
  private mutating func tellGivenUp() throws {
    if packer != nil { try report.tell("mentorbrev: the container that was being packed was given up; pack again") }
  }
}
