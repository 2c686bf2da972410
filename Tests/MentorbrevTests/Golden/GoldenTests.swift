import Casework
import Foundation
import Mentorbrev
import Templating
import Testing

/// Every byte of the documents of some cases, kept in the repository.
///
/// After a wanted change of a template, record them again and read the difference:
/// `MENTORBREV_REWRITE_GOLDEN=1 swift test --filter GoldenTests`.
@Suite struct GoldenTests {
  private static let isRecording = ProcessInfo.processInfo.environment["MENTORBREV_REWRITE_GOLDEN"] == "1"

  @Test func areThere() { #expect(GoldenCase.all.count >= 14) }

  @Test(arguments: GoldenCase.all) func keepTheirBytes(_ golden: GoldenCase) throws {
    let made = Dictionary(
      try golden.documents().map { ($0.fileName, Data($0.bytes)) }, uniquingKeysWith: { first, _ in first })
    if Self.isRecording { try record(made, golden) }
    let kept = try golden.kept()
    #expect(made.keys.sorted() == kept.keys.sorted())
    for (name, bytes) in made {
      let line = Self.firstDifference(bytes, kept[name] ?? Data())
      #expect(line == nil, "\(golden.name)/\(name): line \(line ?? 0) differs")
    }
  }

  @Test(arguments: GoldenCase.all) func areFictitious(_ golden: GoldenCase) throws {
    let sample = try golden.sample()
    if sample["borger"] != nil { #expect((61...91).contains(Int(try sample.text("borger.cpr").prefix(2)) ?? 0)) }
    let text = String(decoding: try sample.bytes(), as: UTF8.self)
    for match in text.matches(of: /@([A-Za-z0-9.-]+)/) { #expect(match.1.hasSuffix(".example")) }
  }

  private func record(_ made: [String: Data], _ golden: GoldenCase) throws {
    for name in try golden.kept().keys where made[name] == nil {
      try FileManager.default.removeItem(at: golden.url.appending(path: name))
    }
    for (name, bytes) in made { try bytes.write(to: golden.url.appending(path: name)) }
  }

  /// The number of the first line that differs; nil when nothing does.
  private static func firstDifference(_ a: Data, _ b: Data) -> Int? {
    guard a != b else { return nil }
    let common = zip(a, b).prefix { $0 == $1 }
    return common.count { $0.0 == UInt8(ascii: "\n") } + 1
  }
}
