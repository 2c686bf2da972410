import Diagnostics
import Fields
import Lawbook
import Testing

@testable import Casework

@Suite struct MunicipalRuleTests {
  /// Gribskov's profile with rules enforced.
  static func enforcing(_ rules: String...) throws -> AuthorityProfile {
    let list = rules.map { "{ \"regel\": \"\($0)\", \"grund\": \"Udvalget, den 3. marts 2026\" }" }
    let text = """
      {
        "myndighed": { "cvr": "29188440" },
        "serviceniveauer": [
          { "niveau": 1, "tilTimer": 2 }, { "niveau": 2, "tilTimer": 3 }, { "niveau": 3, "tilTimer": 4 },
          { "niveau": 4, "hoejstMaaneder": 3 }
        ],
        "skaerpelser": [\(list.joined(separator: ", "))]
      }
      """
    return try AuthorityProfile.read(Array(text.utf8), file: "profil.json")
  }

  @Test func hasNoMunicipalRulesWithoutAProfile() throws {
    let understanding = try Fixture.grant.with("mentorstoette.serviceniveau", 4).understood()
    #expect(understanding.outcome("R12") == .notApplicable)
    #expect(understanding.outcome("R13") == .notApplicable)
    #expect(understanding.outcome("R14") == .notApplicable)
  }

  @Test func hasNoMunicipalRulesFromAnotherAuthority() throws {
    let understanding = try Fixture.grant.with("myndighed.cvr", "11111111").with("mentorstoette.serviceniveau", 4)
      .understood(try Repository.gribskov())
    #expect(understanding.outcome("R12") == .notApplicable)
  }

  @Test(arguments: [(0, 1, 1), (2, 0, 1), (2, 1, 2), (3, 0, 2), (3, 1, 3), (4, 0, 3), (4, 1, 4)])
  func findsTheLowerLevelAtABound(_ hours: Int, _ minutes: Int, _ level: Int) throws {
    let understanding = try Fixture.grant.with("mentorstoette.timetal", ["timer": hours, "minutter": minutes])
      .with("mentorstoette.periode.til", "2026-09-14").with("mentorstoette.serviceniveau", level)
      .understood(try Repository.gribskov())
    #expect(understanding.outcome("R12") == .fulfilled)
  }

  @Test func warnsOfAnotherLevelAndNeverRefuses() throws {
    let understanding = try Fixture.grant.with("mentorstoette.serviceniveau", 1).understood(try Repository.gribskov())
    let warning = try understanding.only("R12")
    #expect(warning.severity == .warning)
    #expect(
      warning.message
        == "Serviceniveau (mentorstoette.serviceniveau) er 1, men timetallet er 2 timer og 30 minutter om ugen, og det svarer til niveau 2."
    )
    #expect(warning.basis == "kommunens servicestandard")
    #expect(understanding.model != nil)
  }

  @Test func warnsOfALongTimeOnTheHighestLevel() throws {
    let understanding = try Fixture.grant.with("mentorstoette.timetal", ["timer": 5]).understood(
      try Repository.gribskov())
    let warning = try understanding.only("R13")
    #expect(warning.severity == .warning)
    #expect(
      warning.message
        == "Støtten ligger på kommunens serviceniveau 4 fra den 15. juni 2026 til den 14. december 2026. Kommunen giver det niveau i højst 3 måneder ad gangen."
    )
    #expect(understanding.model != nil)
  }

  @Test func countsTheTimeOnALevelOverPhases() throws {
    let short = HoursRuleTests.phases([("2026-06-15", "2026-09-14", 5), ("2026-09-15", "2026-12-14", 2)])
    let long = HoursRuleTests.phases([
      ("2026-06-15", "2026-08-14", 5), ("2026-08-15", "2026-09-30", 6), ("2026-10-01", "2026-12-14", 2),
    ])
    let profile = try Repository.gribskov()
    #expect(try Fixture.grant.with("mentorstoette.timetal", short).understood(profile).outcome("R13") == .fulfilled)
    #expect(try Fixture.grant.with("mentorstoette.timetal", long).understood(profile).outcome("R13") == .warning)
  }

  @Test func refusesWhenTheMunicipalityEnforcesItsRule() throws {
    let understanding = try Fixture.grant.with("mentorstoette.timetal", ["timer": 5]).understood(
      try Self.enforcing("R13"))
    #expect(try understanding.only("R13").severity == .error)
    #expect(understanding.model == nil)
  }

  @Test func letsACaseSetTheMunicipalRuleAside() throws {
    let waived = [["regel": "R13", "grund": "Borgeren begynder i job i november."]]
    let understanding = try Fixture.grant.with("mentorstoette.timetal", ["timer": 5]).with("undtagelser", waived)
      .understood(try Self.enforcing("R13"))
    #expect(understanding.outcome("R13") == .waived)
    #expect(understanding.model?.letter.waivers == [Waiver(rule: "R13", reason: "Borgeren begynder i job i november.")])
    #expect(try understanding.only("R13").severity == .note)
    // Min Plan does not check the rule, and says nothing of the waiver.
    #expect(
      try Fixture.grant.with("mentorstoette.timetal", ["timer": 5]).with("undtagelser", waived)
        .planned(try Self.enforcing("R13")).diagnostics.isEmpty)
  }

  @Test func warnsOfAPostcodeElsewhere() throws {
    let profile = try Repository.gribskov()
    #expect(try Fixture.grant.understood(profile).outcome("R14") == .fulfilled)
    let understanding = try Fixture.grant.with("borger.adresse.postnummer", "8000").understood(profile)
    let warning = try understanding.only("R14")
    #expect(warning.severity == .warning)
    #expect(
      warning.message == "Postnummer (borger.adresse.postnummer) er ikke blandt kommunens postnumre.")
    #expect(warning.help == "Se efter, om kommunen er borgerens handlekommune efter retssikkerhedsloven.")
    #expect(
      warning.basis
        == "kommunens servicestandard og § 9 i lov om retssikkerhed og administration på det sociale område")
    #expect(understanding.model != nil)
  }

  /// The standard of 2014 decided weekly contact for people on kontanthjælp; the follow-up each 13 weeks is a comment on it.
  @Test func followsWhatGribskovsStandardDecided() throws {
    let profile = try Repository.gribskov()
    let fortnightly = Fixture.grant.with("mentorstoette.timetal", ["timer": 4, "hverAndenUge": true])
    #expect(try fortnightly.with("borger.maalgruppe", "6-3").understood(profile).only("R11b").severity == .warning)
    #expect(try fortnightly.understood(profile).outcome("R11b") == .notApplicable)
    #expect(try Fixture.grant.understood(profile).outcome("R10") == .notApplicable)
  }
}
