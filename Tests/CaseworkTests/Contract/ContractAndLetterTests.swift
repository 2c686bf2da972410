import Diagnostics
import Fields
import Testing

@testable import Casework

/// The papers for the employer and the letter for the citizen, made of one case: where they contradict each other.
@Suite struct ContractAndLetterTests {
  /// A contract about the citizen of a letter.
  private static func letter(_ type: String) -> Fixture {
    Fixture.contract.with("borger", ["navn": "Mikkel Bang", "cpr": "740395-1237", "maalgruppe": "6-6"])
      .with("afgoerelse", ["type": type, "dato": "2026-08-24"])
  }

  private static func replaced() -> Fixture {
    letter("mentorskifte").with(
      "mentorskifte", ["fra": "2026-09-01", "bevillingsdato": "2026-06-08", "tidligereMentor": "Kim Rask"])
  }

  private static func changed() -> Fixture {
    letter("aendring").with("aendring", ["fra": "2026-09-01", "foer": ["timetal": ["timer": 4]]])
  }

  private static func supplement(_ fixture: Fixture, from day: String, _ former: [String: Any]) -> Fixture {
    fixture.with("kontrakt.tillaeg", ["nummer": 1, "dato": "2026-08-24", "gaelderFra": day, "tidligere": former])
  }

  private func warnings(_ fixture: Fixture) throws -> [String] {
    try understood(fixture).diagnostics.filter { $0.id == "contract-and-letter" }.map(\.message)
  }

  private func understood(_ fixture: Fixture) throws -> (diagnostics: [Diagnostic], isMade: Bool) {
    let caseFile = try fixture.caseFile()
    guard caseFile.contract?.supplement != nil else {
      let made = MentorContract.understand(caseFile, lawbook: try Law.book())
      return (made.diagnostics, made.model != nil)
    }
    let made = ContractSupplement.understand(caseFile, lawbook: try Law.book())
    return (made.diagnostics, made.model != nil)
  }

  @Test(arguments: [
    ("mentorskifte", "Fra (mentorskifte.fra)"), ("aendring", "Ændres fra (aendring.fra)"),
  ])
  func warnsOfAContractFromBeforeWhatIsNew(_ type: String, _ field: String) throws {
    let case_ = type == "aendring" ? Self.changed() : Self.replaced()
    let warning = try #require(
      try understood(case_).diagnostics.first { $0.id == "contract-and-letter" })
    #expect(warning.severity == .warning)
    #expect(
      warning.message
        == "Startdato (mentorstoette.periode.fra) er den 15. juni 2026, og fra den dag gælder papiret til arbejdsgiveren, men "
        + "\(field) er den 1. september 2026. Kontrakten og borgerens brev siger ikke det samme.")
    #expect(warning.help?.hasPrefix("Har arbejdsgiveren en kontrakt, så skriv kontrakt.tillaeg") == true)
    #expect(try understood(case_).isMade)
    // From the first day on there is nothing before.
    #expect(try warnings(case_.with("\(type).fra", "2026-06-15")) == [])
  }

  @Test func saysNothingWhereTheyAgree() throws {
    #expect(try warnings(Self.letter("bevilling")) == [])
    #expect(
      try warnings(Self.supplement(Self.changed(), from: "2026-09-01", ["timetal": ["timer": 4]])) == [])
    #expect(try warnings(Self.supplement(Self.replaced(), from: "2026-09-01", ["mentor": "kim rask"])) == [])
    // Four hours a week are eight in two weeks.
    let fortnight = Self.changed().with("aendring.foer.timetal", ["timer": 8, "hverAndenUge": true])
    #expect(try warnings(Self.supplement(fortnight, from: "2026-09-01", ["timetal": ["timer": 4]])) == [])
    // Of a contract without a citizen there is no letter.
    #expect(try warnings(Self.changed().without("borger")) == [])
  }

  @Test func warnsOfASupplementWithOtherDaysOrHours() throws {
    let found = try warnings(Self.supplement(Self.changed(), from: "2026-10-01", ["timetal": ["timer": 3]]))
    #expect(
      found == [
        "Gælder fra (kontrakt.tillaeg.gaelderFra) er den 1. oktober 2026, men Ændres fra (aendring.fra) er den 1. september "
          + "2026. Kontrakten og borgerens brev siger ikke det samme.",
        "Tidligere timetal (kontrakt.tillaeg.tidligere.timetal) er 3 timer om ugen, men Timetal før (aendring.foer.timetal) "
          + "er 4 timer om ugen. Kontrakten og borgerens brev siger ikke det samme.",
      ])
    let period = Self.letter("aendring").with(
      "aendring", ["fra": "2026-09-01", "foer": ["periode": ["fra": "2026-06-15", "til": "2026-10-31"]]])
    #expect(
      try warnings(
        Self.supplement(
          period, from: "2026-09-01", ["periode": ["fra": "2026-06-15", "til": "2026-11-30"]])
      ).count == 1)
    let correction = Self.supplement(Self.changed(), from: "2026-10-01", ["timetal": ["timer": 3]])
      .with("kontrakt.tillaeg.rettelse", true)
    #expect(try warnings(correction) == [])
  }

  @Test func warnsOfAnotherFormerMentorWithoutANameInTheMessage() throws {
    let found = try warnings(Self.supplement(Self.replaced(), from: "2026-09-01", ["mentor": "Bo Gammel"]))
    #expect(found.count == 1)
    #expect(found.allSatisfy { !$0.contains("Gammel") && !$0.contains("Rask") })
  }

  @Test func warnsOfAContractThatRunsOnAfterTheStop() throws {
    let stop = Self.letter("ophoer").with("ophoer", ["sidsteDag": "2026-09-30", "grundlag": "egetOenske"])
    #expect(
      try warnings(stop) == [
        "Slutdato (mentorstoette.periode.til) er den 14. december 2026, og til den dag gælder papiret til arbejdsgiveren, men "
          + "Sidste dag (ophoer.sidsteDag) er den 30. september 2026. Kontrakten og borgerens brev siger ikke det samme."
      ])
    #expect(try warnings(stop.with("ophoer.sidsteDag", "2026-12-14")) == [])
    #expect(try warnings(stop.with("ophoer", ["begynderIkke": true])).count == 1)
  }

  @Test func warnsOfAnotherGoal() throws {
    let other = Self.letter("bevilling").with("kontrakt.maal.type", "uddannelse")
    #expect(
      try warnings(other) == [
        "Måltype (kontrakt.maal.type) er uddannelse, men Måltype (mentorstoette.maal.type) er beskæftigelse. Kontrakten og "
          + "borgerens brev siger ikke det samme."
      ])
  }
}
