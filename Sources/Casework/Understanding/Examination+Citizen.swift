import Diagnostics
import Fields

extension Examination {
  /// The citizen.
  mutating func citizen() -> Citizen? {
    let said = caseFile.citizen
    let name = require(said?.name, "borger.navn", in: said?.position)
    let number = require(said?.civilRegistrationNumber, "borger.cpr", in: said?.position)
    let group = said?.targetGroup.map { TargetGroup($0.value) } ?? nil
    let outside = said?.targetGroup.map { OutsideGroup(rawValue: $0.value) } ?? nil
    if let said = said?.targetGroup, group == nil, outside == nil { reportUnknownGroup(said) }
    guard let name, let number else { return nil }
    var citizen = Citizen(
      name: name, civilRegistrationNumber: number, targetGroup: group, outsideGroup: outside,
      isExemptFromDigitalPost: said?.isExemptFromDigitalPost?.value ?? false)
    citizen.cannotUseDigitalPlan = caseFile.plan?.isOnPaper?.value ?? false
    checkAge(of: citizen)
    return citizen
  }

  /// Nobody has Digital Post before the fifteenth birthday (Digital Post-loven § 3), and hardly anybody mentor support.
  private mutating func checkAge(of citizen: Citizen) {
    guard let date, !citizen.isExemptFromDigitalPost,
      citizen.civilRegistrationNumber.isAged(15, on: date) == false
    else { return }
    report(
      .warning, "citizen-under-15",
      "Borgeren er under 15 år efter \(CaseLabels.name(of: "borger.cpr")) og kan ikke have en digital postkasse.",
      path: "borger.cpr", at: caseFile.citizen?.civilRegistrationNumber?.position,
      help: "Se efter, om nummeret er rigtigt. Er det det, så skriv borger.fritagetForDigitalPost: brevet går på papir."
    )
  }

  private mutating func reportUnknownGroup(_ said: Said<String>) {
    let words = OutsideGroup.allCases.map { "\"\($0.rawValue)\" (\($0.label))" }
    report(
      "unknown-target-group",
      "\(CaseLabels.name(of: "borger.maalgruppe")) er hverken et nummer i § 6 i lov om en aktiv beskæftigelsesindsats "
        + "eller et af ordene for personer uden for § 6.",
      path: "borger.maalgruppe", at: said.position,
      help: "Skriv gruppen som \"6-3\" for § 6, nr. 3. Numrene går fra 1 til 13. Er borgeren ikke i § 6, så skriv "
        + words.dropLast().joined(separator: ", ") + " eller \(words.last ?? "").")
  }
}
