import Diagnostics
import Fields
import Lawbook
import Testing

@testable import Casework

@Suite struct PeriodRuleTests {
  @Test func acceptsSixMonths() throws {
    let understanding = try Fixture.grant.understood()
    #expect(understanding.outcome("R01") == .fulfilled)
    #expect(understanding.diagnostics.isEmpty)
  }

  @Test func warnsOfTheSameDateSixMonthsLater() throws {
    let understanding = try Fixture.grant.with("mentorstoette.periode.til", "2026-12-15").understood()
    let warning = try understanding.only("R01")
    #expect(warning.severity == .warning)
    #expect(
      warning.message
        == "Slutdato (mentorstoette.periode.til) er samme dato som periodens første dag 6 måneder efter. Tæller begge dage med, er perioden en dag længere end 6 måneder."
    )
    #expect(understanding.model != nil)
  }

  @Test func refusesSevenMonths() throws {
    let understanding = try Fixture.grant.with("mentorstoette.periode.til", "2027-01-14").understood()
    let error = try understanding.only("R01")
    #expect(error.severity == .error)
    #expect(
      error.message
        == "Perioden er længere end 6 måneder: Slutdato (mentorstoette.periode.til) er den 14. januar 2027, men når første dag er den 15. juni 2026, kan sidste dag senest være den 14. december 2026."
    )
    #expect(error.basis == "§ 167, stk. 1, i lov om en aktiv beskæftigelsesindsats")
    #expect(
      error.help
        == "Forkort perioden til den 14. december 2026. En ny periode på op til 6 måneder kræver en ny, konkret vurdering, når den første udløber."
    )
    #expect(error.path == "mentorstoette.periode.til")
    #expect(error.caseNumber == "27.36.00-G01-1-26")
    #expect(error.location?.file == "sag.json")
    #expect(understanding.model == nil)
  }

  @Test func stopsAtTheShortMonthsEnd() throws {
    let fixture = Fixture.grant.with("mentorstoette.periode.fra", "2026-08-31")
    #expect(try fixture.with("mentorstoette.periode.til", "2027-02-27").understood().outcome("R01") == .fulfilled)
    #expect(try fixture.with("mentorstoette.periode.til", "2027-02-28").understood().outcome("R01") == .warning)
    #expect(try fixture.with("mentorstoette.periode.til", "2027-03-01").understood().outcome("R01") == .refused)
  }

  @Test func acceptsANewPeriodAfterAGap() throws {
    let earlier = [["fra": "2025-06-01", "til": "2025-11-30"]]
    let understanding = try Fixture.grant.with("mentorstoette.tidligerePerioder", earlier).understood()
    #expect(understanding.outcome("R02") == .fulfilled)
    #expect(understanding.diagnostics.isEmpty)
  }

  /// What the first period has led to cannot be assessed before it has begun, whatever the decision is called.
  @Test func refusesANewPeriodBeforeTheOldHasBegun() throws {
    let earlier = [["fra": "2026-06-15", "til": "2026-12-14"]]
    let error = try Fixture.grant.with("mentorstoette.periode", ["fra": "2026-12-20", "til": "2027-06-19"])
      .with("mentorstoette.tidligerePerioder", earlier).understood().only("R02")
    #expect(error.severity == .error && error.path == "mentorstoette.tidligerePerioder.1.fra")
    #expect(error.help == "Vent med afgørelsen, eller ret datoerne.")
  }

  /// The right at the start of an education began in 2022; before, support for it is ordinary.
  @Test(arguments: [("2021-09-20", Finding.Outcome.refused), ("2022-09-20", .notApplicable)])
  func limitsSupportAtTheStartOfAnEducationBeforeTheRight(_ date: String, _ outcome: Finding.Outcome) throws {
    let year = date.prefix(4)
    let understanding = try Fixture.partialGrant.with("afgoerelse.dato", date)
      .with("afgoerelse.ansoegning.dato", "\(year)-09-01").with("mentorstoette.art", "uddannelsesstart")
      .with("borger.maalgruppe", "6-4").with("mentorstoette.maal.type", "uddannelse")
      .with("mentorstoette.periode", ["fra": "\(year)-10-01", "til": "\(Int(year)! + 1)-06-30"])
      .with(
        "mentorstoette.uddannelse",
        ["navn": "hf", "institution": "Nordskov Gymnasium", "kompetence": "studie", "optaget": "\(year)-08-01"]
      )
      .understood(as: PartialGrantDecision.self)
    #expect(understanding.outcome("R01") == outcome)
  }

  @Test func refusesANewPeriodInsideTheOld() throws {
    let earlier = [["fra": "2026-01-01", "til": "2026-06-30"]]
    let error = try Fixture.grant.with("mentorstoette.tidligerePerioder", earlier).understood().only("R02")
    #expect(error.severity == .error)
    #expect(
      error.message
        == "Den nye periode begynder den 15. juni 2026, men den tidligere periode (mentorstoette.tidligerePerioder.1) løber til den 30. juni 2026."
    )
    #expect(
      error.help
        == "Lad den nye periode begynde tidligst den 1. juli 2026. Skal en løbende bevilling ændres, er det en ændring og ikke en ny periode."
    )
  }

  @Test func refusesANewPeriodWithoutItsOwnAssessment() throws {
    let error = try Fixture.grant.with("mentorstoette.tidligerePerioder", [["fra": "2025-06-01", "til": "2025-11-30"]])
      .without("afgoerelse.begrundelse.hensyn").understood().only("R02")
    #expect(
      error.message
        == "Støtten gives i en ny periode, men Hensyn (afgoerelse.begrundelse.hensyn) mangler, så den konkrete vurdering fremgår ikke."
    )
  }

  /// A notice in a prolonged period has no assessment of its own, and cannot: the decision has it.
  @Test(arguments: ["aendring", "mentorskifte", "orientering", "berigtigelse"])
  func asksForNoAssessmentWhereNoPeriodIsGiven(_ type: String) throws {
    func outcome(_ earlier: [[String: String]]) throws -> Finding.Outcome? {
      try Fixture.grant.with("afgoerelse.type", type).with("mentorstoette.tidligerePerioder", earlier)
        .without("afgoerelse.begrundelse").understood(as: MinPlan.self).outcome("R02")
    }
    #expect(try outcome([["fra": "2025-12-15", "til": "2026-06-14"]]) == .fulfilled)
    // Periods still follow each other.
    #expect(try outcome([["fra": "2025-12-15", "til": "2026-06-15"]]) == .refused)
  }

  @Test func remindsOfTheDecisionTwoWeeksBeforeTheEnd() throws {
    let finding = try Fixture.grant.understood().findings.first { $0.rule.id == "R09" }
    #expect(
      finding?.message
        == "Kommunen skal sandsynligvis senest den 30. november 2026 tage stilling til, om der er brug for mere støtte."
    )
    let short = try Fixture.grant.with("mentorstoette.periode.til", "2026-06-20").understood()
    let warning = try short.only("R09")
    #expect(warning.severity == .warning)
    #expect(
      warning.message
        == "Kommunen skal sandsynligvis senest 2 uger før periodens udløb, den 6. juni 2026, tage stilling til, om der er brug for mere støtte. Den dag er før afgørelsens dato."
    )
    #expect(short.model != nil)
  }

  @Test func warnsThatThePeriodMayMeetNewLaw() throws {
    let crossing = Fixture.grant.with("afgoerelse.dato", "2026-11-23")
      .with("mentorstoette.periode", ["fra": "2026-12-01", "til": "2027-05-31"])
    let understanding = try crossing.understood()
    let warning = try understanding.only("R39")
    #expect(warning.severity == .warning)
    #expect(
      warning.message
        == "Perioden fortsætter efter den 31. december 2026. En ny hovedlov er varslet, men ikke bekræftet vedtaget, og det vides ikke, hvad den kan betyde for støtte, der allerede er bevilget."
    )
    #expect(warning.basis == "ingen endnu (en ny hovedlov er varslet, men ikke bekræftet vedtaget)")
    #expect(
      warning.help == "Bevillingen kan gives. Noter, at sagen skal ses igennem, hvis en ny lov bliver vedtaget.")
    #expect(understanding.model?.complaint.lastDay == "2026-12-21")
  }

  @Test func saysNothingOfNewLawWhenThePeriodEndsBefore() throws {
    #expect(try Fixture.grant.with("afgoerelse.dato", "2026-07-02").understood().outcome("R39") == .fulfilled)
    #expect(try Fixture.grant.understood().outcome("R39") == .fulfilled)
  }

  @Test func refusesAPeriodThatEndsBeforeItBegins() throws {
    let error = try Fixture.grant.with("mentorstoette.periode.til", "2026-06-14").understood().only("period-order")
    #expect(
      error.message
        == "Slutdato (mentorstoette.periode.til) er den 14. juni 2026, og det er før periodens første dag, den 15. juni 2026."
    )
  }

  @Test func warnsThatThePeriodBeganBeforeTheDecision() throws {
    let understanding = try Fixture.grant.with("afgoerelse.dato", "2026-06-22").understood()
    let warning = try understanding.only("starts-before-decision")
    #expect(warning.severity == .warning)
    #expect(
      warning.message
        == "Startdato (mentorstoette.periode.fra) er den 15. juni 2026, før afgørelsens dato den 22. juni 2026.")
    #expect(warning.help == "Brevet siger, at borgeren får støtte fra den dag. Se efter, om det er rigtigt.")
    #expect(understanding.model != nil)
  }

  @Test func warnsOfNewLawWheneverTheDecisionWasMade() throws {
    let early = try Fixture.discharge.with("afgoerelse.dato", "2020-01-02")
      .with("mentorstoette.periode.til", "2027-01-31").discharged()
    #expect(try early.only("R39").severity == .warning)
    let later = try Fixture.grant.with("afgoerelse.dato", "2026-12-21")
      .with("mentorstoette.periode", ["fra": "2027-01-04", "til": "2027-05-31"]).understood()
    #expect(try later.only("R39").message.hasPrefix("Perioden begynder efter den 31. december 2026. ") == true)
  }
}
