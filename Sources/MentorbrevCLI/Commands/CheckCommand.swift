import ArgumentParser
import Casework
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
    var tally = Tally(good: "i orden", bad: "afvises")
    var run = IdentityRun()
    for reading in options.readings {
      if try tally.tellsOfFile(reading, json: options.json) { continue }
      var result = letterbook.check(reading, kinds: options.kinds)
      run.claim(&result, of: reading)
      tally.count(isRefused: result.isRefused)
      if options.json {
        try Terminal.print(JSONLine(reading, result, status: result.isRefused ? "refused" : "ok").text)
      } else {
        Terminal.report(result.diagnostics, .danish)
        try Terminal.print("\(reading.name): \(Self.verdict(result))")
      }
    }
    try tally.finish(json: options.json)
  }

  private static func verdict(_ result: CaseResult) -> String {
    let errors = result.diagnostics.filter { $0.severity == .error }.count
    let warnings = result.diagnostics.filter { $0.severity == .warning }.count
    let details = warnings == 0 ? "" : warnings == 1 ? ", 1 advarsel" : ", \(warnings) advarsler"
    return errors == 0 ? "i orden\(details)" : "afvises: \(errors) fejl\(details)"
  }
}
