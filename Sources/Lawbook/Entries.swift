import Fields
import Templating
import XMLTree

/// The words of an entry for a run of days.
struct Edition<Content: Sendable>: Sendable {
  var days: ClosedRange<CalendarDate>
  /// Nil when the entry is known not to be settled on these days.
  var content: Content?
  /// Why there is no content.
  var unsettled: String?
  var provenance: Provenance
  var place: XMLPlace
}

/// Something that the law names, with its editions in the order of time.
struct Entry<Content: Sendable>: Sendable {
  var id: String
  var title: String
  /// Why there are no editions at all.
  var unsettled: String?
  var editions: [Edition<Content>] = []
  var place: XMLPlace

  private func index(on date: CalendarDate) -> Int? {
    // Whole editions are costly to pass around.
    editions.indices.first { editions[$0].days.contains(date) }
  }

  func edition(on date: CalendarDate) -> Edition<Content>? { index(on: date).map { editions[$0] } }

  /// What is printed on a day.
  func content(on date: CalendarDate) -> Content? { index(on: date).flatMap { editions[$0].content } }

  /// Why nothing is printed on a day, in a few words.
  func reason(on date: CalendarDate) -> String {
    if let unsettled { return unsettled }
    if let unsettled = edition(on: date)?.unsettled { return unsettled }
    if let later = editions.first(where: { $0.days.lowerBound > date }) {
      return "the lawbook knows it from \(later.days.lowerBound)"
    }
    if let last = editions.last { return "the lawbook knows it until \(last.days.upperBound)" }
    return "the lawbook has no edition of it"
  }
}

/// A name for an act from a day on: `lovbekendtgørelse nr. 280 af 1. marts 2024`, or none, and then the title
/// stands alone.
struct ActName: Sendable {
  var name: String?
}

/// A provision: the act it stands in, and its number by date.
struct Provision: Sendable {
  var act: String
  var entry: Entry<String>
}

/// A demand on a kind of document, for a run of days.
struct DatedRequirement: Sendable {
  var id: String
  var title: String
  /// Without ends when it is demanded as long as the kind of document is verified.
  var days: ClosedRange<CalendarDate>
  /// Provisions and acts by id; empty for good practice.
  var bases: [String]
  var evidence: [Requirement.Evidence]
  var condition: Requirement.Condition?
  var output: Output?
  var place: XMLPlace
  var mentions: [Requirement.Mention]
}

/// A kind of document: what it must hold, and the days for which that is verified.
struct Kind: Sendable {
  struct Span: Sendable {
    var legalBasis: String
    /// Nil when the legal basis is not settled.
    var days: ClosedRange<CalendarDate>?
    var unsettled: String?
    var place: XMLPlace
  }

  /// An element that declares the kind, and where what stands in it comes from.
  struct Declaration: Sendable {
    var element: XMLElement
    var document: XMLDocument
    var origin: Origin
  }

  var name: String
  var spans: [Span] = []
  /// The lawbook's own declaration, then those of supplements.
  var declarations: [Declaration] = []
  /// What it must hold, in the order of its declarations; nil until somebody asks.
  var requirements: [DatedRequirement]?
  var place: XMLPlace
}
