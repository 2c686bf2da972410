public import Fields

/// A word that is known here is a word that a case may hold; which of them can be written is decided by the models.
public enum DecisionKind: String, ChoiceValue {
  /// A grant.
  case grant = "bevilling"
  /// A grant of less than was applied for.
  case partialGrant = "delvis-bevilling"
  /// A longer period.
  case prolongation = "forlaengelse"
  /// Other hours, tasks or goal.
  case change = "aendring"
  /// Another mentor.
  case mentorChange = "mentorskifte"
  /// A refusal.
  case refusal = "afslag"
  /// The support ends early.
  case termination = "ophoer"
  /// A mentor around a discharge from hospital.
  case dischargeCoordinator = "udskrivningskoordinator"
  /// A mentor at the start of an education.
  case educationStart = "uddannelsesstart"
  /// A hearing before a decision.
  case hearing = "partshoering"
  /// Notice that the period runs out.
  case expiry = "udloeb"
  /// A reconsideration after a complaint.
  case reconsideration = "genvurdering"
  /// A correction of an error.
  case correction = "berigtigelse"
  /// New facts that are not the support.
  case information = "orientering"

  /// The name of the choice.
  public static var choiceName: String { "afgoerelsestype" }
  /// What the word means.
  public var label: String {
    switch self {
    case .grant: "bevilling"
    case .partialGrant: "delvis bevilling"
    case .prolongation: "forlængelse"
    case .change: "ændring"
    case .mentorChange: "skift af mentor"
    case .refusal: "afslag"
    case .termination: "ophør"
    case .dischargeCoordinator: "mentor ved udskrivning"
    case .educationStart: "mentor ved start på uddannelse"
    case .hearing: "partshøring"
    case .expiry: "udløb af perioden"
    case .reconsideration: "genvurdering"
    case .correction: "berigtigelse"
    case .information: "orientering"
    }
  }
}

/// How often an invoice is sent (*hyppighed*).
public enum InvoiceInterval: String, ChoiceValue {
  /// Each month.
  case month = "maaned"
  /// Each quarter of a year.
  case quarter = "kvartal"
  /// Once, at the end.
  case end = "afslutning"

  /// The name of the choice.
  public static var choiceName: String { "hyppighed" }
  /// What the word means.
  public var label: String {
    switch self {
    case .month: "hver måned"
    case .quarter: "hvert kvartal"
    case .end: "ved afslutningen"
    }
  }
}
