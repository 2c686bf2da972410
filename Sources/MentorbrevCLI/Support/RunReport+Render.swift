import ArgumentParser
import Casework
import Diagnostics
import Mentorbrev

/// What runs tell that write documents.
extension RunReport {
  /// Tells what is said of the text around the cases, and what ends a run; true when there is a case to tell of.
  mutating func tellsOfCase(_ outcome: CaseOutcome, of options: CaseOptions) throws -> Bool {
    if try tellsOfFile(outcome.reading) { return false }
    guard let failure = outcome.failure else { return true }
    try fail(failure)
    throw try stopped(at: outcome.reading, of: options)
  }

  /// Templates, printer and disk are the same for all cases: the rest would fail in the same way.
  mutating func stopped(at reading: Reading, of options: CaseOptions) throws -> ExitCode {
    if options.cases.count > 1 || reading.isListed {
      try tell("mentorbrev: stopped at \(reading.name); nothing was written for it and the cases after it")
    }
    return .nothingDone
  }

  /// Tells that nothing was written for a case.
  mutating func tell(refused outcome: CaseOutcome) throws {
    let reading = outcome.reading
    if json { return add(JSONLine(reading, outcome.result, status: "refused").text) }
    let errors = outcome.result.diagnostics.filter { $0.severity == .error }.count
    try tell(
      "\(reading.name): afvist på grund af \(errors) fejl. "
        + "Der er ikke skrevet noget for sagen.")
  }
}
