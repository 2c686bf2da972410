import ArgumentParser
import Casework
import Diagnostics
import Lawbook
import Mentorbrev
import Printing
import Templating

/// `render`: writes the documents of cases.
struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    _superCommandName: Program.name,
    abstract: "Write the documents of cases.",
    discussion: """
      For a grant: the decision letter (HTML), the decision record (XML) and Min Plan (HTML and XML). The paths of the \
      files go to standard output, messages about a case to standard error. A case with an error is refused whole: \
      nothing is written for it, and the others go on. Rendering again writes over the same files. PDF needs \
      WeasyPrint: what is missing is told with the line that installs it.

      With --output - it is a filter: cases come as JSON Lines on standard input, and each document goes to standard \
      output as a line of JSON (case, kind, date, recipient, format, path, sha256, content).
      """)

  @OptionGroup var options: CaseOptions

  @Option(
    name: .long, help: ArgumentHelp("Where the documents go; '-' for lines on standard output.", valueName: "dir"))
  var output = "Output"

  @Option(
    name: .long,
    help: ArgumentHelp(
      "html, xml, pdf, or several with a comma between; or memo: a message in Digital Post for each digital recipient; "
        + "or kombi: a request to SF1601, to send or print.",
      valueName: "formats"))
  var format = FormatList([.html, .xml])

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Pack the messages into containers for Digital Post (.tar.lzma) in this folder, each with an index; for a system that keeps "
        + "its own approvals. What was issued is packed by 'pack'.",
      valueName: "dir"))
  var pack: String?

  @OptionGroup var messages: MessageOptions

  @Flag(name: .long, help: "Mark the documents as a draft (UDKAST).")
  var draft = false

  func validate() throws {
    if output.isEmpty { throw ValidationError("--output needs the name of a folder") }
    try validateMessages()
    guard isFilter else { return try options.requireCases() }
    guard format.form == nil, !format.formats.contains(.pdf) else {
      throw ValidationError("--output - gives lines of text: --format html, xml or both")
    }
  }

  private var isFilter: Bool { output == "-" }

  /// What the workers make of each case.
  var renderOptions: RenderOptions {
    RenderOptions(kinds: options.kinds, outputs: format.outputs, isDraft: draft)
  }

  func run() throws {
    let letterbook = try options.open(law: .asNeeded)
    if isFilter {
      try filter(letterbook)
    } else {
      try write(letterbook)
    }
  }

  private func filter(_ letterbook: Letterbook) throws {
    // Each look at them copies them all.
    let options = options
    let run = try options.start(otherwise: .jsonl) { inputs, workers throws(DiagnosticsError) in
      try letterbook.filter(inputs, renderOptions, workers: workers)
    }
    defer { run.stop() }
    var report = RunReport(
      good: "skrevet", bad: "afvist", repeated: RepeatedRemarks(letterbook.lawbook, .byMachine), json: options.json)
    while let batch = run.nextBatch() {
      for filtered in batch where try report.tellsOfCase(filtered.outcome, of: options) {
        let outcome = filtered.outcome
        try report.tell(ofCase: outcome.result.diagnostics)
        report.count(isRefused: outcome.result.isRefused)
        if outcome.result.isRefused {
          try report.tell(refused: outcome)
        } else {
          report.add(lines: filtered.lines)
        }
      }
      try report.show(run.progress)
    }
    try report.finish()
  }

  private func write(_ letterbook: Letterbook) throws {
    let post = try openPost(letterbook)
    let packer = try openPacker()
    let printer = try startPrinter()
    var run = RenderRun(self, letterbook.lawbook, printer, post, packer)
    defer { if let printer { waiting { await printer.close() } } }
    try run.writeAll(letterbook)
  }

  /// The printer, when pages are to be printed; messages do without where it cannot be had.
  private func startPrinter() throws -> Printer? {
    if let form = format.form {
      let json = options.json
      return messages.withoutPDF ? nil : try waiting { try await MessageOptions.startPrinter(for: form, json: json) }
    }
    guard format.formats.contains(.pdf) else { return nil }
    let printer = Printer()
    do throws(PrintingError) {
      try waiting { () throws(PrintingError) in try await printer.start() }
      return printer
    } catch {
      try Terminal.fail(DiagnosticsError([error.diagnostic]), json: options.json)
    }
  }
}

/// The formats of `--format`: documents, or what a sender system takes.
struct FormatList: ExpressibleByArgument {
  let formats: [DocumentFormat]
  /// What a sender system takes, instead of documents.
  let form: MessageForm?

  init(_ formats: [DocumentFormat]) {
    self.formats = formats
    form = nil
  }

  init?(argument: String) {
    form = MessageForm(rawValue: argument)
    if form != nil {
      formats = []
      return
    }
    let words = argument.split(separator: ",", omittingEmptySubsequences: false)
      .map { DocumentFormat(rawValue: String($0)) }
    guard !words.contains(nil) else { return nil }
    // In the order of the declaration, each once, whatever the order of the words.
    formats = DocumentFormat.allCases.filter(words.contains)
  }

  var defaultValueDescription: String { formats.map(\.rawValue).joined(separator: ",") }

  /// What the templates have to make: a PDF is made of the HTML.
  var outputs: [Output] {
    Output.allCases.filter {
      formats.contains(DocumentFormat($0)) || $0 == .html && (formats.contains(.pdf) || form != nil)
    }
  }
}
