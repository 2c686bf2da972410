import Diagnostics
import XMLTree

/// What templates print from the lawbook.
extension ContentChecker {
  func citation(_ node: Citing, _ template: Template, _ flow: Flow, into pieces: inout [Piece]) {
    let id = node.target.value
    let entries = node.isAct ? target.era.acts : target.era.provisions
    guard let citation = entries[id] else {
      missingEntry(id, node.isAct ? "act" : "provision", Array(entries.keys), node.target, template, flow)
      unreadable(into: &pieces)
      return
    }
    guard isPlaced(node.element, template, flow) else { return }
    let text =
      switch node.form {
      case .full: citation.full
      case .title: citation.withTitle
      case .short: citation.short
      }
    notePrinted(entry: id, flow)
    if flow.isBlock { newLine(flow.depth, into: &pieces) }
    append(Escaping.escaped(Typography.joined(Array(text.utf8)), in: .text), isInk: true, to: &pieces)
    evidence(.provision(id), flow, into: &pieces)
  }

  func term(_ node: Term, _ template: Template, _ flow: Flow, into pieces: inout [Piece]) {
    guard let word = target.era.terms[node.name.value] else {
      missingEntry(node.name.value, "term", Array(target.era.terms.keys), node.name, template, flow)
      unreadable(into: &pieces)
      return
    }
    guard isPlaced(node.element, template, flow) else { return }
    notePrinted(entry: node.name.value, flow)
    let text = node.capitalised ? word.prefix(1).uppercased() + word.dropFirst() : word
    if flow.isBlock { newLine(flow.depth, into: &pieces) }
    append(Escaping.escaped(Array(text.utf8), in: .text), isInk: true, to: &pieces)
    evidence(nil, flow, into: &pieces)
  }

  private func isPlaced(_ element: XMLElement, _ template: Template, _ flow: Flow) -> Bool {
    guard let owner = flow.textless else { return true }
    reporter.error(
      "misplaced-text", "text cannot stand directly in \(owner)", in: template.document, element: element,
      help: "put it into an element, such as 'p'")
    return false
  }

  func missingEntry(
    _ id: String, _ what: String, _ known: [String], _ attribute: XMLAttribute, _ template: Template, _ flow: Flow
  ) {
    if let reason = target.era.unavailable[id] {
      guard flow.isReachable else { return }
      reporter.error(
        "not-in-force", "\(what) '\(id)' cannot be printed for \(target.era.from) to \(target.era.until): \(reason)",
        in: template.document, attribute: attribute)
    } else {
      let near = suggestion(for: id, among: known.sorted())
      reporter.error(
        "unknown-\(what == "law text" ? "law-text" : what)", "the lawbook has no \(what) '\(id)'",
        in: template.document, attribute: attribute, help: near.map { "did you mean '\($0)'?" })
    }
  }
}
