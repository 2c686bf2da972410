import Diagnostics
import Register

extension DiagnosticsError {
  /// Does something with a register and with files, and tells what goes wrong with either in one way.
  static func catching<Value>(_ body: () throws -> Value) throws(DiagnosticsError) -> Value {
    do {
      return try body()
    } catch {
      throw DiagnosticsError(catching: error)
    }
  }

  init(catching error: any Error) {
    switch error {
    case let error as DiagnosticsError: self = error
    case let error as RegisterError: self.init(error)
    case let error as FileError: self = IssueRecorder.unwritable(error)
    default: self.init([Diagnostic(.error, "unwritable", "Noget gik galt: \(error).")], in: .danish)
    }
  }
}
