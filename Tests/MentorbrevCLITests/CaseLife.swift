import Foundation
import Testing

/// A case that changes while its documents are issued into one folder.
struct CaseLife {
  let program: Program
  private(set) var object: [String: Any]

  /// - Parameter example: the name of an example.
  init(_ example: String) throws {
    program = try Program()
    object = try Self.example(example)
  }

  static func example(_ name: String) throws -> [String: Any] {
    let data = Data(try Sample.example(name).text.utf8)
    return try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  /// The value at a path of keys; nil takes it away.
  subscript(_ path: String) -> Any? {
    get { path.split(separator: ".").reduce(object as Any?) { ($0 as? [String: Any])?[String($1)] } }
    set {
      func setting(_ inside: [String: Any], _ keys: ArraySlice<Substring>) -> [String: Any] {
        var inside = inside
        let key = String(keys.first ?? "")
        inside[key] =
          keys.count > 1 ? setting(inside[key] as? [String: Any] ?? [:], keys.dropFirst()) : newValue
        return inside
      }
      object = setting(object, path.split(separator: ".")[...])
    }
  }

  /// The same case with other values.
  func with(_ changes: [(String, Any?)]) -> CaseLife {
    var other = self
    for (path, value) in changes { other[path] = value }
    return other
  }

  func issue(_ more: String...) throws -> Program.Outcome { try issue(more) }

  func issue(_ more: [String]) throws -> Program.Outcome {
    try write()
    return try program.run(["issue", "ny.json"] + more)
  }

  func reissue(_ form: String, _ date: String, _ more: String...) throws -> Program.Outcome {
    try write()
    return try program.run(["reissue", "ny.json", "--as", form, "--date", date] + more)
  }

  /// The words of a document, without tags and with plain spaces.
  func words(_ name: String) throws -> String {
    let number = try #require(object["sagsnummer"] as? String)
    return try program.text(of: "Output/\(number)/\(name).html").replacing(#/<[^>]*>/#, with: " ")
      .replacing("\u{A0}", with: " ").replacing(#/\s+/#, with: " ")
  }

  private func write() throws {
    try program.write(JSONSerialization.data(withJSONObject: object), as: "ny.json")
  }
}

extension Program.Outcome {
  /// The names of the letters that were made, in their order.
  var letters: [String] {
    output.split(separator: "\n").filter { $0.hasSuffix(".html") }
      .map { String(($0.split(separator: "/").last ?? "").dropLast(5)) }
  }
}
