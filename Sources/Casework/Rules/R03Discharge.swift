import Fields

extension CaseRule {
  /// R03: discharge support begins at most three months before discharge and lasts at least six months in all, unless
  /// the citizen wishes less, LAB § 167, stk. 2. What counts towards the six months, ``DischargeSpan`` says.
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
    let span = DischargeSpan(period, in: context.caseFile.support)
    if span.isShort, !discharge.isShorterByWish { breaches.append(shortness(span, context)) }
    if period.from > discharge.date.adding(months: 6) {
      breaches.append(
        Breach(
          message: "Støtten begynder mere end 6 måneder efter udskrivningen.", path: "mentorstoette.periode.fra",
          position: context.caseFile.support?.period?.from?.position,
          help: "Se efter, om retten efter § 167, stk. 2, stadig gælder.", weight: .concern))
    }
    if period.to < discharge.date {
      breaches.append(
        Breach(
          message: "Støtten slutter den \(period.to.danish), før udskrivningen den \(discharge.date.danish).",
          path: "mentorstoette.periode.til", position: context.periodEnd,
          help: "Se efter, om datoerne er rigtige. Brevet siger, at mentoren støtter borgeren ved udskrivningen.",
          weight: .concern))
    }
    if let outside = context.parts.citizen?.outsideGroup, !outside.isInAct {
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
        ? "Støtten varer kortere end 6 måneder efter borgerens eget ønske."
        : "Støtten varer mindst 6 måneder i alt og begynder højst 3 måneder før udskrivningen.")
  }

  /// The breach says what does not count: a caseworker who sees six months in the dates would not find it.
  private static func shortness(_ span: DischargeSpan, _ context: RuleContext) -> Breach {
    let right = "borgeren har ret til mindst 6 måneder i alt ved udskrivning fra psykiatrisk indlæggelse."
    let wish =
      "Ønsker borgeren en kortere periode, så skriv det i mentorstoette.udskrivning.kortereEfterOenske."
    let what = span.counted.isEmpty ? "Perioden" : "Perioden og de tidligere perioder ved udskrivningen"
    guard span.hasPauses else {
      return Breach(
        message: "\(what) er\(span.counted.isEmpty ? "" : " tilsammen") kortere end 6 måneder, og \(right)",
        path: "mentorstoette.periode.til", position: context.periodEnd,
        help: "Forlæng perioden mindst til den \(span.enough.danish). \(wish)")
    }
    return Breach(
      message: "\(what) er kortere end 6 måneder, når dage med 0 timer ikke tæller med, og \(right)",
      path: "mentorstoette.timetal.faser", position: context.caseFile.support?.hours?.position,
      help: "Giv støtte i alle faser, eller forlæng perioden med støtte mindst til den \(span.enough.danish). \(wish)")
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
    for (field, day) in [("borgerSpurgt", said.citizenAsked), ("regionenUnderrettet", said.regionNotified)] {
      guard let day, day.value > context.date else { continue }
      let path = "mentorstoette.udskrivning.\(field)"
      breaches.append(
        Breach(
          message: "\(CaseLabels.name(of: path)) er den \(day.value.danish), efter afgørelsens dato den "
            + "\(context.date.danish).", path: path, position: day.position, help: "Ret den ene af de to datoer.",
          weight: .concern))
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
