extension CaseRule {
  /// R08: CVR and P number of the mentor's employer are reported to the state; a letter does not need them.
  static let employerNumbers = CaseRule("R08") { context in
    guard case .named(let mentor)? = context.parts.assignment else {
      return .notApplicable("Mentoren er ikke navngivet.")
    }
    if mentor.employment == .municipality { return .notApplicable("Mentoren er ansat i kommunen.") }
    let said = context.caseFile.mentor?.employer
    var gone: [String] = []
    if mentor.employer?.companyNumber == nil { gone.append("cvr") }
    if mentor.employer?.productionUnitNumber == nil { gone.append("pnummer") }
    guard !gone.isEmpty else { return .fulfilled("Arbejdsgiverens CVR-nummer og P-nummer er oplyst.") }
    return .breached(
      gone.map { field in
        let path = "mentor.arbejdsgiver.\(field)"
        return Breach(
          message: "\(CaseLabels.name(of: path)) mangler. Det skal med i indberetningen af mentorstøtten.", path: path,
          position: said?.position ?? context.caseFile.mentor?.position,
          help: "Tilføj nummeret på mentorens arbejdsgiver. Brevet kan sendes uden.", weight: .concern)
      })
  }
}
