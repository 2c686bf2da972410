import Diagnostics
import Fields
import Lawbook
import Testing

@testable import Casework

@Suite struct HoursRuleTests {
  static func phases(_ rows: [(String, String, Int)]) -> [String: Any] {
    ["faser": rows.map { ["fra": $0.0, "til": $0.1, "timer": $0.2] as [String: Any] }]
  }

  @Test func refusesZeroHours() throws {
    let understanding = try Fixture.grant.with("mentorstoette.timetal", ["timer": 0]).understood()
    let error = try understanding.only("R07")
    #expect(error.severity == .error)
    #expect(error.message == "Timetal (mentorstoette.timetal) er nul. En bevilling uden timer giver ingen støtte.")
    #expect(error.basis == "§ 52, nr. 5, i bekendtgørelse om en aktiv beskæftigelsesindsats")
    #expect(understanding.model == nil)
  }

  @Test func knowsNoMost() throws {
    #expect(try Fixture.grant.with("mentorstoette.timetal", ["timer": 37]).understood().outcome("R07") == .fulfilled)
  }

  @Test func refusesMoreHoursThanAWeekHas() throws {
    let error = try Fixture.grant.with("mentorstoette.timetal", ["timer": 168, "minutter": 1]).understood().only(
      "impossible-hours")
    #expect(
      error.message
        == "Timetal (mentorstoette.timetal) er ikke muligt: der er 168 timer på en uge, og tallet kan ikke være negativt."
    )
  }

  @Test func halvesAFortnight() throws {
    let hours = try Fixture.grant.with("mentorstoette.timetal", ["timer": 3, "hverAndenUge": true]).model().granted
      .support
      .hours
    #expect(hours.form == .fortnightly)
    #expect(hours.perFortnight == WorkingTime(hours: 3))
    #expect(hours.weeklyAverage == WorkingTime(minutes: 90))
  }

  @Test func roundsHalfAMinuteUpAndSaysSo() throws {
    let understanding = try Fixture.grant.with(
      "mentorstoette.timetal", ["timer": 2, "minutter": 15, "hverAndenUge": true]
    ).understood()
    #expect(understanding.model?.granted.support.hours.weeklyAverage == WorkingTime(minutes: 68))
    let warning = try understanding.only("R07a")
    #expect(warning.severity == .warning)
    #expect(
      warning.message
        == "Det ugentlige gennemsnit er ikke et helt antal minutter. Det er afrundet til 1 time og 8 minutter."
    )
  }

  @Test func weightsPhasesByTheirDays() throws {
    let phases = Self.phases([("2026-07-13", "2026-12-14", 1), ("2026-06-15", "2026-07-12", 4)])
    let hours = try Fixture.grant.with("mentorstoette.timetal", phases).model().granted.support.hours
    // 28 days of 240 minutes and 155 days of 60 minutes: 16,020 minutes over 183 days.
    #expect(hours.weeklyAverage == WorkingTime(minutes: 88))
    #expect(hours.phases.map(\.period.from) == ["2026-06-15", "2026-07-13"])
    #expect(hours.form == .phased)
  }

  @Test(arguments: [
    [("2026-06-15", "2026-12-14", 2)], [("2026-06-15", "2026-07-12", 2), ("2026-07-13", "2026-12-14", 2)],
  ]) func takesPhasesThatNeverChangeAsOneNumber(_ rows: [(String, String, Int)]) throws {
    let understanding = try Fixture.grant.with("mentorstoette.timetal", Self.phases(rows)).understood()
    let hours = try #require(understanding.model).granted.support.hours
    #expect(hours == .weekly(WorkingTime(hours: 2)))
    let warning = try understanding.only("phases-alike")
    #expect(warning.severity == .warning && warning.path == "mentorstoette.timetal.faser")
    #expect(
      warning.message
        == "Timetal (mentorstoette.timetal) står som faser, men er 2 timer om ugen i hele perioden. "
        + "Dokumenterne skriver det som ét ugentligt timetal.")
    #expect(
      warning.help
        == "Skal timetallet skifte, så ret fasernes timer. Ellers slet faser, og skriv timer og minutter.")
  }

  @Test func keepsPhasesOfWhichOnlySomeAreAlike() throws {
    let phases = Self.phases([
      ("2026-06-15", "2026-07-12", 2), ("2026-07-13", "2026-08-09", 2), ("2026-08-10", "2026-12-14", 1),
    ])
    let understanding = try Fixture.grant.with("mentorstoette.timetal", phases).understood()
    let hours = try #require(understanding.model).granted.support.hours
    #expect(hours.phases.count == 3 && !understanding.ids.contains("phases-alike"))
    // A part of the period in which they are alike has one number.
    let start = try #require(Period(from: "2026-06-15", to: "2026-08-09"))
    #expect(hours.within(start) == .weekly(WorkingTime(hours: 2)))
  }

  @Test func refusesPhasesThatAreAPauseAllAlong() throws {
    let phases = Self.phases([("2026-06-15", "2026-07-12", 0), ("2026-07-13", "2026-12-14", 0)])
    let understanding = try Fixture.grant.with("mentorstoette.timetal", phases).understood()
    #expect(understanding.model == nil && understanding.ids.contains("R07"))
  }

  @Test func refusesPhasesWithAGap() throws {
    let phases = Self.phases([("2026-06-15", "2026-07-12", 4), ("2026-07-20", "2026-12-14", 1)])
    let error = try Fixture.grant.with("mentorstoette.timetal", phases).understood().only("phase-gap")
    #expect(
      error.message
        == "Faserne (mentorstoette.timetal.faser) siger ikke, hvor mange timer der er fra den 13. juli 2026 til den 19. juli 2026."
    )
    #expect(error.help == "Lad faserne følge hinanden uden huller. En pause skrives som en fase med 0 timer.")
  }

  @Test func refusesPhasesThatEndTooEarly() throws {
    let phases = Self.phases([("2026-06-15", "2026-12-13", 4)])
    let error = try Fixture.grant.with("mentorstoette.timetal", phases).understood().only("phase-gap")
    #expect(
      error.message
        == "Faserne (mentorstoette.timetal.faser) siger ikke, hvor mange timer der er den 14. december 2026.")
  }

  @Test func refusesPhasesThatOverlap() throws {
    let phases = Self.phases([("2026-06-15", "2026-07-12", 4), ("2026-07-12", "2026-12-14", 1)])
    let error = try Fixture.grant.with("mentorstoette.timetal", phases).understood().only("phase-overlap")
    #expect(
      error.message
        == "Fasen (mentorstoette.timetal.faser.2) begynder den 12. juli 2026, før den foregående fase er slut, så der er to timetal for de samme dage."
    )
  }

  @Test func refusesAPhaseOutsideThePeriod() throws {
    let phases = Self.phases([("2026-06-15", "2026-12-15", 4)])
    let error = try Fixture.grant.with("mentorstoette.timetal", phases).understood().only("phase-outside-period")
    #expect(
      error.message
        == "Fasen (mentorstoette.timetal.faser.1) går fra den 15. juni 2026 til den 15. december 2026 og ligger ikke inden for perioden (mentorstoette.periode)."
    )
  }

  @Test func refusesHoursSaidTwice() throws {
    var hours = Self.phases([("2026-06-15", "2026-12-14", 4)])
    hours["timer"] = 2
    let error = try Fixture.grant.with("mentorstoette.timetal", hours).understood().only("hours-twice")
    #expect(error.message == "Timetal (mentorstoette.timetal) står både som ét tal og som faser.")
  }

  @Test func warnsOfAPause() throws {
    let phases = Self.phases([("2026-06-15", "2026-07-12", 0), ("2026-07-13", "2026-12-14", 2)])
    let understanding = try Fixture.grant.with("mentorstoette.timetal", phases).understood()
    let warning = try understanding.only("R07")
    #expect(warning.severity == .warning)
    #expect(
      warning.message
        == "En fase (mentorstoette.timetal.faser) har 0 timer fra den 15. juni 2026 til den 12. juli 2026, så støtten holder pause."
    )
    #expect(understanding.model != nil)
  }

  @Test func refusesPhasesThatAreAllPauses() throws {
    let phases = Self.phases([("2026-06-15", "2026-12-14", 0)])
    #expect(try Fixture.grant.with("mentorstoette.timetal", phases).understood().only("R07").severity == .error)
  }

  @Test func tellsWhetherTheAverageIsRounded() throws {
    let hours = { (timetal: Any) in
      try Fixture.grant.with("mentorstoette.timetal", timetal).model().granted.support.hours.isAverageExact
    }
    #expect(try hours(["timer": 2, "minutter": 15, "hverAndenUge": true]) == false)
    #expect(try hours(["timer": 2, "hverAndenUge": true]))
  }
}
