import Diagnostics
import Fields
import Testing

@testable import Casework

/// HR's list: one case in each row, its values as a Danish spreadsheet writes them.
@Suite struct TableReadingTests {
  @Test(arguments: CaseStreamTests.pieceSizes) func readsAListWhateverThePieces(_ size: Int) throws {
    let readings = table(TableText.contracts.text, size)
    #expect(messages(readings) == "")
    #expect(readings.map(\.name) == ["liste.csv:2", "liste.csv:3"])
    let first = try #require(readings.first?.caseFile)
    #expect(first.caseNumber?.value == "A-1")
    #expect(first.authority?.companyNumber?.value.digits == "29188440")
    #expect(first.support?.goal?.kind?.value.rawValue == "beskaeftigelse")
    #expect(first.support?.tasks.map(\.text?.value) == ["Støtte i køkkenet"])
    #expect(first.support?.period?.from?.value == "2026-12-01")
    #expect(first.support?.period?.to == nil)
    #expect(first.support?.hours?.hours?.value == 2)
    #expect(first.mentor?.employer?.name?.value == "Café \"Æblet\" & Søn ApS")
    #expect(first.contract?.hourlyPay?.value == Amount(oere: 19_875))
    #expect(first.citizen == nil)
    let second = try #require(readings.last?.caseFile)
    #expect(second.support?.period?.from?.value == "2027-01-04")
    #expect(second.contract?.date?.value == "2026-11-23")
    let place = second.source.location(at: second.contract?.hourlyPay?.position ?? 0)
    #expect(place == SourceLocation(file: "liste.csv", line: 3, column: 176, cell: "N3"))
  }

  @Test func takesCommasByteOrderMarkAndAnyEndOfLine() {
    let text = "\u{FEFF}sagsnummer,kontrakt.timeloen,mentorstoette.maal.tekst\rA-1,\"198,75\",\"a\r\nb\"\nA-2,198.75,"
    let readings = table(text)
    #expect(messages(readings) == "")
    #expect(readings.map { $0.caseFile?.contract?.hourlyPay?.value.oere } == [19_875, 19_875])
    #expect(readings.map { $0.caseFile?.support?.goal?.text?.value } == ["a\nb", nil])
    #expect(readings.map(\.name) == ["liste.csv:2", "liste.csv:4"])
  }

  @Test func anEmptyCellIsAnAbsentValue() throws {
    let file = try #require(cells("borger.navn;borger.cpr;mentor.navn", " ;\u{00A0};\"\"").first?.caseFile)
    #expect(file.citizen == nil && file.mentor == nil)
    let readings = cells("mentorstoette.opgaver.1.tekst;mentorstoette.opgaver.3.tekst", ";Rejser", "Job;", ";")
    #expect(readings.map { $0.caseFile?.support?.tasks.map(\.text?.value) } == [["Rejser"], ["Job"], nil])
  }

  @Test func readsAmounts() {
    let written = ["198,75", "198.75", "198,5", "1.234,50", "1234", "1.234.567", "0,05", " 7 "]
    let readings = written.map { cells("kontrakt.uddannelsestilskud.beloeb", $0) }
    #expect(
      readings.map { $0.first?.caseFile?.contract?.trainingGrant?.amount?.value.oere } == [
        19_875, 19_875, 19_850, 123_450, 123_400, 123_456_700, 5, 700,
      ])
  }

  @Test func readsYesAndNo() {
    let readings = cells("borger.adressebeskyttet", "ja", "NEJ", "true", "False", "SAND", "falsk")
    #expect(messages(readings) == "")
    #expect(
      readings.map { $0.caseFile?.citizen?.hasProtectedAddress?.value } == [true, false, true, false, true, false])
  }

  @Test func readsWordsInAnyLetters() {
    let readings = cells("mentorstoette.maal.type", "beskaeftigelse", "Beskæftigelse", " UDDANNELSE ")
    #expect(messages(readings) == "")
    let words = readings.map { $0.caseFile?.support?.goal?.kind?.value.rawValue }
    #expect(words == ["beskaeftigelse", "beskaeftigelse", "uddannelse"])
  }

  @Test func namesColumnsByPathLabelOrTheEndOfEither() throws {
    let header = [
      "Sagsnummer", "tidligerePerioder.1.fra", "Mentorstøtte: Opgaver 2: Opgavetekst", "Serviceniveau",
      "mentor/arbejdsgiver/CVR-nummer", "MENTOR Navn",
    ]
    let readings = table("\(header.joined(separator: ";"))\nA-1;1-2-2026;Bolig;2;87654321;Ib Øst\n")
    #expect(messages(readings) == "")
    let file = try #require(readings.first?.caseFile)
    #expect(file.support?.earlierPeriods.map(\.from?.value) == ["2026-02-01"])
    #expect(file.support?.tasks.map(\.text?.value) == ["Bolig"])
    #expect(file.support?.serviceLevel?.value == 2)
    #expect(file.mentor?.employer?.companyNumber?.value.digits == "87654321")
    #expect(file.mentor?.name?.value == "Ib Øst")
  }

  /// The header that the program prints names each field once, by path and by label, and is read without a remark.
  @Test(arguments: [false, true]) func knowsEveryColumnThatItPrints(_ labels: Bool) throws {
    let header = CaseSchema.tableHeader(labels: labels, rows: 2)
    let row = header.split(separator: ";").dropFirst().map { _ in ";" }.joined()
    let readings = table("\(header)\nA-1\(row)\n")
    #expect(messages(readings) == "")
    let columns = try #require(readings.first?.row?.header?.columns)
    let paths = CaseSchema.dictionary().filter { $0.cell != nil }.map(\.path)
    #expect(
      Set(columns.compactMap(\.path).map { $0.replacing(".2.", with: ".1.").replacing(".1.", with: ".N.") })
        == Set(paths))
    #expect(Set(columns.compactMap(\.path)).count == columns.count)
  }

  @Test func aColumnWithoutANameMayBeEmpty() {
    let readings = table("sagsnummer;;\nA-1;;\nA-2;x;\n")
    #expect(readings.numbers == ["A-1", "A-2"])
    #expect(
      messages(readings) == """
        liste.csv:3:5: fejl: sag A-2: Her står noget i en kolonne uden overskrift. [unnamed-column]
          celle: B3
          hjælp: Giv kolonnen en overskrift, eller tøm cellen.
        """)
  }

  /// What is said of an empty list: a table must have a header, and one without rows is probably a mistake.
  @Test func tellsOfTablesWithoutRows() {
    #expect(
      messages(table("sagsnummer;mentor.navn\n"))
        == """
        liste.csv:2:1: advarsel: Tabellen har overskrifter, men ingen rækker. [no-cases]
          hjælp: Se efter, om det er den rigtige fil.
        """)
    #expect(
      messages(table("")) == """
        liste.csv:1:1: fejl: Filen er tom. [csv-empty]
          hjælp: Kommandoen 'mentorbrev schema csv' skriver en række med overskrifter at begynde med.
        """)
  }

  @Test func passesOverEmptyRowsAndSaysSo() {
    let readings = table("sagsnummer;mentor.navn\n\n;\nA-1;Ib\n ; \nA-2;Ib\n;\n")
    #expect(readings.numbers == ["A-1", "A-2"])
    #expect(
      messages(readings) == """
        liste.csv:2:1: note: Linje 2-3 er tomme og sprunget over. [empty-row]
        liste.csv:5:1: note: Linje 5 er tom og sprunget over. [empty-row]
        liste.csv:7:1: note: Linje 7 er tom og sprunget over. [empty-row]
        """)
    #expect(readings.cases.map { $0.row?.number } == [4, 6])
  }

  @Test func readsNoFurtherThanTheRowItGives() {
    var asked = 0
    var cases = CaseStream(file: "liste.csv", format: .csv) { () throws(DiagnosticsError) in
      asked += 1
      return Array((asked == 1 ? "sagsnummer;mentor.navn\n" : "A-\(asked);Ib\n").utf8)
    }
    for number in 2...500 {
      #expect(cases.next()?.caseFile?.caseNumber?.value == "A-\(number)")
      #expect(asked == number)
    }
  }

  @Test func tellsWhatAFieldThatIsMissingWouldStandIn() throws {
    let header =
      "sagsnummer;mentorstoette.opgaver.1.tekst;mentorstoette.opgaver.2.omraade;mentorstoette.opgaver.2.tekst"
    let source = try #require(table("\(header)\nA-1;;;Bolig\n").first?.caseFile?.source)
    // The second task of the table is the first of the case.
    #expect(source.location(ofMissing: "mentorstoette.opgaver.1.omraade")?.cell == "C2")
    #expect(source.location(ofMissing: "mentorstoette.opgaver")?.cell == "B2")
    #expect(source.location(ofMissing: "mentor.navn") == SourceLocation(file: "liste.csv", line: 2, column: 1))
    #expect(CaseSource().location(ofMissing: "mentor.navn") == nil)
  }

  @Test func namesColumnsAsSpreadsheetsDo() {
    #expect([0, 25, 26, 51, 52, 701, 702].map(TableHeader.letters) == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"])
  }
}
