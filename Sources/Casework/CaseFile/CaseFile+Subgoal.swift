import Fields

extension CaseFile {
  /// One of `kontrakt.delmaal`: a step towards the goal, in words for the mentor's employer.
  public struct Subgoal: Sendable {
    /// Where it begins.
    public var position: UInt32
    /// `tekst`.
    public var text: Said<String>?

    /// Creates an empty value.
    public init(position: UInt32 = 0) { self.position = position }
  }
}

extension CaseFile.Subgoal: InputRecord {
  static let input = InputFields<CaseFile.Subgoal>(
    "delmaal",
    [
      .text(
        "tekst", "Delmål", .open, "Delmålet med ord, som mentorens arbejdsgiver må læse", form: .lines, required: true
      ) { $0.text = $1 }
    ])
}
