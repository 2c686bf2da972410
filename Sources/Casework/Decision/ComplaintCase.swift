public import Fields

/// A complaint, and the decision that it is about (*klagesag*).
public struct ComplaintCase: Sendable, Hashable {
  /// The day on which the complaint was received.
  public var received: CalendarDate
  /// The date of the decision that was complained of.
  public var decisionDate: CalendarDate
  /// What the complaint says.
  public var text: String?

  /// Creates a complaint.
  public init(received: CalendarDate, decisionDate: CalendarDate, text: String? = nil) {
    self.received = received
    self.decisionDate = decisionDate
    self.text = text
  }

  /// The fields that templates read.
  public static let fields = Fields<ComplaintCase>("klagesag") {
    Field.value("modtaget", "Dagen, hvor klagen er modtaget", \.received, .personal)
    Field.value("afgoerelsesdato", "Datoen på den påklagede afgørelse", \.decisionDate, .personal)
    Field.optionalText("indhold", "Det, der er klaget over", \.text, .personal)
  }
}

/// What came of a complaint that was looked at again (udfald), BEK 861/2025 §§ 11-13.
public enum ReconsiderationOutcome: String, ChoiceValue {
  /// The citizen is right: a new decision.
  case upheld = "medhold"
  /// The citizen is partly right: a new decision, and the rest of the complaint may stand.
  case partlyUpheld = "delvist-medhold"
  /// The decision stands, and the complaint goes on with its reasons.
  case maintained = "fastholdt"
  /// The complaint came too late, and goes on without being looked at.
  case late = "for-sen"

  /// The choice's name in templates.
  public static let choiceName = "genvurderingsudfald"

  /// What the word means.
  public var label: String {
    switch self {
    case .upheld: "medhold"
    case .partlyUpheld: "delvist medhold"
    case .maintained: "afgørelsen fastholdes"
    case .late: "klagen er for sen"
    }
  }

  /// Whether there is a new decision that gives support.
  public var isNewDecision: Bool { self == .upheld || self == .partlyUpheld }

  /// What is there for each outcome.
  public var implies: [String] {
    switch self {
    case .upheld: ["bevilget", "klage"]
    case .partlyUpheld: ["bevilget", "begrundelse", "klage"]
    case .maintained: ["begrundelse"]
    case .late: ["klagefrist"]
    }
  }
}
