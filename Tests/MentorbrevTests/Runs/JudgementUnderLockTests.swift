import Casework
import Diagnostics
import DigitalPost
import Fields
import Foundation
import Mentorbrev
import Register
import Testing

/// What is recorded is judged when nobody else can change it any more: another process may have forgotten cases before.
@Suite struct JudgementUnderLockTests {
  private func ids(_ body: () throws -> Void) throws -> [String] {
    try #require(throws: DiagnosticsError.self, performing: body).diagnostics.map(\.id)
  }

  @Test func approvesWhatIsLeftWhenACaseWasForgottenMeanwhile() throws {
    let issued = try IssuedFolder("A-1", "B-1")
    let book = try RunBook(folder: issued.output)
    _ = try CaseForgetting.forget(["A-1"], in: issued.output, why: "Fem år efter sidste afgørelse.")
    let approval = try book.approve(1, by: "Kirsten Holm")
    #expect(try RunBook(folder: issued.output).all().first?.approval == approval)
  }

  @Test func recordsNoReceiptOfACaseThatWasForgottenMeanwhile() throws {
    let issued = try IssuedFolder("A-1", "B-1")
    let uuid = "8f14e45f-ceea-467f-a9d1-1f0c2d3e4b51"
    let packed = Event(.packed, try #require(issued.names["A-1"]), message: uuid)
    try RegisterWriter(issued.paths).record([.event(packed)], at: IssuedFolder.clock())
    let time = try #require(ReceiptTime("2026-11-23T08:00:00Z"))
    let receipts = [Receipt(messageUUID: uuid, event: .delivered, time: time)]
    var register = try ReceiptRegister(folder: issued.output)
    try register.look(for: receipts)
    var book = ReceiptBook(register.entries)
    book.add(register.receipts + receipts)
    _ = try CaseForgetting.forget(["A-1"], in: issued.output, why: "Fem år efter sidste afgørelse.")
    try register.record(book.statuses)
    #expect(try RegisterReader(issued.paths).events(.message(uuid)).isEmpty)
    #expect(try RegisterReader(issued.paths).events(.folder("A-1")).isEmpty)
  }

  @Test func judgesNothingWhileAnotherProcessWrites() throws {
    let issued = try IssuedFolder("A-1")
    let writer = try RegisterWriter(issued.paths)
    let letterbook = try Repository.letterbook()
    // Each is wrong as well, which is not said of what may be another thing in a moment.
    #expect(
      try ids { _ = try PackRun([7], of: issued.output, into: "\(issued.folder.path)/Pakker", with: letterbook) }
        == ["register-locked"])
    #expect(try ids { _ = try RunBook(folder: issued.output).approve(7, by: "Kirsten Holm") } == ["register-locked"])
    #expect(
      try ids {
        let date = try #require(CalendarDate(iso: "2026-11-23"))
        _ = try IssueRun(
          reissuing: CaseInputs([]), ReissueOrder(.correction, on: date, because: .lawbook, only: ["slipp"]),
          with: IssuedFolder.bundle(), into: issued.output)
      } == ["register-locked"])
    withExtendedLifetime(writer) {}
  }

  @Test func makesNoRegisterWhereThereIsNone() throws {
    let folder = try TemporaryFolder()
    let letterbook = try Repository.letterbook()
    let date = try #require(CalendarDate(iso: "2026-11-23"))
    #expect(
      try ids { _ = try PackRun([1], of: folder.path, into: "\(folder.path)-pakker", with: letterbook) }
        == ["register-missing"])
    #expect(try ids { _ = try DocumentEvents(in: folder.path).markSent([.named("A-1")]) } == ["register-missing"])
    #expect(
      try ids {
        _ = try IssueRun(
          reissuing: CaseInputs([]), ReissueOrder(.correction, on: date, because: .lawbook),
          with: IssuedFolder.bundle(), into: "\(folder.path)/Output")
      } == ["register-missing"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
  }
}
