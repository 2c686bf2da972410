import Casework
import Diagnostics
import Register

extension RecordedIssue {
  /// The case as it was read when its documents were issued.
  var reading: Reading {
    var piece: [UInt8] = data.bytes
    var cases = CaseStream(file: "den registrerede sag", format: InputFormat(rawValue: data.form) ?? .json) {
      defer { piece = [] }
      return piece
    }
    return cases.next()
      ?? Reading(diagnostics: [], location: SourceLocation(file: "den registrerede sag", line: 1, column: 1))
  }

  /// The kinds of its documents, each once.
  var kinds: [DocumentKind] {
    var seen: Set<DocumentKind> = []
    return documents.compactMap { DocumentKind(rawValue: $0.kind) }.filter { seen.insert($0).inserted }
  }
}
