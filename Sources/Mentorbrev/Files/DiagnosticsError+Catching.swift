package import Diagnostics
package import Register

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
    case let error as FileError: self.init(unwritable: error)
    default:
      self.init(
        [Diagnostic(.error, "unwritable", "Noget gik galt: \(error).", help: "Start kørslen igen.")], in: .danish)
    }
  }

  /// That the system gives no thread to work in.
  static var noThreads: DiagnosticsError {
    DiagnosticsError(
      [
        Diagnostic(
          .error, "no-threads", "Systemet giver ikke flere tråde.",
          help: "Vælg færre med '--workers', eller hæv grænsen for processer og for hukommelse.")
      ], in: .danish)
  }

  /// What is wrong with a register.
  package init(_ error: RegisterError) {
    self.init([Diagnostic(.error, error.id, error.message, help: error.help)], in: .danish)
  }

  private init(unwritable error: FileError) {
    if error.code == FileError.link {
      self.init(
        [
          Diagnostic(
            .error, "unwritable", "\(error.path.visible) er et link. Der skrives ikke gennem links.",
            help: "Læg mappen selv i stedet for linket. Start derefter kørslen igen.")
        ], in: .danish)
      return
    }
    self.init(
      [
        Diagnostic(
          .error, "unwritable", "\(error.path.visible) kan ikke skrives: \(error.reason).",
          help: "Se efter, om disken er fuld, og om du har adgang til mappen. Start derefter kørslen igen.")
      ], in: .danish)
  }
}
