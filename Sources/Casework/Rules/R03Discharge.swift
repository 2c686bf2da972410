import Fields

extension CaseRule {
  /// R03: discharge support begins at most three months before discharge and lasts at least six months in all, unless
  /// the citizen wishes less, LAB § 167, stk. 2.
  ///
  /// A person should look at support that begins long after the discharge, and at a case without a target group: the
  /// right is one of persons in § 6.
  static let dischargePeriod = CaseRule("R03") { context in
    guard case .discharge(let discharge)? = context.parts.basis else { return notADischarge }
    guard let period = context.parts.period else { return .incomplete("Perioden er ikke oplyst.") }
    var breaches: [Breach] = []
    let earliest = discharge.date.adding(months: -3)
    if period.from < earliest {
      breaches.append(
        Breach(
          message:
            "\(CaseLabels.name(of: "mentorstoette.periode.fra")) er den \(period.from.danish), og det "
            + "er mere end 3 måneder før udskrivningen den \(discharge.date.danish).",
          path: "mentorstoette.periode.fra", position: context.caseFile.support?.period?.from?.position,
          help:
            "Støtten kan tidligst begynde den \(earliest.danish). Støtte før den dag kan gives som "
            + "almindelig mentorstøtte."
        ))
    }
    let span = DischargeSpan(period, around: discharge.date, earlier: context.caseFile.support?.earlierPeriods ?? [])
    if span.isShort, !discharge.isShorterByWish {
      breaches.append(
        Breach(
          message:
            "Perioden er kortere end 6 måneder, og borgeren har ret til mindst 6 måneder i alt ved "
            + "udskrivning fra psykiatrisk indlæggelse.",
          path: "mentorstoette.periode.til", position: context.periodEnd,
          help:
            "Forlæng perioden mindst til den \(span.enough.danish). Ønsker borgeren en kortere periode, så "
            + "skriv det i mentorstoette.udskrivning.kortereEfterOenske."
        ))
    }
    if period.from > discharge.date.adding(months: 6) {
      breaches.append(
        Breach(
          message: "Støtten begynder mere end 6 måneder efter udskrivningen.", path: "mentorstoette.periode.fra",
          position: context.caseFile.support?.period?.from?.position,
          help: "Se efter, om retten efter § 167, stk. 2, stadig gælder.", weight: .concern))
    }
    if context.parts.citizen?.outsideGroup != nil {
      breaches.append(
        Breach(
          message:
            "\(CaseLabels.name(of: "borger.maalgruppe")) er ikke en gruppe i § 6. Retten til støtte ved udskrivning "
            + "gælder kun personer i en af grupperne.",
          path: "borger.maalgruppe", position: context.caseFile.citizen?.targetGroup?.position,
          help:
            "Giv almindelig mentorstøtte: skriv \"bevilling\" i afgoerelse.type, og slet mentorstoette.udskrivning.",
          provisions: ["lab-167-2", "lab-6"]))
    }
    if let citizen = context.caseFile.citizen, citizen.targetGroup == nil {
      breaches.append(
        Breach(
          message:
            "\(CaseLabels.name(of: "borger.maalgruppe")) mangler. Retten til støtte ved udskrivning gælder "
            + "personer i en af målgrupperne.",
          path: "borger.maalgruppe", position: citizen.position,
          help: "Skriv gruppen, for eksempel \"6-3\" for § 6, nr. 3.", weight: .concern,
          provisions: ["lab-167-2", "lab-6"]))
    }
    if !breaches.isEmpty { return .breached(breaches) }
    return .fulfilled(
      span.isShort
        ? "Perioden er kortere end 6 måneder efter borgerens eget ønske."
        : "Støtten varer mindst 6 måneder i alt og begynder højst 3 måneder før udskrivningen.")
  }

  /// R03b: the municipality asks the citizen, and the region gives notice. Neither stops a letter.
  static let dischargeNotice = CaseRule("R03b") { context in
    guard case .discharge? = context.parts.basis, let said = context.caseFile.support?.discharge else {
      return notADischarge
    }
    var breaches: [Breach] = []
    func note(_ field: String, _ what: String, _ help: String) {
      let path = "mentorstoette.udskrivning.\(field)"
      breaches.append(
        Breach(
          message: "\(CaseLabels.name(of: path)) mangler: sagen viser ikke, \(what).", path: path,
          position: said.position, help: help, weight: .concern))
    }
    if said.citizenAsked == nil {
      note(
        "borgerSpurgt", "at borgeren er spurgt, om vedkommende ønsker støtten",
        "Skriv datoen, hvor borgeren blev spurgt.")
    }
    if said.regionNotified == nil {
      note(
        "regionenUnderrettet", "hvornår regionen gav besked om udskrivningen",
        "Skriv datoen, hvis den kendes. En manglende besked hindrer ikke støtten.")
    }
    return breaches.isEmpty ? .fulfilled("Borgeren er spurgt, og regionens besked er noteret.") : .breached(breaches)
  }

  /// R03c: a discharge mentor is a mentor with special competence, as the state's guidance says.
  static let dischargeCompetence = CaseRule("R03c") { context in
    guard case .discharge? = context.parts.basis else { return notADischarge }
    guard case .named(let mentor)? = context.parts.assignment else {
      return .notApplicable("Mentoren er ikke navngivet.")
    }
    guard mentor.competence == nil else { return .fulfilled("Mentorens særlige kompetencer er skrevet.") }
    let path = "mentor.kompetencer"
    return .breach(
      "\(CaseLabels.name(of: path)) mangler: en udskrivningskoordinator er en mentor med særlige kompetencer.",
      path: path, at: context.caseFile.mentor?.position,
      help: "Skriv, hvad mentoren kan, for eksempel erfaring fra psykiatrien. Det kommer med i brevet.",
      weight: .concern)
  }

  private static let notADischarge = RuleAnswer.notApplicable("Støtten gives ikke ved udskrivning.")
}

/// The time that counts towards the six months in all of support around a discharge.
///
/// Support that began no more than three months before the discharge, and that the new period carries on without a
/// gap, is part of the same right.
struct DischargeSpan {
  /// The first day that counts.
  let start: CalendarDate
  /// The day on which six months have passed at the latest; from the end of a long month, the shorter month's last day.
  let enough: CalendarDate
  /// Whether the support ends before six months have passed.
  let isShort: Bool

  init(_ period: Period, around discharge: CalendarDate, earlier: [CaseFile.EarlierPeriod]) {
    let earliest = discharge.adding(months: -3)
    var start = period.from
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for row in earlier {
        guard let from = row.from?.value, let to = row.to?.value, earliest <= from, from < start,
          start <= to.adding(days: 1)
        else { continue }
        start = from
        isGrowing = true
      }
    }
    let later = start.adding(months: 6)
    self.start = start
    enough = later.parts.day == start.parts.day ? later.adding(days: -1) : later
    isShort = period.to < enough
  }
}

extension CaseRule {
  /// R03a: support around a discharge has the same purpose as other support, LAB § 167, stk. 2.
  ///
  /// The words came into the act in spring 2023; the day is not confirmed, so the lawbook's entry begins where they were
  /// read. Before that R06 asks for the same of every goal.
  static let dischargePurpose = CaseRule("R03a") { context in
    guard let basis = context.parts.basis else { return .incomplete("Støttens art er ikke oplyst.") }
    guard case .discharge = basis else { return .notApplicable("Støtten gives ikke ved en udskrivning.") }
    guard let goal = context.parts.goal else { return .incomplete("Målet med støtten er ikke oplyst.") }
    return .fulfilled("Målet er \(goal.kind.label), også ved en udskrivning.")
  }
}
