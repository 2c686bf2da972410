import Fields

extension CaseRule {
  /// R09: two weeks before the support ends, the municipality decides whether more is needed, RSL § 7 a.
  ///
  /// That the provision covers mentor support is likely, not confirmed.
  static let furtherMeasures = CaseRule("R09") { context in
    guard let period = context.parts.period else { return .incomplete("Perioden er ikke oplyst.") }
    if let earlier = context.parts.earlier, case let day = earlier.to.adding(days: -14), context.date > day {
      return .breach(
        "Kommunen skulle sandsynligvis have taget stilling til en ny periode senest den \(day.danish), 2 uger før den "
          + "tidligere periode \(earlier.to < context.date ? "udløb" : "udløber").",
        path: "afgoerelse.dato", at: context.caseFile.decision?.date?.position,
        help: "Send afgørelsen alligevel: et sent brev er bedre end intet. Noter det i sagen.", weight: .concern)
    }
    let day = period.to.adding(days: -14)
    if context.date <= day {
      return .fulfilled(
        "Kommunen skal sandsynligvis senest den \(day.danish) tage stilling til, om der er brug for mere støtte.")
    }
    return .breach(
      "Kommunen skal sandsynligvis senest 2 uger før periodens udløb, den \(day.danish), tage stilling til, om der "
        + "er brug for mere støtte. Den dag er før afgørelsens dato.",
      path: "mentorstoette.periode.til", at: context.periodEnd, help: "Tag stilling nu, og noter det i sagen.",
      weight: .concern)
  }

  /// R09 for the notice that a period runs out: the same two weeks. A late letter is still better than none, so it is
  /// written, and apologises.
  static let noticeOfEnd = CaseRule("R09") { context in
    guard let period = context.parts.ending else { return .incomplete("Perioden er ikke oplyst.") }
    let due = Expiry.dueDay(of: period)
    func distance(of day: CalendarDate) -> String {
      day > period.to ? "efter periodens udløb" : "mindre end 2 uger før periodens udløb"
    }
    var breaches: [Breach] = []
    if context.date > due {
      breaches.append(
        Breach(
          message:
            "Brevet er skrevet den \(context.date.danish), \(distance(of: context.date)). Kommunen skal "
            + "sandsynligvis senest den \(due.danish) tage stilling til, om der er brug for mere støtte.",
          path: "mentorstoette.periode.til", position: context.periodEnd,
          help: "Send brevet alligevel, tag stilling nu, og noter det i sagen.", weight: .concern))
    }
    let said = context.caseFile.decision?.expiry
    if said?.nextPeriod?.value == .assessed, let day = said?.assessedBy, day.value > max(due, context.date) {
      let path = "afgoerelse.udloeb.vurderesSenest"
      breaches.append(
        Breach(
          message:
            "\(CaseLabels.name(of: path)) er den \(day.value.danish), \(distance(of: day.value)). Kommunen "
            + "skal sandsynligvis senest den \(due.danish) tage stilling til, om der er brug for mere støtte.",
          path: path, position: day.position, help: "Tag stilling tidligere, hvis det er muligt.", weight: .concern))
    }
    return breaches.isEmpty
      ? .fulfilled("Brevet og vurderingen af en ny periode ligger mindst 2 uger før periodens udløb.")
      : .breached(breaches)
  }

  /// R09, when support stops early: the two weeks count from the last day of support.
  static let furtherMeasuresAtStop = CaseRule("R09") { context in
    if context.caseFile.stop?.neverBegins?.value == true { return .notApplicable("Støtten begynder ikke.") }
    guard let said = context.caseFile.stop?.lastDay else { return .incomplete("Sidste dag er ikke oplyst.") }
    let day = said.value.adding(days: -14)
    if context.date <= day {
      return .fulfilled(
        "Kommunen skal sandsynligvis senest den \(day.danish) tage stilling til, om der er brug for anden hjælp.")
    }
    return .breach(
      "Kommunen skal sandsynligvis senest 2 uger før støtten hører op, den \(day.danish), tage stilling til, om der er "
        + "brug for anden hjælp. Den dag er før afgørelsens dato.",
      path: "ophoer.sidsteDag", at: said.position, help: "Tag stilling nu, og skriv det i ophoer.videre.",
      weight: .concern)
  }
}
