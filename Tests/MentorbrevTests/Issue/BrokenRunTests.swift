import Diagnostics
import Foundation
import Mentorbrev
import Register
import Testing

/// A run that cannot record is at its end, also for a program that asks it for more.
@Suite struct BrokenRunTests {
  /// More cases than are recorded together, each refused, which is recorded too.
  private static let count = 600

  private func run(_ folder: TemporaryFolder) throws -> IssueRun {
    let file = "\(folder.path)/sager.jsonl"
    let lines = (0..<Self.count).map { "{\"sagsnummer\": \"A-\($0)\"}\n" }
    try Data(lines.joined().utf8).write(to: URL(filePath: file))
    return try IssueRun(CaseInputs([file]), with: IssuedFolder.bundle(), into: "\(folder.path)/Output")
  }

  @Test func recordsNothingOfTheCasesBehind() throws {
    let folder = try TemporaryFolder()
    let broken = try run(folder)
    let files = FileManager.default
    // As a disk does that goes away and comes back.
    try files.moveItem(atPath: "\(folder.path)/Output", toPath: "\(folder.path)/borte")
    #expect(throws: DiagnosticsError.self) { try broken.nextBatch() }
    try files.moveItem(atPath: "\(folder.path)/borte", toPath: "\(folder.path)/Output")
    #expect(try broken.nextBatch() == nil)
    #expect(broken.page == nil)
    let paths = RegisterPaths(folder: "\(folder.path)/Output")
    #expect(try RegisterReader(paths).runs().isEmpty)
    // The folder is free, though somebody still holds the run.
    let next = try run(folder)
    while try next.nextBatch() != nil {}
    withExtendedLifetime(broken) {}
    #expect(next.page?.run == 1)
    var refused = 0
    try RegisterReader(paths).eachRefusal { _ in refused += 1 }
    #expect(refused == Self.count)
  }
}
