import Diagnostics
import Fields
import Testing

@testable import Casework

@Suite struct CorrectionUnderstandingTests {
  static var letter: Fixture {
    Fixture.grant.without("mentorstoette").without("mentor").with(
      "afgoerelse",
      [
        "type": "berigtigelse", "dato": "2026-06-15",
        "berigtigelse": [
          "dokument": "afgørelsen om mentorstøtte", "dato": "2026-06-08",
          "rettelser": [["hvad": "Klagefristen", "stod": "2 uger", "skulleStaa": "4 uger"]],
          "klagevejledningVarForkert": true,
        ] as [String: Any],
      ])
  }

  private func understood(_ fixture: Fixture) throws -> Understanding<CorrectionLetter> {
    CorrectionLetter.understand(try fixture.caseFile(), lawbook: try Law.book())
  }

  @Test func givesANewDeadlineForWrongGuidance() throws {
    let understanding = try understood(Self.letter)
    #expect(understanding.diagnostics.isEmpty, "\(understanding.diagnostics.map(\.message))")
    let model = try #require(understanding.model)
    #expect(model.guidance == .wrong)
    // Four weeks from this letter, not from the one that was wrong.
    #expect(model.complaint == ComplaintDeadline(received: "2026-06-15", start: .letter))
    #expect(model.complaint?.lastDay == "2026-07-13")
    #expect(understanding.outcome("R27") == .fulfilled)
    #expect(model.correction.date == "2026-06-08")
    #expect(
      model.correction.rows.elements == [CorrectedText(subject: "Klagefristen", wrong: "2 uger", right: "4 uger")])
  }

  @Test func givesNoDeadlineForOtherErrors() throws {
    let understanding = try understood(Self.letter.with("afgoerelse.berigtigelse.klagevejledningVarForkert", false))
    let model = try #require(understanding.model)
    #expect(model.guidance == .unchanged)
    #expect(model.complaint == nil)
    #expect(understanding.outcome("R27") == nil)
    #expect(understanding.diagnostics.isEmpty)
  }

  @Test func wantsToKnowAboutTheGuidance() throws {
    let understanding = try understood(Self.letter.without("afgoerelse.berigtigelse.klagevejledningVarForkert"))
    let error = try understanding.only("missing-field")
    #expect(
      error.message
        == "Klagevejledning var forkert (afgoerelse.berigtigelse.klagevejledningVarForkert) mangler.")
    #expect(error.basis == "§ 25 i forvaltningsloven")
    #expect(
      error.help
        == "Skriv true, hvis klagevejledningen var forkert; så får borgeren en ny frist. Skriv ellers false.")
    #expect(understanding.model == nil)
  }

  @Test func refusesACorrectionOfALaterLetter() throws {
    let error = try understood(Self.letter.with("afgoerelse.berigtigelse.dato", "2026-06-16"))
      .only("corrects-later-letter")
    #expect(
      error.message
        == "Dato (afgoerelse.berigtigelse.dato) er den 16. juni 2026, efter brevets egen dato den 15. juni 2026.")
  }

  @Test func refusesACorrectionOfNothing() throws {
    let missing = try understood(Self.letter.without("afgoerelse.berigtigelse.rettelser")).only("missing-field")
    #expect(missing.message == "Rettelser (afgoerelse.berigtigelse.rettelser) mangler.")
    #expect(missing.help == "Skriv mindst én rettelse med hvad, stod og skulleStaa.")
    let same = try understood(
      Self.letter.with(
        "afgoerelse.berigtigelse.rettelser", [["hvad": "Timetal", "stod": "2 timer", "skulleStaa": "2 timer"]])
    ).only("nothing-corrected")
    #expect(
      same.message
        == "Rettelsen (afgoerelse.berigtigelse.rettelser.1) ændrer intet: de to tekster er ens.")
  }

  @Test func leadsToOneLetterAndToAPlanWhereTheCaseDatesIt() throws {
    #expect(try Self.letter.caseFile().documentKinds == [.correction])
    let dated = Self.letter.with("minPlan", ["dato": "2026-06-15"])
    #expect(try dated.caseFile().documentKinds == [.correction, .minPlan])
    #expect(try understood(dated).model?.plan == RewrittenPlan(date: "2026-06-15", isHolistic: false))
  }

  // MARK: What the correction is about

  @Test(arguments: [
    ("Timetal", "2", "3", true, true), ("Periode", "a", "b", true, true), ("Målet", "a", "b", true, true),
    ("Opgaver", "a", "b", true, true), ("Støtten", "2 timer om ugen", "3 timer om ugen", true, true),
    ("Din mentors telefon", "20 45 67 98", "20 45 67 89", false, true), ("Mentor", "Bo", "Ib", false, true),
    ("Klagefristen", "2 uger", "4 uger", false, false), ("Vores telefon", "1", "2", false, false),
  ])
  func knowsWhetherTheSupportOrThePlanIsCorrected(
    _ subject: String, _ wrong: String, _ right: String, _ isAboutSupport: Bool, _ isInPlan: Bool
  ) throws {
    let letter = Self.letter.with(
      "afgoerelse.berigtigelse.rettelser", [["hvad": subject, "stod": wrong, "skulleStaa": right]])
    let understanding = try understood(letter)
    let correction = try #require(understanding.model).correction
    #expect(correction.isAboutSupport == isAboutSupport && correction.isInPlan == isInPlan)
    let asked: Set = isAboutSupport ? ["correction-of-support"] : []
    #expect(Set(understanding.ids) == asked.union(isInPlan ? ["plan-not-updated"] : []))
    #expect(Set(try understood(letter.with("minPlan", ["dato": "2026-06-15"])).ids) == asked)
  }

  @Test func asksWhetherACorrectionOfTheSupportIsADecision() throws {
    let letter = Self.letter.with(
      "afgoerelse.berigtigelse.rettelser", [["hvad": "Timetal", "stod": "3", "skulleStaa": "2"]])
    let understanding = try understood(letter)
    let warning = try understanding.only("correction-of-support")
    #expect(warning.severity == .warning && warning.path == "afgoerelse.berigtigelse.rettelser")
    #expect(warning.message == "Rettelsen (afgoerelse.berigtigelse.rettelser) handler om selve støtten.")
    #expect(warning.basis == "§ 19 i forvaltningsloven og § 22 i forvaltningsloven")
    #expect(
      warning.help
        == "Det er kun rigtigt, når brevet sagde noget andet end det, der blev besluttet. Skal borgeren have en anden støtte, så skriv en ændring (\"aendring\") med høring og begrundelse."
    )
    #expect(understanding.model != nil)
  }

  @Test func tellsOfAPlanThatStaysWrong() throws {
    let letter = Self.letter.with(
      "afgoerelse.berigtigelse.rettelser", [["hvad": "Timetal", "stod": "2", "skulleStaa": "3"]])
    let warning = try understood(letter).only("plan-not-updated")
    #expect(warning.severity == .warning && warning.path == "afgoerelse.berigtigelse.rettelser")
    #expect(warning.message == "Det, der er rettet, står også i Min Plan, og sagen skriver ikke planen igen.")
    #expect(warning.basis == "§ 52 i bekendtgørelse om en aktiv beskæftigelsesindsats")
  }
}
