import Diagnostics
import Fields
import Testing

@testable import Casework

@Suite struct EducationStartRuleTests {
  @Test func acceptsSixMonthsFromTheDayTheRightIsUsed() throws {
    let understanding = try Fixture.educationStart.startingEducation()
    #expect(understanding.diagnostics.isEmpty, "\(understanding.diagnostics.map(\.message))")
    #expect(understanding.outcome("R01") == .notApplicable)
    #expect(understanding.outcome("R04") == .fulfilled)
    let model = try #require(understanding.model)
    #expect(
      model.start
        == EducationStart(
          name: "hf", institution: "Nordskov Gymnasium", qualification: .study, admitted: "2026-06-01"))
    #expect(model.granted.support.kind == .educationStart)
    #expect(try Fixture.educationStart.caseFile().documentKinds == [.educationStart, .minPlan])
    #expect(try Fixture.educationStart.planned().model?.support.educationStart == model.start)
  }

  @Test func isTheSameLetterWhenTheCaseCallsItAGrant() throws {
    let fixture = Fixture.educationStart.with("afgoerelse.type", "bevilling")
      .with("mentorstoette.art", "uddannelsesstart")
    #expect(try fixture.startingEducation().model?.letter.identity.kind == .educationStart)
    #expect(
      try fixture.understood().only("other-decision").message
        == "Art (mentorstoette.art) er \"uddannelsesstart\", og sagen kan derfor ikke skrives som bevilling.")
  }

  @Test func demandsTheEducation() throws {
    let understanding = try Fixture.educationStart.without("mentorstoette.uddannelse").startingEducation()
    #expect(
      understanding.diagnostics.map(\.message) == [
        "Uddannelsens navn (mentorstoette.uddannelse.navn) mangler.",
        "Institution (mentorstoette.uddannelse.institution) mangler.",
        "Kompetence (mentorstoette.uddannelse.kompetence) mangler.",
        "Optaget (mentorstoette.uddannelse.optaget) mangler.",
      ])
    #expect(
      understanding.diagnostics.allSatisfy { $0.basis == "§ 167, stk. 3, i lov om en aktiv beskæftigelsesindsats" })
    #expect(understanding.outcome("R04") == .refused)
  }

  @Test(arguments: ["6-3", "6-6", "6-13"]) func refusesOtherGroups(_ group: String) throws {
    let understanding = try Fixture.educationStart.with("borger.maalgruppe", group).startingEducation()
    let error = try understanding.only("R04")
    #expect(error.severity == .error)
    #expect(error.message == "Målgruppe (borger.maalgruppe) er ikke § 6, nr. 4 eller 5. Retten gælder kun dem.")
    #expect(error.help == "Skriv \"bevilling\" i afgoerelse.type, og slet mentorstoette.uddannelse.")
    #expect(
      error.basis
        == "§ 167, stk. 3, i lov om en aktiv beskæftigelsesindsats og § 6 i lov om en aktiv beskæftigelsesindsats")
    #expect(understanding.model == nil)
  }

  @Test func refusesACitizenWithoutAGroup() throws {
    let error = try Fixture.educationStart.without("borger.maalgruppe").startingEducation().only("R04")
    #expect(
      error.message == "Målgruppe (borger.maalgruppe) mangler. Retten gælder kun personer i § 6, nr. 4 og 5.")
    #expect(
      error.help
        == "Skriv \"6-4\" eller \"6-5\". Er borgeren i en anden gruppe, så skriv \"bevilling\" i afgoerelse.type.")
    #expect(try Fixture.educationStart.with("borger.maalgruppe", "6-5").startingEducation().diagnostics.isEmpty)
  }

  @Test func refusesMoreThanSixMonths() throws {
    let understanding = try Fixture.educationStart.with("mentorstoette.periode.til", "2026-12-16").startingEducation()
    let error = try understanding.only("R04")
    #expect(
      error.message
        == "Perioden er længere end 6 måneder: den begynder den 15. juni 2026 og kan vare til og med den 14. december 2026."
    )
    #expect(
      error.help
        == "Forkort perioden til den 14. december 2026. Den kan forlænges efter en konkret vurdering, når den udløber."
    )
    #expect(understanding.model == nil)
    let day = try Fixture.educationStart.with("mentorstoette.periode.til", "2026-12-15").startingEducation()
    #expect(try day.only("R04").severity == .warning)
  }

  /// Support since the admission is use of the right, and its six months do not begin again.
  @Test func countsFromTheDayTheRightWasFirstUsed() throws {
    func used(_ from: String, _ to: String) -> Fixture {
      .educationStart.with("mentorstoette.tidligerePerioder", [["fra": from, "til": to]])
        .with("mentorstoette.uddannelse.optaget", "2026-02-01")
    }
    let understanding = try used("2026-03-01", "2026-06-14").startingEducation()
    let error = try understanding.only("R04")
    #expect(
      error.message
        == "Retten varer 6 måneder fra den dag, borgeren begyndte at bruge den, den 1. marts 2026, til og med den 31. august 2026. Slutdato (mentorstoette.periode.til) er den 14. december 2026."
    )
    #expect(error.help?.hasPrefix("Forkort perioden til den 31. august 2026, og giv støtte derefter som") == true)
    #expect(understanding.model == nil)
    let whole = used("2026-03-01", "2026-06-14").with("mentorstoette.periode.til", "2026-08-31")
    #expect(try whole.startingEducation().outcome("R04") == .fulfilled)
    // Before the admission it was another support; and so it was where the case says it.
    #expect(try used("2026-01-01", "2026-01-31").startingEducation().outcome("R04") == .fulfilled)
    let other = [["regel": "R04", "grund": "Den tidligere støtte var almindelig mentorstøtte."]]
    #expect(
      try used("2026-03-01", "2026-06-14").with("undtagelser", other).startingEducation().outcome("R04") == .waived)
  }

  @Test func givesNoMoreOfARightThatIsUsed() throws {
    let error = try Fixture.educationStart.with("mentorstoette.uddannelse.optaget", "2025-12-10")
      .with("mentorstoette.tidligerePerioder", [["fra": "2025-12-14", "til": "2026-02-28"]]).startingEducation()
      .diagnostics.first { $0.severity == .error }
    #expect(error?.id == "R04" && error?.help?.hasPrefix("Giv støtten som \"forlaengelse\"") == true)
  }

  @Test func refusesSupportBeforeTheAdmission() throws {
    let fixture = Fixture.educationStart.with("mentorstoette.uddannelse.optaget", "2026-06-16")
    let error = try fixture.startingEducation().only("R04")
    #expect(
      error.message
        == "Startdato (mentorstoette.periode.fra) er den 15. juni 2026, før borgeren blev optaget den 16. juni 2026.")
    #expect(
      error.help == "Retten gælder fra optagelsen. Støtte før den dag kan gives som almindelig mentorstøtte.")
    #expect(
      try Fixture.educationStart.with("mentorstoette.uddannelse.optaget", "2026-06-15").startingEducation()
        .diagnostics.isEmpty)
  }

  @Test func warnsOfARightThatIsUsedLate() throws {
    let fixture = Fixture.educationStart
    let understanding = try fixture.with("mentorstoette.uddannelse.optaget", "2025-12-14").startingEducation()
    let warning = try understanding.only("R04")
    #expect(warning.severity == .warning)
    #expect(
      warning.message
        == "Startdato (mentorstoette.periode.fra) er den 15. juni 2026, mere end 6 måneder efter optagelsen den 14. december 2025."
    )
    #expect(understanding.model != nil)
    #expect(
      try fixture.with("mentorstoette.uddannelse.optaget", "2025-12-15").startingEducation().diagnostics.isEmpty)
  }

  @Test func warnsOfAGoalThatIsAJob() throws {
    let warning = try Fixture.educationStart.with("mentorstoette.maal.type", "beskaeftigelse").startingEducation()
      .only("R04")
    #expect(
      warning.message
        == "Måltype (mentorstoette.maal.type) er job, men støtten gives ved start på en uddannelse.")
    #expect(warning.severity == .warning)
  }

  @Test func refusesToWriteBeforeTheProvisionExists() throws {
    let fixture = Fixture.educationStart.with("mentorstoette.uddannelse.optaget", "2021-12-01").with(
      "mentorstoette.periode", ["fra": "2022-01-10", "til": "2022-07-09"])
    let early = try fixture.with("afgoerelse.dato", "2021-12-31").startingEducation()
    #expect(early.model == nil)
    #expect(
      try early.only("R40").message
        == "Dato (afgoerelse.dato) er den 31. december 2021. Lovbogen er kun bekræftet fra den 1. januar 2022 til den 31. december 2026, og loven gættes ikke."
    )
    let likely = try fixture.with("afgoerelse.dato", "2022-01-01").startingEducation()
    #expect(
      try likely.only("R04").message
        == "Retten er bekræftet fra den 22. maj 2022. At den gjaldt fra den 1. januar 2022, er sandsynligt.")
    #expect(likely.model != nil)
    let confirmed = fixture.with("mentorstoette.periode", ["fra": "2022-05-23", "til": "2022-11-22"])
    #expect(try confirmed.with("afgoerelse.dato", "2022-05-22").startingEducation().diagnostics.isEmpty)
    #expect(try confirmed.with("afgoerelse.dato", "2022-05-21").startingEducation().ids == ["R04"])
  }

  @Test func refusesAnEducationInOrdinarySupport() throws {
    let fixture = Fixture.educationStart.with("afgoerelse.type", "bevilling")
    #expect(
      try fixture.understood().only("education-without-kind").message
        == "Art (mentorstoette.art) mangler, når sagen oplyser om start på en uddannelse (mentorstoette.uddannelse).")
    let discharge = try Fixture.discharge.with("mentorstoette.uddannelse", ["navn": "hf"]).discharged()
    let error = try discharge.only("education-without-kind")
    #expect(
      error.message
        == "Sagen oplyser om start på en uddannelse (mentorstoette.uddannelse), men afgørelsen giver mentorstøtte ved udskrivning."
    )
    #expect(error.help == "Slet mentorstoette.uddannelse, eller ret afgoerelse.type.")
  }

  @Test func warnsOfAFirstDayBeforeTheAdmission() throws {
    let warning = try Fixture.educationStart.with("mentorstoette.uddannelse.begynder", "2026-05-31")
      .startingEducation().only("begins-before-admission")
    #expect(
      warning.message
        == "Begynder (mentorstoette.uddannelse.begynder) er den 31. maj 2026, før optagelsen den 1. juni 2026.")
    #expect(warning.severity == .warning)
  }

  @Test func canBeProlongedAsOrdinarySupport() throws {
    let fixture = Fixture.prolongation.with("borger.maalgruppe", "6-4").with("mentorstoette.maal.type", "uddannelse")
    let understanding = try fixture.understood(as: ProlongationDecision.self)
    #expect(understanding.diagnostics.isEmpty)
    #expect(understanding.outcome("R04") == .notApplicable)
  }
}
