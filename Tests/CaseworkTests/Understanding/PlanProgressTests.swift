import Diagnostics
import Fields
import Testing

@testable import Casework

@Suite struct PlanProgressTests {
  static var plan: Fixture {
    let followUp: [String: Any] = [
      "dato": "2026-09-14", "maal": ["status": "i-gang", "note": "Du er godt på vej."],
      "opgaver": [["status": "naaet"]], "naeste": "2026-11-02",
    ]
    return Fixture.grant.with(
      "minPlan",
      [
        "dato": "2026-09-15", "opfoelgning": followUp,
        "aendringer": [["dato": "2026-09-15", "hvad": "Ny telefon.", "af": "Bente Kjærgaard"]],
      ])
  }

  @Test func holdsStatusAndChanges() throws {
    let understanding = try Self.plan.planned()
    #expect(understanding.diagnostics.isEmpty, "\(understanding.diagnostics.map(\.message))")
    let plan = try #require(understanding.model)
    #expect(plan.changes == [PlanChange(date: "2026-09-15", text: "Ny telefon.", author: "Bente Kjærgaard")])
    let followUp = try #require(plan.followUp)
    #expect(followUp.goal == Progress(status: .underWay, note: "Du er godt på vej."))
    #expect(
      followUp.tasks.elements == [TaskProgress(task: "Følge dig til arbejdet", progress: Progress(status: .reached))])
    #expect(followUp.next == "2026-11-02")
  }

  @Test func reportsHoursAndMinutes() throws {
    let report = try #require(try Fixture.grant.planned().model).report
    #expect(report.weekly == WorkingTime(hours: 2, minutes: 30))
    #expect(report.period == Period(from: "2026-06-15", to: "2026-12-14"))
    #expect(report.companyNumber == "87654321")
    #expect(report.productionUnitNumber == "1098765432")
    let half = try #require(
      try Fixture.grant.with("mentorstoette.timetal", ["timer": 5, "hverAndenUge": true]).planned().model)
    #expect(half.report.weekly == WorkingTime(hours: 2, minutes: 30))
  }

  @Test func wantsOneStatusForEachTask() throws {
    let understanding = try Self.plan.with("minPlan.opfoelgning.opgaver", [["status": "naaet"], ["status": "i-gang"]])
      .planned()
    let error = try understanding.only("follow-up-tasks")
    #expect(
      error.message
        == "Opgaver (minPlan.opfoelgning.opgaver) har 2 rækker, men der er 1 opgaver (mentorstoette.opgaver).")
    #expect(error.help == "Skriv én status for hver opgave, i opgavernes rækkefølge.")
    #expect(understanding.model == nil)
  }

  @Test func refusesAFollowUpThatHasNotBeen() throws {
    let ahead = Self.plan.with("minPlan.opfoelgning.dato", "2027-01-10").without("minPlan.opfoelgning.naeste")
    let error = try ahead.planned().only("follow-up-ahead")
    #expect(error.path == "minPlan.opfoelgning.dato")
    #expect(error.message.hasPrefix("Dato (minPlan.opfoelgning.dato) er den 10. januar 2027, efter planens dato den "))
    #expect(
      error.help == "Skriv den opfølgning, der har været. Er en ny aftalt, så skriv den i minPlan.opfoelgning.naeste.")
  }

  @Test func refusesTheNextFollowUpBeforeThisOne() throws {
    let error = try Self.plan.with("minPlan.opfoelgning.naeste", "2026-09-14").planned().only("follow-up-order")
    #expect(
      error.message
        == "Næste opfølgning (minPlan.opfoelgning.naeste) er den 14. september 2026 og ligger ikke efter opfølgningen den 14. september 2026."
    )
  }

  @Test func refusesAnUnsignedChange() throws {
    let error = try Self.plan.with("minPlan.aendringer", [["dato": "2026-09-15", "hvad": "Ny telefon."]]).planned()
      .only("missing-field")
    #expect(error.message == "Af (minPlan.aendringer.1.af) mangler.")
    #expect(error.basis == "§ 135, stk. 1, i bekendtgørelse om en aktiv beskæftigelsesindsats")
  }

  @Test func refusesAPlanThatIsOlderThanItsChanges() throws {
    let understanding = try Self.plan.with("minPlan.dato", "2026-09-14").planned()
    let error = try understanding.only("R36")
    #expect(error.severity == .error)
    #expect(
      error.message
        == "Dato (minPlan.aendringer.1.dato) er den 15. september 2026, men Min Plan er ført den 14. september 2026. Planen skal indeholde støtten, som den er nu."
    )
    #expect(error.help == "Opdater Min Plan, og skriv dagen i minPlan.dato.")
    #expect(
      error.basis
        == "§ 41 i lov om en aktiv beskæftigelsesindsats, § 52 i bekendtgørelse om en aktiv beskæftigelsesindsats og Styrelsen for Arbejdsmarked og Rekrutterings vejledning om mentorordningen af 25. november 2019"
    )
    #expect(try Self.plan.planned().outcome("R36") == .fulfilled)
    #expect(try Fixture.grant.planned().outcome("R36") == .fulfilled)
  }

  @Test func refusesAPlanFromBeforeTheGrant() throws {
    let error = try Fixture.grant.with("minPlan", ["dato": "2026-06-07"]).planned().only("R36")
    #expect(error.severity == .error)
    #expect(
      error.message
        == "Dato (afgoerelse.dato) er den 8. juni 2026, men Min Plan er ført den 7. juni 2026. Planen skal indeholde støtten, som den er nu."
    )
    #expect(try Fixture.grant.with("minPlan", ["dato": "2026-06-08"]).planned().outcome("R36") == .fulfilled)
  }

  @Test func refusesAFollowUpThatIsNotAfterThePlan() throws {
    let date = try #require(Self.plan.planned().model?.plan.date)
    let error = try Self.plan.with("minPlan.opfoelgning.naeste", "\(date)").planned().only("follow-up-order")
    #expect(error.message.hasSuffix("ligger ikke efter planens dato den \(date.danish)."), "\(error.message)")
    #expect(error.help == "Ret den ene af de to datoer.")
  }

  @Test func warnsOfAPlanAfterTheSupport() throws {
    let understanding = try Fixture.grant.with("minPlan", ["dato": "2026-12-15"]).planned()
    let warning = try understanding.only("plan-after-support")
    #expect(warning.severity == .warning)
    #expect(
      warning.message
        == "Dato (minPlan.dato) er efter støttens sidste dag den 14. december 2026, men planen skriver om støtten, som borgeren har."
    )
    #expect(try !Fixture.grant.with("minPlan", ["dato": "2026-12-14"]).planned().ids.contains("plan-after-support"))
  }

  @Test func remindsOfATalkMidway() throws {
    #expect(try Fixture.grant.understood().outcome("R44") == .fulfilled)
    // The support is half over on 14 September.
    let late = Fixture.grant.with("minPlan", ["dato": "2026-09-15"])
    let warning = try late.planned().only("R44")
    #expect(warning.severity == .warning)
    #expect(
      warning.message == "Perioden er mere end halvt gået, og der er ingen opfølgning (minPlan.opfoelgning).")
    #expect(try Fixture.grant.with("minPlan", ["dato": "2026-09-14"]).planned().outcome("R44") == .fulfilled)
    #expect(try Self.plan.planned().outcome("R44") == .fulfilled)
  }
}
