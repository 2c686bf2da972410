public import Diagnostics
public import Fields

/// How sure it is that an entry is the law.
public enum Confidence: String, Sendable, Hashable, CaseIterable {
  /// Read in the statute itself, or in two sources that do not depend on each other.
  case confirmed = "C"
  /// Found in one secondary source, or inferred from confirmed text.
  case likely = "L"
  /// Not known; such an entry is never printed.
  case unconfirmed = "U"
}

/// Where an edition of an entry comes from, and since when it holds.
///
/// Three dates are kept apart: when the words came into force, when their legal basis did, and when a person
/// last compared them with the source.
public struct Provenance: Sendable, Hashable {
  /// The day the words themselves came into force; no later than the first day on which they are printed.
  public var inForceFrom: CalendarDate
  /// The day the legal basis of the words came into force.
  public var legalBasisFrom: CalendarDate
  /// The day a person last compared them with the source.
  public var verifiedOn: CalendarDate
  /// Who compared them, when a supplement says so; nil for the lawbook's own entries.
  public var verifiedBy: String?
  /// The addresses of the sources.
  public var sources: [String]
  /// How sure it is.
  public var confidence: Confidence
}

/// What the lawbook knows of one edition of one entry; for people who check it.
public struct EntryInfo: Sendable, Hashable {
  /// The kinds of entry.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// An act or an order.
    case act
    /// A provision of an act.
    case provision
    /// A word that the law uses.
    case term
    /// A standard text.
    case text
  }

  /// The kind of entry.
  public var kind: Kind
  /// The id that templates and other entries name.
  public var id: String
  /// What it is about, in Danish.
  public var title: String
  /// The days on which this edition is printed; nil for an entry without any edition.
  public var days: ClosedRange<CalendarDate>?
  /// The act's name and number, the paragraph or the term; nil for a text and for what is not settled.
  public var content: String?
  /// Where it comes from; nil for an entry without any edition.
  public var provenance: Provenance?
  /// Why nothing is printed on these days; nil when the edition is settled.
  public var unsettled: String?
  /// Where the lawbook declares it.
  public var location: SourceLocation
}
