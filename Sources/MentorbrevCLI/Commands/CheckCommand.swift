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

  @Option(
    name: .long,
    help: ArgumentHelp(
      "For one CSV file: a copy with the columns 'fejl' and 'advarsler', to mend in a spreadsheet.", valueName: "file"))
  var errors: String?

  func validate() throws {
    guard let errors else { return }
    if errors.isEmpty || errors == options.cases.first {
      throw ValidationError("--errors needs a file of its own for the copy")
    }
    guard options.cases.count == 1, options.format(of: options.cases[0]) == .csv else {
      throw ValidationError("--errors copies one CSV file")
    }
  }

  func run() throws {
    let letterbook = try options.open()
    var tally = Tally(good: "i orden", bad: "afvises")
    var run = IdentityRun()
    var copy = try errors.map(ErrorCopy.init)
    for reading in options.readings {
      if try tally.tellsOfFile(reading, json: options.json) {
        try copy?.add(reading, reading.diagnostics)
        continue
      }
      var result = letterbook.check(reading, kinds: options.kinds)
      run.claim(&result, of: reading)
      tally.count(isRefused: result.isRefused)
      try copy?.add(reading, result.diagnostics)
      if options.json {
        try Terminal.print(JSONLine(reading, result, status: result.isRefused ? "refused" : "ok").text)
      } else {
        Terminal.report(result.diagnostics, .danish)
        try Terminal.print("\(reading.name): \(Self.verdict(result))")
      }
    }
    try copy?.finish()
    try tally.finish(json: options.json)
  }

  private static func verdict(_ result: CaseResult) -> String {
    let errors = result.diagnostics.filter { $0.severity == .error }.count
    let warnings = result.diagnostics.filter { $0.severity == .warning }.count
    let details = warnings == 0 ? "" : warnings == 1 ? ", 1 advarsel" : ", \(warnings) advarsler"
    return errors == 0 ? "i orden\(details)" : "afvises: \(errors) fejl\(details)"
  }
}
