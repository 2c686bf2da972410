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
    abstract: "List the rules that apply to a case, with their statutes, and what each says.",
    discussion: "Each rule with its severity, how sure the lawbook is of it, its source, and its finding.")

  @OptionGroup var options: CaseOptions

  func run() throws {
    let letterbook = try options.open()
    var tally = Tally(good: "i orden", bad: "afvises")
    for reading in options.readings {
      if try tally.tellsOfFile(reading, json: options.json) { continue }
      let result = letterbook.check(reading, kinds: options.kinds)
      tally.count(isRefused: result.isRefused)
      for kind in DocumentKind.allCases {
        guard let findings = result.findings[kind], !findings.isEmpty else { continue }
        if options.json {
          for finding in findings { try Terminal.print(Self.line(finding, kind, reading, letterbook.lawbook).text) }
        } else {
          try Terminal.print("\(reading.name): \(kind.label)\n")
          for finding in findings { try Terminal.print(Self.text(finding, letterbook.lawbook)) }
        }
      }
      if !options.json {
        Terminal.report(result.diagnostics, .danish)
      } else if result.isRefused {
        try Terminal.print(JSONLine(reading, result, status: "refused").text)
      }
    }
    try tally.finish(json: options.json)
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
