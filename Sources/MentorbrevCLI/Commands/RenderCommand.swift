import ArgumentParser
import Casework
import Diagnostics
import Mentorbrev
import Printing
import Templating

/// `render`: writes the documents of cases.
struct RenderCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Write the documents of cases.",
    discussion: """
      For a grant: the decision letter (HTML), the decision record (XML) and Min Plan (HTML and XML). The paths of the \
      files go to standard output, messages about a case to standard error. A case with an error is refused whole: \
      nothing is written for it. Rendering again writes over the same files. PDF needs WeasyPrint: what is missing is \
      told with the line that installs it.
      """)

  @OptionGroup var options: CaseOptions

  @Option(name: .long, help: ArgumentHelp("Where the documents go.", valueName: "dir"))
  var output = "Output"

  @Option(
    name: .long,
    help: ArgumentHelp(
      "html, xml, pdf, or several with a comma between; or memo: a message in Digital Post for each digital recipient; "
        + "or kombi: a request to SF1601, to send or print.",
      valueName: "formats"))
  var format = FormatList([.html, .xml])

  @OptionGroup var post: PostOptions

  @Flag(name: .long, help: "Mark the documents as a draft (UDKAST).")
  var draft = false

  func validate() throws {
    if output.isEmpty { throw ValidationError("--output needs the name of a folder") }
    try post.validate(for: format.form, isDraft: draft)
  }

  func run() async throws {
    let letterbook = try options.open()
    let post = try format.form.map { try self.post.open($0, letterbook, json: options.json) }
    var printer = format.formats.contains(.pdf) || post != nil && !self.post.withoutPDF ? Printer() : nil
    do throws(PrintingError) {
      try await printer?.start()
    } catch {
      guard format.form == .memo else { try Terminal.fail(DiagnosticsError([error.diagnostic]), json: options.json) }
      // The same letter as HTML is a whole message.
      await printer?.close()
      printer = nil
      Terminal.report(
        "mentorbrev: no PDF is made here, so the messages hold the letters as HTML alone; "
          + "render --format pdf tells what is missing")
    }
    var run = RenderRun(self, letterbook, printer, post)
    do {
      try await run.writeAll()
    } catch {
      await printer?.close()
      throw error
    }
    await printer?.close()
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
