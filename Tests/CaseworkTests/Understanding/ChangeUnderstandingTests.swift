import Diagnostics
import Fields
import Foundation
import Testing

@testable import Casework

@Suite struct ChangeUnderstandingTests {
  private func understood(_ fixture: Fixture) throws -> Understanding<ChangeDecision> {
    try fixture.understood(as: ChangeDecision.self)
  }

  /// A change of other things than hours, without a hearing.
  private func change(_ before: String) throws -> Fixture {
    let json = try JSONSerialization.jsonObject(with: Data(before.utf8))
    return Fixture.change.without("afgoerelse.partshoering").with("aendring.foer", json)
  }

  private func hours(_ hours: Int, _ minutes: Int = 0) -> WorkingHours {
    .weekly(WorkingTime(hours: hours, minutes: minutes))
  }

  @Test func computesWhatDiffers() throws {
    let understanding = try understood(.change)
    #expect(understanding.diagnostics.isEmpty, "\(understanding.diagnostics.map(\.message))")
    let model = try #require(understanding.model)
    #expect(model.change.hours == Changed(before: hours(4), now: hours(2, 30)))
    #expect(model.change.period == nil)
    #expect(model.change.goal == nil)
    #expect(model.change.tasks == nil)
    #expect(model.effect == .burden)
    #expect(model.change.from == "2026-07-01")
  }

  @Test func saysWhatTheCitizenGetsLessOf() throws {
    func losses(_ before: String) throws -> SupportChange {
      let json = try JSONSerialization.jsonObject(with: Data(before.utf8))
      let understanding = try understood(Fixture.change.with("aendring.foer", json))
      return try #require(understanding.model, "\(understanding.diagnostics.map(\.message))").change
    }
    let hours = try losses(#"{"timetal": {"timer": 4}}"#)
    #expect(hours.lossesInSentence == "færre timer med din mentor" && hours.shorterPeriod == nil)
    let both = try losses(
      #"""
      {"timetal": {"timer": 4}, "opgaver": [{"omraade": "praktisk", "tekst": "Følge dig til arbejdet"},
        {"omraade": "faglig", "tekst": "Øve engelsk med dig"}]}
      """#)
    #expect(both.losses == [.hours, .tasks])
    #expect(both.lossesInSentence == "færre timer med din mentor og hjælp til færre opgaver")
    // Fewer days are told with their days, in a sentence of their own.
    let days = try losses(#"{"periode": {"fra": "2026-05-01", "til": "2026-11-01"}}"#)
    #expect(days.lossesInSentence == nil && days.shorterPeriod?.before.to == "2026-11-01")
    #expect(days.shorterPeriod?.now.to == days.period?.now.to && days.isBurdensome)
    let more = try losses(#"{"periode": {"fra": "2026-05-01", "til": "2026-09-30"}}"#)
    #expect(more.period != nil && more.shorterPeriod == nil && more.losses == [] && !more.isBurdensome)
  }

  @Test func needsNoHearingForMore() throws {
    let understanding = try understood(try change(#"{"timetal": {"timer": 2}}"#))
    #expect(understanding.diagnostics.isEmpty, "\(understanding.diagnostics.map(\.message))")
    #expect(understanding.model?.effect == .noBurden)
    #expect(understanding.model?.hearing == nil)
    #expect(understanding.outcome("R25") == .notApplicable)
  }

  @Test(arguments: [
    #"{"timetal": {"timer": 4}}"#, #"{"timetal": {"timer": 6, "hverAndenUge": true}}"#,
    #"{"periode": {"fra": "2026-05-01", "til": "2026-11-01"}}"#,
    #"""
    {"timetal": {"faser": [{"fra": "2026-05-01", "til": "2026-09-30", "timer": 1},
      {"fra": "2026-10-01", "til": "2026-10-31", "timer": 3}]}}
    """#,
    #"""
    {"opgaver": [{"omraade": "praktisk", "tekst": "Følge dig til arbejdet"},
      {"omraade": "faglig", "tekst": "Øve engelsk med dig"}]}
    """#,
  ])
  func asksForAHearingWhenTheCitizenGetsLess(_ before: String) throws {
    let understanding = try understood(try change(before))
    #expect(understanding.outcome("R25") == .refused)
    #expect(understanding.ids == ["missing-field"])
    #expect(understanding.model == nil)
  }

  @Test(arguments: [
    #"{"timetal": {"timer": 5, "hverAndenUge": true}}"#,
    #"{"periode": {"fra": "2026-05-01", "til": "2026-09-30"}}"#,
    // More hours only before the change.
    #"""
    {"timetal": {"faser": [{"fra": "2026-05-01", "til": "2026-06-30", "timer": 9},
      {"fra": "2026-07-01", "til": "2026-10-31", "timer": 2}]}}
    """#,
  ])
  func asksForNoneWhenTheCitizenGetsAsMuch(_ before: String) throws {
    let understanding = try understood(try change(before))
    #expect(understanding.model?.effect == .noBurden, "\(understanding.diagnostics.map(\.message))")
  }

  @Test func countsSixMonthsFromTheDayOnWhichTheSupportBegan() throws {
    // The support ran from 1 May, and goes on from 1 August to 31 December.
    let moved = try change(#"{"periode": {"fra": "2026-05-01", "til": "2026-10-31"}}"#)
      .with("mentorstoette.periode", ["fra": "2026-08-01", "til": "2026-12-31"]).with("aendring.fra", "2026-07-01")
    let error = try understood(moved).only("R01")
    #expect(
      error.message
        == "Perioden er længere end 6 måneder: Slutdato (mentorstoette.periode.til) er den 31. december 2026, men når første dag er den 1. maj 2026, kan sidste dag senest være den 31. oktober 2026."
    )
    // What had not begun is moved, and counts from its new first day.
    #expect(try understood(moved.with("aendring.fra", "2026-05-01")).outcome("R01") == .fulfilled)
  }

  @Test func refusesToChangeSupportThatIsOver() throws {
    let over = try change(#"{"periode": {"fra": "2026-03-01", "til": "2026-06-07"}}"#)
      .with("mentorstoette.periode", ["fra": "2026-03-01", "til": "2026-08-31"])
    let understanding = try understood(over)
    let error = try understanding.only("change-after-end")
    #expect(
      error.message
        == "Slutdato (aendring.foer.periode.til) er den 7. juni 2026, før afgørelsens dato den 8. juni 2026. Støtten er slut, og der er ingen støtte at ændre."
    )
    #expect(error.help == "Skriv en ny periode som \"forlaengelse\": den kræver en ny, konkret vurdering.")
    #expect(understanding.model == nil)
  }

  @Test func refusesAMentorWhoIsChangedBeside() throws {
    let both = Fixture.change.with("mentorskifte", ["fra": "2026-07-01", "bevillingsdato": "2026-05-01"])
    let error = try understood(both).only("change-and-mentor")
    #expect(
      error.message
        == "Sagen har både en ændring (aendring) og et mentorskifte (mentorskifte), og brevet om ændringen viser ikke skiftet."
    )
    #expect(
      error.help
        == "Skriv mentorskiftet i en sag for sig med \"mentorskifte\" i afgoerelse.type, og slet det her.")
  }

  @Test(arguments: [
    #"{"timetal": {"timer": 2, "minutter": 30}}"#,
    #"{"maal": {"type": "beskaeftigelse", "tekst": "Du får et job."}}"#, "{}",
  ])
  func refusesAChangeThatChangesNothing(_ before: String) throws {
    let error = try understood(try change(before)).only("no-change")
    #expect(
      error.message == "Sagen ændrer ikke noget: det, der står i aendring.foer, er det samme som i mentorstoette.")
    #expect(error.path == "aendring.foer")
  }

  private static let tasks = [
    ["omraade": "praktisk", "tekst": "Følge dig til arbejdet"], ["omraade": "faglig", "tekst": "Læse med dig"],
    ["omraade": "faglig", "tekst": "Øve regning med dig"],
  ]

  @Test func refusesTasksThatStandInAnotherOrder() throws {
    let reordered = Fixture.change.with("mentorstoette.opgaver", Self.tasks)
      .with("aendring.foer", ["opgaver": Array(Self.tasks.reversed())])
    #expect(try understood(reordered).ids.contains("no-change"))
    #expect(try understood(reordered).model == nil)
    // Beside another change they are none.
    let hours = reordered.with("aendring.foer.timetal", ["timer": 4])
    #expect(try understood(hours).model?.change.tasks == nil)
  }

  @Test func takesTasksOfAnotherNatureAsAChange() throws {
    var before = Self.tasks
    before[1]["omraade"] = "personlig"
    let change = Fixture.change.with("mentorstoette.opgaver", Self.tasks).with("aendring.foer", ["opgaver": before])
    #expect(try understood(change).model?.change.tasks != nil)
    // One task less, and the same task twice, are changes too.
    let fewer = change.with("aendring.foer.opgaver", Self.tasks + [Self.tasks[0]])
    #expect(try understood(fewer).model?.change.losses == [.tasks])
  }

  @Test func asksForTheOldValues() throws {
    let error = try understood(.change.without("aendring")).diagnostics.filter { $0.id == "missing-field" }
    #expect(error.map(\.path) == ["aendring.fra", "aendring.foer"])
    #expect(
      error.last?.help == "Skriv de gamle værdier af det, der ændres: timetal, periode, maal, opgaver.")
  }

  @Test func refusesADayWithoutSupport() throws {
    let error = try understood(.change.with("aendring.fra", "2026-11-01")).only("change-outside-period")
    #expect(
      error.message
        == "Ændres fra (aendring.fra) er den 1. november 2026, og den dag er der ingen støtte at ændre.")
  }

  @Test func warnsOfACutInThePast() throws {
    let warning = try understood(.change.with("aendring.fra", "2026-06-01")).only("change-before-decision")
    #expect(
      warning.message
        == "Ændres fra (aendring.fra) er den 1. juni 2026, før afgørelsens dato den 8. juni 2026, og borgeren får mindre."
    )
  }

  @Test(arguments: [
    (#"{"maal": {"type": "uddannelse", "tekst": "Du begynder på HF."}}"#, "Målet er ændret"),
    (#"{"opgaver": [{"omraade": "praktisk", "tekst": "Følge dig til lægen"}]}"#, "Opgaver er skiftet ud"),
  ])
  func warnsWhereItCannotCompute(_ before: String, _ what: String) throws {
    let understanding = try understood(try change(before))
    let warning = try understanding.only("maybe-burdensome")
    #expect(warning.message == "\(what). Om det er til ugunst for borgeren, kan ikke beregnes.")
    #expect(understanding.model != nil)
    let settled = try change(before).with("afgoerelse.partshoering", ["undladt": "egetOenske"])
    #expect(try understood(settled).ids.isEmpty)
  }

  @Test func namesThePathOfOldPhases() throws {
    let error = try understood(
      try change(#"{"timetal": {"faser": [{"fra": "2026-05-01", "til": "2026-09-30", "timer": 3}]}}"#)
    ).only("phase-gap")
    #expect(
      error.message
        == "Faserne (aendring.foer.timetal.faser) siger ikke, hvor mange timer der er fra den 1. oktober 2026 til den 31. oktober 2026."
    )
  }

  @Test func warnsOfAPlanFromBeforeTheChange() throws {
    let old = Fixture.change.with("minPlan", ["dato": "2026-06-07"])
    let warning = try understood(old).only("R36")
    #expect(warning.severity == .warning)
    #expect(
      warning.message
        == "Dato (afgoerelse.dato) er den 8. juni 2026, men Min Plan er ført den 7. juni 2026. Planen skal indeholde støtten, som den er nu."
    )
    #expect(try understood(.change.with("minPlan", ["dato": "2026-06-08"])).outcome("R36") == .fulfilled)
  }

  @Test func refusesToCutARightForMoney() throws {
    let cut = Fixture.discharge.with("afgoerelse.type", "aendring")
      .with("afgoerelse.partshoering", ["undladt": "egneOplysninger"])
      .with("aendring", ["fra": "2026-07-01", "foer": ["timetal": ["timer": 4]]])
      .with("afgoerelse.begrundelse.hensyn", "Kommunens budget er brugt.")
    #expect(try understood(cut).outcome("R24a") == .refused)
    let more = cut.with("aendring.foer.timetal.timer", 2)
    #expect(try understood(more).outcome("R24a") == .fulfilled)
  }

  // MARK: What is over

  @Test func refusesAChangeAfterTheNewEnd() throws {
    func shorter(_ last: String) throws -> Understanding<ChangeDecision> {
      try understood(
        Fixture.change.with("mentorstoette.periode.til", last)
          .with("aendring.foer", ["periode": ["fra": "2026-05-01", "til": "2026-10-31"]]))
    }
    let error = try shorter("2026-06-29").only("change-after-new-end")
    #expect(
      error.message
        == "Slutdato (mentorstoette.periode.til) er den 29. juni 2026, men ændringen gælder først fra den 1. juli 2026. Da er støtten allerede slut."
    )
    #expect(error.help == "Skriv dagen efter den nye slutdato i aendring.fra, eller ret slutdatoen.")
    #expect(try shorter("2026-06-30").model?.change.shorterPeriod != nil)
  }

  @Test(arguments: ["2026-04-15", "2026-06-01"]) func refusesToMoveAStartThatHasPassed(_ first: String) throws {
    let error = try understood(
      Fixture.change.with("mentorstoette.periode.fra", first)
        .with("aendring.foer", ["periode": ["fra": "2026-05-01", "til": "2026-10-31"]])
    ).only("change-of-past")
    #expect(
      error.message.hasSuffix(
        "og var den 1. maj 2026, men ændringen gælder først fra den 1. juli 2026. Dage før ændringen kan ikke ændres."))
    #expect(error.path == "mentorstoette.periode.fra")
  }

  @Test func pausesSupportThatHasBegun() throws {
    let paused = try understood(
      Fixture.change.with("mentorstoette.periode.fra", "2026-08-01")
        .with("aendring.foer", ["periode": ["fra": "2026-05-01", "til": "2026-10-31"]]))
    #expect(paused.model?.change.period?.now.from == "2026-08-01")
  }

  @Test func warnsOfLessBeforeTheCitizenHasTheLetter() throws {
    let paper = Fixture.change.with("borger.fritagetForDigitalPost", true)
    // Of 8 June: six working days of the post end on 16 June.
    #expect(try understood(paper.with("aendring.fra", "2026-06-16")).ids.contains("change-before-receipt") == false)
    let warning = try understood(paper.with("aendring.fra", "2026-06-15")).only("change-before-receipt")
    #expect(warning.severity == .warning)
    #expect(
      warning.message
        == "Ændres fra (aendring.fra) er den 15. juni 2026, men borgeren har først brevet den 16. juni 2026, og borgeren får mindre."
    )
    let more = try understood(
      paper.with("aendring.fra", "2026-06-15").with("aendring.foer", ["timetal": ["timer": 1]]))
    #expect(!more.ids.contains("change-before-receipt"))
  }
}
