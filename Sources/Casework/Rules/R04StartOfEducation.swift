extension CaseRule {
  /// R04: young people of § 6, nr. 4 and 5, have a right to support when admitted to an education, LAB § 167, stk. 3.
  ///
  /// A case file does not say whether the support is given on that right, so the letter can only be a grant under
  /// stk. 1; the caseworker is reminded of the right.
  static let startOfEducation = CaseRule("R04") { context in
    guard let group = context.parts.citizen?.targetGroup, group.number == 4 || group.number == 5,
      context.parts.goal?.kind == .education
    else { return .notApplicable("Reglen gælder personer i § 6, nr. 4 og 5, der optages på en uddannelse.") }
    return .breach(
      "Borgeren er i § 6, nr. \(group.number), og målet er uddannelse. Er borgeren optaget på en "
        + "studie- eller erhvervskompetencegivende uddannelse, er støtten en ret. Brevet skrives som "
        + "støtte efter § 167, stk. 1.",
      path: "borger.maalgruppe", at: context.caseFile.citizen?.targetGroup?.position,
      help:
        "Er borgeren optaget på uddannelsen, er § 167, stk. 3, reglen. Skriv retten i egenTekst.begrundelse. "
        + "Er borgeren ikke optaget, så noter det i undtagelser (R04).",
      weight: .concern)
  }
}
