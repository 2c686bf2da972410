public import Fields

/// Why somebody receives the letter (modtagerrolle): the citizen, or one who acts for the citizen
/// (forvaltningsloven § 8).
public enum RecipientRole: String, ChoiceValue {
  /// Borgeren.
  case citizen = "borger"
  /// Partsrepræsentant.
  case representative = "repraesentant"
  /// Værge.
  case guardian = "vaerge"
  /// Indehaver af forældremyndigheden.
  case custodyHolder = "foraeldremyndighed"

  /// The choice's name in templates.
  public static let choiceName = "modtagerrolle"

  /// What the word means.
  public var label: String {
    switch self {
    case .citizen: "borger"
    case .representative: "partsrepræsentant"
    case .guardian: "værge"
    case .custodyHolder: "forældremyndighedsindehaver"
    }
  }
}

extension RecipientRole {
  /// What stands behind the name of a document in messages: ` til værge`; nothing for the citizen.
  package var addition: String { self == .citizen ? "" : " til \(label)" }
}

/// How a letter reaches its recipient (kanal).
public enum Channel: String, ChoiceValue {
  /// Digital Post.
  case digital
  /// A paper letter.
  case paper = "papir"

  /// The choice's name in templates.
  public static let choiceName = "kanal"

  /// What the word means.
  public var label: String {
    switch self {
    case .digital: "Digital Post"
    case .paper: "brev på papir"
    }
  }
}
