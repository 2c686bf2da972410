import Diagnostics
import Fields

/// That one entry of a lawbook rests on another.
struct EntryUse {
  var reference: EntryReference
  /// The days on which it does; nil when it depends on who uses the user.
  var days: ClosedRange<CalendarDate>?
  /// The kind of document for which it does; nil for all.
  var kind: String?
  /// Whether it prints the other entry, so that there must be words on every day; a basis may have days on which
  /// its number is known not to be settled.
  var needsWords: Bool
  /// Who uses it, for messages.
  var user: String
}

/// Checks that what entries name exists, and has an edition for every day that is said to be verified.
struct LawChecker {
  let lawbook: Lawbook
  private(set) var diagnostics: [Diagnostic] = []
  private var reported: Set<String> = []

  init(lawbook: Lawbook) { self.lawbook = lawbook }

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
        "\(use.user) names the \(use.reference.kind.rawValue) '\(id)', which the lawbook does not have",
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
    for kind in lawbook.kindsByName.values.sorted(by: { $0.name < $1.name })
    where use.kind == nil || use.kind == kind.name {
      for span in kind.spans {
        guard let verified = span.days, verified.overlaps(days) else { continue }
        check(entry, verified.clamped(to: days), use, kind, span)
      }
    }
  }

  private mutating func check<Content>(
    _ entry: Entry<Content>, _ days: ClosedRange<CalendarDate>, _ use: EntryUse, _ kind: Kind, _ span: Kind.Span
  ) {
    if entry.editions.isEmpty {
      if use.needsWords { reportUnsettled(entry.id, entry.unsettled, days, use) }
      return
    }
    if use.needsWords {
      for edition in entry.editions where edition.content == nil && edition.days.overlaps(days) {
        reportUnsettled(entry.id, edition.unsettled, edition.days.clamped(to: days), use)
      }
    }
    var uncovered = [days]
    for edition in entry.editions { uncovered = uncovered.flatMap { $0.removing(edition.days) } }
    for missing in uncovered where reported.insert("\(entry.id) \(missing)").inserted {
      let needed = Diagnostic.Note("needed by \(use.user)", at: use.reference.place.location)
      let before = entry.editions.last { $0.days.upperBound < missing.lowerBound }
      let after = entry.editions.first { $0.days.lowerBound > missing.upperBound }
      if before != nil, let after {
        diagnostics.append(
          .lawbook(
            "gap", "'\(entry.id)' has no edition for \(missing.words), inside the verified span of '\(kind.name)'",
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
    guard reported.insert("\(id) unsettled \(days) \(use.user)").inserted else { return }
    diagnostics.append(
      .lawbook(
        "unsettled-reference", "\(use.user) prints '\(id)', which is not settled for \(days.words)",
        at: use.reference.place, width: id.unicodeScalars.count, notes: reason.map { [.init($0)] } ?? []))
  }
}
