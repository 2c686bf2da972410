import Diagnostics
import Foundation
import Testing

@testable import Casework

/// Texts that are not UTF-8, and characters that a document cannot carry.
@Suite struct EncodingProblemTests {
  @Test func recognisesUTF16() {
    let expected = #"""
      sag.json:1:1: fejl: Filen er gemt som UTF-16, og her læses UTF-8. [encoding]
        hjælp: Gem filen som UTF-8.
      """#
    #expect(problems(in: [0xFF, 0xFE] + "{\"a\":1}".utf8.flatMap { [$0, 0] }) == expected)
  }

  @Test func recognisesUTF16WithoutMark() {
    let expected = #"""
      sag.json:1:1: fejl: Filen er gemt som UTF-16, og her læses UTF-8. [encoding]
        hjælp: Gem filen som UTF-8.
      """#
    #expect(problems(in: "{\"a\":1}".utf8.flatMap { [0, $0] }) == expected)
  }

  @Test(arguments: [[0xFF, 0xFE, 0, 0], [0, 0, 0xFE, 0xFF], []] as [[UInt8]]) func recognisesUTF32(_ mark: [UInt8]) {
    let text = "{\"a\":1}".utf8.flatMap { mark.first == 0 ? [0, 0, 0, $0] : [$0, 0, 0, 0] }
    #expect(problems(in: mark + text).contains("Filen er gemt som UTF-32, og her læses UTF-8. [encoding]"))
  }

  @Test func recognisesLatin1() {
    let expected = #"""
      sag.json:1:23: fejl: Teksten er ikke gyldig UTF-8: her står byten 0xF8. Filen ser ud til at være gemt som Latin-1 (Windows-1252). [encoding]
        felt: borger.navn
        hjælp: Gem filen som UTF-8.
      sag.json:1:49: fejl: Løbenummer: forventede et tal fra 1 til 999, fandt et mindre. [out-of-range]
        felt: loebenummer
        hjælp: Se efter, om tallet er tastet rigtigt.
      """#
    #expect(
      problems(in: #"{"borger": {"navn": "Søren Æb"}, "loebenummer": 0}"#.unicodeScalars.map { UInt8($0.value) })
        == expected)
  }

  @Test func placesByteThatIsNotUTF8() {
    let expected = #"""
      sag.json:1:24: fejl: Teksten er ikke gyldig UTF-8: her står byten 0xFF. [encoding]
        felt: borger.navn
        hjælp: Gem filen som UTF-8.
      """#
    #expect(problems(in: Array(#"{"borger": {"navn": "æø"#.utf8) + [0xFF] + Array(#""}}"#.utf8)) == expected)
  }

  @Test func refusesLoneSurrogates() {
    let expected = #"""
      sag.json:1:23: fejl: Navn: \uD83D er kun den ene halvdel af et tegn. [lone-surrogate]
        felt: borger.navn
        hjælp: Skriv begge halvdele, eller skriv selve tegnet.
      sag.json:1:62: fejl: Navn: \uDC00 er kun den ene halvdel af et tegn. [lone-surrogate]
        felt: sagsbehandler.navn
        hjælp: Skriv begge halvdele, eller skriv selve tegnet.
      """#
    #expect(problems(in: #"{"borger": {"navn": "a\ud83d b"}, "sagsbehandler": {"navn": "\udc00"}}"#) == expected)
  }

  @Test func refusesEscapedNul() {
    let expected = #"""
      sag.json:1:23: fejl: Navn: tegnet U+0000 kan ikke stå i et dokument. [control-character]
        felt: borger.navn
        hjælp: Slet tegnet; det er usynligt.
      """#
    #expect(problems(in: #"{"borger": {"navn": "a\u0000b"}}"#) == expected)
  }

  @Test func refusesNulInText() {
    let expected = #"""
      sag.json:1:23: fejl: Navn: tegnet U+0000 kan ikke stå i et dokument. [control-character]
        felt: borger.navn
        hjælp: Slet tegnet; det er usynligt.
      """#
    #expect(problems(in: #"{"borger": {"navn": "a"# + "\0" + #"b"}}"#) == expected)
  }

  @Test func refusesNulAfterCase() {
    let expected = #"""
      sag.json:1:22: fejl: sag A-1: Der står mere efter sagen. [json-trailing-content]
        hjælp: En fil med en sag slutter efter den sidste krøllede parentes.
      """#
    #expect(problems(in: #"{"sagsnummer": "A-1"}"# + "\0") == expected)
  }

  @Test func refusesCharactersThatXMLCannotCarry() {
    let expected = #"""
      sag.json:1:22: fejl: Navn: tegnet U+FFFE kan ikke stå i et dokument. [control-character]
        felt: mentor.navn
        hjælp: Slet tegnet; det er usynligt.
      sag.json:1:41: fejl: Titel: tegnet U+FFFF kan ikke stå i et dokument. [control-character]
        felt: mentor.titel
        hjælp: Slet tegnet; det er usynligt.
      sag.json:1:71: fejl: Navn: tegnet U+0008 kan ikke stå i et dokument. [control-character]
        felt: borger.navn
        hjælp: Slet tegnet; det er usynligt.
      """#
    #expect(
      problems(in: #"{"mentor": {"navn": "\uFFFE", "titel": "\uFFFF"}, "borger": {"navn": "\u0008"}}"#) == expected)
  }

  @Test func refusesControlsThatBrowsersRefuse() {
    let expected = #"""
      sag.json:1:23: fejl: Navn: tegnet U+0085 kan ikke stå i et dokument. [control-character]
        felt: mentor.navn
        hjælp: Slet tegnet; det er usynligt.
      sag.json:1:42: fejl: Titel: tegnet U+007F kan ikke stå i et dokument. [control-character]
        felt: mentor.titel
        hjælp: Slet tegnet; det er usynligt.
      """#
    #expect(problems(in: #"{"mentor": {"navn": "a\u0085", "titel": "\u007f"}}"#) == expected)
  }

  @Test func refusesTabWrittenAsItIs() {
    let expected = #"""
      sag.json:1:23: fejl: Navn: en tabulator må ikke stå direkte i en tekst. [control-character]
        felt: borger.navn
        hjælp: Skriv et mellemrum.
      """#
    #expect(problems(in: #"{"borger": {"navn": "a"# + "\t" + #"b"}}"#) == expected)
  }

  @Test func refusesTurningOfWritingDirection() {
    let expected = #"""
      sag.json:1:24: fejl: Navn: tegnet U+202E vender skriveretningen og kan få teksten til at se ud som en anden. [bidi-character]
        felt: borger.navn
        hjælp: Slet tegnet; det er usynligt og følger ofte med, når tekst kopieres.
      sag.json:1:51: fejl: Navn: tegnet U+2066 vender skriveretningen og kan få teksten til at se ud som en anden. [bidi-character]
        felt: mentor.navn
        hjælp: Slet tegnet; det er usynligt og følger ofte med, når tekst kopieres.
      """#
    #expect(
      problems(in: #"{"borger": {"navn": "Æø"# + "\u{202E}" + #"b"}, "mentor": {"navn": "a\u2066b"}}"#) == expected)
  }

  @Test func refusesCharactersThatCannotBeSeen() {
    let expected = #"""
      sag.json:1:23: fejl: Navn: tegnet U+200B er usynligt og kan skjule, hvad der står i teksten. [invisible-character]
        felt: borger.navn
        hjælp: Slet tegnet; det følger ofte med, når tekst kopieres.
      sag.json:1:50: fejl: Navn: tegnet U+FEFF er usynligt og kan skjule, hvad der står i teksten. [invisible-character]
        felt: mentor.navn
        hjælp: Slet tegnet; det følger ofte med, når tekst kopieres.
      """#
    #expect(
      problems(in: #"{"borger": {"navn": "a"# + "\u{200B}" + #"b"}, "mentor": {"navn": "a\ufeffb"}}"#) == expected)
  }

  @Test(arguments: [
    0x034F, 0x061C, 0x115F, 0x180E, 0x200B, 0x200E, 0x200F, 0x2060, 0x2064, 0x206A, 0x3164, 0xFEFF, 0xFFF9, 0xFFFB,
    0x1D173, 0xE0001, 0xE0041, 0xE007F, 0xE0100,
  ])
  func refusesTheInvisible(_ value: Int) throws {
    let scalar = try #require(Unicode.Scalar(UInt32(value)))
    #expect(problems(in: "{\"borger\": {\"navn\": \"a\(scalar)b\"}}").contains("[invisible-character]"))
    let code = String(value, radix: 16)
    if value <= 0xFFFF {
      let escape = String(repeating: "0", count: 4 - code.count) + code
      #expect(problems(in: "{\"borger\": {\"navn\": \"a\\u\(escape)b\"}}").contains("[invisible-character]"))
    }
  }

  @Test(arguments: ["Strand\u{AD}vej", "a\u{200D}b", "a\u{200C}b", "\u{2764}\u{FE0F}", "👩‍🏫", "q\u{301}"])
  func keepsCharactersThatBelongToWords(_ text: String) {
    #expect(
      caseFile("{\"borger\": {\"navn\": \"\(text)\"}}")?.citizen?.name?.value.unicodeScalars.elementsEqual(
        text.unicodeScalars) == true)
  }

  @Test(arguments: [
    ("A\u{30A}se", "Åse"), ("Bodil Lindega\u{30A}rd", "Bodil Lindegård"), ("Rene\\u0301", "René"),
    ("o\u{302}\u{323}", "ộ"), ("a\u{30A}\u{316}", "å\u{316}"),
  ])
  func makesOneLetterOfALetterAndItsMark(_ written: String, _ expected: String) {
    let name = caseFile("{\"borger\": {\"navn\": \"\(written)\"}}")?.citizen?.name?.value
    #expect(name.map { Array($0.unicodeScalars) } == Array(expected.unicodeScalars))
  }

  @Test func noLetterIsWrittenWithMoreThanTwoMarks() {
    let longest = CombinedLetters.letters.map { String($0).decomposedStringWithCanonicalMapping.unicodeScalars.count }
    #expect(longest.max() == 3)
  }

  @Test(arguments: [
    "\u{5D1}\u{5BC}\u{5B0}\u{5E8}\u{5B5}\u{5D0}\u{5E9}\u{5C1}\u{5B4}\u{596}\u{5D9}\u{5EA}", "\u{E19}\u{E35}\u{E49}",
    "\u{F66}\u{F92}\u{FB2}\u{F74}\u{F56}", "\u{915}\u{94D}\u{937}\u{93F}\u{902}", "\u{64A}\u{654}\u{64E}\u{651}",
    "x" + String(repeating: "\u{316}", count: 8), String(repeating: "x\u{316}\u{317}\u{318}\u{319}\u{31C}", count: 30),
  ])
  func keepsTheMarksOfEveryScript(_ text: String) {
    let name = caseFile("{\"borger\": {\"navn\": \"\(text)\"}}")?.citizen?.name?.value
    #expect(name.map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
  }

  @Test func refusesMoreMarksThanALetterHas() {
    let marks = String(repeating: "\u{300}", count: 5) + #"\u0301\u0302"# + String(repeating: "\u{20D0}", count: 5)
    let expected = #"""
      sag.json:1:24: fejl: Navn: her står flere end 8 accenter eller andre mærker i træk, og intet bogstav har så mange. [too-many-marks]
        felt: borger.navn
        hjælp: Behold de mærker, der hører til bogstavet, og slet resten; de følger ofte med, når tekst kopieres.
      """#
    #expect(problems(in: "{\"borger\": {\"navn\": \"Åa\(marks)\"}}") == expected)
    #expect(problems(in: "{\"borger\": {\"navn\": \"Åa\(marks)\", \"maalgruppe\": \"6-6\"}}") == expected)
    #expect(problems(in: "{\"borger\": {\"a\(marks)\": 1}}").contains("[too-many-marks]"))
  }

  /// Looking at each of its beginnings would take hours.
  @Test func aLetterOfAnyLengthIsRefusedAtOnce() {
    let letter = "a" + String(repeating: "\u{300}", count: 200_000)
    #expect(problems(in: "{\"borger\": {\"navn\": \"\(letter)\"}}").contains("[too-many-marks]"))
    #expect(problems(in: "{\"\(letter)\": 1}").contains("[too-many-marks]"))
    #expect(Array(CombinedLetters.composed(letter).unicodeScalars.prefix(2)) == ["à", "\u{300}"])
  }

  @Test func refusesALetterThatIsLost() {
    let found = problems(in: "{\"borger\": {\"navn\": \"Mikkel \u{FFFD}rsted\"}}")
    #expect(found.contains("tegnet U+FFFD står, hvor et bogstav er gået tabt. [lost-character]"), "\(found)")
  }

  @Test(arguments: ["\u{2800}", "\u{301}", "\u{2800}\u{301}", "\u{378}"])
  func refusesATextThatShowsNothing(_ text: String) {
    #expect(problems(in: "{\"borger\": {\"navn\": \"\(text)\"}}").contains("teksten er tom. [blank-text]"))
  }

  @Test(arguments: ["\u{F0B7}", "\u{E000}", "\u{F8FF}", "\u{F0000}"])
  func refusesSignsThatOneProgramKnows(_ sign: String) {
    let code = TextCharacter.name(sign.unicodeScalars.first!.value)
    let found = problems(in: "{\"borger\": {\"navn\": \"a\(sign)b\"}}")
    #expect(found.contains("tegnet \(code) er et tegn, som kun det program kender"), "\(found)")
    #expect(found.contains("[private-character]"))
    #expect(found.contains("hjælp: Skriv et almindeligt tegn i stedet, fx en bindestreg."))
  }

  @Test func refusesLineBreakInLine() {
    let expected = #"""
      sag.json:1:24: fejl: Navn: feltet fylder én linje, men her er et linjeskift eller en tabulator. [line-break]
        felt: borger.navn
        hjælp: Skriv et mellemrum i stedet.
      """#
    #expect(problems(in: #"{"borger": {"navn": "Æø\nb"}}"#) == expected)
  }
}
