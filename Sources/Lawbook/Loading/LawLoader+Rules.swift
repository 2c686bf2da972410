import Diagnostics
import Fields
import XMLTree

extension LawLoader {
  mutating func readRule(_ element: XMLElement, _ origin: Origin, _ file: inout LawFile) {
    guard let id = element.attribute("id")?.value, let title = element.attribute("emne")?.value,
      let from = file.date("fra", of: element)
    else { return }
    let until = file.date("til", of: element)
    if let until, file.range(from, until, of: element) == nil { return }
    // Guidance and service standards need not have an address.
    var origin = origin
    if let words = element.attribute("kilde-i-ord") { origin.sources = [words.value] }
    let severity = file.choice("alvor", of: element, as: RuleEntry.Severity.self)
    let waivable = file.choice("kan-fraviges", of: element, as: YesNo.self)
    guard let provenance = origin.provenance(of: element, from: from, &file), let severity, let waivable else { return }
    let rule = RuleEntry(
      id: id, title: title, from: from, until: until, severity: severity, confidence: provenance.confidence,
      waivable: waivable == .yes, bases: bases(of: element, rule: id, from...(until ?? .distantFuture), &file),
      sources: provenance.sources, verifiedOn: provenance.verifiedOn, place: file.place(element))
    if let first = lawbook.rulesByID[id] {
      let isChange = origin.verifiedBy != nil && first.place.document.file != file.document.file
      file.report(
        isChange ? "supplement-changes" : "duplicate-id",
        isChange ? "a supplement may not change the rule '\(id)'" : "the rule '\(id)' is declared twice",
        at: element.position, width: 6, notes: [.init("declared here", at: first.location)])
      return
    }
    lawbook.rulesByID[id] = rule
  }

  private mutating func bases(
    of element: XMLElement, rule id: String, _ days: ClosedRange<CalendarDate>, _ file: inout LawFile
  ) -> [RuleEntry.Basis] {
    var bases: [RuleEntry.Basis] = []
    for child in element.elements where child.name == "hjemmel" {
      for attribute in child.attributes {
        let kind: EntryReference.Kind
        switch attribute.name {
        case "bestemmelse":
          bases.append(.provision(attribute.value))
          kind = .provision
        case "retsakt":
          bases.append(.act(attribute.value))
          kind = .act
        case "tekst":
          bases.append(.words(attribute.value))
          continue
        default: continue
        }
        uses.append(
          EntryUse(
            reference: EntryReference(kind: kind, id: attribute.value, place: file.place(attribute)), days: days,
            kind: nil, needsWords: false, user: .rule(id)))
      }
    }
    if bases.isEmpty {
      file.report(
        "missing-basis", "the rule '\(id)' says nothing of what it rests on", at: element.position, width: 6,
        help: "give it <hjemmel bestemmelse=\"…\"/>, <hjemmel retsakt=\"…\"/> or <hjemmel tekst=\"…\"/>")
    }
    return bases
  }
}

private enum YesNo: String, CaseIterable {
  case yes = "ja"
  case no = "nej"
}
