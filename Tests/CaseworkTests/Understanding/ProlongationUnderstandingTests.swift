import Diagnostics
import Fields
import Testing

@testable import Casework

@Suite struct ProlongationUnderstandingTests {
  private func understood(_ fixture: Fixture) throws -> Understanding<ProlongationDecision> {
    try fixture.understood(as: ProlongationDecision.self)
  }

  @Test func namesBothPeriodsAndTheAssessment() throws {
    let understanding = try understood(.prolongation)
    #expect(understanding.diagnostics.isEmpty, "\(understanding.diagnostics.map(\.message))")
    #expect(understanding.outcome("R01") == .fulfilled)
    #expect(understanding.outcome("R02") == .fulfilled)
    let model = try #require(understanding.model)
    #expect(model.earlier == Period(from: "2025-12-15", to: "2026-06-14"))
    #expect(model.assessment.reached == "Du møder hver dag.")
    #expect(model.assessment.remaining == "Du har brug for hjælp til at blive i jobbet.")
  }

  @Test func takesThePeriodThatEndsLast() throws {
    let periods = [
      ["fra": "2025-12-15", "til": "2026-06-14"], ["fra": "2025-06-15", "til": "2025-12-14"],
    ]
    let model = try understood(.prolongation.with("mentorstoette.tidligerePerioder", periods)).model
    #expect(model?.earlier.from == "2025-12-15")
  }

  @Test func demandsBothPartsOfTheAssessment() throws {
    let understanding = try understood(.prolongation.without("afgoerelse.vurdering"))
    #expect(
      understanding.diagnostics.map(\.message) == [
        "Opnået (afgoerelse.vurdering.opnaaet) mangler.", "Resterer (afgoerelse.vurdering.resterer) mangler.",
      ])
    #expect(
      understanding.diagnostics.map(\.help) == [
        "Skriv, hvad borgeren har opnået i den tidligere periode. Er der ikke opnået noget, så skriv det.",
        "Skriv, hvad borgeren fortsat har brug for støtte til, og hvorfor.",
      ])
    #expect(
      understanding.diagnostics.allSatisfy { $0.basis == "§ 167, stk. 1, i lov om en aktiv beskæftigelsesindsats" })
    #expect(understanding.outcome("R02") == .refused)
    #expect(understanding.model == nil)
  }

  @Test func demandsThePeriodBefore() throws {
    let error = try understood(.prolongation.without("mentorstoette.tidligerePerioder")).only("missing-field")
    #expect(error.message == "Tidligere perioder (mentorstoette.tidligerePerioder) mangler.")
    #expect(error.help == "Skriv første og sidste dag i den periode, som borgeren har fået støtte i.")
  }

  @Test func needsNoFurtherReasons() throws {
    #expect(try understood(.prolongation.without("afgoerelse.begrundelse")).diagnostics.isEmpty)
  }

  @Test func refusesMoreThanSixMonths() throws {
    let understanding = try understood(.prolongation.with("mentorstoette.periode.til", "2026-12-16"))
    #expect(try understanding.only("R01").severity == .error)
  }

  @Test func refusesAnAssessmentOfAPeriodThatHasNotBegun() throws {
    let understanding = try understood(
      .prolongation.with("mentorstoette.tidligerePerioder", [["fra": "2026-06-09", "til": "2026-06-14"]]))
    let error = try understanding.only("R02")
    #expect(
      error.message
        == "Den tidligere periode (mentorstoette.tidligerePerioder.1) begynder først den 9. juni 2026, efter afgørelsens dato den 25. maj 2026. En ny periode kræver en konkret vurdering, når den første udløber."
    )
    #expect(error.path == "mentorstoette.tidligerePerioder.1.fra" && error.severity == .error)
    #expect(understanding.model == nil)
  }

  @Test func refusesAnOverlap() throws {
    let understanding = try understood(.prolongation.with("mentorstoette.periode.fra", "2026-06-14"))
    let error = try understanding.only("R02")
    #expect(
      error.message
        == "Den nye periode begynder den 14. juni 2026, men den tidligere periode (mentorstoette.tidligerePerioder.1) løber til den 14. juni 2026."
    )
    #expect(error.severity == .error)
  }

  @Test func warnsOfDaysWithoutSupport() throws {
    let warning = try understood(.prolongation.with("mentorstoette.periode.fra", "2026-06-20")).only("R02")
    #expect(warning.severity == .warning)
    #expect(
      warning.message
        == "Borgeren har ingen støtte fra den 15. juni 2026 til den 19. juni 2026, mellem den tidligere og den nye periode."
    )
    #expect(warning.help == "Se efter, om det er meningen. Lad ellers den nye periode begynde den 15. juni 2026.")
    let day = try understood(.prolongation.with("mentorstoette.periode.fra", "2026-06-16")).only("R02")
    #expect(
      day.message == "Borgeren har ingen støtte den 15. juni 2026, mellem den tidligere og den nye periode.")
  }

  @Test func warnsOfAnAssessmentThatIsACopy() throws {
    let old = "Du møder  hver dag!"
    let understanding = try understood(
      .prolongation.with(
        "mentorstoette.tidligerePerioder", [["fra": "2025-12-15", "til": "2026-06-14", "begrundelse": old]]
      ).with("afgoerelse.vurdering.opnaaet", "du møder hver dag."))
    let warning = try understanding.only("R02")
    #expect(warning.severity == .warning)
    #expect(
      warning.message
        == "Opnået (afgoerelse.vurdering.opnaaet) er det samme som Tidligere begrundelse (mentorstoette.tidligerePerioder.1.begrundelse)."
    )
    #expect(
      warning.help
        == "Skriv den vurdering, der er foretaget nu: en ny periode kræver en ny, konkret vurdering.")
    #expect(understanding.model != nil)
  }

  @Test func findsACopiedSentenceInALongerReason() throws {
    let old = "Du har været syg. Du har brug for hjælp til at blive i jobbet. Derfor får du en mentor."
    let periods = [["fra": "2025-12-15", "til": "2026-06-14", "begrundelse": old]]
    let warning = try understood(.prolongation.with("mentorstoette.tidligerePerioder", periods)).only("R02")
    #expect(warning.path == "afgoerelse.vurdering.resterer")
    let other = [["fra": "2025-12-15", "til": "2026-06-14", "begrundelse": "Du møder hver dag sent."]]
    #expect(try understood(.prolongation.with("mentorstoette.tidligerePerioder", other)).diagnostics.isEmpty)
  }

  /// Rows of words that begin again within themselves.
  @Test(arguments: [
    ("a a a a a b", "a a a a b", true), ("b a a a a a c", "a a a a b", false), ("a b a b a b a c", "a b a b a c", true),
    ("a b a a b a a a", "a b a a a", true), ("a a a b a a a", "a a a a a", false), ("x a b c d e", "a b c d e", true),
    ("a b c d e x", "a b c d e", true), ("a b c d", "a b c d", true), ("x a b c d", "a b c d", false),
    ("a b c d e", "a b c d e f", false), ("!", "?", false),
  ])
  func findsARowOfWordsWhereverItStands(_ old: String, _ new: String, _ isCopy: Bool) throws {
    let understanding = try understood(
      .prolongation.with(
        "mentorstoette.tidligerePerioder", [["fra": "2025-12-15", "til": "2026-06-14", "begrundelse": "\(old)."]]
      ).with("afgoerelse.vurdering.opnaaet", "\(new)."))
    #expect(understanding.diagnostics.contains { $0.id == "R02" } == isCopy)
  }

  /// Beginning anew at each word would take half an hour.
  @Test func looksThroughALongReasonOnce() throws {
    let old = String(repeating: "a ", count: 9_990) + "c"
    let periods = (0..<100).map {
      ["fra": "19\(10 + $0 % 90)-12-15", "til": "19\(10 + $0 % 90)-12-16", "begrundelse": old]
    }
    let understanding = try understood(
      .prolongation.with(
        "mentorstoette.tidligerePerioder", [["fra": "2025-12-15", "til": "2026-06-14"]] + periods.prefix(99)
      ).with("afgoerelse.vurdering.opnaaet", String(repeating: "a ", count: 4_999) + "b"))
    #expect(!understanding.diagnostics.contains { $0.id == "R02" })
  }

  @Test func warnsWhenBothPartsSayTheSame() throws {
    let warning = try understood(.prolongation.with("afgoerelse.vurdering.resterer", "Du møder hver dag.")).only("R02")
    #expect(
      warning.message
        == "Resterer (afgoerelse.vurdering.resterer) er det samme som Opnået (afgoerelse.vurdering.opnaaet).")
  }

  @Test func warnsOfADecisionThatComesLate() throws {
    let onTime = Fixture.prolongation.with("afgoerelse.dato", "2026-05-31")
    #expect(try understood(onTime).diagnostics.isEmpty)
    let warning = try understood(.prolongation.with("afgoerelse.dato", "2026-06-01")).only("R09")
    #expect(warning.severity == .warning)
    #expect(
      warning.message
        == "Kommunen skulle sandsynligvis have taget stilling til en ny periode senest den 31. maj 2026, 2 uger før den tidligere periode udløber."
    )
    #expect(warning.help == "Send afgørelsen alligevel: et sent brev er bedre end intet. Noter det i sagen.")
    let after = try understood(.prolongation.with("afgoerelse.dato", "2026-06-15")).only("R09")
    #expect(after.message.hasSuffix("2 uger før den tidligere periode udløb."))
  }

  @Test func looksForNumbersInTheAssessment() throws {
    let error = try understood(.prolongation.with("afgoerelse.vurdering.opnaaet", "CPR 740395-1237")).only("R37")
    #expect(error.path == "afgoerelse.vurdering.opnaaet")
  }

  @Test func tellsThatAGrantMayBeANewPeriod() throws {
    let understanding = try Fixture.grant.with(
      "mentorstoette.tidligerePerioder", [["fra": "2025-12-15", "til": "2026-06-14"]]
    ).understood()
    let warning = try understanding.only("R02")
    #expect(warning.severity == .warning)
    #expect(
      warning.message
        == "Perioden følger lige efter en tidligere periode (mentorstoette.tidligerePerioder.1). Den kan skrives som en forlængelse, hvor brevet viser, hvad der er opnået, og hvad der resterer."
    )
    #expect(warning.help == "Skriv \"forlaengelse\" i afgoerelse.type, og udfyld afgoerelse.vurdering.")
    #expect(understanding.model != nil)
  }

  @Test func isNoGrant() throws {
    let error = try Fixture.prolongation.understood().only("other-decision")
    #expect(
      error.message == "Type (afgoerelse.type) er forlængelse, og sagen kan derfor ikke skrives som bevilling.")
    #expect(try Fixture.prolongation.planned().diagnostics.isEmpty)
  }
}
