public import Fields

/// What kind of mentor support is granted (art).
public enum SupportKind: String, ChoiceValue {
  /// LAB § 167, stk. 1.
  case ordinary = "almindelig"
  /// A discharge mentor (udskrivningskoordinator), LAB § 167, stk. 2.
  case discharge = "udskrivning"
  /// A mentor at the start of an education, LAB § 167, stk. 3.
  case educationStart = "uddannelsesstart"

  /// The choice's name in templates.
  public static let choiceName = "art"

  /// What the word means.
  public var label: String {
    switch self {
    case .ordinary: "mentorstøtte"
    case .discharge: "mentorstøtte ved udskrivning"
    case .educationStart: "mentorstøtte ved start på en uddannelse"
    }
  }

  /// A discharge has its date, a start its education.
  public var implies: [String] {
    switch self {
    case .ordinary: []
    case .discharge: ["udskrivning"]
    case .educationStart: ["uddannelsesstart"]
    }
  }

  /// The provision that it rests on.
  var provision: String {
    switch self {
    case .ordinary: "lab-167-1"
    case .discharge: "lab-167-2"
    case .educationStart: "lab-167-3"
    }
  }

  /// Whether the citizen has a right to it, LAB § 167, stk. 2 and 3: then no service level or budget can take it away.
  public var isRight: Bool {
    switch self {
    case .ordinary: false
    case .discharge, .educationStart: true
    }
  }
}

/// What the support aims at (maaltype).
public enum GoalKind: String, ChoiceValue {
  /// A job.
  case employment = "beskaeftigelse"
  /// An education.
  case education = "uddannelse"

  /// The choice's name in templates.
  public static let choiceName = "maaltype"

  /// What the word means.
  public var label: String {
    switch self {
    case .employment: "beskæftigelse"
    case .education: "uddannelse"
    }
  }
}

/// The nature of a task (omraade).
public enum TaskArea: String, ChoiceValue {
  /// Help with the work or the studies themselves.
  case professional = "faglig"
  /// Personal support.
  case personal = "personlig"
  /// Everyday practicalities.
  case practical = "praktisk"
  /// Finding out what the citizen can and wants.
  case clarifying = "afklarende"

  /// The choice's name in templates.
  public static let choiceName = "omraade"

  /// What the word means.
  public var label: String {
    switch self {
    case .professional: "faglig støtte"
    case .personal: "personlig støtte"
    case .practical: "praktisk støtte"
    case .clarifying: "afklarende støtte"
    }
  }
}

/// How the hours are set (timeform).
public enum HoursForm: String, ChoiceValue {
  /// The same number each week.
  case weekly = "ugentlig"
  /// A number every second week.
  case fortnightly = "hverAndenUge"
  /// Several phases with different hours.
  case phased = "faser"

  /// The choice's name in templates.
  public static let choiceName = "timeform"

  /// What the word means.
  public var label: String {
    switch self {
    case .weekly: "hver uge"
    case .fortnightly: "hver anden uge"
    case .phased: "i faser"
    }
  }

  /// Fortnightly hours have their own number, phased hours their phases.
  public var implies: [String] {
    switch self {
    case .weekly: []
    case .fortnightly: ["prFjortenDage"]
    case .phased: ["faser"]
    }
  }
}
