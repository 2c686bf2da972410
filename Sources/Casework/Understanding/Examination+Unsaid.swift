import Diagnostics

extension Examination {
  /// What a case says of its decision, and the letter of that decision has no place for.
  ///
  /// That something is refused must not get lost: the citizen has a right to the reasons and to complain, FVL §§ 22 and 25.
  mutating func checkUnsaid(by model: (some LetterModel).Type) {
    guard kind.isDecision, let decision = caseFile.decision else { return }
    func isSaid(_ path: String) -> Bool { model.inputs.contains(path) }
    let refused = "afgoerelse.ikkeBevilget"
    if let said = decision.refused, !isSaid(refused) {
      report(
        "refusal-unsaid",
        "\(CaseLabels.name(of: refused)) er udfyldt, men sagen skrives som \(kind.label), og brevet siger ikke, hvad "
          + "der er afslået.", path: refused, at: said.position, basis: cite(["fvl-22", "fvl-25"]),
        help: "Skriv \"delvis-bevilling\" i afgoerelse.type, når borgeren får mindre, end der er søgt om. Slet ellers "
          + "feltet.")
    }
    let hearing = "afgoerelse.partshoering"
    if let said = decision.hearing, said.sent != nil || said.answer != nil, !isSaid(hearing) {
      warnUnsaid(
        hearing, at: said.position,
        help: "Har borgeren svaret, så lad begrundelsen tage stilling til det. Slet ellers feltet.")
    }
    let assessment = "afgoerelse.vurdering"
    if let said = decision.assessment, !isSaid(assessment) {
      warnUnsaid(
        assessment, at: said.position,
        help: "Skriv det, der betyder noget for afgørelsen, i afgoerelse.begrundelse.hensyn. Slet ellers feltet.")
    }
    for (kind, position) in othersOwn {
      // An error may have told of it already.
      guard let position, !isSaid(kind.rawValue), !diagnostics.contains(where: { $0.path == kind.rawValue }) else {
        continue
      }
      let path = kind.rawValue
      warnUnsaid(
        path, at: position,
        help: "Skriv \"\(path)\" i afgoerelse.type, når det er det, brevet handler om. Slet ellers feltet.")
    }
  }

  /// What one kind of letter alone is about; it has the name of the kind.
  private var othersOwn: [(kind: DecisionKind, position: UInt32?)] {
    [
      (.mentorChange, caseFile.mentorChange?.position),
      (.information, caseFile.newFacts?.position),
      (.change, caseFile.change?.position),
      (.reconsideration, caseFile.reconsideration?.position),
      (.termination, caseFile.stop?.position),
    ]
  }

  private mutating func warnUnsaid(_ path: String, at position: UInt32, help: String) {
    report(
      .warning, "unsaid",
      "\(CaseLabels.name(of: path)) er udfyldt, men sagen skrives som \(kind.label), og det står ikke i brevet.",
      path: path, at: position, help: help)
  }
}
