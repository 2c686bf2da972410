extension CaseRule {
  /// R15: a company or an institution is supported only for what goes beyond the ordinary and is decisive, LAB § 169,
  /// stk. 1: both statements are there, and say something.
  ///
  /// The two lines of the contract are what shows it. A machine can only doubt what few words say; a no it understands.
  static let employerEffort = CaseRule("R15") { context in
    guard context.employsMentorItself else {
      return .notApplicable("Mentoren er ikke ansat i en virksomhed eller på en uddannelsesinstitution.")
    }
    if context.isMissing("kontrakt.udoverSaedvanligOplaering", "kontrakt.afgoerendeFor") {
      return .incomplete("Det er ikke oplyst, at indsatsen ligger ud over det sædvanlige og er afgørende.")
    }
    let contract = context.caseFile.contract
    let breaches = [
      breach(
        "kontrakt.udoverSaedvanligOplaering", contract?.beyondUsualTraining,
        "Skriv i en sætning, hvad mentoren gør ud over det, som stedet sædvanligvis forventes at gøre."),
      breach(
        "kontrakt.afgoerendeFor", contract?.decisiveFor,
        "Skriv i en sætning, hvilken aktivitet, hvilket tilbud eller hvilken ansættelse mentoren er afgørende for."),
    ].compactMap(\.self)
    return breaches.isEmpty
      ? .fulfilled("Det er oplyst, hvad der ligger ud over det sædvanlige, og hvad mentoren er afgørende for.")
      : .breached(breaches)
  }

  /// What is wrong with one of the two statements, or nil.
  private static func breach(_ path: String, _ said: Said<String>?, _ help: String) -> Breach? {
    guard let said else { return nil }
    let words = said.value.lowercased().split { !$0.isLetter && !$0.isNumber }
    if !words.isEmpty, words.allSatisfy({ ["nej", "falsk", "false"].contains($0) }) {
      return Breach(
        message:
          "\(CaseLabels.name(of: path)) er nej. Så kan der ikke gives støtte til en mentor, som er ansat på stedet.",
        path: path,
        position: said.position, help: "Er det en fejl, så ret den. \(help)")
    }
    guard words.count < 3 else { return nil }
    return Breach(
      message: "\(CaseLabels.name(of: path)) er kun få ord. Linjen skal vise, at betingelsen er opfyldt.", path: path,
      position: said.position, help: help, weight: .concern)
  }

  /// R19: only a company or an institution gets a grant for its employee's course, LAB § 169, stk. 2.
  static let courseGrant = CaseRule("R19") { context in
    guard let said = context.caseFile.contract?.trainingGrant else {
      return .notApplicable("Der er ikke givet tilskud til et kursus.")
    }
    guard let employment = context.caseFile.mentor?.employment?.value else {
      return .incomplete("Mentorens ansættelse er ikke oplyst.")
    }
    if context.employsMentorItself {
      return .fulfilled("Tilskuddet er til virksomhedens eller institutionens ansatte.")
    }
    return .breach(
      "\(CaseLabels.name(of: "kontrakt.uddannelsestilskud")) kan kun gives til en ansat i en virksomhed eller på en "
        + "uddannelsesinstitution. Mentoren er \(employment.label).",
      path: "kontrakt.uddannelsestilskud", at: said.position, help: "Slet tilskuddet.")
  }

  /// R35: a company gets and approves its grant in VITAS, BAB § 136, stk. 4.
  ///
  /// An employer without a CVR number may use another way; so the rule can be set aside.
  static let grantInVitas = CaseRule("R35") { context in
    guard context.caseFile.mentor?.employment?.value == .company else {
      return .notApplicable("Mentoren er ikke ansat i en virksomhed.")
    }
    guard let said = context.caseFile.contract?.channel, said.value != .vitas else {
      return .fulfilled("Virksomheden modtager og godkender bevillingen i VITAS.")
    }
    return .breach(
      "\(CaseLabels.name(of: "kontrakt.kanal")) er \(said.value.label). En virksomhed skal modtage og godkende "
        + "bevillingen i VITAS.",
      path: "kontrakt.kanal", at: said.position, help: "Skriv \"vitas\", eller slet feltet.")
  }

  /// R38: the state refunds half of the cost for one target group alone, LAB § 197, nr. 1.
  ///
  /// The line tells that the person belongs to the group; who reads a contract need not know it.
  static let stateRefund = CaseRule("R38") { context in
    guard let said = context.caseFile.contract?.stateRefund, said.value else {
      return .notApplicable("Kontrakten siger intet om statsrefusion.")
    }
    let path = "kontrakt.statsrefusion"
    guard let group = context.caseFile.citizen?.targetGroup.flatMap({ TargetGroup($0.value) }) else {
      return .breach(
        "\(CaseLabels.name(of: path)) er valgt, men borgerens målgruppe er ikke i sagen.", path: path,
        at: said.position,
        help: "Se efter, at borgeren er omfattet af § 6, nr. 7. Andre grupper giver ikke refusion.", weight: .concern)
    }
    if group.number != 7 {
      return .breach(
        "\(CaseLabels.name(of: path)) er valgt, men borgeren er omfattet af \(group.citation). Staten refunderer kun "
          + "udgifter til mentorstøtte til personer efter § 6, nr. 7.",
        path: path, at: said.position, help: "Slet feltet.")
    }
    if context.caseFile.mentor?.employment?.value == .municipality {
      return .fulfilled("Borgeren er omfattet af § 6, nr. 7.")
    }
    return .breach(
      "\(CaseLabels.name(of: path)) står i en kontrakt, som andre læser. Linjen viser, at personen er i "
        + "jobafklaringsforløb.",
      path: path, at: said.position, help: "Slet feltet, og noter refusionen i kommunens eget regnskab.",
      weight: .concern)
  }
}

extension RuleContext {
  /// Whether a company or an education institution is supported for its own employee, LAB § 169.
  var employsMentorItself: Bool {
    switch caseFile.mentor?.employment?.value {
    case .company, .educationInstitution: true
    case .external, .municipality, nil: false
    }
  }
}
