public import Fields

/// The reasons of a decision that does not give the citizen everything (*begrundelse*), FVL §§ 22 and 24.
///
/// The rule that the decision rests on is the third part of a lawful reasoning; templates print it from the lawbook.
public struct Reasons: Sendable, Hashable {
  /// The facts that were given weight, FVL § 24, stk. 2.
  public var facts: String
  /// The main considerations behind the discretion, FVL § 24, stk. 1.
  public var considerations: String
  /// Other help that was looked at, or that the citizen can seek, RSL § 5.
  public var otherHelp: String?

  /// Creates reasons.
  public init(facts: String, considerations: String, otherHelp: String? = nil) {
    self.facts = facts
    self.considerations = considerations
    self.otherHelp = otherHelp
  }

  /// The fields that templates read.
  public static let fields = Fields<Reasons>("begrundelse") {
    Field.text("faktum", "Faktiske oplysninger, der er lagt vægt på", \.facts, .personal)
    Field.text("hensyn", "Hovedhensyn", \.considerations, .personal)
    Field.optionalText("andenHjaelp", "Anden hjælp", \.otherHelp, .personal)
  }
}
