internal import CLibXML2
import Diagnostics

/// A document as libxml2 holds it: known to be well-formed, in UTF-8, without a DTD. Freed with its owner.
struct ParsedTree: ~Copyable {
  let source: SourceText
  let tree: xmlDocPtr
  /// What libxml2 found wrong with namespaces, which alone does not make it refuse a document.
  private let namespaceErrors: [LibXMLError]

  /// Parses, or throws everything that is wrong.
  init(_ source: SourceText, limits: XMLLimits) throws(DiagnosticsError) {
    self.source = source
    if let finding = Self.findingBeforeParsing(source, limits) { throw DiagnosticsError([finding]) }
    let collector = ErrorCollector()
    guard let context = ParserContext(reportingTo: collector) else { throw Self.outOfMemory(source) }
    let tree = context.parse(source)
    if let finding = Self.finding(in: collector, source, limits) {
      if let tree { xmlFreeDoc(tree) }
      throw DiagnosticsError([finding])
    }
    guard let tree else { throw Self.outOfMemory(source) }
    self.tree = tree
    namespaceErrors = collector.errors
  }

  deinit { xmlFreeDoc(tree) }

  /// The tree as values of ours, with positions.
  func document(limits: XMLLimits) throws(DiagnosticsError) -> XMLDocument {
    let (root, findings) = source.bytes.withUnsafeBufferPointer { bytes in
      var builder = TreeBuilder(source, bytes, limits: limits)
      let root = builder.root(of: tree)
      return (root, builder.findings)
    }
    guard let root else { throw DiagnosticsError(findings) }
    guard namespaceErrors.isEmpty else {
      let report = SyntaxErrorReport(source: source, limits: limits)
      throw DiagnosticsError(namespaceErrors.map(report.diagnostic(for:)))
    }
    return XMLDocument(root: root, source: source)
  }

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

  /// What can be told from the bytes alone.
  private static func findingBeforeParsing(_ source: SourceText, _ limits: XMLLimits) -> Diagnostic? {
    let start = SourceLocation(file: source.file, line: 1, column: 1)
    // Positions have four bytes, and so has the size that libxml2 takes.
    let maximum = min(limits.maximumBytes, Int(Int32.max))
    if source.bytes.count > maximum {
      return Diagnostic(
        .error, "xml-too-large", "the file has \(source.bytes.count) bytes; at most \(maximum) are read", at: start)
    }
    if let finding = EncodingCheck(source: source).finding() { return finding }
    if source.bytes.dropFirst(source.markLength).allSatisfy({ [0x20, 0x09, 0x0A, 0x0D].contains($0) }) {
      return Diagnostic(.error, "xml-syntax", "the file is empty; an XML document has one root element", at: start)
    }
    return documentTypePosition(in: source).map { documentType(in: source, at: $0) }
      ?? crowdedTagPosition(in: source, limits).map { crowdedTag(in: source, at: $0, limits) }
  }

  private static func crowdedTagPosition(in source: SourceText, _ limits: XMLLimits) -> Int? {
    source.bytes.withUnsafeBufferPointer { bytes in
      MarkupScanner.tagPosition(withMoreAttributesThan: limits.maximumAttributes, in: bytes, from: source.markLength)
    }
  }

  private static func crowdedTag(in source: SourceText, at offset: Int, _ limits: XMLLimits) -> Diagnostic {
    source.error(
      "xml-too-large", "an element has more than \(limits.maximumAttributes) attributes", atByte: offset)
  }

  private static func documentTypePosition(in source: SourceText) -> Int? {
    source.bytes.withUnsafeBufferPointer { MarkupScanner.documentTypePosition(in: $0, from: source.markLength) }
  }

  private static func documentType(in source: SourceText, at offset: Int) -> Diagnostic {
    source.error(
      "xml-doctype", "a document type declaration is not allowed", atByte: offset, width: "<!DOCTYPE".count,
      help: "remove it; write characters as they are, or by number, such as &#160;")
  }

  private static func finding(
    in collector: ErrorCollector, _ source: SourceText, _ limits: XMLLimits
  ) -> Diagnostic? {
    if collector.sawDocumentType { return documentType(in: source, at: source.markLength) }
    let fatal = collector.errors.first { $0.severity == .fatal }
    return fatal.map(SyntaxErrorReport(source: source, limits: limits).diagnostic(for:))
  }

  private static func outOfMemory(_ source: SourceText) -> DiagnosticsError {
    DiagnosticsError([
      Diagnostic(
        .error, "xml-syntax", "libxml2 could not read the file",
        at: SourceLocation(file: source.file, line: 1, column: 1))
    ])
  }
}
