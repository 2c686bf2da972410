import Diagnostics
import DigitalPost
import Foundation
import Testing

/// Receipts in every form that they come in.
@Suite struct ReceiptReaderTests {
  private static let uuid = "8f14e45f-ceea-467f-a9d1-1f0c2d3e4b5a"

  private func read(_ text: String) throws -> [Receipt] { try ReceiptReader().read(Array(text.utf8), file: "k.txt") }

  private func status(_ code: String, error: String = "<FejlDetaljer/>") -> String {
    """
    <PKO_PostStatus xmlns="http://serviceplatformen.dk/xml/print/PKO_PostStatus/1/types">
      <MessageUUID>\(Self.uuid.uppercased())</MessageUUID><KanalKode>Digital Post</KanalKode>
      <TransaktionsDatoTid>2026-06-09T08:15:30.154Z</TransaktionsDatoTid>
      <TransaktionsStatusKode>\(code)</TransaktionsStatusKode>\(error)
    </PKO_PostStatus>
    """
  }

  private func json(_ status: String, more: String = "") -> String {
    #"{"transmissionId":"t","messageUUID":"\#(Self.uuid)","timeStamp":"2026-06-09T08:15:30Z","receiptStatus":"\#(status)"\#(more)}"#
  }

  @Test(arguments: [
    ("Modtaget Digital Post", Receipt.Event.received), ("Afleveret Digital Post", .delivered), ("Afsendt", .toPrint),
    ("Modtaget Fjern-print", .toPrint), ("Klar", .toPrint), ("Afleveret til print og kuvertering", .printed),
    ("Modtaget Post Danmark", .posted), ("Opdatering fra Post Danmark", .postUpdate), ("Tilbagekaldt", .recalled),
    ("Fejlet", .failed(code: nil, text: nil)), ("afleveret digital post", .other("afleveret digital post")),
  ])
  func readsEachStatusOfSF1601(_ code: String, _ event: Receipt.Event) throws {
    let receipts = try read(status(code))
    #expect(receipts.map(\.event) == [event])
    #expect(receipts[0].messageUUID == Self.uuid)
    #expect(receipts[0].time.clock == "10.15")
  }

  @Test(arguments: [
    ("COMPLETED", Receipt.Event.delivered), ("RECEIVED", .received), ("INVALID", .failed(code: "INVALID", text: nil)),
    ("NOT_ALLOWED", .failed(code: "NOT_ALLOWED", text: nil)), ("completed", .other("completed")),
  ])
  func readsEachStatusOfDigitalPost(_ status: String, _ event: Receipt.Event) throws {
    #expect(try read(json(status)).map(\.event) == [event])
  }

  @Test func readsTheReasonOfARefusal() throws {
    let error = "<FejlDetaljer><FejlKode>memo.invalid</FejlKode><FejlTekst>tag name\n  \"x\"</FejlTekst></FejlDetaljer>"
    #expect(
      try read(status("Fejlet", error: error)).map(\.event) == [.failed(code: "memo.invalid", text: "tag name \"x\"")])
    let more = #","errorCode":"memo.invalid","errorMessage":"tag name""#
    #expect(try read(json("INVALID", more: more)).map(\.event) == [.failed(code: "memo.invalid", text: "tag name")])
  }

  @Test func readsListsAndLines() throws {
    #expect(try read("[\(json("RECEIVED")),\n\(json("COMPLETED"))]").map(\.event) == [.received, .delivered])
    #expect(try read("\(json("RECEIVED"))\n\(json("COMPLETED"))\n").map(\.event) == [.received, .delivered])
    #expect(try read("\u{FEFF}\(status("Klar"))").map(\.event) == [.toPrint])
  }

  @Test func readsTheMessageOfTheBeskedfordelerThatCarriesAStatus() throws {
    let packed = Data(status("Afleveret Digital Post").utf8).base64EncodedString(options: .lineLength64Characters)
    let carried = "<a:Input xmlns:a=\"urn:a\"><a:Data><Base64 xmlns=\"urn:b\">\n\(packed)\n</Base64></a:Data></a:Input>"
    #expect(try read(carried).map(\.event) == [.delivered])
  }

  @Test(arguments: [
    (
      "brev",
      "k.txt:1:1: fejl: Filen er ingen kvittering: den begynder hverken med <, { eller [. Intet i filen er talt med. [receipt-form]"
    ),
    (" \n", "k.txt:1:1: fejl: Filen er tom. Intet i filen er talt med. [receipt-form]"),
    ("{\"a\":", "k.txt:1:1: fejl: Kvitteringen er ikke gyldig JSON. Intet i filen er talt med. [receipt-json]"),
    (
      #"{"result": false}"#,
      """
      k.txt:1:1: fejl: Kvitteringen har ingen status (receiptStatus). Intet i filen er talt med. [receipt-status]
        hjælp: Et svar på et opslag er ikke en kvittering. Er opslaget fejlet, er borgeren ikke fritaget: slå op igen.
      """
    ),
    (
      #"{"receiptStatus": "COMPLETED", "timeStamp": "2026-06-09T10:15:30"}"#,
      """
      k.txt:1:1: fejl: Kvitteringens tid (timeStamp) mangler, eller er ikke skrevet som 2026-06-09T08:15:30Z. Intet i filen er talt med. [receipt-time]
        hjælp: Uden sit tidspunkt kan kvitteringen ikke afgøre en frist. Hent den igen.
      """
    ),
    (
      "\n{\"receiptStatus\": \"RECEIVED\"\n",
      "k.txt:2:1: fejl: Kvitteringen er ikke gyldig JSON. Intet i filen er talt med. [receipt-json]"
    ),
    (
      #"{"receiptStatus": "COMPLETED", "timeStamp": "2026-06-09T10:15:30Z", "messageUUID": "740395-1237"}"#,
      "k.txt:1:1: fejl: Kvitteringens messageUUID er ikke et UUID. Intet i filen er talt med. [receipt-uuid]"
    ),
    (
      "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>740395-1237 &b;</a>",
      "k.txt:1:1: fejl: Filen har en DOCTYPE, og den læses ikke: den kan hente andet ind eller fylde hukommelsen. Intet i filen er talt med. [receipt-xml]"
    ),
    (
      "<a>\n740395-1237 & </a>",
      "k.txt:2:1: fejl: Filen er ikke gyldig XML. Intet i filen er talt med. [receipt-xml]"
    ),
    (
      "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>740395-1237</a>",
      "k.txt:1:1: fejl: Filen er ikke skrevet i UTF-8. Intet i filen er talt med. [receipt-xml]"
    ),
    (
      String(repeating: "<a>", count: 1000),
      "k.txt:1:1: fejl: Filen har flere lag af elementer, end en kvittering har. Intet i filen er talt med. [receipt-xml]"
    ),
    (
      String(repeating: "[", count: 100_000),
      "k.txt:1:1: fejl: Kvitteringen er ikke gyldig JSON. Intet i filen er talt med. [receipt-json]"
    ),
    (
      "<brev/>",
      "k.txt:1:1: fejl: Filen er hverken PKO_PostStatus eller en besked fra Beskedfordeler, der bærer den. Intet i filen er talt med. [receipt-xml]"
    ),
    (
      "<PKO_PostStatus/>",
      "k.txt:1:1: fejl: Kvitteringen har ingen status (TransaktionsStatusKode). Intet i filen er talt med. [receipt-status]"
    ),
  ])
  func refusesWhatIsNoReceipt(_ text: String, _ expected: String) {
    let error = #expect(throws: DiagnosticsError.self) { try read(text) }
    #expect(error?.diagnostics.map(DiagnosticFormatter(.danish).text) == [expected])
  }

  @Test func refusesALineThatIsNoIndex() throws {
    let entry = IndexEntry(messageUUID: Self.uuid, caseNumber: "1", kind: "afslag", container: "a.tar.lzma")
    let line =
      #"{"case":"1","container":"a.tar.lzma","entry":"\#(Self.uuid).xml","kind":"afslag","messageUUID":"\#(Self.uuid)"}"#
    #expect(try ReceiptReader().readIndex(Array("\(line)\n\n\(line)\n".utf8), file: "i.jsonl") == [entry, entry])
    let error = #expect(throws: DiagnosticsError.self) {
      try ReceiptReader().readIndex(Array("\(line)\n{}\n".utf8), file: "i.jsonl")
    }
    #expect(
      error?.diagnostics.map(DiagnosticFormatter(.danish).text) == [
        """
        i.jsonl:2:1: fejl: Linjen er ikke en linje af et indeks fra --pack. [index-line]
          hjælp: Brug indekset, som det blev skrevet ved siden af pakken (.index.jsonl), eller linjerne fra render --json.
        """
      ])
  }

  @Test func refusesAnIndexWithoutMessages() {
    let error = #expect(throws: DiagnosticsError.self) { try ReceiptReader().readIndex([0x0A], file: "i.jsonl") }
    #expect(
      error?.diagnostics.map(DiagnosticFormatter(.danish).text) == [
        """
        i.jsonl:1:1: fejl: Indekset nævner ingen meddelelser. [index-empty]
          hjælp: Find en kopi af indekset, eller pak brevene igen i en anden mappe: det giver det samme indeks.
        """
      ])
  }

  @Test func takesTheLinesOfARunForAnIndex() throws {
    let lines = """
      {"file":"s.jsonl","line":1,"case":"A-1","status":"written","documents":[],"messages":[{"kind":"afslag","format":"kombi","uuid":"\(Self.uuid)","path":"Output/A-1/x.kombi.xml"}],"diagnostics":[]}
      {"file":"s.jsonl","line":2,"case":"A-2","status":"refused","documents":[],"diagnostics":[]}
      """
    #expect(
      try ReceiptReader().readIndex(Array(lines.utf8), file: "i.jsonl") == [
        IndexEntry(messageUUID: Self.uuid, caseNumber: "A-1", kind: "afslag", container: "Output/A-1/x.kombi.xml")
      ])
  }

  @Test func readsUUIDsAsTheyAreWritten() throws {
    #expect(
      try read(json("RECEIVED").replacing(Self.uuid, with: " \(Self.uuid.uppercased()) "))[0].messageUUID == Self.uuid)
    #expect(try read(json("RECEIVED").replacing(Self.uuid, with: ""))[0].messageUUID == nil)
    // An order to print has no message; its number is the UUID.
    let printed = status("Afsendt").replacing("MessageUUID", with: "AfsendelseIdentifikator")
    #expect(try read(printed)[0].messageUUID == Self.uuid)
    #expect(throws: DiagnosticsError.self) { try ReceiptReader().read([0xFF, 0xFE, 0x7B, 0], file: "k.txt") }
  }

  private static let samples = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../../shared/schemas/receipts").standardizedFileURL

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: samples.path), "there is no ../shared/schemas/receipts"),
    arguments: ["PKO_PostStatus.decoded", "PostStatusBeskedModtag"])
  func readsRealReceipts(_ name: String) throws {
    let success = try Data(contentsOf: Self.samples.appending(path: "\(name).success.xml"))
    #expect(try ReceiptReader().read(Array(success), file: name).map(\.event) == [.delivered])
    let failure = try Data(contentsOf: Self.samples.appending(path: "\(name).error.xml"))
    let receipt = try #require(ReceiptReader().read(Array(failure), file: name).first)
    guard case .failed("memo.invalid", let text?) = receipt.event else { throw CocoaError(.coderInvalidValue) }
    #expect(text.contains(#"tag name "mandatory" is not allowed"#))
  }
}
