extension CaseRule {
  /// R06: the goal is a job or an education, LAB § 167.
  static let goal = CaseRule("R06") { context in
    guard let goal = context.parts.goal?.kind else { return .incomplete("Målet er ikke oplyst.") }
    if let group = context.parts.citizen?.outsideGroup, let expected = group.goal, expected != goal {
      let path = "borger.maalgruppe"
      return .breach(
        "\(CaseLabels.name(of: path)) siger, at borgeren er \(group.label), men målet er \(goal.label).", path: path,
        at: context.caseFile.citizen?.targetGroup?.position,
        help: "Se efter, om begge dele er rigtige. Brevet skriver, hvad støtten er til for i den målgruppe.",
        weight: .concern)
    }
    return .fulfilled("Målet er \(goal.label).")
  }

  /// R06a: support is not for pensioners, who have no such goal; on early retirement pension some have, says the state's
  /// guidance.
  static let pensioners = CaseRule("R06a") { context in
    let path = "borger.maalgruppe"
    let position = context.caseFile.citizen?.targetGroup?.position
    let citizen = context.parts.citizen
    switch citizen?.targetGroup?.number == 11 ? .disabilityPensioner : citizen?.outsideGroup {
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
