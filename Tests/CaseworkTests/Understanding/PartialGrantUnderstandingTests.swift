import Diagnostics
import Fields
import Testing

@testable import Casework

@Suite struct PartialGrantUnderstandingTests {
  private static var partial: Fixture {
    Fixture.grant.with("afgoerelse.type", "delvis-bevilling")
      .with("afgoerelse.ansoegning", ["dato": "2026-05-04", "tekst": "6 timer om ugen"])
      .with("afgoerelse.ikkeBevilget", "mere end 2 timer og 30 minutter om ugen")
      .with("afgoerelse.partshoering", ["undladt": "egneOplysninger"])
  }

  private func understood(_ fixture: Fixture) throws -> Understanding<PartialGrantDecision> {
    PartialGrantDecision.understand(try fixture.caseFile(), lawbook: try Law.book())
  }

  @Test func holdsWhatIsGivenAndWhatIsRefused() throws {
    let understanding = try understood(Self.partial)
    #expect(understanding.diagnostics.isEmpty, "\(understanding.diagnostics.map(\.message))")
    let model = try #require(understanding.model)
    #expect(model.application.text == "6 timer om ugen")
    #expect(model.refused == "mere end 2 timer og 30 minutter om ugen")
    #expect(model.reasons.facts == "Du har været syg.")
    #expect(model.hearing == .ownInformation)
    #expect(model.granted.support.hours == .weekly(WorkingTime(minutes: 150)))
    #expect(model.complaint.lastDay == "2026-07-06")
    #expect(try Self.partial.caseFile().documentKinds == [.partialGrant, .minPlan])
  }

  @Test func demandsWhatARefusalDoes() throws {
    let fixture = Self.partial.without("afgoerelse.ansoegning").without("afgoerelse.ikkeBevilget")
      .without("afgoerelse.begrundelse").without("afgoerelse.partshoering")
    let understanding = try understood(fixture)
    #expect(
      understanding.diagnostics.map(\.message) == [
        "Tekst (afgoerelse.ansoegning.tekst) mangler.", "Ikke bevilget (afgoerelse.ikkeBevilget) mangler.",
        "Faktum (afgoerelse.begrundelse.faktum) mangler.", "Hensyn (afgoerelse.begrundelse.hensyn) mangler.",
        "Sendt (afgoerelse.partshoering.sendt) mangler.",
      ])
    #expect(
      try #require(understanding.diagnostics.first { $0.path == "afgoerelse.ikkeBevilget" }).help
        == "Skriv, hvad der ikke er bevilget af det, borgeren har søgt om.")
    #expect(understanding.outcome("R24") == .refused)
    #expect(understanding.outcome("R25") == .refused)
    #expect(understanding.model == nil)
  }

  @Test func demandsWhatAGrantDoes() throws {
    let understanding = try understood(Self.partial.without("mentorstoette.maal").without("mentor"))
    #expect(
      Set(understanding.diagnostics.compactMap(\.path))
        == ["mentorstoette.maal.type", "mentorstoette.maal.tekst", "mentor"])
    #expect(try understood(Self.partial.with("mentorstoette.periode.til", "2026-12-31")).outcome("R01") == .refused)
  }

  @Test func cannotCutARightForMoney() throws {
    let discharge = Self.partial.with("mentorstoette.art", "udskrivning")
      .with("mentorstoette.udskrivning", ["dato": "2026-07-01", "regionenUnderrettet": "2026-06-01"])
      .with("mentorstoette.udskrivning.borgerSpurgt", "2026-06-02").with("mentor.kompetencer", "Psykiatri.")
    #expect(try understood(discharge).diagnostics.isEmpty)
    let error = try understood(discharge.with("afgoerelse.begrundelse.hensyn", "Serviceniveauet tillader ikke mere."))
      .only("R24a")
    #expect(error.severity == .error)
    #expect(
      error.message
        == "Hensyn (afgoerelse.begrundelse.hensyn) nævner serviceniveauet. Borgeren har ret til støtten, og den kan ikke afslås, nedsættes eller stoppes af den grund."
    )
  }

  @Test func looksForNumbersInWhatIsRefused() throws {
    let error = try understood(Self.partial.with("afgoerelse.ikkeBevilget", "CPR 740395-1237")).only("R37")
    #expect(error.path == "afgoerelse.ikkeBevilget")
  }
}
