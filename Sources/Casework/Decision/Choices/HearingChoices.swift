public import Fields

/// How the citizen was heard, as templates ask about it (forloeb).
public enum HearingCourse: String, ChoiceValue {
  /// Asked, and answered.
  case answered = "besvaret"
  /// Asked, but not answered.
  case unanswered = "ubesvaret"
  /// Not asked: the information is the citizen's own.
  case ownInformation = "egneOplysninger"
  /// Not asked: the citizen wished it.
  case ownWish = "egetOenske"
  /// Not asked, for another reason.
  case otherGround = "anden"

  /// The choice's name in templates.
  public static let choiceName = "hoeringsforloeb"

  /// What the word means.
  public var label: String {
    switch self {
    case .answered: "borgeren har svaret"
    case .unanswered: "borgeren har ikke svaret"
    case .ownInformation: "borgerens egne oplysninger"
    case .ownWish: "borgerens eget ønske"
    case .otherGround: "anden grund"
    }
  }

  /// What is there in each course.
  public var implies: [String] {
    switch self {
    case .answered: ["sendt", "svar"]
    case .unanswered: ["sendt"]
    case .ownInformation, .ownWish: []
    case .otherGround: ["grund"]
    }
  }
}

/// Why no hearing was needed before a burdensome decision (undladt): FVL § 19 demands one only for adverse, essential
/// material that the citizen does not know the authority holds.
public enum HearingExemption: String, ChoiceValue {
  /// The citizen gave the information, or knows that the authority holds it.
  case ownInformation = "egneOplysninger"
  /// The citizen wished what is decided.
  case ownWish = "egetOenske"
  /// Another ground, which is written.
  case other = "anden"

  /// The choice's name.
  public static let choiceName = "undladt"

  /// What the word means.
  public var label: String {
    switch self {
    case .ownInformation: "borgerens egne oplysninger"
    case .ownWish: "borgerens eget ønske"
    case .other: "anden grund"
    }
  }
}

/// The decision that an authority considers while it hears the citizen (paataenkt): one to the citizen's disadvantage.
public enum IntendedDecision: String, ChoiceValue {
  /// To refuse support.
  case refusal = "afslag"
  /// To grant less than was applied for.
  case partialGrant = "delvis-bevilling"
  /// To change the support.
  case change = "aendring"
  /// To stop the support before its time.
  case stop = "ophoer"

  /// The choice's name in templates.
  public static let choiceName = "paataenkt"

  /// What the word means.
  public var label: String {
    switch self {
    case .refusal: "afslag"
    case .partialGrant: "delvis bevilling"
    case .change: "ændring"
    case .stop: "ophør"
    }
  }
}
