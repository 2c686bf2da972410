public import Fields
import Templating
import XMLTree

extension Lawbook {
  /// What an entry prints on a day, as plain text; nil when it prints nothing, or what depends on the case.
  public func words(ofEntry id: String, on date: CalendarDate) -> String? {
    if let citation = citation(provision: id, on: date) ?? citation(act: id, on: date) { return citation.full }
    if let term = term(id, on: date) { return term }
    guard let text = texts[id]?.content(on: date), let plain = plain(text.body.children, on: date) else { return nil }
    let words = plain.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.replacing(" .", with: ".").replacing(" ,", with: ",")
  }

  /// What an entry is on a day: two editions that have the same print the same, as long as the entries do that they name.
  public func signature(ofEntry id: String, on date: CalendarDate) -> String {
    texts[id]?.content(on: date).map { source($0.body.children) } ?? words(ofEntry: id, on: date) ?? ""
  }

  /// What an entry is about, in Danish.
  public func title(ofEntry id: String) -> String? {
    texts[id]?.title ?? provisions[id]?.entry.title ?? acts[id]?.title ?? terms[id]?.title
  }

  private func plain(_ nodes: [XMLNode], on date: CalendarDate) -> String? {
    var words = ""
    for node in nodes {
      switch node {
      case .text(let text):
        // In braces stands a value of the case.
        if text.value.contains("{") { return nil }
        words += text.value
      case .element(let element):
        guard let inner = plain(element, on: date) else { return nil }
        words += inner
      case .comment, .processingInstruction: continue
      }
    }
    return words
  }

  private func plain(_ element: XMLElement, on date: CalendarDate) -> String? {
    // A condition on an element, or a choice.
    if element.attributes.contains(where: { ["if", "for"].contains($0.name) }) { return nil }
    switch element.name {
    case "param", "choose": return nil
    case "cite":
      guard let id = (element.attribute("provision") ?? element.attribute("act"))?.value,
        let citation = citation(provision: id, on: date) ?? citation(act: id, on: date)
      else { return nil }
      return switch element.attribute("form")?.value {
      case "title": citation.withTitle
      case "short": citation.short
      default: citation.full
      }
    case "term":
      guard let words = element.attribute("name").flatMap({ term($0.value, on: date) }) else { return nil }
      return element.attribute("form") == nil ? words : words.prefix(1).uppercased() + words.dropFirst()
    case "law": return element.attribute("text").flatMap { words(ofEntry: $0.value, on: date) }
    default:
      return plain(element.children, on: date).map { element.name == "p" || element.name == "li" ? $0 + " " : $0 }
    }
  }

  private func source(_ nodes: [XMLNode]) -> String {
    nodes.map { node in
      switch node {
      case .text(let text): return text.value
      case .element(let element):
        let attributes = element.attributes.map { " \($0.name)=\"\($0.value)\"" }.joined()
        return "<\(element.name)\(attributes)>\(source(element.children))</\(element.name)>"
      case .comment, .processingInstruction: return ""
      }
    }.joined()
  }
}
