import Fields

extension Examination {
  /// The citizen.
  mutating func citizen() -> Citizen? {
    let said = caseFile.citizen
    let name = require(said?.name, "borger.navn", in: said?.position)
    let number = require(said?.civilRegistrationNumber, "borger.cpr", in: said?.position)
    let group = targetGroup(said?.targetGroup)
    guard let name, let number else { return nil }
    return Citizen(
      name: name, civilRegistrationNumber: number, targetGroup: group,
      isExemptFromDigitalPost: said?.isExemptFromDigitalPost?.value ?? false)
  }

  private mutating func targetGroup(_ said: Said<String>?) -> TargetGroup? {
    guard let said else { return nil }
    if let group = TargetGroup(said.value) { return group }
    report(
      "unknown-target-group",
      "\(CaseLabels.name(of: "borger.maalgruppe")) er ikke et nummer i § 6 i lov om en aktiv beskæftigelsesindsats.",
      path: "borger.maalgruppe", at: said.position,
      help: "Skriv gruppen som \"6-3\" for § 6, nr. 3. Numrene går fra 1 til 13.")
    return nil
  }
}
