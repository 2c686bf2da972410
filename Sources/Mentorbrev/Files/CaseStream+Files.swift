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
    self.init(contentsOf: path, format: format) { _ in }
  }

  /// The same, and tells before each piece that is read how many bytes came with the one before it.
  init(contentsOf path: String, format: InputFormat, willRead: @escaping (_ last: Int) -> Void) {
    let isStandardInput = path == "-"
    var input: InputFile?
    var last = 0
    self.init(
      file: CaseInputs.name(of: path), format: InputFormat(of: path, otherwise: format)
    ) { () throws(DiagnosticsError) in
      willRead(last)
      do throws(FileError) {
        let file: InputFile
        if let input { file = input } else { file = isStandardInput ? InputFile() : try InputFile(path) }
        input = file
        let piece = try file.next()
        last = piece.count
        return piece
      } catch {
        throw DiagnosticsError([error.unreadable()])
      }
    }
  }
}
