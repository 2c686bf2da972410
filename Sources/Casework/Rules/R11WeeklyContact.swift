import Fields

extension CaseRule {
  /// R11b: the groups that the municipality has chosen meet their mentor at least each week. Only with a profile: no law
  /// has set a frequency since 2020 (R11 and R11a are history).
  static let weeklyContact = CaseRule("R11b") { context in
    guard let groups = context.profile?.weeklyContactGroups, !groups.isEmpty else {
      return .notApplicable("Der er ingen myndighedsprofil med ugentlig kontakt.")
    }
    guard let group = context.parts.citizen?.targetGroup, groups.contains(group) else {
      return .notApplicable("Kommunen kræver ikke ugentlig kontakt for borgerens målgruppe.")
    }
    guard let hours = context.parts.hours else { return .incomplete("Timetallet er ikke oplyst.") }
    let help = "Aftal kontakt mindst én gang om ugen, eller noter grunden i undtagelser (R11b)."
    let said = context.caseFile.support?.hours
    if hours.form == .fortnightly {
      let path = "mentorstoette.timetal.hverAndenUge"
      return .breach(
        "\(CaseLabels.name(of: path)) er valgt, men kommunen vil have, at mentoren og borgeren har kontakt hver uge.",
        path: path, at: said?.isFortnightly?.position ?? said?.position, help: help)
    }
    if let pause = hours.phases.first(where: { $0.weekly.minutes == 0 }) {
      return .breach(
        "Der er en pause fra den \(pause.period.from.danish) til den \(pause.period.to.danish), men kommunen vil have, "
          + "at mentoren og borgeren har kontakt hver uge.",
        path: "mentorstoette.timetal.faser", at: said?.position, help: help)
    }
    return .fulfilled("Der er timer til kontakt hver uge.")
  }
}
