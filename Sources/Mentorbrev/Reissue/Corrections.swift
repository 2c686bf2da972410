import Casework
import Diagnostics
import Fields
import Lawbook
import Register
import Templating

/// What was wrong in a document, or is said otherwise now: as the letter about it says it.
struct CorrectedWords: Hashable {
  /// What tells it apart: `lov:klagefrist`, `skabelon:documents/bevilling.html`.
  var reason: String
  var subject: String
  /// What stood, and what should have; nil when that depends on the case.
  var was: String?
  var now: String?
  /// Whether it is part of what the law demands of complaint guidance, so that a new deadline begins.
  var isGuidance = false

  /// As a plan shows it.
  var difference: CaseDifference { CaseDifference(path: reason, label: subject, old: was, new: now) }
}

/// Finds the documents that printed an entry of the lawbook that has been corrected since, or that were made with a template
/// whose change is declared to be substantive. Nothing else of law or templates concerns a letter that has been sent.
struct Corrections {
  let cause: ReissueOrder.Cause
  let history: CaseHistory
  let bundles: StoredBundles
  let today: Letterbook
  let bundleOfToday: TemplateBundle

  struct Found {
    var affected: [(standing: CaseHistory.Standing, reasons: [String])] = []
    var words: [String: CorrectedWords] = [:]
  }

  func run(_ limits: ReissueLimits) throws(DiagnosticsError) -> Found {
    var found = Found()
    for standing in history.standing where limits.allow(standing.kind) {
      let corrected = try corrections(standing).filter { limits.allow(reason: $0.reason) }
      if corrected.isEmpty { continue }
      found.affected.append((standing, corrected.map(\.reason)))
      for words in corrected { found.words[words.reason] = words }
    }
    return found
  }

  private func corrections(_ standing: CaseHistory.Standing) throws(DiagnosticsError) -> [CorrectedWords] {
    let bundle = try bundles.bundle(ofRun: history.issues[standing.issue].run)
    let then = bundle.letterbook
    guard let document = then.document(standing, in: history) else {
      throw CaseHistory.unreadable(standing.document.caseNumber)
    }
    switch cause {
    case .data: return []
    case .lawbook:
      let found = try entries(document, of: standing, then)
      if found.isEmpty { return [] }
      // Whether the words come out otherwise is seen with the old templates and the new law.
      guard let corrected = try? bundle.letterbook(withLawOf: bundleOfToday),
        let now = corrected.document(standing, in: history),
        let old = try? then.bytes(of: document), let new = try? corrected.bytes(of: now)
      else { return found }
      return old == new ? [] : found
    case .templates:
      let found = try changes(document, of: standing, then)
      guard !found.isEmpty, let now = today.document(standing, in: history) else { return found }
      return try then.bytes(of: document) == today.bytes(of: now) ? [] : found
    }
  }

  /// The letterbook of the run that answered for a document last, for a reason; that of its own run when none has.
  private func answering(
    _ standing: CaseHistory.Standing, _ reason: String, _ then: Letterbook
  ) throws(DiagnosticsError) -> Letterbook {
    guard let answer = standing.answers[reason] else { return then }
    return try bundles.bundle(ofRun: history.issues[answer].run).letterbook
  }

  /// The entries that the document printed and that are otherwise now on its own date.
  private func entries(
    _ document: UnderstoodDocument, of standing: CaseHistory.Standing, _ then: Letterbook
  ) throws(DiagnosticsError) -> [CorrectedWords] {
    let date = document.identity.date
    var ids: Set<String> = []
    for template in try then.templates(of: document) { ids.formUnion(template.entriesPrinted) }
    var found: [CorrectedWords] = []
    for id in ids.sorted() {
      let told = try answering(standing, "lov:\(id)", then)
      guard told.lawbook.signature(ofEntry: id, on: date) != today.lawbook.signature(ofEntry: id, on: date) else {
        continue
      }
      found.append(
        CorrectedWords(
          reason: "lov:\(id)", subject: today.lawbook.title(ofEntry: id) ?? id,
          was: told.lawbook.words(ofEntry: id, on: date), now: today.lawbook.words(ofEntry: id, on: date),
          isGuidance: try today.lawbook.isGuidance(id, of: document.identity.kind, on: date)))
    }
    return found
  }

  /// The changes that the templates of today declare, and those of then did not.
  private func changes(
    _ document: UnderstoodDocument, of standing: CaseHistory.Standing, _ then: Letterbook
  ) throws(DiagnosticsError) -> [CorrectedWords] {
    var found: [CorrectedWords] = []
    for template in try today.templates(of: document) {
      for change in template.substantiveChanges {
        let reason = "skabelon:\(change.file)"
        let told = try answering(standing, reason, then)
        // Templates that this version cannot compile declare nothing that it knows.
        let known = ((try? told.templates(of: document)) ?? []).flatMap(\.substantiveChanges)
        let words = CorrectedWords(reason: reason, subject: change.subject, was: change.was, now: change.now)
        if !known.contains(change), !found.contains(words) { found.append(words) }
      }
    }
    return found
  }
}

extension Letterbook {
  /// A document that holds still, as this letterbook understands it; nil when it cannot be made.
  fileprivate func document(_ standing: CaseHistory.Standing, in history: CaseHistory) -> UnderstoodDocument? {
    let text = history.texts[standing.issue]
    return examine(text.reading, kinds: [standing.kind]).documents
      .first { $0.identity.name == standing.document.name }
  }

  fileprivate func bytes(of document: UnderstoodDocument) throws(DiagnosticsError) -> [UInt8] {
    var table = SlotTable()
    document.fill(&table)
    return try templates(of: document).flatMap { $0.bytes(of: table) }
  }
}

extension Lawbook {
  /// Whether an entry is evidence of what complaint guidance must hold, FVL § 25.
  fileprivate func isGuidance(_ id: String, of kind: DocumentKind, on date: CalendarDate) throws(DiagnosticsError)
    -> Bool
  {
    try requirements(kind: kind.rawValue, on: date).contains { requirement in
      ["fvl-25", "rsl-66", "rsl-67"].contains { requirement.id.hasPrefix($0) }
        && requirement.evidence.contains { $0 == .lawText(id) || $0 == .provision(id) }
    }
  }
}
