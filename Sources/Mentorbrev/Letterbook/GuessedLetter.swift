import Casework
import Diagnostics

/// A case that does not say what it decides, looked at as every letter that it may become.
///
/// What only a grant needs says nothing to someone who writes a refusal. So of such a case only that is told which is
/// wrong whatever it decides.
struct GuessedLetter {
  private struct Matter: Hashable {
    let id: String
    let path: String?
  }

  /// What the letters have in common.
  private let common: Set<Matter>

  init(_ request: CaseRequest) {
    let letters = DecisionKind.allCases.compactMap { DocumentKind(rawValue: $0.rawValue) }
    let found = letters.map { Set(Self.diagnostics(of: $0.model, request).map(Self.matter)) }
    common = found.dropFirst().reduce(found.first ?? []) { $0.intersection($1) }
  }

  /// What is wrong with the case for certain; all of it, of a document that no decision leads to.
  func certain(_ diagnostics: [Diagnostic], of kind: DocumentKind) -> [Diagnostic] {
    let isGuess = kind.isDecision || kind == .minPlan
    return isGuess ? diagnostics.filter { common.contains(Self.matter($0)) } : diagnostics
  }

  private static func diagnostics<Model: DocumentModel>(
    of model: Model.Type, _ request: CaseRequest
  ) -> [Diagnostic] {
    Model.understand(request).diagnostics
  }

  private static func matter(_ diagnostic: Diagnostic) -> Matter { Matter(id: diagnostic.id, path: diagnostic.path) }
}
