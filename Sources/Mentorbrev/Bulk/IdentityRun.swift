import Casework
public import Diagnostics
import Fields

/// The documents of one run: two cases with one identity would write over each other.
///
/// It is the one thing of a run that grows with the number of cases: by about 40 bytes for each.
public struct IdentityRun {
  /// What the documents of a case on a day have in common, as 16 bytes; a case number may be long. The bytes come from a
  /// hash with a key that nobody knows, so that no two can be made to meet.
  private struct Key: Hashable {
    var first: UInt64
    var second: UInt64

    init(_ identity: DocumentIdentity) {
      first = Self.hash(identity, 1)
      second = Self.hash(identity, 2)
    }

    private static func hash(_ identity: DocumentIdentity, _ part: UInt8) -> UInt64 {
      var hasher = Hasher()
      hasher.combine(part)
      hasher.combine(identity.date)
      hasher.combine(identity.serialNumber)
      hasher.combine(identity.addressee)
      // Folders differ in bytes, also where two texts are the same characters.
      var number = identity.caseNumber
      number.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
      return UInt64(truncatingIfNeeded: hasher.finalize())
    }
  }

  /// The kinds that are taken, a bit for each.
  private var taken: [Key: UInt32] = [:]

  /// Creates a run without documents.
  public init() {}

  /// Takes the identities of a case; a case that needs one that is taken is refused, and the first one stands.
  ///
  /// - Parameters:
  ///   - result: the case; refused when it makes a document that an earlier case of the run makes.
  ///   - location: where the case stands.
  public mutating func claim(_ result: inout CaseResult, at location: SourceLocation) {
    let wanted = result.identities.map { (identity: $0, key: Key($0), bit: Self.bit(of: $0.kind)) }
    if let double = wanted.first(where: { taken[$0.key, default: 0] & $0.bit != 0 }) {
      result.diagnostics.append(Self.duplicate(double.identity, at: location))
      result.documents = []
      result.messages = []
      result.identities = []
    } else {
      for (_, key, bit) in wanted { taken[key, default: 0] |= bit }
    }
  }

  private static func bit(of kind: DocumentKind) -> UInt32 { bits[kind] ?? 0 }

  private static let bits = Dictionary(
    uniqueKeysWithValues: DocumentKind.allCases.enumerated().map { ($1, UInt32(1) << UInt32($0)) })

  private static func duplicate(_ identity: DocumentIdentity, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, "duplicate-identity",
      "Sagen giver det samme dokument (\(identity.kind.label) af \(identity.date)) som en tidligere sag i samme kørsel.",
      at: location, path: "loebenummer", caseNumber: identity.caseNumber,
      help: "Giv det ene dokument et løbenummer (loebenummer), eller fjern den ene af de to sager.")
  }
}
