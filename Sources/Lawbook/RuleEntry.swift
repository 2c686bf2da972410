public import Diagnostics
public import Fields

/// What the lawbook knows of a rule that a case is checked against; the check itself is code of the domain.
public struct RuleEntry: Sendable, Hashable {
  /// What a rule binds.
  public enum Severity: String, Sendable, Hashable, CaseIterable {
    /// An act or an order demands it.
    case law = "lov"
    /// A municipality's own service level.
    case municipality = "kommune"
    /// Guidance and good practice.
    case goodPractice = "god-skik"
  }

  /// What a rule rests on.
  public enum Basis: Sendable, Hashable {
    /// A provision of the lawbook.
    case provision(String)
    /// An act of the lawbook as a whole.
    case act(String)
    /// Something that is no act: guidance, a service level.
    case words(String)
  }

  /// The id: `R01`.
  public var id: String
  /// What it demands, in Danish.
  public var title: String
  /// The first day on which it applies to a decision.
  public var from: CalendarDate
  /// The last day; nil when none is known.
  public var until: CalendarDate?
  /// What it binds.
  public var severity: Severity
  /// How sure it is.
  public var confidence: Confidence
  /// Whether a case may set it aside with a written reason.
  public var waivable: Bool
  /// What it rests on, the most important first.
  public var bases: [Basis]
  /// The addresses of the sources.
  public var sources: [String]
  /// The day a person last compared it with the sources.
  public var verifiedOn: CalendarDate
  var place: Place

  /// Where the lawbook declares it; found when it is asked for.
  public var location: SourceLocation { place.location }

  /// Whether it applies to a decision of this day.
  public func applies(on date: CalendarDate) -> Bool {
    from <= date && until.map { date <= $0 } ?? true
  }
}
