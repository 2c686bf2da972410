import Casework
import Diagnostics
import Fields
import Foundation
import Templating
import Testing

@testable import Mentorbrev

/// That no document is left alone which would come out differently, and none is touched which would not: for random pairs of
/// cases.
@Suite struct NominationTests {
  private static let examples = [
    "bevilling", "forlaengelse", "uddannelsesstart", "udskrivningskoordinator", "aendring", "mentorskifte",
    "genvurdering",
    "bevilling-vaerge", "mentorkontrakt", "kontrakttillaeg", "mentorbestilling", "berigtigelse", "udloeb",
  ]

  private static func example(_ name: String) throws -> CaseRecord {
    let bytes = try Data(contentsOf: URL(filePath: "\(Repository.templates)/examples/\(name).json"))
    return try #require(CaseRecord(json: Array(bytes)))
  }

  /// The documents of a case by their paths; nil when it is refused.
  private static func documents(_ record: CaseRecord, _ kinds: [DocumentKind]) throws -> [String: [UInt8]]? {
    let reading = CaseReader().read(record.json, file: "sag.json")
    let result = try Repository.letterbook().render(reading, kinds: kinds)
    if result.isRefused { return nil }
    return Dictionary(uniqueKeysWithValues: result.documents.map { ($0.path, $0.bytes) })
  }

  @Test(arguments: examples) func readsAnExampleIntoATreeAndBack(_ name: String) throws {
    let record = try Self.example(name)
    let kinds = record.caseFile.documentKinds
    let bytes = try Data(contentsOf: URL(filePath: "\(Repository.templates)/examples/\(name).json"))
    let read = try Repository.letterbook().render(CaseReader().read(Array(bytes), file: "sag.json"))
    #expect(CaseRecord(json: record.json) == record)
    #expect(
      try Self.documents(record, kinds)
        == Dictionary(uniqueKeysWithValues: read.documents.map { ($0.path, $0.bytes) }))
  }

  @Test(arguments: examples) func nominatesEveryDocumentThatWouldDiffer(_ name: String) throws {
    let old = try Self.example(name)
    let kinds = old.caseFile.documentKinds
    let before = try #require(try Self.documents(old, kinds))
    var numbers = SeededNumbers(UInt64(name.utf8.count * 7919) + UInt64(name.utf8.first!))
    var (differing, alone, refused) = (0, 0, 0)
    for _ in 0..<60 {
      let new = old.mutated(Int.random(in: 1...3, using: &numbers), by: &numbers)
      let compared = try Repository.letterbook().compare(old, new, kinds: kinds)
      guard let now = try Self.documents(new, kinds) else {
        // What cannot be made any longer is not left alone.
        #expect(compared.allSatisfy { $0.isNominated && $0.differs })
        refused += 1
        continue
      }
      for document in compared {
        let paths = [".html", ".xml"].map { document.name + $0 }
        let isAdded = now.keys.contains { path in before[path] == nil && path.contains("/\(document.kind.rawValue)-") }
        let truly = paths.contains { before[$0] != now[$0] } || isAdded
        #expect(document.differs == truly)
        if truly { #expect(document.isNominated) }
        if truly { differing += 1 } else { alone += 1 }
      }
    }
    // The pairs are worth looking at: some of each sort.
    #expect(differing > 0 && alone + refused > 0)
  }

  @Test func leavesDocumentsAloneThatReadNothingOfWhatDiffers() throws {
    let old = try Self.example("bevilling")
    var new = old
    new["mentorstoette.serviceniveau"] = .integer(3)
    let compared = try Repository.letterbook().compare(old, new, kinds: [.grant, .minPlan])
    #expect(compared.map(\.isNominated) == [false, false])
    new["afgoerelse.ansoegning.tekst"] = .text("en mentor på arbejdspladsen")
    let decision = try Repository.letterbook().compare(old, new, kinds: [.grant, .minPlan])
    #expect(decision.map(\.isNominated) == [true, false])
    #expect(decision.map(\.differs) == [true, false])
  }

  /// Through the register: what a re-issue takes hold of are exactly the documents that come out differently.
  @Test func takesHoldOfExactlyTheDocumentsThatDiffer() throws {
    let folder = try TemporaryFolder()
    let kinds: [DocumentKind] = [.grant, .minPlan]
    var numbers = SeededNumbers(2026)
    var (olds, news): ([UInt8], [UInt8]) = ([], [])
    var expected: [String: Set<String>] = [:]
    for index in 1...24 {
      var old = try Self.example("bevilling")
      old["sagsnummer"] = .text("A-\(index)")
      let new = old.mutated(Int.random(in: 1...2, using: &numbers), by: &numbers)
      olds += old.json + [0x0A]
      news += new.json + [0x0A]
      // A case whose text is wrong is refused before anything is compared.
      if new.reading.diagnostics.hasErrors { continue }
      let before = try #require(try Self.documents(old, kinds))
      let now = try Self.documents(new, kinds) ?? [:]
      expected["A-\(index)"] = Set(
        before.keys.filter { before[$0] != now[$0] }.map { String($0.split(separator: ".")[0]) })
    }
    for (name, bytes) in [("gamle.jsonl", olds), ("nye.jsonl", news)] {
      try Data(bytes).write(to: URL(filePath: "\(folder.path)/\(name)"))
    }
    let bundle = try TemplateBundle(contentsOf: Repository.templates)
    let output = "\(folder.path)/Udstedt"
    let run = try IssueRun(CaseInputs(["\(folder.path)/gamle.jsonl"]), with: bundle, into: output)
    while let batch = try run.nextBatch() { #expect(batch.allSatisfy { $0.status == .issued }) }
    let order = ReissueOrder(.record, on: try #require(CalendarDate(iso: "2026-10-05")))
    var found: [String: Set<String>] = [:]
    let inputs = CaseInputs(["\(folder.path)/nye.jsonl"])
    for proposal in try ReissuePlan.run(inputs, order, with: bundle, in: output, workers: 2) {
      guard let number = proposal.caseNumber, expected[number] != nil else { continue }
      found[number] = Set(proposal.affected.map(\.name))
    }
    #expect(found == expected)
    #expect(expected.values.contains { $0.isEmpty } && expected.values.contains { $0.count == 2 })
  }
}
