import Diagnostics
import Fields
import Testing

@testable import Casework

/// Values that a cell cannot mean; no message repeats one.
@Suite struct TableValueTests {
  @Test func refusesOtherDates() {
    let readings = cells(
      "kontrakt.dato", "1/12/2026", "1-12-26", "31-11-2026", "1. december 2026", "2026-1-1", "12-2026", "1-12.2026")
    #expect(
      messages(readings) == """
        liste.csv:2:5: fejl: sag A-1: Dato: med skråstreger er det ikke til at vide, om dag eller måned står først. [date-format]
          celle: B2
          felt: kontrakt.dato
          hjælp: Skriv dag-måned-år, fx 23-11-2026.
        liste.csv:3:5: fejl: sag A-2: Dato: årstallet har kun to cifre. [date-format]
          celle: B3
          felt: kontrakt.dato
          hjælp: Skriv det med fire: dag-måned-år, fx 23-11-2026.
        liste.csv:4:5: fejl: sag A-3: Dato: november 2026 har ikke en dag nr. 31. [no-such-date]
          celle: B4
          felt: kontrakt.dato
          hjælp: Skriv en dato, der findes, fx 23-11-2026.
        liste.csv:5:5: fejl: sag A-4: Dato: forventede en dato som 23-11-2026 (dag-måned-år), fandt en anden tekst (16 tegn). [date-format]
          celle: B5
          felt: kontrakt.dato
          hjælp: Skriv 23-11-2026, 23.11.2026 eller 2026-11-23.
        liste.csv:6:5: fejl: sag A-5: Dato: forventede en dato som 23-11-2026 (dag-måned-år), fandt en anden tekst (8 tegn). [date-format]
          celle: B6
          felt: kontrakt.dato
          hjælp: Skriv 23-11-2026, 23.11.2026 eller 2026-11-23.
        liste.csv:7:5: fejl: sag A-6: Dato: forventede en dato som 23-11-2026 (dag-måned-år), fandt en anden tekst (7 tegn). [date-format]
          celle: B7
          felt: kontrakt.dato
          hjælp: Skriv 23-11-2026, 23.11.2026 eller 2026-11-23.
        liste.csv:8:5: fejl: sag A-7: Dato: forventede en dato som 23-11-2026 (dag-måned-år), fandt en anden tekst (9 tegn). [date-format]
          celle: B8
          felt: kontrakt.dato
          hjælp: Skriv 23-11-2026, 23.11.2026 eller 2026-11-23.
        """)
  }

  @Test func refusesAmountsThatCouldBeTwo() {
    let readings = cells(
      "kontrakt.timeloen", "1.234", "198,755", "1,234.50", "198,75 kr.", "100000,01", ",5", "12.34,5", "-5")
    #expect(readings.map(\.diagnostics.count) == [1, 1, 1, 1, 1, 1, 1, 1])
    #expect(
      messages(Array(readings.prefix(5))) == """
        liste.csv:2:5: fejl: sag A-1: Timeløn: punktummet kan både skille tusinder og være et komma. [ambiguous-amount]
          celle: B2
          felt: kontrakt.timeloen
          hjælp: Skriv tallet uden punktum, og decimaler efter et komma: 1234,50.
        liste.csv:3:5: fejl: sag A-2: Timeløn: forventede et beløb med højst to decimaler. [wrong-type]
          celle: B3
          felt: kontrakt.timeloen
          hjælp: Skriv fx 241,50.
        liste.csv:4:5: fejl: sag A-3: Timeløn: forventede et beløb, men tegnene passer ikke sammen. [wrong-type]
          celle: B4
          felt: kontrakt.timeloen
          hjælp: Skriv tallet med decimaler efter et komma: 241,50.
        liste.csv:5:5: fejl: sag A-4: Timeløn: forventede et beløb i kroner, fandt en tekst på 10 tegn. [wrong-type]
          celle: B5
          felt: kontrakt.timeloen
          hjælp: Skriv tallet med decimaler efter et komma: 241,50.
        liste.csv:6:5: fejl: sag A-5: Timeløn: forventede et tal fra 0 til 100.000, fandt et større. [out-of-range]
          celle: B6
          felt: kontrakt.timeloen
          hjælp: Se efter, om tallet er tastet rigtigt.
        """)
  }

  @Test func refusesOtherWholeNumbers() {
    let readings = cells("mentorstoette.timetal.timer", "2,5", "to", "169", "-1", "99999999999999999999", "02")
    #expect(readings.map(\.diagnostics.isEmpty) == [false, false, false, false, false, true])
    #expect(
      readings[3...4].flatMap(\.diagnostics).map(\.message) == [
        "Timer: forventede et tal fra 0 til 168, fandt et mindre.",
        "Timer: forventede et tal fra 0 til 168, fandt et større.",
      ])
    #expect(
      messages(Array(readings.prefix(3))) == """
        liste.csv:2:5: fejl: sag A-1: Timer: forventede et helt tal, fandt et med komma eller punktum. [wrong-type]
          celle: B2
          felt: mentorstoette.timetal.timer
          hjælp: Skriv 2 i timer og 30 i minutter.
        liste.csv:3:5: fejl: sag A-2: Timer: forventede et helt tal, fandt en tekst på 2 tegn. [wrong-type]
          celle: B3
          felt: mentorstoette.timetal.timer
          hjælp: Skriv hele timer i timer og resten i minutter, fx 2 i timer og 30 i minutter.
        liste.csv:4:5: fejl: sag A-3: Timer: forventede et tal fra 0 til 168, fandt et større. [out-of-range]
          celle: B4
          felt: mentorstoette.timetal.timer
          hjælp: Skriv timerne for én uge.
        """)
  }

  @Test func advisesWhatTheFieldTakes() {
    let helps = cells("mentorstoette.timetal.timer;loebenummer", "2.25;", "2:30;", "2 t;", "-2,5;", ";1,5", ";to").map {
      $0.diagnostics.map(\.help)
    }
    let separately = "Skriv hele timer i timer og resten i minutter, fx 2 i timer og 30 i minutter."
    #expect(
      helps == [
        ["Skriv 2 i timer og 15 i minutter."], ["Skriv 2 i timer og 30 i minutter."], [separately], [separately],
        ["Skriv kun cifre."], ["Skriv kun cifre."],
      ])
  }

  @Test func refusesOtherWords() {
    #expect(
      messages(cells("borger.adressebeskyttet;mentorstoette.maal.type", "x;uddanelse")) == """
        liste.csv:2:5: fejl: sag A-1: Adressebeskyttet: forventede ja eller nej, fandt en tekst på 1 tegn. [wrong-type]
          celle: B2
          felt: borger.adressebeskyttet
          hjælp: Skriv ja eller nej.
        liste.csv:2:7: fejl: sag A-1: Måltype: ukendt ord; forventede et af ordene beskaeftigelse, uddannelse. [unknown-word]
          celle: C2
          felt: mentorstoette.maal.type
          hjælp: Mente du 'uddannelse'?
        """)
  }

  @Test func takesEachWordOfEachChoice() {
    var choices: [(path: String, words: [String])] = []
    func visit(_ shape: InputShape, _ owner: String) {
      for entry in shape.entries {
        switch entry.type {
        case .choice(let choice): choices.append((owner + entry.name, choice.cases.map(\.name)))
        case .record(let inner): visit(inner, "\(owner)\(entry.name).")
        case .list(let inner): visit(inner, "\(owner)\(entry.name).1.")
        default: break
        }
      }
    }
    visit(CaseFile.input.shape, "")
    #expect(choices.count > 20)
    for (path, words) in choices {
      for written in [words, words.map { $0.uppercased() }] {
        let found = messages(table("\(path)\n\(written.joined(separator: "\n"))\n"))
        #expect(!found.contains("[unknown-word]"), "\(path): \(found)")
      }
    }
  }

  @Test func refusesMoreMarksThanALetterHas() {
    let letter = "a" + String(repeating: "\u{300}", count: 20_000)
    #expect(
      messages(table("sagsnummer;borger.navn\nA-1;Å\(letter)\nA-2;Ib\n")) == """
        liste.csv:2:7: fejl: sag A-1: Navn: her står flere end 8 accenter eller andre mærker i træk, og intet bogstav har så mange. [too-many-marks]
          celle: B2
          felt: borger.navn
          hjælp: Behold de mærker, der hører til bogstavet, og slet resten; de følger ofte med, når tekst kopieres.
        """)
  }

  @Test func makesOneLetterOfALetterAndItsMark() {
    let readings = table("borger.navn\nA\u{30A}se Lindega\u{30A}rd\n")
    let name = readings.first?.caseFile?.citizen?.name?.value
    #expect(name.map { Array($0.unicodeScalars) } == Array("Åse Lindegård".unicodeScalars))
  }

  @Test func tellsWhatASpreadsheetDoesToNumbers() {
    let readings = table(
      "mentor.arbejdsgiver.pnummer;borger.cpr;myndighed.ean;myndighed.cvr\n123456789;112771212;5,79E+12;2918844\n")
    #expect(
      messages(readings) == """
        liste.csv:2:1: fejl: P-nummer: forventede 10 cifre, fandt 9. [invalid-digits]
          celle: A2
          felt: mentor.arbejdsgiver.pnummer
          hjælp: Har regnearket fjernet et nul forrest, så gør kolonnen til tekst, og skriv nummeret igen.
        liste.csv:2:11: fejl: CPR-nummer: forventede ti cifre, fandt 9. [invalid-cpr]
          celle: B2
          felt: borger.cpr
          hjælp: Har regnearket fjernet et nul forrest, så gør kolonnen til tekst, og skriv nummeret igen.
        liste.csv:2:21: fejl: EAN-nummer: forventede 13 cifre, fandt et komma som tegn nr. 2. [invalid-digits]
          celle: C2
          felt: myndighed.ean
          hjælp: Regnearket har afrundet nummeret. Gør kolonnen til tekst, og skriv nummeret igen.
        liste.csv:2:30: fejl: CVR-nummer: forventede 8 cifre, fandt 7. [invalid-digits]
          celle: D2
          felt: myndighed.cvr
          hjælp: Har regnearket fjernet et nul forrest, så gør kolonnen til tekst, og skriv nummeret igen.
        """)
  }

  @Test func judgesTextsAsTheReaderOfJSONDoes() {
    let readings = cells(
      "mentor.navn;mentor.telefon", "\"Ib\nØst\";123", "I\u{0}b;12 34 56 78", "I\u{202E}b;", "\u{200B};",
      String(repeating: "x", count: 201) + ";")
    #expect(
      messages(readings) == """
        liste.csv:2:8: fejl: sag A-1: Navn: feltet fylder én linje, men her er et linjeskift eller en tabulator. [line-break]
          celle: B2
          felt: mentor.navn
          hjælp: Skriv et mellemrum i stedet.
        liste.csv:3:6: fejl: sag A-1: Telefon: forventede 8 til 15 cifre, fandt 3. [invalid-phone]
          celle: C2
          felt: mentor.telefon
          hjælp: Skriv ét nummer, fx 72 49 60 00 eller +45 72 49 60 00.
        liste.csv:4:6: fejl: sag A-2: Navn: tegnet U+0000 kan ikke stå i et dokument. [control-character]
          celle: B3
          felt: mentor.navn
          hjælp: Slet tegnet; det er usynligt.
        liste.csv:5:6: fejl: sag A-3: Navn: tegnet U+202E vender skriveretningen og kan få teksten til at se ud som en anden. [bidi-character]
          celle: B4
          felt: mentor.navn
          hjælp: Slet tegnet; det er usynligt og følger ofte med, når tekst kopieres.
        liste.csv:6:5: fejl: sag A-4: Navn: tegnet U+200B er usynligt og kan skjule, hvad der står i teksten. [invisible-character]
          celle: B5
          felt: mentor.navn
          hjælp: Slet tegnet; det følger ofte med, når tekst kopieres.
        liste.csv:7:5: fejl: sag A-5: Navn: teksten er på 201 tegn, og feltet tager højst 200. [text-too-long]
          celle: B6
          felt: mentor.navn
          hjælp: Forkort teksten.
        """)
  }

  /// A list has cells where JSON has keys.
  @Test func speaksOfCellsAndNotOfKeys() {
    #expect(
      messages(cells("mentor.navn", "\u{AD}")) == """
        liste.csv:2:5: fejl: sag A-1: Navn: teksten er tom. [blank-text]
          celle: B2
          felt: mentor.navn
          hjælp: Skriv en tekst, eller lad cellen være tom.
        """)
  }

  @Test func dropsNoApostropheOfATableThatIsNoCopy() {
    #expect(cells("mentorstoette.maal.tekst", "'+1").first?.caseFile?.support?.goal?.text?.value == "'+1")
  }
}
