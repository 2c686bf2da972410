import Diagnostics
import Fields
import Templating
import XMLTree

extension LawLoader {
  mutating func readKind(_ element: XMLElement, _ origin: Origin, _ file: inout LawFile) {
    guard let name = element.attribute("kind") else { return }
    if origin.verifiedBy == nil, let first = lawbook.kindsByName[name.value] {
      file.report(
        "duplicate-id", "the kind '\(name.value)' is declared twice", at: name.valuePosition,
        width: name.value.unicodeScalars.count, notes: [.init("first declared here", at: first.place.location)])
      return
    }
    var kind = lawbook.kindsByName[name.value] ?? Kind(name: name.value, place: file.place(element))
    for child in element.elements where child.name == "verificeret" {
      if let span = span(child, &file) { kind.add(span, &file) }
    }
    kind.checkSpans(&file)
    let declaration = Kind.Declaration(element: element, document: file.document, origin: origin)
    kind.declarations.append(declaration)
    note(element)
    if extent == .whole { read(declaration, into: &kind, &file) }
    lawbook.kindsByName[name.value] = kind
  }

  /// Notes what all kinds must know of each other's requirements: ids, and the days on which they begin and end.
  private mutating func note(_ element: XMLElement) {
    for child in element.elements {
      switch child.name {
      case "krav":
        if let id = child.attribute("id")?.value { lawbook.requirementIDs.insert(id) }
        let from = child.attribute("fra").map { CalendarDate(iso: $0.value) } ?? .distantPast
        let until = child.attribute("til").map { CalendarDate(iso: $0.value) } ?? .distantFuture
        // What is wrong with them is told when the requirement is read.
        if let from, let until, from <= until { requirementDays.append(from...until) }
      case "brug":
        guard let name = child.attribute("kravsaet")?.value, let set = lawbook.requirementSets[name], !set.isNoted
        else { continue }
        lawbook.requirementSets[name]?.isNoted = true
        note(set.element)
      default: break
      }
    }
  }

  /// Reads what a kind of document must hold, and checks it against the rest of the lawbook.
  static func read(_ kind: Kind, of lawbook: Lawbook) throws(DiagnosticsError) -> [DatedRequirement] {
    var loader = LawLoader(.asNeeded)
    loader.lawbook = lawbook
    var read = kind
    for declaration in kind.declarations {
      var file = LawFile(declaration.document)
      file.check(declaration.element, against: .kind)
      loader.read(declaration, into: &read, &file)
      loader.diagnostics += file.diagnostics
    }
    if loader.diagnostics.isEmpty { loader.check(loader.uses) }
    guard loader.diagnostics.isEmpty else { throw DiagnosticsError(loader.diagnostics.sortedByPlace) }
    return read.requirements ?? []
  }

  /// Reads what a kind of document must hold from files that have not been read.
  ///
  /// - Parameter uses: what the rest of the lawbook rests on, which has not been held against the days of the kind.
  static func read(
    _ name: String, from files: [(file: String, bytes: [UInt8])], of lawbook: Lawbook, _ uses: [EntryUse]
  ) throws(DiagnosticsError) -> [DatedRequirement] {
    var loader = LawLoader(.asNeeded)
    loader.lawbook = lawbook
    let documents = loader.parse(files)
    if loader.diagnostics.isEmpty { loader.read(documents) }
    if loader.diagnostics.isEmpty { loader.check(uses) }
    guard loader.diagnostics.isEmpty else { throw DiagnosticsError(loader.diagnostics.sortedByPlace) }
    guard let kind = loader.lawbook.kindsByName[name] else { return [] }
    return try read(kind, of: loader.lawbook)
  }

  private mutating func read(_ declaration: Kind.Declaration, into kind: inout Kind, _ file: inout LawFile) {
    if kind.requirements == nil { kind.requirements = [] }
    for child in declaration.element.elements {
      switch child.name {
      case "krav":
        if let member = requirement(child, &file) { add(member, to: &kind, declaration.origin, &file) }
      case "brug": readSet(child, into: &kind, declaration.origin, &file)
      default: break
      }
    }
  }

  /// Notes where the sets of requirements stand, before any kind asks for one: a set may stand in another file.
  mutating func findRequirementSets(_ document: XMLDocument) {
    for element in document.root.elements where element.name == Shape.requirementSet.name {
      guard let id = element.attribute("id") else { continue }
      if let first = lawbook.requirementSets[id.value] {
        let place = XMLPlace(document: first.document, position: first.element.position)
        diagnostics.append(
          .lawbook(
            "duplicate-id", "the set of requirements '\(id.value)' is declared twice",
            at: XMLPlace(document: document, position: id.valuePosition), width: id.value.unicodeScalars.count,
            notes: [.init("first declared here", at: place.location)]))
      } else {
        lawbook.requirementSets[id.value] = RequirementSet(element: element, document: document)
      }
    }
  }

  /// The requirements of a set, as if they stood in the kind itself; messages name the place in the set. A condition
  /// of the use holds for each of them, besides its own.
  private mutating func readSet(_ use: XMLElement, into kind: inout Kind, _ origin: Origin, _ file: inout LawFile) {
    guard let name = use.attribute("kravsaet") else { return }
    guard let shared = lawbook.requirementSets[name.value] else {
      file.report(
        "unknown-set", "there is no set of requirements '\(name.value)'", at: name.valuePosition,
        width: name.value.unicodeScalars.count,
        help: suggestion(for: name.value, among: lawbook.requirementSets.keys.sorted()).map { "did you mean '\($0)'?" })
      return
    }
    var set = LawFile(shared.document)
    let condition = condition(use, &file)
    let mentions = mentions(use, file)
    // Read with the first kind that uses it: there are some twenty kinds, and most use the same sets.
    if extent == .asNeeded, shared.members == nil { set.check(shared.element, against: .requirementSet) }
    let members = shared.members ?? shared.element.elements.compactMap { requirement($0, &set) }
    lawbook.requirementSets[name.value]?.members = members
    for var member in members {
      member.requirement.mentions += mentions
      if let condition {
        member.requirement.condition =
          member.requirement.condition.map { .init(field: $0.field, value: $0.value, also: [condition]) } ?? condition
      }
      add(member, to: &kind, origin, &set)
    }
    // A set that several kinds use is wrong once.
    diagnostics += set.diagnostics.filter { !diagnostics.contains($0) }
  }

  private func span(_ element: XMLElement, _ file: inout LawFile) -> Kind.Span? {
    guard let basis = element.attribute("retsgrundlag")?.value else { return nil }
    _ = Origin().inside(element, &file)
    let unsettled = element.attribute("uafklaret")?.value
    for name in ["fra", "til"] where (element.attribute(name) == nil) == (unsettled == nil) {
      let message =
        unsettled == nil
        ? "'verificeret' needs the attribute '\(name)', or 'uafklaret' with the reason"
        : "'verificeret' is declared unsettled and cannot have '\(name)'"
      file.report("missing-attribute", message, at: element.position, width: 12)
    }
    let days = unsettled == nil ? file.days(of: element) : nil
    guard unsettled != nil || days != nil else { return nil }
    return Kind.Span(legalBasis: basis, days: days, unsettled: unsettled, place: file.place(element))
  }

  /// Reads a requirement, of whatever kind of document it is.
  private func requirement(_ element: XMLElement, _ file: inout LawFile) -> RequirementSet.Member? {
    guard let id = element.attribute("id")?.value, let bases = element.attribute("hjemmel"),
      let title = element.attribute("emne")?.value
    else { return nil }
    let always = CalendarDate.distantPast...CalendarDate.distantFuture
    let from = file.date("fra", of: element) ?? always.lowerBound
    let until = file.date("til", of: element) ?? always.upperBound
    guard let days = file.range(from, until, of: element) else { return nil }
    let rests = file.words(of: bases).filter { $0.word != "god-skik" }
    func use(_ kind: EntryReference.Kind, _ entry: String, _ place: XMLPlace, needsWords: Bool) -> EntryUse {
      EntryUse(
        reference: EntryReference(kind: kind, id: entry, place: place), days: days, kind: nil, needsWords: needsWords,
        user: .requirement(id))
    }
    var uses = rests.map { use(.provision, $0.word, $0.place, needsWords: false) }
    var evidence: [Requirement.Evidence] = []
    var mentions = mentions(element, file)
    for child in element.elements {
      switch child.name {
      case "felt":
        guard let path = child.attribute("sti") else { break }
        evidence.append(.field(path.value))
        mentions.append(.init(path.value, at: file.place(path)))
      case "ord": evidence.append(.words)
      case "lovtekst":
        guard let id = child.attribute("id") else { break }
        evidence.append(.lawText(id.value))
        uses.append(use(.text, id.value, file.place(id), needsWords: true))
      case "bestemmelse":
        guard let id = child.attribute("id") else { break }
        evidence.append(.provision(id.value))
        uses.append(use(.provision, id.value, file.place(id), needsWords: true))
      default: break
      }
    }
    if evidence.isEmpty {
      file.report(
        "missing-evidence", "the requirement '\(id)' names nothing that proves it", at: element.position, width: 5,
        help: "give it felt, lovtekst, bestemmelse or ord")
    }
    let requirement = DatedRequirement(
      id: id, title: title, days: days, bases: rests.map(\.word), evidence: evidence,
      condition: condition(element, &file),
      output: file.choice("format", of: element, as: Output.self), place: file.place(element), mentions: mentions)
    return RequirementSet.Member(requirement: requirement, uses: uses)
  }

  private func condition(_ element: XMLElement, _ file: inout LawFile) -> Requirement.Condition? {
    switch (element.attribute("naar"), element.attribute("er")) {
    case (let field?, let value?): return Requirement.Condition(field: field.value, value: value.value)
    case (nil, nil): return nil
    default:
      file.report(
        "missing-attribute", "'naar' and 'er' belong together", at: element.position,
        width: element.name.unicodeScalars.count + 1)
      return nil
    }
  }

  /// Where a condition stands, for what can only be seen with the fields of the document.
  private func mentions(_ element: XMLElement, _ file: LawFile) -> [Requirement.Mention] {
    ["naar", "er"].compactMap { element.attribute($0) }.map { .init($0.value, at: file.place($0)) }
  }

  private mutating func add(
    _ member: RequirementSet.Member, to kind: inout Kind, _ origin: Origin, _ file: inout LawFile
  ) {
    for var use in member.uses {
      use.kind = kind.name
      uses.append(use)
    }
    let requirement = member.requirement
    let twin = kind.requirements?.first { known in
      known.id == requirement.id && known.days.overlaps(requirement.days)
        && (known.output == nil || requirement.output == nil || known.output == requirement.output)
    }
    if let twin {
      let isChange = origin.verifiedBy != nil && twin.place.document.file != requirement.place.document.file
      file.report(
        isChange ? "supplement-changes" : "duplicate-id",
        isChange
          ? "a supplement may not change the requirement '\(requirement.id)' of '\(kind.name)'"
          : "the requirement '\(requirement.id)' of '\(kind.name)' is declared twice for the same days",
        at: requirement.place.position, width: 5, notes: [.init("declared here", at: twin.place.location)])
    }
    kind.requirements?.append(requirement)
  }
}

/// Requirements that several kinds of document share, and what they rest on.
struct RequirementSet: Sendable {
  struct Member: Sendable {
    var requirement: DatedRequirement
    /// Without the kind of document, which is that of the user.
    var uses: [EntryUse]
  }

  let element: XMLElement
  let document: XMLDocument
  /// Nil until a kind has used the set.
  var members: [Member]?
  /// Whether some kind uses it, so that its requirements are known to all.
  var isNoted = false
}

extension Kind {
  /// Adds a span; one that settles its legal basis takes the place of the reason why it was not.
  mutating func add(_ span: Span, _ file: inout LawFile) {
    let twin = spans.first { other in
      guard other.legalBasis == span.legalBasis, (other.days == nil) == (span.days == nil) else { return false }
      guard let days = span.days else { return true }
      return other.days?.overlaps(days) == true
    }
    if let twin {
      file.report(
        "overlap", "'\(name)' (\(span.legalBasis)) has two verified spans for the same days", at: span.place.position,
        width: 12, notes: [.init("the other span is here", at: twin.place.location)])
      return
    }
    if span.days != nil { spans.removeAll { $0.legalBasis == span.legalBasis && $0.days == nil } }
    spans.append(span)
  }

  /// The verified spans of one legal basis follow each other without a day between them.
  func checkSpans(_ file: inout LawFile) {
    for basis in Set(spans.map(\.legalBasis)) {
      let dated = spans.filter { $0.legalBasis == basis && $0.days != nil }
        .sorted { $0.days!.lowerBound < $1.days!.lowerBound }
      for (earlier, later) in zip(dated, dated.dropFirst()) {
        guard let last = earlier.days?.upperBound.adding(days: 1), let next = later.days?.lowerBound, last < next
        else { continue }
        file.report(
          "gap", "no verified span of '\(name)' (\(basis)) covers \((last...next.adding(days: -1)).words)",
          at: later.place.position, width: 12, notes: [.init("the span before it is here", at: earlier.place.location)])
      }
    }
  }
}
