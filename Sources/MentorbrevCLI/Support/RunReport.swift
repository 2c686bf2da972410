import ArgumentParser
import Casework
import Diagnostics
import Mentorbrev

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What a run over cases tells: results on standard output, messages on standard error, and a bar between them while a
/// person waits.
struct RunReport {
  let json: Bool
  private var tally: Tally
  /// How many cases were done before this run.
  var unchanged: Int { tally.unchanged }
  /// Results that have not been written yet.
  private var results = ResultLines()
  private var bar = ProgressBar()
  /// What is counted instead of told again; nil where each is told.
  private var repeated: RepeatedRemarks?

  init(
    good: String, bad: String, same: String? = nil, isAlwaysTold: Bool = false, repeated: RepeatedRemarks? = nil,
    json: Bool
  ) {
    self.json = json
    self.repeated = repeated
    tally = Tally(good: good, bad: bad, same: same, isAlwaysTold: isAlwaysTold)
    // A reader that has gone away is an error that is told, and files under passing names are cleared away.
    signal(SIGPIPE, SIG_IGN)
    // So is a file that may not grow any more.
    signal(SIGXFSZ, SIG_IGN)
  }

  /// Adds a line to standard output.
  mutating func add(_ line: String) { results.add(line: line) }

  /// Adds whole lines to standard output.
  mutating func add(lines: [UInt8]) { results.add(lines: lines) }

  /// Writes a line to standard error, after the results before it.
  mutating func tell(_ line: String) throws {
    try flush()
    Terminal.report(line)
  }

  /// Writes diagnostics to standard error; for machines they are part of the results.
  mutating func tell(_ diagnostics: [Diagnostic]) throws {
    guard !json, !diagnostics.isEmpty else { return }
    try flush()
    Terminal.report(diagnostics, .danish)
  }

  /// The same of one case: what many cases share is counted.
  mutating func tell(ofCase diagnostics: [Diagnostic]) throws {
    guard !json else { return }
    try tell(repeated?.told(diagnostics) ?? diagnostics)
  }

  /// Tells what was counted so far.
  mutating func tellCounted() throws {
    guard let lines = repeated?.takeLines(), !lines.isEmpty else { return }
    try flush()
    for line in lines { Terminal.report(line) }
  }

  /// Tells what is said of the text around the cases; false when the reading is a case.
  mutating func tellsOfFile(_ reading: Reading) throws -> Bool {
    if reading.isCase { return false }
    tally.countFile(isWrong: reading.diagnostics.hasErrors)
    if json { add(JSONLine(ofFile: reading).text) }
    try tell(reading.diagnostics)
    return true
  }

  mutating func count(isRefused: Bool, isUnchanged: Bool = false) {
    tally.count(isRefused: isRefused, isUnchanged: isUnchanged)
  }

  /// Tells what ends the run.
  mutating func fail(_ error: DiagnosticsError) throws {
    try flush()
    try tellCounted()
    try Terminal.report(error, json: json)
  }

  /// Writes the results so far, and shows how far the run is.
  mutating func show(_ progress: Double?) throws {
    if !results.isEmpty { try flush() }
    bar.draw(progress, tally)
  }

  /// Writes the results so far and takes the bar away, so that something else can stand there.
  mutating func flush() throws {
    bar.erase()
    try results.flush()
  }

  /// Tells the numbers, and ends the command when anything was refused.
  mutating func finish() throws {
    try flush()
    try tellCounted()
    try tally.finish(json: json)
  }
}
