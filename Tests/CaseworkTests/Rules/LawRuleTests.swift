import Diagnostics
import Fields
import Lawbook
import Testing

@testable import Casework

@Suite struct LawRuleTests {
  @Test func refusesADecisionOf2027() throws {
    let understanding = try Fixture.grant.with("afgoerelse.dato", "2027-01-01")
      .with("mentorstoette.periode", ["fra": "2027-01-11", "til": "2027-06-10"]).understood()
    let error = try understanding.only("R40")
    #expect(error.severity == .error)
    #expect(
      error.message
        == "Dato (afgoerelse.dato) er den 1. januar 2027. Lovbogen er kun bekræftet fra den 1. januar 2020 til den 31. december 2026, og loven gættes ikke."
    )
    #expect(error.help == "Opdater lovbogen, når en jurist har bekræftet reglerne for den dato.")
    #expect(understanding.model == nil)
  }

  @Test func refusesADecisionBeforeTheLaw() throws {
    let error = try Fixture.grant.with("afgoerelse.dato", "2019-12-31").understood().only("R40")
    #expect(error.help == "Se efter, om datoen er rigtig.")
    #expect(error.basis == nil)
  }

  @Test func acceptsTheFirstAndTheLastVerifiedDay() throws {
    for day in ["2020-01-01", "2026-12-31"] {
      #expect(try Fixture.grant.with("afgoerelse.dato", day).understood().outcome("R40") == .fulfilled)
    }
  }

  @Test func refusesIntegrationCases() throws {
    let fixture = Fixture.grant.with("retsgrundlag", "integration")
    let error = try fixture.understood().only("R40")
    #expect(
      error.message
        == "Dokumentet (bevilling) kan ikke skrives efter integrationsloven. Klageinstansen for afgørelser efter integrationsloven § 23 d er ikke bekræftet."
    )
    #expect(try fixture.planned().only("R40").path == "retsgrundlag")
  }

  @Test func holdsIntegrationCasesToNoRuleOfAnotherAct() throws {
    let long = Fixture.grant.with("retsgrundlag", "integration").with("mentorstoette.periode.til", "2027-02-14")
    let understanding = try long.understood()
    #expect(understanding.ids == ["R40"])
    for rule in ["R01", "R05", "R26", "R27", "R39"] {
      #expect(understanding.outcome(rule) == .notApplicable, "\(rule)")
    }
    #expect(understanding.outcome("R37") == .fulfilled)
    #expect(try Fixture.grant.with("mentorstoette.periode.til", "2027-02-14").understood().outcome("R01") == .refused)
  }

  @Test func tellsWhatIsWrongWhateverTheDay() throws {
    let undated = Fixture.grant.without("afgoerelse.dato").with("mentorstoette.periode.til", "2027-02-14")
      .with("egenTekst.afslutning", "Dit CPR er 740395-1237.").with("mentorstoette.timetal", ["timer": 0])
    let understanding = try undated.understood()
    #expect(Set(understanding.ids).isSuperset(of: ["R01", "R07", "R37"]))
    #expect(!understanding.ids.contains { ["R27", "R40"].contains($0) }, "what depends on the day is not guessed")
    #expect(try understanding.only("R01").basis == nil)
    #expect(understanding.findings.isEmpty)
    #expect(understanding.model == nil)
  }

  @Test func remindsOfTheRightAtTheStartOfAnEducation() throws {
    let fixture = Fixture.grant.with("borger.maalgruppe", "6-4")
    #expect(try fixture.understood().outcome("R04") == .notApplicable)
    let understanding = try fixture.with("mentorstoette.maal.type", "uddannelse").understood()
    let warning = try understanding.only("R04")
    #expect(warning.severity == .warning)
    #expect(
      warning.help
        == "Er borgeren optaget på uddannelsen, så skriv \"uddannelsesstart\" i afgoerelse.type, og udfyld mentorstoette.uddannelse. Er borgeren ikke optaget, så noter det i undtagelser (R04)."
    )
    #expect(understanding.model != nil)
  }

  @Test func notesThatACitizenIsNotAdmittedToTheEducation() throws {
    let fixture = Fixture.grant.with("borger.maalgruppe", "6-4").with("mentorstoette.maal.type", "uddannelse")
      .with("undtagelser", [["regel": "R04", "grund": "Du er ikke optaget endnu."]])
    let understanding = try fixture.understood()
    #expect(understanding.outcome("R04") == .waived)
    #expect(understanding.model?.letter.waivers.map(\.rule) == ["R04"])
    #expect(try fixture.planned().diagnostics.isEmpty)
  }

  @Test func refusesUnknownRulesInWaivers() throws {
    let error = try Fixture.grant.with("undtagelser", [["regel": "R99", "grund": "Fordi."]]).understood().only(
      "unknown-rule")
    #expect(error.message == "Regel (undtagelser.1.regel) findes ikke i lovbogen.")
  }

  @Test func refusesToSetTheLawAside() throws {
    let understanding = try Fixture.grant.with("mentorstoette.periode.til", "2027-01-14")
      .with("undtagelser", [["regel": "R01", "grund": "Fordi."]]).understood()
    let error = try understanding.only("rule-not-waivable")
    #expect(error.message == "Reglen R01 (perioden er højst 6 måneder) kan ikke fraviges.")
    #expect(error.basis == "§ 167, stk. 1, i lov om en aktiv beskæftigelsesindsats")
    #expect(error.help == "Slet undtagelsen, og ret det, som reglen handler om.")
    #expect(try understanding.only("R01").severity == .error)
  }

  @Test func recordsOnlyWaiversThatWereNeeded() throws {
    let understanding = try Fixture.grant.with("undtagelser", [["regel": "R08", "grund": "Fordi."]]).understood()
    #expect(try understanding.only("unused-waiver").severity == .warning)
    #expect(understanding.model?.letter.waivers == [])
  }

  @Test func demandsAReasonForAWaiver() throws {
    let error = try Fixture.grant.with("undtagelser", [["regel": "R08"]]).understood().only("missing-field")
    #expect(error.message == "Grund (undtagelser.1.grund) mangler.")
  }

  @Test func knowsEveryRuleInTheLawbook() throws {
    for rule in CaseRule.ofGrants + CaseRule.ofPlans {
      #expect(try Law.book().rule(rule.id) != nil, "\(rule.id)")
    }
  }

  @Test func checksEachRuleOnce() {
    for rules in [CaseRule.ofGrants, CaseRule.ofPlans] {
      #expect(Set(rules.map(\.id)).count == rules.count)
    }
  }

  @Test func knowsAWaiverByAnyBreachOfItsRule() throws {
    // Two breaches of one rule: both are set aside.
    let understanding = try Fixture.grant.without("mentor.arbejdsgiver")
      .with("undtagelser", [["regel": "R08", "grund": "Mentoren er ny."]]).understood()
    #expect(understanding.ids == ["R08", "R08"])
    #expect(understanding.findings.filter { $0.rule.id == "R08" }.map(\.outcome) == [.waived, .waived])
    #expect(understanding.model?.letter.waivers == [Waiver(rule: "R08", reason: "Mentoren er ny.")])
  }
}
