/// What a re-issue was, and which documents it brought up to date.
public struct Reissue: Sendable, Hashable, Codable {
  /// What it is in law, as a person chose it: `ny-afgoerelse`, `orientering`, `rettelse`, `registrering`.
  public var form: String
  /// Why: the paths of the fields that differed, or the ids of what was corrected.
  public var reasons: [String]
  /// The earlier documents that it answers for: they are compared with its data from now on.
  public var covers: [String]

  /// Creates a re-issue.
  public init(form: String, reasons: [String], covers: [String]) {
    self.form = form
    self.reasons = reasons
    self.covers = covers
  }
}
