public import Fields

/// Whether a new period of support is considered when one runs out (nyPeriode).
public enum NextPeriod: String, ChoiceValue {
  /// The authority makes up its mind by a day.
  case assessed = "vurderes"
  /// The authority has made up its mind; the decision comes in a letter of its own.
  case decided = "afgjort"
  /// Nothing is planned; the citizen can ask.
  case onRequest = "efter-oenske"

  /// The choice's name in templates.
  public static let choiceName = "nyPeriode"

  /// What the word means.
  public var label: String {
    switch self {
    case .assessed: "vurderes"
    case .decided: "er afgjort i et andet brev"
    case .onRequest: "vurderes, hvis borgeren ønsker det"
    }
  }

  /// What is to be assessed has its day.
  public var implies: [String] { self == .assessed ? ["vurderesSenest"] : [] }
}

/// Whether a correction concerns complaint guidance (klagevejledningen): wrong guidance gives a new deadline.
public enum CorrectedGuidance: String, ChoiceValue {
  /// The guidance was right; the deadline is the one that it told.
  case unchanged = "uaendret"
  /// The guidance was wrong.
  case wrong = "forkert"
  /// The letter was no decision, and had none.
  case absent = "ingen"

  /// The choice's name in templates.
  public static let choiceName = "klagevejledningen"

  /// What the word means.
  public var label: String {
    switch self {
    case .unchanged: "var rigtig"
    case .wrong: "var forkert"
    case .absent: "var der ingen af"
    }
  }

  /// Wrong guidance gives new guidance.
  public var implies: [String] { self == .wrong ? ["klage"] : [] }
}

/// How far something has come (status).
public enum ProgressStatus: String, ChoiceValue {
  /// Not begun.
  case notBegun = "ikke-begyndt"
  /// Under way.
  case underWay = "i-gang"
  /// Partly reached.
  case partlyReached = "delvist-naaet"
  /// Reached.
  case reached = "naaet"
  /// Given up, or no longer meant.
  case stopped = "stoppet"

  /// The choice's name in templates.
  public static let choiceName = "status"

  /// What the word means.
  public var label: String {
    switch self {
    case .notBegun: "ikke begyndt"
    case .underWay: "i gang"
    case .partlyReached: "delvist nået"
    case .reached: "nået"
    case .stopped: "stoppet"
    }
  }
}
