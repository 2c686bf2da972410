import Diagnostics
import Fields
import Lawbook

extension Examination {
  /// Checks the rules in force on the decision's date; returns what each found, and the waivers that were used.
  mutating func check(_ rules: [CaseRule], _ parts: CaseParts) -> (findings: [Finding], waivers: [Waiver]) {
    guard let date else { return ([], []) }
    let context = RuleContext(
      caseFile: caseFile, profile: profile, lawbook: lawbook, kind: kind, date: date, missing: missing, parts: parts,
      freeTexts: freeTexts)
    let waivers = usableWaivers(rules)
    var used: [Waiver] = []
    var findings: [Finding] = []
    for rule in rules {
      guard let entry = lawbook.rule(rule.id) else {
        report(
          "rule-not-in-lawbook", "Lovbogen mangler reglen \(rule.id), så sagen kan ikke kontrolleres.",
          path: "sagsnummer",
          at: caseFile.position, help: "Tilføj reglen til lovbogen, eller brug programmets egen lovbog.")
        continue
      }
      guard rule.isTimeless || entry.applies(on: date) else { continue }
      let answer = rule.check(context)
      let waiver = waivers[rule.id]
      findings += judge(answer, entry, isWaived: waiver != nil)
      if let waiver, findings.last?.outcome == .waived { used.append(waiver) }
    }
    reportUnused(waivers, used)
    return (findings, used)
  }

  /// Turns what a check found into findings, and into diagnostics where a person must hear of it.
  private mutating func judge(_ answer: RuleAnswer, _ entry: RuleEntry, isWaived: Bool) -> [Finding] {
    func finding(_ outcome: Finding.Outcome, _ message: String, _ path: String? = nil, _ place: SourceLocation? = nil)
      -> Finding
    {
      Finding(
        rule: entry, date: date ?? entry.from, outcome: outcome, message: message, path: path, location: place)
    }
    switch answer {
    case .fulfilled(let message): return [finding(.fulfilled, message)]
    case .notApplicable(let message): return [finding(.notApplicable, message)]
    case .incomplete(let message): return [finding(.refused, message)]
    case .breached(let breaches):
      return breaches.map { breach in
        let outcome = isWaived && breach.weight != .necessity ? .waived : outcome(of: breach, entry)
        let own = date.map { lawbook.basis(of: entry, on: $0) }
        let basis = breach.provisions.map { cite($0) } ?? own
        report(
          outcome.severity, entry.id, breach.message, path: breach.path, at: breach.position ?? caseFile.position,
          basis: basis?.isEmpty == false ? basis : nil, help: outcome == .waived ? nil : breach.help)
        return finding(outcome, breach.message, breach.path, location(breach.position ?? caseFile.position))
      }
    }
  }

  /// Law refuses; a service level and good practice warn, unless the profile enforces its own rule.
  private func outcome(of breach: Breach, _ entry: RuleEntry) -> Finding.Outcome {
    switch breach.weight {
    case .necessity: .refused
    case .concern: .warning
    case .rule:
      switch entry.severity {
      case .law: .refused
      case .municipality: profile?.enforces(entry.id) == true ? .refused : .warning
      case .goodPractice: .warning
      }
    }
  }
}

extension Finding.Outcome {
  fileprivate var severity: Diagnostic.Severity {
    switch self {
    case .refused: .error
    case .warning: .warning
    case .fulfilled, .waived, .notApplicable: .note
    }
  }
}
