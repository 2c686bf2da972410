import ArgumentParser
import Casework
import Diagnostics
import Mentorbrev
import Templating

/// `render`: writes the documents of cases.
struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Write the documents of cases.",
    discussion: """
      For a grant: the decision letter (HTML), the decision record (XML) and Min Plan (HTML and XML). The paths of the \
      files go to standard output, messages about a case to standard error. A case with an error is refused whole: \
      nothing is written for it. Rendering again writes over the same files.
      """)

  @OptionGroup var options: CaseOptions

  @Option(name: .long, help: ArgumentHelp("Where the documents go.", valueName: "dir"))
  var output = "Output"

  @Option(name: .long, help: ArgumentHelp("html, xml, or both with a comma between.", valueName: "formats"))
  var format = OutputList(outputs: Output.allCases)

  @Flag(name: .long, help: "Mark the documents as a draft (UDKAST).")
  var draft = false

  func validate() throws {
    if output.isEmpty { throw ValidationError("--output needs the name of a folder") }
  }

  func run() throws {
    let letterbook = try options.open()
    let writer = DocumentWriter(folder: output)
    var tally = Tally(good: "skrevet", bad: "afvist")
    var run = IdentityRun()
    for reading in options.readings {
      if try tally.tellsOfFile(reading, json: options.json) { continue }
      var result: CaseResult
      do throws(DiagnosticsError) {
        result = try letterbook.render(reading, kinds: options.kinds, as: format.outputs, isDraft: draft)
      } catch {
        try Terminal.report(error, json: options.json)
        throw stopped(at: reading)
      }
      run.claim(&result, of: reading)
      if !options.json { Terminal.report(result.diagnostics, .danish) }
      if result.isRefused {
        tally.count(isRefused: true)
        try report(refused: reading, result)
        continue
      }
      let paths: [String]
      do throws(FileError) {
        paths = try writer.write(result.documents)
      } catch {
        let message = "cannot write \(error.path.visible): \(error.reason); nothing was written for this case"
        try Terminal.report(DiagnosticsError([Diagnostic(.error, "unwritable", message)]), json: options.json)
        throw stopped(at: reading)
      }
      tally.count(isRefused: false)
      try report(written: reading, result, paths)
    }
    try tally.finish(json: options.json)
  }

  /// Templates and disk are the same for all cases: the rest would fail in the same way.
  private func stopped(at reading: Reading) -> ExitCode {
    if options.cases.count > 1 || reading.isListed {
      Terminal.report("mentorbrev: stopped at \(reading.name); nothing was written for it and the cases after it")
    }
    return .nothingDone
  }

  private func report(refused reading: Reading, _ result: CaseResult) throws {
    guard !options.json else { return try Terminal.print(JSONLine(reading, result, status: "refused").text) }
    let errors = result.diagnostics.filter { $0.severity == .error }.count
    Terminal.report(
      "\(reading.name): afvist på grund af \(errors == 1 ? "1 fejl" : "\(errors) fejl"). "
        + "Der er ikke skrevet noget for sagen.")
  }

  private func report(written reading: Reading, _ result: CaseResult, _ paths: [String]) throws {
    guard !options.json else {
      let written = Array(zip(result.documents, paths).map { (document: $0, path: $1) })
      return try Terminal.print(JSONLine(reading, result, status: "written", written: written).text)
    }
    for path in paths { try Terminal.print(path) }
  }
}

/// The outputs of `--format`.
struct OutputList: ExpressibleByArgument {
  let outputs: [Output]

  init(outputs: [Output]) { self.outputs = outputs }

  init?(argument: String) {
    let words = argument.split(separator: ",", omittingEmptySubsequences: false).map { Output(rawValue: String($0)) }
    guard !words.contains(nil) else { return nil }
    // In the order of the declaration, each once, whatever the order of the words.
    outputs = Output.allCases.filter(words.contains)
  }

  var defaultValueDescription: String { outputs.map(\.rawValue).joined(separator: ",") }
}
