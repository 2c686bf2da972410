import Casework
import Diagnostics
import Foundation
import Mentorbrev
import Testing

/// A folder with a case and every byte that is made of it.
struct GoldenCase: Sendable, CustomTestStringConvertible {
  let name: String

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Cases")

  static let all: [GoldenCase] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { !$0.hasPrefix(".") }.sorted().map(GoldenCase.init)

  /// The cases whose documents are for the citizen.
  static let letters = all.filter { !$0.isContract }

  /// The cases that hold a contract and nothing else.
  static let contracts = all.filter(\.isContract)

  private var isContract: Bool { (try? sample())?["kontrakt"] != nil && (try? sample())?["afgoerelse"] == nil }

  var testDescription: String { name }
  var url: URL { Self.folder.appending(path: name) }

  func sample() throws -> Sample { try Sample(golden: name) }

  func documents() throws -> [RenderedDocument] {
    let reading = CaseReader().read(Array(try Data(contentsOf: url.appending(path: "case.json"))), file: "case.json")
    // An agreement is made only when it is asked for.
    let kinds: [DocumentKind]? = name.hasPrefix("aftale") ? [.agreement] : nil
    let result = try Repository.letterbook().render(reading, kinds: kinds, isDraft: name.hasPrefix("udkast"))
    try #require(!result.isRefused, "\(result.diagnostics.map(\.message))")
    return result.documents
  }

  /// The files that are kept, by name.
  func kept() throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: url.path)
    where name.hasSuffix(".html") || name.hasSuffix(".xml") {
      files[name] = try Data(contentsOf: url.appending(path: name))
    }
    return files
  }
}
