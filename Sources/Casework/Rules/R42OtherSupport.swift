extension CaseRule {
  /// R42: before a mentor at an education institution, somebody has looked into the institution's own support: coaches
  /// and SPS. The guide on mentor support, chapter 5. The internal note of the case says it.
  static let educationSupport = CaseRule("R42") { context in
    guard case .named(let mentor)? = context.parts.assignment, mentor.employment == .educationInstitution else {
      return .notApplicable("Mentoren er ikke ansat på en uddannelsesinstitution.")
    }
    // A right does not depend on what the institution offers.
    if case .educationStart? = context.parts.basis {
      return .notApplicable("Støtte ved start på uddannelse er en ret.")
    }
    let row = context.caseFile.delimitation?.answers.first { $0.scheme?.value == .educationSupport }
    switch row?.coverage?.value {
    case .none?, .irrelevant?: return .fulfilled("Det er undersøgt, at uddannelsesstedets egen støtte ikke dækker.")
    case .covers?:
      return .breach(
        "Notatet siger, at SPS eller en elevcoach dækker behovet helt eller delvist (afgraensning.ordninger).",
        path: "afgraensning.ordninger", at: row?.position,
        help: "Se efter, om der er brug for en mentor ved siden af, og skriv det i afgørelsens begrundelse.",
        weight: .concern)
    case .open?, nil:
      return .breach(
        "Mentoren er ansat på en uddannelsesinstitution, men det er ikke oplyst, om SPS eller en elevcoach kan dække "
          + "behovet.",
        path: "afgraensning.ordninger", at: row?.position ?? context.caseFile.delimitation?.position,
        help: "Undersøg det, og skriv svaret i afgraensning.ordninger med ordning \"sps\".")
    }
  }
}
