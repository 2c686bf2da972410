import Casework
import Diagnostics

/// What several kinds of document say about one case, each thing once.
///
/// Decision and plan share most of the case. What both find is one thing to mend, also where each has a statute of its
/// own that demands it: then it is told with both.
struct ToldOnce {
  /// What makes two diagnostics the same to the person who mends it.
  private struct Matter: Hashable {
    let severity: Diagnostic.Severity
    let id: String
    let message: String
    let path: String?
    let location: SourceLocation?
  }

  private var told: [(diagnostic: Diagnostic, bases: [String])] = []
  private var places: [Matter: Int] = [:]

  /// Adds what one kind of document says. Its help is told unless an earlier kind gave another.
  mutating func add(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics {
      let matter = Matter(
        severity: diagnostic.severity, id: diagnostic.id, message: diagnostic.message, path: diagnostic.path,
        location: diagnostic.location)
      let bases = diagnostic.basis.map { [$0] } ?? []
      if let place = places[matter] {
        told[place].bases += bases.filter { !told[place].bases.contains($0) }
        told[place].diagnostic.help = told[place].diagnostic.help ?? diagnostic.help
      } else {
        places[matter] = told.count
        told.append((diagnostic, bases))
      }
    }
  }

  /// All that was said, in the order in which it was said first.
  var diagnostics: [Diagnostic] {
    told.map { diagnostic, bases in
      var diagnostic = diagnostic
      diagnostic.basis = bases.isEmpty ? nil : bases.inSentence
      return diagnostic
    }
  }
}
