extension CaseRule {
  /// R06: the goal is a job or an education, LAB § 167.
  static let goal = CaseRule("R06") { context in
    switch context.parts.goal?.kind {
    case .employment?: .fulfilled("Målet er beskæftigelse.")
    case .education?: .fulfilled("Målet er uddannelse.")
    case nil: .incomplete("Målet er ikke oplyst.")
    }
  }

  /// R06a: support is not for pensioners, who have no such goal; on early retirement pension some have, says the state's
  /// guidance.
  static let pensioners = CaseRule("R06a") { context in
    let path = "borger.maalgruppe"
    let position = context.caseFile.citizen?.targetGroup?.position
    switch context.parts.citizen?.outsideGroup {
    case .oldAgePensioner?:
      return .breach(
        "Borgeren får folkepension. Efter vejledningen gives der ikke mentorstøtte til pensionister, fordi støtten ikke "
          + "har et mål om job eller uddannelse.",
        path: path, at: position, help: "Se efter, om målet er et job eller en uddannelse. Giv ellers afslag.")
    case .disabilityPensioner?:
      return context.parts.goal == nil
        ? .incomplete("Borgeren får førtidspension, og målet er ikke oplyst.")
        : .fulfilled("Borgeren får førtidspension og har et mål om job eller uddannelse.")
    default: return .notApplicable("Borgeren får ikke pension.")
    }
  }
}
