import Diagnostics
import Fields
import Testing

@testable import Casework

/// What counts towards the six months around a discharge, LAB § 167, stk. 2. The fixture is of 1 July 2026, and its support
/// runs from 15 June to 14 December.
@Suite struct DischargeSpanTests {
  private static func phased(_ fixture: Fixture, _ pause: (from: String, to: String), to last: String) -> Fixture {
    let before = CalendarDate(iso: pause.from)!.adding(days: -1).description
    let after = CalendarDate(iso: pause.to)!.adding(days: 1).description
    let phases: [[String: Any]] = [
      ["fra": "2026-06-15", "til": before, "timer": 2], ["fra": pause.from, "til": pause.to, "timer": 0],
      ["fra": after, "til": last, "timer": 2],
    ]
    return fixture.with("mentorstoette.periode.til", last)
      .with("mentorstoette.timetal", ["faser": phases.filter { ($0["fra"] as! String) <= ($0["til"] as! String) }])
  }

  private static func earlier(_ rows: [(String, String)], to last: String) -> Fixture {
    Fixture.discharge.with("mentorstoette.periode.til", last)
      .with("mentorstoette.tidligerePerioder", rows.map { ["fra": $0.0, "til": $0.1] })
  }

  // MARK: Pauses

  @Test func refusesSixMonthsThatArePause() throws {
    let understanding = try Self.phased(.discharge, ("2026-08-01", "2026-12-14"), to: "2026-12-14").discharged()
    let error = try understanding.only("R03")
    #expect(
      error.message
        == "Perioden er kortere end 6 måneder, når dage med 0 timer ikke tæller med, og borgeren har ret til mindst 6 måneder i alt ved udskrivning fra psykiatrisk indlæggelse."
    )
    #expect(error.path == "mentorstoette.timetal.faser")
    #expect(error.basis == "§ 167, stk. 2, i lov om en aktiv beskæftigelsesindsats")
    #expect(
      error.help
        == "Giv støtte i alle faser, eller forlæng perioden med støtte mindst til den 29. april 2027. Ønsker borgeren en kortere periode, så skriv det i mentorstoette.udskrivning.kortereEfterOenske."
    )
    #expect(understanding.model == nil)
  }

  @Test(arguments: [("2026-12-14", Finding.Outcome.refused), ("2026-12-15", .warning)])
  func countsNotOneDayOfPause(_ last: String, _ outcome: Finding.Outcome) throws {
    let understanding = try Self.phased(.discharge, ("2026-09-01", "2026-09-01"), to: last).discharged()
    #expect(understanding.outcome("R03") == (outcome == .warning ? .fulfilled : outcome))
    #expect((understanding.model == nil) == (outcome == .refused))
  }

  @Test(arguments: [("2026-12-30", false), ("2026-12-31", true)])
  func beginsAfterAPauseAtTheBeginning(_ last: String, _ isEnough: Bool) throws {
    let understanding = try Self.phased(.discharge, ("2026-06-15", "2026-06-30"), to: last).discharged()
    #expect(understanding.outcome("R03") == (isEnough ? .fulfilled : .refused))
  }

  @Test func acceptsAPauseThatTheCitizenWishes() throws {
    let understanding = try Self.phased(.discharge, ("2026-08-01", "2026-12-14"), to: "2026-12-14")
      .with("mentorstoette.udskrivning.kortereEfterOenske", "Du vil klare dig selv.").discharged()
    #expect(understanding.outcome("R03") == .fulfilled)
    #expect(!understanding.ids.contains("wish-not-used"))
    #expect(understanding.model?.discharge.isShorterByWish == true)
  }

  @Test func refusesAChangeThatEmptiesTheRight() throws {
    let change = Fixture.change.with("mentorstoette.art", "udskrivning")
      .with("mentorstoette.udskrivning", ["dato": "2026-05-15"])
      .with("mentorstoette.periode", ["fra": "2026-05-01", "til": "2026-12-20"])
    func changed(_ pause: String) throws -> Understanding<ChangeDecision> {
      let before = CalendarDate(iso: pause)!.adding(days: -1).description
      return try change.with(
        "mentorstoette.timetal",
        [
          "faser": [
            ["fra": "2026-05-01", "til": before, "timer": 4], ["fra": pause, "til": "2026-12-20", "timer": 0],
          ]
        ]
      ).understood(as: ChangeDecision.self)
    }
    #expect(try changed("2026-10-31").outcome("R03") == .refused)
    #expect(try changed("2026-11-01").outcome("R03") == .fulfilled)
  }

  @Test func takesAPhaseWithoutHoursForNoPause() throws {
    let phases: [[String: Any]] = [["fra": "2026-06-15", "til": "2026-12-14"]]
    let understanding = try Fixture.discharge.with("mentorstoette.timetal", ["faser": phases]).discharged()
    #expect(understanding.ids.contains("missing-field") && !understanding.ids.contains("R03"))
  }

  @Test func leavesPausesOfOrdinarySupportAlone() throws {
    let understanding = try Self.phased(.grant, ("2026-08-01", "2026-12-13"), to: "2026-12-14").understood()
    #expect(understanding.outcome("R03") == .notApplicable)
    #expect(understanding.model != nil)
  }

  // MARK: Earlier support

  /// Without support for some days, the citizen has had none of the six months on them: the end moves as many days.
  @Test(arguments: [("2026-10-15", true), ("2026-10-14", false)])
  func countsEarlierSupportInSpiteOfAGap(_ last: String, _ isEnough: Bool) throws {
    let understanding = try Self.earlier([("2026-04-15", "2026-06-13")], to: last).discharged()
    #expect(understanding.outcome("R03") == (isEnough ? .fulfilled : .refused))
    guard isEnough else {
      let error = try understanding.only("R03")
      #expect(
        error.message
          == "Perioden og de tidligere perioder ved udskrivningen er tilsammen kortere end 6 måneder, og borgeren har ret til mindst 6 måneder i alt ved udskrivning fra psykiatrisk indlæggelse."
      )
      #expect(error.help?.hasPrefix("Forlæng perioden mindst til den 15. oktober 2026.") == true)
      return
    }
    #expect(
      understanding.model?.discharge.counted?.periods.elements == [Period(from: "2026-04-15", to: "2026-06-13")!])
  }

  @Test(arguments: [("2026-10-14", true), ("2026-10-13", false)])
  func countsADayOfTwoPeriodsOnce(_ last: String, _ isEnough: Bool) throws {
    let rows = [("2026-05-10", "2026-06-20"), ("2026-04-15", "2026-05-20"), ("2026-04-20", "2026-04-25")]
    let understanding = try Self.earlier(rows, to: last).discharged()
    #expect(understanding.outcome("R03") == (isEnough ? .fulfilled : .refused))
  }

  @Test func countsNoSupportFromBeforeTheThreeMonths() throws {
    let understanding = try Self.earlier([("2026-03-31", "2026-06-14")], to: "2026-10-14").discharged()
    let error = try understanding.only("R03")
    #expect(error.help?.hasPrefix("Forlæng perioden mindst til den 14. december 2026.") == true)
    #expect(error.message.hasPrefix("Perioden er kortere end 6 måneder, og"))
  }

  @Test func namesNoEarlierSupportThatIsNotNeeded() throws {
    let understanding = try Self.earlier([("2026-04-15", "2026-06-13")], to: "2026-12-14").discharged()
    #expect(understanding.outcome("R03") == .fulfilled)
    #expect(understanding.model?.discharge.counted == nil)
  }

  @Test func tellsOfBothWhenTheCitizenStillWishesLess() throws {
    let understanding = try Self.earlier([("2026-04-15", "2026-06-14")], to: "2026-08-14")
      .with("mentorstoette.udskrivning.kortereEfterOenske", "Du vil klare dig selv.").discharged()
    let discharge = try #require(understanding.model).discharge
    #expect(discharge.isShorterByWish && discharge.counted?.periods.elements.count == 1)
  }
}
