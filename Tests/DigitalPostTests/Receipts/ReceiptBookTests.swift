import Diagnostics
import DigitalPost
import Fields
import Testing

/// What all receipts together say of a message.
@Suite struct ReceiptBookTests {
  private static let uuid = "8f14e45f-ceea-467f-a9d1-1f0c2d3e4b5a"

  private func entry(_ kind: String = "bevilling") -> IndexEntry {
    IndexEntry(messageUUID: Self.uuid, caseNumber: "27.36.00-G01-1-26", kind: kind, container: "a.tar.lzma")
  }

  private func receipt(_ status: String, _ time: String = "2026-06-09T08:15:30Z", error: String = "") throws -> Receipt
  {
    let text =
      #"{"messageUUID":"\#(Self.uuid)","timeStamp":"\#(time)","receiptStatus":"\#(status)"\#(error)}"#
    return try ReceiptReader().read(Array(text.utf8), file: "k.json")[0]
  }

  private func post(_ status: String, _ time: String) throws -> Receipt {
    let text = """
      <PKO_PostStatus><MessageUUID>\(Self.uuid)</MessageUUID><TransaktionsDatoTid>\(time)</TransaktionsDatoTid>\
      <TransaktionsStatusKode>\(status)</TransaktionsStatusKode></PKO_PostStatus>
      """
    return try ReceiptReader().read(Array(text.utf8), file: "k.xml")[0]
  }

  private func status(_ receipts: [Receipt], kind: String = "bevilling") -> MessageStatus {
    var book = ReceiptBook([entry(kind)])
    book.add(receipts)
    return book.statuses[0]
  }

  @Test func orderAndDoublesChangeNothing() throws {
    let all = [
      try receipt("RECEIVED", "2026-06-09T08:00:00Z"), try receipt("COMPLETED", "2026-06-09T09:00:00Z"),
      try receipt("COMPLETED", "2026-06-12T09:00:00Z"), try receipt("NOT_ALLOWED", "2026-06-13T09:00:00Z"),
    ]
    let expected = status(all)
    // The first delivery counts, and stands whatever is said later.
    #expect(expected.stage == .delivered)
    #expect(expected.receipt?.time.day.description == "2026-06-09")
    for order in permutations(all) {
      #expect(status(order) == expected)
      #expect(status(order + order) == expected)
    }
  }

  private func permutations(_ items: [Receipt]) -> [[Receipt]] {
    guard let first = items.first else { return [[]] }
    return permutations(Array(items.dropFirst())).flatMap { rest in
      (0...rest.count).map { Array(rest[..<$0]) + [first] + Array(rest[$0...]) }
    }
  }

  @Test func theLatestWordCountsUntilDelivery() throws {
    let failed = try post("Fejlet", "2026-06-09T08:00:00Z")
    let sent = try post("Afsendt", "2026-06-09T08:00:00Z")
    let printed = try post("Afleveret til print og kuvertering", "2026-06-10T08:00:00Z")
    #expect(status([failed]).stage == .refused)
    // Refused by Digital Post and sent to print in the same second.
    #expect(status([sent, failed]).stage == .toPrint)
    #expect(status([printed, sent, failed]).stage == .printed)
    #expect(status([try post("Fejlet", "2026-06-11T08:00:00Z"), printed]).stage == .refused)
  }

  @Test func acceptedIsNotDelivered() throws {
    let accepted = status([try receipt("RECEIVED")])
    #expect(accepted.stage == .received)
    #expect(accepted.complaintDeadline == nil)
  }

  @Test(arguments: [
    // Four weeks later; on the next working day when that is none.
    ("bevilling", "2026-06-09T08:15:30Z", "2026-07-07"), ("afslag", "2026-05-28T08:00:00Z", "2026-06-25"),
    ("ophoer", "2026-05-08T08:00:00Z", "2026-06-08"), ("bevilling", "2026-06-09T22:15:00Z", "2026-07-08"),
  ])
  func theDeadlineRunsFromDelivery(_ kind: String, _ time: String, _ deadline: String) throws {
    #expect(try status([receipt("COMPLETED", time)], kind: kind).complaintDeadline?.description == deadline)
  }

  @Test(arguments: [
    "min-plan", "udloeb", "orientering", "genvurdering", "berigtigelse", "mentorkontrakt", "noget-andet",
  ])
  func whatIsNoDecisionHasNoDeadline(_ kind: String) throws {
    #expect(try status([receipt("COMPLETED")], kind: kind).complaintDeadline == nil)
  }

  @Test func tellsEachStageInDanish() throws {
    let time = "2026-06-09T08:15:30Z"
    let start = "27.36.00-G01-1-26, bevilling: "
    let told: [(Receipt?, String)] = [
      (nil, "Ukendt. Der er ingen kvittering endnu."),
      (
        try receipt("COMPLETED"),
        "Leveret i Digital Post den 9. juni 2026 kl. 10.15. Sidste dag for en klage er den 7. juli 2026."
      ),
      (try receipt("RECEIVED"), "Modtaget af Digital Post den 9. juni 2026 kl. 10.15, men ikke leveret endnu."),
      (try receipt("NOT_ALLOWED"), "Afvist den 9. juni 2026 kl. 10.15. NOT_ALLOWED."),
      (try post("Fejlet", time), "Afvist den 9. juni 2026 kl. 10.15. Kvitteringen siger ikke hvorfor."),
      (
        try post("Klar", time), "Skal printes: ligger hos printleverandøren siden den 9. juni 2026 kl. 10.15."
      ),
      (
        try post("Afleveret til print og kuvertering", time),
        "Printet og lagt i kuvert den 9. juni 2026 kl. 10.15."
      ),
      (
        try post("Modtaget Post Danmark", time),
        "Afleveret til posten den 9. juni 2026 kl. 10.15. Fristen løber fra den dag, brevet er kommet frem."
      ),
      (
        try post("Opdatering fra Post Danmark", time),
        "Ukendt. Posten har meldt om brevet den 9. juni 2026 kl. 10.15: returpost, ny adresse eller bevis."
      ),
      (
        try post("Tilbagekaldt", time), "Kaldt tilbage den 9. juni 2026 kl. 10.15. Borgeren har ikke fået brevet."
      ),
      (try post("Nyt", time), "Ukendt. Status \"Nyt\" den 9. juni 2026 kl. 10.15 kendes ikke her."),
    ]
    for (receipt, text) in told {
      #expect(status(receipt.map { [$0] } ?? []).report == start + text)
    }
    #expect(
      status([try receipt("COMPLETED")], kind: "genvurdering").report
        == "27.36.00-G01-1-26, genvurdering: Leveret i Digital Post den 9. juni 2026 kl. 10.15. "
        + "Giver brevet en klagefrist, regnes den fra denne dag.")
  }

  @Test func tellsWhatToDo() throws {
    let invalid = try receipt("INVALID", error: #","errorCode":"memo.invalid","errorMessage":"no 0101701234 here""#)
    let refused = status([invalid])
    // The words of the receiver may quote the letter.
    #expect(refused.report.hasSuffix("Afvist den 9. juni 2026 kl. 10.15. memo.invalid."))
    for code in ["Asta Vind, Bygaden 4", "", "a b: c"] {
      let strange = try receipt("INVALID", error: ##","errorCode":"\##(code)""##)
      #expect(status([strange]).report.hasSuffix("kl. 10.15. Kvitteringen siger ikke hvorfor."))
    }
    let number = try receipt("INVALID", error: #","errorCode":"740395-1237""#)
    #expect(status([number]).report.hasSuffix("kl. 10.15. 74xxxx-12xx."))
    #expect(
      refused.help
        == "Meddelelsen er forkert bygget. Ret årsagen, og send brevet igen som en ny besked: 'mentorbrev pack' med --again 2 "
        + "og --case, uden register et højere forsendelse.nummer.")
    #expect(
      status([try receipt("NOT_ALLOWED")]).help
        == "Find ud af, hvad koden betyder, før brevet sendes igen. Send kun på papir, når det er slået fast, at "
        + "modtageren er fritaget: et opslag, der fejlede, er ikke en fritagelse.")
    #expect(status([try receipt("COMPLETED")]).help == nil)
  }

  @Test func tellsStrangersAndTransmissionsApart() throws {
    var book = ReceiptBook([entry(), entry("afslag")])
    let technical = #"{"transmissionId":"t","timeStamp":"2026-06-09T08:15:30Z","receiptStatus":"INVALID"}"#
    let other = technical.replacing("{", with: #"{"messageUUID":"1b0c2d3e-ceea-467f-a9d1-1f0c2d3e4b5a","#)
    book.add(try ReceiptReader().read(Array("[\(technical),\(other)]".utf8), file: "k.json"))
    #expect(book.statuses.map(\.entry.kind) == ["bevilling"])
    #expect(book.strangers == ["1b0c2d3e-ceea-467f-a9d1-1f0c2d3e4b5a"])
    #expect(book.transmissions.map(\.event) == [.failed(code: "INVALID", text: nil)])
  }

  @Test func tellsTransmissionsOfOneSecondApart() throws {
    func read(_ id: String, _ file: String) throws -> [Receipt] {
      let text = #"{\#(id)"timeStamp":"2026-06-09T08:15:30Z","receiptStatus":"INVALID"}"#
      return try ReceiptReader().read(Array(text.utf8), file: file)
    }
    var book = ReceiptBook([])
    for file in ["a.json", "b.json", "a.json"] {
      // One that comes twice, one that looks like a CPR number, and one without a name, of which only the place is known.
      book.add(try read(#""transmissionId":"8F14E45F-ceea-467f-a9d1-1f0c2d3e4b5a","#, file))
      book.add(try read(#""transmissionId":"740395-1237","#, file))
      book.add(try read("", file))
    }
    #expect(
      book.transmissions.map(\.name) == ["8f14e45f-ceea-467f-a9d1-1f0c2d3e4b5a", "74xxxx-12xx", nil, nil])
    #expect(book.transmissions.map { $0.location?.file } == ["a.json", "a.json", "a.json", "b.json"])
  }
}
