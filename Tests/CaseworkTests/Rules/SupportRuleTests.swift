import Diagnostics
import Fields
import Testing

@testable import Casework

/// R03a, R10, R11b, R42 and R43: what a caseworker weighs beside the law's own limits.
@Suite struct SupportRuleTests {
  private static func profile(_ content: String) throws -> AuthorityProfile {
    try AuthorityProfile.read(
      Array("{ \"myndighed\": { \"cvr\": \"29188440\" }, \(content) }".utf8), file: "profil.json")
  }

  @Test func seesThePurposeOfADischargeOnceItIsConfirmed() throws {
    #expect(try Fixture.discharge.discharged().outcome("R03a") == .fulfilled)
    #expect(try Fixture.grant.understood().outcome("R03a") == .notApplicable)
    let before = Fixture.discharge.with("afgoerelse.dato", "2024-02-29")
    #expect(try before.discharged().outcome("R03a") == nil)
    #expect(try before.with("afgoerelse.dato", "2024-03-01").discharged().outcome("R03a") == .fulfilled)
  }

  @Test func asksForFollowUpWhereTheMunicipalityDoes() throws {
    let profile = try Self.profile("\"opfoelgningUger\": 13")
    #expect(try Fixture.grant.understood().outcome("R10") == .notApplicable)
    let warning = try Fixture.grant.understood(profile).only("R10")
    #expect(warning.severity == .warning)
    #expect(
      warning.message
        == "Kommunen følger op på støtten hver 13. uge. Næste opfølgning (minPlan.opfoelgning.naeste) mangler.")
    #expect(warning.help == "Aftal en opfølgning senest den 14. september 2026.")
    #expect(warning.basis == "kommunens servicestandard")
    // Thirteen weeks need no follow-up; a day more does.
    let short = Fixture.grant.with("mentorstoette.periode.til", "2026-09-13")
    #expect(try short.understood(profile).outcome("R10") == .notApplicable)
    #expect(
      try short.with("mentorstoette.periode.til", "2026-09-14").understood(profile).outcome("R10") == .warning)
  }

  @Test func acceptsAPlannedFollowUp() throws {
    let profile = try Self.profile("\"opfoelgningUger\": 13")
    #expect(try PlanProgressTests.plan.planned(profile).outcome("R10") == .fulfilled)
    let late = PlanProgressTests.plan.with("minPlan.opfoelgning.dato", "2026-08-03")
    #expect(try late.with("minPlan.opfoelgning.naeste", "2026-11-02").planned(profile).outcome("R10") == .fulfilled)
    #expect(
      try late.with("minPlan.opfoelgning.naeste", "2026-11-03").planned(profile).only("R10").message
        == "Næste opfølgning (minPlan.opfoelgning.naeste) er den 3. november 2026. Kommunen følger op på støtten hver 13. uge."
    )
  }

  @Test func asksForWeeklyContactWhereTheMunicipalityDoes() throws {
    let profile = try Self.profile("\"ugentligKontakt\": [ { \"maalgruppe\": \"6-3\" } ]")
    let group = Fixture.grant.with("borger.maalgruppe", "6-3")
    #expect(try group.understood(profile).outcome("R11b") == .fulfilled)
    #expect(try Fixture.grant.understood(profile).outcome("R11b") == .notApplicable)
    #expect(try group.understood().outcome("R11b") == .notApplicable)
    let fortnightly = group.with("mentorstoette.timetal", ["timer": 4, "hverAndenUge": true])
    let warning = try fortnightly.understood(profile).only("R11b")
    #expect(warning.severity == .warning)
    #expect(
      warning.message
        == "Hver anden uge (mentorstoette.timetal.hverAndenUge) er valgt, men kommunen vil have, at mentoren og borgeren har kontakt hver uge."
    )
    #expect(try fortnightly.with("borger.maalgruppe", "6-6").understood(profile).outcome("R11b") == .notApplicable)
    let pause = group.with(
      "mentorstoette.timetal",
      [
        "faser": [
          ["fra": "2026-06-15", "til": "2026-07-14", "timer": 2],
          ["fra": "2026-07-15", "til": "2026-08-14", "timer": 0],
          ["fra": "2026-08-15", "til": "2026-12-14", "timer": 2],
        ]
      ])
    #expect(
      try pause.understood(profile).only("R11b").message
        == "Der er en pause fra den 15. juli 2026 til den 14. august 2026, men kommunen vil have, at mentoren og borgeren har kontakt hver uge."
    )
  }

  @Test func refusesAProfileWithAGroupThatIsNone() throws {
    for (content, message) in [
      ("{ \"maalgruppe\": \"6-14\" }", "er ikke et nummer i § 6 i lov om en aktiv beskæftigelsesindsats."),
      ("{ }", "mangler."),
    ] {
      do throws(DiagnosticsError) {
        _ = try AuthorityProfile.read(
          Array("{ \"myndighed\": { \"cvr\": \"29188440\" }, \"ugentligKontakt\": [\(content)] }".utf8),
          file: "profil.json")
        Issue.record("read")
      } catch {
        #expect(error.diagnostics.map(\.message) == ["Målgruppe (ugentligKontakt.1.maalgruppe) \(message)"])
      }
    }
  }

  @Test func asksAboutTheSchoolsOwnSupport() throws {
    let school = Fixture.grant.with("mentor.ansaettelse", "uddannelsesinstitution")
    let warning = try school.understood().only("R42")
    #expect(warning.severity == .warning)
    #expect(
      warning.message
        == "Mentoren er ansat på en uddannelsesinstitution, men det er ikke oplyst, om SPS eller en elevcoach kan dække behovet."
    )
    func answered(_ answer: String) throws -> Finding.Outcome? {
      try school.with(
        "afgraensning", ["ordninger": [["ordning": "sps", "svar": answer, "note": "Talt med skolen."]]]
      ).understood().outcome("R42")
    }
    #expect(try answered("daekker-ikke") == .fulfilled)
    #expect(try answered("ikke-relevant") == .fulfilled)
    #expect(try answered("daekker") == .warning)
    #expect(try answered("ikke-undersoegt") == .warning)
    #expect(try Fixture.grant.understood().outcome("R42") == .notApplicable)
  }

  @Test(arguments: [
    ("Et job", GoalWords.Doubt.tooShort),
    ("Du skal komme tættere på arbejdsmarkedet", .general("tættere på arbejdsmarkedet")),
    ("Målet er et job eller en uddannelse", nil),
    ("Du skal fastholde job eller uddannelse", .general("fastholde job eller uddannelse")),
    ("Du får et job som gartner.", nil), ("Du kommer tættere på arbejdsmarkedet i et lager på 10 timer", nil),
    ("Du får et job i en butik.\nDu klarer turen med bus.", .unranked),
    ("1. Du får et job i en butik.\n2. Du klarer turen med bus.", nil),
  ])
  func doubtsAVagueGoal(_ text: String, _ doubt: GoalWords.Doubt?) {
    #expect(GoalWords.doubt(text) == doubt)
  }

  @Test func warnsOfAVagueGoal() throws {
    let warning = try Fixture.grant.with("mentorstoette.maal.tekst", "Du skal komme tættere på arbejdsmarkedet")
      .understood().only("R43")
    #expect(warning.severity == .warning)
    #expect(
      warning.message
        == "Måltekst (mentorstoette.maal.tekst) siger kun \"tættere på arbejdsmarkedet\". Sådan er alle mål med mentorstøtte."
    )
    #expect(
      warning.help
        == "Skriv, hvilket job, hvilken uddannelse eller hvilket skridt borgeren skal nå, og gerne hvornår.")
    #expect(try Fixture.grant.understood().outcome("R43") == .fulfilled)
  }

  @Test func acceptsAWaiverOfGoodPractice() throws {
    let understanding = try Fixture.grant.with("mentor.ansaettelse", "uddannelsesinstitution")
      .with("undtagelser", [["regel": "R42", "grund": "Skolen har ingen elevcoach."]]).understood()
    #expect(understanding.outcome("R42") == .waived)
    #expect(understanding.model?.letter.waivers == [Waiver(rule: "R42", reason: "Skolen har ingen elevcoach.")])
  }
}
