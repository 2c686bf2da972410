import Fields

extension CaseRule {
  /// R10: long support is followed up each so many weeks, where the municipality has decided so. Only with a profile.
  static let followUp = CaseRule("R10") { context in
    guard let weeks = context.profile?.followUpWeeks else {
      return .notApplicable("Der er ingen myndighedsprofil med faste opfølgninger.")
    }
    guard let period = context.parts.period else { return .incomplete("Perioden er ikke oplyst.") }
    guard period.days > 7 * weeks else {
      return .notApplicable("Perioden er ikke længere end \(weeks) uger.")
    }
    let said = context.caseFile.plan?.followUp
    let start = max(period.from, said?.date?.value ?? period.from)
    let due = start.adding(days: 7 * weeks)
    let path = "minPlan.opfoelgning.naeste"
    if due > period.to { return .fulfilled("Perioden slutter, før næste opfølgning skal være der.") }
    guard let next = said?.next else {
      return .breach(
        "Kommunen følger op på støtten hver \(weeks). uge. \(CaseLabels.name(of: path)) mangler.", path: path,
        at: said?.position ?? context.caseFile.plan?.position, help: "Aftal en opfølgning senest den \(due.danish).")
    }
    if next.value <= due { return .fulfilled("Næste opfølgning er den \(next.value.danish).") }
    return .breach(
      "\(CaseLabels.name(of: path)) er den \(next.value.danish). Kommunen følger op på støtten hver \(weeks). uge.",
      path: path, at: next.position, help: "Aftal en opfølgning senest den \(due.danish).")
  }

  /// R44: about midway the caseworker asks the citizen whether the contact with the mentor works, as the state's audit
  /// of 2019 advised. A plan that is written later than that says what was found.
  static let midwayTalk = CaseRule("R44") { context in
    guard let period = context.parts.period else { return .incomplete("Perioden er ikke oplyst.") }
    let midway = period.from.adding(days: period.days / 2)
    if let said = context.caseFile.plan?.followUp?.date, period.contains(said.value) {
      return .fulfilled("Der er fulgt op den \(said.value.danish).")
    }
    if context.date <= midway || context.date > period.to {
      return .fulfilled("Tal med borgeren om kontakten til mentoren midt i perioden, omkring den \(midway.danish).")
    }
    return .breach(
      "Perioden er mere end halvt gået, og der er ingen opfølgning (minPlan.opfoelgning).", path: "minPlan.opfoelgning",
      at: context.caseFile.plan?.position,
      help: "Tal med borgeren om kontakten til mentoren, og skriv det i minPlan.opfoelgning.")
  }
}
