/// The documents of a case that were issued together, and what they were made from.
public struct RecordedIssue: Sendable, Hashable {
  /// The run that issued them.
  public var run: Int
  /// When, ISO 8601 in UTC.
  public var at: String
  /// The CVR number of the authority.
  public var authority: String
  /// The number of the case.
  public var caseNumber: String
  /// The data that the case was made from.
  public var data: CaseData
  /// The documents, in the order of their kinds.
  public var documents: [RecordedDocument]
  /// What they follow, when they are a re-issue.
  public var reissue: Reissue?
}
