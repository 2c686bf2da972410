import Casework
import Foundation
import Mentorbrev
import Testing

/// Cases whose files wait for their names.
@Suite struct StagedCaseTests {
  private let folder: TemporaryFolder
  private let letterbook: Letterbook

  init() throws {
    folder = try TemporaryFolder()
    letterbook = try Repository.letterbook()
  }

  private func run() throws -> CaseRun<StagedCase> {
    let lines = try (1...2).map { number in
      String(decoding: try Sample.ordinary().with("sagsnummer", "27.36.00-G01-000\(number)-26").bytes(), as: UTF8.self)
    }
    let file = "\(folder.path)/sager.jsonl"
    try lines.joined(separator: "\n").write(toFile: file, atomically: true, encoding: .utf8)
    return try letterbook.stage(
      CaseInputs([file]), RenderOptions(kinds: [.grant]), in: DocumentWriter(folder: "\(folder.path)/ud"), workers: 1)
  }

  @Test func haveTheBytesOfTheirDocumentsInTheirFilesAlone() throws {
    var identities = IdentityRun()
    for var staged in try run() {
      #expect(staged.outcome.isGood)
      #expect(staged.outcome.result.documents.map(\.format) == [.html, .xml])
      #expect(staged.outcome.result.documents.allSatisfy { $0.bytes.isEmpty })
      let paths = try staged.place(&identities)
      #expect(paths == staged.outcome.result.documents.map { "\(folder.path)/ud/\($0.path)" })
      for (path, document) in zip(paths, staged.outcome.result.documents) {
        #expect(try FileSystem.read(path).count == document.byteCount)
        #expect(document.byteCount > 1000)
      }
      // They have their names already.
      var others = IdentityRun()
      #expect(try staged.place(&others).isEmpty)
    }
    #expect(try folder.files().filter { $0.hasPrefix("ud/") }.count == 4)
  }

  @Test func leaveNothingWhenTheyAreLetGo() throws {
    var count = 0
    for staged in try run() {
      count += staged.outcome.isGood ? 1 : 0
      withExtendedLifetime(staged) {}
    }
    #expect(count == 2)
    #expect(try folder.files() == ["sager.jsonl"])
  }
}
