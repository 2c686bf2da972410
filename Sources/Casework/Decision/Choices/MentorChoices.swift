public import Fields

/// Who employs or engages the mentor (ansaettelse), LAB § 168.
public enum MentorEmployment: String, ChoiceValue {
  /// An employee of a company.
  case company = "virksomhed"
  /// An employee of an education institution.
  case educationInstitution = "uddannelsesinstitution"
  /// An external consultant.
  case external = "ekstern"
  /// An employee of the municipality.
  case municipality = "kommune"

  /// The choice's name in templates.
  public static let choiceName = "ansaettelse"

  /// What the word means.
  public var label: String {
    switch self {
    case .company: "ansat i en virksomhed"
    case .educationInstitution: "ansat på en uddannelsesinstitution"
    case .external: "ekstern konsulent"
    case .municipality: "ansat i kommunen"
    }
  }
}

/// Whether the decision names the mentor (mentorvalg).
public enum MentorChoice: String, ChoiceValue {
  /// The mentor is named in the letter.
  case named = "navngivet"
  /// The citizen is told later, as the letter says.
  case later = "senere"

  /// The choice's name in templates.
  public static let choiceName = "mentorvalg"

  /// What the word means.
  public var label: String {
    switch self {
    case .named: "mentoren er navngivet"
    case .later: "mentoren oplyses senere"
    }
  }

  /// Either the mentor or the words that tell when the citizen hears more.
  public var implies: [String] { self == .named ? ["mentor"] : ["mentorOplyses"] }
}

/// A way to reach a mentor (kontaktart).
public enum ContactKind: String, ChoiceValue {
  /// A telephone number.
  case phone = "telefon"
  /// A mail address.
  case email

  /// The choice's name in templates.
  public static let choiceName = "kontaktart"

  /// What the word means.
  public var label: String {
    switch self {
    case .phone: "telefon"
    case .email: "e-mail"
    }
  }
}
