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
}
