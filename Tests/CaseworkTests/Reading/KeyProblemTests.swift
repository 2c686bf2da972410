import Testing

@testable import Casework

/// Keys that are not declared, and keys that stand twice.
@Suite struct KeyProblemTests {
  @Test func suggestsNearestKey() {
    let text = #"""
      {"sagsnummer": "A-1",
      "mentorstoette": {"perode": {"fra": "x"}}}
      """#
    let expected = #"""
      sag.json:2:19: fejl: sag A-1: ukendt nøgle 'perode'; mente du 'periode'? [unknown-key]
        felt: mentorstoette.perode
        hjælp: Ret nøglen til 'periode'.
      """#
    #expect(problems(in: text) == expected)
  }

  @Test func readsDanishLettersAsKeysWriteThem() {
    let expected = #"""
      sag.json:1:13: fejl: ukendt nøgle 'målgruppe'; mente du 'maalgruppe'? [unknown-key]
        felt: borger.målgruppe
        hjælp: Ret nøglen til 'maalgruppe'.
      """#
    #expect(problems(in: #"{"borger": {"målgruppe": "6-3"}}"#) == expected)
  }

  @Test func saysWhereKeyBelongs() {
    let expected = #"""
      sag.json:1:2: fejl: ukendt nøgle 'cpr'. [unknown-key]
        felt: cpr
        hjælp: Nøglen hører til her: borger.cpr, modtagere.N.cpr.
      """#
    #expect(problems(in: #"{"cpr": "8211771212"}"#) == expected)
  }

  @Test func listsKeysThatMayStandThere() {
    let expected = #"""
      sag.json:1:38: fejl: ukendt nøgle 'land'. [unknown-key]
        felt: borger.adresse.land
        hjælp: Her kan stå: vej, postnummer, by.
      """#
    #expect(problems(in: #"{"borger": {"navn": "x", "adresse": {"land": "DK"}}}"#) == expected)
  }

  @Test func doesNotRepeatNameOrNumberUsedAsKey() {
    let expected = #"""
      sag.json:1:33: fejl: ukendt nøgle på 11 tegn. [unknown-key]
        felt: afgoerelse.begrundelse
        hjælp: Her kan stå: faktum, hensyn, andenHjaelp.
      sag.json:1:51: fejl: ukendt nøgle på 10 tegn. [unknown-key]
        felt: afgoerelse.begrundelse
        hjælp: Her kan stå: faktum, hensyn, andenHjaelp.
      sag.json:1:68: fejl: ukendt nøgle på 2 tegn. [unknown-key]
        felt: afgoerelse.begrundelse
        hjælp: Her kan stå: faktum, hensyn, andenHjaelp.
      """#
    #expect(problems(in: #"{"afgoerelse": {"begrundelse": {"Anne Hansen": 1, "8211771212": 2, "Bo": 3}}}"#) == expected)
  }

  @Test(arguments: [
    "anne hansen", "anne-hansen", "åse-lund", "_821177", "a821177", "821177-1212", "abc1234567890",
    "abcdefghijklmnopqrstuvwxyzabcdefghijklmnop", "a\u{AD}b", "anne.hansen",
  ])
  func doesNotRepeatWhatIsNoKey(_ key: String) {
    let text = problems(in: "{\"afgoerelse\": {\"\(key)\": 1}}")
    #expect(text.hasPrefix("sag.json:1:17: fejl: ukendt nøgle på \(key.unicodeScalars.count) tegn. [unknown-key]\n"))
    #expect(!text.contains(key))
  }

  @Test func doesNotRepeatDigitsInWhatIsNearlyAKey() {
    let expected = #"""
      sag.json:1:13: fejl: ukendt nøgle på 28 tegn; mente du 'fritagetForDigitalPost'? [unknown-key]
        felt: borger
        hjælp: Ret nøglen til 'fritagetForDigitalPost'.
      """#
    #expect(problems(in: #"{"borger": {"fritagetForDigitalPost821177": true}}"#) == expected)
  }

  @Test func namesBothPlacesOfDuplicateKey() {
    let text = #"""
      {"sagsnummer": "A-1",
       "borger": {"navn": "A", "cpr": "8211771212",
        "navn": "B"}, "sagsnummer": "C"}
      """#
    let expected = #"""
      sag.json:3:3: fejl: sag A-1: Navn: nøglen 'navn' står mere end én gang. [duplicate-key]
        felt: borger.navn
        hjælp: Behold den ene.
        note: sag.json:2:13: Her står den første gang.
      sag.json:3:17: fejl: sag A-1: Sagsnummer: nøglen 'sagsnummer' står mere end én gang. [duplicate-key]
        felt: sagsnummer
        hjælp: Behold den ene.
        note: sag.json:1:2: Her står den første gang.
      """#
    #expect(problems(in: text) == expected)
  }

  @Test(arguments: [CaseFile.input.shape, CaseFile.Citizen.input.shape, CaseFile.MentorSupport.input.shape])
  func findsKeysByAllTheirLetters(_ shape: InputShape) {
    let keys = InputKeys(shape.entries.map(\.key))
    for (index, entry) in shape.entries.enumerated() {
      func found(_ text: ArraySlice<UInt8>) -> [Int?] {
        text.withUnsafeBufferPointer { [keys.expectedIndex(at: 0, in: $0, from: index), keys.anyIndex(at: 0, in: $0)] }
      }
      let text = Array("\"\(entry.name)\": \"tekst\"".utf8)
      #expect(found(text[...]) == [index, index])
      for place in 1...entry.name.utf8.count + 1 {
        var other = text
        other[place] ^= 0x10
        #expect(found(other[...]) == [nil, nil], "\(entry.name)")
        #expect(found(text[..<place])[0] == nil, "\(entry.name)")
      }
    }
  }
}
