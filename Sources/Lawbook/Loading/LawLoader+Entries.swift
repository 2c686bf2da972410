import Diagnostics
import Fields
import Templating
import XMLTree

extension LawLoader {
  mutating func readAct(_ element: XMLElement, _ origin: Origin, _ file: inout LawFile) {
    guard let id = element.attribute("id")?.value, let title = element.attribute("titel") else { return }
    var entry = Entry<ActName>(
      id: id, title: title.value, unsettled: element.attribute("uafklaret")?.value, place: file.place(element))
    entry.editions = editions(of: element, origin, &file) { edition, _ in
      (ActName(name: edition.attribute("navn")?.value), edition.attribute("navn") != nil)
    }
    lawbook.acts[id] = merge(entry, into: lawbook.acts[id], origin, &file)
  }

  mutating func readProvision(_ element: XMLElement, _ origin: Origin, _ file: inout LawFile) {
    guard let id = element.attribute("id")?.value, let title = element.attribute("emne"),
      let act = element.attribute("retsakt")
    else { return }
    var entry = Entry<String>(
      id: id, title: title.value, unsettled: element.attribute("uafklaret")?.value, place: file.place(element))
    entry.editions = editions(of: element, origin, &file, contentOf: "paragraf")
    if let old = lawbook.provisions[id], origin.verifiedBy != nil, old.act != act.value {
      file.report(
        "supplement-changes", "a supplement may not move '\(id)' from '\(old.act)' to '\(act.value)'",
        at: act.valuePosition, width: act.value.unicodeScalars.count,
        notes: [.init("declared here", at: old.entry.place.location)])
    }
    uses.append(
      EntryUse(
        reference: EntryReference(kind: .act, id: act.value, place: file.place(act)), days: nil, kind: nil,
        needsWords: false, user: .provision(id)))
    lawbook.provisions[id] = Provision(
      act: act.value, entry: merge(entry, into: lawbook.provisions[id]?.entry, origin, &file))
  }

  mutating func readTerm(_ element: XMLElement, _ origin: Origin, _ file: inout LawFile) {
    guard let id = element.attribute("id")?.value, let title = element.attribute("emne") else { return }
    var entry = Entry<String>(
      id: id, title: title.value, unsettled: element.attribute("uafklaret")?.value, place: file.place(element))
    entry.editions = editions(of: element, origin, &file, contentOf: "tekst")
    lawbook.terms[id] = merge(entry, into: lawbook.terms[id], origin, &file)
  }

  mutating func readText(_ element: XMLElement, _ origin: Origin, _ file: inout LawFile) {
    guard let id = element.attribute("id")?.value, let title = element.attribute("emne") else { return }
    var entry = Entry<LawText>(
      id: id, title: title.value, unsettled: element.attribute("uafklaret")?.value, place: file.place(element))
    let document = file.document
    var found: [EntryUse] = []
    entry.editions = editions(of: element, origin, &file) { edition, _ in
      let content = TextContent(edition, in: document)
      return (content.hasWords ? LawText(id: id, body: edition, document: document) : nil, content.hasWords)
    }
    for edition in entry.editions {
      guard let text = edition.content else { continue }
      found += TextContent(text.body, in: document).references.map {
        EntryUse(reference: $0, days: edition.days, kind: nil, needsWords: true, user: .text(id))
      }
    }
    uses += found
    lawbook.texts[id] = merge(entry, into: lawbook.texts[id], origin, &file)
  }

  private mutating func editions(
    of element: XMLElement, _ origin: Origin, _ file: inout LawFile, contentOf attribute: String
  ) -> [Edition<String>] {
    editions(of: element, origin, &file) { edition, file in
      let content = edition.attribute(attribute)?.value
      return (content, content != nil)
    }
  }

  /// Reads the editions of an entry.
  ///
  /// - Parameter content: what an edition prints, and whether the author wrote any of it.
  private mutating func editions<Content>(
    of element: XMLElement, _ origin: Origin, _ file: inout LawFile,
    content: (XMLElement, LawFile) -> (content: Content?, isWritten: Bool)
  ) -> [Edition<Content>] {
    var editions: [Edition<Content>] = []
    let unsettled = element.attribute("uafklaret")
    for child in element.elements where child.namespace == Namespace.law {
      if let unsettled {
        file.report(
          "unsettled-edition", "'\(element.name)' is declared unsettled and cannot have an edition",
          at: child.position, width: child.name.count + 1,
          notes: [.init("'uafklaret' is here", at: file.place(unsettled).location)])
      }
      let origin = origin.inside(child, &file)
      guard let days = file.days(of: child) else { continue }
      guard let provenance = origin.provenance(of: child, from: days.lowerBound, &file) else { continue }
      let reason = child.attribute("uafklaret")
      checkPrinted(child, &file)
      let (content, isWritten) = content(child, file)
      var edition = Edition<Content>(
        days: days, content: nil, unsettled: reason?.value, provenance: provenance, place: file.place(child))
      switch (provenance.confidence == .unconfirmed, reason) {
      case (true, nil):
        file.report(
          "missing-attribute", "'\(child.name)' with sikkerhed=\"U\" needs the attribute 'uafklaret' with the reason",
          at: child.position, width: child.name.count + 1)
      case (true, _?):
        if isWritten {
          file.report(
            "unconfirmed-content",
            "'\(child.name)' is not confirmed (sikkerhed=\"U\") and must not hold words to print",
            at: child.position, width: child.name.count + 1,
            help: "leave the words out, or confirm them and say from which source")
        }
      case (false, let reason?):
        file.report(
          "bad-value", "'uafklaret' belongs to an edition with sikkerhed=\"U\"", at: reason.position, width: 9)
      case (false, nil):
        if content == nil { reportEmpty(child, in: element, &file) }
        edition.content = content
      }
      editions.append(edition)
    }
    if editions.isEmpty, unsettled == nil, element.elements.isEmpty {
      file.report(
        "missing-edition", "'\(element.name)' has no edition", at: element.position, width: element.name.count + 1,
        help: "say why with 'uafklaret' when it is not settled")
    }
    return editions
  }

  private func reportEmpty(_ edition: XMLElement, in element: XMLElement, _ file: inout LawFile) {
    switch edition.name {
    case "nummer":
      file.report(
        "missing-attribute", "'nummer' needs the attribute 'paragraf'", at: edition.position, width: 7)
    case "ord":
      file.report("missing-attribute", "'ord' needs the attribute 'tekst'", at: edition.position, width: 4)
    default:
      let id = element.attribute("id")?.value ?? ""
      file.report("empty-text", "this edition of the text '\(id)' has no words", at: edition.position, width: 7)
    }
  }

  /// Adds an entry, or the editions that a supplement adds to it.
  private mutating func merge<Content>(
    _ new: Entry<Content>, into old: Entry<Content>?, _ origin: Origin, _ file: inout LawFile
  ) -> Entry<Content> {
    guard var merged = old, origin.verifiedBy != nil else {
      if let first = declared[new.id] {
        file.report(
          "duplicate-id", "the id '\(new.id)' is used twice", at: new.place.position,
          notes: [.init("first used here", at: first.location)])
        return old ?? new
      }
      declared[new.id] = new.place
      return sorted(new, &file)
    }
    if new.title != merged.title {
      file.report(
        "supplement-changes", "a supplement may not rename '\(new.id)': it is '\(merged.title)'",
        at: new.place.position, notes: [.init("declared here", at: merged.place.location)])
    }
    if !new.editions.isEmpty { merged.unsettled = nil }
    for edition in new.editions {
      if let settled = merged.editions.first(where: { $0.content != nil && $0.days.overlaps(edition.days) }) {
        file.report(
          "supplement-changes",
          "a supplement may not change '\(new.id)' on days that the lawbook has words for (\(settled.days.words))",
          at: edition.place.position, help: "begin after \(settled.days.upperBound)",
          notes: [.init("the lawbook's words are here", at: settled.place.location)])
      }
      merged.editions = merged.editions.flatMap { $0.settled(by: edition) }
    }
    merged.editions += new.editions
    return sorted(merged, &file)
  }

  /// The entry with its editions in order of time; two for the same day are reported.
  private func sorted<Content>(_ entry: Entry<Content>, _ file: inout LawFile) -> Entry<Content> {
    var entry = entry
    entry.editions.sort { $0.days.lowerBound < $1.days.lowerBound }
    for (earlier, later) in zip(entry.editions, entry.editions.dropFirst()) where earlier.days.overlaps(later.days) {
      // A clash between the lawbook and a supplement has been reported as such.
      guard earlier.place.document.file == later.place.document.file else { continue }
      file.report(
        "overlap", "'\(entry.id)' has two editions for \(later.days.clamped(to: earlier.days).words)",
        at: later.place.position, notes: [.init("the other edition is here", at: earlier.place.location)])
    }
    return entry
  }
}

extension Edition {
  /// What is left of an edition that was not settled, when a supplement settles some of its days.
  func settled(by other: Edition) -> [Edition] {
    guard content == nil, other.days.overlaps(days) else { return [self] }
    return days.removing(other.days).map { days in
      var rest = self
      rest.days = days
      return rest
    }
  }
}
