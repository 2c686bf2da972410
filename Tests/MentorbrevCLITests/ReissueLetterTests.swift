import Foundation
import Testing

/// What belongs to one letter, such as its reasons: whoever corrects it in the case is told that no re-issue tells it.
@Suite struct ReissueLetterTests {
  private static let reasons = "Du har været syg."
  private static let own = "Du har været syg i et år."

  private static let wordsOfItsOwn = Sample.grant.replacing(
    #""mentor": {"#, with: #""egenTekst": { "afslutning": "Vi mødes kl. 9." }, "mentor": {"#)

  /// The same letter, with one thing of it said otherwise.
  private static let changes: [(path: String, old: Sample, new: Sample)] = [
    ("afgoerelse.begrundelse", .grant, .grant.replacing(reasons, with: own)),
    ("egenTekst.afslutning", wordsOfItsOwn, wordsOfItsOwn.replacing("kl. 9", with: "kl. 10")),
    ("egenTekst.afslutning", .grant, wordsOfItsOwn),
    (
      "afgoerelse.modtagelsesdag", .grant,
      .grant.replacing(#""dato": "2026-08-24","#, with: #""dato": "2026-08-24", "modtagelsesdag": "2026-08-27","#)
    ),
    ("afgoerelse.dato", .grant, .grant.replacing(#""dato": "2026-08-24""#, with: #""dato": "2026-08-25""#)),
    ("afgoerelse.type", .grant, .grant.replacing(#""type": "bevilling""#, with: #""type": "forlaengelse""#)),
  ]

  private func issued(_ sample: Sample) throws -> Program {
    let program = try Program()
    try program.write(sample, as: "sag.json")
    #expect(try program.run("issue", "sag.json").code == 0)
    return program
  }

  private func reissue(
    _ program: Program, _ sample: Sample, as form: String, _ more: String...
  ) throws -> Program.Outcome {
    try program.write(sample, as: "ny.json")
    return try program.run(["reissue", "ny.json", "--as", form, "--date", "2026-10-05"] + more)
  }

  @Test(arguments: ["rettelse", "orientering"], changes.indices)
  func letsNothingOfALetterPassSilently(_ form: String, _ index: Int) throws {
    let (path, old, new) = Self.changes[index]
    let program = try issued(old)
    for more in [["--dry-run"], []] {
      try program.write(new, as: "ny.json")
      let outcome = try program.run(["reissue", "ny.json", "--as", form, "--date", "2026-10-05"] + more)
      #expect(outcome.code == 1 && !outcome.output.contains(".html"))
      #expect(
        outcome.errors.contains(
          "Sagen siger noget andet i selve brevet, end der er udstedt, og det bliver ikke genudstedt: "))
      #expect(outcome.errors.contains("(\(path)). [reissue-letter-differs]\n  felt: \(path)\n"), "\(outcome.errors)")
      for secret in Sample.secrets + [Self.own, "kl. 10"] { #expect(!outcome.errors.contains(secret)) }
    }
  }

  @Test func saysWhatToDo() throws {
    let program = try issued(.grant)
    let outcome = try reissue(program, Self.changes[0].new, as: "rettelse")
    #expect(
      outcome.errors == """
        ny.json:16:20: fejl: sag 27.36.00-G01-3001-26: Sagen siger noget andet i selve brevet, end der er udstedt, og det \
        bliver ikke genudstedt: Begrundelse (afgoerelse.begrundelse). [reissue-letter-differs]
          felt: afgoerelse.begrundelse
          hjælp: Var brevet forkert, så skriv en berigtigelse (afgoerelse.type) med afgoerelse.berigtigelse.rettelser, og \
        udsted den med 'mentorbrev issue'. Før derefter sagen i registret med --as registrering. Skal brevet stå, som det \
        er, så skriv i sagen, hvad der blev udstedt. Vælg de andre forskelle med --only.
        ny.json: afvist. Der er ikke udstedt noget for sagen.
        Kørsel 2: Output/runs/2/index.html

        """)
  }

  /// The way out that the message names: a correction by hand, and the record.
  @Test func isContentWhenTheCorrectionIsWrittenAndTheCaseRecorded() throws {
    let program = try issued(.grant)
    let new = Self.changes[0].new
    let row = #"{ "hvad": "Begrundelsen", "stod": "Du har været syg.", "skulleStaa": "Du har været syg i et år." }"#
    let correction = Sample.grant.replacing(
      #""type": "bevilling","#,
      with: #""type": "berigtigelse", "berigtigelse": { "dokument": "afgørelsen om mentorstøtte", "#
        + #""dato": "2026-08-24", "klagevejledningVarForkert": false, "rettelser": [ \#(row) ] },"#
    ).replacing(#""dato": "2026-08-24","#, with: #""dato": "2026-10-05","#)
    try program.write(correction, as: "berigtigelse.json")
    let letter = try program.run("issue", "berigtigelse.json")
    #expect(letter.code == 0 && letter.output.contains("berigtigelse-2026-10-05.html"), "\(letter.errors)")
    let before = try program.files()
    #expect(try reissue(program, new, as: "registrering").code == 0)
    #expect(
      try program.files().filter { $0.hasSuffix(".html") && !$0.contains("runs/") }
        == before.filter { $0.hasSuffix(".html") && !$0.contains("runs/") })
    let show = try program.run("register", "show", "27.36.00-G01-3001-26").output
    #expect(
      show.contains("Udstedt igen som kun registrering (kørsel 3). Grund: Begrundelse (afgoerelse.begrundelse).\n"))
    for form in ["rettelse", "orientering", "registrering"] {
      let again = try reissue(program, new, as: form)
      #expect(again.code == 0 && again.output == "" && again.errors == "", "\(form): \(again.errors)")
    }
  }

  @Test func recordsNoLetterThatNobodyHasIssued() throws {
    let program = try issued(.grant)
    let outcome = try reissue(program, Self.changes[5].new, as: "registrering")
    #expect(outcome.code == 1 && outcome.errors.contains("Type (afgoerelse.type). [reissue-letter-differs]"))
  }

  @Test func recordsOnlyWhatIsChosen() throws {
    let program = try issued(.grant)
    let both = Self.changes[0].new.replacing("20 11 22 33", with: "20 11 99 99")
    #expect(try reissue(program, both, as: "registrering", "--only", "mentor.telefon").code == 0)
    // The reasons were left out, and are still told.
    let left = try reissue(program, both, as: "rettelse")
    #expect(left.code == 1 && left.errors.contains("Begrundelse (afgoerelse.begrundelse). [reissue-letter-differs]"))
  }

  /// New numbers for many: a list says of the letter what it said, or nothing; --only leaves the rest.
  @Test func tellsOfATelephoneAlthoughTheListLeavesTheLetterOut() throws {
    let program = try issued(Self.wordsOfItsOwn)
    let new = Sample.grant.replacing("20 11 22 33", with: "20 11 99 99")
    let outcome = try reissue(program, new, as: "orientering")
    #expect(outcome.code == 0 && outcome.output.contains("orientering-2026-10-05.html"), "\(outcome.errors)")
    #expect(try reissue(program, new, as: "orientering").errors == "")
    let other = try issued(.grant)
    let both = Self.changes[0].new.replacing("20 11 22 33", with: "20 11 99 99")
    #expect(try reissue(other, both, as: "orientering").code == 1)
    #expect(try reissue(other, both, as: "orientering", "--only", "mentor.telefon").code == 0)
  }

  /// Words of its own for the letter that is made now are what they say.
  @Test func takesWordsForTheLetterThatIsMade() throws {
    let program = try issued(.grant)
    let new = Self.wordsOfItsOwn.replacing("20 11 22 33", with: "20 11 99 99")
    let outcome = try reissue(program, new, as: "orientering")
    #expect(outcome.code == 0)
    let letter = try program.text(of: "Output/27.36.00-G01-3001-26/orientering-2026-10-05.html")
    #expect(letter.contains("Vi mødes kl. 9."))
    #expect(try reissue(program, new, as: "orientering").errors == "")
  }

  /// They would stand in the new letter as if nothing had been said before.
  @Test(arguments: ["rettelse", "orientering"])
  func takesNoWordsThatTheEarlierLetterSaidOtherwise(_ form: String) throws {
    let program = try issued(Self.wordsOfItsOwn)
    let new = Self.changes[1].new.replacing("20 11 22 33", with: "20 11 99 99")
    let outcome = try reissue(program, new, as: form)
    #expect(outcome.code == 1 && outcome.output == "" && !outcome.errors.contains("kl. 10"))
    #expect(outcome.errors.contains("(egenTekst.afslutning). [reissue-letter-differs]"), "\(outcome.errors)")
    #expect(try reissue(program, Self.wordsOfItsOwn.replacing("20 11 22 33", with: "20 11 99 99"), as: form).code == 0)
  }

  @Test func asksForWordsThatAreGoneFromTheLetter() throws {
    let program = try issued(Self.wordsOfItsOwn)
    let outcome = try reissue(program, .grant, as: "rettelse")
    #expect(outcome.code == 1 && outcome.errors.contains("(egenTekst.afslutning). [reissue-letter-differs]"))
    // A list of telephone numbers may leave them out.
    #expect(try reissue(program, .grant, as: "orientering").errors == "")
  }

  @Test func writesNoRowsWhenNothingDiffers() throws {
    let program = try issued(.grant)
    let row = #"{ "hvad": "Dit navn", "stod": "A", "skulleStaa": "B" }"#
    let new = Sample.grant.replacing(
      #""type": "bevilling","#, with: #""type": "bevilling", "berigtigelse": { "rettelser": [ \#(row) ] },"#)
    let outcome = try reissue(program, new, as: "rettelse")
    #expect(outcome.code == 1)
    #expect(outcome.errors.contains("(afgoerelse.berigtigelse.rettelser). [reissue-letter-differs]"))
  }

  @Test func leavesALetterAloneThatHasBeenDecidedAnew() throws {
    let program = try issued(.grant)
    let more = Self.changes[0].new.replacing(#"{ "timer": 2, "minutter": 30 }"#, with: #"{ "timer": 4 }"#)
    #expect(try reissue(program, more, as: "ny-afgoerelse").code == 0)
    for form in ["rettelse", "orientering", "registrering"] {
      #expect(try reissue(program, more, as: form).errors == "", "\(form)")
    }
    // Reasons that neither decision has given are told all the same.
    let third = more.replacing(Self.own, with: "Du er blevet rask.")
    #expect(try reissue(program, third, as: "rettelse").errors.contains("[reissue-letter-differs]"))
  }
}
