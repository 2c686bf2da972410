import Foundation
import Testing

/// `receipts`: from files with receipts to what became of each case.
@Suite struct ReceiptsCommandTests {
  private static let uuids = (1...4).map { "8f14e45f-ceea-467f-a9d1-1f0c2d3e4b5\($0)" }

  private func program() throws -> Program {
    let program = try Program()
    let lines = zip(Self.uuids, ["bevilling", "min-plan", "afslag", "bevilling"]).enumerated().map { index, message in
      #"{"case":"27.36.00-G01-\#(index + 1)-26","container":"a.tar.lzma","entry":"\#(message.0).xml","#
        + #""kind":"\#(message.1)","messageUUID":"\#(message.0)"}"# + "\n"
    }
    try program.write(Data(lines.joined().utf8), as: "a.index.jsonl")
    try program.write(Data(json(0, "COMPLETED").utf8), as: "1.json")
    try program.write(Data(json(1, "RECEIVED").utf8), as: "2.json")
    let invalid = json(2, "INVALID").replacing("}", with: #","errorCode":"memo.invalid","errorMessage":"order"}"#)
    try program.write(Data(invalid.utf8), as: "3.json")
    return program
  }

  private func json(_ index: Int, _ status: String) -> String {
    #"{"messageUUID":"\#(Self.uuids[index])","timeStamp":"2026-06-09T08:15:30Z","receiptStatus":"\#(status)"}"#
  }

  @Test func tellsOfEachMessage() throws {
    let outcome = try program().run("receipts", "2.json", "1.json", "3.json", "1.json", "--index", "a.index.jsonl")
    #expect(outcome.code == 1)
    #expect(
      outcome.output == """
        27.36.00-G01-1-26, bevilling: Leveret i Digital Post den 9. juni 2026 kl. 10.15. Sidste dag for en klage er den 7. juli 2026.
        27.36.00-G01-2-26, Min Plan: Modtaget af Digital Post den 9. juni 2026 kl. 10.15, men ikke leveret endnu.
        27.36.00-G01-3-26, afslag: Afvist den 9. juni 2026 kl. 10.15. memo.invalid: order.
          hjælp: Meddelelsen er forkert bygget. Ret årsagen, og send igen med et nyt forsendelsesnummer.
        27.36.00-G01-4-26, bevilling: Ukendt. Der er ingen kvittering endnu.

        """)
    #expect(outcome.errors == "4 meddelelser: 1 leveret, 1 på vej, 1 afvist, 1 ukendt.\n")
  }

  @Test func tellsMachines() throws {
    let outcome = try program().run("receipts", "1.json", "--index", "a.index.jsonl", "--json")
    #expect(outcome.code == 0)
    #expect(outcome.errors == "")
    #expect(
      outcome.output.hasPrefix(
        #"{"case":"27.36.00-G01-1-26","kind":"bevilling","messageUUID":"\#(Self.uuids[0])","status":"delivered","#
          + #""day":"2026-06-09","time":"10.15","complaintDeadline":"2026-07-07","report":"#))
    #expect(outcome.output.split(separator: "\n").count == 4)
  }

  @Test func tellsOfFilesAndMessagesThatItDoesNotKnow() throws {
    let program = try program()
    try program.write(Data(json(0, "COMPLETED").replacing("8f14", with: "9f14").utf8), as: "4.json")
    let outcome = try program.run("receipts", "4.json", "mangler.json", "--index", "a.index.jsonl")
    #expect(outcome.code == 1)
    #expect(
      outcome.errors == """
        fejl: mangler.json findes ikke. [unreadable]
        advarsel: Der er en kvittering for meddelelsen 9f14e45f-ceea-467f-a9d1-1f0c2d3e4b51, som ikke står i indeksene. [receipt-stranger]
          hjælp: Nævn også indekset for den pakke, som meddelelsen blev sendt i (--index).
        4 meddelelser: 4 ukendt.

        """)
  }

  @Test func endsWith2WithoutAWholeIndex() throws {
    let program = try program()
    let outcome = try program.run("receipts", "1.json", "--index", "1.json")
    #expect(outcome.code == 2)
    #expect(outcome.output == "")
    #expect(
      outcome.errors.hasPrefix("1.json:1:1: fejl: Linjen er ikke en linje af et indeks fra --pack. [index-line]\n"))
    let usage = try program.run("receipts", "1.json")
    #expect(usage.code == 64)
    #expect(usage.errors.hasPrefix("Error: --index needs the indexes of the containers that were sent\n"))
  }
}
