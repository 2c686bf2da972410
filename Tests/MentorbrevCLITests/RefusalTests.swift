import Foundation
import Testing

/// What the program says about cases that cannot become letters: the whole message, and never a person.
@Suite struct RefusalTests {
  struct Bad: Sendable, CustomTestStringConvertible {
    var name: String
    var data: Data
    /// All of standard error but the last line; `@` stands for `sag.json`.
    var message: String
    var errors = 1
    var testDescription: String { name }

    init(_ name: String, _ sample: Sample, errors: Int = 1, _ message: String) {
      self.init(name, data: sample.data(), errors: errors, message)
    }

    init(_ name: String, data: Data, errors: Int = 1, _ message: String) {
      self.name = name
      self.data = data
      self.errors = errors
      self.message = message
    }
  }

  private static let grant = Sample.grant
  private static let number = "sag 27.36.00-G01-3001-26"

  static let all: [Bad] = [
    Bad(
      "an empty file", data: Data(),
      """
      @:1:1: fejl: Filen er tom. [json-empty]
        hjælp: Kommandoen 'mentorbrev example bevilling' skriver en sag at begynde med.
      """),
    Bad(
      "a truncated file", data: Data(grant.text.prefix(while: { $0 != "ø" }).utf8),
      """
      @:16:63: fejl: \(number): Filen slutter midt i en tekst. [json-truncated]
        felt: afgoerelse.begrundelse.hensyn
        hjælp: Filen er ikke hel. Hent eller gem den igen.
      """),
    Bad(
      "an unknown key", grant.replacing("\"telefon\": \"20", with: "\"telefn\": \"20"),
      """
      @:26:5: fejl: \(number): ukendt nøgle 'telefn'; mente du 'telefon'? [unknown-key]
        felt: mentor.telefn
        hjælp: Ret nøglen til 'telefon'.
      """),
    Bad(
      "a misspelt key of a record", grant.replacing("\"mentorstoette\"", with: "\"mentorstotte\""),
      """
      @:18:3: fejl: \(number): ukendt nøgle 'mentorstotte'; mente du 'mentorstoette'? [unknown-key]
        felt: mentorstotte
        hjælp: Ret nøglen til 'mentorstoette'.
      """),
    Bad(
      "numbers of an employer that cannot be read",
      grant.replacing(
        "\"ansaettelse\": \"kommune\"",
        with: "\"ansaettelse\": \"virksomhed\",\n"
          + "    \"arbejdsgiver\": { \"navn\": \"Nord ApS\", \"cvr\": \"1234\", \"pnummer\": \"10\" }"), errors: 2,
      """
      @:29:50: fejl: \(number): CVR-nummer: forventede 8 cifre, fandt 4. [invalid-digits]
        felt: mentor.arbejdsgiver.cvr
        hjælp: Skriv alle 8, også nuller, der står først.
      @:29:69: fejl: \(number): P-nummer: forventede 10 cifre, fandt 2. [invalid-digits]
        felt: mentor.arbejdsgiver.pnummer
        hjælp: Skriv alle 10, også nuller, der står først.
      """),
    Bad(
      "31 November", grant.replacing("2026-08-24", with: "2026-11-31"),
      """
      @:15:13: fejl: \(number): Dato: november 2026 har ikke en dag nr. 31. [no-such-date]
        felt: afgoerelse.dato
        hjælp: Skriv en dato, der findes, som år-måned-dag: 2026-11-23.
      """),
    Bad(
      "a period that ends before it begins",
      grant.replacing(
        "\"fra\": \"2026-09-07\", \"til\": \"2026-12-06\"", with: "\"fra\": \"2026-12-06\", \"til\": \"2026-09-07\""),
      """
      @:21:46: fejl: \(number): Slutdato (mentorstoette.periode.til) er den 7. september 2026, og det er før periodens første dag, den 6. december 2026. [period-order]
        felt: mentorstoette.periode.til
        hjælp: Ret den ene af de to datoer. Begge dage er med i perioden.
      """),
    Bad(
      "seven months",
      grant.replacing("2026-09-07", with: "2026-08-24").replacing("2026-12-06", with: "2027-03-23")
        .replacing("\"dato\": \"2026-08-24\"", with: "\"dato\": \"2020-08-24\"")
        .replacing("\"fra\": \"2026-08-24\"", with: "\"fra\": \"2020-09-01\"")
        .replacing("2027-03-23", with: "2021-03-31"),
      """
      @:21:46: fejl: \(number): Perioden er længere end 6 måneder: Slutdato (mentorstoette.periode.til) er den 31. marts 2021, men når første dag er den 1. september 2020, kan sidste dag senest være den 28. februar 2021. [R01]
        felt: mentorstoette.periode.til
        hjemmel: § 167, stk. 1, i lov om en aktiv beskæftigelsesindsats
        hjælp: Forkort perioden til den 28. februar 2021. En ny periode på op til 6 måneder kræver en ny, konkret vurdering, når den første udløber.
      """),
    Bad(
      "zero hours", grant.replacing("\"timer\": 2, \"minutter\": 30", with: "\"timer\": 0"),
      """
      @:22:16: fejl: \(number): Timetal (mentorstoette.timetal) er nul. En bevilling uden timer giver ingen støtte. [R07]
        felt: mentorstoette.timetal
        hjemmel: § 52, nr. 5, i bekendtgørelse om en aktiv beskæftigelsesindsats
        hjælp: Skriv det timetal, som borgeren efter en konkret vurdering har brug for. Der er ingen øvre grænse i loven.
      """),
    Bad(
      "a mentor with neither phone nor mail",
      grant.replacing(
        "\n    \"telefon\": \"20 11 22 33\",\n    \"email\": \"poul.ravn@boernehuset.example\",", with: ""),
      """
      @:24:13: fejl: \(number): Telefon (mentor.telefon) mangler. [missing-field]
        felt: mentor.telefon
        hjemmel: § 52, nr. 2, i bekendtgørelse om en aktiv beskæftigelsesindsats
        hjælp: Skriv mentorens telefon, e-mail eller begge dele.
      """),
    Bad(
      "letters in a CPR number", grant.replacing("720590-1230", with: "720590-12X0"),
      """
      @:10:12: fejl: \(number): CPR-nummer: forventede ti cifre, fandt et bogstav som tegn nr. 10. [invalid-cpr]
        felt: borger.cpr
        hjælp: Skriv ti cifre, gerne med bindestreg før de sidste fire.
      """),
    Bad(
      "a case number that leads out of the folder", grant.numbered("../../3001"),
      """
      @:2:17: fejl: Sagsnummer: nummeret bliver navnet på en mappe, så punktum og skråstreg må ikke stå først, sidst eller ved siden af hinanden. [invalid-case-number]
        felt: sagsnummer
        hjælp: Skriv nummeret, som det står i journalsystemet.
      """),
    Bad(
      "a case number that is a CPR number", grant.numbered("720590-1230"),
      """
      @:2:17: fejl: Sagsnummer: nummeret indeholder cifre, der ligner et CPR-nummer, og det må ikke stå i filnavne. [cpr-in-case-number]
        felt: sagsnummer
        hjælp: Brug sagens nummer fra journalsystemet.
      """),
    Bad(
      "U+0000", grant.replacing("Poul Ravn", with: "Poul \\u0000Ravn"),
      """
      @:25:19: fejl: \(number): Navn: tegnet U+0000 kan ikke stå i et dokument. [control-character]
        felt: mentor.navn
        hjælp: Slet tegnet; det er usynligt.
      """),
    Bad(
      "U+202E", grant.replacing("Poul Ravn", with: "Poul \u{202E}Ravn"),
      """
      @:25:19: fejl: \(number): Navn: tegnet U+202E vender skriveretningen og kan få teksten til at se ud som en anden. [bidi-character]
        felt: mentor.navn
        hjælp: Slet tegnet; det er usynligt og følger ofte med, når tekst kopieres.
      """),
    Bad(
      "a text of 100 kB", grant.replacing("Du har været syg.", with: String(repeating: "Asta ", count: 20_000) + "."),
      """
      @:16:32: fejl: \(number): Faktum: teksten er på 100.001 tegn, og feltet tager højst 20.000. [text-too-long]
        felt: afgoerelse.begrundelse.faktum
        hjælp: Forkort teksten.
      """),
    Bad(
      "5,000 nested arrays",
      data: Data(
        ("{\"borger\": " + String(repeating: "[", count: 5_000) + String(repeating: "]", count: 5_000) + "}").utf8),
      """
      @:1:75: fejl: Værdier ligger i mere end 64 niveauer inden i hinanden. Læsningen er stoppet her. [json-depth]
        felt: borger
        hjælp: En sag har højst seks niveauer.
      """),
    Bad(
      "UTF-16", data: grant.text.data(using: .utf16LittleEndian) ?? Data(),
      """
      @:1:1: fejl: Filen er gemt som UTF-16, og her læses UTF-8. [encoding]
        hjælp: Gem filen som UTF-8.
      """),
    Bad(
      "Latin-1", data: grant.text.data(using: .isoLatin1) ?? Data(),
      """
      @:5:27: fejl: \(number): Teksten er ikke gyldig UTF-8: her står byten 0xE5. Filen ser ud til at være gemt som Latin-1 (Windows-1252). [encoding]
        felt: myndighed.adresse.vej
        hjælp: Gem filen som UTF-8.
      """),
    Bad(
      "a CPR number as a key",
      grant.replacing("\"adresse\": { \"vej\": \"Lærkevej", with: "\"720590-1230\": { \"vej\": \"Lærkevej"),
      """
      @:11:5: fejl: \(number): ukendt nøgle på 11 tegn. [unknown-key]
        felt: borger
        hjælp: Her kan stå: navn, cpr, adresse, maalgruppe, fritagetForDigitalPost, adressebeskyttet.
      """),
    Bad(
      "several errors at once",
      grant.replacing("    \"navn\": \"Asta Vind\",\n", with: "").replacing("2026-08-24", with: "2026-13-24")
        .replacing("\"email\"", with: "\"emial\"").replacing("\"praktisk\"", with: "\"Asta\""), errors: 4,
      """
      @:8:13: fejl: \(number): Navn (borger.navn) mangler. [missing-field]
        felt: borger.navn
        hjælp: Tilføj feltet borger.navn.
      @:14:13: fejl: \(number): Dato: datoens måned skal være fra 01 til 12. [no-such-date]
        felt: afgoerelse.dato
        hjælp: Skriv en dato, der findes, som år-måned-dag: 2026-11-23.
      @:19:31: fejl: \(number): Område: ukendt ord; forventede et af ordene faglig, personlig, praktisk, afklarende. [unknown-word]
        felt: mentorstoette.opgaver.1.omraade
        hjælp: Skriv det af ordene, der passer.
      @:26:5: fejl: \(number): ukendt nøgle 'emial'; mente du 'email'? [unknown-key]
        felt: mentor.emial
        hjælp: Ret nøglen til 'email'.
      """),
  ]

  @Test(arguments: all) func saysWhatIsWrongAndWritesNothing(_ bad: Bad) throws {
    let program = try Program()
    try program.write(bad.data, as: "sag.json")
    let outcome = try program.run("render", "sag.json")
    #expect(outcome.code == 1)
    #expect(outcome.output == "")
    let count = bad.errors == 1 ? "1 fejl" : "\(bad.errors) fejl"
    #expect(
      outcome.errors == bad.message.replacing("@", with: "sag.json")
        + "\nsag.json: afvist på grund af \(count). Der er ikke skrevet noget for sagen.\n")
    #expect(try program.files().isEmpty)
  }

  @Test(arguments: all) func neverNamesAPerson(_ bad: Bad) throws {
    let program = try Program()
    try program.write(bad.data, as: "sag.json")
    for arguments in [["check", "sag.json"], ["render", "sag.json", "--json"], ["explain", "sag.json"]] {
      let outcome = try program.run(arguments)
      #expect(outcome.code == 1)
      for secret in Sample.secrets {
        #expect(!outcome.output.contains(secret), "\(arguments[0])")
        #expect(!outcome.errors.contains(secret), "\(arguments[0])")
      }
    }
  }

  @Test func tellsAFolderFromACase() throws {
    let outcome = try Program().run("render", ".")
    #expect(outcome.code == 1)
    #expect(
      outcome.errors == """
        fejl: . er en mappe og ikke en fil. [unreadable]
          hjælp: Skriv navnet på filen i mappen.
        .: afvist på grund af 1 fejl. Der er ikke skrevet noget for sagen.

        """)
  }

  @Test func tellsOfAFileThatIsNotThere() throws {
    let outcome = try Program().run("render", "sag.json")
    #expect(outcome.code == 1)
    #expect(
      outcome.errors == """
        fejl: sag.json findes ikke. [unreadable]
          hjælp: Se efter, om stien er rigtig.
        sag.json: afvist på grund af 1 fejl. Der er ikke skrevet noget for sagen.

        """)
  }

  @Test func writesTheGoodCasesOfTheSameRun() throws {
    let program = try Program()
    try program.write(.grant.numbered("A-1"), as: "a.json")
    try program.write(.grant.numbered("B-1").replacing("2026-08-24", with: "2026-11-31"), as: "b.json")
    try program.write(.grant.numbered("C-1"), as: "c.json")
    let outcome = try program.run("render", "a.json", "b.json", "c.json", "findes-ikke.json", "--format", "xml")
    #expect(outcome.code == 1)
    #expect(
      outcome.output == """
        Output/A-1/bevilling-2026-08-24.xml
        Output/A-1/min-plan-2026-08-24.xml
        Output/C-1/bevilling-2026-08-24.xml
        Output/C-1/min-plan-2026-08-24.xml

        """)
    #expect(
      try program.files() == [
        "A-1/bevilling-2026-08-24.xml", "A-1/min-plan-2026-08-24.xml", "C-1/bevilling-2026-08-24.xml",
        "C-1/min-plan-2026-08-24.xml",
      ])
  }

  @Test(arguments: ["render", "check"]) func refusesTheLaterOfTwoCasesWithOneIdentity(_ command: String) throws {
    let program = try Program()
    try program.write(.grant, as: "a.json")
    try program.write(.grant.replacing("Asta Vind", with: "Ida Vang"), as: "b.json")
    let outcome = try program.run(command, "a.json", "b.json")
    #expect(outcome.code == 1)
    #expect(
      outcome.errors.hasPrefix(
        """
        b.json:1:1: fejl: sag 27.36.00-G01-3001-26: Sagen giver det samme dokument (bevilling af 2026-08-24) som en tidligere sag i samme kørsel. [duplicate-identity]
          felt: loebenummer
          hjælp: Giv det ene dokument et løbenummer (loebenummer), eller fjern den ene af de to sager.

        """), "\(outcome.errors)")
    guard command == "render" else { return }
    let letter = String(
      decoding: try program.bytes(of: "Output/27.36.00-G01-3001-26/bevilling-2026-08-24.html"), as: UTF8.self)
    #expect(letter.contains("Asta Vind"))
    #expect(!letter.contains("Ida Vang"))
  }
}
