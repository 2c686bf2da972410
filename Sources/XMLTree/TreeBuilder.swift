internal import CLibXML2
import Diagnostics

/// Puts our own tree together while libxml2 reads a document, with the positions that a scan of the source gives in the
/// same order. libxml2 makes no tree of its own.
///
/// Names, namespaces and values are libxml2's; only places come from the source. It never leaves the call that made it.
struct TreeBuilder {
  private let source: SourceText
  private let limits: XMLLimits
  private var scanner: MarkupScanner
  /// The elements whose end has not come, from the outermost on.
  private var open: [OpenElement] = []
  /// What stands in the open elements so far: first all of the outermost, last all of the innermost.
  private var nodes: [XMLNode] = []
  private var text: [UInt8] = []
  private var textStart = 0
  /// Names that were met, each where the end of its address puts it: nearly all come again and again.
  private var names = [Name?](repeating: nil, count: 64)
  /// Whether nothing more can be taken, for a reason that is among the findings.
  private var isLost = false
  private(set) var root: XMLElement?
  private(set) var findings: [Diagnostic] = []

  /// A name of libxml2's, which keeps each once as long as it reads, and what it says.
  private struct Name {
    let pointer: UnsafePointer<xmlChar>
    let words: String
  }

  /// An element of which the start tag has been read.
  private struct OpenElement {
    let name: String
    let prefix: String?
    let namespace: String?
    let attributes: [XMLAttribute]
    let declarations: [XMLElement.NamespaceDeclaration]
    let tag: MarkupScanner.StartTag
    /// Where its children begin among the nodes.
    let firstNode: Int
  }

  /// - Parameter bytes: the source's bytes, valid as long as the builder.
  init(_ source: SourceText, _ bytes: UnsafeBufferPointer<UInt8>, limits: XMLLimits) {
    self.source = source
    self.limits = limits
    scanner = MarkupScanner(bytes, from: source.markLength)
  }

  // MARK: What libxml2 reads

  /// Takes a start tag.
  mutating func start(_ element: StartedElement) {
    if isLost { return }
    addText()
    guard case .startTag(let tag) = scanner.next() else { return loseItsPlace() }
    textStart = scanner.offset
    guard open.count < limits.maximumDepth else {
      isLost = true
      return findings.append(SyntaxErrorReport.tooDeep(source, atByte: tag.position, limits: limits))
    }
    let namespace = words(element.namespace)
    if namespace == nil { checkPrefix(tag.name) }
    guard let attributes = attributes(of: element) else { return loseItsPlace() }
    open.append(
      OpenElement(
        name: words(element.name) ?? "", prefix: words(element.prefix), namespace: namespace, attributes: attributes,
        declarations: declarations(of: element), tag: tag, firstNode: nodes.count))
  }

  /// Takes the end of the innermost element, also of one whose start tag is its end.
  mutating func end() {
    if isLost { return }
    addText()
    guard let element = open.popLast() else { return loseItsPlace() }
    if !element.tag.isEmpty {
      guard case .endTag = scanner.next() else { return loseItsPlace() }
      textStart = scanner.offset
    }
    let built = XMLElement(
      name: element.name, prefix: element.prefix, namespace: element.namespace, attributes: element.attributes,
      namespaceDeclarations: element.declarations, children: Array(nodes[element.firstNode...]),
      position: XMLPosition(element.tag.position), startTagEnd: XMLPosition(element.tag.end))
    nodes.removeLast(nodes.count - element.firstNode)
    if open.isEmpty { root = built } else { nodes.append(.element(built)) }
  }

  /// Takes a piece of a text.
  mutating func add(_ piece: UnsafeBufferPointer<UInt8>) {
    if !isLost { text.append(contentsOf: piece) }
  }

  /// Takes a comment.
  mutating func comment(_ value: UnsafePointer<xmlChar>?) {
    if isLost { return }
    addText()
    guard case .comment(let position) = scanner.next() else { return loseItsPlace() }
    textStart = scanner.offset
    let value = value.map { String(cString: $0) } ?? ""
    if !open.isEmpty { nodes.append(.comment(XMLText(value: value, position: XMLPosition(position)))) }
  }

  /// Takes a processing instruction.
  mutating func instruction(_ target: UnsafePointer<xmlChar>, _ data: UnsafePointer<xmlChar>?) {
    if isLost { return }
    addText()
    guard case .processingInstruction(let position) = scanner.next() else { return loseItsPlace() }
    textStart = scanner.offset
    let instruction = XMLProcessingInstruction(
      target: String(cString: target), data: data.map { String(cString: $0) } ?? "", position: XMLPosition(position))
    if !open.isEmpty { nodes.append(.processingInstruction(instruction)) }
  }

  // MARK: Parts of an element

  /// The text since the last markup is whole: libxml2 gives it in pieces.
  private mutating func addText() {
    guard !text.isEmpty else { return }
    nodes.append(.text(XMLText(value: String(decoding: text, as: UTF8.self), position: XMLPosition(textStart))))
    text.removeAll(keepingCapacity: true)
  }

  /// The attributes with their places, or nil when libxml2 and the scanner do not see the same ones.
  private mutating func attributes(of element: StartedElement) -> [XMLAttribute]? {
    guard element.attributeCount > 0 else { return [] }
    var result: [XMLAttribute] = []
    result.reserveCapacity(element.attributeCount)
    for span in scanner.attributes where !declaresNamespace(span.name) {
      guard result.count < element.attributeCount else { return nil }
      let attribute = element.attribute(result.count)
      let namespace = words(attribute.namespace)
      if namespace == nil { checkPrefix(span.name) }
      result.append(
        XMLAttribute(
          name: words(attribute.name) ?? "", prefix: words(attribute.prefix), namespace: namespace,
          value: value(attribute.value), position: XMLPosition(span.name.lowerBound),
          valuePosition: XMLPosition(span.value.lowerBound)))
    }
    return result.count == element.attributeCount ? result : nil
  }

  /// The value of an attribute, in which libxml2 leaves each `&` as a reference, since entities are not replaced.
  private func value(_ written: UnsafeBufferPointer<UInt8>) -> String {
    guard written.contains(UInt8(ascii: "&")) else { return String(decoding: written, as: UTF8.self) }
    var value: [UInt8] = []
    var rest = written[...]
    while let byte = rest.first {
      value.append(byte)
      rest = rest.dropFirst(rest.starts(with: "&#38;".utf8) ? 5 : 1)
    }
    return String(decoding: value, as: UTF8.self)
  }

  private mutating func declarations(of element: StartedElement) -> [XMLElement.NamespaceDeclaration] {
    var result: [XMLElement.NamespaceDeclaration] = []
    for index in 0..<element.declarationCount {
      let (prefix, uri) = element.declaration(index)
      result.append(XMLElement.NamespaceDeclaration(prefix: words(prefix), uri: words(uri) ?? ""))
    }
    return result
  }

  /// A name, a prefix or a namespace; nil for none.
  private mutating func words(_ pointer: UnsafePointer<xmlChar>?) -> String? {
    guard let pointer else { return nil }
    let address = UInt(bitPattern: pointer)
    let place = Int((address ^ address >> 6) & 0x3F)
    if let known = names[place], known.pointer == pointer { return known.words }
    let words = String(cString: pointer)
    guard !words.isEmpty else { return nil }
    names[place] = Name(pointer: pointer, words: words)
    return words
  }

  private func declaresNamespace(_ name: Range<Int>) -> Bool {
    guard name.count >= 5, scanner.bytes[name.lowerBound] == UInt8(ascii: "x") else { return false }
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

  /// libxml2 and the scanner must see the same document; if they ever do not, no position can be trusted. In a document
  /// that is not well-formed libxml2 will say why.
  private mutating func loseItsPlace() {
    isLost = true
    guard findings.isEmpty else { return }
    findings.append(
      source.error("xml-syntax", "the places of this document's elements cannot be told", atByte: scanner.offset))
  }
}

/// A start tag in libxml2's memory, valid while it is told of.
struct StartedElement {
  let name: UnsafePointer<xmlChar>
  let prefix: UnsafePointer<xmlChar>?
  let namespace: UnsafePointer<xmlChar>?
  let declarationCount: Int
  /// Two pointers for each declaration: prefix and namespace.
  let declarations: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  let attributeCount: Int
  /// Five pointers for each attribute: name, prefix, namespace, and the ends of the value.
  let attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?

  func declaration(_ index: Int) -> (prefix: UnsafePointer<xmlChar>?, uri: UnsafePointer<xmlChar>?) {
    (declarations?[2 * index], declarations?[2 * index + 1])
  }

  func attribute(
    _ index: Int
  ) -> (
    name: UnsafePointer<xmlChar>, prefix: UnsafePointer<xmlChar>?, namespace: UnsafePointer<xmlChar>?,
    value: UnsafeBufferPointer<xmlChar>
  ) {
    let parts = attributes! + 5 * index
    return (parts[0]!, parts[1], parts[2], UnsafeBufferPointer(start: parts[3], count: parts[4]! - parts[3]!))
  }
}
