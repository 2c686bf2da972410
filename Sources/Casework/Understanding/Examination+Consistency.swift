import Diagnostics
import Fields

extension Examination {
  /// Dates and texts that contradict each other, whatever the kind of document.
  mutating func checkConsistency(_ parts: CaseParts) {
    checkEarlierPeriods()
    checkReasons()
    guard let date = caseFile.decision?.date?.value else { return }
    if let said = caseFile.decision?.application?.date, said.value > date {
      let path = "afgoerelse.ansoegning.dato"
      report(
        "application-after-decision",
        "\(CaseLabels.name(of: path)) er den \(said.value.danish), efter afgørelsens dato den \(date.danish).",
        path: path, at: said.position, help: "Ret den ene af de to datoer.")
    }
    // Support that is changed has begun; a new period may follow the old one without a gap.
    let changes = caseFile.decision?.kind.map { DecisionKind.ofChanges.contains($0.value) } ?? false
    if !changes, let period = parts.period, period.from < date, caseFile.support?.earlierPeriods.isEmpty != false {
      let path = "mentorstoette.periode.fra"
      report(
        .warning, "starts-before-decision",
        "\(CaseLabels.name(of: path)) er den \(period.from.danish), før afgørelsens dato den \(date.danish).",
        path: path, at: caseFile.support?.period?.from?.position,
        help: "Brevet siger, at borgeren får støtte fra den dag. Se efter, om det er rigtigt.")
    }
  }

  /// A decision has its reasons, FVL §§ 22 and 24; a caseworker must say that the citizen got everything.
  private mutating func checkReasons() {
    guard [.grant, .dischargeCoordinator, .educationStart].contains(kind), let decision = caseFile.decision,
      decision.reasons?.facts == nil,
      decision.reasons?.considerations == nil
    else { return }
    let path = "afgoerelse.begrundelse"
    report(
      .warning, "missing-reasons",
      "\(CaseLabels.name(of: path)) mangler. Den kan kun undværes, når borgeren får alt, hvad der er søgt om.",
      path: path, at: decision.reasons?.position ?? decision.position, basis: cite(["fvl-22", "fvl-24"]),
      help: "Skriv faktum og hensyn.")
  }

  /// Earlier periods are periods.
  mutating func checkEarlierPeriods() {
    for (index, row) in (caseFile.support?.earlierPeriods ?? []).enumerated() {
      _ = period(
        from: row.from, to: row.to, "mentorstoette.tidligerePerioder.\(index + 1)", in: row.position, ["lab-167-1"])
    }
  }

  /// A protected address must not reach other recipients through a text.
  mutating func checkProtectedAddress(_ recipients: [Addressed]) {
    guard caseFile.citizen?.hasProtectedAddress?.value == true,
      recipients.contains(where: { $0.recipient.role != .citizen }),
      let street = caseFile.citizen?.address?.street?.value
    else { return }
    for text in freeTexts where text.mentions(street) {
      report(
        "protected-address-in-text",
        "\(CaseLabels.name(of: text.path)) indeholder borgerens adresse. Den er beskyttet, og brevet "
          + "sendes også til andre.",
        path: text.path, at: text.position, help: "Slet adressen fra teksten.")
    }
  }
}
