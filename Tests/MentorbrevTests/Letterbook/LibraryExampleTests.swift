import Casework
import Diagnostics
import DigitalPost
import Foundation
import Mentorbrev
import Templating
import Testing

/// The examples of the README, as a program writes them.
@Suite struct LibraryExampleTests {
  @Test func writesTheDocumentsOfACase() throws {
    let bytes = try FileSystem.read("\(Repository.templates)/examples/bevilling.json")
    var sent: [String: Int] = [:]

    let letterbook = try Letterbook(contentsOf: Repository.templates)
    let reading = CaseReader().read(bytes, file: "sag.json")
    let result = try letterbook.render(reading)
    for document in result.documents { sent[document.path] = document.bytes.count }
    for diagnostic in result.diagnostics { Issue.record("\(diagnostic.message)") }

    #expect(sent.count == 4)
    #expect(sent.values.allSatisfy { $0 > 500 })
  }

  @Test func issuesApprovesAndPacksManyCases() async throws {
    let folder = try TemporaryFolder()
    let (cases, output) = ("\(folder.path)/sager.jsonl", "\(folder.path)/Udstedt")
    try Data(try Sample.ordinary().bytes() + [0x0A]).write(to: URL(filePath: cases))
    let letterbook = try Letterbook(contentsOf: Repository.templates)
    var (written, issued, packed): (Int, [String], Int) = (0, [], 0)

    for outcome in try letterbook.render(CaseInputs([cases])) { written += outcome.result.documents.count }
    for await outcome in try letterbook.render(CaseInputs([cases]), workers: 8).outcomes {
      written += outcome.result.documents.count
    }
    let run = try IssueRun(CaseInputs([cases]), with: TemplateBundle(contentsOf: Repository.templates), into: output)
    while let batch = try run.nextBatch() { for case_ in batch { issued += case_.paths } }
    if let page = run.page { try RunBook(folder: output).approve(page.run, by: "Kirsten Holm") }
    let mail = try PackRun([1], of: output, into: "\(folder.path)/Pakker", with: letterbook)
    while let batch = try await mail.nextBatch() { for case_ in batch { packed += case_.messages.map(\.uuid).count } }
    let containers = try mail.finish().map(\.name)

    #expect(written == 2 * issued.count)
    #expect(issued.count == 4)
    #expect(packed == 1)
    #expect(containers.count == 1)
  }

  @Test func writesOneOutputOfACaseFile() throws {
    let letterbook = try Repository.letterbook()
    let caseFile = try #require(try Sample.ordinary().reading().caseFile)
    let records = try letterbook.render(caseFile, kinds: [.grant], as: .xml)
    #expect(records.map(\.fileName) == ["bevilling-2026-08-24.xml"])
  }

  @Test func throwsAllThatIsWrongWithACaseFile() throws {
    let letterbook = try Repository.letterbook()
    let caseFile = try #require(
      try Sample.ordinary().with("borger.navn", nil).with("mentorstoette.maal", nil).reading().caseFile)
    do {
      _ = try letterbook.render(caseFile, as: .html)
      Issue.record("rendered")
    } catch {
      #expect(
        error.diagnostics.filter { $0.severity == .error }.compactMap(\.path) == [
          "borger.navn", "mentorstoette.maal.type", "mentorstoette.maal.tekst",
        ])
    }
  }
}
