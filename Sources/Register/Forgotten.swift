public import Hashing

/// What is left of cases that were forgotten: that there were some, and why they are gone. Nothing in it points to a person.
///
/// Neither the case numbers nor hashes of them are kept: numbers are given one after the other, so whoever has a hash of one
/// can try them all, with a key or without, for the key would lie beside it.
public struct Forgotten: Sendable, Hashable {
  /// How many cases.
  public var cases: Int
  /// How many documents, by their kinds.
  public var documents: [String: Int]
  /// How many refusals.
  public var refusals: Int
  /// How many cases with documents each run has lost, by its number: a run of two is none of a single case afterwards.
  public var runs: [Int: Int]
  /// Why, in the words of a person; without names and numbers.
  public var why: String
  /// The hashes of the lines that were erased. They tell nothing of the lines (``Salt``), but an erased line that no entry
  /// tells of is found.
  public var lines: [SHA256Hash]

  /// Creates an entry.
  public init(
    cases: Int, documents: [String: Int], refusals: Int, runs: [Int: Int], why: String, lines: [SHA256Hash]
  ) {
    self.cases = cases
    self.documents = documents
    self.refusals = refusals
    self.runs = runs
    self.why = why
    self.lines = lines
  }
}

/// Cases that were forgotten, as the register knows it.
public struct RecordedForgetting: Sendable, Hashable {
  /// How many cases.
  public var cases: Int
  /// How many documents, by their kinds.
  public var documents: [String: Int]
  /// How many refusals.
  public var refusals: Int
  /// Why.
  public var why: String
  /// When, ISO 8601 in UTC.
  public var at: String
}
