import Diagnostics
import Fields
import Lawbook
import Testing

@testable import Casework

@Suite struct MinPlanUnderstandingTests {
  @Test func holdsTheFiveFields() throws {
    let understanding = try Fixture.grant.planned()
    #expect(understanding.diagnostics.isEmpty)
    let plan = try #require(understanding.model)
    #expect(plan.mentor.name == "Hanne Skov")
    #expect(plan.plan == PlanDelivery(date: "2026-06-08", isOnPaper: false))
    #expect(plan.identity.path(extension: "xml") == "27.36.00-G01-1-26/min-plan-2026-06-08.xml")
  }

  @Test func goesOnPaperToTheExempt() throws {
    #expect(try DeliveryRuleTests.exempt.planned().model?.plan.isOnPaper == true)
    // A citizen may have Digital Post and not be able to use the plan on Jobnet.
    let unable = Fixture.grant.with("minPlan", ["dato": "2026-06-08", "paaPapir": true])
    #expect(try unable.planned().model?.plan.isOnPaper == true)
    #expect(try unable.understood().model?.letter.recipient.channel == .digital)
  }

  @Test func followsItsOwnDate() throws {
    let understanding = try Fixture.grant.with("minPlan.dato", "2026-06-20").planned()
    #expect(understanding.model?.plan.date == "2026-06-20")
    #expect(understanding.diagnostics.isEmpty)
    let late = try Fixture.grant.with("minPlan.dato", "2027-02-01").planned().only("R40")
    #expect(late.path == "minPlan.dato")
  }

  @Test func refusesAPlanWithoutTheNameOfItsAuthor() throws {
    let error = try Fixture.grant.without("sagsbehandler").planned().only("missing-field")
    #expect(error.basis == "§ 135, stk. 1, i bekendtgørelse om en aktiv beskæftigelsesindsats")
  }

  @Test func refusesAPlanForAnUnlawfulPeriod() throws {
    let understanding = try Fixture.grant.with("mentorstoette.periode.til", "2027-01-14").planned()
    #expect(try understanding.only("R01").severity == .error)
    #expect(understanding.model == nil)
  }

  @Test func refusesAPlanWithoutAMentor() throws {
    let understanding = try Fixture.grant.without("mentor").planned()
    #expect(understanding.outcome("R05") == .refused)
    #expect(!understanding.isWaiting)
  }

  @Test func saysWhereTheFieldsOfAHolisticPlanGo() throws {
    let understanding = try Fixture.grant.with("minPlan.helhedsorienteretPlan", true).planned()
    #expect(
      try understanding.only("holistic-plan").message
        == "Borgeren har en helhedsorienteret plan i stedet for Min Plan. De fem oplysninger skrives, så de kan føres ind i den."
    )
    #expect(understanding.model != nil)
  }

  @Test func carriesTheAddressOfAPlanOnPaper() throws {
    let exempt = DeliveryRuleTests.exempt
    #expect(
      try exempt.planned().model?.postalAddress == Address(street: "Bymosevej 18", postcode: "3200", city: "Helsinge"))
    #expect(try exempt.without("borger.adresse").planned().model?.postalAddress == nil)
    #expect(try Fixture.grant.planned().model?.postalAddress == nil)
  }
}
