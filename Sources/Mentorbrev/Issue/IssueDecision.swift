import Casework
import Diagnostics
import Register

/// What is done with a case whose documents have been made, by what is recorded.
enum IssueDecision {
  case issue([Issued.Document])
  /// All of it is recorded with the same content.
  case unchanged
  case refuse(Diagnostic)

  init(_ prepared: PreparedCase, recorded: (String) -> RecordedDocument?) {
    var new: [Issued.Document] = []
    let authority = prepared.outcome.result.identities.first?.companyNumber
    for document in prepared.documents {
      guard let old = recorded(document.name) else {
        new.append(document)
        continue
      }
      if let problem = Self.problem(document, old, authority: authority) {
        self = .refuse(
          Diagnostic(
            .error, problem.id, problem.message, at: prepared.outcome.reading.location, path: "loebenummer",
            caseNumber: prepared.outcome.result.caseNumber, help: problem.help))
        return
      }
    }
    self = new.isEmpty ? .unchanged : .issue(new)
  }

  private static func problem(
    _ document: Issued.Document, _ old: RecordedDocument, authority: String?
  ) -> (id: String, message: String, help: String)? {
    let what = "\(DocumentKind(rawValue: document.kind)?.label ?? document.kind) af \(document.date)"
    if old.authority != authority {
      return (
        "issued-by-another", "En anden myndighed har udstedt dokumentet (\(what)) under samme sagsnummer i mappen.",
        "Brug en mappe for hver myndighed (--output)."
      )
    }
    if old.state == .withdrawn {
      return (
        "issued-withdrawn", "Dokumentet (\(what)) er udstedt før og trukket tilbage.",
        "Giv det nye dokument et løbenummer (loebenummer)."
      )
    }
    if old.files == document.files { return nil }
    return (
      "issued-before", "Dokumentet (\(what)) er udstedt før med et andet indhold, og det bliver ikke overskrevet.",
      "Er oplysningerne ændret siden, så brug 'mentorbrev reissue'. Er det et andet dokument, så giv det sin egen dato eller "
        + "et løbenummer (loebenummer)."
    )
  }
}
