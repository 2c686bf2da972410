import Diagnostics
import Register

extension RunBook {
  /// Makes sure that some runs hold each of some cases: a slip would leave a citizen without a letter.
  func requireCases(_ numbers: Set<String>, in runs: [Int]) throws(DiagnosticsError) {
    var problems: [Diagnostic] = []
    for number in numbers.sorted() {
      var isThere = false
      try DiagnosticsError.catching {
        try reader.eachIssue(.ofCase(number)) { issue in isThere = isThere || runs.contains(issue.run) }
      }
      if isThere { continue }
      problems.append(
        Diagnostic(
          .error, "no-such-case",
          "\(runs.count == 1 ? "Kørsel" : "Kørslerne") \(runs.map(String.init).joined(separator: ", ")) har ingen sag med "
            + "nummeret '\(number.visible)'.",
          help: "'mentorbrev register list\(folderOption)' viser sagerne."))
    }
    if !problems.isEmpty { throw DiagnosticsError(problems, in: .danish) }
  }
}
