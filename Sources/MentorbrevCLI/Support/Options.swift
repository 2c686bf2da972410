public import ArgumentParser
public import Casework
import Diagnostics
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
  func open(authority: String? = nil) throws -> Letterbook {
    do throws(DiagnosticsError) {
      return try Letterbook(contentsOf: folder, authorityFile: authority)
    } catch {
      Terminal.report(error.diagnostics, .english)
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

/// Which cases, and what is known about all of them.
struct CaseOptions: ParsableArguments {
  @Argument(help: "Case files (.json), or '-' for standard input.")
  var cases: [String]

  @OptionGroup var letterbook: LetterbookOptions

  @Option(
    name: .long, help: ArgumentHelp("The authority's profile, for cases that do not name another.", valueName: "file"))
  var authority: String?

  @Option(name: .long, help: "A kind of document; may be repeated. Otherwise all that the decision leads to.")
  var kind: [DocumentKind] = []

  @Flag(name: .long, help: "One line of JSON per case on standard output, for machines.")
  var json = false

  var kinds: [DocumentKind]? { kind.isEmpty ? nil : kind }
}

extension DocumentKind: ExpressibleByArgument {}

/// A case file that was read, or the reason why it could not be.
struct CaseInput {
  let file: String
  let reading: Reading

  /// Reads a case file; a file that cannot be read is a case with one error.
  init(_ path: String) {
    do throws(FileError) {
      let bytes =
        path == "-" ? try FileSystem.readStandardInput(limit: Self.limit) : try FileSystem.read(path, limit: Self.limit)
      file = path == "-" ? "<stdin>" : path
      reading = CaseReader().read(bytes, file: file)
    } catch {
      file = path
      reading = Reading(caseFile: nil, diagnostics: [Self.unreadable(path, error)])
    }
  }

  /// Well above the most that a case may have; what never ends is not read for ever.
  private static let limit = 64 << 20

  private static func unreadable(_ path: String, _ error: FileError) -> Diagnostic {
    switch error.code {
    case EISDIR:
      Diagnostic(
        .error, "unreadable", "\(path) er en mappe og ikke en sag.", help: "Skriv navnet på filen i mappen.")
    case ENOENT, ENOTDIR:
      Diagnostic(.error, "unreadable", "\(path) findes ikke.", help: "Se efter, om stien er rigtig.")
    case EACCES:
      Diagnostic(.error, "unreadable", "\(path) kan ikke læses: adgang nægtet.", help: "Se efter, om du har adgang.")
    case 0:
      Diagnostic(
        .error, "unreadable", "\(path) er større end \(limit >> 20) MB, og det er ingen sag.",
        help: "Se efter, om det er den rigtige fil.")
    default:
      Diagnostic(
        .error, "unreadable", "\(path) kan ikke læses (\(error.reason)).", help: "Se efter, om filen er hel.")
    }
  }
}
