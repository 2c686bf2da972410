import Diagnostics
import Fields
import Testing

@testable import Casework

@Suite struct ExpiryUnderstandingTests {
  /// The support of the fixture runs from 15 June to 14 December 2026; the letter is of 16 November.
  static var notice: Fixture {
    Fixture.grant.with(
      "afgoerelse",
      [
        "type": "udloeb", "dato": "2026-11-16",
        "udloeb": ["nyPeriode": "vurderes", "vurderesSenest": "2026-11-30"],
      ])
  }

  private func understood(_ fixture: Fixture) throws -> Understanding<ExpiryNotice> {
    ExpiryNotice.understand(try fixture.caseFile(), lawbook: try Law.book())
  }

  @Test func tellsTheLastDayAndTheAssessment() throws {
    let understanding = try understood(Self.notice)
    #expect(understanding.diagnostics.isEmpty, "\(understanding.diagnostics.map(\.message))")
    let expiry = try #require(understanding.model).expiry
    #expect(expiry.period == Period(from: "2026-06-15", to: "2026-12-14"))
    #expect(expiry.nextPeriod == .assessed)
    #expect(expiry.assessedBy == "2026-11-30")
    #expect(expiry.mentorName == "Hanne Skov")
    #expect(!expiry.isLate)
    #expect(understanding.outcome("R09") == .fulfilled)
    // Information: nothing about complaints is checked, and none of the rules of a grant.
    #expect(understanding.outcome("R27") == nil)
    #expect(understanding.outcome("R01") == nil)
  }

  @Test func refusesANoticeBeforeTheSupportBegins() throws {
    let error = try understood(Self.notice.with("afgoerelse.dato", "2026-06-14")).only("expiry-before-start")
    #expect(
      error.message
        == "Brevets dato er den 14. juni 2026, før periodens første dag den 15. juni 2026. Den slutter ikke snart.")
    #expect(error.path == "mentorstoette.periode.fra")
  }

  @Test func knowsOfTheRightThatAShortSupportAroundADischargeLeaves() throws {
    #expect(try understood(Self.notice).model?.expiry.unusedRight == UnusedRight.none)
    let discharge = Self.notice.with("mentorstoette.art", "udskrivning")
    #expect(try understood(discharge).model?.expiry.unusedRight == UnusedRight.none)
    #expect(
      try understood(discharge.with("mentorstoette.periode.til", "2026-12-13")).model?.expiry.unusedRight == .discharge)
    // Support that the period carries on counts towards the six months.
    let carriedOn = discharge.with("mentorstoette.periode.til", "2026-12-13")
      .with("mentorstoette.tidligerePerioder", [["fra": "2026-06-01", "til": "2026-06-14"]])
    #expect(try understood(carriedOn).model?.expiry.unusedRight == UnusedRight.none)
    // So does support before a gap, for the days that it lasted.
    let shorter = discharge.with("mentorstoette.periode.til", "2026-12-11")
    let few = [["fra": "2026-06-01", "til": "2026-06-02"]]
    #expect(
      try understood(shorter.with("mentorstoette.tidligerePerioder", few)).model?.expiry.unusedRight == .discharge)
    let more = [["fra": "2026-06-01", "til": "2026-06-03"]]
    #expect(
      try understood(shorter.with("mentorstoette.tidligerePerioder", more)).model?.expiry.unusedRight
        == UnusedRight.none)
  }

  @Test func knowsThatAPauseLeavesSomeOfTheRight() throws {
    let phases: [[String: Any]] = [
      ["fra": "2026-06-15", "til": "2026-12-13", "timer": 2], ["fra": "2026-12-14", "til": "2026-12-14", "timer": 0],
    ]
    let paused = Self.notice.with("mentorstoette.timetal", ["faser": phases])
    #expect(try understood(paused.with("mentorstoette.art", "udskrivning")).model?.expiry.unusedRight == .discharge)
    #expect(try understood(paused).model?.expiry.unusedRight == UnusedRight.none)
  }

  @Test func knowsOfTheRightThatAShortSupportAtTheStartOfAnEducationLeaves() throws {
    let start = Self.notice.with("mentorstoette.art", "uddannelsesstart")
    #expect(try understood(start).model?.expiry.unusedRight == UnusedRight.none)
    let short = start.with("mentorstoette.periode.til", "2026-12-13")
    #expect(try understood(short).model?.expiry.unusedRight == .educationStart)
    // The six months run from the first use since the admission, and days without support do not make them longer.
    let admitted = short.with("mentorstoette.uddannelse.optaget", "2026-05-01")
    let used = [["fra": "2026-05-18", "til": "2026-05-20"]]
    #expect(
      try understood(
        admitted.with("mentorstoette.periode.til", "2026-11-17")
          .with("mentorstoette.tidligerePerioder", used)
      ).model?.expiry.unusedRight == UnusedRight.none)
    #expect(
      try understood(
        admitted.with("mentorstoette.periode.til", "2026-11-16")
          .with("mentorstoette.tidligerePerioder", used)
      ).model?.expiry.unusedRight == .educationStart)
    // Support from before the admission was something else.
    let other = [["fra": "2026-04-30", "til": "2026-05-20"]]
    #expect(
      try understood(admitted.with("mentorstoette.tidligerePerioder", other)).model?.expiry.unusedRight
        == .educationStart)
  }

  @Test func promisesNothingOfARightThatIsOverWhenTheLetterIsWritten() throws {
    let short = Self.notice.with("mentorstoette.art", "uddannelsesstart").with(
      "mentorstoette.periode.til", "2026-09-30"
    )
    .with("afgoerelse.udloeb", ["nyPeriode": "efter-oenske"])
    #expect(try understood(short.with("afgoerelse.dato", "2026-12-14")).model?.expiry.unusedRight == .educationStart)
    #expect(
      try understood(short.with("afgoerelse.dato", "2026-12-15")).model?.expiry.unusedRight == UnusedRight.none)
  }

  @Test func leadsToOneLetterAndNoPlan() throws {
    #expect(try Self.notice.caseFile().documentKinds == [.expiry])
  }

  @Test func isInTimeFourteenDaysBefore() throws {
    let onTime = try understood(Self.notice.with("afgoerelse.dato", "2026-11-30"))
    #expect(onTime.outcome("R09") == .fulfilled)
    #expect(onTime.model?.expiry.isLate == false)
  }

  @Test func warnsOfALateLetterAndWritesIt() throws {
    let late = try understood(
      Self.notice.with("afgoerelse.dato", "2026-12-01").with("afgoerelse.udloeb.vurderesSenest", "2026-12-01"))
    let warning = try late.only("R09")
    #expect(warning.severity == .warning)
    #expect(
      warning.message
        == "Brevet er skrevet den 1. december 2026, mindre end 2 uger før periodens udløb. Kommunen skal sandsynligvis senest den 30. november 2026 tage stilling til, om der er brug for mere støtte."
    )
    #expect(warning.path == "mentorstoette.periode.til")
    #expect(warning.basis == "§ 7 a i lov om retssikkerhed og administration på det sociale område")
    #expect(warning.help == "Send brevet alligevel, tag stilling nu, og noter det i sagen.")
    #expect(late.model?.expiry.isLate == true)
  }

  @Test(arguments: [("2026-12-14", "mindre end 2 uger før"), ("2026-12-15", "efter")])
  func saysWhetherTheLetterIsAfterTheEnd(_ day: String, _ words: String) throws {
    let late = try understood(
      Self.notice.with("afgoerelse.dato", day).with("afgoerelse.udloeb.vurderesSenest", day))
    #expect(try late.only("R09").message.contains(" december 2026, \(words) periodens udløb."))
  }

  @Test func warnsOfALateAssessment() throws {
    let understanding = try understood(Self.notice.with("afgoerelse.udloeb.vurderesSenest", "2026-12-04"))
    let warning = try understanding.only("R09")
    #expect(
      warning.message
        == "Vurderes senest (afgoerelse.udloeb.vurderesSenest) er den 4. december 2026, mindre end 2 uger før periodens udløb. Kommunen skal sandsynligvis senest den 30. november 2026 tage stilling til, om der er brug for mere støtte."
    )
    #expect(understanding.model != nil)
  }

  @Test func refusesAnAssessmentBeforeTheLetter() throws {
    let error = try understood(Self.notice.with("afgoerelse.udloeb.vurderesSenest", "2026-11-01"))
      .only("assessed-before-letter")
    #expect(
      error.message
        == "Vurderes senest (afgoerelse.udloeb.vurderesSenest) er den 1. november 2026, før brevets dato den 16. november 2026."
    )
    #expect(error.help == "Ret datoen. Er der taget stilling, så skriv \"afgjort\" i afgoerelse.udloeb.nyPeriode.")
  }

  @Test func refusesALetterWithoutWhatHappensNext() throws {
    let understanding = try understood(Self.notice.without("afgoerelse.udloeb"))
    let error = try understanding.only("missing-field")
    #expect(error.message == "Ny periode (afgoerelse.udloeb.nyPeriode) mangler.")
    #expect(error.help == "Skriv \"vurderes\", \"afgjort\" eller \"efter-oenske\".")
    #expect(understanding.model == nil)
  }

  @Test func refusesAnAssessmentWithoutItsDay() throws {
    let error = try understood(Self.notice.with("afgoerelse.udloeb", ["nyPeriode": "vurderes"])).only("missing-field")
    #expect(error.message == "Vurderes senest (afgoerelse.udloeb.vurderesSenest) mangler.")
    #expect(error.basis == "§ 7 a i lov om retssikkerhed og administration på det sociale område")
  }

  @Test(arguments: ["afgjort", "efter-oenske"]) func needsNoDayOtherwise(_ word: String) throws {
    let understanding = try understood(Self.notice.with("afgoerelse.udloeb", ["nyPeriode": word]))
    #expect(understanding.diagnostics.isEmpty)
    #expect(understanding.model?.expiry.assessedBy == nil)
  }

  @Test func refusesACaseOfAnotherKind() throws {
    let error = try understood(Fixture.grant).only("other-decision")
    #expect(
      error.message
        == "Type (afgoerelse.type) er bevilling, og sagen kan derfor ikke skrives som udløb af perioden.")
  }
}
