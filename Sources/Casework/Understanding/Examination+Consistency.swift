import Diagnostics
import Fields

extension Examination {
  /// Dates and texts that contradict each other, whatever the kind of document.
  mutating func checkConsistency(_ parts: CaseParts) {
    checkEarlierPeriods()
    checkReasons()
    checkFillers()
    guard let date = caseFile.decision?.date?.value else { return }
    if let said = caseFile.decision?.application?.date, said.value > date {
      let path = "afgoerelse.ansoegning.dato"
      report(
        "application-after-decision",
        "\(CaseLabels.name(of: path)) er den \(said.value.danish), efter afgørelsens dato den \(date.danish).",
        path: path, at: said.position, help: "Ret den ene af de to datoer.")
    }
    checkFarDates(date)
    // Support that is changed, or whose letter is corrected, has begun; a new period may follow the old one without a gap.
    let kind = caseFile.decision?.kind?.value
    let changes = kind == .correction || kind.map { DecisionKind.ofChanges.contains($0) } == true
    if !changes, let period = parts.period, period.from < date, caseFile.support?.earlierPeriods.isEmpty != false {
      let path = "mentorstoette.periode.fra"
      report(
        .warning, "starts-before-decision",
        "\(CaseLabels.name(of: path)) er den \(period.from.danish), før afgørelsens dato den \(date.danish).",
        path: path, at: caseFile.support?.period?.from?.position,
        help: "Brevet siger, at borgeren får støtte fra den dag. Se efter, om det er rigtigt.")
    }
  }

  /// Dates that are possible, but so far from the decision that a digit may be wrong.
  private mutating func checkFarDates(_ date: CalendarDate) {
    func isFar(_ day: CalendarDate, months: Int) -> Bool {
      day < date.adding(months: -months) || day > date.adding(months: months)
    }
    if let said = caseFile.decision?.application?.date, said.value < date, isFar(said.value, months: 24) {
      reportFar(said, "afgoerelse.ansoegning.dato", "2 år før", date)
    }
    if let said = caseFile.support?.discharge?.date, isFar(said.value, months: 12) {
      reportFar(said, "mentorstoette.udskrivning.dato", said.value < date ? "1 år før" : "1 år efter", date)
    }
    if let said = caseFile.support?.period?.from, said.value > date.adding(months: Self.monthsAhead) {
      reportFar(said, "mentorstoette.periode.fra", "\(Self.monthsAhead) måneder efter", date)
    }
  }

  /// Support is decided and agreed upon some weeks or months before it begins. Where a year is written that has passed, it
  /// is nearly a year, and the paper would be of that year's law.
  private static let monthsAhead = 9

  /// A contract is made while its period lies ahead, or runs.
  mutating func checkContractDay(_ day: ContractDay, _ period: Period?) {
    guard [.contract, .employerGrant].contains(kind), let said = day.said, let period else { return }
    let distance: String
    if period.from > said.value.adding(months: Self.monthsAhead) {
      distance = "mere end \(Self.monthsAhead) måneder før periodens første dag den \(period.from.danish)"
    } else if said.value > period.to {
      distance = "efter periodens sidste dag den \(period.to.danish)"
    } else {
      return
    }
    report(
      .warning, "far-date", "\(CaseLabels.name(of: day.path)) er den \(said.value.danish), \(distance).",
      path: day.path, at: said.position, help: "Se efter, om datoen er rigtig. Den bestemmer, hvilken lov der gælder.")
  }

  private mutating func reportFar(_ said: Said<CalendarDate>, _ path: String, _ distance: String, _ date: CalendarDate)
  {
    report(
      .warning, "far-date",
      "\(CaseLabels.name(of: path)) er den \(said.value.danish), mere end \(distance) afgørelsens dato den "
        + "\(date.danish).",
      path: path, at: said.position, help: "Se efter, om datoen er rigtig.")
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
    guard recipients.contains(where: { $0.recipient.role != .citizen }) else { return }
    checkProtectedAddress(in: freeTexts + caseFile.labels)
  }

  /// A protected address stands in no paper that somebody else than the citizen reads: neither the street nor the
  /// house. Their own addresses are theirs to know, whoever lives there too.
  mutating func checkProtectedAddress(in texts: [CaseText]) {
    guard let citizen = caseFile.citizen, citizen.hasProtectedAddress?.value == true,
      let street = citizen.address?.street.flatMap({ StreetSearch($0.value) })
    else { return }
    for text in texts where street.finds(in: text.text) {
      report(
        "protected-address-in-text",
        "\(CaseLabels.name(of: text.path)) indeholder borgerens adresse. Den er beskyttet, og dokumentet "
          + "læses også af andre.",
        path: text.path, at: text.position,
        help: "Slet adressen fra teksten, også når kun vejens navn er nævnt.")
    }
  }
}
