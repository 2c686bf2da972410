import Diagnostics
import Fields
import Lawbook
import Testing

@testable import Casework

/// Information about new facts: what it needs, and that it stays information.
@Suite struct NewFactsTests {
  /// The mentor's new telephone number from 1 September 2026, in support that was granted on 8 June.
  private static var letter: Fixture {
    Fixture.grant.with("afgoerelse", ["type": "orientering", "dato": "2026-08-24"]).with(
      "minPlan", ["dato": "2026-09-01"]
    )
    .with(
      "orientering",
      [
        "bevillingsdato": "2026-06-08",
        "aendringer": [
          [
            "hvad": "telefonnummer til din mentor", "foer": "20 45 67 98", "nu": "20 45 67 89",
            "gaelderFra": "2026-09-01",
          ]
        ],
      ] as [String: Any])
  }

  private func understood(_ fixture: Fixture) throws -> Understanding<InformationLetter> {
    try fixture.understood(as: InformationLetter.self)
  }

  /// The letter with one row alone.
  private func understood(row: [String: Any]) throws -> Understanding<InformationLetter> {
    try understood(Self.letter.with("orientering.aendringer", [row]))
  }

  // MARK: What it says

  @Test func saysWhatIsNewAndThatTheSupportStands() throws {
    let understanding = try understood(Self.letter)
    let facts = try #require(understanding.model, "\(understanding.diagnostics.map(\.message))").facts
    #expect(
      facts.rows.elements == [
        NewFact("telefonnummer til din mentor", before: "20 45 67 98", now: "20 45 67 89", from: "2026-09-01")
      ])
    #expect(facts.grantDate == "2026-06-08" && facts.from == "2026-09-01")
    #expect(facts.period == Period(from: "2026-06-15", to: "2026-12-14"))
    #expect(facts.hours == .weekly(WorkingTime(hours: 2, minutes: 30)))
    // Nothing is decided: no rule of complaints.
    #expect(!understanding.findings.contains { ["R23", "R26", "R27"].contains($0.rule.id) })
    #expect(understanding.ids == [])
  }

  @Test func needsNoSupport() throws {
    let letter = Self.letter.without("mentorstoette").without("mentor").without("minPlan").with(
      "orientering.aendringer", [["hvad": "vores åbningstid", "nu": "Mandag-torsdag kl. 9-14"]])
    let understanding = try understood(letter)
    let facts = try #require(understanding.model, "\(understanding.diagnostics.map(\.message))").facts
    #expect(facts.period == nil && facts.hours == nil && facts.from == nil)
    #expect(understanding.ids == [])
  }

  @Test func namesAllSubjectsAndTheDayThatTheyShare() throws {
    func facts(_ days: CalendarDate?...) throws -> NewFacts {
      let rows = zip(["mødested", "sagsbehandler", "vores adresse"], days).map { NewFact($0, now: "Nyt", from: $1) }
      return NewFacts(grantDate: "2026-06-08", rows: try #require(NonEmpty(rows)))
    }
    #expect(try facts(nil).subjects == "mødested")
    #expect(try facts(nil, nil).subjects == "mødested og sagsbehandler")
    #expect(try facts(nil, nil, nil).subjects == "mødested, sagsbehandler og vores adresse")
    #expect(try facts("2026-09-01", "2026-09-01").from == "2026-09-01")
    #expect(try facts("2026-09-01", "2026-09-02").from == nil)
    #expect(try facts("2026-09-01", nil).from == nil)
    #expect(try facts(nil, "2026-09-01").from == nil)
  }

  // MARK: Min Plan

  @Test func writesThePlanWhereTheCaseDatesIt() throws {
    #expect(try Self.letter.caseFile().documentKinds == [.information, .minPlan])
    #expect(try understood(Self.letter).model?.plan == RewrittenPlan(date: "2026-09-01", isHolistic: false))
    #expect(try Self.letter.planned().ids == [])
    // What else the case knows of a plan does not make a new one.
    let kept = Self.letter.with("minPlan", ["helhedsorienteretPlan": true])
    #expect(try kept.caseFile().documentKinds == [.information])
    #expect(try understood(kept).model?.plan == RewrittenPlan(date: nil, isHolistic: true))
    #expect(try understood(kept).only("plan-not-updated").path == "orientering.aendringer")
  }

  @Test(arguments: ["telefonnummer til din mentor", "mentors e-mail", "Din mentors navn"])
  func tellsOfThePlanThatHoldsTheMentor(_ subject: String) throws {
    let letter = Self.letter.without("minPlan").with("orientering.aendringer", [["hvad": subject, "nu": "Nyt"]])
    let understanding = try understood(letter)
    let warning = try understanding.only("plan-not-updated")
    #expect(understanding.model != nil && warning.severity == .warning)
    #expect(warning.message == "Det, der er nyt, står også i Min Plan, og sagen skriver ikke planen igen.")
    #expect(warning.help == "Tilføj minPlan med dato, og støtten og mentoren. Så kommer planen med.")
  }

  // MARK: What is missing

  @Test func needsTheDecisionAndAChange() throws {
    let understanding = try understood(Self.letter.without("orientering"))
    #expect(
      understanding.diagnostics.map(\.message) == [
        "Bevillingens dato (orientering.bevillingsdato) mangler.", "Nye oplysninger (orientering.aendringer) mangler.",
      ])
    #expect(understanding.models.isEmpty)
    let without = try understood(row: ["nu": "Nyt"]).only("missing-field")
    #expect(without.message == "Hvad (orientering.aendringer.1.hvad) mangler.")
  }

  @Test func refusesWhatChangesNothing() throws {
    let empty = try understood(row: ["hvad": "mødested"]).only("no-change")
    #expect(empty.message == "Den nye oplysning (orientering.aendringer.1) siger ikke, hvad der er nyt.")
    #expect(empty.help == "Skriv det nye i nu. Gælder det gamle ikke længere, så skriv det i foer.")
    let same = try understood(row: ["hvad": "mødested", "foer": "Lokale 12", "nu": "Lokale 12"]).only("no-change")
    #expect(same.message == "Den nye oplysning (orientering.aendringer.1) ændrer intet: de to tekster er ens.")
    #expect(try understood(row: ["hvad": "mødested", "foer": "Lokale 12"]).ids == [])
  }

  // MARK: Days

  @Test func refusesADecisionThatIsYoungerThanTheLetter() throws {
    let error = try understood(Self.letter.with("orientering.bevillingsdato", "2026-08-25")).only("grant-after-letter")
    #expect(
      error.message
        == "Bevillingens dato (orientering.bevillingsdato) er den 25. august 2026, efter brevets dato den "
        + "24. august 2026.")
    #expect(error.help == "Skriv datoen på den afgørelse, som borgeren har fået.")
  }

  @Test func refusesSupportThatIsOver() throws {
    let over = Self.letter.with("afgoerelse.dato", "2026-12-15").without("minPlan")
      .with("orientering.aendringer", [["hvad": "mødested", "nu": "Lokale 31"]])
    let error = try understood(over).only("support-is-over")
    #expect(
      error.message
        == "Slutdato (mentorstoette.periode.til) er den 14. december 2026, før brevets dato den 15. december 2026, så der "
        + "er ingen bevilling at orientere om.")
    #expect(error.help == "Skriv den periode, der løber nu. Er der ingen, skal borgeren ikke have brevet.")
    #expect(try understood(over.with("afgoerelse.dato", "2026-12-14")).ids == [])
  }

  @Test func refusesAFactAfterTheSupport() throws {
    let row = ["hvad": "mødested", "nu": "Lokale 31", "gaelderFra": "2026-12-15"]
    let error = try understood(row: row).only("outside-period")
    #expect(
      error.message
        == "Gælder fra (orientering.aendringer.1.gaelderFra) er den 15. december 2026, men støtten slutter den "
        + "14. december 2026.")
    #expect(error.help == "Ret datoen. Skal støtten vare længere, er det en forlængelse og ikke en orientering.")
  }

  // MARK: What is a decision

  @Test(
    arguments: [
      ["hvad": "timer om ugen", "nu": "3"], ["hvad": "Dit timetal", "nu": "3"], ["hvad": "perioden", "nu": "Længere"],
      ["hvad": "slutdato", "nu": "1. december"], ["hvad": "dine mål", "nu": "Et job"],
      ["hvad": "mentorens opgaver", "nu": "Flere"], ["hvad": "støtten", "nu": "1 time og 30 minutter om ugen"],
      ["hvad": "støtten", "foer": "3 timer hver uge", "nu": "Som aftalt"],
    ])
  func refusesAChangeOfTheSupport(_ row: [String: String]) throws {
    let error = try understood(row: row).only("more-than-information")
    #expect(
      error.message
        == "Den nye oplysning (orientering.aendringer.1) handler om mål, opgaver, periode eller timer. De ændres ved en "
        + "afgørelse, som borgeren kan klage over.")
    #expect(error.basis?.hasPrefix("§ 25 i forvaltningsloven") == true, "\(error.basis ?? "")")
    #expect(
      error.help
        == "Skriv \"aendring\" i afgoerelse.type, og det gamle i aendring.foer. En ny periode er en forlængelse.")
  }

  @Test(arguments: ["mentor", "Din nye mentor", "en anden mentor", "mentorskifte"])
  func refusesAnotherMentor(_ subject: String) throws {
    let error = try understood(row: ["hvad": subject, "nu": "En anden"]).only("more-than-information")
    #expect(error.message == "Den nye oplysning (orientering.aendringer.1) er en ny mentor, og det har sit eget brev.")
    #expect(error.help == "Skriv \"mentorskifte\" i afgoerelse.type.")
  }

  @Test(arguments: ["telefontid", "åbningstider", "mødested med din mentor", "stavemåden af dit navn", "formålet"])
  func takesOtherFactsForWhatTheyAre(_ subject: String) throws {
    #expect(try understood(row: ["hvad": subject, "nu": "Kl. 9-14"]).ids == [])
  }

  @Test func refusesACaseThatHoldsAnotherLetter() throws {
    let error = try understood(
      Self.letter.with("aendring", ["fra": "2026-09-01", "foer": ["timetal": ["timer": 1]]] as [String: Any])
    )
    .only("more-than-information")
    #expect(
      error.message
        == "Ændring (aendring) står i sagen, men en orientering siger, at støtten og mentoren er de samme.")
    #expect(error.help == "Skriv \"aendring\" i afgoerelse.type, eller slet aendring.")
    let change = try understood(
      Self.letter.with("mentorskifte", ["fra": "2026-09-01", "bevillingsdato": "2026-06-08"])
    )
    .only("more-than-information")
    #expect(
      change.message
        == "Skift af mentor (mentorskifte) står i sagen, men en orientering siger, at støtten og mentoren er de samme.")
    #expect(change.help == "Skriv \"mentorskifte\" i afgoerelse.type, eller slet mentorskifte.")
    let stop = try understood(Self.letter.with("ophoer", ["sidsteDag": "2026-09-01", "grundlag": "egetOenske"]))
      .only("more-than-information")
    #expect(
      stop.message == "Ophør (ophoer) står i sagen, men en orientering siger, at støtten og mentoren er de samme.")
    #expect(stop.help == "Skriv \"ophoer\" i afgoerelse.type, eller slet ophoer.")
  }

  @Test func refusesAnotherDecision() throws {
    let error = try understood(Self.letter.with("afgoerelse.type", "bevilling")).only("other-decision")
    #expect(error.message == "Type (afgoerelse.type) er bevilling, og sagen kan derfor ikke skrives som orientering.")
    #expect(error.help == "Skriv \"orientering\", hvis sagen er det.")
  }
}
