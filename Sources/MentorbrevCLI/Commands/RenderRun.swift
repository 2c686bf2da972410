import ArgumentParser
import Casework
import Diagnostics
import Mentorbrev
import Printing

/// One run of `render`: cases are read, rendered, printed when PDF is asked for, and written in their order.
struct RenderRun {
  private let command: RenderCommand
  private let letterbook: Letterbook
  private let printer: Printer?
  private let writer: DocumentWriter
  private var tally = Tally(good: "skrevet", bad: "afvist")
  private var identities = IdentityRun()
  /// Cases that are being printed, in the order of the input.
  private var printing: [(reading: Reading, result: Task<Result<CaseResult, PrintingError>, Never>)] = []

  init(_ command: RenderCommand, _ letterbook: Letterbook, _ printer: Printer?) {
    self.command = command
    self.letterbook = letterbook
    self.printer = printer
    writer = DocumentWriter(folder: command.output)
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
      result.documents.removeAll { !command.format.formats.contains($0.format) }
      try write(result, of: reading)
    case .failure(let error):
      try Terminal.report(DiagnosticsError([error.diagnostic]), json: command.options.json)
      throw stopped(at: reading)
    }
  }

  private mutating func write(_ result: CaseResult, of reading: Reading) throws {
    if !command.options.json { Terminal.report(result.diagnostics, .danish) }
    tally.count(isRefused: result.isRefused)
    guard !result.isRefused else { return try report(refused: reading, result) }
    let paths: [String]
    do throws(FileError) {
      paths = try writer.write(result.documents)
    } catch {
      let message = "cannot write \(error.path.visible): \(error.reason); nothing was written for this case"
      try Terminal.report(DiagnosticsError([Diagnostic(.error, "unwritable", message)]), json: command.options.json)
      throw stopped(at: reading)
    }
    try report(written: reading, result, paths)
  }

  /// Templates, renderer and disk are the same for all cases: the rest would fail in the same way.
  private func stopped(at reading: Reading) -> ExitCode {
    if command.options.cases.count > 1 || reading.isListed {
      Terminal.report("mentorbrev: stopped at \(reading.name); nothing was written for it and the cases after it")
    }
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
      return try Terminal.print(JSONLine(reading, result, status: "written", written: written).text)
    }
    for path in paths { try Terminal.print(path) }
  }
}
