import Diagnostics
import Testing

@testable import Casework

/// A copy of a table with what is wrong in each row: to mend in a spreadsheet, and to read again.
@Suite struct TableCopyTests {
  private func copy(_ text: String) -> String {
    var copy = TableCopy()
    return String(decoding: table(text).flatMap { copy.rows(for: $0, $0.diagnostics) }, as: UTF8.self)
  }

  /// Every message with its cell: columns of characters differ by apostrophes and quotation marks.
  private static func said(_ readings: [Reading]) -> [[String]] {
    readings.cases.map { $0.diagnostics.map { "\($0.location?.cell ?? ""): \($0.message)" } }
  }

  private let list = """
    sagsnummer;mentor.navn;mentor.telefon;kontrakt.timeloen
    A-1;Ib Øst;+45 20 00 00 01;198,75
    A-2;"Café ""Æblet""; bar";20 00 00 02;gratis

    A-4;-Bo-;20;1,234,5
    """

  @Test func holdsTheSameRowsWithTheirErrors() {
    #expect(
      copy(list) == #"""
        \#u{FEFF}sagsnummer;mentor.navn;mentor.telefon;kontrakt.timeloen;fejl;advarsler\#r
        A-1;Ib Øst;'+45 20 00 00 01;198,75;;\#r
        A-2;"Café ""Æblet""; bar";20 00 00 02;gratis;D3: Timeløn: forventede et beløb i kroner, fandt en tekst på 6 tegn. Skriv tallet med decimaler efter et komma: 241,50.;\#r
        ;;;;;\#r
        A-4;'-Bo-;20;1,234,5;C5: Telefon: forventede 8 til 15 cifre, fandt 2. Skriv ét nummer, fx 72 49 60 00 eller +45 72 49 60 00. | D5: Timeløn: forventede et beløb, men tegnene passer ikke sammen. Skriv tallet med decimaler efter et komma: 241,50.;\#r

        """#)
  }

  @Test func comesBackAsItWasAndMended() throws {
    let first = copy(list)
    let again = table(first)
    #expect(Self.said(again) == Self.said(table(list)))
    #expect(copy(first) == first)
    let mended = table(
      first.replacing(";gratis;", with: ";200;").replacing(";1,234,5;", with: ";\"1234,5\";").replacing(
        "Bo-;20;", with: "Bo-;20 00 00 04;"))
    #expect(messages(mended.cases) == "")
    #expect(
      mended.cases.map { $0.caseFile?.mentor?.phone?.value } == ["+45 20 00 00 01", "20 00 00 02", "20 00 00 04"])
    #expect(mended.cases.map { $0.caseFile?.mentor?.name?.value } == ["Ib Øst", "Café \"Æblet\"; bar", "-Bo-"])
  }

  @Test func holdsWhatStandsBeyondTheLimitForColumnsInOneCell() {
    let more = String(repeating: ";", count: RowCells.columnLimit)
    let lines = copy("sagsnummer\nA-1\(more)=1;\"Ib\";x\n").split(separator: "\r\n")
    #expect(lines.last?.hasPrefix("A-1;RÆKKEN ER IKKE HEL: ") == true)
    #expect(lines.last?.hasSuffix(";\"'=1;\"\"Ib\"\";x\"") == true)
  }

  /// Whatever a text begins with: in the copy it is no formula, and from the copy it comes back.
  @Test(arguments: [
    "=1+1", "+1", "-1", "@a", "'=1", "''=1", "'a", "'", "''", "=", "a=1", "'-", "\"\"\"=1\"\"\"", "\"a\nb\"", " =1",
  ])
  func givesBackEveryText(_ cell: String) throws {
    let list = "sagsnummer;egenTekst.indledning\nA-1;\(cell)\n"
    let said = try #require(table(list).first?.caseFile?.ownWords?.introduction?.value)
    let copied = copy(list)
    #expect(table(copied).first?.caseFile?.ownWords?.introduction?.value == said)
    let written = try #require(table(copied).first?.row?.text(1))
    #expect(!["=", "+", "-", "@", "\t", "\r", "\n"].contains(written.first))
  }

  @Test func aRowThatWasNotWholeIsRefusedUntilAPersonSaysItIsMended() {
    let copied = copy("sagsnummer,mentor.navn,mentor.titel\nA-1,Ib\nA-2,Ib,a,b\nA-3,\"Ib\" Øst,\nA-4,\"Ib,\n")
    #expect(
      copied == #"""
        \#u{FEFF}sagsnummer,mentor.navn,mentor.titel,fejl,advarsler\#r
        A-1,Ib,,"RÆKKEN ER IKKE HEL: B2: Rækken har 2 celler, og der er 3 overskrifter: der mangler 1. Se efter, om et skilletegn mangler. En tom celle har også sit skilletegn.",\#r
        A-2,Ib,a,"RÆKKEN ER IKKE HEL: D3: Rækken har 4 celler, og der er 3 overskrifter. Har en tekst eller et tal komma, skal cellen stå i anførselstegn. Eller gem med semikolon mellem cellerne.",,b\#r
        A-3,"""Ib"" Øst",,"RÆKKEN ER IKKE HEL: B4: Navn: her står mere efter det anførselstegn, der afslutter cellen. Skriv anførselstegn inde i en celle dobbelt ("""").",\#r
        A-4,"""Ib,",,"RÆKKEN ER IKKE HEL: B5: Navn: et anførselstegn begynder cellen, og intet afslutter den. Afslut cellen med et anførselstegn.",\#r

        """#)
    // A spreadsheet gives every row the same number of cells.
    let rows = copied.split(separator: "\r\n").map { $0.hasSuffix(",b") ? String($0) : $0 + "," }
    let saved = rows.joined(separator: "\r\n").replacing(",,b", with: ",,")
    let readings = table(saved)
    #expect(
      readings.cases.map { $0.diagnostics.map(\.id) } == [
        ["unmended-row"], ["unmended-row"], ["unmended-row"], ["unmended-row"],
      ])
    #expect(
      messages(Array(readings.prefix(1))) == """
        liste.csv:2:9: fejl: sag A-1: Rækken var ikke hel, da listen blev kontrolleret. [unmended-row]
          celle: D2
          hjælp: Se efter, at hver celle står i sin kolonne, og tøm så denne celle.
        """)
  }

  @Test func tellsOfTheHeaderInTheFirstRow() {
    #expect(
      copy("sagsnummer;mentor.nvn\nA-1;\nA-2;\n") == """
        \u{FEFF}sagsnummer;mentor.nvn;fejl;advarsler\r
        A-1;;"B1: ukendt kolonne 'mentor.nvn'; mente du 'mentor.navn'? Ret overskriften til 'mentor.navn'. | A2: Overskrifterne har fejl, så rækken kan ikke blive til en sag. Ret overskrifterne i første række.";\r
        A-2;;A3: Overskrifterne har fejl, så rækken kan ikke blive til en sag. Ret overskrifterne i første række.;\r

        """)
  }

  @Test func warningsHaveAColumnOfTheirOwn() {
    var copy = TableCopy()
    let reading = table("sagsnummer\nA-1\n")[0]
    let warning = Diagnostic(.warning, "R39", "Perioden rækker ind i 2027.", help: "Tjek loven.")
    let text = String(decoding: copy.rows(for: reading, [warning]), as: UTF8.self)
    #expect(text == "\u{FEFF}sagsnummer;fejl;advarsler\r\nA-1;;Perioden rækker ind i 2027. Tjek loven.\r\n")
  }
}
