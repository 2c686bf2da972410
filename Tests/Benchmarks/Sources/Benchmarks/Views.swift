import Casework
import Foundation
import Lawbook

/// What other engines get for a bulk run: of each case the finished view, for they have no rules and no formats.
enum Views {
  /// Writes, for each line of a file of cases, an object with the path of its letter and the view of it.
  static func write(of cases: String, to views: String, _ lawbook: Lawbook) throws {
    var lines = Data()
    let input = try Data(contentsOf: URL(filePath: cases))
    for line in input.split(separator: UInt8(ascii: "\n")) {
      let caseFile = try CaseReader().read(Array(line), file: cases).complete()
      let understanding = GrantDecision.understand(caseFile, lawbook: lawbook)
      guard let grant = understanding.models.first else {
        throw Stop("a case is refused: \(understanding.diagnostics)")
      }
      let view: [String: Any] = [
        "Path": grant.identity.path(extension: "html"), "View": MustacheLetter.data(grant),
      ]
      lines += try JSONSerialization.data(withJSONObject: view) + Data("\n".utf8)
    }
    try lines.write(to: URL(filePath: views))
  }
}
