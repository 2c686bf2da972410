import Diagnostics
import Testing

@testable import Casework

@Suite struct RefusalUnderstandingTests {
  private func understood(_ fixture: Fixture) throws -> Understanding<Refusal> {
    try fixture.understood(as: Refusal.self)
  }

  @Test func saysWhatWasAskedAndWhyItIsRefused() throws {
    let understanding = try understood(.refusal)
    #expect(understanding.diagnostics.isEmpty, "\(understanding.diagnostics.map(\.message))")
    let model = try #require(understanding.model)
    #expect(model.application == Application(date: "2026-05-04", text: "en mentor til rengøring"))
    #expect(
      model.reasons
        == Reasons(
          facts: "Du har været syg.", considerations: "Du har brug for støtte.",
          otherHelp: "Du kan søge om praktisk hjælp hos visitationen."))
    #expect(model.hearing == .answered(sent: "2026-05-18", answer: "Du har svaret, at du ønsker hjælpen."))
    #expect(model.supportKind == .ordinary)
    #expect(model.complaint.lastDay == "2026-07-06")
  }

  @Test func warnsWhenARightIsRefused() throws {
    let discharge = try understood(.refusal.with("mentorstoette", ["art": "udskrivning"]))
    let warning = try discharge.only("refuses-a-right")
    #expect(warning.severity == .warning)
    #expect(
      warning.message
        == "Art (mentorstoette.art) er mentorstøtte ved udskrivning. Den, der opfylder betingelserne, har ret til støtten."
    )
    #expect(warning.basis == "§ 167, stk. 2, i lov om en aktiv beskæftigelsesindsats")
    #expect(discharge.model != nil)
    let ordinary = try understood(.refusal.with("mentorstoette", ["art": "almindelig"]))
    #expect(!ordinary.ids.contains("refuses-a-right"))
  }

  @Test func knowsThePeriodThatANewOneWouldHaveFollowed() throws {
    #expect(try understood(.refusal).model?.earlier == nil)
    let periods = [["fra": "2026-01-01", "til": "2026-06-30"], ["fra": "2025-01-01", "til": "2025-06-30"]]
    let model = try #require(try understood(.refusal.with("mentorstoette.tidligerePerioder", periods)).model)
    #expect(model.earlier == Period(from: "2026-01-01", to: "2026-06-30"))
    #expect(model.continuing?.periods.elements == [Period(from: "2026-01-01", to: "2026-06-30")].compactMap(\.self))
  }

  /// The refusal is of 8 June 2026.
  @Test func knowsAllSupportThatGoesOn() throws {
    func continuing(_ periods: [[String: String]]) throws -> [Period]? {
      try understood(.refusal.with("mentorstoette.tidligerePerioder", periods)).model?.continuing?.periods.elements
    }
    let both = [["fra": "2026-07-01", "til": "2026-12-31"], ["fra": "2026-01-01", "til": "2026-06-30"]]
    #expect(
      try continuing(both) == [
        try #require(Period(from: "2026-01-01", to: "2026-06-30")),
        try #require(Period(from: "2026-07-01", to: "2026-12-31")),
      ])
    // The last day counts, and the day before the letter does not.
    #expect(try continuing([["fra": "2026-01-01", "til": "2026-06-08"]])?.count == 1)
    #expect(try continuing([["fra": "2026-01-01", "til": "2026-06-07"]]) == nil)
    #expect(try understood(.refusal).model?.continuing == nil)
    // Two rows about the same days are one support.
    let twice = [["fra": "2026-01-01", "til": "2026-06-30"], ["fra": "2026-05-01", "til": "2026-08-31"]]
    #expect(try continuing(twice) == [try #require(Period(from: "2026-05-01", to: "2026-08-31"))])
  }

  @Test(arguments: [
    ("afgoerelse.ansoegning.tekst", "Tekst", "§ 24 i forvaltningsloven", "Skriv, hvad der er søgt om."),
    (
      "afgoerelse.begrundelse.faktum", "Faktum", "§ 22 i forvaltningsloven og § 24 i forvaltningsloven",
      "Skriv de oplysninger, som der er lagt vægt på."
    ),
    (
      "afgoerelse.begrundelse.hensyn", "Hensyn", "§ 22 i forvaltningsloven og § 24 i forvaltningsloven",
      "Skriv de hovedhensyn, der har været afgørende."
    ),
  ])
  func needs(_ path: String, _ label: String, _ basis: String, _ help: String) throws {
    let understanding = try understood(.refusal.without(path))
    let error = try understanding.only("missing-field")
    #expect(error.message == "\(label) (\(path)) mangler.")
    #expect(error.basis == basis)
    #expect(error.help == help)
    #expect(understanding.model == nil)
  }

  @Test func warnsWhenNoOtherHelpIsNamed() throws {
    let understanding = try understood(.refusal.without("afgoerelse.begrundelse.andenHjaelp"))
    let warning = try understanding.only("no-other-help")
    #expect(warning.severity == .warning)
    #expect(
      warning.message
        == "Anden hjælp (afgoerelse.begrundelse.andenHjaelp) mangler. Kommunen skal se på, om borgeren kan få hjælp på en anden måde."
    )
    #expect(warning.basis == "§ 5 i lov om retssikkerhed og administration på det sociale område")
    #expect(understanding.model != nil)
  }

  @Test func printsNoNumberOfTheRuleOnOtherHelpThatIsNotConfirmed() throws {
    let warning = try understood(
      .refusal.without("afgoerelse.begrundelse.andenHjaelp").with("afgoerelse.dato", "2025-04-01")
        .without("afgoerelse.ansoegning.dato").with(
          "afgoerelse.partshoering", ["sendt": "2025-03-03", "svar": "Du har svaret nej."])
    ).only("no-other-help")
    #expect(warning.basis == nil)
  }

  @Test func holdsARefusedDischargeMentorAgainstItsOwnRule() throws {
    let model = try #require(try understood(.refusal.with("mentorstoette", ["art": "udskrivning"])).model)
    #expect(model.supportKind == .discharge)
  }

  @Test func isNoGrant() throws {
    #expect(
      try understood(.grant).only("other-decision").message
        == "Type (afgoerelse.type) er bevilling, og sagen kan derfor ikke skrives som afslag.")
  }
}
