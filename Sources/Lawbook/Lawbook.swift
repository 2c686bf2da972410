import XMLTree
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
  /// Kinds that nobody has asked for yet; nil when all have been read.
  var unreadKinds: UnreadKinds?
  /// Requirements that several kinds of document share.
  var requirementSets: [String: RequirementSet] = [:]
  /// The ids of all requirements of all kinds and days.
  public internal(set) var requirementIDs: Set<String> = []
  var rulesByID: [String: RuleEntry] = [:]
  /// The rules, in the order of their ids.
  public internal(set) var rules: [RuleEntry] = []
  /// The first day of each era, in order, and after them the day after the last era.
  var boundaries: [CalendarDate] = []

  init() {}

  /// How much of a lawbook is read when it is loaded.
  public enum Extent: Sendable {
    /// All of it.
    case whole
    /// All but what each kind of document must hold: that is read and checked when a template of the kind is compiled. What
    /// is wrong with another kind stays unsaid.
    case asNeeded
  }

  /// Loads a lawbook from its files and checks it.
  ///
  /// - Parameters:
  ///   - files: the bytes of each file of `Templates/law`, and its name for messages.
  ///   - extent: how much is read and checked now.
  /// - Throws: everything that is wrong in any of the files, in the order of the text.
  public static func load(
    _ files: [(file: String, bytes: [UInt8])], _ extent: Extent = .whole
  ) throws(DiagnosticsError) -> Lawbook {
    var loader = LawLoader(extent)
    let lawbook = loader.load(files)
    guard loader.diagnostics.isEmpty else { throw DiagnosticsError(loader.diagnostics.sortedByPlace) }
    return lawbook
  }

  /// The kinds of document that the lawbook knows, in alphabetical order.
  public var kinds: [String] {
    Set(kindsByName.keys).union(unreadKinds?.outlines.flatMap(\.kinds) ?? []).sorted()
  }

  /// The legal bases that a kind of document is declared for, whether they are settled or not, each with its place.
  public func legalBases(ofKind kind: String) -> [(name: String, location: SourceLocation)] {
    (kindsByName[kind]?.spans ?? []).map { ($0.legalBasis, $0.place.location) }
  }

  /// The days for which the law of a kind of document is verified, or nil when it is not settled at all.
  public func verifiedSpan(kind: String, legalBasis: String) -> ClosedRange<CalendarDate>? {
    var whole: ClosedRange<CalendarDate>?
    func take(_ basis: String, _ days: ClosedRange<CalendarDate>?) {
      guard basis == legalBasis, let days else { return }
      // Several spans follow each other without a gap; loading has seen to that.
      whole = whole.map { min($0.lowerBound, days.lowerBound)...max($0.upperBound, days.upperBound) } ?? days
    }
    if let spans = kindsByName[kind]?.spans {
      for index in spans.indices { take(spans[index].legalBasis, spans[index].days) }
    } else {
      unreadKinds?.spans(of: kind).forEach { take($0.legalBasis, $0.days) }
    }
    return whole
  }

  /// Why a kind of document cannot be made on a legal basis at all, or nil when it can or is unknown.
  public func unsettledReason(kind: String, legalBasis: String) -> String? {
    guard verifiedSpan(kind: kind, legalBasis: legalBasis) == nil else { return nil }
    return kindsByName[kind]?.spans.first { $0.legalBasis == legalBasis }?.unsettled
      ?? unreadKinds?.spans(of: kind).first { $0.legalBasis == legalBasis }?.unsettled
  }

  /// What a kind of document must hold on a day, in the order of the lawbook.
  ///
  /// - Throws: what is wrong with it, where it had not been read before (``Extent/asNeeded``).
  public func requirements(kind name: String, on date: CalendarDate) throws(DiagnosticsError) -> [Requirement] {
    return try datedRequirements(kind: name).filter { $0.days.contains(date) }.map { dated in
      Requirement(
        id: dated.id, title: dated.title,
        basis: dated.bases.isEmpty ? "god forvaltningsskik" : basis(dated.bases, on: date),
        evidence: dated.evidence, condition: dated.condition, output: dated.output,
        place: dated.place, mentions: dated.mentions)
    }
  }

  private func datedRequirements(kind name: String) throws(DiagnosticsError) -> [DatedRequirement] {
    guard let kind = kindsByName[name] else { return try unreadKinds?.requirements(of: name, in: self) ?? [] }
    return if let known = kind.requirements { known } else { try LawLoader.read(kind, of: self) }
  }

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

  /// Whether a rule rests on provisions of some acts, named by id, and on nothing else.
  public func rests(_ rule: RuleEntry, onlyOn acts: Set<String>) -> Bool {
    rule.bases.allSatisfy { basis in
      switch basis {
      case .provision(let id): provisions[id].map { acts.contains($0.act) } ?? false
      case .act(let id): acts.contains(id)
      case .words: false
      }
    }
  }

  /// The word that the law uses on a day.
  public func term(_ id: String, on date: CalendarDate) -> String? { terms[id]?.content(on: date) }
}
