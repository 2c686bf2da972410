import Diagnostics
import Fields

extension Examination {
  /// What is new, and the support that stands; what would be a decision is refused.
  mutating func newFacts() -> NewFacts? {
    let said = caseFile.newFacts
    let place = said?.position ?? caseFile.position
    refuseDecisions()
    let granted = require(said?.grantDate, "orientering.bevillingsdato", in: place)
    checkGrantDate(granted)
    let period = runningPeriod()
    let rows = newFacts(said, in: place, period)
    var hours: WorkingHours?
    if let said = caseFile.support?.hours {
      hours = self.hours(said, "mentorstoette.timetal", in: period, named: "mentorstoette.periode")
    }
    guard let granted, let rows else { return nil }
    if rows.elements.contains(where: { FactWords.isInPlan($0.subject) }) {
      tellOfPlan("orientering.aendringer", at: said?.rows.first?.position)
    }
    return NewFacts(grantDate: granted, rows: rows, reason: said?.reason?.value, period: period, hours: hours)
  }

  /// A case that says how the support changes, ends, or gets another mentor, has a letter of its own for that.
  private mutating func refuseDecisions() {
    let others: [(path: String, position: UInt32?, kind: DecisionKind)] = [
      ("mentorskifte", caseFile.mentorChange?.position, .mentorChange),
      ("aendring", caseFile.change?.position, .change),
      ("ophoer", caseFile.stop?.position, .termination),
    ]
    for other in others {
      guard let position = other.position else { continue }
      report(
        "more-than-information",
        "\(CaseLabels.name(of: other.path)) står i sagen, men en orientering siger, at støtten og mentoren er de samme.",
        path: other.path, at: position, basis: other.kind == .mentorChange ? nil : cite(["fvl-25"]),
        help: "Skriv \"\(other.kind.rawValue)\" i afgoerelse.type, eller slet \(other.path).")
    }
  }

  private mutating func checkGrantDate(_ granted: CalendarDate?) {
    guard let granted, let date, granted > date else { return }
    let path = "orientering.bevillingsdato"
    report(
      "grant-after-letter",
      "\(CaseLabels.name(of: path)) er den \(granted.danish), efter brevets dato den \(date.danish).", path: path,
      at: caseFile.newFacts?.grantDate?.position, help: "Skriv datoen på den afgørelse, som borgeren har fået.")
  }

  /// The period, when the case tells it; one that is over is reported.
  private mutating func runningPeriod() -> Period? {
    guard let said = caseFile.support?.period else { return nil }
    let path = "mentorstoette.periode"
    let period = period(said, path, in: said.position, ["bab-52-4"])
    if let period, let date, period.to < date {
      report(
        "support-is-over",
        "\(CaseLabels.name(of: "\(path).til")) er den \(period.to.danish), før brevets dato den \(date.danish), så der er "
          + "ingen bevilling at orientere om.",
        path: "\(path).til", at: said.to?.position,
        help: "Skriv den periode, der løber nu. Er der ingen, skal borgeren ikke have brevet.")
    }
    return period
  }

  private mutating func newFacts(
    _ said: CaseFile.NewFacts?, in place: UInt32, _ period: Period?
  ) -> NonEmpty<NewFact>? {
    let path = "orientering.aendringer"
    guard let said, !said.rows.isEmpty else {
      reportMissing(path, in: place, help: "Skriv mindst én række med hvad, nu og gerne foer og gaelderFra.")
      return nil
    }
    var facts: [NewFact] = []
    for (index, row) in said.rows.enumerated() {
      let path = "\(path).\(index + 1)"
      guard let subject = require(row.subject, "\(path).hvad", in: row.position) else { continue }
      checkFact(row, path, period)
      facts.append(NewFact(subject, before: row.before?.value, now: row.now?.value, from: row.from?.value))
    }
    return NonEmpty(facts)
  }

  private mutating func checkFact(_ row: CaseFile.NewFact, _ path: String, _ period: Period?) {
    if row.before == nil, row.now == nil {
      report(
        "no-change", "Den nye oplysning (\(path)) siger ikke, hvad der er nyt.", path: path, at: row.position,
        help: "Skriv det nye i nu. Gælder det gamle ikke længere, så skriv det i foer.")
    }
    if let before = row.before, let now = row.now, before.value == now.value {
      report(
        "no-change", "Den nye oplysning (\(path)) ændrer intet: de to tekster er ens.", path: "\(path).nu",
        at: now.position, help: "Ret en af teksterne, eller slet rækken.")
    }
    if let from = row.from, let period, from.value > period.to {
      report(
        "outside-period",
        "\(CaseLabels.name(of: "\(path).gaelderFra")) er den \(from.value.danish), men støtten slutter den "
          + "\(period.to.danish).",
        path: "\(path).gaelderFra", at: from.position,
        help: "Ret datoen. Skal støtten vare længere, er det en forlængelse og ikke en orientering.")
    }
    refuseDecision(in: row, path)
  }

  private mutating func refuseDecision(in row: CaseFile.NewFact, _ path: String) {
    guard let subject = row.subject else { return }
    switch FactWords.meaning(of: subject.value, row.before?.value, row.now?.value) {
    case .fact: break
    case .support:
      report(
        "more-than-information",
        "Den nye oplysning (\(path)) handler om mål, opgaver, periode eller timer. De ændres ved en afgørelse, som "
          + "borgeren kan klage over.",
        path: "\(path).hvad", at: subject.position, basis: cite(["fvl-25"]),
        help: "Skriv \"aendring\" i afgoerelse.type, og det gamle i aendring.foer. En ny periode er en forlængelse.")
    case .mentor:
      report(
        "more-than-information", "Den nye oplysning (\(path)) er en ny mentor, og det har sit eget brev.",
        path: "\(path).hvad", at: subject.position, help: "Skriv \"mentorskifte\" i afgoerelse.type.")
    }
  }
}
