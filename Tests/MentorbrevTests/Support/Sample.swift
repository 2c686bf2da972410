import Casework
import Foundation
import Testing

/// A case as JSON, changed field by field.
struct Sample: @unchecked Sendable {  // The JSON is never changed in place.
  let json: [String: Any]

  init(_ json: [String: Any]) { self.json = json }

  /// The case of a golden folder.
  init(golden name: String) throws {
    let data = try Data(contentsOf: GoldenCase.folder.appending(path: "\(name)/case.json"))
    json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  /// A case that a document of this kind is made of: the kind's example, and the ordinary case for grant and plan.
  init(kind: DocumentKind) throws {
    if kind == .grant || kind == .minPlan {
      try self.init(golden: "almindelig")
    } else {
      let path = "\(Repository.templates)/examples/\(kind.rawValue).json"
      let data = try Data(contentsOf: URL(filePath: path))
      self.init(try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any]))
    }
  }

  static func ordinary() throws -> Sample { try Sample(golden: "almindelig") }

  /// The case with another value at a path; nil takes the field away.
  func with(_ path: String, _ value: Any?) -> Sample {
    Sample(Self.replacing(json, path.split(separator: ".").map(String.init)[...], value))
  }

  private static func replacing(_ json: [String: Any], _ path: ArraySlice<String>, _ value: Any?) -> [String: Any] {
    var json = json
    guard let key = path.first else { return json }
    if path.count == 1 {
      json[key] = value
    } else {
      json[key] = replacing(json[key] as? [String: Any] ?? [:], path.dropFirst(), value)
    }
    return json
  }

  /// The value at a path: keys, and numbers of rows from 1.
  subscript(path: String) -> Any? {
    var value: Any? = json
    for key in path.split(separator: ".") {
      if let number = Int(key) {
        let rows = value as? [Any] ?? []
        value = rows.indices.contains(number - 1) ? rows[number - 1] : nil
      } else {
        value = (value as? [String: Any])?[String(key)]
      }
    }
    return value
  }

  func text(_ path: String) throws -> String { try #require(self[path] as? String, "\(path)") }

  func bytes() throws -> [UInt8] {
    Array(try JSONSerialization.data(withJSONObject: json, options: [.sortedKeys]))
  }

  func reading() throws -> Reading { CaseReader().read(try bytes(), file: "sag.json") }
}
