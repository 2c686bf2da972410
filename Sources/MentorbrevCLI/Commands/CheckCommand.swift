import ArgumentParser
import Diagnostics
import Mentorbrev

/// `check`: says what would be refused, and why.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say what would be refused, and why; write nothing.",
    discussion: "Every problem of every case at once, each with its place, statute and remedy.")

  @OptionGroup var options: CaseOptions

  func run() throws {
    let letterbook = try options.letterbook.open(authority: options.authority)
    var refused = 0
    var run = IdentityRun()
    for path in options.cases {
      let input = CaseInput(path)
      var result = letterbook.check(input.reading, kinds: options.kinds)
      run.claim(&result, file: input.file)
      if result.isRefused { refused += 1 }
      if options.json {
        try Terminal.print(JSONLine(file: input.file, result, status: result.isRefused ? "refused" : "ok").text)
      } else {
        Terminal.report(result.diagnostics, .danish)
        try Terminal.print("\(input.file): \(Self.verdict(result))")
      }
    }
    if refused > 0 { throw ExitCode.refused }
  }

  private static func verdict(_ result: CaseResult) -> String {
    let errors = result.diagnostics.filter { $0.severity == .error }.count
    let warnings = result.diagnostics.filter { $0.severity == .warning }.count
    let details = warnings == 0 ? "" : warnings == 1 ? ", 1 advarsel" : ", \(warnings) advarsler"
    return errors == 0 ? "i orden\(details)" : "afvises: \(errors) fejl\(details)"
  }
}
