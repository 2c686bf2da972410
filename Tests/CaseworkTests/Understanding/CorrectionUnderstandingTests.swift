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

  /// A correction of other rows, of a letter whose guidance was right.
  private static func rows(_ rows: [[String: String]]) -> Fixture {
    letter.with("afgoerelse.berigtigelse.rettelser", rows)
      .with("afgoerelse.berigtigelse.klagevejledningVarForkert", false)
  }

  private static func row(_ subject: String, _ wrong: String, _ right: String) -> Fixture {
    rows([["hvad": subject, "stod": wrong, "skulleStaa": right]])
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
    let understanding = try understood(Self.rows([["hvad": "Dit navn", "stod": "Jonas", "skulleStaa": "Jens"]]))
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

  // MARK: What a correction must not do

  @Test(arguments: [
    ("Klagefristen", "2 uger", "4 uger"), ("Hvordan du klager", "Kun skriftligt", "Skriftligt eller mundtligt"),
    ("Klagevejledning", "a", "b"), ("Hvem du klager til", "Landsretten", "Ankestyrelsen"),
    ("Et afsnit til sidst", "Du kan klage inden 2 uger.", "Du kan klage inden 4 uger."),
    ("Frist for din klage", "10. september", "24. september"), ("Klagen", "Send den til os.", "Send den til kommunen."),
  ])
  func doesNotDenyADeadlineWhereItIsAboutHowToComplain(_ subject: String, _ wrong: String, _ right: String) throws {
    let understanding = try understood(Self.row(subject, wrong, right))
    let error = try understanding.only("correction-of-guidance")
    #expect(error.severity == .error && error.path == "afgoerelse.berigtigelse.klagevejledningVarForkert")
    #expect(
      error.message
        == "Rettelsen (afgoerelse.berigtigelse.rettelser.1) handler om, hvordan man klager, men sagen siger, at klagevejledningen var rigtig."
    )
    #expect(error.basis == "§ 25 i forvaltningsloven")
    #expect(error.help == "Skriv true. Så får borgeren en ny klagevejledning med en ny frist.")
    #expect(understanding.model == nil)
    let right = Self.row(subject, wrong, right).with("afgoerelse.berigtigelse.klagevejledningVarForkert", true)
    #expect(try understood(right).ids == [])
  }

  @Test(arguments: [
    ("Resultatet", "Vi giver dig mentorstøtte.", "Vi siger nej til mentorstøtte.", "afslag"),
    ("Et afsnit", "Du får en mentor.", "Du får ikke en mentor.", "afslag"),
    ("Øverst i brevet", "Du har ret til støtte.", "Du har ikke ret til støtte.", "afslag"),
    ("Resultatet", "Vi siger nej til en mentor.", "Vi giver dig en mentor.", "bevilling"),
    ("Afgørelsen om mentorstøtte", "Du får hjælp.", "Du får hjælp i en kortere tid.", "aendring"),
    ("Din bevilling", "ja", "nej", "ophoer"), ("Udfaldet", "Medhold", "Ikke medhold", "bevilling"),
  ])
  func refusesACorrectionThatDecides(
    _ subject: String, _ wrong: String, _ right: String, _ decision: String
  ) throws {
    let understanding = try understood(Self.row(subject, wrong, right))
    let error = try understanding.only("correction-is-decision")
    #expect(error.severity == .error && error.path == "afgoerelse.berigtigelse.rettelser.1")
    #expect(
      error.message
        == "Rettelsen (afgoerelse.berigtigelse.rettelser.1) ændrer resultatet, og det er en ny afgørelse.")
    #expect(error.basis == "§ 19 i forvaltningsloven, § 22 i forvaltningsloven og § 25 i forvaltningsloven")
    #expect(error.help?.contains("\"\(decision)\"") == true)
    #expect(understanding.model == nil)
  }

  @Test(arguments: [
    "Begrundelsen", "Reglen i brevet", "Vurderingen af dit behov", "§ 167, stk. 1", "Lovhenvisningen", "Hjemlen",
  ])
  func tellsHowToComplainWhereTheReasonsAreCorrected(_ subject: String) throws {
    let understanding = try understood(Self.row(subject, "a", "b"))
    let warning = try understanding.only("correction-of-reasons")
    #expect(warning.severity == .warning && warning.path == "afgoerelse.berigtigelse.rettelser")
    #expect(
      warning.message
        == "Rettelsen (afgoerelse.berigtigelse.rettelser) handler om begrundelsen eller om den regel, der står i brevet."
    )
    let correction = try #require(understanding.model).correction
    // The letter neither gives nor denies a new deadline, as for the support itself.
    #expect(correction.isAboutSupport && !correction.isInPlan)
  }

  @Test(arguments: ["Vores telefonnummer", "Kommunens adresse", "Kommunens åbningstid"])
  func asksWhetherTheGuidanceHadTheSameError(_ subject: String) throws {
    let understanding = try understood(Self.row(subject, "1", "2"))
    let warning = try understanding.only("correction-of-contact")
    #expect(
      warning.severity == .warning && warning.path == "afgoerelse.berigtigelse.klagevejledningVarForkert")
    #expect(
      warning.message
        == "Rettelsen (afgoerelse.berigtigelse.rettelser.1) handler om, hvordan borgeren får fat i kommunen. Det står også i en klagevejledning."
    )
    #expect(understanding.model != nil)
  }

  @Test(arguments: [["Din mentors navn", "Din mentors telefonnummer"], ["Mentorens e-mail", "Mentorens navn"]])
  func asksWhetherTheMentorIsAnotherOne(_ subjects: [String]) throws {
    let rows = subjects.map { ["hvad": $0, "stod": "1", "skulleStaa": "2"] }
    let warning = try understood(Self.rows(rows)).only("correction-of-mentor")
    #expect(warning.severity == .warning && warning.path == "afgoerelse.berigtigelse.rettelser")
    #expect(
      warning.message
        == "Rettelsen (afgoerelse.berigtigelse.rettelser) giver mentoren både et andet navn og en anden telefon eller e-mail."
    )
    for row in rows { #expect(try !understood(Self.rows([row])).ids.contains("correction-of-mentor")) }
    let own = ["hvad": "Dit telefonnummer", "stod": "1", "skulleStaa": "2"]
    let name = ["hvad": "Din mentors navn", "stod": "A", "skulleStaa": "B"]
    #expect(try !understood(Self.rows([own, name])).ids.contains("correction-of-mentor"))
  }

  /// A letter that was no decision had no guidance, whatever the row is about: nothing is asked and no deadline is told.
  @Test(arguments: [
    ("Vores telefonnummer", "1", "2"), ("Hvem du klager til", "Landsretten", "Ankestyrelsen"),
    ("Dit navn", "Jonas", "Jens"),
  ])
  func knowsThatALetterWasNoDecision(_ subject: String, _ wrong: String, _ right: String) throws {
    let letter = Self.row(subject, wrong, right).with("afgoerelse.berigtigelse.varAfgoerelse", false)
    for letter in [letter, letter.without("afgoerelse.berigtigelse.klagevejledningVarForkert")] {
      let understanding = try understood(letter)
      #expect(understanding.diagnostics.isEmpty, "\(understanding.diagnostics.map(\.message))")
      let model = try #require(understanding.model)
      #expect(model.guidance == .absent && model.complaint == nil && !model.correction.wasDecision)
      #expect(understanding.outcome("R27") == nil)
    }
  }

  @Test(arguments: ["partshøringen", "orienteringen om din mentor", "Min Plan", "brevet om udløb af perioden"])
  func asksWhetherALetterWasADecision(_ name: String) throws {
    let letter = Self.row("Dit navn", "Jonas", "Jens").with("afgoerelse.berigtigelse.dokument", name)
    let warning = try understood(letter).only("correction-of-no-decision")
    #expect(warning.severity == .warning && warning.path == "afgoerelse.berigtigelse.dokument")
    #expect(
      warning.message == "Dokument (afgoerelse.berigtigelse.dokument) er efter sit navn ikke en afgørelse.")
    for said in [true, false] {
      #expect(try understood(letter.with("afgoerelse.berigtigelse.varAfgoerelse", said)).ids == [])
    }
  }

  @Test(arguments: ["afgørelsen efter partshøring", "afslaget på mentorstøtte", "brevet om din klage"])
  func asksNothingOfADecision(_ name: String) throws {
    #expect(
      try understood(Self.row("Dit navn", "Jonas", "Jens").with("afgoerelse.berigtigelse.dokument", name)).ids == [])
  }

  @Test func givesNoDeadlineForALetterThatWasNoDecision() throws {
    let understanding = try understood(Self.letter.with("afgoerelse.berigtigelse.varAfgoerelse", false))
    let error = try understanding.only("deadline-without-decision")
    #expect(error.severity == .error && error.path == "afgoerelse.berigtigelse.klagevejledningVarForkert")
    #expect(
      error.message
        == "Sagen siger, at klagevejledningen var forkert, men brevet, der rettes, var ikke en afgørelse og havde ingen."
    )
    #expect(error.basis == "§ 25 i forvaltningsloven")
    #expect(
      error.help
        == "Skriv false. Rettes en afgørelse, så skriv i stedet true i afgoerelse.berigtigelse.varAfgoerelse.")
    #expect(try understood(Self.letter.with("afgoerelse.berigtigelse.varAfgoerelse", true)).ids == [])
  }

  /// Rows of which nothing is asked.
  @Test(arguments: [
    ("Dato for afgørelsen", "8. juni", "9. juni"), ("Afgørelsens dato", "8. juni", "9. juni"),
    ("Dit navn", "Mikkel Bang", "Mikkel Bangs"), ("Din adresse", "Klagerbakken 2", "Klagerbakken 3"),
    ("Din adresse", "Nejvej 2", "Afslagsgade 3"), ("Sagsbehandleren", "Ib Klagenberg", "Ib Klagenborg"),
    ("Din sagsbehandlers telefonnummer", "72 49 61 30", "72 49 61 31"), ("Sagsnummer", "1", "2"),
    ("Overskriften i afgørelsen", "Du får mentorstøtt", "Du får mentorstøtte"), ("Mødested", "Rådhuset", "Hallen"),
    ("Afdelingen, der skriver", "Ungeindsatsen", "Ydelsescentret"), ("Datoen på bevillingen", "1. maj", "2. maj"),
    ("Din mentors løn", "Din mentor får ikke løn.", "Din mentor får løn af sin arbejdsgiver."),
    ("Dine oplysninger", "Din mentor får dem.", "Din mentor får ikke dine oplysninger."),
    ("Svar fra os", "Du får svar om fredagen.", "Du får ikke svar om fredagen."),
    ("Stavefejl", "Vi siger nej til mentorstøte.", "Vi siger nej til mentorstøtte."),
    ("Dato for din klage", "3. maj", "5. maj"), ("Klagen modtaget", "3. maj", "5. maj"),
    ("Hvem der får kopi", "Ingen", "Din bror"), ("Praktikstedet", "Lageret", "Butikken"),
    ("Beløbet", "Vi beklager ventetiden.", "Vi beklager."), ("Din uddannelse", "HF", "Gymnasiet"),
    ("Sygehuset", "Hillerød", "Helsingør"), ("Nummeret på bevillingen", "1", "2"),
  ])
  func asksNothingOfOrdinaryRows(_ subject: String, _ wrong: String, _ right: String) throws {
    let understanding = try understood(Self.row(subject, wrong, right))
    #expect(understanding.ids == [], "\(subject)")
    #expect(try #require(understanding.model).correction.isAboutSupport == false)
  }
}
