import Fields

extension CaseRule {
  /// R01: a period is at most six months, LAB § 167, stk. 1, 1. pkt.
  ///
  /// The period's last day is included, so six months from 1 December end on 31 May. A period that ends on the same
  /// day of the month (1 June) is one day longer in a strict count; practice differs, so it warns. A change of support that
  /// has begun goes on with the same period: it is counted from the day on which the support began.
  static let periodLength = CaseRule("R01") { context in
    guard let said = context.parts.period, let basis = context.parts.basis else {
      return .incomplete("Perioden eller støttens art er ikke oplyst.")
    }
    let period = context.parts.begun.flatMap { Period(from: min($0, said.from), to: said.to) } ?? said
    switch basis {
    case .ordinary: break
    case .discharge:
      return .notApplicable("Støtte ved udskrivning gives i mindst 6 måneder og har ikke denne grænse.")
    case .educationStart:
      // Before the right came into the act, such support is ordinary.
      guard context.knows("lab-167-3") else { break }
      return .notApplicable("Støtte ved start på en uddannelse har sin egen grænse, se R04.")
    }
    let last = period.lastDay(ofMonths: 6)
    if period.to <= last {
      return .fulfilled(
        "Perioden slutter den \(period.to.danish). Den kan højst vare 6 måneder, til og med den \(last.danish).")
    }
    let field = CaseLabels.name(of: "mentorstoette.periode.til")
    if period.to == period.from.adding(months: 6) {
      return .breach(
        "\(field) er samme dato som periodens første dag 6 måneder efter. Tæller begge dage med, er "
          + "perioden en dag længere end 6 måneder.",
        path: "mentorstoette.periode.til", at: context.periodEnd,
        help: "Skriv den \(last.danish) som sidste dag, hvis perioden skal være præcis 6 måneder.", weight: .concern)
    }
    return .breach(
      "Perioden er længere end 6 måneder: \(field) er den \(period.to.danish), men når første dag er "
        + "den \(period.from.danish), kan sidste dag senest være den \(last.danish).",
      path: "mentorstoette.periode.til", at: context.periodEnd,
      help:
        "Forkort perioden til den \(last.danish). En ny periode på op til 6 måneder kræver en ny, "
        + "konkret vurdering, når den første udløber."
    )
  }
}
