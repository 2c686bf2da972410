import Diagnostics
import Testing

@testable import Casework

/// Lists and lines of cases arrive one at a time, with the places of the whole file.
@Suite struct CaseStreamTests {
  /// Small enough that every token is cut once.
  static let pieceSizes = [1, 2, 3, 7, 64, 1 << 16]

  @Test(arguments: pieceSizes) func readsAListWhateverThePieces(_ size: Int) {
    let text = """
      [
        { "sagsnummer": "A-1", "borger": { "navn": "Åse \\"[{\\\\\\" Ø" } },
        {"sagsnummer":"A-2"} , { "sagsnummer": "A-3", "borger": { "navn": 7 } }
      ]

      """
    let readings = stream(text, .json, size)
    #expect(readings.map { $0.caseFile?.caseNumber?.value } == ["A-1", "A-2", "A-3"])
    #expect(readings.map(\.name) == ["sager.json:2:3", "sager.json:3:3", "sager.json:3:26"])
    #expect(readings[0].caseFile?.citizen?.name?.value == #"Åse "[{\" Ø"#)
    #expect(readings.map(\.isCase) == [true, true, true])
    #expect(
      messages(readings) == """
        sager.json:3:69: fejl: sag A-3: Navn: forventede en tekst i anførselstegn, fandt et tal. [wrong-type]
          felt: borger.navn
          hjælp: Skriv værdien i anførselstegn.
        """)
  }

  @Test(arguments: pieceSizes) func readsLinesWhateverThePieces(_ size: Int) {
    let text = "\u{FEFF}{\"sagsnummer\":\"A-1\"}\r\n\r\n{\"sagsnummer\": 2}\n{\"sagsnummer\":\"A-3\"}"
    let readings = stream(text, .jsonl, size)
    #expect(readings.map { $0.caseFile?.caseNumber?.value } == ["A-1", nil, "A-3"])
    #expect(readings.map(\.name) == ["sager.jsonl:1", "sager.jsonl:3", "sager.jsonl:4"])
    #expect(
      messages(readings) == """
        sager.jsonl:3:16: fejl: Sagsnummer: forventede en tekst i anførselstegn, fandt et tal. [wrong-type]
          felt: sagsnummer
          hjælp: Skriv værdien i anførselstegn.
        """)
  }

  @Test(arguments: pieceSizes) func readsOneCaseWhateverThePieces(_ size: Int) {
    let readings = stream("\u{FEFF} \n{\"sagsnummer\": \"A-1\"}", .json, size)
    #expect(readings.map(\.name) == ["sager.json"])
    #expect(readings.first?.caseFile?.caseNumber?.value == "A-1")
    #expect(messages(stream("", .json, size)).hasPrefix("sager.json:1:1: fejl: Filen er tom. [json-empty]"))
  }

  @Test func aBadLineStopsOnlyItself() {
    let text = """
      {"sagsnummer": "A-1"
      {"sagsnummer": "A-2
      {"sagsnummer": "A-3"} {"sagsnummer": "A-4"}
      [{"sagsnummer": "A-5"}]
      {"sagsnummer": "A-6"}
      """
    let readings = stream(text, .jsonl)
    #expect(readings.map(\.diagnostics.hasErrors) == [true, true, true, true, false])
    #expect(
      messages(readings) == #"""
        sager.jsonl:1:21: fejl: sag A-1: Linjen slutter, før sagen er færdig. [json-truncated]
          hjælp: I JSON Lines fylder hver sag én linje, og linjeskift i en tekst skrives som \n. Fylder den flere linjer, så er det JSON (.json, eller --input-format json).
          note: sager.jsonl:1:1: Det, der ikke er afsluttet, begynder her.
        sager.jsonl:2:16: fejl: Linjen slutter midt i en tekst. [json-truncated]
          felt: sagsnummer
          hjælp: I JSON Lines fylder hver sag én linje, og linjeskift i en tekst skrives som \n. Fylder den flere linjer, så er det JSON (.json, eller --input-format json).
        sager.jsonl:3:23: fejl: sag A-3: Der står mere efter sagen. [json-trailing-content]
          hjælp: I JSON Lines fylder hver sag én linje for sig.
        sager.jsonl:4:1: fejl: Forventede en sag: felter i krøllede parenteser. Fandt en liste. [wrong-type]
          hjælp: Flere sager skrives som JSON Lines: én sag på hver linje, uden kantede parenteser og komma imellem.
        """#)
  }

  @Test func aBadValueDoesNotStopAList() {
    let readings = stream(#"[{"sagsnummer": 1, "x": []}, 7, null, {"sagsnummer": "A-4"}]"#, .json)
    #expect(readings.map { $0.caseFile?.caseNumber?.value } == [nil, nil, nil, "A-4"])
    #expect(readings.map(\.diagnostics.hasErrors) == [true, true, true, false])
    #expect(
      readings[1].diagnostics.map(\.message) == ["Forventede en sag: felter i krøllede parenteser. Fandt et tal."])
  }

  @Test func saysWhatItDidNotReadAfterASyntaxError() {
    let readings = stream(#"[{"sagsnummer": "A-1"}, {"sagsnummer": "A-2", ?}, {"sagsnummer": "A-3"}]"#, .json)
    #expect(readings.count == 2)
    #expect(
      messages(readings) == """
        sager.json:1:47: fejl: sag A-2: Forventede en nøgle i anførselstegn, fandt tegnet ?. Læsningen er stoppet her. [json-syntax]
          hjælp: Se efter lige før: et komma, et anførselstegn eller en parentes mangler, eller står der forkert.
        sager.json:1:47: fejl: Resten af listen er ikke læst, for det er ikke sikkert, hvor den næste sag begynder. [list-stopped]
          hjælp: Ret fejlen, og kør igen. I JSON Lines (.jsonl), med én sag på hver linje, stopper en fejl kun sin egen sag.
        """)
  }

  @Test func aTextThatIsNotEndedOnItsLineStopsAList() {
    let readings = stream("[{\"sagsnummer\": \"A-1},\n{\"sagsnummer\": \"A-2\"}]", .json)
    #expect(readings.count == 1)
    #expect(readings.flatMap(\.diagnostics).map(\.id) == ["json-open-string", "list-stopped"])
  }

  @Test func aHundredErrorsInOneCaseDoNotStopAList() {
    let keys = (1...120).map { #""x\#($0)": 1"# }.joined(separator: ", ")
    let readings = stream(#"[{\#(keys)}, {"sagsnummer": "A-2"}]"#, .json)
    #expect(readings.count == 2)
    #expect(readings.first?.diagnostics.last?.id == "too-many-errors")
    #expect(readings.last?.caseFile?.caseNumber?.value == "A-2")
  }

  @Test func namesWhatIsWrongBetweenTheCases() {
    let readings = stream(#"[{"sagsnummer": "A-1"} {"sagsnummer": "A-2"},] x"#, .json)
    #expect(readings.map(\.isCase) == [true, true, false, false])
    #expect(
      messages(readings) == """
        sager.json:1:24: fejl: Der mangler et komma før sagen. [json-missing-comma]
          hjælp: Sæt et komma.
        sager.json:1:45: fejl: Der står et komma efter den sidste sag, og det tillader JSON ikke. [json-trailing-comma]
          hjælp: Slet kommaet.
        sager.json:1:48: fejl: Der står mere efter listen. [json-trailing-content]
          hjælp: Flyt det, der hører med, ind før listens afsluttende ], og slet resten.
        """)
    #expect(
      messages(stream(#"[{"sagsnummer": "A-1"}; {}]"#, .json)).hasPrefix(
        """
        sager.json:1:23: fejl: Forventede et komma eller en afsluttende ] efter sagen. [json-syntax]
          hjælp: Sæt et komma, hvis der følger en sag til, eller ] efter den sidste.
        sager.json:1:23: fejl: Resten
        """))
  }

  @Test func tellsOfAListThatIsCutOff() {
    #expect(
      messages(stream(#"[{"sagsnummer": "A-1"}, "#, .json)) == """
        sager.json:1:25: fejl: Filen slutter, før listen er færdig. [json-truncated]
          hjælp: Filen er ikke hel. Hent eller gem den igen.
        """)
    #expect(stream(#"[{"sagsnummer": "A-1"}, {"sagsn"#, .json).last?.diagnostics.map(\.id) == ["json-truncated"])
  }

  @Test func remarksThatThereAreNoCases() {
    #expect(
      messages(stream(" [ ] ", .json))
        == """
        sager.json:1:4: advarsel: Listen er tom: der er ingen sager i den. [no-cases]
          hjælp: Se efter, om det er den rigtige fil.
        """)
    #expect(
      messages(stream("\n\n", .jsonl))
        == """
        sager.jsonl:1:1: advarsel: Der er ingen sager i filen. [no-cases]
          hjælp: Se efter, om det er den rigtige fil.
        """)
    #expect(stream("[]", .json).map(\.isCase) == [false])
  }

  @Test func tellsWhyTheInputStopped() {
    let problem = Diagnostic(.error, "unreadable", "sager.jsonl kan ikke læses.")
    var pieces = [Array("{\"sagsnummer\": \"A-1\"}\n".utf8)]
    let readings = Array(
      CaseStream(file: "sager.jsonl", format: .jsonl) { () throws(DiagnosticsError) in
        if pieces.isEmpty { throw DiagnosticsError([problem]) }
        return pieces.removeFirst()
      })
    #expect(readings.map(\.diagnostics) == [[], [problem]])
  }

  /// What came of a case before the input stopped is no broken case.
  @Test(arguments: ["{\"sagsnum", "{\"sagsnummer\": \"A-2\"}", "  ", "{"])
  func aPieceOfALineThatCouldNotBeReadOnSaysNothing(_ piece: String) {
    let problem = Diagnostic(.error, "unreadable", "sager.jsonl kan ikke læses.")
    for text in ["{\"sagsnummer\": \"A-1\"}\n", ""] {
      var pieces = [Array((text + piece).utf8)]
      let readings = Array(
        CaseStream(file: "sager.jsonl", format: .jsonl) { () throws(DiagnosticsError) in
          if pieces.isEmpty { throw DiagnosticsError([problem]) }
          return pieces.removeFirst()
        })
      #expect(readings.map(\.diagnostics) == (text.isEmpty ? [] : [[]]) + [[problem]])
    }
  }

  @Test func refusesALineLongerThanACaseAndReadsOn() {
    let long = String(repeating: " ", count: CaseReader.byteLimit) + "{}"
    let readings = stream("\(long)\n{\"sagsnummer\": \"A-2\"}", .jsonl, 1 << 20)
    #expect(readings.map(\.name) == ["sager.jsonl:1", "sager.jsonl:2"])
    #expect(
      messages(readings) == """
        sager.jsonl:1:1: fejl: Linjen er større end 16 MB, og det er ingen sag. [file-too-large]
          hjælp: I JSON Lines fylder hver sag én linje.
        """)
  }

  @Test func refusesUTF16Once() throws {
    for format in [InputFormat.json, .jsonl] {
      let bytes = Array("[{}]\n{}\n".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      let readings = Array(CaseStream(file: "sager", format: format, read: pieces(bytes, 64)))
      #expect(readings.flatMap(\.diagnostics).map(\.id) == ["encoding"])
    }
  }

  /// What was read ahead would have to be kept.
  @Test(arguments: [InputFormat.json, .jsonl]) func readsNoFurtherThanTheCaseItGives(_ format: InputFormat) {
    let begin = format == .json ? "[" : ""
    let end = format == .json ? "," : "\n"
    var asked = 0
    var cases = CaseStream(file: "sager", format: format) { () throws(DiagnosticsError) in
      asked += 1
      return Array("\(asked == 1 ? begin : ""){\"sagsnummer\": \"A-\(asked)\"}\(end)".utf8)
    }
    for number in 1...1_000 {
      #expect(cases.next()?.caseFile?.caseNumber?.value == "A-\(number)")
      #expect(asked == number)
    }
  }

  @Test func knowsFormatsByName() {
    #expect(InputFormat(fileName: "a/b.c/sager.JSONL") == .jsonl)
    #expect(InputFormat(fileName: "sag.json") == .json)
    #expect(InputFormat(fileName: "sag") == nil)
    #expect(InputFormat(fileName: "/dev/stdin") == nil)
  }
}
