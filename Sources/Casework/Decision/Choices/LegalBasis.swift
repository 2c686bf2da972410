public import Fields

/// The act on which support rests (retsgrundlag).
public enum LegalBasis: String, ChoiceValue {
  /// Lov om en aktiv beskæftigelsesindsats § 167.
  case employment = "lab"
  /// Integrationsloven § 23 d.
  case integration

  /// The choice's name in templates.
  public static let choiceName = "retsgrundlag"

  /// What the word means.
  public var label: String {
    switch self {
    case .employment: "lov om en aktiv beskæftigelsesindsats"
    case .integration: "integrationsloven"
    }
  }
}
