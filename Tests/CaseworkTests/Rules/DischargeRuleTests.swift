import Diagnostics
import Fields
import Lawbook
import Testing

@testable import Casework

@Suite struct DischargeRuleTests {
  @Test func acceptsSixMonthsAroundADischarge() throws {
    let understanding = try Fixture.discharge.discharged()
    #expect(understanding.diagnostics.isEmpty)
    #expect(understanding.outcome("R01") == .notApplicable)
    #expect(understanding.outcome("R03") == .fulfilled)
    #expect(understanding.model?.granted.support.kind == .discharge)
  }

  @Test func acceptsMoreThanSixMonths() throws {
    #expect(try Fixture.discharge.with("mentorstoette.periode.til", "2027-01-31").discharged().model != nil)
  }

  @Test func refusesLessThanSixMonths() throws {
    let understanding = try Fixture.discharge.with("mentorstoette.periode.til", "2026-12-13").discharged()
    let error = try understanding.only("R03")
    #expect(
      error.message
        == "Perioden er kortere end 6 måneder, og borgeren har ret til mindst 6 måneder i alt ved udskrivning fra psykiatrisk indlæggelse."
    )
    #expect(error.basis == "§ 167, stk. 2, i lov om en aktiv beskæftigelsesindsats")
    #expect(
      error.help
        == "Forlæng perioden mindst til den 14. december 2026. Ønsker borgeren en kortere periode, så skriv det i mentorstoette.udskrivning.kortereEfterOenske."
    )
    #expect(understanding.model == nil)
  }

  @Test func givesTheWholeMonthFromALongMonthsEnd() throws {
    let fixture = Fixture.discharge.with("mentorstoette.periode.fra", "2026-08-31")
    #expect(try fixture.with("mentorstoette.periode.til", "2027-02-27").discharged().outcome("R03") == .refused)
    #expect(try fixture.with("mentorstoette.periode.til", "2027-02-28").discharged().outcome("R03") == .fulfilled)
  }

  @Test func acceptsLessWhenTheCitizenWishesIt() throws {
    let understanding = try Fixture.discharge.with("mentorstoette.periode.til", "2026-09-14")
      .with("mentorstoette.udskrivning.kortereEfterOenske", "Du ønsker tre måneder.").discharged()
    #expect(understanding.outcome("R03") == .fulfilled)
    #expect(understanding.model?.granted.support.discharge?.isShorterByWish == true)
  }

  /// The letter says that the citizen wishes it: a word that says nothing, or no, takes a right away.
  @Test(arguments: ["nej", "Nej.", "-", "false", "xxx", "Nej, borgeren vil have 6 måneder."])
  func refusesAWishThatIsNone(_ wish: String) throws {
    let understanding = try Fixture.discharge.with("mentorstoette.periode.til", "2026-09-14")
      .with("mentorstoette.udskrivning.kortereEfterOenske", wish).discharged()
    let error = try understanding.only("wish-says-nothing")
    #expect(
      error.message
        == "Kortere efter ønske (mentorstoette.udskrivning.kortereEfterOenske) siger ikke, at borgeren ønsker støtte i kortere tid, og brevet vil skrive det."
    )
    #expect(error.help == "Skriv borgerens ønske i en sætning. Ønsker borgeren det ikke, så udelad nøglen.")
    #expect(error.basis == "§ 167, stk. 2, i lov om en aktiv beskæftigelsesindsats")
    #expect(understanding.model == nil)
  }

  @Test func warnsOfAWishThatIsDenied() throws {
    let short = Fixture.discharge.with("mentorstoette.periode.til", "2026-09-14")
    let path = "mentorstoette.udskrivning.kortereEfterOenske"
    let denied = try short.with(path, "Borgeren ønsker ikke en kortere periode.").discharged()
    #expect(try denied.only("wish-denied").severity == .warning)
    #expect(try short.with(path, "Du ønsker ikke støtte efter sommeren.").discharged().diagnostics.isEmpty)
  }

  @Test func warnsOfSupportThatEndsBeforeTheDischarge() throws {
    let warning = try Fixture.discharge.with("mentorstoette.periode.fra", "2026-06-15")
      .with("mentorstoette.periode.til", "2026-06-25")
      .with("mentorstoette.udskrivning.kortereEfterOenske", "Du ønsker ti dage.").discharged().only("R03")
    #expect(warning.severity == .warning)
    #expect(warning.message == "Støtten slutter den 25. juni 2026, før udskrivningen den 1. juli 2026.")
  }

  @Test(arguments: ["borgerSpurgt", "regionenUnderrettet"])
  func warnsOfADayAfterTheDecision(_ field: String) throws {
    let understanding = try Fixture.discharge.with("mentorstoette.udskrivning.\(field)", "2026-12-24").discharged()
    let warning = try understanding.only("R03b")
    #expect(warning.path == "mentorstoette.udskrivning.\(field)" && warning.severity == .warning)
    #expect(warning.help == "Ret den ene af de to datoer.")
  }

  /// § 6, nr. 11: whoever receives early retirement pension is in one of the groups.
  @Test func givesTheRightOnAnEarlyRetirementPension() throws {
    for group in ["foertidspension", "6-11"] {
      let understanding = try Fixture.discharge.with("borger.maalgruppe", group).discharged()
      #expect(understanding.outcome("R03") == .fulfilled && understanding.model != nil, "\(group)")
      #expect(understanding.outcome("R06a") == .fulfilled, "\(group)")
    }
    #expect(try Fixture.discharge.with("borger.maalgruppe", "job").discharged().outcome("R03") == .refused)
  }

  @Test func refusesAStartMoreThanThreeMonthsBefore() throws {
    let error = try Fixture.discharge.with("mentorstoette.udskrivning.dato", "2026-09-16").discharged().only("R03")
    #expect(
      error.message
        == "Startdato (mentorstoette.periode.fra) er den 15. juni 2026, og det er mere end 3 måneder før udskrivningen den 16. september 2026."
    )
    #expect(
      try Fixture.discharge.with("mentorstoette.udskrivning.dato", "2026-09-15").discharged().outcome("R03")
        == .fulfilled)
  }

  @Test func neverStopsForTheRegionsMissingNotice() throws {
    let understanding = try Fixture.discharge.without("mentorstoette.udskrivning.regionenUnderrettet").discharged()
    let warning = try understanding.only("R03b")
    #expect(warning.severity == .warning)
    #expect(
      warning.message
        == "Regionen underrettet (mentorstoette.udskrivning.regionenUnderrettet) mangler: sagen viser ikke, hvornår regionen gav besked om udskrivningen."
    )
    #expect(warning.basis == "§ 128 i bekendtgørelse om en aktiv beskæftigelsesindsats")
    #expect(understanding.model != nil)
  }

  @Test func citesTheNumberOfItsTime() throws {
    let understanding = try Fixture.discharge.with("afgoerelse.dato", "2022-05-30").without(
      "mentorstoette.udskrivning.borgerSpurgt"
    ).with("mentorstoette.udskrivning.regionenUnderrettet", "2022-05-20").discharged()
    #expect(try understanding.only("R03b").basis == "§ 127 i bekendtgørelse om en aktiv beskæftigelsesindsats")
  }

  @Test func demandsTheDateOfTheDischarge() throws {
    let error = try Fixture.grant.with("mentorstoette.art", "udskrivning").discharged().only("missing-field")
    #expect(error.message == "Dato (mentorstoette.udskrivning.dato) mangler.")
    #expect(error.basis == "§ 167, stk. 2, i lov om en aktiv beskæftigelsesindsats")
  }

  @Test func refusesADischargeThatIsCalledOrdinary() throws {
    let error = try Fixture.discharge.with("mentorstoette.art", "almindelig").understood().only(
      "discharge-without-kind")
    #expect(
      error.message
        == "Sagen oplyser om en udskrivning (mentorstoette.udskrivning), men Art (mentorstoette.art) er \"almindelig\"."
    )
    let unsaid = try Fixture.discharge.without("mentorstoette.art").understood().only("discharge-without-kind")
    #expect(
      unsaid.message
        == "Art (mentorstoette.art) mangler, når sagen oplyser om en udskrivning (mentorstoette.udskrivning).")
  }

  @Test func doesNotSayThatSixMonthsAreShort() throws {
    let understanding = try Fixture.discharge.with(
      "mentorstoette.udskrivning.kortereEfterOenske", "Du ønsker kun det halve år."
    ).discharged()
    let warning = try understanding.only("wish-not-used")
    #expect(warning.severity == .warning)
    #expect(
      warning.message
        == "Kortere efter ønske (mentorstoette.udskrivning.kortereEfterOenske) er ikke brugt: støtten varer mindst 6 måneder i alt."
    )
    #expect(warning.basis == "§ 167, stk. 2, i lov om en aktiv beskæftigelsesindsats")
    #expect(understanding.model?.granted.support.discharge?.isShorterByWish == false)
  }

  @Test func countsSixMonthsFromAnEarlierPeriodOfTheSameSupport() throws {
    let fixture = Fixture.discharge.with("mentorstoette.periode", ["fra": "2026-06-15", "til": "2026-10-14"])
    let joined = [["fra": "2026-04-15", "til": "2026-05-14"], ["fra": "2026-05-15", "til": "2026-06-14"]]
    #expect(try fixture.with("mentorstoette.tidligerePerioder", joined).discharged().outcome("R03") == .fulfilled)
    let gap = [["fra": "2026-04-15", "til": "2026-06-13"]]
    #expect(try fixture.with("mentorstoette.tidligerePerioder", gap).discharged().outcome("R03") == .refused)
    let before = [["fra": "2026-03-31", "til": "2026-06-14"]]
    let error = try fixture.with("mentorstoette.tidligerePerioder", before).discharged().only("R03")
    #expect(error.help?.hasPrefix("Forlæng perioden mindst til den 14. december 2026.") == true)
  }

  @Test func needsNoAssessmentForARight() throws {
    let understanding = try Fixture.discharge.without("afgoerelse.begrundelse.hensyn").with(
      "mentorstoette.tidligerePerioder", [["fra": "2025-06-01", "til": "2025-11-30"]]
    ).discharged()
    #expect(understanding.diagnostics.isEmpty)
    #expect(understanding.outcome("R02") == .fulfilled)
  }

  @Test func warnsOfSupportThatRunsAlready() throws {
    let understanding = try Fixture.discharge.with(
      "mentorstoette.tidligerePerioder", [["fra": "2026-01-15", "til": "2026-07-14"]]
    ).discharged()
    let warning = try understanding.only("R02")
    #expect(warning.severity == .warning)
    #expect(
      warning.message
        == "Den nye periode begynder den 15. juni 2026, men den tidligere periode (mentorstoette.tidligerePerioder.1) løber til den 14. juli 2026."
    )
    #expect(warning.help == "Se efter, om den løbende bevilling skal ændres eller ophøre.")
    #expect(warning.basis == "§ 167, stk. 2, i lov om en aktiv beskæftigelsesindsats")
    #expect(understanding.model != nil)
  }

  @Test func warnsOfSupportLongAfterTheDischarge() throws {
    let fixture = Fixture.discharge.with("mentorstoette.udskrivning.dato", "2025-12-14")
    let understanding = try fixture.discharged()
    let warning = try understanding.only("R03")
    #expect(warning.severity == .warning)
    #expect(warning.message == "Støtten begynder mere end 6 måneder efter udskrivningen.")
    #expect(warning.help == "Se efter, om retten efter § 167, stk. 2, stadig gælder.")
    #expect(understanding.model != nil)
    #expect(
      try fixture.with("mentorstoette.udskrivning.dato", "2025-12-15").discharged().outcome("R03") == .fulfilled)
  }

  @Test func asksForTheTargetGroupOfTheRight() throws {
    let understanding = try Fixture.discharge.without("borger.maalgruppe").discharged()
    let warning = try understanding.only("R03")
    #expect(warning.severity == .warning)
    #expect(
      warning.message
        == "Målgruppe (borger.maalgruppe) mangler. Retten til støtte ved udskrivning gælder personer i en af målgrupperne."
    )
    #expect(
      warning.basis
        == "§ 167, stk. 2, i lov om en aktiv beskæftigelsesindsats og § 6 i lov om en aktiv beskæftigelsesindsats")
    #expect(try Fixture.grant.without("borger.maalgruppe").understood().diagnostics.isEmpty)
  }

  @Test func isTheSameLetterHoweverTheCaseSaysIt() throws {
    let byArt = try #require(try Fixture.discharge.discharged().model)
    let named = Fixture.discharge.with("afgoerelse.type", "udskrivningskoordinator").without("mentorstoette.art")
    let byType = try #require(try named.discharged().model)
    #expect(byArt.letter.identity == byType.letter.identity)
    #expect(byArt.letter.identity.kind == .dischargeCoordinator)
    #expect(byArt.granted.support == byType.granted.support)
    #expect(byArt.discharge == Discharge(date: "2026-07-01"))
    #expect(try Fixture.discharge.caseFile().documentKinds == [.dischargeCoordinator, .minPlan])
    #expect(try named.caseFile().documentKinds == [.dischargeCoordinator, .minPlan])
    #expect(try named.planned().diagnostics.isEmpty)
  }

  @Test func isNoGrantOfOrdinarySupport() throws {
    let error = try Fixture.discharge.understood().only("other-decision")
    #expect(
      error.message
        == "Art (mentorstoette.art) er \"udskrivning\", og sagen kan derfor ikke skrives som bevilling.")
    #expect(
      error.help == "Støtten har sit eget brev: udskrivningskoordinator. Ret arten, hvis den er forkert.")
    #expect(error.path == "mentorstoette.art")
  }

  @Test func refusesAKindOfSupportThatTheDecisionIsNotAbout() throws {
    let fixture = Fixture.discharge.with("afgoerelse.type", "udskrivningskoordinator")
    #expect(try fixture.discharged().diagnostics.isEmpty)
    let error = try fixture.with("mentorstoette.art", "almindelig").discharged().only("kind-and-type")
    #expect(
      error.message
        == "Art (mentorstoette.art) er \"almindelig\", men Type (afgoerelse.type) er mentor ved udskrivning.")
    #expect(error.help == "Slet mentorstoette.art. Støttens art følger af typen.")
    let later = try Fixture.prolongation.with("mentorstoette.art", "udskrivning").understood(
      as: ProlongationDecision.self
    ).only("kind-and-type")
    #expect(
      later.help
        == "Slet mentorstoette.art. En ny periode gives altid som almindelig mentorstøtte.")
  }

  @Test func refusesADischargeInANewPeriod() throws {
    let error = try Fixture.prolongation.with("mentorstoette.udskrivning", ["dato": "2026-03-01"]).understood(
      as: ProlongationDecision.self
    ).only("discharge-without-kind")
    #expect(
      error.message
        == "Sagen oplyser om en udskrivning (mentorstoette.udskrivning), men afgørelsen giver almindelig mentorstøtte."
    )
    #expect(error.help == "Slet mentorstoette.udskrivning, eller ret afgoerelse.type.")
  }

  @Test func asksForTheMentorsSpecialCompetence() throws {
    let understanding = try Fixture.discharge.without("mentor.kompetencer").discharged()
    let warning = try understanding.only("R03c")
    #expect(warning.severity == .warning)
    #expect(
      warning.message
        == "Kompetencer (mentor.kompetencer) mangler: en udskrivningskoordinator er en mentor med særlige kompetencer.")
    #expect(understanding.model != nil)
    #expect(try Fixture.discharge.discharged().outcome("R03c") == .fulfilled)
    #expect(try Fixture.grant.understood().outcome("R03c") == .notApplicable)
    let later = Fixture.discharge.without("mentor").with("mentorstoette.mentorOplyses", "Vi ringer til dig.")
    #expect(try later.discharged().outcome("R03c") == .notApplicable)
  }

  @Test func isNotCutByAServiceLevel() throws {
    let profile = try Repository.gribskov()
    let understanding = try Fixture.discharge.with("mentorstoette.timetal", ["timer": 20])
      .with("mentorstoette.serviceniveau", 1).discharged(profile)
    #expect(understanding.outcome("R12") == .notApplicable)
    #expect(understanding.outcome("R13") == .notApplicable)
    #expect(understanding.model != nil)
  }
}
