import Diagnostics
import Fields
import Testing

@testable import Casework

/// What a case file says arrives typed, unchanged and with its place.
@Suite struct CaseReaderTests {
  @Test func readsEveryKey() throws {
    #expect(problems(in: ReadingTexts.complete) == "")
    let file = try #require(caseFile(ReadingTexts.complete))
    #expect(file.caseNumber?.value == "27.36.00-G01-1042-26")
    #expect(file.serialNumber?.value == 2)
    #expect(file.legalBasis?.value.rawValue == "lab")
    #expect(file.authority?.companyNumber?.value.digits == "29188440")
    #expect(file.authority?.invoiceNumber?.value.digits == "5790000000000")
    #expect(file.authority?.digitalPost?.value.address == "https://www.gribskov.dk/digitalpost")
    #expect(file.caseworker?.phone?.value == "+45 72 49 61 12")
    #expect(file.citizen?.name?.value == "Søren \"Sømand\" Æbelø-Nørgård")
    #expect(file.citizen?.isExemptFromDigitalPost?.value == false)
    #expect(file.citizen?.hasProtectedAddress?.value == true)
    #expect(file.recipients.map(\.role?.value.rawValue) == ["borger", "vaerge"])
    #expect(file.recipients[1].address?.city?.value == "Helsinge")
    #expect(file.decision?.kind?.value == .grant)
    #expect(file.decision?.receiptDate?.value == CalendarDate(year: 2026, month: 11, day: 24))
    #expect(file.decision?.reasons?.facts?.value == "Du har været sygemeldt.\nSiden marts.")
    #expect(file.decision?.hearing?.answer?.value == "Du har ikke svaret.")
    #expect(file.support?.tasks.map(\.area?.value.rawValue) == ["praktisk", "personlig"])
    #expect(file.support?.hours?.phases.first?.hours?.value == 3)
    #expect(file.support?.discharge?.shorterByWish?.value == "Du ønsker tre måneder.")
    #expect(file.support?.earlierPeriods.count == 1)
    #expect(file.mentor?.employer?.productionUnitNumber?.value.digits == "1234567890")
    #expect(file.mentor?.employer?.contact?.name?.value == "Bo Kruse")
    #expect(file.plan?.isHolistic?.value == false)
    #expect(file.contract?.hourlyPay?.value == Amount(oere: 24_150))
    #expect(file.contract?.trainingGrant?.amount?.value == Amount(oere: 360_000))
    #expect(file.contract?.invoicing?.interval?.value == .month)
    #expect(file.ownWords?.closing?.value == "Held og lykke.")
    #expect(file.recipients[1].companyNumber?.value.digits == "12345678")
    #expect(file.dispatch?.number?.value == 2)
    #expect(file.dispatch?.attachments.map(\.file?.value) == ["1042/kort.pdf"])
    #expect(file.dispatch?.meeting?.from?.value == ClockTime(hour: 9, minute: 30))
    #expect(file.dispatch?.meeting?.to?.value == ClockTime(hour: 10, minute: 15))
    #expect(file.waivers.first?.rule?.value == "R13")
  }

  @Test func readsKeysInAnyOrderAndSpelling() throws {
    let file = try #require(caseFile(#"{"mentor": {"email": "a@b.dk", "navn": "A"}, "sagsnummer": "A-1"}"#))
    #expect(file.mentor?.name?.value == "A")
    #expect(file.mentor?.email?.value == "a@b.dk")
    #expect(file.caseNumber?.value == "A-1")
    #expect(caseFile(#"{"s\u0061gsnummer": "A-1"}"#)?.caseNumber?.value == "A-1")
  }

  @Test func acceptsByteOrderMark() {
    #expect(problems(in: "\u{FEFF}{\"sagsnummer\": \"A-1\"}") == "")
    #expect(problems(in: "\u{FEFF}{\"x\": 1}").hasPrefix("sag.json:1:2: "))
  }

  @Test func acceptsEmptyObjectsAndLists() throws {
    let file = try #require(caseFile(#" { "borger" : { } , "modtagere" : [ ] } "#))
    #expect(file.citizen != nil)
    #expect(file.recipients.isEmpty)
  }

  @Test func dropsDashAndSpaceInCivilRegistrationNumber() {
    for written in ["8211771212", "821177-1212", "821177 1212", " 821177-1212 "] {
      let file = caseFile(#"{"borger": {"cpr": "\#(written)"}}"#)
      #expect(file?.citizen?.civilRegistrationNumber?.value.digits == "8211771212")
    }
  }

  @Test func describesNoCivilRegistrationNumber() throws {
    let number = try #require(CivilRegistrationNumber("821177-1212"))
    var dumped = ""
    dump(number, to: &dumped)
    #expect("\(number)" == "CPR-nummer")
    #expect(!dumped.contains("8211"))
  }

  @Test func dropsWhiteSpaceAroundTexts() {
    let file = caseFile(#"{"borger": {"navn": " \u00a0Åse Ø \u2003"}, "egenTekst": {"indledning": "\n a\tb \r\n"}}"#)
    #expect(file?.citizen?.name?.value == "Åse Ø")
    #expect(file?.ownWords?.introduction?.value == "a\tb")
  }

  @Test func endsLinesWithLineFeeds() {
    let file = caseFile(#"{"egenTekst": {"indledning": "a\r\nb\rc\u000ad\u000D\u000Ae"}}"#)
    #expect(file?.ownWords?.introduction?.value == "a\nb\nc\nd\ne")
  }

  @Test func undoesEscapes() {
    let file = caseFile(#"{"borger": {"navn": "\u00e6\/\\\"\ud83d\ude00 \u2019"}}"#)
    #expect(file?.citizen?.name?.value == "æ/\\\"😀 ’")
  }

  @Test func readsPlainCharactersWhereverTheyStand() {
    for byte in UInt8(0)..<0x80 {
      for place in 0..<9 {
        var name = Array("abcdefghijklmnop".utf8)
        name[place] = byte
        let text = Array(#"{"borger": {"navn": "x"#.utf8) + name + Array(#"x"}}"#.utf8)
        let reading = CaseReader().read(text, file: "sag.json")
        let isPlain = byte >= 0x20 && byte != 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
        #expect(reading.diagnostics.isEmpty == isPlain, "\(byte)")
        if isPlain { #expect(reading.caseFile?.citizen?.name?.value == "x\(String(decoding: name, as: UTF8.self))x") }
      }
    }
  }

  @Test func keepsMarkupAsText() {
    let file = caseFile(#"{"borger": {"navn": "<script>alert(\"1\")</script> & ]]> {borger.cpr}"}}"#)
    #expect(file?.citizen?.name?.value == #"<script>alert("1")</script> & ]]> {borger.cpr}"#)
  }

  @Test func readsTextsAtTheirLimits() {
    let name = String(repeating: "å", count: 200)
    let paragraph = String(repeating: "ø", count: 20_000)
    let file = caseFile(#"{"borger": {"navn": "\#(name)"}, "egenTekst": {"indledning": "\#(paragraph)"}}"#)
    #expect(file?.citizen?.name?.value == name)
    #expect(file?.ownWords?.introduction?.value == paragraph)
  }

  @Test(arguments: [
    "A-1", "27.36.00-G01-1042-26", "æ.Ø/å 1", "12345678901", "4011771212", "A 999999-1234", "8211.77.1212",
    "821177/1212",
  ])
  func acceptsCaseNumbers(_ number: String) {
    #expect(caseFile(#"{"sagsnummer": "\#(number)"}"#)?.caseNumber?.value == number)
  }

  @Test(arguments: ["..", "../a", "a/../b", "/a", "a/", "a//b", "a/.b", "a./b", ".a", "a."])
  func refusesCaseNumbersThatAreNoFolder(_ number: String) {
    #expect(problems(in: #"{"sagsnummer": "\#(number)"}"#).contains("[invalid-case-number]"))
  }

  @Test(arguments: ["8211771212", "X8211771212", "Sag 821177-1212/2", "821177 - 1212", "821177 1212", "0101991234"])
  func refusesCaseNumbersWithCivilRegistrationNumber(_ number: String) {
    #expect(problems(in: #"{"sagsnummer": "\#(number)"}"#).contains("[cpr-in-case-number]"))
  }

  @Test func refusesCaseNumberOfOtherFieldsAsCaseNumber() {
    #expect(!problems(in: #"{"sagsnummer": "8211771212", "x": 1}"#).contains("sag 8211"))
  }

  @Test(arguments: ["a@b.dk", "a.b+c@d-e.co.uk", "ø@æ.dk"])
  func acceptsMailAddresses(_ address: String) {
    #expect(caseFile(#"{"mentor": {"email": "\#(address)"}}"#)?.mentor?.email?.value == address)
  }

  @Test(arguments: [
    "a", "@b.dk", "a@b", "a@.dk", "a@b.", "a@b@c.dk", "a.@b.dk", "a@b..dk", "<a@b.dk>", "a@b/c.dk",
    "a@-b.dk", "a@b-.dk", "a@b.d", "a@b.12", "a@b_c.dk", "a@1.2.3.4", "a@\(String(repeating: "b", count: 64)).dk",
    "a@b.dk.",
  ])
  func refusesMailAddresses(_ address: String) {
    #expect(problems(in: #"{"mentor": {"email": "\#(address)"}}"#).contains("[invalid-email]"))
  }

  @Test func placesValuesByCharacterAfterDanishLetters() throws {
    let text = "{\"borger\": {\"navn\": \"Æøå 😀\",\r\n  \"maalgruppe\": \"6-3\", \"cpr\": \"821177-1212\"}}"
    let file = try #require(caseFile(text))
    let position = try #require(file.citizen?.civilRegistrationNumber?.position)
    #expect(file.source.location(at: position) == SourceLocation(file: "sag.json", line: 2, column: 31))
    let name = try #require(file.citizen?.name?.position)
    #expect(file.source.location(at: name) == SourceLocation(file: "sag.json", line: 1, column: 21))
  }

  @Test func placesProblemsAfterDanishLettersOnTheirLine() {
    let text = #"{"borger": {"navn": "Æøå ÆØÅ", "alder": 7}}"#
    let column = text.unicodeScalars.count - #""alder": 7}}"#.count + 1
    #expect(problems(in: text).hasPrefix("sag.json:1:\(column): "))
  }

  @Test func numbersRowsFromOne() {
    let text = #"{"sagsnummer": "A-2", "mentorstoette": {"opgaver": [{"tekst": "a"}, {"tekst": 7}]}}"#
    let diagnostic = CaseReader().read(Array(text.utf8), file: "sag.json").diagnostics.first
    #expect(diagnostic?.path == "mentorstoette.opgaver.2.tekst")
    #expect(diagnostic?.caseNumber == "A-2")
  }

  @Test func givesCaseWithoutItsFaultyFields() throws {
    let text = #"{"sagsnummer": "A-2", "mentorstoette": {"periode": {"fra": "x", "til": "2026-12-01"}, "opgaver": {}}}"#
    let reading = CaseReader().read(Array(text.utf8), file: "sag.json")
    let file = try #require(reading.caseFile)
    #expect(file.support?.period?.from == nil)
    #expect(file.support?.period?.to != nil)
    #expect(reading.concerns("mentorstoette.periode.fra"))
    #expect(reading.concerns("mentorstoette.periode"))
    #expect(reading.concerns("mentorstoette.opgaver.1.tekst"))
    #expect(!reading.concerns("mentorstoette.periode.til"))
    #expect(!reading.concerns("mentorstoette.maal"))
  }

  @Test func knowsWhatAMisspeltKeyMeans() {
    let text = #"{"mentorstotte": {"maal": "x"}, "mentor": {"arbejdsgiver": {"nvn": "Nord ApS"}}}"#
    let reading = CaseReader().read(Array(text.utf8), file: "sag.json")
    #expect(reading.diagnostics.map(\.path) == ["mentorstotte", "mentor.arbejdsgiver.nvn"])
    #expect(reading.concerns("mentorstoette"))
    #expect(reading.concerns("mentorstoette.periode.fra"))
    #expect(reading.concerns("mentor.arbejdsgiver.navn"))
    #expect(!reading.concerns("mentor.arbejdsgiver.cvr"))
    #expect(!reading.concerns("mentorstoettefag"))
  }

  @Test func stopsAfterHundredProblems() {
    let rows = Array(repeating: "1", count: 5_000).joined(separator: ",")
    let reading = CaseReader().read(Array(#"{"undtagelser": [\#(rows)]}"#.utf8), file: "sag.json")
    #expect(reading.diagnostics.count == 101)
    #expect(reading.diagnostics.last?.message == "Der er flere end 100 fejl. Læsningen er stoppet her.")
    #expect(reading.caseFile == nil)
  }

  @Test func refusesFileThatIsNoCase() {
    let bytes = [UInt8](repeating: 0x20, count: CaseReader.byteLimit + 1)
    #expect(problems(in: bytes).contains("Filen er større end 16 MB, og det er ingen sag. [file-too-large]"))
  }
}
