import Casework
import Foundation
import Mentorbrev
import Register

/// A folder into which the ordinary case was issued under some numbers, by run 1.
struct IssuedFolder {
  static let clock: @Sendable () -> String = { "2026-11-22T08:15:30Z" }

  let folder: TemporaryFolder
  /// The documents of each case, by their names.
  private(set) var names: [String: [String]] = [:]

  var output: String { "\(folder.path)/Output" }
  var paths: RegisterPaths { RegisterPaths(folder: output) }

  init(_ numbers: String...) throws {
    folder = try TemporaryFolder()
    let lines = try numbers.map { number in
      String(decoding: try Sample.ordinary().with("sagsnummer", number).bytes(), as: UTF8.self) + "\n"
    }
    let file = "\(folder.path)/sager.jsonl"
    try Data(lines.joined().utf8).write(to: URL(filePath: file))
    let run = try IssueRun(CaseInputs([file]), with: Self.bundle(), into: output, clock: Self.clock)
    while let batch = try run.nextBatch() {
      for issued in batch {
        guard let number = issued.result.caseNumber else { continue }
        names[number] = issued.result.identities.map { String($0.path(extension: "").dropLast()) }
      }
    }
  }

  static func bundle() throws -> TemplateBundle { try TemplateBundle(contentsOf: Repository.templates) }

  /// What the register says, document by document.
  func states() throws -> [String: RecordedDocument.State] {
    var states: [String: RecordedDocument.State] = [:]
    try RegisterReader(paths).eachDocument { states[$0.name] = $0.state }
    return states
  }
}
