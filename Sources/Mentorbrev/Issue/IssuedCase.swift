public import Casework

/// What came of one case of an issuing run.
public struct IssuedCase: Sendable {
  /// What was done.
  public enum Status: String, Sendable {
    /// Documents were issued and are recorded.
    case issued
    /// Only the record was brought up to date, by a re-issue.
    case recorded
    /// All its documents had been issued before with the same content; nothing was done.
    case unchanged
    /// Nothing was issued, because something is wrong; that is recorded too.
    case refused
  }

  /// Where the case stands, and what was said while it was read.
  public var reading: Reading
  /// What came of it; the bytes of its documents have been let go.
  public var result: CaseResult
  /// What was done; nil for what is said of the text around the cases (``Reading/isCase``).
  public var status: Status?
  /// What a re-issue made of it, and why; nil in other runs.
  public var proposal: ReissueProposal?
  /// The files that were issued now, in the order of the documents.
  public var paths: [String] = []
}
