import Diagnostics
import Fields
import XMLTree

/// That one entry of a lawbook rests on another.
struct EntryUse: Sendable {
  var reference: EntryReference
  /// The days on which it does; nil when it depends on who uses the user.
  var days: ClosedRange<CalendarDate>?
  /// The kind of document for which it does; nil for all.
  var kind: String?
  /// Whether it prints the other entry, so that there must be words on every day; a basis may have days on which
  /// its number is known not to be settled.
  var needsWords: Bool
  var user: User

  /// Who uses an entry; put into words only for a message.
  enum User: Sendable {
    case requirement(String), provision(String), text(String), rule(String)
  }

  /// Who uses it, for messages.
  var userName: String {
    switch user {
    case .requirement(let id): "requirement '\(id)' of '\(kind ?? "")'"
    case .provision(let id): "provision '\(id)'"
    case .text(let id): "text '\(id)'"
    case .rule(let id): "rule '\(id)'"
    }
  }
}

/// Checks that what entries name exists, and has an edition for every day that is said to be verified.
struct LawChecker {
  let lawbook: Lawbook
  var diagnostics: [Diagnostic] = []
  var reported: Set<String> = []
  /// The verified spans of each kind of document.
  private var spansOfKind: [String: [VerifiedSpan]] = [:]
  /// The same of all kinds, in the order of their names. Kinds that are verified for the same days need the same
  /// editions, and what is missing is said once: the first of them speaks for the others.
  private var spans: [VerifiedSpan] = []

  /// The days for which a kind of document is said to be verified.
  private struct VerifiedSpan {
    let kind: String
    let days: ClosedRange<CalendarDate>
    let place: XMLPlace
  }

  init(lawbook: Lawbook) {
    self.lawbook = lawbook
    for kind in lawbook.kindsByName.values.sorted(by: { $0.name < $1.name }) {
      for span in kind.spans {
        guard let days = span.days else { continue }
        let verified = VerifiedSpan(kind: kind.name, days: days, place: span.place)
        spansOfKind[kind.name, default: []].append(verified)
        if !spans.contains(where: { $0.days == days }) { spans.append(verified) }
      }
    }
  }

  mutating func check(_ uses: [EntryUse]) {
    for use in uses {
      if contains(use.reference.id, use.reference.kind) || isActAsBasis(use) {
        checkDays(use)
      } else {
        reportUnknown(use)
      }
    }
  }

  /// A requirement may rest on an act as a whole.
  private func isActAsBasis(_ use: EntryUse) -> Bool {
    use.reference.kind == .provision && !use.needsWords && lawbook.acts[use.reference.id] != nil
  }

  private func contains(_ id: String, _ kind: EntryReference.Kind) -> Bool {
    switch kind {
    case .act: lawbook.acts[id] != nil
    case .provision: lawbook.provisions[id] != nil
    case .term: lawbook.terms[id] != nil
    case .text: lawbook.texts[id] != nil
    }
  }

  private func ids(of kind: EntryReference.Kind) -> [String] {
    switch kind {
    case .act: lawbook.acts.keys.sorted()
    case .provision: lawbook.provisions.keys.sorted()
    case .term: lawbook.terms.keys.sorted()
    case .text: lawbook.texts.keys.sorted()
    }
  }

  private mutating func reportUnknown(_ use: EntryUse) {
    let id = use.reference.id
    // A set of requirements is shared by kinds, and wrong once.
    guard reported.insert("unknown \(id) \(use.reference.place.location)").inserted else { return }
    let kinds: [EntryReference.Kind] = [.act, .provision, .term, .text]
    let help: String? =
      if let other = kinds.first(where: { contains(id, $0) }) {
        "'\(id)' is \(other == .act ? "an" : "a") \(other.rawValue)"
      } else {
        suggestion(for: id, among: ids(of: use.reference.kind)).map { "did you mean '\($0)'?" }
      }
    diagnostics.append(
      .lawbook(
        "unknown-reference",
        "\(use.userName) names the \(use.reference.kind.rawValue) '\(id)', which the lawbook does not have",
        at: use.reference.place, width: id.unicodeScalars.count, help: help))
  }

  // MARK: Days

  private mutating func checkDays(_ use: EntryUse) {
    guard let days = use.days else { return }
    let id = use.reference.id
    switch use.reference.kind {
    case .act: lawbook.acts[id].map { check($0, days, use) }
    case .term: lawbook.terms[id].map { check($0, days, use) }
    case .text: lawbook.texts[id].map { check($0, days, use) }
    case .provision:
      let provision = lawbook.provisions[id]
      provision.map { check($0.entry, days, use) }
      lawbook.acts[provision?.act ?? id].map { check($0, days, use) }
    }
  }

  private mutating func check<Content>(_ entry: Entry<Content>, _ days: ClosedRange<CalendarDate>, _ use: EntryUse) {
    for span in use.kind.map({ spansOfKind[$0] ?? [] }) ?? spans where span.days.overlaps(days) {
      check(entry, span.days.clamped(to: days), use, span)
    }
  }

  private mutating func check<Content>(
    _ entry: Entry<Content>, _ days: ClosedRange<CalendarDate>, _ use: EntryUse, _ span: VerifiedSpan
  ) {
    if entry.editions.isEmpty {
      if use.needsWords { reportUnsettled(entry.id, entry.unsettled, days, use) }
      return
    }
    if use.needsWords {
      // By their places, so that editions are not copied.
      for index in entry.editions.indices where entry.editions[index].content == nil {
        let edition = entry.editions[index]
        guard edition.days.overlaps(days) else { continue }
        reportUnsettled(entry.id, edition.unsettled, edition.days.clamped(to: days), use)
      }
    }
    // Mostly one edition holds on all of the days, and nothing needs to be cut up.
    let isCovered = entry.editions.indices.contains { index in
      let known = entry.editions[index].days
      return known.lowerBound <= days.lowerBound && days.upperBound <= known.upperBound
    }
    if isCovered { return }
    var uncovered = [days]
    for edition in entry.editions { uncovered = uncovered.flatMap { $0.removing(edition.days) } }
    for missing in uncovered where reported.insert("\(entry.id) \(missing)").inserted {
      let needed = Diagnostic.Note("needed by \(use.userName)", at: use.reference.place.location)
      let before = entry.editions.last { $0.days.upperBound < missing.lowerBound }
      let after = entry.editions.first { $0.days.lowerBound > missing.upperBound }
      if before != nil, let after {
        diagnostics.append(
          .lawbook(
            "gap", "'\(entry.id)' has no edition for \(missing.words), inside the verified span of '\(span.kind)'",
            at: after.place, help: "an edition with sikkerhed=\"U\" and 'uafklaret' says that it is not settled",
            notes: [needed]))
      } else {
        diagnostics.append(
          .lawbook(
            "span-uncovered",
            "the span is said to be verified, but '\(entry.id)' has no edition for \(missing.words)", at: span.place,
            width: 12, notes: [needed, .init("'\(entry.id)' is declared here", at: entry.place.location)]))
      }
    }
  }

  private mutating func reportUnsettled(
    _ id: String, _ reason: String?, _ days: ClosedRange<CalendarDate>, _ use: EntryUse
  ) {
    guard reported.insert("\(id) unsettled \(days) \(use.userName)").inserted else { return }
    diagnostics.append(
      .lawbook(
        "unsettled-reference", "\(use.userName) prints '\(id)', which is not settled for \(days.words)",
        at: use.reference.place, width: id.unicodeScalars.count, notes: reason.map { [.init($0)] } ?? []))
  }
}
