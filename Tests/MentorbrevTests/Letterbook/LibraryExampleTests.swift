import Casework
import Diagnostics
import Mentorbrev
import Templating
import Testing

/// The example of the README, as a program writes it.
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
