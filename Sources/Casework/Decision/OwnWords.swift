public import Fields

/// Paragraphs that the caseworker adds to this letter (*egen tekst*).
public struct OwnWords: Sendable, Hashable {
  /// After the result.
  public var introduction: String?
  /// After the reasons.
  public var reasons: String?
  /// Before the greeting.
  public var closing: String?

  /// Creates own words; all of them may be missing.
  public init(introduction: String? = nil, reasons: String? = nil, closing: String? = nil) {
    self.introduction = introduction
    self.reasons = reasons
    self.closing = closing
  }

  /// The fields that templates read.
  public static let fields = Fields<OwnWords>("egenTekst") {
    Field.optionalText("indledning", "Egen tekst i indledningen", \.introduction, .personal)
    Field.optionalText("begrundelse", "Egen tekst i begrundelsen", \.reasons, .personal)
    Field.optionalText("afslutning", "Egen tekst i afslutningen", \.closing, .personal)
  }
}

/// A rule that the case sets aside, and why (*undtagelse*).
public struct Waiver: Sendable, Hashable {
  /// The rule's id.
  public var rule: String
  /// The written reason.
  public var reason: String

  /// Creates a waiver.
  public init(rule: String, reason: String) {
    self.rule = rule
    self.reason = reason
  }

  /// The fields that templates read.
  public static let fields = Fields<Waiver>("undtagelse") {
    Field.text("regel", "Fraveget regel", \.rule)
    Field.text("grund", "Begrundelse for fravigelsen", \.reason, .personal)
  }
}
