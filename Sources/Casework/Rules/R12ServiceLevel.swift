import Fields

extension CaseRule {
  /// R12: the hours fit the service level that the case names. Only with a profile; never a reason in a letter, and not
  /// for support that is a right.
  static let serviceLevel = CaseRule("R12") { context in
    guard let levels = context.profile?.serviceLevels, !levels.isEmpty else { return noLevels }
    if context.parts.basis?.isRight == true { return right }
    guard let average = context.parts.hours?.weeklyAverage else { return .incomplete("Timetallet er ikke oplyst.") }
    let fitting = ServiceLevel.fitting(average, in: levels)
    guard let said = context.caseFile.support?.serviceLevel else {
      return .fulfilled(
        fitting.map { "Timetallet, \(average.danish) om ugen, svarer til kommunens serviceniveau \($0.number)." }
          ?? "Timetallet ligger uden for kommunens serviceniveauer.")
    }
    if said.value == fitting?.number {
      return .fulfilled("Timetallet, \(average.danish) om ugen, svarer til det angivne serviceniveau \(said.value).")
    }
    let path = "mentorstoette.serviceniveau"
    let answer = fitting.map { "det svarer til niveau \($0.number)" } ?? "det svarer ikke til noget niveau"
    return .breach(
      "\(CaseLabels.name(of: path)) er \(said.value), men timetallet er \(average.danish) om ugen, og \(answer).",
      path: path, at: said.position,
      help: "Ret niveauet eller timetallet. Timetallet fastsættes efter borgerens konkrete behov, ikke efter niveauet.")
  }

  /// R13: a level that the municipality grants for some months only is looked at again after them.
  static let levelLength = CaseRule("R13") { context in
    guard let levels = context.profile?.serviceLevels, !levels.isEmpty else { return noLevels }
    if context.parts.basis?.isRight == true { return right }
    guard let hours = context.parts.hours, let period = context.parts.period else {
      return .incomplete("Timetal eller periode er ikke oplyst.")
    }
    for run in ServiceLevel.runs(of: hours, in: period, levels) {
      guard let months = run.level.maximumMonths, run.period.to > run.period.lastDay(ofMonths: months) else { continue }
      let last = run.period.lastDay(ofMonths: months)
      return .breach(
        "Støtten ligger på kommunens serviceniveau \(run.level.number) fra den "
          + "\(run.period.from.danish) til den \(run.period.to.danish). Kommunen giver det niveau i højst "
          + "\(months) måneder ad gangen.",
        path: "mentorstoette.periode.til", at: context.periodEnd,
        help:
          "Vurder sagen igen senest den \(last.danish), eller afkort perioden. Serviceniveauet kan "
          + "ikke begrunde et afslag."
      )
    }
    return .fulfilled("Støtten holder sig inden for serviceniveauets længde.")
  }

  /// R14: the citizen lives in the municipality.
  static let residence = CaseRule("R14") { context in
    guard let postcodes = context.profile?.postcodes, !postcodes.isEmpty else {
      return .notApplicable("Der er ingen myndighedsprofil med postnumre.")
    }
    guard let said = context.caseFile.citizen?.address?.postcode else {
      return .notApplicable("Borgerens adresse er ikke oplyst.")
    }
    if postcodes.contains(said.value) { return .fulfilled("Borgerens postnummer hører til kommunen.") }
    return .breach(
      "\(CaseLabels.name(of: "borger.adresse.postnummer")) er ikke blandt kommunens postnumre.",
      path: "borger.adresse.postnummer", at: said.position,
      help: "Se efter, om kommunen er borgerens handlekommune efter retssikkerhedsloven.")
  }

  private static let right = RuleAnswer.notApplicable(
    "Støtten er en ret. Kommunens serviceniveau kan ikke afkorte den eller sætte timerne ned.")

  private static let noLevels = RuleAnswer.notApplicable("Der er ingen myndighedsprofil med serviceniveauer.")
}
