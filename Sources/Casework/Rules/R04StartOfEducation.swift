import Fields

extension CaseRule {
  /// R04: young people of § 6, nr. 4 and 5, have a right to support of up to six months when admitted to an education,
  /// LAB § 167, stk. 3.
  ///
  /// A decision on that right is held against its conditions. A grant of ordinary support to somebody who may have the
  /// right reminds of it.
  static let startOfEducation = CaseRule("R04") { context in
    switch (context.parts.basis, context.decisionKind) {
    case (.educationStart(let start)?, _): right(start, context)
    case (_, .educationStart?): .incomplete("Uddannelsen er ikke oplyst.")
    case (_, .prolongation?): .notApplicable("En ny periode gives som almindelig mentorstøtte.")
    default: reminder(context)
    }
  }

  private static func reminder(_ context: RuleContext) -> RuleAnswer {
    guard let group = context.parts.citizen?.targetGroup, group.mayHaveEducationRight,
      context.parts.goal?.kind == .education
    else { return .notApplicable("Reglen gælder personer i § 6, nr. 4 og 5, der optages på en uddannelse.") }
    return .breach(
      "Borgeren er i § 6, nr. \(group.number), og målet er uddannelse. Er borgeren optaget på en "
        + "studie- eller erhvervskompetencegivende uddannelse, er støtten en ret med sit eget brev.",
      path: "borger.maalgruppe", at: context.caseFile.citizen?.targetGroup?.position,
      help:
        "Er borgeren optaget på uddannelsen, så skriv \"uddannelsesstart\" i afgoerelse.type, og udfyld "
        + "mentorstoette.uddannelse. Er borgeren ikke optaget, så noter det i undtagelser (R04).",
      weight: .concern)
  }

  private static func right(_ start: EducationStart, _ context: RuleContext) -> RuleAnswer {
    let breaches = group(context) + length(context) + beginning(start, context) + doubts(context)
    return breaches.isEmpty
      ? .fulfilled(
        "Borgeren er i § 6, nr. 4 eller 5, og er optaget på uddannelsen. Perioden slutter højst 6 måneder efter den dag, "
          + "retten blev brugt første gang.")
      : .breached(breaches)
  }

  private static func group(_ context: RuleContext) -> [Breach] {
    let said = context.caseFile.citizen?.targetGroup
    let path = "borger.maalgruppe"
    let field = CaseLabels.name(of: path)
    guard context.parts.citizen?.targetGroup?.mayHaveEducationRight != true else { return [] }
    return [
      Breach(
        message: said == nil
          ? "\(field) mangler. Retten gælder kun personer i § 6, nr. 4 og 5."
          : "\(field) er ikke § 6, nr. 4 eller 5. Retten gælder kun dem.",
        path: path, position: said?.position ?? context.caseFile.citizen?.position,
        help: said == nil
          ? "Skriv \"6-4\" eller \"6-5\". Er borgeren i en anden gruppe, så skriv \"bevilling\" i "
            + "afgoerelse.type."
          : "Skriv \"bevilling\" i afgoerelse.type, og slet mentorstoette.uddannelse.",
        weight: .necessity, provisions: ["lab-167-3", "lab-6"])
    ]
  }

  private static func length(_ context: RuleContext) -> [Breach] {
    guard let period = context.parts.period else { return [] }
    let last = period.lastDay(ofMonths: 6)
    guard period.to > last else { return use(period, context) }
    let isOneDay = period.to == period.from.adding(months: 6)
    return [
      Breach(
        message: "Perioden er længere end 6 måneder: den begynder den \(period.from.danish) og kan vare til og med den "
          + "\(last.danish).",
        path: "mentorstoette.periode.til", position: context.periodEnd,
        help: "Forkort perioden til den \(last.danish). Den kan forlænges efter en konkret vurdering, når den udløber.",
        weight: isOneDay ? .concern : .necessity)
    ]
  }

  /// The six months run from the first day of use: of earlier support since the admission, or of support that is changed.
  private static func use(_ period: Period, _ context: RuleContext) -> [Breach] {
    let begun = min(context.parts.begun ?? period.from, period.from)
    guard let whole = Period(from: begun, to: period.to) else { return [] }
    let right = EducationSpan(whole, in: context.caseFile.support)
    guard period.to > right.last else { return [] }
    let isUsed = right.last < period.from
    return [
      Breach(
        message:
          "Retten varer 6 måneder fra den dag, borgeren begyndte at bruge den, den \(right.first.danish), til og med "
          + "den \(right.last.danish). \(CaseLabels.name(of: "mentorstoette.periode.til")) er den \(period.to.danish).",
        path: "mentorstoette.periode.til", position: context.periodEnd,
        help: (isUsed ? "Giv støtten" : "Forkort perioden til den \(right.last.danish), og giv støtte derefter")
          + " som \"forlaengelse\" efter en konkret vurdering. Var den tidligere støtte ikke givet efter retten, så skriv "
          + "grunden i undtagelser (R04).")
    ]
  }

  /// The right is there from the admission; whether it can still be used long after is a question for a person.
  private static func beginning(_ start: EducationStart, _ context: RuleContext) -> [Breach] {
    guard let period = context.parts.period else { return [] }
    let path = "mentorstoette.periode.fra"
    let position = context.caseFile.support?.period?.from?.position
    let field = CaseLabels.name(of: path)
    if period.from < start.admitted {
      return [
        Breach(
          message: "\(field) er den \(period.from.danish), før borgeren blev optaget den \(start.admitted.danish).",
          path: path, position: position,
          help: "Retten gælder fra optagelsen. Støtte før den dag kan gives som almindelig mentorstøtte.",
          weight: .necessity)
      ]
    }
    guard period.from > start.admitted.adding(months: 6) else { return [] }
    return [
      Breach(
        message: "\(field) er den \(period.from.danish), mere end 6 måneder efter optagelsen den "
          + "\(start.admitted.danish).",
        path: path, position: position,
        help: "Se efter, om borgeren stadig kan bruge retten, eller giv almindelig mentorstøtte.", weight: .concern)
    ]
  }

  /// The day from which stk. 3 was read in a consolidated act; before it, from 1 January 2022, it is likely.
  private static let confirmed = CalendarDate(year: 2022, month: 5, day: 22) ?? CalendarDate(dayNumber: 0)

  private static func doubts(_ context: RuleContext) -> [Breach] {
    var breaches: [Breach] = []
    if context.parts.goal?.kind == .employment {
      breaches.append(
        Breach(
          message: "\(CaseLabels.name(of: "mentorstoette.maal.type")) er job, men støtten gives ved start på en "
            + "uddannelse.",
          path: "mentorstoette.maal.type", position: context.caseFile.support?.goal?.kind?.position,
          help: "Se efter, om målet er rigtigt.", weight: .concern))
    }
    if context.date < confirmed {
      breaches.append(
        Breach(
          message: "Retten er bekræftet fra den 22. maj 2022. At den gjaldt fra den 1. januar 2022, er sandsynligt.",
          path: "afgoerelse.dato", position: context.caseFile.decision?.date?.position,
          help: "Se efter i loven, før brevet sendes.", weight: .concern))
    }
    return breaches
  }
}

extension TargetGroup {
  /// Whether § 167, stk. 3, speaks of the group: § 6, nr. 4 and 5.
  fileprivate var mayHaveEducationRight: Bool { number == 4 || number == 5 }
}
