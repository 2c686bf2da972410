public import Fields
public import XMLTree

/// The law that templates may print for documents of certain days, as a lawbook hands it to the compiler.
///
/// A template is compiled once per era, with citations, terms and law texts as literal text, and the proof of
/// requirements runs once per era; so a letter costs the same whether law changed once or ten times.
public struct Era: Sendable {
  /// The first day.
  public var from: CalendarDate
  /// The last day.
  public var until: CalendarDate
  /// Provisions by id, as they are cited in this era.
  public var provisions: [String: Citation]
  /// Acts by id, as they are cited without a paragraph.
  public var acts: [String: Citation]
  /// Terms by id: the word that the law uses in this era.
  public var terms: [String: String]
  /// Standard texts by id.
  public var texts: [String: LawText]
  /// Entries that exist, but not in this era: id and the reason in a few words.
  public var unavailable: [String: String]

  /// Creates an era.
  public init(
    from: CalendarDate, until: CalendarDate, provisions: [String: Citation] = [:], acts: [String: Citation] = [:],
    terms: [String: String] = [:], texts: [String: LawText] = [:], unavailable: [String: String] = [:]
  ) {
    self.from = from
    self.until = until
    self.provisions = provisions
    self.acts = acts
    self.terms = terms
    self.texts = texts
    self.unavailable = unavailable
  }
}

/// The ways to print one provision or act.
public struct Citation: Sendable, Hashable {
  /// `§ 167, stk. 1, i lov om en aktiv beskæftigelsesindsats (lovbekendtgørelse nr. 280 af 1. marts 2024)`.
  public var full: String
  /// `§ 167, stk. 1, i lov om en aktiv beskæftigelsesindsats`.
  public var withTitle: String
  /// `§ 167, stk. 1`; for an act, its title.
  public var short: String

  /// Creates a citation.
  public init(full: String, withTitle: String, short: String) {
    self.full = full
    self.withTitle = withTitle
    self.short = short
  }
}

/// A standard text of the lawbook: a part of a template with an id and dates.
public struct LawText: Sendable {
  /// The id by which templates print it.
  public var id: String
  /// The element whose children are the text; its first children may declare parameters.
  public var body: XMLElement
  /// The file that holds it, for messages.
  public var document: XMLDocument

  /// Creates a law text.
  public init(id: String, body: XMLElement, document: XMLDocument) {
    self.id = id
    self.body = body
    self.document = document
  }
}

/// Content that law demands of a kind of document, and what proves that a template prints it.
public struct Requirement: Sendable, Hashable {
  /// What must be inside the element that is marked with the requirement.
  public enum Evidence: Sendable, Hashable {
    /// The value of this field is shown.
    case field(String)
    /// This text of the lawbook is printed.
    case lawText(String)
    /// This provision is cited.
    case provision(String)
    /// There are words of the template's own.
    case words
  }

  /// A value of a boolean, a choice, or the presence of an optional field, on which the requirement depends.
  public struct Condition: Sendable, Hashable {
    /// The field's path.
    public var field: String
    /// The word of a choice, `true` or `false`, `present` or `absent`.
    public var value: String
    /// What must hold besides: the condition under which a kind of document uses a set of requirements.
    public var also: [Condition]

    /// Creates a condition.
    public init(field: String, value: String, also: [Condition] = []) {
      self.field = field
      self.value = value
      self.also = also
    }

    /// All that must hold, each alone.
    public var all: [Condition] { [Condition(field: field, value: value)] + also.flatMap(\.all) }
  }

  /// A field or a value, where the lawbook writes it.
  public struct Mention: Sendable, Hashable {
    /// The path of the field, or the value.
    public var text: String
    /// Where it is written.
    public var place: XMLPlace

    /// Creates a mention.
    public init(_ text: String, at place: XMLPlace) {
      self.text = text
      self.place = place
    }
  }

  /// The id that templates name in `t:fulfils`.
  public var id: String
  /// What is required, in Danish.
  public var title: String
  /// The statute, as messages print it.
  public var basis: String
  /// All of these must be found.
  public var evidence: [Evidence]
  /// When it is required; nil for always.
  public var condition: Condition?
  /// The output that must meet it; nil for all.
  public var output: Output?
  /// Where the lawbook declares it.
  public var place: XMLPlace
  /// Where the lawbook writes the fields and values that it names, for messages.
  public var mentions: [Mention]

  /// Creates a requirement.
  public init(
    id: String, title: String, basis: String, evidence: [Evidence], condition: Condition? = nil,
    output: Output? = nil, place: XMLPlace, mentions: [Mention] = []
  ) {
    self.id = id
    self.title = title
    self.basis = basis
    self.evidence = evidence
    self.condition = condition
    self.output = output
    self.place = place
    self.mentions = mentions
  }
}

/// What a template makes.
public enum Output: String, Sendable, Hashable, CaseIterable {
  /// HTML5, self-contained, from the closed subset.
  case html
  /// XML in any vocabulary.
  case xml
}
