import Diagnostics
import DigitalPost
import Foundation
import Register
import Testing

@testable import Mentorbrev

/// Messages that are written as files of their own: all of a case or none.
@Suite struct FileSinkTests {
  /// What was recorded, and how often.
  private final class Record {
    var events: [Event] = []
  }

  @Test func refusesACaseWhoseAttachmentChangesAndLeavesNothingOfIt() throws {
    let folder = try TemporaryFolder()
    let attachments = "\(folder.path)/bilag"
    try FileManager.default.copyItem(atPath: PostCase.attachments, toPath: attachments)
    var attached = try PostCase.grant()
    attached.folder = attachments
    let alone = try PostCase.grant().with("forsendelse.bilag", nil).with("sagsnummer", "B-1")
    let (whole, broken) = (try alone.result().messages, try attached.result().messages)
    #expect(!whole.isEmpty && !broken.isEmpty)
    let file = "\(attachments)/rute.txt"
    try Data(try Data(contentsOf: URL(filePath: file)) + Data("mere".utf8)).write(to: URL(filePath: file))

    let record = Record()
    let target = "\(folder.path)/pakker"
    let sink = FileSink(target) { record.events += $0 }
    // The first message of the case is whole when the second shows to be another.
    let error = #expect(throws: RefusedMessage.self) { try sink.add(whole + broken) }
    let told = error?.diagnostic(in: "B-1")
    #expect(told?.id == "memo-attachment")
    #expect(told?.caseNumber == "B-1")
    #expect(try FileManager.default.contentsOfDirectory(atPath: target) == [])
    // The next case is packed all the same, and it alone is recorded.
    let paths = try sink.add(whole)
    _ = try sink.finish()
    #expect(try FileManager.default.contentsOfDirectory(atPath: target).map { "\(target)/\($0)" } == paths)
    #expect(record.events.map(\.message) == whole.map(\.sealed.id))
  }

  /// What is told of is recorded.
  @Test func isSettledOnlyWhenAllIsRecorded() throws {
    let folder = try TemporaryFolder()
    let record = Record()
    let sink = FileSink("\(folder.path)/pakker") { record.events += $0 }
    #expect(sink.isSettled)
    let messages = try PostCase.grant().with("forsendelse.bilag", nil).result().messages
    _ = try sink.add(messages)
    #expect(!sink.isSettled && record.events.isEmpty)
    try sink.settle()
    #expect(sink.isSettled)
    #expect(record.events.map(\.message) == messages.map(\.sealed.id))
  }
}
