public import Fields

/// A scheme that may cover what a mentor is asked for, wholly or in part (ordning).
///
/// The list joins those of Cabi's page on neighbouring schemes and of the guide on mentor support of 2019, chapters 5
/// (SPS, coaches) and 8.
public enum SupportScheme: String, ChoiceValue {
  /// Personal assistance for people with a handicap in work.
  case workAssistance = "personlig-assistance"
  /// Individual support for a limited time, serviceloven § 82 b.
  case limitedSupport = "tidsbegraenset-stoette"
  /// Social-pedagogic support, serviceloven § 85.
  case socialSupport = "socialpaedagogisk-stoette"
  /// Assistance directed by the citizen, serviceloven § 96.
  case citizenDirected = "borgerstyret-assistance"
  /// A contact person for people who live at the margin, serviceloven § 99.
  case contactPerson = "stoettekontaktperson"
  /// Support by way of treatment, serviceloven § 102.
  case treatment = "behandlingsmaessig-bistand"
  /// A personal adviser or contact person for young people.
  case youthContact = "kontaktperson-unge"
  /// A caseworker who coordinates.
  case coordinator = "koordinerende-sagsbehandler"
  /// Special pedagogic support (SPS) and the coaches of education institutions.
  case educationSupport = "sps"
  /// Volunteers.
  case volunteer = "frivillig-mentor"
  /// The mentors of the Prison and Probation Service.
  case probation = "kriminalforsorgen"

  /// The choice's name in templates.
  public static let choiceName = "ordning"

  /// What the word means.
  public var label: String {
    switch self {
    case .workAssistance: "personlig assistance i erhverv"
    case .limitedSupport: "individuel, tidsbegrænset støtte"
    case .socialSupport: "socialpædagogisk støtte"
    case .citizenDirected: "borgerstyret personlig assistance"
    case .contactPerson: "støtte- og kontaktperson"
    case .treatment: "behandlingsmæssig bistand"
    case .youthContact: "kontaktperson for unge"
    case .coordinator: "koordinerende sagsbehandler"
    case .educationSupport: "SPS eller elevcoach"
    case .volunteer: "frivillig mentor"
    case .probation: "Kriminalforsorgens mentor"
    }
  }
}

/// What was found out about a scheme (svar).
public enum SchemeCoverage: String, ChoiceValue {
  /// Nobody has looked yet.
  case open = "ikke-undersoegt"
  /// It has nothing to do with this citizen.
  case irrelevant = "ikke-relevant"
  /// It was looked into and does not cover the need.
  case none = "daekker-ikke"
  /// It covers the need, wholly or in part.
  case covers = "daekker"

  /// The choice's name in templates.
  public static let choiceName = "svar"

  /// What the word means.
  public var label: String {
    switch self {
    case .open: "ikke undersøgt"
    case .irrelevant: "ikke relevant"
    case .none: "undersøgt, dækker ikke"
    case .covers: "dækker helt eller delvist"
    }
  }

  /// That a scheme covers the need is said with what it covers.
  public var implies: [String] { self == .covers ? ["note"] : [] }
}
