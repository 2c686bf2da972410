import Foundation
import Testing

/// Changes to a copy of the templates.
enum Mutation {
  /// Takes the marks of a requirement out of a text: its id from attributes, and elements that mark nothing else.
  static func removingMarks(of id: String, from text: String) -> String {
    var result = text
    let attribute = #/ t:fulfils="([^"]*)"/#
    result = result.replacing(attribute) { match in
      let left = match.1.split(separator: " ").filter { $0 != id }
      return left.isEmpty ? "" : " t:fulfils=\"\(left.joined(separator: " "))\""
    }
    while let start = result.range(of: "<t:fulfils id=\"\(id)\">") {
      guard let end = result.range(of: "</t:fulfils>", range: start.upperBound..<result.endIndex) else { break }
      result.replaceSubrange(end, with: "")
      result.replaceSubrange(start, with: "")
    }
    return result
  }

  /// Takes the marks of a requirement out of one document, all parts and all law texts.
  static func removeMarks(of id: String, document: String, in templates: String) throws {
    var files = ["documents/\(document)"]
    for folder in ["parts", "law"] {
      files += try FileManager.default.contentsOfDirectory(atPath: "\(templates)/\(folder)").map { "\(folder)/\($0)" }
    }
    for file in files {
      let path = "\(templates)/\(file)"
      let text = try String(contentsOfFile: path, encoding: .utf8)
      // Searching with a pattern is slow; most files have no such mark.
      guard text.contains(id) else { continue }
      let changed = removingMarks(of: id, from: text)
      if changed != text { try changed.write(toFile: path, atomically: true, encoding: .utf8) }
    }
  }

  /// Replaces the one place of a text in a file.
  static func replace(_ old: String, with new: String, in path: String) throws {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try #require(text.ranges(of: old).count == 1, "\(path): \(old)")
    try text.replacing(old, with: new).write(toFile: path, atomically: true, encoding: .utf8)
  }
}
