public import Diagnostics
public import Fields
import XMLTree

/// What the lawbook knows of a rule that a case is checked against; the check itself is code of the domain.
///
/// An object, because every finding about every case names one: sharing it costs nothing.
public final class RuleEntry: Sendable {
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
  public let id: String
  /// What it demands, in Danish.
  public let title: String
  /// The first day on which it applies to a decision.
  public let from: CalendarDate
  /// The last day; nil when none is known.
  public let until: CalendarDate?
  /// What it binds.
  public let severity: Severity
  /// How sure it is.
  public let confidence: Confidence
  /// Whether a case may set it aside with a written reason.
  public let waivable: Bool
  /// What it rests on, the most important first.
  public let bases: [Basis]
  /// The sources: addresses, or words for what has none.
  public let sources: [String]
  /// The day a person last compared it with the sources.
  public let verifiedOn: CalendarDate
  let place: XMLPlace

  init(
    id: String, title: String, from: CalendarDate, until: CalendarDate?, severity: Severity, confidence: Confidence,
    waivable: Bool, bases: [Basis], sources: [String], verifiedOn: CalendarDate, place: XMLPlace
  ) {
    self.id = id
    self.title = title
    self.from = from
    self.until = until
    self.severity = severity
    self.confidence = confidence
    self.waivable = waivable
    self.bases = bases
    self.sources = sources
    self.verifiedOn = verifiedOn
    self.place = place
  }

  /// Where the lawbook declares it; found when it is asked for.
  public var location: SourceLocation { place.location }

  /// Whether it applies to a decision of this day.
  public func applies(on date: CalendarDate) -> Bool {
    from <= date && until.map { date <= $0 } ?? true
  }
}
