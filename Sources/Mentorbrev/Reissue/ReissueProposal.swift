public import Casework
public import Diagnostics

/// What a re-issue would do with one case, and why.
public struct ReissueProposal: Sendable {
  /// What becomes of a case.
  public enum Status: String, Sendable {
    /// Documents are made.
    case made
    /// The record is brought up to date, and nothing is made.
    case recorded
    /// No document would come out differently; nothing is done.
    case unaffected
    /// Nothing is done, because something is wrong.
    case refused
  }

  /// A document that does not say any longer what the case says.
  public struct Affected: Sendable, Hashable {
    /// Its path below the folder without extension.
    public var name: String
    /// Its kind.
    public var kind: DocumentKind
    /// Its date, ISO 8601.
    public var date: String
    /// Why: the paths of fields that differ (``CaseDifference/reason``), or what was corrected.
    public var reasons: [String]
  }

  /// Where the case stands, and what was said while it was read.
  public var reading: Reading
  /// The number of the case, when it could be read.
  public var caseNumber: String?
  /// What becomes of it; nil for what is said of the text around the cases, and for cases that the order leaves out.
  public var status: Status?
  /// The documents that are affected; all others are left alone.
  public var affected: [Affected] = []
  /// What differs from what the affected documents were made of.
  public var differences: [CaseDifference] = []
  /// The documents that are made, by their paths below the folder without extension.
  public var makes: [(kind: DocumentKind, name: String)] = []
  /// The affected documents that another one stands in place of then, with its name.
  public var superseded: [(name: String, successor: String)] = []
  /// Everything that is wrong or worth knowing.
  public var diagnostics: [Diagnostic] = []
  /// What is wrong with the register or with a template, so that nothing can be said of the case. It is the same for others,
  /// so a plan ends there.
  public var failure: DiagnosticsError?

  /// All reasons, each once.
  public var reasons: [String] {
    var seen: Set<String> = []
    return affected.flatMap(\.reasons).filter { seen.insert($0).inserted }
  }

  init(_ reading: Reading) {
    self.reading = reading
    diagnostics = reading.diagnostics
  }

  /// Nothing is done with the case.
  mutating func refuse(_ problems: [Diagnostic]) {
    status = .refused
    diagnostics = problems
    makes = []
  }
}
