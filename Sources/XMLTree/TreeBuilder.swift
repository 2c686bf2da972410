internal import CLibXML2
import Diagnostics

/// Copies libxml2's tree into our own, with the positions that a scan of the source gives in the same order.
///
/// Names, namespaces and values are libxml2's; only places come from the source.
struct TreeBuilder: ~Copyable {
  private let source: SourceText
  private let limits: XMLLimits
  private var scanner: MarkupScanner
  private var namespaces: [xmlNsPtr: Namespace] = [:]
  /// The last one looked up: the next is mostly the same.
  private var latest: (pointer: xmlNsPtr, namespace: Namespace)?
  private(set) var findings: [Diagnostic] = []

  private struct Namespace {
    var prefix: String?
    var uri: String?
  }

  /// - Parameter bytes: the source's bytes, valid as long as the builder.
  init(_ source: SourceText, _ bytes: UnsafeBufferPointer<UInt8>, limits: XMLLimits) {
    self.source = source
    self.limits = limits
    scanner = MarkupScanner(bytes, from: source.markLength)
  }

  /// The root element, or nil when there are findings.
  mutating func root(of tree: xmlDocPtr) -> XMLElement? {
    var node = tree.pointee.children
    while let current = node {
      guard let markup = scanner.next() else { return lostItsPlace() }
      if current.pointee.type == XML_ELEMENT_NODE {
        guard case .startTag(let tag) = markup else { return lostItsPlace() }
        let root = element(current, tag, depth: 1)
        return findings.isEmpty ? root : nil
      }
      node = current.pointee.next
    }
    return lostItsPlace()
  }

  private mutating func element(_ node: xmlNodePtr, _ tag: MarkupScanner.StartTag, depth: Int) -> XMLElement? {
    guard depth <= limits.maximumDepth else {
      findings.append(SyntaxErrorReport.tooDeep(source, atByte: tag.position, limits: limits))
      return nil
    }
    let namespace = namespace(node.pointee.ns)
    if namespace.uri == nil { checkPrefix(tag.name) }
    guard let attributes = attributes(node) else { return nil }
    guard let children = tag.isEmpty ? [] : children(node, depth: depth) else { return nil }
    return XMLElement(
      name: String(cString: node.pointee.name), prefix: namespace.prefix, namespace: namespace.uri,
      attributes: attributes, namespaceDeclarations: declarations(node.pointee.nsDef), children: children,
      position: XMLPosition(tag.position), startTagEnd: XMLPosition(tag.end))
  }

  private mutating func attributes(_ node: xmlNodePtr) -> [XMLAttribute]? {
    guard var attribute = node.pointee.properties else { return [] }
    var result: [XMLAttribute] = []
    result.reserveCapacity(scanner.attributes.count)
    for span in scanner.attributes where !declaresNamespace(span.name) {
      let namespace = namespace(attribute.pointee.ns)
      if namespace.uri == nil { checkPrefix(span.name) }
      result.append(
        XMLAttribute(
          name: String(cString: attribute.pointee.name), prefix: namespace.prefix, namespace: namespace.uri,
          value: value(of: attribute), position: XMLPosition(span.name.lowerBound),
          valuePosition: XMLPosition(span.value.lowerBound)))
      guard let next = attribute.pointee.next else { return result }
      attribute = next
    }
    return lostItsPlace()
  }

  private mutating func children(_ parent: xmlNodePtr, depth: Int) -> [XMLNode]? {
    var result: [XMLNode] = []
    result.reserveCapacity(count(parent.pointee.children))
    var text = ""
    var textStart = scanner.offset
    var child = parent.pointee.children
    while let node = child {
      child = node.pointee.next
      if node.pointee.type == XML_TEXT_NODE || node.pointee.type == XML_CDATA_SECTION_NODE {
        text.append(content(node))
        continue
      }
      if !text.isEmpty { result.append(.text(XMLText(value: text, position: XMLPosition(textStart)))) }
      text = ""
      guard let markup = scanner.next() else { return lostItsPlace() }
      guard let converted = convert(node, markup, depth: depth + 1) else { return nil }
      result.append(converted)
      textStart = scanner.offset
    }
    if !text.isEmpty { result.append(.text(XMLText(value: text, position: XMLPosition(textStart)))) }
    guard case .endTag? = scanner.next() else { return lostItsPlace() }
    return result
  }

  private mutating func convert(_ node: xmlNodePtr, _ markup: MarkupScanner.Markup, depth: Int) -> XMLNode? {
    switch (node.pointee.type, markup) {
    case (XML_ELEMENT_NODE, .startTag(let tag)):
      return element(node, tag, depth: depth).map(XMLNode.element)
    case (XML_COMMENT_NODE, .comment(let position)):
      return .comment(XMLText(value: content(node), position: XMLPosition(position)))
    case (XML_PI_NODE, .processingInstruction(let position)):
      let target = String(cString: node.pointee.name)
      return .processingInstruction(
        XMLProcessingInstruction(target: target, data: content(node), position: XMLPosition(position)))
    default: return lostItsPlace()
    }
  }

  private func count(_ first: xmlNodePtr?) -> Int {
    var count = 0
    var next = first
    while let node = next {
      count += 1
      next = node.pointee.next
    }
    return count
  }

  private func content(_ node: xmlNodePtr) -> String {
    node.pointee.content.map { String(cString: $0) } ?? ""
  }

  private func value(of attribute: xmlAttrPtr) -> String {
    guard let first = attribute.pointee.children else { return "" }
    if first.pointee.next == nil, first.pointee.type == XML_TEXT_NODE { return content(first) }
    guard let value = xmlNodeListGetString(attribute.pointee.doc, first, 1) else { return "" }
    defer { clibxml2_free(value) }
    return String(cString: value)
  }

  private func declarations(_ first: xmlNsPtr?) -> [XMLElement.NamespaceDeclaration] {
    var result: [XMLElement.NamespaceDeclaration] = []
    var next = first
    while let declaration = next {
      result.append(
        XMLElement.NamespaceDeclaration(
          prefix: declaration.pointee.prefix.map { String(cString: $0) },
          uri: declaration.pointee.href.map { String(cString: $0) } ?? ""))
      next = declaration.pointee.next
    }
    return result
  }

  private mutating func namespace(_ pointer: xmlNsPtr?) -> Namespace {
    guard let pointer else { return Namespace(prefix: nil, uri: nil) }
    if let latest, latest.pointer == pointer { return latest.namespace }
    if let known = namespaces[pointer] {
      latest = (pointer, known)
      return known
    }
    let uri = pointer.pointee.href.map { String(cString: $0) } ?? ""
    let namespace = Namespace(
      prefix: pointer.pointee.prefix.map { String(cString: $0) }, uri: uri.isEmpty ? nil : uri)
    namespaces[pointer] = namespace
    return namespace
  }

  private func declaresNamespace(_ name: Range<Int>) -> Bool {
    let written = scanner.bytes[name]
    return written.starts(with: "xmlns".utf8) && (written.count == 5 || written[name.lowerBound + 5] == 0x3A)
  }

  /// libxml2 keeps a name with an undeclared prefix as it stands, without a namespace.
  private mutating func checkPrefix(_ name: Range<Int>) {
    let written = scanner.bytes[name]
    guard let colon = written.firstIndex(of: UInt8(ascii: ":")), findings.count < 100 else { return }
    let prefix = String(decoding: written[..<colon], as: UTF8.self)
    findings.append(
      source.error(
        "xml-syntax", "the prefix '\(prefix)' is not declared", atByte: name.lowerBound,
        width: prefix.unicodeScalars.count, help: "declare it with xmlns:\(prefix)=\"…\" on this element or around it"))
  }

  /// libxml2 and the scanner must see the same document; if they ever do not, no position can be trusted.
  private mutating func lostItsPlace<Value>() -> Value? {
    if findings.isEmpty {
      findings.append(
        source.error("xml-syntax", "the places of this document's elements cannot be told", atByte: scanner.offset))
    }
    return nil
  }
}
