extension CaseRule {
  /// R21: hours for places rest on no named citizen, LAB § 169, stk. 4, and are agreed with a company or an institution.
  static let perPlace = CaseRule("R21") { context in
    guard let said = context.caseFile.contract?.places else {
      return .notApplicable("Timetallet er fastsat for en person.")
    }
    let path = "kontrakt.pladser"
    var breaches: [Breach] = []
    if context.caseFile.mentor?.employment != nil, !context.employsMentorItself {
      breaches.append(
        Breach(
          message:
            "\(CaseLabels.name(of: path)) er oplyst, men timetallet kan kun fastsættes pr. plads sammen med en "
            + "virksomhed eller en uddannelsesinstitution.",
          path: path, position: said.position, help: "Slet pladser, og skriv timetallet for personen."))
    }
    if let citizen = context.caseFile.citizen {
      breaches.append(
        Breach(
          message:
            "\(CaseLabels.name(of: path)) er oplyst, men sagen handler om en bestemt borger. Et timetal pr. plads gælder, "
            + "uanset hvem der har pladsen.",
          path: path, position: citizen.position,
          help:
            "Skriv kontrakten i en sag uden borger. Borgerens egen afgørelse og Min Plan skal stadig have et timetal."))
    }
    return breaches.isEmpty ? .fulfilled("Timetallet er fastsat pr. plads og ikke for en person.") : .breached(breaches)
  }
}
