import Fields

extension CaseRule {
  /// R39: a period that runs beyond what the lawbook has verified may meet new law before it ends, whenever it was
  /// granted.
  static let crossesNewLaw = CaseRule("R39") { context in
    guard let period = context.parts.period else { return .incomplete("Perioden er ikke oplyst.") }
    let basis = context.caseFile.legalBasis?.value ?? .employment
    guard let span = context.verifiedSpan(basis) else {
      return .notApplicable("Lovbogen er ikke bekræftet for \(basis.label).")
    }
    guard period.to > span.upperBound else {
      return .fulfilled("Perioden ligger inden for den tid, som lovbogen er bekræftet for.")
    }
    return .breach(
      "Perioden \(period.from > span.upperBound ? "begynder" : "fortsætter") efter den \(span.upperBound.danish). "
        + "En ny hovedlov er varslet, men ikke bekræftet vedtaget, og det vides ikke, hvad den kan betyde for "
        + "støtte, der allerede er bevilget.",
      path: "mentorstoette.periode.til", at: context.periodEnd,
      help: "Bevillingen kan gives. Noter, at sagen skal ses igennem, hvis en ny lov bliver vedtaget.", weight: .concern
    )
  }

  /// R40: a decision of a day that the lawbook has not verified is not written; days before the span are
  /// no more verified than days after it.
  static let verifiedLaw = CaseRule("R40", isTimeless: true) { context in
    let basis = context.caseFile.legalBasis?.value ?? .employment
    let kind = context.kind
    let said = context.caseFile.legalBasis
    guard let span = context.verifiedSpan(basis) else {
      let reason = context.unsettledReason(basis)
      return .breached([
        Breach(
          message:
            "Dokumentet (\(kind.label)) kan ikke skrives efter \(basis.label). "
            + "\(reason ?? "Lovbogen har ingen bekræftede regler for det.")",
          path: "retsgrundlag", position: said?.position,
          help: "Skriv dokumentet på anden måde, til reglerne er bekræftet i lovbogen.", weight: .necessity,
          provisions: basis == .integration ? ["int-23-d"] : [])
      ])
    }
    if span.contains(context.date) {
      return .fulfilled("Lovbogen er bekræftet fra den \(span.lowerBound.danish) til den \(span.upperBound.danish).")
    }
    let field = context.dateField
    let isLater = context.date > span.upperBound
    return .breached([
      Breach(
        message:
          "\(CaseLabels.name(of: field.path)) er den \(context.date.danish). Lovbogen er kun "
          + "bekræftet fra den \(span.lowerBound.danish) til den \(span.upperBound.danish), og loven "
          + "gættes ikke.",
        path: field.path, position: field.position,
        help: isLater
          ? "Opdater lovbogen, når en jurist har bekræftet reglerne for den dato." : "Se efter, om datoen er rigtig.",
        weight: .necessity, provisions: isLater ? nil : [])
    ])
  }
}

extension RuleContext {
  /// The field that the document's date comes from.
  fileprivate var dateField: (path: String, position: UInt32?) {
    if kind == .contractSupplement { return ("kontrakt.tillaeg.dato", caseFile.contract?.supplement?.date?.position) }
    if isContract { return ("kontrakt.dato", caseFile.contract?.date?.position) }
    if kind == .agreement, let said = caseFile.agreement?.date { return ("aftale.dato", said.position) }
    if kind == .minPlan, let said = caseFile.plan?.date { return ("minPlan.dato", said.position) }
    if kind == .delimitation, let said = caseFile.delimitation?.date { return ("afgraensning.dato", said.position) }
    return ("afgoerelse.dato", caseFile.decision?.date?.position)
  }
}
