import Diagnostics
import Fields
import Lawbook

extension Examination {
  /// Checks the rules in force on the decision's date; returns what each found, and the waivers that were used.
  mutating func check(_ rules: [CaseRule], _ parts: CaseParts) -> (findings: [Finding], waivers: [Waiver]) {
    guard let date else { return ([], []) }
    let context = RuleContext(self, parts, date: date)
    let waivers = usableWaivers(rules)
    var used: [Waiver] = []
    var findings: [Finding] = []
    findings.reserveCapacity(rules.count)
    let entries = lawbook.rules
    // Both are in the order of the rules' ids, so the next one is mostly near.
    var next = 0
    for rule in rules {
      let isEntry: (Int) -> Bool = { entries[$0].id == rule.id }
      guard let place = (next..<entries.count).first(where: isEntry) ?? (0..<next).first(where: isEntry) else {
        report(
          "rule-not-in-lawbook", "Lovbogen mangler reglen \(rule.id), så sagen kan ikke kontrolleres.",
          path: "sagsnummer",
          at: caseFile.position, help: "Tilføj reglen til lovbogen, eller brug programmets egen lovbog.")
        continue
      }
      next = place
      let entry = entries[place]
      guard rule.isTimeless || entry.applies(on: date) else { continue }
      let waiver = waivers.isEmpty ? nil : waivers[rule.id]
      let before = findings.count
      judge(rule.check(context), entry, date, isWaived: waiver != nil, &findings)
      if let waiver, findings[before...].contains(where: { $0.outcome == .waived }) { used.append(waiver) }
    }
    // A rule that this kind of document does not know may be broken in another document of the case.
    reportUnused(waivers.filter { id, _ in rules.contains { $0.id == id } }, used)
    return (findings, used)
  }

  /// Turns what a check found into findings, and into diagnostics where a person must hear of it.
  private mutating func judge(
    _ answer: RuleAnswer, _ entry: RuleEntry, _ date: CalendarDate, isWaived: Bool, _ findings: inout [Finding]
  ) {
    if answer.breaches.isEmpty {
      findings.append(Finding(rule: entry, date: date, outcome: answer.outcome, words: answer.words))
    }
    for breach in answer.breaches {
      let outcome = isWaived && breach.weight != .necessity ? .waived : outcome(of: breach, entry)
      let basis = breach.provisions.map { cite($0) } ?? lawbook.basis(of: entry, on: date)
      let position = breach.position ?? caseFile.position
      report(
        outcome.severity, entry.id, breach.message, path: breach.path, at: position, in: breach.source,
        basis: basis?.isEmpty == false ? basis : nil, help: outcome == .waived ? nil : breach.help)
      findings.append(
        Finding(
          rule: entry, date: date, outcome: outcome, words: { breach.message }, path: breach.path,
          location: location(position, in: breach.source)))
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
