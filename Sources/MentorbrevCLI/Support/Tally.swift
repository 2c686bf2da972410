import ArgumentParser
import Casework
import Diagnostics

/// How many cases of a run were good, and how many were not.
struct Tally {
  /// What a good case is called, such as `skrevet`.
  let good: String
  /// What a refused case is called, such as `afvist`.
  let bad: String
  private var total = 0
  private var refused = 0
  private var isFileWrong = false

  init(good: String, bad: String) {
    self.good = good
    self.bad = bad
  }

  mutating func count(isRefused: Bool) {
    total += 1
    if isRefused { refused += 1 }
  }

  /// Tells what is said of the text around the cases; false when the reading is a case.
  mutating func tellsOfFile(_ reading: Reading, json: Bool) throws -> Bool {
    if reading.isCase { return false }
    if reading.diagnostics.hasErrors { isFileWrong = true }
    if json {
      try Terminal.print(JSONLine(ofFile: reading).text)
    } else {
      Terminal.report(reading.diagnostics, .danish)
    }
    return true
  }

  /// Tells the numbers of more than one case, and ends the command when anything was refused.
  func finish(json: Bool) throws {
    if total > 1, !json { Terminal.report("\(total) sager: \(total - refused) \(good), \(refused) \(bad).") }
    if refused > 0 || isFileWrong { throw ExitCode.refused }
  }
}
