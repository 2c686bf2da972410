import Diagnostics
import Fields
import Lawbook
import Testing

@testable import Casework

@Suite struct GrantUnderstandingTests {
  @Test func refusesAnEmptyCaseWithEveryMissingField() throws {
    let understanding = try Fixture("{}").understood()
    #expect(
      understanding.diagnostics.map(\.path) == [
        "sagsnummer", "afgoerelse.type", "afgoerelse.dato", "myndighed.navn", "myndighed.cvr", "myndighed.adresse",
        "myndighed.telefon", "sagsbehandler.navn", "borger.navn", "borger.cpr", "mentorstoette.maal.type",
        "mentorstoette.maal.tekst", "mentorstoette.opgaver", "mentorstoette.periode.fra", "mentorstoette.periode.til",
        "mentorstoette.timetal", "mentor",
      ])
    #expect(Set(understanding.ids) == ["missing-field"])
    #expect(understanding.models.isEmpty)
    #expect(!understanding.isWaiting)
  }

  @Test func reportsEverythingAtOnce() throws {
    let understanding = try Fixture.grant.without("mentorstoette.maal").without("mentor.telefon")
      .with("mentorstoette.periode.til", "2027-01-14").with("mentorstoette.timetal", ["timer": 0])
      .with("egenTekst.indledning", "CPR 740395-1237").understood()
    let errors = understanding.diagnostics.filter { $0.severity == .error }
    #expect(
      Set(errors.map { "\($0.id) \($0.path ?? "")" }) == [
        "missing-field mentorstoette.maal.type", "missing-field mentorstoette.maal.tekst",
        "missing-field mentor.telefon", "R01 mentorstoette.periode.til", "R07 mentorstoette.timetal",
        "R37 egenTekst.indledning",
      ])
    #expect(errors.allSatisfy { $0.help != nil && $0.location != nil })
  }

  @Test func pointsAtTheEnclosingObject() throws {
    let text = """
      {
        "sagsnummer": "1",
        "mentorstoette": {
          "maal": { "type": "uddannelse" }
        }
      }
      """
    let reading = CaseReader().read(Array(text.utf8), file: "sag.json")
    let understanding = GrantDecision.understand(try #require(reading.caseFile), lawbook: try Law.book())
    let goal = try #require(understanding.diagnostics.first { $0.path == "mentorstoette.maal.tekst" })
    #expect(goal.location == SourceLocation(file: "sag.json", line: 4, column: 13))
    #expect(goal.message == "Måltekst (mentorstoette.maal.tekst) mangler.")
    let period = try #require(understanding.diagnostics.first { $0.path == "mentorstoette.periode.fra" })
    #expect(period.location == SourceLocation(file: "sag.json", line: 3, column: 20))
  }

  @Test func citesTheStatuteOfAMissingField() throws {
    let error = try Fixture.grant.without("mentorstoette.maal.tekst").understood().only("missing-field")
    #expect(
      error.basis
        == "§ 167, stk. 1, i lov om en aktiv beskæftigelsesindsats og § 52, nr. 1, i bekendtgørelse om en aktiv beskæftigelsesindsats"
    )
    #expect(error.help == "Tilføj feltet mentorstoette.maal.tekst.")
  }

  @Test func refusesAnotherDecisionAndAsksNothingOfIt() throws {
    let fixture = Fixture.grant.with("afgoerelse.type", "afslag").without("mentorstoette").without("mentor")
    let understanding = try fixture.understood()
    #expect(understanding.ids == ["other-decision"])
    #expect(
      try understanding.only("other-decision").message
        == "Type (afgoerelse.type) er afslag, og sagen kan derfor ikke skrives som bevilling.")
    #expect(try fixture.planned().ids == ["other-decision"])
  }

  @Test func refusesAnApplicationAfterTheDecision() throws {
    let error = try Fixture.grant.with("afgoerelse.ansoegning.dato", "2026-06-09").understood().only(
      "application-after-decision")
    #expect(
      error.message
        == "Dato (afgoerelse.ansoegning.dato) er den 9. juni 2026, efter afgørelsens dato den 8. juni 2026.")
  }

  @Test func namesTheTargetGroupAsALetterDoes() throws {
    #expect(try Fixture.grant.model().letter.citizen.targetGroup?.citation == "§\u{A0}6, nr.\u{A0}6")
  }

  @Test func marksDrafts() throws {
    let caseFile = try Fixture.grant.caseFile()
    let understanding = GrantDecision.understand(caseFile, lawbook: try Law.book(), draft: true)
    #expect(understanding.model?.letter.isDraft == true)
  }

  @Test func neverTellsANameOrANumber() throws {
    let understanding = try Fixture.grant.with("mentor.navn", "Planteskolen ApS").with(
      "egenTekst.indledning", "740395-1237"
    )
    .with("borger.adressebeskyttet", true).with("mentorstoette.periode.til", "2027-01-14").understood()
    let words =
      understanding.diagnostics.flatMap { [$0.message, $0.help ?? "", $0.basis ?? ""] }
      + understanding.findings.map(\.message)
    for secret in ["Mikkel", "Bang", "740395", "Planteskolen", "Bymosevej", "Hanne", "Kjærgaard"] {
      #expect(!words.contains { $0.contains(secret) }, "\(secret)")
    }
  }

  @Test func explainsEveryRuleInForce() throws {
    let findings = try Fixture.grant.understood().findings
    #expect(findings.map(\.rule.id) == CaseRule.ofGrants.map(\.id))
    #expect(findings.allSatisfy { !$0.message.isEmpty })
    let period = try #require(findings.first)
    #expect(period.basis(in: try Law.book()) == "§ 167, stk. 1, i lov om en aktiv beskæftigelsesindsats")
    #expect(period.rule.confidence == .confirmed)
  }

  @Test func warnsOfADecisionWithoutReasons() throws {
    let fixture = Fixture.grant.without("afgoerelse.begrundelse")
    let understanding = try fixture.understood()
    let warning = try understanding.only("missing-reasons")
    #expect(warning.severity == .warning)
    #expect(
      warning.message
        == "Begrundelse (afgoerelse.begrundelse) mangler. Den kan kun undværes, når borgeren får alt, hvad der er søgt om."
    )
    #expect(warning.basis == "§ 22 i forvaltningsloven og § 24 i forvaltningsloven")
    #expect(warning.help == "Skriv faktum og hensyn.")
    #expect(understanding.model != nil)
    #expect(try fixture.planned().diagnostics.isEmpty)
    #expect(try Fixture.grant.without("afgoerelse.begrundelse.faktum").understood().diagnostics.isEmpty)
  }

  @Test func tellsLettersOfAHolisticPlan() throws {
    #expect(try Fixture.grant.model().granted.hasHolisticPlan == false)
    #expect(try Fixture.grant.with("minPlan.helhedsorienteretPlan", true).model().granted.hasHolisticPlan)
  }

  @Test func warnsOfAnApplicationYearsBeforeTheDecision() throws {
    let understanding = try Fixture.grant.with("afgoerelse.ansoegning", ["dato": "2024-06-07"]).understood()
    let warning = try understanding.only("far-date")
    #expect(warning.severity == .warning)
    #expect(
      warning.message
        == "Dato (afgoerelse.ansoegning.dato) er den 7. juni 2024, mere end 2 år før afgørelsens dato den 8. juni 2026."
    )
    #expect(warning.help == "Se efter, om datoen er rigtig.")
    #expect(try Fixture.grant.with("afgoerelse.ansoegning", ["dato": "2024-06-08"]).understood().ids.isEmpty)
  }

  @Test(arguments: [("2025-06-07", "1 år før"), ("2027-06-09", "1 år efter")])
  func warnsOfADischargeFarFromTheDecision(_ date: String, _ distance: String) throws {
    let warning = try Fixture.discharge.with("mentorstoette.udskrivning.dato", date).discharged().only("far-date")
    #expect(warning.severity == .warning)
    #expect(warning.message.hasSuffix("mere end \(distance) afgørelsens dato den 8. juni 2026."))
  }

  @Test func warnsOfAPeriodFarAheadOfTheDecision() throws {
    let ahead = Fixture.grant.with("mentorstoette.periode", ["fra": "2027-03-09", "til": "2027-09-08"])
    let warning = try ahead.understood().only("far-date")
    #expect(warning.severity == .warning)
    #expect(
      warning.message
        == "Startdato (mentorstoette.periode.fra) er den 9. marts 2027, mere end 9 måneder efter afgørelsens dato den "
        + "8. juni 2026.")
    let near = Fixture.grant.with("mentorstoette.periode", ["fra": "2027-03-08", "til": "2027-09-07"])
    #expect(try !near.understood().ids.contains("far-date"))
  }
}
