internal import CLibXML2
import Diagnostics

/// A well-formed document as libxml2 holds it, which its schemas want. Freed with its owner.
struct ParsedTree: ~Copyable {
  let tree: xmlDocPtr

  /// Parses a document that was read before; nil when libxml2 cannot.
  init?(_ document: XMLDocument) {
    guard let context = ParserContext(reportingTo: ErrorCollector()), let tree = context.tree(of: document.source)
    else { return nil }
    self.tree = tree
  }

  deinit { xmlFreeDoc(tree) }

  /// Takes away the attributes by which a document names files with further schemas: libxml2 would read them.
  func removeSchemaLocations() {
    var node = xmlDocGetRootElement(tree)
    while let element = node {
      if element.pointee.type == XML_ELEMENT_NODE {
        for name in ["schemaLocation", "noNamespaceSchemaLocation"] {
          if let attribute = xmlHasNsProp(element, name, "http://www.w3.org/2001/XMLSchema-instance") {
            xmlRemoveProp(attribute)
          }
        }
      }
      node = nodeAfter(element)
    }
  }

  /// The next node in the order of the source.
  private func nodeAfter(_ node: xmlNodePtr) -> xmlNodePtr? {
    if node.pointee.type == XML_ELEMENT_NODE, let child = node.pointee.children { return child }
    var current: xmlNodePtr? = node
    while let here = current, here.pointee.type == XML_ELEMENT_NODE || here == node {
      if let next = here.pointee.next { return next }
      current = here.pointee.parent
    }
    return nil
  }
}
