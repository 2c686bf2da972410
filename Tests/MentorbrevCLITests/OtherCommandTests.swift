import Foundation
import Testing

/// `templates`, `example`, `schema`, `explain` and the help.
@Suite struct OtherCommandTests {
  @Test func templatesCheckPrintsTheMatrix() throws {
    let outcome = try Program().run("templates", "check")
    #expect(outcome.code == 0)
    #expect(
      outcome.errors.wholeMatch(of: /templates: \d+ proven, each in every era of law of its days \(\d+ proofs\)\n/)
        != nil)
    for file in ["bevilling.html", "bevilling.xml", "min-plan.html", "min-plan.xml"] {
      #expect(
        outcome.output.contains(
          "\(Program.templates)/documents/\(file): proven for decisions (lab) from 2020-01-01 to 2026-12-31 ("))
    }
    let row =
      #/  bab-52\.3  De opgaver, .*\n      basis   § 52, nr\. 3, .*\n      met at  .*/parts/stoettefelter\.html:\d+:\d+\n/#
    #expect(outcome.output.contains(row))
  }

  @Test func templatesCheckNamesWhatIsWrong() throws {
    let program = try Program()
    let copy = "\(program.folder)/kopi"
    try FileManager.default.copyItem(atPath: Program.templates, toPath: copy)
    let path = "\(copy)/documents/min-plan.html"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try text.replacing("<dd t:fulfils=\"bab-52.3\">", with: "<dd>").write(
      toFile: path, atomically: true, encoding: .utf8)
    let outcome = try program.run("templates", "check", "--templates", "kopi")
    #expect(outcome.code == 2)
    #expect(outcome.output == "")
    #expect(outcome.errors.hasPrefix("kopi/documents/min-plan.html:"))
    #expect(
      outcome.errors.contains(
        "error: 'bab-52.3' (De opgaver, mentoren skal bistå med) is not met [missing-requirement]\n"))
    #expect(
      outcome.errors.contains("  basis: § 52, nr. 3, i bekendtgørelse om en aktiv beskæftigelsesindsats\n"))
    #expect(outcome.errors.contains(/\^~+ decided on 2020-01-01 to 2020-\d\d-\d\d, the first of \d+ eras\n/))
    #expect(outcome.errors.hasSuffix("templates: 1 error\n"))
    // The same folder cannot render the plan, and says so.
    try program.write(.grant, as: "sag.json")
    let render = try program.run("render", "sag.json", "--templates", "kopi")
    #expect(render.code == 2)
    #expect(try program.files().isEmpty)
  }

  /// Without the law no template can be checked; that is said, so that nobody takes the templates for proven.
  @Test func templatesCheckSaysThatErrorsOfTheLawHideThoseOfTemplates() throws {
    let program = try Program()
    try FileManager.default.copyItem(atPath: Program.templates, toPath: "\(program.folder)/kopi")
    func replace(_ text: String, with other: String, in file: String) throws {
      let path = "\(program.folder)/kopi/\(file)"
      let content = try String(contentsOfFile: path, encoding: .utf8)
      #expect(content.contains(text))
      try content.replacing(text, with: other, maxReplacements: 1).write(
        toFile: path, atomically: true, encoding: .utf8)
    }
    try replace("{borger.navn}", with: "{borger.nvn}", in: "documents/bevilling.html")
    try replace("fra=\"2020-01-01\"", with: "fra=\"2020-21-01\"", in: "law/begreber.xml")
    let outcome = try program.run("templates", "check", "--templates", "kopi")
    #expect(outcome.code == 2)
    #expect(outcome.output == "")
    #expect(outcome.errors.hasPrefix("kopi/law/begreber.xml:"))
    #expect(!outcome.errors.contains("documents/bevilling.html"))
    #expect(outcome.errors.hasSuffix("\ntemplates: not checked, since lawbook and profiles have 1 error\n"))
    // The lines for machines have no such words among them.
    let json = try program.run("templates", "check", "--templates", "kopi", "--json")
    #expect(json.code == 2)
    #expect(json.errors == "")
  }

  @Test func templatesListNamesFieldsAndLaw() throws {
    let outcome = try Program().run("templates", "list")
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("bevilling (lab, html)  "))
    #expect(outcome.output.contains("min-plan (lab, xml)  "))
    #expect(outcome.output.contains("mentorstoette.opgaver.tekst"))
    #expect(outcome.output.contains("klagevejledning"))
  }

  @Test func eachExampleRendersWithoutARemark() throws {
    let program = try Program()
    let list = try program.run("example")
    #expect(list.code == 0)
    let names = list.output.split(separator: "\n").map(String.init)
    #expect(names.contains("bevilling"))
    for name in names {
      let example = try program.run("example", name)
      #expect(example.code == 0)
      let outcome = try program.run("render", "-", "--output", name, input: Data(example.output.utf8))
      #expect(outcome.code == 0, "\(name): \(outcome.errors)")
      #expect(!outcome.errors.contains("advarsel"), "\(name): \(outcome.errors)")
      #expect(try program.files(in: name).count >= 2)
    }
  }

  @Test func schemaDescribesEveryKeyOfTheExamples() throws {
    let program = try Program()
    let outcome = try program.run("schema", "json")
    #expect(outcome.code == 0)
    let schema = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    let reader = SchemaReader(root: schema)
    let names = try program.run("example").output.split(separator: "\n").map(String.init)
    for name in names {
      let example = try JSONSerialization.jsonObject(with: Data(try program.run("example", name).output.utf8))
      #expect(reader.unknownKeys(in: example) == [], "\(name)")
    }
    #expect(reader.unknownKeys(in: ["sagsnumer": "1", "mentor": ["telefn": "1"]]) == ["mentor.telefn", "sagsnumer"])
  }

  @Test func schemaFieldsIsATable() throws {
    let outcome = try Program().run("schema", "fields")
    #expect(outcome.code == 0)
    let rows = outcome.output.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
    #expect(rows.count > 80)
    #expect(Set(rows.map(\.count)).count == 1)
    #expect(rows.contains { $0[0] == "borger.cpr" && $0[5] == "identificerende" })
  }

  @Test func explainListsRulesWithStatuteConfidenceAndSource() throws {
    let program = try Program()
    try program.write(.grant, as: "sag.json")
    let outcome = try program.run("explain", "sag.json")
    #expect(outcome.code == 0)
    #expect(
      outcome.output.hasPrefix(
        """
        sag.json: bevilling

        R01  Perioden er højst 6 måneder
             fund:       opfyldt: Perioden slutter den 6. december 2026. Den kan højst vare 6 måneder, til og med den 6. marts 2027.
             hjemmel:    § 167, stk. 1, i lov om en aktiv beskæftigelsesindsats
             regel:      lov, bekræftet
             kilde:      https://www.retsinformation.dk/eli/lta/2019/548 https://www.retsinformation.dk/eli/lta/2024/280

        """), "\(outcome.output.prefix(700))")
    #expect(outcome.output.contains("\nsag.json: Min Plan\n"))
    #expect(outcome.output.contains("sandsynlig"))
    for secret in Sample.secrets { #expect(!outcome.output.contains(secret)) }
  }

  @Test(arguments: [
    (["render"], ["--draft", "--kind", "--format", "--output", "--templates", "--authority", "--json"]),
    (["check"], ["--errors", "--input-format", "--kind", "--templates", "--authority", "--json"]),
    (["explain"], ["statutes", "source", "--json"]),
    (["templates", "check"], ["matrix", "--templates", "--json"]),
    (["templates", "list"], ["fields", "law", "--templates"]),
    (["example"], ["<name>", "--templates"]),
    (["schema"], ["json", "csv", "fields", "2020-12"]),
    (["schema", "csv"], ["--kind", "--labels", "--rows"]),
    (["restore"], ["<folder>", "--case", "--keep-changed-in", "--json"]),
    ([], ["render", "check", "explain", "templates", "example", "schema", "Exit codes: 0", "64"]),
  ])
  func helpNamesWhatTheReadmeNames(_ command: [String], _ words: [String]) throws {
    let outcome = try Program().run(command + ["--help"])
    #expect(outcome.code == 0)
    #expect(outcome.errors == "")
    for word in words { #expect(outcome.output.contains(word), "\(word)") }
  }

  @Test func tellsItsVersion() throws {
    let outcome = try Program().run("--version")
    #expect(outcome.code == 0)
    #expect(outcome.output.wholeMatch(of: #/\d+\.\d+\.\d+\n/#) != nil)
  }
}

/// Follows a JSON Schema along the keys of a value.
private struct SchemaReader {
  let root: [String: Any]

  func unknownKeys(in value: Any) -> [String] { unknownKeys(in: value, root, "").sorted() }

  private func unknownKeys(in value: Any, _ schema: [String: Any], _ path: String) -> [String] {
    let schema = resolved(schema)
    if let object = value as? [String: Any] {
      let properties = schema["properties"] as? [String: Any] ?? [:]
      return object.flatMap { key, inner -> [String] in
        guard let next = properties[key] as? [String: Any] else { return [path + key] }
        return unknownKeys(in: inner, next, "\(path)\(key).")
      }
    }
    if let rows = value as? [Any] {
      let items = schema["items"] as? [String: Any] ?? [:]
      return rows.flatMap { unknownKeys(in: $0, items, path) }
    }
    return []
  }

  private func resolved(_ schema: [String: Any]) -> [String: Any] {
    guard let reference = schema["$ref"] as? String, reference.hasPrefix("#/") else { return schema }
    var target: Any? = root
    for key in reference.dropFirst(2).split(separator: "/") { target = (target as? [String: Any])?[String(key)] }
    return target as? [String: Any] ?? [:]
  }
}
