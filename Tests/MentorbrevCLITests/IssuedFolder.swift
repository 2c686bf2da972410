import Foundation
import Testing

/// What tests of approval, packing and receipts begin with.
extension Program {
  /// A folder with two cases issued, A-1 and C-1, and one refused, B-1, by run 1.
  static func issued() throws -> Program {
    let program = try Program()
    let samples = [
      Sample.grant.numbered("A-1"), Sample.grant.numbered("B-1").replacing("2026-08-24", with: "2026-11-31"),
      Sample.grant.numbered("C-1"),
    ]
    try program.write(
      Data(samples.map { $0.text.replacing("\n", with: "") + "\n" }.joined().utf8), as: "sager.jsonl")
    #expect(try program.run("issue", "sager.jsonl").code == 1)
    return program
  }

  /// The same, and the run is approved.
  static func approved() throws -> Program {
    let program = try issued()
    #expect(try program.run("approve", "1", "--by", "Kirsten Holm").code == 0)
    return program
  }

  func text(of name: String) throws -> String { String(decoding: try bytes(of: name), as: UTF8.self) }

  /// The UUIDs of the messages of each case, as `pack --json` tells them.
  static func uuids(_ output: String) throws -> [String: [String]] {
    var found: [String: [String]] = [:]
    for line in output.split(separator: "\n") {
      let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      guard let number = object["case"] as? String, let messages = object["messages"] as? [[String: Any]] else {
        continue
      }
      found[number] = messages.compactMap { $0["uuid"] as? String }
    }
    return found
  }
}
