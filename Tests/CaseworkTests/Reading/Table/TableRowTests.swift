import Diagnostics
import Testing

@testable import Casework

/// Rows that are not written as they should be: each is told, and none hides another.
@Suite struct TableRowTests {
  @Test func refusesShortAndLongRows() {
    let readings = table("sagsnummer;mentor.navn;mentor.titel\nA-1;Ib\nA-2;Ib;leder;\nA-3;Ib;leder\nA-4\n")
    #expect(readings.numbers == [nil, nil, "A-3", nil])
    #expect(
      messages(readings) == """
        liste.csv:2:7: fejl: Rækken har 2 celler, og der er 3 overskrifter: der mangler 1. [csv-short-row]
          celle: B2
          hjælp: Se efter, om et skilletegn mangler. En tom celle har også sit skilletegn.
        liste.csv:3:14: fejl: Rækken har 4 celler, og der er 3 overskrifter. [csv-long-row]
          celle: D3
          hjælp: Har en tekst semikolon, skal cellen stå i anførselstegn.
        liste.csv:5:4: fejl: Rækken har 1 celle, og der er 3 overskrifter: der mangler 2. [csv-short-row]
          celle: A5
          hjælp: Se efter, om et skilletegn mangler. En tom celle har også sit skilletegn.
        """)
    #expect(
      table("sagsnummer,kontrakt.timeloen\nA-1,198,75\n").first?.diagnostics.first?.help
        == "Har en tekst eller et tal komma, skal cellen stå i anførselstegn. Eller gem med semikolon mellem cellerne.")
  }

  @Test func refusesQuotationMarksOutOfPlace() {
    let readings = table(
      """
      sagsnummer;mentor.navn;mentor.titel
      A-1;Ib "Bo" Øst;leder
      A-2;"Ib" Øst;leder
      A-3;"Ib";"leder";
      A-4; "Ib";leder
      A-5;"Ib ""Bo"" Øst";leder
      """)
    #expect(readings.numbers == ["A-1", "A-2", nil, "A-4", "A-5"])
    #expect(readings.last?.caseFile?.mentor?.name?.value == "Ib \"Bo\" Øst")
    #expect(readings.first?.caseFile?.mentor?.title?.value == "leder")
    #expect(
      messages(readings) == #"""
        liste.csv:2:8: fejl: sag A-1: Navn: her står et anførselstegn inde i en celle, der ikke begynder med et. [csv-quote]
          celle: B2
          felt: mentor.navn
          hjælp: Sæt anførselstegn om hele cellen, og skriv dem inde i den dobbelt: "Café ""Æblet""".
        liste.csv:3:9: fejl: sag A-2: Navn: her står mere efter det anførselstegn, der afslutter cellen. [csv-text-after-quote]
          celle: B3
          felt: mentor.navn
          hjælp: Skriv anførselstegn inde i en celle dobbelt ("").
        liste.csv:4:18: fejl: Rækken har 4 celler, og der er 3 overskrifter. [csv-long-row]
          celle: D4
          hjælp: Har en tekst semikolon, skal cellen stå i anførselstegn.
        liste.csv:5:6: fejl: sag A-4: Navn: her står et anførselstegn inde i en celle, der ikke begynder med et. [csv-quote]
          celle: B5
          felt: mentor.navn
          hjælp: Sæt anførselstegn om hele cellen, og skriv dem inde i den dobbelt: "Café ""Æblet""".
        """#)
  }

  /// A quotation mark that is missing must not swallow the next contract, wherever the next one stands.
  @Test(arguments: [
    "A-2;Ib;leder", "A-2;\"Ib\";leder", "A-2;Ib;\"leder\"", "\"A-2\";Ib;leder", "\"A-2\";\"Ib\";\"leder\"",
    "A-2;\"Ib\nØst\";leder",
  ])
  func anOpenQuotationMarkSwallowsNoRow(_ second: String) {
    for size in [1, 5, 1 << 16] {
      let readings = table(
        "sagsnummer;mentor.navn;mentorstoette.maal.tekst\nA-1;\"Ib;leder\n\(second)\nA-3;Ib;leder\n", size)
      #expect(readings.numbers == [nil, "A-2", "A-3"])
      #expect(
        messages(Array(readings.prefix(1))) == """
          liste.csv:2:5: fejl: Navn: et anførselstegn begynder cellen, og intet afslutter den. [csv-open-quote]
            celle: B2
            felt: mentor.navn
            hjælp: Afslut cellen med et anførselstegn.
          """)
    }
  }

  @Test func anOpenQuotationMarkAtTheEndIsTold() {
    let readings = table("sagsnummer;mentor.navn\nA-1;Ib\nA-2;\"Ib")
    #expect(readings.numbers == ["A-1", nil])
    #expect(readings.last?.diagnostics.map(\.id) == ["csv-open-quote"])
  }

  /// Two stray marks that fit together would make one well-formed row of two contracts.
  @Test func aCellThatHoldsAWholeRowIsRefused() {
    let header =
      "sagsnummer;mentor.navn;mentor.titel;mentor.telefon;mentor.email;kontrakt.dato;kontrakt.timeloen;mentorstoette.maal.tekst"
    let readings = table("\(header)\nA-1;Ib;;;;;;\"Job\nA-2;Bo;;;;;;Bolig\"\nA-3;Ib;;;;;;Job\n")
    #expect(readings.numbers == [nil, "A-2", "A-3"])
    #expect(readings.cases.map { $0.diagnostics.map(\.id) } == [["csv-open-quote"], ["csv-quote"], []])
  }

  @Test func keepsTheLinesOfAText() {
    let readings = table("sagsnummer;egenTekst.indledning\nA-1;\"Kære du;\r\n\"\"hej\"\"\r\rSlut\"\nA-2;\n")
    #expect(messages(readings) == "")
    #expect(readings.first?.caseFile?.ownWords?.introduction?.value == "Kære du;\n\"hej\"\n\nSlut")
    #expect(readings.map(\.name) == ["liste.csv:2", "liste.csv:6"])
    #expect(readings.last?.row?.number == 3)
  }

  @Test func refusesACellThatIsTooLarge() {
    let large = String(repeating: "x", count: TableCell.byteLimit)
    let readings = table(
      "sagsnummer;mentor.navn\nA-1;\(large)y\nA-2;\"\(large)\"\nA-3;\"\(large)\nA-4;Ib\nA-5;\"Ib\"\n", 1 << 12)
    #expect(
      readings.map { $0.diagnostics.map(\.id) } == [
        ["csv-cell-too-large"], ["csv-cell-too-large"], ["csv-cell-too-large"], [], [],
      ])
    #expect(
      messages(Array(readings.prefix(1))) == """
        liste.csv:2:5: fejl: sag A-1: Navn: cellen fylder mere end 100.000 byte. [csv-cell-too-large]
          celle: B2
          felt: mentor.navn
          hjælp: Forkort teksten, eller se efter, om et anførselstegn mangler.
        """)
  }

  @Test func refusesARowThatIsTooLargeAndReadsOn() {
    let large = String(repeating: "x;", count: CaseReader.byteLimit / 2 + 1)
    let readings = table("sagsnummer\n\(large)\nA-2\n", 1 << 22)
    #expect(readings.map { $0.diagnostics.map(\.id) } == [["file-too-large"], []])
    #expect(readings.numbers == [nil, "A-2"])
  }

  @Test func keepsNoCellsBeyondTheLimitForColumns() {
    let finder = RowFinder(separator: UInt8(ascii: ";"))
    let found = Array(("x" + String(repeating: ";", count: 300_000) + "y\nA-2").utf8).withUnsafeBufferPointer(
      finder.row)
    #expect(found.width == 300_001)
    #expect(found.cells.count == RowCells.columnLimit + 1)
    #expect(found.length == 300_002)
    #expect(found.cells.last?.content == RowCells.columnLimit + 1..<300_002)
  }

  @Test func countsTheCellsOfARowThatIsTooLong() {
    let row = "x" + String(repeating: ";", count: 2_999)
    #expect(
      messages(table("sagsnummer;mentor.navn\n\(row)y\nA-2;Ib\n").filter { $0.row?.number == 2 }) == """
        liste.csv:2:4: fejl: Rækken har 3000 celler, og der er 2 overskrifter. [csv-long-row]
          celle: C2
          hjælp: Har en tekst semikolon, skal cellen stå i anførselstegn.
        """)
    #expect(table("sagsnummer;mentor.navn\n\(row)y\nA-2;Ib\n").numbers == [nil, "A-2"])
  }

  @Test func aRowOfEmptyCellsIsEmptyHoweverLong() {
    let readings = table("sagsnummer\n\(String(repeating: ";", count: 5_000))\nA-2\n")
    #expect(readings.flatMap(\.diagnostics).map(\.id) == ["empty-row"])
    let filled = table("sagsnummer\n\(String(repeating: ";", count: 5_000))x\nA-2\n")
    #expect(filled.flatMap(\.diagnostics).map(\.id) == ["csv-long-row"])
  }

  @Test func aHeaderOfTooManyColumnsMakesNoCase() {
    let more = String(repeating: ";", count: 2_500)
    let readings = table("sagsnummer\(more)x\nA-1\(more)\nA-2\n")
    #expect(
      readings.map { $0.diagnostics.map(\.id) } == [["csv-too-many-columns"], ["header-errors"], ["csv-short-row"]])
    #expect(messages(readings).contains("Rækken har 1 celle, og der er 2501 overskrifter: der mangler 2500."))
    let longer = table("sagsnummer\(more)x\nA-1\(more);y\n")
    #expect(longer.last?.diagnostics.map(\.id) == ["csv-long-row"])
  }

  /// A row that is looked through from its start for each piece would take hours.
  @Test(arguments: ["x", "x;", "\"x\";", "x;y\u{E9};"]) func readsARowOnFromWhereItsPieceEnded(_ part: String) {
    let long = String(repeating: part, count: 400_000)
    let readings = table("sagsnummer;mentor.navn\n\(long)\nA-2;Ib\n", 16)
    #expect(readings.flatMap(\.diagnostics).map(\.id) == [part == "x" ? "csv-short-row" : "csv-long-row"])
    #expect(readings.numbers == [nil, "A-2"])
  }

  /// Wherever a piece ends, the row is the same.
  @Test func findsTheSameCellsInPiecesOfAnySize() {
    let list =
      "\u{FEFF}sagsnummer;mentor.navn\r\nA-1;\"Ib \"\"Øst\"\"\"\r\n;\r\nA-2;I\"b\rA-3;\"Ib\"x\r\n\"A-4\";\"a\n\nb\"\nA-5;\"Ib\nA-6;Bo"
    let whole = table(list)
    #expect(whole.cases.count == 6)
    for size in 1...40 {
      let readings = table(list, size)
      #expect(messages(readings) == messages(whole))
      #expect(readings.map(\.name) == whole.map(\.name))
      #expect(readings.map { $0.row?.cells.map(\.range) } == whole.map { $0.row?.cells.map(\.range) })
    }
  }

  @Test func tellsAllThatIsWrongInARow() {
    let table = TableText.contracts.with(2, "kontrakt.timeloen", "gratis").with(2, "mentorstoette.periode.fra", "snart")
      .with(2, "mentor.navn", "\"Ib").with(3, "myndighed.cvr", "x").with(3, "sagsnummer", "../A")
    let text = table.with(2, "mentor.navn", "Ib\u{7F}").text
    let readings = CaseworkTests.table(text)
    #expect(
      readings.map { $0.diagnostics.map { $0.path ?? "" } } == [
        ["mentorstoette.periode.fra", "mentor.navn", "kontrakt.timeloen"], ["sagsnummer", "myndighed.cvr"],
      ])
    #expect(readings.map { $0.diagnostics.first?.caseNumber } == ["A-1", nil])
  }
}
