import ArgumentParser
import Casework
import Diagnostics
import Mentorbrev

/// The copy of a table with what is wrong in each row, written row by row.
struct ErrorCopy {
  private let path: String
  private let file: NewFile
  private var copy = TableCopy()

  init(_ path: String) throws {
    self.path = path
    guard !FileSystem.isOther(path) else {
      Terminal.report(
        "mentorbrev: cannot write \(path.visible): it is no file but a folder, a link or a device; name another file")
      throw ExitCode.nothingDone
    }
    do throws(FileError) {
      file = try NewFile(path)
    } catch {
      throw Self.failure(error)
    }
  }

  mutating func add(_ reading: Reading, _ diagnostics: [Diagnostic]) throws {
    do throws(FileError) {
      try file.write(copy.rows(for: reading, diagnostics))
    } catch {
      throw Self.failure(error)
    }
  }

  /// Gives the copy its name, when there was anything to copy.
  func finish() throws {
    guard copy.hasRows else { return Terminal.report("mentorbrev: no rows to copy; \(path.visible) was not written") }
    do throws(FileError) {
      try file.finish()
    } catch {
      throw Self.failure(error)
    }
    Terminal.report("mentorbrev: \(path.visible) holds the rows with what is wrong in each")
  }

  private static func failure(_ error: FileError) -> ExitCode {
    Terminal.report("mentorbrev: cannot write \(error.path.visible): \(error.reason)")
    return .nothingDone
  }
}
