import Foundation
import Testing

/// `--json`: one object a line, for machines, without a person in it.
@Suite struct JSONOutputTests {
  private func objects(_ text: String) throws -> [[String: Any]] {
    try text.split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
  }

  private func expectNobody(in text: String) {
    for secret in Sample.secrets { #expect(!text.contains(secret), "\(secret)") }
  }

  @Test func tellsWhatWasWrittenAndWhatWasRefused() throws {
    let program = try Program()
    try program.write(.grant, as: "a.json")
    try program.write(.grant.numbered("B-1").replacing("2026-08-24", with: "2026-11-31"), as: "b\"\t.json")
    let outcome = try program.run("render", "a.json", "b\"\t.json", "--json")
    #expect(outcome.code == 1)
    #expect(outcome.errors == "")
    expectNobody(in: outcome.output)
    let lines = try objects(outcome.output)
    #expect(lines.compactMap { $0["status"] as? String } == ["written", "refused"])
    #expect(lines.compactMap { $0["case"] as? String } == ["27.36.00-G01-3001-26", "B-1"])
    #expect(lines.last?["file"] as? String == "b\"\t.json")
    let documents = try #require(lines.first?["documents"] as? [[String: Any]])
    #expect(documents.count == 4)
    for document in documents {
      let path = try #require(document["path"] as? String)
      #expect(try program.bytes(of: path).count == document["bytes"] as? Int)
    }
    let diagnostic = try #require((lines.last?["diagnostics"] as? [[String: Any]])?.first)
    #expect(diagnostic["severity"] as? String == "error")
    #expect(diagnostic["id"] as? String == "no-such-date")
    #expect(diagnostic["line"] as? Int == 15)
    #expect(diagnostic["column"] as? Int == 13)
    #expect(diagnostic["path"] as? String == "afgoerelse.dato")
  }

  @Test func tellsWhatCheckFound() throws {
    let program = try Program()
    try program.write(.grant, as: "a.json")
    let outcome = try program.run("check", "a.json", "findes-ikke.json", "--json")
    #expect(outcome.code == 1)
    #expect(try objects(outcome.output).compactMap { $0["status"] as? String } == ["ok", "refused"])
  }

  @Test func tellsEachFindingOfExplain() throws {
    let program = try Program()
    try program.write(.grant, as: "a.json")
    let outcome = try program.run("explain", "a.json", "--json")
    #expect(outcome.code == 0)
    expectNobody(in: outcome.output)
    let lines = try objects(outcome.output)
    #expect(lines.count > 20)
    for line in lines {
      for key in ["file", "kind", "rule", "title", "outcome", "message", "basis", "severity", "confidence"] {
        #expect((line[key] as? String)?.isEmpty == false, "\(line["rule"] ?? ""): \(key)")
      }
      #expect(line["sources"] is [String])
    }
  }

  @Test func tellsEachRequirementOfTheTemplates() throws {
    let outcome = try Program().run("templates", "check", "--json")
    #expect(outcome.code == 0)
    let lines = try objects(outcome.output)
    #expect(lines.count > 40)
    for line in lines { #expect((line["places"] as? [String])?.isEmpty == false) }
  }
}
