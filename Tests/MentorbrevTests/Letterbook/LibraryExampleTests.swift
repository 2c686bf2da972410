import Casework
import Diagnostics
import DigitalPost
import Foundation
import Mentorbrev
import Templating
import Testing

/// The examples of the README, line by line, in a program that runs.
@Suite struct LibraryExampleTests {
  private let templates = Repository.templates

  @Test func writesTheDocumentsOfACase() throws {
    let bytes = try FileSystem.read("\(templates)/examples/bevilling.json")
    var sent: [String: Int] = [:]
    func send(_ bytes: [UInt8], as path: String) { sent[path] = bytes.count }
    func log(_ diagnostic: Diagnostic) { Issue.record("\(diagnostic.message)") }

    let letterbook = try Letterbook(contentsOf: templates)
    let reading = CaseReader().read(bytes, file: "sag.json")
    let result = try letterbook.render(reading)
    for document in result.documents { send(document.bytes, as: document.path) }
    for diagnostic in result.diagnostics { log(diagnostic) }

    #expect(sent.count == 4)
    #expect(sent.values.allSatisfy { $0 > 500 })
  }

  @Test func issuesApprovesAndPacksManyCases() async throws {
    let folder = try TemporaryFolder()
    let (cases, output, mailFolder) = ("\(folder.path)/sager.jsonl", "\(folder.path)/Udstedt", "\(folder.path)/Pakker")
    try Data(try Sample.ordinary().bytes() + [0x0A]).write(to: URL(filePath: cases))
    let letterbook = try Letterbook(contentsOf: templates)
    var (written, printed) = (0, [[String]]())
    func take(_ outcome: CaseOutcome) { written += outcome.result.documents.count }
    func print(_ words: [String]) { printed.append(words) }
    func print(_ word: String) { printed.append([word]) }

    for outcome in try letterbook.render(CaseInputs([cases])) { take(outcome) }
    for await outcome in try letterbook.render(CaseInputs([cases]), workers: 8).outcomes { take(outcome) }

    let run = try IssueRun(CaseInputs([cases]), with: TemplateBundle(contentsOf: templates), into: output)
    while let batch = try run.nextBatch() { for issued in batch { print(issued.paths) } }

    if let page = run.page { try RunBook(folder: output).approve(page.run, by: "Kirsten Holm") }
    let mail = try PackRun([1], of: output, into: mailFolder, with: letterbook)
    while let batch = try await mail.nextBatch() { for packed in batch { print(packed.messages.map(\.uuid)) } }
    for container in try mail.finish() { print(container.name) }

    #expect(written == 8)
    #expect(printed.map(\.count) == [4, 1, 1])
  }

  /// What the README shows and what runs here are one text: only where the files lie is said in another way.
  @Test func areWhatTheReadmeShows() throws {
    let readme = String(decoding: try FileSystem.read(Repository.root.appending(path: "README.md").path), as: UTF8.self)
    let source = String(decoding: try FileSystem.read(#filePath), as: UTF8.self)
    let here = Set(source.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) })
    let blocks = readme.components(separatedBy: "```swift\n").dropFirst().map { $0.components(separatedBy: "```")[0] }
    let programs = blocks.filter { $0.contains("letterbook") }
    #expect(programs.count == 2)
    for line in programs.joined().split(separator: "\n") {
      let code = line.components(separatedBy: "   //")[0]
        .replacing("\"Templates\"", with: "templates").replacing("\"sager.jsonl\"", with: "cases")
        .replacing("\"Udstedt\"", with: "output").replacing("\"Pakker\"", with: "mailFolder")
      #expect(here.contains(code), "the README says '\(line)'")
    }
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
