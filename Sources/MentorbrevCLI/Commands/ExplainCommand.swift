import ArgumentParser
import Casework
import Diagnostics
import Fields
import Lawbook
import Mentorbrev

/// `explain`: which rules apply to a case, and what each says.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    _superCommandName: Program.name,
    abstract: "List the rules that apply to a case, with their statutes, and what each says.",
    discussion: "Each rule with its severity, how sure the lawbook is of it, its source, and its finding.")

  @OptionGroup var options: CaseOptions

  func validate() throws { try options.requireCases() }

  func run() throws {
    let letterbook = try options.open()
    let run = try options.start { inputs, workers throws(DiagnosticsError) in
      try letterbook.check(inputs, kinds: options.kinds, workers: workers)
    }
    defer { run.stop() }
    var report = RunReport(good: "i orden", bad: "afvises", json: options.json)
    while let batch = run.nextBatch() {
      for outcome in batch where try !report.tellsOfFile(outcome.reading) {
        report.count(isRefused: outcome.result.isRefused)
        explain(outcome, letterbook.lawbook, &report)
        try report.tell(outcome.result.diagnostics)
        if options.json, outcome.result.isRefused {
          report.add(JSONLine(outcome.reading, outcome.result, status: "refused").text)
        }
      }
      try report.show(run.progress)
    }
    try report.finish()
  }

  private func explain(_ outcome: CaseOutcome, _ lawbook: Lawbook, _ report: inout RunReport) {
    for kind in DocumentKind.allCases {
      guard let findings = outcome.result.findings[kind], !findings.isEmpty else { continue }
      if options.json {
        for finding in findings { report.add(Self.line(finding, kind, outcome.reading, lawbook).text) }
      } else {
        report.add("\(outcome.reading.name): \(kind.label)\n")
        for finding in findings { report.add(Self.text(finding, lawbook)) }
      }
    }
  }

  private static func text(_ finding: Finding, _ lawbook: Lawbook) -> String {
    var lines = [
      "\(finding.rule.id)  \(finding.rule.title)",
      "     fund:       \(finding.outcome.label)\(finding.message.isEmpty ? "" : ": \(finding.message)")",
    ]
    let basis = finding.basis(in: lawbook)
    if !basis.isEmpty { lines.append("     hjemmel:    \(basis)") }
    lines.append("     regel:      \(finding.rule.severity.label), \(finding.rule.confidence.label)")
    if !finding.rule.sources.isEmpty { lines.append("     kilde:      \(finding.rule.sources.joined(separator: " "))") }
    if let path = finding.path { lines.append("     felt:       \(path)\(finding.location.map { " (\($0))" } ?? "")") }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func line(_ finding: Finding, _ kind: DocumentKind, _ reading: Reading, _ lawbook: Lawbook) -> JSONLine
  {
    var line = JSONLine()
    line.add(reading)
    line.add("kind", kind.rawValue)
    line.add("rule", finding.rule.id)
    line.add("title", finding.rule.title)
    line.add("outcome", finding.outcome.rawValue)
    line.add("message", finding.message)
    line.add("basis", finding.basis(in: lawbook))
    line.add("severity", finding.rule.severity.rawValue)
    line.add("confidence", finding.rule.confidence.rawValue)
    line.add("sources", words: finding.rule.sources)
    line.add("path", finding.path)
    line.add("line", finding.location?.line)
    line.add("column", finding.location?.column)
    return line
  }
}
