public import Casework
import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension CaseStream {
  /// The cases of a file, or of standard input. A file that cannot be read is one reading that says why.
  ///
  /// - Parameters:
  ///   - path: the path of the file, `-` for standard input.
  ///   - format: the form of an input whose name does not tell it.
  public init(contentsOf path: String, format: InputFormat = .json) {
    let isStandardInput = path == "-"
    var input: InputFile?
    self.init(
      file: isStandardInput ? "<stdin>" : path, format: InputFormat(of: path, otherwise: format)
    ) { () throws(DiagnosticsError) in
      do throws(FileError) {
        if let input { return try input.next() }
        let file = isStandardInput ? InputFile() : try InputFile(path)
        input = file
        return try file.next()
      } catch {
        throw DiagnosticsError([Self.unreadable(path, error)])
      }
    }
  }

  private static func unreadable(_ path: String, _ error: FileError) -> Diagnostic {
    switch error.code {
    case EISDIR:
      Diagnostic(
        .error, "unreadable", "\(path) er en mappe og ikke en sag.", help: "Skriv navnet på filen i mappen.")
    case ENOENT, ENOTDIR:
      Diagnostic(.error, "unreadable", "\(path) findes ikke.", help: "Se efter, om stien er rigtig.")
    case EACCES:
      Diagnostic(.error, "unreadable", "\(path) kan ikke læses: adgang nægtet.", help: "Se efter, om du har adgang.")
    default:
      Diagnostic(
        .error, "unreadable", "\(path) kan ikke læses (\(error.reason)).", help: "Se efter, om filen er hel.")
    }
  }
}
