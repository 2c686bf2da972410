import Casework
import Fields
import Foundation
import Lawbook
import Mentorbrev
import Templating

/// The files of the repository that the benchmarks work on.
enum Repository {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func bytes(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: root.appending(path: path))) }

  static func names(_ folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)) ?? []).sorted()
  }

  static func lawbook() throws -> Lawbook {
    try Lawbook.load(
      try names("Templates/law").filter { $0.hasSuffix(".xml") }
        .map { (file: $0, bytes: try bytes("Templates/law/\($0)")) })
  }

  /// The example cases, by the name of the file.
  static func examples() throws -> [(file: String, bytes: [UInt8])] {
    try names("Templates/examples").filter { $0.hasSuffix(".json") }.map { ($0, try bytes("Templates/examples/\($0)")) }
  }
}

/// The repository's own templates.
struct TemplateFolder: TemplateFiles {
  func bytes(of path: String) -> [UInt8]? { try? Repository.bytes("Templates/\(path)") }

  func names(in folder: String) -> [String] { Repository.names("Templates/\(folder)") }

  func displayName(of path: String) -> String { "Templates/\(path)" }
}

extension GrantDecision {
  /// The grant letter as the library compiles it for decisions of a day.
  static func template(_ lawbook: Lawbook, on date: CalendarDate) throws -> CompiledTemplate {
    try TemplateCompiler(TemplateFolder()).compile(try target(lawbook, on: date))
  }

  static func target(_ lawbook: Lawbook, on date: CalendarDate) throws -> CompileTarget {
    guard let era = lawbook.era(containing: date) else { throw Stop("the lawbook has no law for \(date)") }
    return CompileTarget(
      kind: kind.rawValue, output: .html, model: fields.type, era: era,
      requirements: try lawbook.requirements(kind: kind.rawValue, on: date),
      knownRequirements: lawbook.requirementIDs, fixed: ["retsgrundlag": LegalBasis.employment.rawValue])
  }
}

/// Why the benchmark cannot run.
struct Stop: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
