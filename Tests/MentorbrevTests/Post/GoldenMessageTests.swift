import Diagnostics
import DigitalPost
import Foundation
import Testing
import XMLTree

@testable import Mentorbrev

/// Messages kept in the repository, read by a person, with a page that never changes in place of the letter.
///
/// After a wanted change, record them again and read the difference:
/// `MENTORBREV_REWRITE_GOLDEN=1 swift test --filter GoldenMessageTests`.
@Suite struct GoldenMessageTests {
  private static let isRecording = ProcessInfo.processInfo.environment["MENTORBREV_REWRITE_GOLDEN"] == "1"
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Messages")

  static let cases = [
    "bevilling-1.2", "bevilling-1.1", "bevilling-pdf-1.2", "partshoering-1.2", "vaerge-1.2", "kombi-valg",
    "kombi-papir",
  ]

  private static func post(_ name: String) throws -> PostCase {
    var post = try PostCase.grant()
    switch name {
    case "bevilling-1.1": post.version = .v1_1
    case "bevilling-pdf-1.2": post.hasPDF = true
    case "partshoering-1.2": post = try PostCase(example: "partshoering")
    case "vaerge-1.2":
      post = try PostCase(example: "bevilling-vaerge").with(
        "modtagere",
        [
          ["rolle": "vaerge", "navn": "Torben Eskildsen", "cpr": "650180-1234", "kanal": "digital"],
          ["rolle": "borger"],
        ])
    case "kombi-valg", "kombi-papir":
      post.form = .kombi
      post.hasPDF = true
      post = post.with("forsendelse.bilag", nil)
      if name == "kombi-papir" { post = post.with("borger.fritagetForDigitalPost", true) }
    default: break
    }
    return post
  }

  @Test(arguments: cases) func keepTheirBytes(_ name: String) throws {
    for (index, text) in try Self.post(name).texts().enumerated() {
      let url = Self.folder.appending(path: index == 0 ? "\(name).xml" : "\(name)-\(index + 1).xml")
      if Self.isRecording { try Data(text.utf8).write(to: url) }
      #expect(try String(contentsOf: url, encoding: .utf8) == text, "\(url.lastPathComponent)")
    }
  }

  @Test(arguments: cases) func followOurOwnGrammar(_ name: String) throws {
    let path = "\(Repository.templates)/schemas/digitalpost.rng"
    let schema = try XMLSchema(relaxNG: try FileSystem.read(path), file: path)
    for text in try Self.post(name).texts() {
      let findings = schema.validate(Array(text.utf8), file: name)
      #expect(findings.isEmpty, "\(findings.map(\.message))")
    }
  }

  @Test func theGuardianGetsNoPlan() throws {
    let texts = try Self.post("vaerge-1.2").texts()
    #expect(texts.count == 2)
    #expect(texts.map { $0.contains("<memo:label>Min Plan</memo:label>") } == [false, true])
    #expect(texts.map { $0.contains("<memo:recipientID>6501801234</memo:recipientID>") } == [true, false])
  }
}
