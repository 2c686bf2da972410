public import Diagnostics
public import Fields
public import Templating

/// The law that letters rest on: acts, provisions, terms and standard texts by date, what each kind of document
/// must hold, and the rules that cases are checked against.
///
/// Everything is chosen by the date of the decision. What the lawbook does not know for a day is refused, never
/// guessed.
public struct Lawbook: Sendable {
  var acts: [String: Entry<ActName>] = [:]
  var provisions: [String: Provision] = [:]
  var terms: [String: Entry<String>] = [:]
  var texts: [String: Entry<LawText>] = [:]
  var kindsByName: [String: Kind] = [:]
  var rulesByID: [String: RuleEntry] = [:]
  /// The first day of each era, in order, and after them the day after the last era.
  var boundaries: [CalendarDate] = []

  init() {}

  /// Loads a lawbook from its files and checks it as a whole.
  ///
  /// - Parameter files: the bytes of each file of `Templates/law`, and its name for messages.
  /// - Throws: everything that is wrong in any of the files, in the order of the text.
  public static func load(_ files: [(file: String, bytes: [UInt8])]) throws(DiagnosticsError) -> Lawbook {
    var loader = LawLoader()
    let lawbook = loader.load(files)
    guard loader.diagnostics.isEmpty else { throw DiagnosticsError(loader.diagnostics.sortedByPlace) }
    return lawbook
  }

  /// The kinds of document that the lawbook knows, in alphabetical order.
  public var kinds: [String] { kindsByName.keys.sorted() }

  /// The days for which the law of a kind of document is verified, or nil when it is not settled at all.
  public func verifiedSpan(kind: String, legalBasis: String) -> ClosedRange<CalendarDate>? {
    guard let spans = kindsByName[kind]?.spans else { return nil }
    var whole: ClosedRange<CalendarDate>?
    for index in spans.indices where spans[index].legalBasis == legalBasis {
      guard let days = spans[index].days else { continue }
      // Several spans follow each other without a gap; loading has seen to that.
      whole = whole.map { min($0.lowerBound, days.lowerBound)...max($0.upperBound, days.upperBound) } ?? days
    }
    return whole
  }

  /// Why a kind of document cannot be made on a legal basis at all, or nil when it can or is unknown.
  public func unsettledReason(kind: String, legalBasis: String) -> String? {
    guard verifiedSpan(kind: kind, legalBasis: legalBasis) == nil else { return nil }
    return kindsByName[kind]?.spans.first { $0.legalBasis == legalBasis }?.unsettled
  }

  /// What a kind of document must hold on a day, in the order of the lawbook.
  public func requirements(kind: String, on date: CalendarDate) -> [Requirement] {
    guard let kind = kindsByName[kind] else { return [] }
    return kind.requirements.filter { $0.days.contains(date) }.map { dated in
      Requirement(
        id: dated.id, title: dated.title,
        basis: dated.bases.isEmpty ? "god forvaltningsskik" : basis(dated.bases, on: date),
        evidence: dated.evidence, condition: dated.condition, output: dated.output,
        location: dated.place.location)
    }
  }

  /// The ids of all requirements of all kinds and days.
  public var requirementIDs: Set<String> { Set(kindsByName.values.flatMap { $0.requirements.map(\.id) }) }

  /// The rules, in the order of their ids.
  public var rules: [RuleEntry] { rulesByID.values.sorted { $0.id < $1.id } }

  /// The rule with an id.
  public func rule(_ id: String) -> RuleEntry? { rulesByID[id] }

  /// What a rule rests on, as a message prints it: `§ 167, stk. 1, i lov om en aktiv beskæftigelsesindsats`.
  public func basis(of rule: RuleEntry, on date: CalendarDate) -> String {
    listed(
      rule.bases.compactMap { basis in
        switch basis {
        case .provision(let id), .act(let id): reference(id, on: date)
        case .words(let words): words
        }
      })
  }

  /// The word that the law uses on a day.
  public func term(_ id: String, on date: CalendarDate) -> String? { terms[id]?.content(on: date) }
}
