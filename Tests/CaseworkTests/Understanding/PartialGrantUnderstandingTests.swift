import Diagnostics
import Fields
import Testing

@testable import Casework

@Suite struct PartialGrantUnderstandingTests {
  private func understood(_ fixture: Fixture) throws -> Understanding<PartialGrantDecision> {
    PartialGrantDecision.understand(try fixture.caseFile(), lawbook: try Law.book())
  }

  @Test func holdsWhatIsGivenAndWhatIsRefused() throws {
    let understanding = try understood(Fixture.partialGrant)
    #expect(understanding.diagnostics.isEmpty, "\(understanding.diagnostics.map(\.message))")
    let model = try #require(understanding.model)
    #expect(model.application.text == "6 timer om ugen")
    #expect(model.refused == "mere end 2 timer og 30 minutter om ugen")
    #expect(model.reasons.facts == "Du har været syg.")
    #expect(model.hearing == .ownInformation)
    #expect(model.granted.support.hours == .weekly(WorkingTime(minutes: 150)))
    #expect(model.complaint.lastDay == "2026-07-06")
    #expect(try Fixture.partialGrant.caseFile().documentKinds == [.partialGrant, .minPlan])
  }

  @Test func demandsWhatARefusalDoes() throws {
    let fixture = Fixture.partialGrant.without("afgoerelse.ansoegning").without("afgoerelse.ikkeBevilget")
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
    let understanding = try understood(Fixture.partialGrant.without("mentorstoette.maal").without("mentor"))
    #expect(
      Set(understanding.diagnostics.compactMap(\.path))
        == ["mentorstoette.maal.type", "mentorstoette.maal.tekst", "mentor"])
    #expect(
      try understood(Fixture.partialGrant.with("mentorstoette.periode.til", "2026-12-31")).outcome("R01") == .refused)
  }

  @Test func cannotCutARightForMoney() throws {
    let discharge = Fixture.partialGrant.with("mentorstoette.art", "udskrivning")
      .with("mentorstoette.udskrivning", ["dato": "2026-07-01", "regionenUnderrettet": "2026-06-01"])
      .with("mentorstoette.udskrivning.borgerSpurgt", "2026-06-02").with("mentor.kompetencer", "Psykiatri.")
    let warning = try understood(discharge).only("refuses-a-right")
    #expect(warning.severity == .warning)
    #expect(
      warning.help
        == "Se efter, at det, der ikke er bevilget, ikke er en del af retten, eller at begrundelsen siger, hvilken betingelse borgeren ikke opfylder."
    )
    let error = try understood(discharge.with("afgoerelse.begrundelse.hensyn", "Serviceniveauet tillader ikke mere."))
      .only("R24a")
    #expect(error.severity == .error)
    #expect(
      error.message
        == "Hensyn (afgoerelse.begrundelse.hensyn) nævner serviceniveauet. Borgeren har ret til støtten, og den kan ikke afslås, nedsættes eller stoppes af den grund."
    )
  }

  @Test func looksForNumbersInWhatIsRefused() throws {
    let error = try understood(Fixture.partialGrant.with("afgoerelse.ikkeBevilget", "CPR 740395-1237")).only("R37")
    #expect(error.path == "afgoerelse.ikkeBevilget")
  }

  @Test func isNotSentToAProlongationThatRefusesNothing() throws {
    let next = Fixture.partialGrant.with(
      "mentorstoette.tidligerePerioder", [["fra": "2025-12-15", "til": "2026-06-14"]])
    #expect(try !understood(next).ids.contains("R02"))
  }

  @Test(arguments: ["bevilling", "forlaengelse", "afslag"])
  func refusesALetterWithoutWhatIsRefused(_ type: String) throws {
    let fixture = Fixture.partialGrant.with("afgoerelse.type", type)
    let diagnostics =
      switch type {
      case "bevilling": try fixture.understood().diagnostics
      case "afslag": try fixture.understood(as: Refusal.self).diagnostics
      default: try fixture.understood(as: ProlongationDecision.self).diagnostics
      }
    let error = try #require(diagnostics.first { $0.id == "refusal-unsaid" })
    #expect(error.severity == .error)
    #expect(error.message.hasPrefix("Ikke bevilget (afgoerelse.ikkeBevilget) er udfyldt, men sagen skrives som "))
    #expect(error.basis == "§ 22 i forvaltningsloven og § 25 i forvaltningsloven")
  }

  @Test func tellsOfAHearingAndAnAssessmentThatTheLetterDoesNotPrint() throws {
    let heard = try Fixture.grant.with("afgoerelse.partshoering", ["sendt": "2026-05-28", "svar": "Du vil have mere."])
      .understood().only("unsaid")
    #expect(heard.severity == .warning)
    #expect(
      heard.message
        == "Partshøring (afgoerelse.partshoering) er udfyldt, men sagen skrives som bevilling, og det står ikke i brevet."
    )
    let assessed = try understood(
      Fixture.partialGrant.with("afgoerelse.vurdering", ["opnaaet": "Du møder.", "resterer": "Ro."])
    )
    .only("unsaid")
    #expect(assessed.path == "afgoerelse.vurdering")
    #expect(try !understood(Fixture.partialGrant).ids.contains("unsaid"))
  }

  /// A block that another kind of letter is about: the type may be the one that is wrong.
  @Test(arguments: [
    ("ophoer", "Ophør", ["sidsteDag": "2026-07-01"]), ("aendring", "Ændring", ["fra": "2026-07-01"]),
    ("mentorskifte", "Skift af mentor", ["fra": "2026-07-01"]),
    ("orientering", "Orientering", ["bevillingsdato": "2026-05-01"]),
    ("genvurdering", "Genvurdering", ["klagefrist": "2026-07-01"]),
  ])
  func tellsOfABlockOfAnotherKindOfLetter(_ path: String, _ label: String, _ block: [String: String]) throws {
    let understanding = try Fixture.grant.with(path, block).understood()
    let warning = try understanding.only("unsaid")
    #expect(warning.severity == .warning && warning.path == path)
    #expect(
      warning.message == "\(label) (\(path)) er udfyldt, men sagen skrives som bevilling, og det står ikke i brevet.")
    #expect(
      warning.help == "Skriv \"\(path)\" i afgoerelse.type, når det er det, brevet handler om. Slet ellers feltet.")
    #expect(understanding.model != nil)
  }
}
