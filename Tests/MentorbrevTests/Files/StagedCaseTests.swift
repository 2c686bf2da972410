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

  /// - Parameter workers: none where the one who takes the cases makes them.
  private func run(_ workers: Int) throws -> CaseRun<StagedCase> {
    let lines = try (1...2).map { number in
      String(decoding: try Sample.ordinary().with("sagsnummer", "27.36.00-G01-000\(number)-26").bytes(), as: UTF8.self)
    }
    let file = "\(folder.path)/sager.jsonl"
    try lines.joined(separator: "\n").write(toFile: file, atomically: true, encoding: .utf8)
    return try letterbook.stage(
      CaseInputs([file]), RenderOptions(kinds: [.grant]), in: DocumentWriter(folder: "\(folder.path)/ud"),
      workers: workers)
  }

  @Test(arguments: [0, 1]) func haveTheBytesOfTheirDocumentsInTheirFilesAlone(_ workers: Int) throws {
    var identities = IdentityRun()
    for var staged in try run(workers) {
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

  @Test(arguments: [0, 1]) func leaveNothingWhenTheyAreLetGo(_ workers: Int) throws {
    var count = 0
    for staged in try run(workers) {
      count += staged.outcome.isGood ? 1 : 0
      withExtendedLifetime(staged) {}
    }
    #expect(count == 2)
    #expect(try folder.files() == ["sager.jsonl"])
  }

  @Test func areMadeByTheirTakerWhenTheFirstIsAskedFor() async throws {
    let unasked = try run(0)
    #expect(try folder.files() == ["sager.jsonl"])
    unasked.stop()
    #expect(unasked.nextBatch() == nil)
    let run = try run(0)
    let batch = try #require(await run.nextBatchInTask())
    #expect(batch.map(\.outcome.isGood) == [true, true])
    #expect(run.nextBatch() == nil && run.progress == 1)
    withExtendedLifetime(batch) {}
  }

  @Test func areNotMadeForATaskThatIsCancelled() async throws {
    let run = try run(0)
    let task = Task {
      while !Task.isCancelled { await Task.yield() }
      return await run.nextBatchInTask() == nil
    }
    task.cancel()
    #expect(await task.value)
    #expect(try folder.files() == ["sager.jsonl"])
  }
}
