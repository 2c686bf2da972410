import Diagnostics
import Fields
import Lawbook

extension Examination {
  /// Checks the rules in force on the decision's date; returns what each found, and the waivers that were used.
  mutating func check(_ rules: [CaseRule], _ parts: CaseParts) -> (findings: [Finding], waivers: [Waiver]) {
    guard let date else {
      checkWithoutDate(rules, parts)
      return ([], [])
    }
    let context = RuleContext(self, parts, date: date)
    let waivers = usableWaivers(rules)
    var used: [Waiver] = []
    var findings: [Finding] = []
    findings.reserveCapacity(rules.count)
    let isIntegration = caseFile.legalBasis?.value == .integration
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
      if isIntegration, lawbook.rests(entry, onlyOn: Self.employmentActs) {
        findings.append(
          Finding(rule: entry, date: date, outcome: .notApplicable) {
            "Støtten gives efter integrationsloven, og reglen står i en anden lov."
          })
        continue
      }
      let waiver = waivers.isEmpty ? nil : waivers[rule.id]
      let before = findings.count
      judge(rule.check(context), entry, date, isWaived: waiver != nil, &findings)
      if let waiver, findings[before...].contains(where: { $0.outcome == .waived }) { used.append(waiver) }
    }
    // A rule that this kind of document does not know may be broken in another document of the case.
    reportUnused(waivers.filter { id, _ in rules.contains { $0.id == id } }, used)
    return (findings, used)
  }

  /// Reports what breaks a rule whatever the day, and must be mended. Findings there are none: those are of a day, and their
  /// statute too.
  private mutating func checkWithoutDate(_ rules: [CaseRule], _ parts: CaseParts) {
    let basis = (caseFile.legalBasis?.value ?? .employment).rawValue
    guard let span = lawbook.verifiedSpan(kind: kind.rawValue, legalBasis: basis),
      let near = parts.period?.from ?? caseFile.plan?.date?.value
    else { return }
    let day = min(max(near, span.lowerBound), span.upperBound)
    let guess = DayGuess()
    let context = RuleContext(self, parts, date: day, guess: guess)
    for rule in rules {
      guard let entry = lawbook.rule(rule.id), entry.applies(on: day) else { continue }
      let isWaived = caseFile.waivers.contains { $0.rule?.value == rule.id }
      let breaches = rule.check(context).breaches
      if guess.takeUse() || isWaived { continue }
      for breach in breaches where outcome(of: breach, entry) == .refused {
        report(
          .error, entry.id, breach.message, path: breach.path,
          at: breach.position ?? caseFile.position, in: breach.source, help: breach.help)
      }
    }
  }

  /// The act on employment and the order under it, by their ids in the lawbook.
  private static let employmentActs: Set<String> = ["lab", "bab"]

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
