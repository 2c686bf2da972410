import Diagnostics
import Fields
import Testing

@testable import Casework

@Suite struct AgreementUnderstandingTests {
  private func understood(_ fixture: Fixture) throws -> Understanding<CitizenAgreement> {
    try fixture.understood(as: CitizenAgreement.self)
  }

  @Test func namesTheDecisionThatItRestsOn() throws {
    let understanding = try understood(.grant.with("aftale.dato", "2026-06-12"))
    #expect(understanding.diagnostics.isEmpty, "\(understanding.diagnostics.map(\.message))")
    let model = try #require(understanding.model)
    #expect(model.date == "2026-06-12")
    #expect(model.decisionDate == "2026-06-08")
    #expect(model.identity.path(extension: "html") == "27.36.00-G01-1-26/aftale-2026-06-12.html")
  }

  @Test func isOfTheDecisionsDayWhenTheCaseSaysNoOther() throws {
    #expect(try understood(.grant).model?.date == "2026-06-08")
  }

  @Test func isMadeOnlyWhenItIsAskedFor() throws {
    for decision in DecisionKind.allCases {
      let kinds = try Fixture.grant.with("afgoerelse.type", decision.rawValue).caseFile().documentKinds
      #expect(!kinds.contains(.agreement))
    }
  }

  @Test func waitsForTheMentor() throws {
    let understanding = try understood(
      .grant.without("mentor").with("mentorstoette.mentorOplyses", "Vi ringer til dig."))
    #expect(understanding.isWaiting)
    #expect(
      try understanding.only("agreement-waits").message
        == "Aftalen venter, til mentoren er fundet: mentoren skal skrive under.")
  }

  @Test func refusesAnAgreementBeforeTheDecision() throws {
    let error = try understood(.grant.with("aftale.dato", "2026-06-07")).only("agreement-before-decision")
    #expect(
      error.message
        == "Aftalens dato (aftale.dato) er den 7. juni 2026, før afgørelsens dato den 8. juni 2026. Støtten skal være bevilget, før der laves en aftale om den."
    )
    #expect(error.help == "Ret den ene af de to datoer.")
  }

  @Test func refusesACaseThatGivesNoSupport() throws {
    let error = try understood(.grant.with("afgoerelse.type", "afslag")).only("other-decision")
    #expect(error.message == "Type (afgoerelse.type) er afslag, og sagen kan derfor ikke skrives som aftale.")
  }

  @Test func namesTheGrantAfterALetterAboutAnotherMentor() throws {
    let change = Fixture.grant.with("afgoerelse.type", "mentorskifte").with("afgoerelse.dato", "2026-08-17")
      .with("mentorskifte", ["fra": "2026-09-01", "bevillingsdato": "2026-06-08"])
    let model = try #require(try understood(change).model)
    #expect(model.date == "2026-08-17" && model.decisionDate == "2026-06-08")
    let error = try understood(change.without("mentorskifte.bevillingsdato")).only("missing-field")
    #expect(error.path == "mentorskifte.bevillingsdato")
  }

  @Test func refusesAComplaintThatLedToNoNewDecision() throws {
    let error = try understood(.reconsideration.with("genvurdering.udfald", "fastholdt")).only("no-new-decision")
    #expect(
      error.message
        == "Udfald (genvurdering.udfald) er \"fastholdt\", og brevet giver ingen støtte at lave en aftale om.")
    #expect(error.help == "Skriv aftalen ud fra den afgørelse, der gav støtten.")
  }

  @Test func refusesADayThatIsNotVerified() throws {
    let error = try understood(.grant.with("aftale.dato", "2027-01-04")).only("R40")
    #expect(error.path == "aftale.dato")
  }

  @Test func isMadeOfEachKindOfGrant() throws {
    for fixture in [Fixture.prolongation, .discharge, .educationStart] {
      #expect(try understood(fixture).model != nil)
    }
  }
}
