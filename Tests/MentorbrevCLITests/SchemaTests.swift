import Foundation
import Testing

/// `schema json` takes what the program takes: every example, and none of them without a key that it needs.
@Suite struct SchemaTests {
  /// A case without one of its keys.
  private struct Cut {
    var example: String
    /// As the data dictionary writes it, with `N` for the rows of lists.
    var path: String
    var value: Any
  }

  private func examples(_ program: Program) throws -> [(name: String, value: Any)] {
    try program.run("example").output.split(separator: "\n").map { name in
      let text = try program.run("example", String(name)).output
      return (String(name), try JSONSerialization.jsonObject(with: Data(text.utf8)))
    }
  }

  private func schema(_ program: Program) throws -> JSONSchema {
    JSONSchema(try JSONSerialization.jsonObject(with: Data(try program.run("schema", "json").output.utf8)))
  }

  @Test func acceptsEveryExample() throws {
    let program = try Program()
    let schema = try schema(program)
    for (name, value) in try examples(program) { #expect(schema.problems(in: value) == [], "\(name)") }
    #expect(schema.problems(in: ["sagsnummer": 1]).contains("sagsnummer: no string"))
  }

  /// What is mandatory is asked of the program itself, so that a new example needs no word here.
  @Test func refusesEachExampleWithoutAMandatoryKey() throws {
    let program = try Program()
    let schema = try schema(program)
    let fields = try program.run("schema", "fields").output.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
    let required = Set(fields.filter { $0.count > 6 && $0[6] == "ja" }.map { String($0[0]) })
    let cuts = try examples(program).flatMap { Self.cuts(of: $0.value, $0.name, "") { $0 } }
    let lines = try cuts.map { try JSONSerialization.data(withJSONObject: $0.value) + Data("\n".utf8) }
    let checked = try program.run("check", "-", "--input-format", "jsonl", "--json", input: lines.reduce(Data(), +))
    let results = checked.output.split(separator: "\n")
    try #require(results.count == cuts.count)
    var refused = 0
    for (cut, result) in zip(cuts, results) {
      guard required.contains(cut.path), result.contains("\"id\":\"missing-field\""), !Self.isConditional(cut) else {
        continue
      }
      refused += 1
      #expect(!schema.problems(in: cut.value).isEmpty, "\(cut.example) without \(cut.path)")
    }
    #expect(refused > 100)
  }

  /// A profile may give what is missing of the authority, and what is needed of the support depends on the decision.
  private static func isConditional(_ cut: Cut) -> Bool {
    if cut.path.hasPrefix("myndighed") { return true }
    let decision = (cut.value as? [String: Any])?["afgoerelse"] as? [String: Any]
    let isOfPlan = [
      "bevilling", "delvis-bevilling", "forlaengelse", "aendring", "mentorskifte", "udskrivningskoordinator",
      "uddannelsesstart",
    ].contains(decision?["type"] as? String ?? "")
    return !isOfPlan && cut.path.hasPrefix("mentorstoette.") && cut.path.count { $0 == "." } == 1
  }

  /// Every way to take one key away from a value.
  ///
  /// - Parameter around: puts a value back into the case that it stands in.
  private static func cuts(
    of value: Any, _ example: String, _ path: String, _ around: @escaping (Any) -> Any
  ) -> [Cut] {
    if let object = value as? [String: Any] {
      return object.keys.sorted().flatMap { key -> [Cut] in
        var less = object
        less[key] = nil
        let place = path.isEmpty ? key : "\(path).\(key)"
        let inner = cuts(of: object[key] ?? [:], example, place) { changed in
          var copy = object
          copy[key] = changed
          return around(copy)
        }
        return [Cut(example: example, path: place, value: around(less))] + inner
      }
    }
    guard let rows = value as? [Any] else { return [] }
    return rows.indices.flatMap { index in
      cuts(of: rows[index], example, "\(path).N") { changed in
        var copy = rows
        copy[index] = changed
        return around(copy)
      }
    }
  }
}

/// As much of JSON Schema 2020-12 as the program's own schema uses.
private struct JSONSchema {
  private let root: [String: Any]

  init(_ schema: Any) { root = schema as? [String: Any] ?? [:] }

  /// What is wrong with a value, by path; empty when the schema accepts it.
  func problems(in value: Any) -> [String] { problems(value, root, "") }

  private func problems(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
    var found: [String] = []
    for (keyword, rule) in schema {
      switch keyword {
      case "$schema", "$id", "$defs", "title", "description", "format", "then", "properties", "items": break
      case "$ref":
        let name = (rule as? String ?? "").split(separator: "/").last.map(String.init) ?? ""
        let target = (root["$defs"] as? [String: Any])?[name] as? [String: Any]
        found += target.map { problems(value, $0, path) } ?? ["\(path): no definition \(name)"]
      case "anyOf":
        let choices = rule as? [[String: Any]] ?? []
        if choices.allSatisfy({ !problems(value, $0, path).isEmpty }) { found.append("\(path): none of the choices") }
      case "not":
        if problems(value, rule as? [String: Any] ?? [:], path).isEmpty { found.append("\(path): not allowed") }
      case "if":
        let isMet = problems(value, rule as? [String: Any] ?? [:], path).isEmpty
        if isMet, let then = schema["then"] as? [String: Any] { found += problems(value, then, path) }
      default: if let problem = simple(keyword, rule, value, schema) { found.append("\(path): \(problem)") }
      }
    }
    if let object = value as? [String: Any], let properties = schema["properties"] as? [String: [String: Any]] {
      for (key, inner) in object {
        let place = path.isEmpty ? key : "\(path).\(key)"
        if let rule = properties[key] { found += problems(inner, rule, place) }
      }
    }
    if let rows = value as? [Any], let items = schema["items"] as? [String: Any] {
      for row in rows { found += problems(row, items, "\(path).N") }
    }
    return found
  }

  private static func isBoolean(_ number: NSNumber) -> Bool { String(cString: number.objCType) == "c" }

  /// What is wrong by a keyword that needs no other schema; nil when nothing is.
  private func simple(_ keyword: String, _ rule: Any, _ value: Any, _ schema: [String: Any]) -> String? {
    let text = value as? String
    let number = text == nil ? value as? NSNumber : nil
    switch keyword {
    case "type":
      let isOfType =
        switch rule as? String {
        case "object": value is [String: Any]
        case "array": value is [Any]
        case "string": text != nil
        case "boolean": number.map { Self.isBoolean($0) } == true
        case "integer": number.map { !Self.isBoolean($0) && $0.doubleValue == $0.doubleValue.rounded() } == true
        case "number": number.map { !Self.isBoolean($0) } == true
        default: false
        }
      return isOfType ? nil : "no \(rule)"
    case "required":
      let missing = (rule as? [String] ?? []).filter { (value as? [String: Any])?[$0] == nil }
      return value is [String: Any] && !missing.isEmpty ? "without \(missing.joined(separator: ", "))" : nil
    case "additionalProperties":
      let known = schema["properties"] as? [String: Any] ?? [:]
      let unknown = (value as? [String: Any] ?? [:]).keys.filter { known[$0] == nil }
      return unknown.isEmpty ? nil : "unknown \(unknown.sorted())"
    case "enum": return (rule as? [String] ?? []).contains(text ?? "") ? nil : "another word"
    case "pattern":
      return text?.range(of: rule as? String ?? "", options: .regularExpression) != nil ? nil : "another form"
    case "minLength": return (text?.unicodeScalars.count ?? 0) >= rule as? Int ?? 0 ? nil : "too short"
    case "maxLength": return (text?.unicodeScalars.count ?? 0) <= rule as? Int ?? 0 ? nil : "too long"
    case "minimum": return (number?.doubleValue ?? 0) >= rule as? Double ?? 0 ? nil : "too small"
    case "maximum": return (number?.doubleValue ?? 0) <= rule as? Double ?? 0 ? nil : "too large"
    case "maxItems": return (value as? [Any])?.count ?? 0 <= rule as? Int ?? 0 ? nil : "too many"
    default: return "keyword '\(keyword)' is not known to this test"
    }
  }
}
