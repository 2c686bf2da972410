import Fields

extension CaseRule {
  /// R07: hours are set from the need of the person; there is a least, but no most.
  static let hours = CaseRule("R07") { context in
    guard let hours = context.parts.hours else { return .incomplete("Timetallet er ikke oplyst.") }
    let path = "mentorstoette.timetal"
    let position = context.caseFile.support?.hours?.position
    if hours.weeklyAverage.minutes == 0 {
      return .breach(
        "\(CaseLabels.name(of: path)) er nul. En bevilling uden timer giver ingen støtte.", path: path, at: position,
        help:
          "Skriv det timetal, som borgeren efter en konkret vurdering har brug for. Der er ingen øvre grænse i loven.",
        weight: .necessity)
    }
    if let pause = hours.phases.first(where: { $0.weekly.minutes == 0 }) {
      return .breach(
        "En fase (mentorstoette.timetal.faser) har 0 timer fra den \(pause.period.from.danish) til "
          + "den \(pause.period.to.danish), så støtten holder pause.",
        path: "\(path).faser", at: position, help: "Se efter, om pausen er tilsigtet. Brevet skriver den.",
        weight: .concern)
    }
    return .fulfilled("Timetallet er i gennemsnit \(hours.weeklyAverage.danish) om ugen. Loven har ingen øvre grænse.")
  }

  /// R07a: the average per week is reported in hours and whole minutes.
  static let reportedHours = CaseRule("R07a") { context in
    guard let hours = context.parts.hours else { return .incomplete("Timetallet er ikke oplyst.") }
    let average = hours.weeklyAverage.danish
    // An average over phases is seldom a whole number: rounding it needs no person's eye.
    if hours.isAverageExact || hours.form == .phased {
      return .fulfilled("Det ugentlige gennemsnit er \(average), i hele minutter.")
    }
    return .breach(
      "Det ugentlige gennemsnit er ikke et helt antal minutter. Det er afrundet til \(average).",
      path: "mentorstoette.timetal", at: context.caseFile.support?.hours?.position,
      help: "Indberet det afrundede tal, eller vælg et timetal, der går op.", weight: .concern)
  }
}
