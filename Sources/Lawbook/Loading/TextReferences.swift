import Templating
import XMLTree

/// An entry that another entry names.
struct EntryReference: Sendable {
  enum Kind: String, Sendable {
    case act, provision, term, text
  }

  var kind: Kind
  var id: String
  var place: XMLPlace
}

/// What a standard text prints of the lawbook, and whether it has any words: a letter, a digit, or a value.
struct TextContent {
  private(set) var references: [EntryReference] = []
  private(set) var hasWords = false

  init(_ element: XMLElement, in document: XMLDocument) { read(element, document) }

  private mutating func read(_ element: XMLElement, _ document: XMLDocument) {
    for child in element.children {
      switch child {
      case .text(let text): hasWords = hasWords || text.value.utf8.contains(where: Typography.isWord)
      case .element(let child):
        if child.namespace == Namespace.template { note(child, document) }
        read(child, document)
      default: break
      }
    }
  }

  private mutating func note(_ element: XMLElement, _ document: XMLDocument) {
    func reference(_ attribute: String, _ kind: EntryReference.Kind) -> EntryReference? {
      element.attribute(attribute).map {
        EntryReference(
          kind: kind, id: $0.value, place: XMLPlace(document: document, position: $0.valuePosition))
      }
    }
    let found: [EntryReference?]
    switch element.name {
    case "cite": found = [reference("provision", .provision), reference("act", .act)]
    case "term": found = [reference("name", .term)]
    case "law": found = [reference("text", .text)]
    default: found = []
    }
    references += found.compactMap(\.self)
    hasWords = hasWords || !references.isEmpty
  }
}
