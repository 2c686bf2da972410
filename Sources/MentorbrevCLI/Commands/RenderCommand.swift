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

  @Option(name: .long, help: ArgumentHelp("html, xml, pdf, or several with a comma between.", valueName: "formats"))
  var format = FormatList([.html, .xml])

  @Flag(name: .long, help: "Mark the documents as a draft (UDKAST).")
  var draft = false

  func validate() throws {
    if output.isEmpty { throw ValidationError("--output needs the name of a folder") }
  }

  func run() async throws {
    let letterbook = try options.open()
    let printer = format.formats.contains(.pdf) ? Printer() : nil
    do throws(PrintingError) {
      try await printer?.start()
    } catch {
      try Terminal.fail(DiagnosticsError([error.diagnostic]), json: options.json)
    }
    var run = RenderRun(self, letterbook, printer)
    do {
      try await run.writeAll()
    } catch {
      await printer?.close()
      throw error
    }
    await printer?.close()
  }
}

/// The formats of `--format`.
struct FormatList: ExpressibleByArgument {
  let formats: [DocumentFormat]

  init(_ formats: [DocumentFormat]) { self.formats = formats }

  init?(argument: String) {
    let words = argument.split(separator: ",", omittingEmptySubsequences: false)
      .map { DocumentFormat(rawValue: String($0)) }
    guard !words.contains(nil) else { return nil }
    // In the order of the declaration, each once, whatever the order of the words.
    formats = DocumentFormat.allCases.filter(words.contains)
  }

  var defaultValueDescription: String { formats.map(\.rawValue).joined(separator: ",") }

  /// What the templates have to make: a PDF is made of the HTML.
  var outputs: [Output] {
    Output.allCases.filter { formats.contains(DocumentFormat($0)) || $0 == .html && formats.contains(.pdf) }
  }
}
