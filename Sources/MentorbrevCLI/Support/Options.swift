import ArgumentParser
public import Casework
import Diagnostics
import Lawbook
import Mentorbrev
import Templating

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where templates, lawbook and profile are found.
struct LetterbookOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The folder of templates and lawbook.",
      discussion: "Otherwise MENTORBREV_TEMPLATES, then ./Templates, then the folder beside the installed program.",
      valueName: "dir"))
  var templates: String?

  /// Opens the letterbook, or reports everything that is wrong with it and ends.
  ///
  /// - Parameter undone: what was not done therefore, for people; said after the errors of lawbook and profiles.
  func open(
    authority: String? = nil, law: Lawbook.Extent = .whole, json: Bool = false, undone: String? = nil
  ) throws -> Letterbook {
    do throws(DiagnosticsError) {
      let letterbook = try Letterbook(contentsOf: folder, authorityFile: authority, law: law)
      // It lives as long as the program. Taking its many small objects apart at the end would serve nobody.
      _ = Unmanaged.passRetained(Kept(letterbook))
      return letterbook
    } catch {
      try Terminal.report(error, json: json)
      if let undone, !json, !error.diagnostics.contains(where: { $0.id == "no-templates" }) {
        Terminal.report("\(undone), since lawbook and profiles have \(error.diagnostics.numberOfErrors)")
      }
      throw ExitCode.nothingDone
    }
  }

  /// The folder of templates.
  var folder: String {
    if let templates { return templates }
    if let named = getenv("MENTORBREV_TEMPLATES"), named.pointee != 0 { return String(cString: named) }
    if FileSystem.isFolder("Templates") { return "Templates" }
    let beside = FileSystem.programPath.map(FileSystem.parent) ?? "."
    return ["\(beside)/Templates", "\(beside)/../share/mentorbrev/Templates"].first(where: FileSystem.isFolder)
      ?? "Templates"
  }
}

/// Holds a letterbook for good.
private final class Kept: Sendable {
  private let letterbook: Letterbook

  init(_ letterbook: Letterbook) { self.letterbook = letterbook }
}

/// Which cases, and what is known about all of them.
struct CaseOptions: ParsableArguments {
  @Argument(
    help: "Files with cases (.json: one or a list; .jsonl: one a line; .csv: one a row), or '-' for standard input.")
  var cases: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The form of standard input, and of files whose names do not tell it: json, jsonl or csv.", valueName: "form"))
  var inputFormat: InputFormat?

  @OptionGroup var letterbook: LetterbookOptions

  @Option(
    name: .long, help: ArgumentHelp("The authority's profile, for cases that do not name another.", valueName: "file"))
  var authority: String?

  @Option(name: .long, help: "A kind of document; may be repeated. Otherwise all that the decision leads to.")
  var kind: [DocumentKind] = []

  @Flag(name: .long, help: "One line of JSON per case on standard output, for machines.")
  var json = false

  @Option(name: .long, help: "How many threads work; the documents do not depend on it. Otherwise one for each core.")
  var workers: Int?

  func validate() throws {
    if let workers, !(1...256).contains(workers) { throw ValidationError("--workers takes 1 to 256") }
  }

  /// Checks that there are inputs.
  func requireCases() throws {
    if cases.isEmpty { throw ValidationError("Missing expected argument '<cases> ...'") }
  }

  var kinds: [DocumentKind]? { kind.isEmpty ? nil : kind }

  /// The form in which an input is read.
  func format(of path: String) -> InputFormat { InputFormat(of: path, otherwise: inputFormat ?? .json) }

  /// Opens the letterbook with the profile, or reports everything that is wrong and ends.
  ///
  /// - Parameter extent: how much of the lawbook is read now. Only who compiles the templates of each document may leave what
  ///   the kinds must hold for later.
  func open(law extent: Lawbook.Extent = .whole) throws -> Letterbook {
    try letterbook.open(authority: authority, law: extent, json: json)
  }

  /// The inputs; standard input when there are none.
  ///
  /// - Parameter format: the form of standard input when it is not said.
  func inputs(otherwise format: InputFormat = .json) -> CaseInputs {
    CaseInputs(cases.isEmpty ? ["-"] : cases, format: inputFormat ?? format)
  }

  /// Starts a run over the inputs, or reports why it cannot start and ends.
  ///
  /// - Parameter format: the form of standard input when it is not said; without inputs, it is what is read.
  func start<Outcome>(
    otherwise format: InputFormat = .json,
    _ start: (_ inputs: CaseInputs, _ workers: Int?) throws(DiagnosticsError) -> CaseRun<Outcome>
  ) throws -> CaseRun<Outcome> {
    do throws(DiagnosticsError) {
      let inputs = inputs(otherwise: format)
      return try start(inputs, workers ?? (inputs.isSmall ? 0 : nil))
    } catch {
      try Terminal.fail(error, json: json)
    }
  }
}

/// A choice between words that need no further description.
///
/// What the library would find out about the type by itself takes its time, also when another option is asked for.
protocol WordArgument: ExpressibleByArgument, CaseIterable, RawRepresentable<String> {}

extension WordArgument {
  /// The words.
  public static var allValueStrings: [String] { allCases.map { $0.rawValue } }
  /// None: the words say enough.
  public static var allValueDescriptions: [String: String] { [:] }
}

extension DocumentKind: WordArgument {}
extension InputFormat: WordArgument {}
