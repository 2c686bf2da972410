internal import CLibXML2

/// The way from the root to an element, and the attribute there that is meant: finds in our tree what libxml2
/// points at in its own.
struct NodePath {
  /// For each level below the root, which of the parent's elements to take.
  private var indices: [Int] = []
  private var attribute: (name: String, namespace: String?)?

  /// The way to a node; nil when it lies in no element.
  init?(_ pointer: UnsafeMutableRawPointer?) {
    guard let pointer else { return nil }
    var node: xmlNodePtr? = pointer.assumingMemoryBound(to: xmlNode.self)
    if let current = node, current.pointee.type == XML_ATTRIBUTE_NODE {
      let attribute = pointer.assumingMemoryBound(to: xmlAttr.self)
      self.attribute = (
        String(cString: attribute.pointee.name), attribute.pointee.ns?.pointee.href.map { String(cString: $0) }
      )
    }
    while let current = node, current.pointee.type != XML_ELEMENT_NODE { node = current.pointee.parent }
    guard var element = node else { return nil }
    while let parent = element.pointee.parent, parent.pointee.type == XML_ELEMENT_NODE {
      indices.append(xmlIndex(of: element))
      element = parent
    }
    indices.reverse()
  }

  /// The place of the node in our tree.
  func position(in root: XMLElement) -> XMLPosition {
    var element = root
    for index in indices {
      let elements = element.elements
      guard index < elements.count else { break }
      element = elements[index]
    }
    let found = attribute.flatMap { element.attribute($0.name, namespace: $0.namespace) }
    return found?.position ?? element.position
  }
}

private func xmlIndex(of element: xmlNodePtr) -> Int {
  var index = 0
  var previous = element.pointee.prev
  while let node = previous {
    if node.pointee.type == XML_ELEMENT_NODE { index += 1 }
    previous = node.pointee.prev
  }
  return index
}
