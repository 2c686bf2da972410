import ArgumentParser
import Casework
import Diagnostics
import Mentorbrev

/// `check`: says what would be refused, and why.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    _superCommandName: Program.name,
    abstract: "Say what would be refused, and why; write nothing.",
    discussion: "Every problem of every case at once, each with its place, statute and remedy.")

  @OptionGroup var options: CaseOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "For one CSV file: a copy with the columns 'fejl' and 'advarsler', to mend in a spreadsheet.", valueName: "file"))
  var errors: String?

  func validate() throws {
    try options.requireCases()
    guard let errors else { return }
    if errors.isEmpty || errors == "-" || options.cases.contains(where: { FileSystem.isSame($0, errors) }) {
      throw ValidationError("--errors needs a file of its own for the copy")
    }
    guard options.cases.count == 1, options.format(of: options.cases[0]) == .csv else {
      throw ValidationError("--errors copies one CSV file")
    }
  }

  func run() throws {
    let interruption = Interruption()
    let letterbook = try options.open()
    let run = try options.start { inputs, workers throws(DiagnosticsError) in
      try letterbook.check(inputs, kinds: options.kinds, workers: workers)
    }
    defer { run.stop() }
    if run.hasThreads { interruption.stops(run.stop) }
    var report = RunReport(
      good: "i orden", bad: "afvises",
      repeated: RepeatedRemarks(letterbook.lawbook, errors.map(RepeatedRemarks.Way.inCopy) ?? .byMachine),
      json: options.json)
    var identities = IdentityRun()
    var copy = try errors.map(ErrorCopy.init)
    while let batch = run.nextBatch() {
      for outcome in batch {
        let reading = outcome.reading
        if try report.tellsOfFile(reading) {
          try copy?.add(reading, reading.diagnostics)
          continue
        }
        var result = outcome.result
        identities.claim(&result, at: reading.location)
        report.count(isRefused: result.isRefused)
        try copy?.add(reading, result.diagnostics)
        try report.tell(ofCase: result.diagnostics)
        report.add(
          options.json
            ? JSONLine(reading, result, status: result.isRefused ? "refused" : "ok").text
            : "\(reading.name): \(Self.verdict(result))")
      }
      try report.show(run.progress)
    }
    try interruption.check(&report)
    try report.flush()
    try copy?.finish()
    try report.finish()
  }

  private static func verdict(_ result: CaseResult) -> String {
    let errors = result.diagnostics.filter { $0.severity == .error }.count
    let warnings = result.diagnostics.filter { $0.severity == .warning }.count
    let details = warnings == 0 ? "" : warnings == 1 ? ", 1 advarsel" : ", \(warnings) advarsler"
    return errors == 0 ? "i orden\(details)" : "afvises: \(errors) fejl\(details)"
  }
}
