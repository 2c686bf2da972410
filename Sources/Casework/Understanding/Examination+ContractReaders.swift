import Diagnostics
import Fields

extension Examination {
  /// Nothing that a paper about a contract prints names the citizen or where the citizen lives: the mentor's employer reads
  /// it.
  mutating func checkCitizenInContract() {
    guard let citizen = caseFile.citizen else { return }
    let names = citizen.name.map { NameSearch([$0.value]) }
    let street = citizen.address?.street.flatMap { StreetSearch($0.value) }
    let house = citizen.address?.street.flatMap { StreetSearch($0.value, withNumber: true) }
    for text in freeTexts {
      checkCitizen(
        text, hasName: names?.finds(in: text.text, mayBegin: true),
        hasStreet: street?.finds(in: text.text))
    }
    caseFile.forEachContractLine { path, said in
      checkCitizen(
        CaseText(.named(path), said), hasName: names?.findsWhole(in: said.value, givenName: false),
        hasStreet: house?.finds(in: said.value))
    }
    caseFile.forEachContractPerson { path, said in
      guard let names, names.findsWhole(in: said.value, givenName: true) else { return }
      reportNamesake("\(path)", at: said.position)
    }
  }

  private mutating func checkCitizen(_ text: CaseText, hasName: Bool?, hasStreet: Bool?) {
    guard hasName == true || hasStreet == true else { return }
    report(
      "citizen-in-contract",
      "\(CaseLabels.name(of: text.path)) indeholder borgerens \(hasName == true ? "navn" : "adresse"). Papirer til "
        + "mentorens arbejdsgiver nævner ikke borgeren.",
      path: text.path, at: text.position, basis: cite(["fvl-27"]),
      help: "Skriv \"personen\" eller \"medarbejderen\". Sagsnummeret er henvisningen til sagen.")
  }

  /// Two persons may have one name, and then both have a right to it.
  private mutating func reportNamesake(_ path: String, at position: UInt32) {
    report(
      .warning, "citizen-in-contract",
      "\(CaseLabels.name(of: path)) er det samme navn som borgerens. Papirer til mentorens arbejdsgiver nævner ikke "
        + "borgeren.",
      path: path, at: position, basis: cite(["fvl-27"]),
      help: "Se efter, at det er en anden person med samme navn. Ellers ret feltet.")
  }
}
