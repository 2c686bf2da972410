import Diagnostics
import Fields
import Templating
import XMLTree

/// Reads the files of a lawbook into one, the lawbook's own files before the supplements.
struct LawLoader {
  var diagnostics: [Diagnostic] = []
  var lawbook = Lawbook()
  var uses: [EntryUse] = []
  /// Acts, provisions, terms and texts have their ids in common, so that a message about one is never ambiguous.
  var declared: [String: XMLPlace] = [:]
  /// How much is read.
  let extent: Lawbook.Extent
  /// The days of all requirements.
  var requirementDays: [ClosedRange<CalendarDate>] = []

  init(_ extent: Lawbook.Extent) { self.extent = extent }

  mutating func load(_ files: [(file: String, bytes: [UInt8])]) -> Lawbook {
    var now = files
    var later: [UnreadKinds.File] = []
    if extent == .asNeeded {
      now.removeAll { file, bytes in
        guard let outline = KindOutline(bytes) else { return false }
        later.append(UnreadKinds.File(file: file, bytes: bytes, outline: outline))
        return true
      }
    }
    var documents = parse(now)
    if !later.isEmpty, documents.contains(where: concernsKinds) {
      documents += parse(later.map { ($0.file, $0.bytes) })
      later = []
    }
    // What a file would have declared seems to be missing in the others: nothing more is certain.
    guard diagnostics.isEmpty else { return lawbook }
    read(documents)
    lawbook.rules = lawbook.rulesByID.values.sorted { $0.id < $1.id }
    guard diagnostics.isEmpty else { return lawbook }
    check(uses)
    if !later.isEmpty { leave(UnreadKinds(later, uses)) }
    lawbook.boundaries = boundaries()
    return lawbook
  }

  mutating func parse(_ files: [(file: String, bytes: [UInt8])]) -> [XMLDocument] {
    var documents: [XMLDocument] = []
    for (file, bytes) in files {
      do {
        documents.append(try XMLDocument.parse(bytes, file: file))
        diagnostics += DeceptiveCharacters.errors(in: bytes, file: file)
      } catch {
        diagnostics += error.diagnostics
      }
    }
    return documents
  }

  mutating func read(_ documents: [XMLDocument]) {
    documents.forEach { findRequirementSets($0) }
    for document in documents where !isSupplement(document) { read(document, against: .lawbook) }
    for document in documents where isSupplement(document) { read(document, against: .supplement) }
  }

  mutating func check(_ uses: [EntryUse]) {
    var checker = LawChecker(lawbook: lawbook)
    checker.check(uses)
    if extent == .whole { checker.checkHolding() }
    diagnostics += checker.diagnostics
  }

  /// Whether a file adds to kinds of document, so that these cannot be read apart from it.
  private func concernsKinds(_ document: XMLDocument) -> Bool {
    isSupplement(document)
      || document.root.elements.contains { [Shape.kind.name, Shape.requirementSet.name].contains($0.name) }
  }

  /// Notes what must be known of kinds that are read later.
  private mutating func leave(_ kinds: UnreadKinds) {
    lawbook.unreadKinds = kinds
    for outline in kinds.outlines {
      lawbook.requirementIDs.formUnion(outline.requirementIDs)
      requirementDays += outline.requirementDays + outline.spans.compactMap(\.days)
    }
  }

  private func isSupplement(_ document: XMLDocument) -> Bool { document.root.name == Shape.supplement.name }

  private mutating func read(_ document: XMLDocument, against shape: Shape) {
    var file = LawFile(document)
    let root = document.root
    if root.name != shape.name || root.namespace != Namespace.law {
      file.report(
        "not-a-lawbook", "a lawbook file is <lovbog xmlns=\"\(Namespace.law)\">, not <\(root.name)>",
        at: root.position, width: root.name.unicodeScalars.count + 1)
    } else {
      file.check(root, against: shape, leavingOut: extent == .whole ? [] : Shape.readAsNeeded)
      var origin = Origin().inside(root, &file)
      origin.verifiedBy = root.attribute("af")?.value
      for element in root.elements { read(element, origin, &file) }
    }
    diagnostics += file.diagnostics
  }

  private mutating func read(_ element: XMLElement, _ origin: Origin, _ file: inout LawFile) {
    let origin = origin.inside(element, &file)
    switch element.name {
    case "retsakt": readAct(element, origin, &file)
    case "bestemmelse": readProvision(element, origin, &file)
    case "begreb": readTerm(element, origin, &file)
    case "tekst": readText(element, origin, &file)
    case "dokument": readKind(element, origin, &file)
    case "regel": readRule(element, origin, &file)
    default: break
    }
  }

  /// Every day on which something that a letter prints or must hold begins or has ended.
  private func boundaries() -> [CalendarDate] {
    var days: [ClosedRange<CalendarDate>] = []
    days += lawbook.acts.values.flatMap { $0.editions.map(\.days) }
    days += lawbook.provisions.values.flatMap { $0.entry.editions.map(\.days) }
    days += lawbook.terms.values.flatMap { $0.editions.map(\.days) }
    days += lawbook.texts.values.flatMap { $0.editions.map(\.days) }
    guard let first = days.map(\.lowerBound).min(), let last = days.map(\.upperBound).max() else { return [] }
    let whole = first...last
    let demanded = requirementDays + lawbook.kindsByName.values.flatMap { $0.spans.compactMap(\.days) }
    days += demanded.filter { $0.overlaps(whole) }.map { $0.clamped(to: whole) }
    return Set(days.flatMap { [$0.lowerBound, $0.upperBound.adding(days: 1)] }).sorted()
  }
}
