import Fields

extension CaseRule {
  /// R03: discharge support begins at most three months before discharge and lasts at least six months in all, unless
  /// the citizen wishes less, LAB § 167, stk. 2.
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
    let enough = fullSixMonths(from: period.from)
    if period.to < enough, !discharge.isShorterByWish {
      breaches.append(
        Breach(
          message:
            "Perioden er kortere end 6 måneder, og borgeren har ret til mindst 6 måneder i alt ved "
            + "udskrivning fra psykiatrisk indlæggelse.",
          path: "mentorstoette.periode.til", position: context.periodEnd,
          help:
            "Forlæng perioden mindst til den \(enough.danish). Ønsker borgeren en kortere periode, så "
            + "skriv det i mentorstoette.udskrivning.kortereEfterOenske."
        ))
    }
    if !breaches.isEmpty { return .breached(breaches) }
    return .fulfilled(
      period.to < enough
        ? "Perioden er kortere end 6 måneder efter borgerens eget ønske."
        : "Perioden varer mindst 6 måneder og begynder højst 3 måneder før udskrivningen.")
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

  private static let notADischarge = RuleAnswer.notApplicable("Støtten gives ikke ved udskrivning.")

  /// The day on which six months have passed at the latest; from the end of a long month, the shorter month's last day.
  private static func fullSixMonths(from day: CalendarDate) -> CalendarDate {
    let later = day.adding(months: 6)
    return later.parts.day == day.parts.day ? later.adding(days: -1) : later
  }
}
