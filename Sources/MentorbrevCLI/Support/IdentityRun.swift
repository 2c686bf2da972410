import Casework
import Diagnostics
import Mentorbrev

/// The documents of one run by their files: two cases with one identity would write over each other.
struct IdentityRun {
  private var taken: Set<String> = []

  /// Takes the identities of a case; a case that needs one that is taken is refused, and the first one stands.
  mutating func claim(_ result: inout CaseResult, of reading: Reading) {
    let names = result.identities.map { ($0, $0.path(extension: "")) }
    if let (identity, _) = names.first(where: { taken.contains($0.1) }) {
      result.diagnostics.append(Self.duplicate(identity, at: reading.location))
      result.documents = []
      result.identities = []
    } else {
      taken.formUnion(names.map(\.1))
    }
  }

  private static func duplicate(_ identity: DocumentIdentity, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "duplicate-identity",
      "Sagen giver det samme dokument (\(identity.kind.label) af \(identity.date)) som en tidligere sag i samme kørsel.",
      at: location, path: "loebenummer", caseNumber: identity.caseNumber,
      help: "Giv det ene dokument et løbenummer (loebenummer), eller fjern den ene af de to sager.")
  }
}
