import Casework
import Diagnostics
import Foundation
import Hashing
import Testing

@testable import Mentorbrev
@testable import Register

/// What the library says of files that it cannot make again.
@Suite struct RestorationTests {
  /// Everything that the golden cases give, issued, every file taken away, and made again.
  @Test func makesEveryDocumentAgain() throws {
    let folder = try TemporaryFolder()
    let lines = try GoldenCase.all.enumerated().map { index, golden in
      let text = String(decoding: try Data(contentsOf: golden.url.appending(path: "case.json")), as: UTF8.self)
      return text.replacing("\n", with: " ").replacing(/("sagsnummer"\s*:\s*)"[^"]*"/) { "\($0.1)\"S-\(index)\"" }
        + "\n"
    }
    let file = "\(folder.path)/sager.jsonl"
    try Data(lines.joined().utf8).write(to: URL(filePath: file))
    let output = "\(folder.path)/Output"
    let run = try IssueRun(
      CaseInputs([file]), with: TemplateBundle(contentsOf: Repository.templates), into: output, workers: 2)
    while try run.nextBatch() != nil {}
    let names = try folder.files().filter { $0.hasPrefix("Output/S-") }
    let bytes = try names.map { try Data(contentsOf: URL(filePath: "\(folder.path)/\($0)")) }
    for name in names { try FileManager.default.removeItem(atPath: "\(folder.path)/\(name)") }
    let restoration = try Restoration(of: output)
    var restored = 0
    while let files = try restoration.nextCase() {
      #expect(files.compactMap(\.problem) == [])
      restored += files.count
    }
    #expect(restored == names.count)
    #expect(restored > 100)
    #expect(restoration.counts.restored == restored)
    #expect(restoration.counts.left == 0)
    for (name, old) in zip(names, bytes) {
      let new = try Data(contentsOf: URL(filePath: "\(folder.path)/\(name)"))
      #expect(new == old, "\(name)")
      #expect(try folder.mode(name) == 0o600)
    }
  }

  /// A folder whose register says that a case gave a letter with other bytes.
  private func recorded(_ data: Data, engine: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let materials = try TemplateBundle(contentsOf: Repository.templates).materials
    let bundle = BundleRecord(Dictionary(uniqueKeysWithValues: materials.map { ($0.path, $0.material.hash) }))
    var seen: Set<SHA256Hash> = []
    let files = materials.map(\.material).filter { seen.insert($0.hash).inserted }
    let document = Issued.Document(
      name: "A-1/bevilling-2026-08-24", kind: "bevilling", date: "2026-08-24", recipient: "borger",
      files: ["html": SHA256Hash(of: "Brev")])
    let issued = Issued(
      run: 1, authority: "29188440", caseNumber: "A-1", data: CaseData(form: "json", bytes: Array(data)),
      documents: [document])
    let writer = try RegisterWriter(RegisterPaths(folder: folder.path))
    try writer.record(
      files.map { .material($0) } + [
        .bundle(bundle), .run(RunRecord(number: 1, command: "issue", engine: engine, bundle: bundle.hash)),
        .issued(issued),
      ], at: "2026-11-22T08:00:00Z")
    return folder
  }

  private func problems(in folder: TemporaryFolder) throws -> [Diagnostic] {
    let restoration = try Restoration(of: folder.path)
    var problems: [Diagnostic] = []
    while let files = try restoration.nextCase() { problems += files.compactMap(\.problem) }
    #expect(restoration.counts.restored == 0)
    #expect(restoration.counts.left == problems.count)
    #expect(try folder.files().filter { $0.hasPrefix("A-1") } == [])
    return problems
  }

  @Test func leavesWhatBecomesAnother() throws {
    let sample = try Sample.ordinary().with("sagsnummer", "A-1").with("afgoerelse.dato", "2026-08-24")
    for engine in [engineVersion, "0.0.1"] {
      let folder = try recorded(Data(try sample.bytes()), engine: engine)
      let found = try problems(in: folder)
      #expect(found.map(\.id) == ["restore-impossible"])
      #expect(
        found.first?.message
          == "Filen \(folder.path)/A-1/bevilling-2026-08-24.html kan ikke laves igen, som den blev udstedt: den bliver en "
          + "anden.")
      #expect(
        found.first?.help
          == (engine == engineVersion
            ? "Hent den fra en sikkerhedskopi. Den er udstedt med den samme version (\(engineVersion)), så meld fejlen."
            : "Prøv igen med version 0.0.1, som den er udstedt med (dette er version \(engineVersion)), eller hent den "
              + "fra en sikkerhedskopi."))
    }
  }

  @Test func leavesWhatTheCaseDoesNotGive() throws {
    let refused = try problems(in: recorded(Data("{}".utf8), engine: engineVersion))
    #expect(refused.map(\.id) == ["restore-impossible"])
    #expect(refused.first?.message.hasSuffix("som den blev udstedt: sagen bliver afvist.") == true)
    #expect(refused.first?.notes.count == 3)
    let other = try Sample.ordinary().with("sagsnummer", "A-2")
    let another = try problems(in: recorded(Data(try other.bytes()), engine: engineVersion))
    #expect(another.first?.message.hasSuffix("som den blev udstedt: sagen giver den ikke længere.") == true)
  }
}
