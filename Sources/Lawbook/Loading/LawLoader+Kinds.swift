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
    for child in element.elements {
      switch child.name {
      case "verificeret": if let span = span(child, &file) { kind.add(span, &file) }
      case "krav":
        if let requirement = requirement(child, of: kind, &file) { add(requirement, to: &kind, origin, &file) }
      case "brug": readSet(child, into: &kind, origin, &file)
      default: break
      }
    }
    kind.checkSpans(&file)
    lawbook.kindsByName[name.value] = kind
  }

  /// Notes where the sets of requirements stand, before any kind asks for one: a set may stand in another file.
  mutating func findRequirementSets(_ document: XMLDocument) {
    for element in document.root.elements where element.name == Shape.requirementSet.name {
      guard let id = element.attribute("id") else { continue }
      if let first = requirementSets[id.value] {
        let place = Place(document: first.document, position: first.element.position)
        diagnostics.append(
          .lawbook(
            "duplicate-id", "the set of requirements '\(id.value)' is declared twice",
            at: Place(document: document, position: id.valuePosition), width: id.value.unicodeScalars.count,
            notes: [.init("first declared here", at: place.location)]))
      } else {
        requirementSets[id.value] = (element, document)
      }
    }
  }

  /// The requirements of a set, as if they stood in the kind itself; messages name the place in the set. A condition
  /// of the use holds for each of them, besides its own.
  private mutating func readSet(_ use: XMLElement, into kind: inout Kind, _ origin: Origin, _ file: inout LawFile) {
    guard let name = use.attribute("kravsaet") else { return }
    guard let (element, document) = requirementSets[name.value] else {
      file.report(
        "unknown-set", "there is no set of requirements '\(name.value)'", at: name.valuePosition,
        width: name.value.unicodeScalars.count,
        help: suggestion(for: name.value, among: requirementSets.keys.sorted()).map { "did you mean '\($0)'?" })
      return
    }
    var set = LawFile(document)
    let condition = condition(use, &file)
    for child in element.elements {
      guard var requirement = requirement(child, of: kind, &set) else { continue }
      if let condition {
        requirement.condition =
          requirement.condition.map { .init(field: $0.field, value: $0.value, also: [condition]) } ?? condition
      }
      add(requirement, to: &kind, origin, &set)
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

  private mutating func requirement(_ element: XMLElement, of kind: Kind, _ file: inout LawFile) -> DatedRequirement? {
    guard let id = element.attribute("id")?.value, let bases = element.attribute("hjemmel"),
      let title = element.attribute("emne")?.value
    else { return nil }
    let always = CalendarDate.distantPast...CalendarDate.distantFuture
    let from = file.date("fra", of: element) ?? always.lowerBound
    let until = file.date("til", of: element) ?? always.upperBound
    guard let days = file.range(from, until, of: element) else { return nil }
    let ids = bases.value.split(separator: " ").map(String.init).filter { $0 != "god-skik" }
    let user = "requirement '\(id)' of '\(kind.name)'"
    func use(_ kind: EntryReference.Kind, _ id: String, _ place: Place, needsWords: Bool, in name: String) -> EntryUse {
      EntryUse(
        reference: EntryReference(kind: kind, id: id, place: place), days: days, kind: name, needsWords: needsWords,
        user: user)
    }
    uses += ids.map { use(.provision, $0, file.place(bases), needsWords: false, in: kind.name) }
    var evidence: [Requirement.Evidence] = []
    for child in element.elements {
      switch child.name {
      case "felt": if let path = child.attribute("sti")?.value { evidence.append(.field(path)) }
      case "ord": evidence.append(.words)
      case "lovtekst":
        guard let id = child.attribute("id") else { break }
        evidence.append(.lawText(id.value))
        uses.append(use(.text, id.value, file.place(id), needsWords: true, in: kind.name))
      case "bestemmelse":
        guard let id = child.attribute("id") else { break }
        evidence.append(.provision(id.value))
        uses.append(use(.provision, id.value, file.place(id), needsWords: true, in: kind.name))
      default: break
      }
    }
    if evidence.isEmpty {
      file.report(
        "missing-evidence", "the requirement '\(id)' names nothing that proves it", at: element.position, width: 5,
        help: "give it felt, lovtekst, bestemmelse or ord")
    }
    return DatedRequirement(
      id: id, title: title, days: days, bases: ids, evidence: evidence, condition: condition(element, &file),
      output: file.choice("format", of: element, as: Output.self), place: file.place(element))
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

  private func add(
    _ requirement: DatedRequirement, to kind: inout Kind, _ origin: Origin, _ file: inout LawFile
  ) {
    let twin = kind.requirements.first {
      $0.id == requirement.id && $0.days.overlaps(requirement.days)
        && ($0.output == nil || requirement.output == nil || $0.output == requirement.output)
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
    kind.requirements.append(requirement)
  }
}

extension Kind {
  /// Adds a span; one that settles its legal basis takes the place of the reason why it was not.
  mutating func add(_ span: Span, _ file: inout LawFile) {
    let twin = spans.first { $0.legalBasis == span.legalBasis && ($0.days == nil) == (span.days == nil) }
    if let twin, twin.days?.overlaps(span.days ?? .distantPast ... .distantFuture) ?? true {
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
