import ArgumentParser
import Diagnostics
import Mentorbrev

/// The two outputs of a command. A full disk behind them ends the command; it is never passed over.
enum Terminal {
  /// Writes a line to standard output.
  static func print(_ line: String) throws { try write(Array((line + "\n").utf8)) }

  /// Writes bytes to standard output.
  static func write(_ bytes: [UInt8]) throws {
    do throws(FileError) {
      try FileSystem.write(bytes, to: 1, named: "standard output")
    } catch {
      report("mentorbrev: cannot write to standard output: \(error.reason)")
      throw ExitCode.nothingDone
    }
  }

  /// Writes a line to standard error; when even that fails there is nobody left to tell.
  static func report(_ line: String) { write(toErrors: line + "\n") }

  /// The same without the end of a line.
  static func write(toErrors text: String) {
    try? FileSystem.write(Array(text.utf8), to: 2, named: "standard error")
  }

  /// Writes diagnostics to standard error.
  static func report(_ diagnostics: [Diagnostic], _ language: DiagnosticFormatter.Language) {
    let formatter = DiagnosticFormatter(language)
    for diagnostic in diagnostics { report(formatter.text(for: diagnostic)) }
  }

  /// Reports what is wrong with templates, lawbook or profile, for people or for machines, and ends the command.
  static func fail(_ error: DiagnosticsError, json: Bool) throws -> Never {
    try report(error, json: json)
    throw ExitCode.nothingDone
  }

  /// Reports why what was asked of a register is refused, and ends the command. When the register, the disk, the templates
  /// or the machine are the reason, nothing could be done; otherwise it was judged.
  static func refuse(_ error: DiagnosticsError, json: Bool = false) throws -> Never {
    try report(error, json: json)
    throw isOfMachine(error) ? ExitCode.nothingDone : ExitCode.refused
  }

  /// What is said of templates and of the machine is English; what is said of a register and of files has ids of its own.
  private static func isOfMachine(_ error: DiagnosticsError) -> Bool {
    error.language == .english
      || error.diagnostics.contains { $0.id.hasPrefix("register-") || ["unwritable", "unreadable"].contains($0.id) }
  }

  /// Reports it, for people or for machines.
  static func report(_ error: DiagnosticsError, json: Bool) throws {
    if json {
      try print(JSONLine(failed: error.diagnostics).text)
    } else {
      report(error.diagnostics, error.language)
    }
  }
}

extension ExitCode {
  /// At least one case was refused.
  static let refused = ExitCode(1)
  /// Nothing could be done: templates, lawbook, disk.
  static let nothingDone = ExitCode(2)
}
