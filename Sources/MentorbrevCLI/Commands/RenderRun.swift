import ArgumentParser
import Casework
import Diagnostics
import DigitalPost
import Lawbook
import Mentorbrev
import Printing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One run of `render` into a folder: workers read and render the cases, and here they are told and get their files in
/// the order of the input.
struct RenderRun {
  private let command: RenderCommand
  /// What all commands on cases have in common, taken out of the command once: each look copies it.
  private let options: CaseOptions
  private let post: Post?
  /// Nil where nothing is printed: then the workers make everything.
  private let completion: Completion?
  private let writer: DocumentWriter
  private let packer: ContainerPacker?
  private var report: RunReport
  private var identities = IdentityRun()
  /// Cases that are being printed or wait for being packed, in the order of the input; nil for what is not printed.
  private var underway: [(outcome: CaseOutcome, completed: Task<Result<CaseResult, DiagnosticsError>, Never>?)] = []

  init(
    _ command: RenderCommand, _ lawbook: Lawbook, _ printer: Printer?, _ post: Post?, _ packer: ContainerPacker?
  ) {
    self.command = command
    options = command.options
    self.post = post
    completion = printer.map { Completion(printer: $0, post: post, formats: command.format.formats) }
    writer = DocumentWriter(folder: command.output)
    self.packer = packer
    report = RunReport(
      good: "skrevet", bad: "afvist", repeated: RepeatedRemarks(lawbook, .byMachine), json: options.json)
  }

  mutating func writeAll(_ letterbook: Letterbook) throws {
    let interruption = Interruption()
    if completion == nil, packer == nil {
      try placeAll(letterbook, interruption)
    } else {
      try completeAll(letterbook, interruption)
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

  // MARK: Documents and messages that the workers have written

  private mutating func placeAll(_ letterbook: Letterbook, _ interruption: Interruption) throws {
    let run = try options.start { inputs, workers throws(DiagnosticsError) in
      try letterbook.stage(inputs, command.renderOptions, post: post, in: writer, workers: workers)
    }
    defer { run.stop() }
    if run.hasThreads { interruption.stops(run.stop) }
    while var batch = run.nextBatch() {
      for index in batch.indices where try report.tellsOfCase(batch[index].outcome, of: options) {
        try place(&batch[index])
      }
      try report.show(run.progress)
    }
  }

  private mutating func place(_ staged: inout StagedCase) throws {
    let paths = Result { try staged.place(&identities) }
    try tell(&staged.outcome, paths)
  }

  // MARK: Pages to print, and messages to pack

  private mutating func completeAll(_ letterbook: Letterbook, _ interruption: Interruption) throws {
    let run = try options.start { inputs, workers throws(DiagnosticsError) in
      try writer.requireNothingIssued(isPacking: packer != nil)
      var options = command.renderOptions
      options.keepsCase = completion != nil && post != nil
      return try letterbook.render(inputs, options, post: completion == nil ? post : nil, workers: workers)
    }
    defer { run.stop() }
    interruption.stops(run.stop)
    // So many that no printer waits for the next case while one is written.
    let ahead = completion == nil ? 0 : 4 * Printer.cores
    while let batch = run.nextBatch() {
      for outcome in batch {
        complete(outcome)
        if underway.count > ahead { try writeFirst() }
      }
      try report.show(run.progress)
    }
    while !underway.isEmpty { try writeFirst() }
  }

  private mutating func complete(_ outcome: CaseOutcome) {
    guard let completion, outcome.isGood else { return underway.append((outcome, nil)) }
    let completed = completion.begin(outcome.result, of: outcome.reading)
    var outcome = outcome
    // Documents and case are held once.
    outcome.result.documents = []
    outcome.reading.caseFile = nil
    underway.append((outcome, completed))
  }

  private mutating func writeFirst() throws {
    var (outcome, completed) = underway.removeFirst()
    if let completed {
      switch waiting(for: { await completed.value }) {
      case .success(let result): outcome.result = result
      case .failure(let error): outcome.failure = error
      }
    }
    if outcome.isGood { identities.claim(&outcome.result, at: outcome.reading.location) }
    guard try report.tellsOfCase(outcome, of: options) else { return }
    let paths = Result { try write(outcome.result) }
    try tell(&outcome, paths)
  }

  private func write(_ result: CaseResult) throws -> [String] {
    guard !result.isRefused else { return [] }
    if let packer { return try packer.add(result.messages) }
    return try post == nil ? writer.write(result.documents) : writer.write(result.messages)
  }

  // MARK: What came of a case

  private mutating func tell(_ outcome: inout CaseOutcome, _ paths: Result<[String], any Error>) throws {
    try report.tell(ofCase: outcome.result.diagnostics)
    switch paths {
    case .success: break
    case .failure(let error as AttachmentError) where packer == nil:
      // Found while it was written, when the case had been found good.
      try refuse(&outcome, error.diagnostic(in: outcome.result.caseNumber))
    case .failure(let error as RefusedMessage):
      try refuse(&outcome, error.diagnostic(in: outcome.result.caseNumber))
    case .failure(let error as AttachmentError):
      // Half of it is in a container, which is given up.
      try stop(outcome, DiagnosticsError([error.diagnostic(in: outcome.result.caseNumber)], in: .danish))
    case .failure(let error as ContainerError):
      try stop(outcome, DiagnosticsError([error.diagnostic], in: .danish))
    case .failure(let error as FileError) where error.isOfOneCase(in: writer.folder) && packer == nil:
      try refuse(&outcome, error.blocked(outcome.result.caseNumber))
    case .failure(let error as FileError):
      try stop(outcome, Self.unwritable(error, "nothing was written for this case"))
    case .failure(let error): throw error
    }
    let isUnchanged = isPacked(outcome.result)
    report.count(isRefused: outcome.result.isRefused, isUnchanged: isUnchanged)
    if outcome.result.isRefused { return try report.tell(refused: outcome) }
    tell(outcome, packer == nil ? "written" : isUnchanged ? "unchanged" : "packed", try paths.get())
  }

  private mutating func refuse(_ outcome: inout CaseOutcome, _ problem: Diagnostic) throws {
    try report.tell([problem])
    outcome.result.diagnostics.append(problem)
  }

  private mutating func stop(_ outcome: CaseOutcome, _ error: DiagnosticsError) throws {
    try report.fail(error)
    let exit = try report.stopped(at: outcome.reading, of: options)
    try tellGivenUp()
    throw exit
  }

  private static func unwritable(_ error: FileError, _ outcome: String) -> DiagnosticsError {
    let message = "cannot write \(error.path.visible): \(error.reason); \(outcome)"
    let help =
      switch error.code {
      case ENOSPC, EDQUOT: "make room on the disk, and start the same command again"
      case EFBIG: "let the program write larger files (ulimit -f), and start the same command again"
      case EACCES, EPERM, EROFS: "see whether you may write there, or name another folder"
      case EEXIST, ENOTDIR, EISDIR: "move away what stands there, or name another folder"
      default: "see whether the disk and the folder can be written, and start the same command again"
      }
    return DiagnosticsError([Diagnostic(.error, "unwritable", message, help: help)])
  }

  private mutating func tell(_ outcome: CaseOutcome, _ status: String, _ paths: [String]) {
    guard options.json else {
      // A container may hold many cases; it is told of when it is whole.
      if packer == nil { for path in paths { report.add(path) } }
      return
    }
    let result = outcome.result
    report.add(
      JSONLine(
        outcome.reading, result, status: status,
        written: zip(result.documents, paths).map { (document: $0, path: $1) },
        messages: zip(result.messages, paths).map { (message: $0, path: $1) }
      ).text)
  }

  // MARK: Containers

  /// Whether all messages of a case were in containers of the folder before this run.
  private func isPacked(_ result: CaseResult) -> Bool {
    guard let packer, !result.isRefused, !result.messages.isEmpty else { return false }
    return result.messages.allSatisfy { packer.holds($0.sealed.id) }
  }

  /// Ends the last container, and tells of all.
  private mutating func finishPacking() throws {
    guard let packer else { return }
    do {
      _ = try packer.finish()
    } catch let error as ContainerError {
      try giveUp(DiagnosticsError([error.diagnostic], in: .danish))
    } catch let error as FileError {
      try giveUp(Self.unwritable(error, "this container is not there"))
    }
    tellContainers()
    guard !options.json, report.unchanged > 0 else { return }
    try report.tell(
      "mentorbrev: the messages of \(report.unchanged == 1 ? "1 case" : "\(report.unchanged) cases") lie in containers of "
        + "this folder already, and were not packed again")
  }

  private mutating func giveUp(_ error: DiagnosticsError) throws -> Never {
    try report.fail(error)
    try tellGivenUp()
    throw ExitCode.nothingDone
  }

  private mutating func tellContainers() {
    guard let packer, let folder = command.pack else { return }
    if options.json { return report.add(JSONLine(packed: packer.finished, in: folder).text) }
    for container in packer.finished {
      report.add("\(folder)/\(container.name)")
      report.add("\(folder)/\(container.index)")
    }
  }

  /// Half a container must not be sent; those before it are whole, and their messages are not packed again.
  private mutating func tellGivenUp() throws {
    guard packer != nil else { return }
    tellContainers()
    try report.tell(
      "mentorbrev: the container that was being packed was given up; the same command goes on after those that are whole"
    )
  }
}
