import ArgumentParser
import Casework
import Diagnostics

/// How many cases of a run were good, and how many were not.
struct Tally {
  /// What a good case is called, such as `skrevet`.
  let good: String
  /// What a refused case is called, such as `afvist`.
  let bad: String
  /// What a case is called for which there was nothing to do, such as `udstedt før`.
  let same: String
  /// Whether the numbers are told also of one case, or none: where cases were chosen, they say what the choice came to.
  let isAlwaysTold: Bool
  private(set) var total = 0
  private(set) var refused = 0
  private(set) var unchanged = 0
  private var isFileWrong = false

  init(good: String, bad: String, same: String? = nil, isAlwaysTold: Bool = false) {
    self.good = good
    self.bad = bad
    self.same = same ?? "\(good) før"
    self.isAlwaysTold = isAlwaysTold
  }

  mutating func count(isRefused: Bool, isUnchanged: Bool = false) {
    total += 1
    if isUnchanged { unchanged += 1 }
    if isRefused { refused += 1 }
  }

  /// Counts what is said of the text around the cases.
  mutating func countFile(isWrong: Bool) { if isWrong { isFileWrong = true } }

  /// Tells the numbers of more than one case, and ends the command when anything was refused.
  func finish(json: Bool) throws {
    if total > 1 || isAlwaysTold, !json {
      let before = unchanged > 0 ? ", \(unchanged) \(same)" : ""
      let cases = "\(total) \(total == 1 ? "sag" : "sager")"
      Terminal.report("\(cases): \(total - refused - unchanged) \(good), \(refused) \(bad)\(before).")
    }
    if refused > 0 || isFileWrong { throw ExitCode.refused }
  }
}
