import Diagnostics
import Testing

@testable import Casework

/// What is not JSON is named, and reading goes on where it is certain what the rest means.
@Suite struct SyntaxProblemTests {
  @Test func refusesEmptyFile() {
    let expected = #"""
      sag.json:1:1: fejl: Filen er tom. [json-empty]
        hjælp: Kommandoen 'mentorbrev example bevilling' skriver en sag at begynde med.
      """#
    #expect(problems(in: #""#) == expected)
  }

  @Test func refusesFileOfSpaces() {
    let expected = #"""
      sag.json:1:1: fejl: Filen er tom. [json-empty]
        hjælp: Kommandoen 'mentorbrev example bevilling' skriver en sag at begynde med.
      """#
    #expect(problems(in: #"  "#) == expected)
  }

  @Test func saysWhereTextWasCutOff() {
    let expected = #"""
      sag.json:1:42: fejl: sag A-1: Filen slutter midt i en tekst. [json-truncated]
        felt: borger.navn
        hjælp: Filen er ikke hel. Hent eller gem den igen.
      """#
    #expect(problems(in: #"{"sagsnummer": "A-1", "borger": {"navn": "Sø"#) == expected)
  }

  @Test func saysWhatWasNotEndedWhenCutOffBetweenFields() {
    let text = #"""
      {"sagsnummer": "A-1",
       "borger": {"navn": "Sø"},
       "afgoerelse": {
      """#
    let expected = #"""
      sag.json:3:17: fejl: sag A-1: Filen slutter, før sagen er færdig. [json-truncated]
        felt: afgoerelse
        hjælp: Filen er ikke hel. Hent eller gem den igen.
        note: sag.json:3:16: Det, der ikke er afsluttet, begynder her.
      """#
    #expect(problems(in: text) == expected)
  }

  @Test func stopsAtNestingTooDeep() {
    let expected = #"""
      sag.json:1:65: fejl: Værdier ligger i mere end 64 niveauer inden i hinanden. Læsningen er stoppet her. [json-depth]
        hjælp: En sag har højst seks niveauer.
      """#
    #expect(problems(in: String(repeating: "[", count: 5_000)) == expected)
  }

  @Test func stopsAtNestingTooDeepBehindUnknownKey() {
    let keys = CaseFile.input.shape.entries.map(\.name).joined(separator: ", ")
    let expected = #"""
      sag.json:1:2: fejl: ukendt nøgle 'x'. [unknown-key]
        felt: x
        hjælp: Her kan stå: \#(keys).
      sag.json:1:70: fejl: Værdier ligger i mere end 64 niveauer inden i hinanden. Læsningen er stoppet her. [json-depth]
        hjælp: En sag har højst seks niveauer.
      """#
    #expect(problems(in: #"{"x": "# + String(repeating: "[", count: 5_000)) == expected)
  }

  @Test func namesCommentsAndReadsOn() {
    let text = #"""
      { // første
      "sagsnummer": "A-1", /* anden */ "loebenummer": 0}
      """#
    let expected = #"""
      sag.json:1:3: fejl: sag A-1: Der står en kommentar, og det tillader JSON ikke. [json-comment]
        hjælp: Slet kommentaren.
      sag.json:2:22: fejl: sag A-1: Der står en kommentar, og det tillader JSON ikke. [json-comment]
        hjælp: Slet kommentaren.
      sag.json:2:49: fejl: sag A-1: Løbenummer: forventede et tal fra 1 til 999, fandt et mindre. [out-of-range]
        felt: loebenummer
        hjælp: Se efter, om tallet er tastet rigtigt.
      """#
    #expect(problems(in: text) == expected)
  }

  @Test func namesTrailingCommasAndReadsOn() {
    let expected = #"""
      sag.json:1:45: fejl: sag A-1: Der står et komma efter det sidste punkt, og det tillader JSON ikke. [json-trailing-comma]
        felt: borger
        hjælp: Slet kommaet.
      sag.json:1:47: fejl: sag A-1: Der står et komma efter det sidste punkt, og det tillader JSON ikke. [json-trailing-comma]
        hjælp: Slet kommaet.
      """#
    #expect(problems(in: #"{"sagsnummer": "A-1", "borger": {"navn": "x",},}"#) == expected)
  }

  @Test func namesSingleQuotesAndReadsOn() {
    let expected = #"""
      sag.json:1:2: fejl: Her står enkelte anførselstegn ('), og JSON bruger dobbelte ("). [json-single-quotes]
        hjælp: Skriv dobbelte anførselstegn.
      sag.json:1:16: fejl: Her står enkelte anførselstegn ('), og JSON bruger dobbelte ("). [json-single-quotes]
        felt: sagsnummer
        hjælp: Skriv dobbelte anførselstegn.
      sag.json:1:38: fejl: Løbenummer: forventede et tal fra 1 til 999, fandt et mindre. [out-of-range]
        felt: loebenummer
        hjælp: Se efter, om tallet er tastet rigtigt.
      """#
    #expect(problems(in: #"{'sagsnummer': 'A-1', "loebenummer": 0}"#) == expected)
  }

  @Test func namesKeysWithoutQuotesAndReadsOn() {
    let expected = #"""
      sag.json:1:2: fejl: sag A-1: En nøgle skal stå i anførselstegn. [json-unquoted-key]
        hjælp: Skriv anførselstegn om nøglen.
      sag.json:1:21: fejl: sag A-1: En nøgle skal stå i anførselstegn. [json-unquoted-key]
        hjælp: Skriv anførselstegn om nøglen.
      sag.json:1:34: fejl: sag A-1: Løbenummer: forventede et tal fra 1 til 999, fandt et mindre. [out-of-range]
        felt: loebenummer
        hjælp: Se efter, om tallet er tastet rigtigt.
      """#
    #expect(problems(in: #"{sagsnummer: "A-1", loebenummer: 0}"#) == expected)
  }

  @Test func namesMissingCommaAndReadsOn() {
    let expected = #"""
      sag.json:1:22: fejl: sag A-1: Der mangler et komma før det næste punkt. [json-missing-comma]
        hjælp: Sæt et komma.
      sag.json:1:37: fejl: sag A-1: Løbenummer: forventede et tal fra 1 til 999, fandt et mindre. [out-of-range]
        felt: loebenummer
        hjælp: Se efter, om tallet er tastet rigtigt.
      """#
    #expect(problems(in: #"{"sagsnummer": "A-1" "loebenummer": 0}"#) == expected)
  }

  @Test func namesTypographicQuotes() {
    let expected = #"""
      sag.json:1:2: fejl: Forventede en nøgle i anførselstegn, fandt tegnet U+201C. Læsningen er stoppet her. [json-syntax]
        hjælp: Skriv lige anførselstegn (").
      """#
    #expect(problems(in: #"{“sagsnummer”: "A-1"}"#) == expected)
  }

  @Test func namesEqualsSignInsteadOfColon() {
    let expected = #"""
      sag.json:1:15: fejl: Forventede et kolon efter nøglen, fandt tegnet =. Læsningen er stoppet her. [json-syntax]
        hjælp: Skriv : mellem nøgle og værdi.
      """#
    #expect(problems(in: #"{"sagsnummer" = "A-1"}"#) == expected)
  }

  @Test func namesDecimalCommaAndReadsOn() {
    let expected = #"""
      sag.json:1:27: fejl: sag A-1: Timeløn: decimaler står efter et komma, og JSON har et punktum. [json-number]
        felt: kontrakt.timeloen
        hjælp: Skriv decimaler efter et punktum og intet mellem tusinder, fx 1241.50.
      """#
    #expect(problems(in: #"{"kontrakt": {"timeloen": 241,50}, "sagsnummer": "A-1"}"#) == expected)
    #expect(problems(in: #"{"kontrakt": {"timeloen": 1.241,50}, "sagsnummer": "A-1"}"#) == expected)
  }

  @Test func namesDecimalCommaOfAFieldThatIsNotDeclared() {
    let reading = CaseReader().read(Array(#"{"sats": 2,5}"#.utf8), file: "sag.json")
    #expect(reading.diagnostics.last?.id == "json-syntax")
    #expect(reading.diagnostics.last?.help == "Decimaltal skrives med punktum, fx 2.5.")
  }

  /// What is said where nobody can know what was meant.
  private static let before =
    "Se efter lige før: et komma, et anførselstegn eller en parentes mangler, eller står der forkert."

  /// Only a digit behind a number and a comma is a decimal, and only what follows a text on its line belongs to it.
  @Test(arguments: [
    (#"{"loebenummer": 2, 5}"#, before), (#"{"sagsnummer": "A-1", 5}"#, before), (#"{"borger": {}, 5}"#, before),
    (#"{"borger": {"adresse": {"vej": "Bymosevej "18""}}}"#, #"Et anførselstegn i en tekst skrives \"."#),
    (#"{"borger": {"adresse": {"vej": "Gården "Ro" 5"}}}"#, #"Et anførselstegn i en tekst skrives \"."#),
    (#"{"borger": {"adresse": {"vej": "Gården "Ærø""}}}"#, #"Et anførselstegn i en tekst skrives \"."#),
    (#"{"borger": {"adresse": {"vej": "Gården" Ro, "by": "Vejby"}}}"#, #"Et anførselstegn i en tekst skrives \"."#),
    ("{\"sagsnummer\": \"A-1\" loebenummer: 1}", before), ("{\"sagsnummer\": \"A-1\"\n5}", before),
    ("{\"sagsnummer\": \"A-1\"; \"loebenummer\": 1}", before),
  ])
  func namesACauseOnlyWhereItIsSureOfIt(_ text: String, _ help: String) {
    let reading = CaseReader().read(Array(text.utf8), file: "sag.json")
    #expect(reading.diagnostics.last?.id == "json-syntax")
    #expect(reading.diagnostics.last?.help == help)
  }

  @Test(arguments: [
    "Sagsnummer;Myndighed: CVR-nummer\r\nA-1;29188440\r\n", "sagsnummer,borger.navn\nA-1,x",
    "\u{FEFF}Sagsnummer\tDato\n",
    "\"Sagsnummer\";\"Myndighed: CVR-nummer\"\n", "sep=;\nSagsnummer\n", "Ærøs liste;Dato\n",
  ])
  func namesAListAndHowItIsRead(_ text: String) {
    let reading = CaseReader().read(Array(text.utf8), file: "<stdin>")
    #expect(reading.diagnostics.map(\.id) == ["not-json"])
    #expect(
      reading.diagnostics.first?.message
        == "Her står en linje, der ligner overskrifterne i en liste (CSV), og ingen sag i JSON.")
    #expect(
      reading.diagnostics.first?.help == "Skriv '--input-format csv', eller lad filens navn slutte på .csv.")
  }

  @Test(arguments: [
    "\"sagsnummer\": \"A-1\", \"borger\": {}", "sagsnummer: {a, b}", "\"sag\"", "true", "nej", "12,5;3",
    "\"sagsnummer\"\n;x",
  ])
  func takesNothingElseForAList(_ text: String) {
    #expect(!CaseReader().read(Array(text.utf8), file: "sag.json").diagnostics.contains { $0.id == "not-json" })
  }

  @Test func refusesMoreThanOneCase() {
    let expected = #"""
      sag.json:1:23: fejl: sag A-1: Der står mere efter sagen. [json-trailing-content]
        hjælp: Står der en sag på hver linje, er det JSON Lines: skriv '--input-format jsonl', eller lad navnet slutte på .jsonl.
      """#
    #expect(problems(in: #"{"sagsnummer": "A-1"} {"sagsnummer": "A-2"}"#) == expected)
  }

  @Test func refusesListOfCases() {
    let expected = #"""
      sag.json:1:1: fejl: Forventede en sag: felter i krøllede parenteser. Fandt en liste. [wrong-type]
        hjælp: Flere sager skrives som JSON Lines: én sag på hver linje, uden kantede parenteser og komma imellem.
      """#
    #expect(problems(in: #"[{"sagsnummer": "A-1"}]"#) == expected)
  }

  @Test func refusesTextInsteadOfCase() {
    let expected = #"""
      sag.json:1:1: fejl: Forventede en sag: felter i krøllede parenteser. Fandt en tekst. [wrong-type]
        hjælp: Kommandoen 'mentorbrev example bevilling' skriver en sag at begynde med.
      """#
    #expect(problems(in: #""sag""#) == expected)
  }

  @Test func refusesWordsThatJSONDoesNotHave() {
    let expected = #"""
      sag.json:1:33: fejl: Her står et ord uden anførselstegn. [json-word]
        felt: borger.adressebeskyttet
        hjælp: Skriv tekst i anførselstegn, og ja og nej som true og false med små bogstaver.
      sag.json:1:65: fejl: Her står et ord uden anførselstegn. [json-word]
        felt: borger.fritagetForDigitalPost
        hjælp: Skriv tekst i anførselstegn, og ja og nej som true og false med små bogstaver.
      sag.json:1:78: fejl: Her står et ord uden anførselstegn. [json-word]
        felt: borger.navn
        hjælp: Skriv tekst i anførselstegn, og ja og nej som true og false med små bogstaver.
      """#
    #expect(
      problems(in: #"{"borger": {"adressebeskyttet": True, "fritagetForDigitalPost": nej, "navn": NaN}}"#) == expected)
  }

  @Test func refusesNumbersThatJSONDoesNotHave() {
    let expected = #"""
      sag.json:1:17: fejl: Her står noget, der ligner et tal, men ikke er skrevet efter JSON's regler. [json-number]
        felt: loebenummer
        hjælp: Skriv cifre uden nuller foran og uden plus.
      sag.json:1:56: fejl: Her står noget, der ligner et tal, men ikke er skrevet efter JSON's regler. [json-number]
        felt: mentorstoette.serviceniveau
        hjælp: Skriv cifre uden nuller foran og uden plus.
      sag.json:1:81: fejl: Her står noget, der ligner et tal, men ikke er skrevet efter JSON's regler. [json-number]
        felt: mentorstoette.timetal.timer
        hjælp: Skriv cifre uden nuller foran og uden plus.
      sag.json:1:98: fejl: Her står noget, der ligner et tal, men ikke er skrevet efter JSON's regler. [json-number]
        felt: mentorstoette.timetal.minutter
        hjælp: Skriv cifre uden nuller foran og uden plus.
      """#
    #expect(
      problems(
        in: #"{"loebenummer": 01, "mentorstoette": {"serviceniveau": +3, "timetal": {"timer": 0x1, "minutter": 5.}}}"#)
        == expected)
  }

  @Test func refusesEscapesThatJSONDoesNotHave() {
    let expected = #"""
      sag.json:1:23: fejl: Efter en omvendt skråstreg (\) forventes et af tegnene " \ / b f n r t u. [json-escape]
        felt: borger.navn
        hjælp: Skriv \\ for at få en omvendt skråstreg.
      sag.json:1:44: fejl: Efter \u forventes fire cifre i sekstentalsystemet. [json-escape]
        felt: borger.maalgruppe
        hjælp: Skriv fx \u00E6 for æ.
      """#
    #expect(problems(in: #"{"borger": {"navn": "a\xb", "maalgruppe": "\u12"}}"#) == expected)
  }

  @Test func refusesTextThatDoesNotEndOnItsLine() {
    let text = #"""
      {"sagsnummer": "A-1",
      "borger": {"navn": "Æø
      Å"}}
      """#
    let expected = #"""
      sag.json:2:20: fejl: sag A-1: En tekst slutter ikke på den linje, hvor den begynder. Læsningen er stoppet her. [json-open-string]
        felt: borger.navn
        hjælp: Afslut teksten med ", eller skriv linjeskift i den som \n.
      """#
    #expect(problems(in: text) == expected)
  }
}
