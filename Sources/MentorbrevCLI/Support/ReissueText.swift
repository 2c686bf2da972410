import Casework
import Diagnostics
import Mentorbrev

/// What a plan for a re-issue says of one case, for the one who is to approve it.
enum ReissueText {
  /// The lines; none for a case whose documents are left alone.
  static func lines(_ proposal: ReissueProposal, _ form: ReissueOrder.Form, showsValues: Bool) -> [String] {
    guard let status = proposal.status, status != .unaffected, !proposal.affected.isEmpty else { return [] }
    let what = status == .refused ? "afvist" : form.label
    var lines = ["\(proposal.caseNumber ?? proposal.reading.name): \(what)"]
    for affected in proposal.affected {
      let successor = proposal.superseded.first { $0.name == affected.name }?.successor
      lines.append(
        "  \(affected.kind.label) af \(affected.date)" + (successor.map { " -> \($0.afterSlash)" } ?? ""))
    }
    let successors = proposal.superseded.map(\.successor)
    for made in proposal.makes where !successors.contains(made.name) { lines.append("  -> \(made.name.afterSlash)") }
    for difference in proposal.differences {
      let old = showsValues ? difference.old ?? "(intet)" : difference.old == nil ? "(intet)" : "***"
      let new = showsValues ? difference.new ?? "(intet)" : difference.new == nil ? "(intet)" : "***"
      lines.append("    \(difference.label) (\(difference.path)): \(old.onOneLine) -> \(new.onOneLine)")
    }
    return lines
  }
}

/// What a plan says of all cases.
struct ReissueSummary {
  private var reasons: [(name: String, count: Int)] = []
  private var kinds: [DocumentKind: Int] = [:]
  private var refusals: [(name: String, count: Int)] = []

  mutating func add(_ proposal: ReissueProposal) {
    for reason in proposal.reasons {
      let label = proposal.differences.first { $0.path == reason }?.label
      Self.count(label.map { "\($0) (\(reason))" } ?? CaseLabels.name(of: reason), in: &reasons)
    }
    for made in proposal.makes { kinds[made.kind, default: 0] += 1 }
    if proposal.status == .refused {
      var seen: Set<String> = []
      for problem in proposal.diagnostics where problem.severity == .error && seen.insert(problem.id).inserted {
        Self.count(problem.id, in: &refusals)
      }
    }
  }

  private static func count(_ name: String, in counts: inout [(name: String, count: Int)]) {
    if let index = counts.firstIndex(where: { $0.name == name }) {
      counts[index].count += 1
    } else {
      counts.append((name, 1))
    }
  }

  /// Groups with their numbers, the largest first.
  var lines: [String] {
    var lines: [String] = []
    if !reasons.isEmpty {
      lines += ["", "Grunde:"]
      lines += sorted(reasons).map { "  \($0.name) ændret: \($0.count)" }
    }
    if !kinds.isEmpty {
      lines += ["", "Ville blive lavet:"]
      lines += DocumentKind.allCases.compactMap { kind in kinds[kind].map { "  \(kind.label): \($0)" } }
    }
    if !refusals.isEmpty {
      lines += ["", "Ville blive afvist:"]
      lines += sorted(refusals).map { "  \($0.name): \($0.count)" }
    }
    return lines
  }

  private func sorted(_ counts: [(name: String, count: Int)]) -> [(name: String, count: Int)] {
    counts.sorted { ($0.count, $1.name) > ($1.count, $0.name) }
  }
}

extension JSONLine {
  /// A case of a plan.
  init(_ proposal: ReissueProposal, showsValues: Bool) {
    self.init()
    add(proposal.reading)
    add("case", proposal.caseNumber)
    add("status", proposal.status?.rawValue)
    addReissue(proposal)
    add(
      "differences",
      proposal.differences.map { difference in
        var line = JSONLine()
        line.add("path", difference.path)
        line.add("label", difference.label)
        if showsValues {
          line.add("old", difference.old)
          line.add("new", difference.new)
        }
        return line
      })
    add("diagnostics", proposal.diagnostics.map(JSONLine.init))
  }

  /// A case of a re-issue.
  init(_ issued: IssuedCase, _ status: IssuedCase.Status) {
    self.init()
    add(issued.reading)
    add("case", issued.result.caseNumber)
    add("status", status.rawValue)
    if let proposal = issued.proposal { addReissue(proposal) }
    add("paths", words: issued.paths)
    add("diagnostics", issued.result.diagnostics.map(JSONLine.init))
  }

  private mutating func addReissue(_ proposal: ReissueProposal) {
    add("reasons", words: proposal.reasons)
    add(
      "affected",
      proposal.affected.map { affected in
        var line = JSONLine()
        line.add("document", affected.name)
        line.add("reasons", words: affected.reasons)
        line.add("successor", proposal.superseded.first { $0.name == affected.name }?.successor)
        return line
      })
    add("makes", words: proposal.makes.map(\.name))
  }
}

extension String {
  /// What stands after the last slash: the document without its case's folder.
  fileprivate var afterSlash: String { split(separator: "/").last.map(String.init) ?? self }

  fileprivate var onOneLine: String { split(separator: "\n").joined(separator: "; ") }
}
