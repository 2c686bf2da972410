public import Hashing

/// A run of the program, as the register knows it.
public struct RecordedRun: Sendable, Hashable {
  /// What is recorded of its beginning.
  public var record: RunRecord
  /// When it recorded something first, ISO 8601 in UTC.
  public var at: String
  /// Who has approved what it issued; nil when nobody has.
  public var approval: Approval?
  /// When it was approved, ISO 8601 in UTC.
  public var approvedAt: String?
  /// How many of its cases with documents were forgotten since.
  public var forgottenCases = 0

  init(record: RunRecord, at: String, forgottenCases: Int) {
    self.record = record
    self.at = at
    self.forgottenCases = forgottenCases
  }
}

/// Somebody has read what a run issued, and lets it be sent.
public struct Approval: Sendable, Hashable {
  /// The run.
  public var run: Int
  /// Who.
  public var by: String
  /// The hash over the names and files of all documents of the run; an approval holds for these bytes only.
  public var hash: SHA256Hash

  /// Creates an approval.
  public init(run: Int, by: String, hash: SHA256Hash) {
    self.run = run
    self.by = by
    self.hash = hash
  }
}

/// What a run issued and how far that has come, in numbers.
public struct RunCounts: Sendable, Hashable {
  /// Cases with documents that were issued.
  public var cases = 0
  /// Documents that were issued.
  public var documents = 0
  /// Cases that were refused, and had not been so in an earlier run.
  public var refused = 0
  /// The documents by their state.
  public var states: [RecordedDocument.State: Int] = [:]
  /// Documents that have gone out, and of which nobody knows that they have arrived.
  public var underway = 0
  /// Documents that were packed.
  public var packed = 0
  /// Documents that were delivered.
  public var delivered = 0
}
