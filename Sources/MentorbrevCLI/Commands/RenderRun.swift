import ArgumentParser
import Casework
import Diagnostics
import DigitalPost
import Mentorbrev
import Printing

/// One run of `render`: cases are read, rendered, printed when PDF is asked for, and written in their order.
struct RenderRun {
  private let command: RenderCommand
  private let letterbook: Letterbook
  private let printer: Printer?
  private let post: Post?
  private let writer: DocumentWriter
  private let packer: ContainerPacker?
  private var tally = Tally(good: "skrevet", bad: "afvist")
  private var identities = IdentityRun()
  /// Cases that are being printed, in the order of the input.
  private var printing: [(reading: Reading, result: Task<Result<CaseResult, PrintingError>, Never>)] = []

  init(_ command: RenderCommand, _ letterbook: Letterbook, _ printer: Printer?, _ post: Post?) {
    self.command = command
    self.letterbook = letterbook
    self.printer = printer
    self.post = post
    writer = DocumentWriter(folder: command.output)
    packer = command.post.packer()
  }

  mutating func writeAll() async throws {
    for reading in command.options.readings {
      guard reading.isCase else {
        try await finish()
        _ = try tally.tellsOfFile(reading, json: command.options.json)
        continue
      }
      try await render(reading)
    }
    try await finish()
    try finishPacking()
    try tally.finish(json: command.options.json)
  }

  private mutating func render(_ reading: Reading) async throws {
    let options = command.options
    var result: CaseResult
    do throws(DiagnosticsError) {
      result = try letterbook.render(
        reading, kinds: options.kinds, as: command.format.outputs, isDraft: command.draft)
    } catch {
      try await finish()
      try Terminal.report(error, json: options.json)
      throw stopped(at: reading)
    }
    identities.claim(&result, of: reading)
    guard let printer else { return try write(result, of: reading) }
    let rendered = result
    printing.append(
      (
        reading,
        Task {
          do throws(PrintingError) {
            return .success(try await rendered.printed(by: printer))
          } catch {
            return .failure(error)
          }
        }
      ))
    // So many that no worker waits for the next case while this one is written.
    if printing.count > 4 * Printer.cores { try await writeFirst() }
  }

  /// Writes the cases that are still being printed.
  private mutating func finish() async throws {
    while !printing.isEmpty { try await writeFirst() }
  }

  private mutating func writeFirst() async throws {
    let (reading, task) = printing.removeFirst()
    switch await task.value {
    case .success(var result):
      if post == nil { result.documents.removeAll { !command.format.formats.contains($0.format) } }
      try write(result, of: reading)
    case .failure(let error):
      try Terminal.report(DiagnosticsError([error.diagnostic]), json: command.options.json)
      throw stopped(at: reading)
    }
  }

  private mutating func write(_ rendered: CaseResult, of reading: Reading) throws {
    var result = rendered
    do throws(DiagnosticsError) {
      if let post { result = try post.messages(of: rendered, from: reading) }
    } catch {
      try Terminal.report(error, json: command.options.json)
      throw stopped(at: reading)
    }
    if !command.options.json { Terminal.report(result.diagnostics, .danish) }
    guard !result.isRefused else { return try refuse(reading, result) }
    let paths: [String]
    do {
      if let packer {
        paths = try packer.add(result.messages)
      } else {
        paths = post == nil ? try writer.write(result.documents) : try writer.write(result.messages)
      }
    } catch let error as RefusedMessage {
      let problem = error.diagnostic(in: result.caseNumber)
      if !command.options.json { Terminal.report([problem], .danish) }
      result.diagnostics.append(problem)
      return try refuse(reading, result)
    } catch let error as ContainerError {
      try Terminal.report(DiagnosticsError([error.diagnostic], in: .danish), json: command.options.json)
      throw stopped(at: reading)
    } catch let error as AttachmentError where packer == nil {
      // Found while it was written, when the case had been found good.
      let problem = PostOptions.problem(error, of: result.caseNumber)
      if !command.options.json { Terminal.report([problem], .danish) }
      result.diagnostics.append(problem)
      return try refuse(reading, result)
    } catch let error as AttachmentError {
      // Half of it is in a container, which is given up.
      let problem = PostOptions.problem(error, of: result.caseNumber)
      try Terminal.report(DiagnosticsError([problem], in: .danish), json: command.options.json)
      throw stopped(at: reading)
    } catch let error as FileError {
      try reportUnwritable(error, "nothing was written for this case")
      throw stopped(at: reading)
    }
    tally.count(isRefused: false)
    try report(written: reading, result, paths)
  }

  /// Ends the last container, and tells of all.
  private func finishPacking() throws {
    guard let packer, let folder = command.post.pack else { return }
    let containers: [ContainerPacker.Container]
    do {
      containers = try packer.finish()
    } catch let error as FileError {
      try reportUnwritable(error, "this container is not there")
      throw ExitCode.nothingDone
    }
    if command.options.json { return try Terminal.print(JSONLine(packed: containers, in: folder).text) }
    for container in containers {
      try Terminal.print("\(folder)/\(container.name)")
      try Terminal.print("\(folder)/\(container.index)")
    }
  }

  private func reportUnwritable(_ error: FileError, _ outcome: String) throws {
    let message = "cannot write \(error.path.visible): \(error.reason); \(outcome)"
    try Terminal.report(DiagnosticsError([Diagnostic(.error, "unwritable", message)]), json: command.options.json)
  }

  private mutating func refuse(_ reading: Reading, _ result: CaseResult) throws {
    tally.count(isRefused: true)
    try report(refused: reading, result)
  }

  /// Templates, renderer and disk are the same for all cases: the rest would fail in the same way.
  private func stopped(at reading: Reading) -> ExitCode {
    if command.options.cases.count > 1 || reading.isListed {
      Terminal.report("mentorbrev: stopped at \(reading.name); nothing was written for it and the cases after it")
    }
    if packer != nil { Terminal.report("mentorbrev: the container that was being packed was given up; pack again") }
    return .nothingDone
  }

  private func report(refused reading: Reading, _ result: CaseResult) throws {
    guard !command.options.json else { return try Terminal.print(JSONLine(reading, result, status: "refused").text) }
    let errors = result.diagnostics.filter { $0.severity == .error }.count
    Terminal.report(
      "\(reading.name): afvist på grund af \(errors == 1 ? "1 fejl" : "\(errors) fejl"). "
        + "Der er ikke skrevet noget for sagen.")
  }

  private func report(written reading: Reading, _ result: CaseResult, _ paths: [String]) throws {
    guard !command.options.json else {
      let written = Array(zip(result.documents, paths).map { (document: $0, path: $1) })
      let messages = Array(zip(result.messages, paths).map { (message: $0, path: $1) })
      let status = packer == nil ? "written" : "packed"
      return try Terminal.print(
        JSONLine(reading, result, status: status, written: written, messages: messages).text)
    }
    // A container may hold many cases; it is told of when it is whole.
    if packer == nil { for path in paths { try Terminal.print(path) } }
  }
}
