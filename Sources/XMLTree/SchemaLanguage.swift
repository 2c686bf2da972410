internal import CLibXML2
import Diagnostics

/// The two languages of schemas, and how libxml2 reads each.
enum SchemaLanguage {
  case relaxNG, xsd

  var name: String {
    switch self {
    case .relaxNG: "RELAX NG"
    case .xsd: "W3C XML Schema"
    }
  }

  var isSupported: Bool {
    switch self {
    case .relaxNG: clibxml2_has_relaxng() != 0
    case .xsd: clibxml2_has_xsd() != 0
    }
  }

  /// The elements by which a schema would pull in another, each an error: libxml2 would read files for them.
  func foreignReferences(in document: XMLDocument) -> [Diagnostic] {
    document.root.descendants(where: refersElsewhere).prefix(100).map { element in
      let location = document.location(of: element.position)
      return Diagnostic(
        .error, "xml-schema", "'\(element.name)' would read another schema, which is not allowed", at: location,
        excerpt: document.excerpt(at: location, width: element.name.unicodeScalars.count + 1),
        help: "put everything into one schema")
    }
  }

  private func refersElsewhere(_ element: XMLElement) -> Bool {
    switch self {
    case .relaxNG:
      element.namespace == "http://relaxng.org/ns/structure/1.0" && ["include", "externalRef"].contains(element.name)
    case .xsd:
      element.namespace == "http://www.w3.org/2001/XMLSchema"
        && ["include", "import", "redefine", "override"].contains(element.name)
    }
  }

  /// Compiles a schema; the caller frees it.
  func compile(_ source: SourceText, _ collector: ErrorCollector) -> UnsafeMutableRawPointer? {
    source.bytes.withUnsafeBytes { bytes in
      // The mark at the beginning is no part of the text; libxml2 keeps its own copy only until this returns.
      let text = UnsafeRawBufferPointer(rebasing: bytes.dropFirst(source.markLength))
      let start = text.baseAddress?.assumingMemoryBound(to: CChar.self)
      let count = Int32(text.count)
      return report(to: collector) { handler, data in
        switch self {
        case .relaxNG: clibxml2_relaxng_compile(start, count, handler, data)
        case .xsd: clibxml2_xsd_compile(start, count, handler, data)
        }
      }
    }
  }

  /// Checks a tree: 0 when it is valid, above 0 when it is not, below 0 when libxml2 could not tell.
  func validate(_ schema: UnsafeMutableRawPointer, _ tree: xmlDocPtr, _ collector: ErrorCollector) -> Int32 {
    report(to: collector) { handler, data in
      switch self {
      case .relaxNG: clibxml2_relaxng_validate(schema, tree, handler, data)
      case .xsd: clibxml2_xsd_validate(schema, tree, handler, data)
      }
    }
  }

  func free(_ schema: UnsafeMutableRawPointer) {
    switch self {
    case .relaxNG: clibxml2_relaxng_free(schema)
    case .xsd: clibxml2_xsd_free(schema)
    }
  }

  private func report<Result>(
    to collector: ErrorCollector, _ body: (xmlStructuredErrorFunc, UnsafeMutableRawPointer) -> Result
  ) -> Result {
    // The parameters have no types here: whether the error is const depends on libxml2's version.
    let handler: xmlStructuredErrorFunc = { data, error in
      guard let data, let error else { return }
      ErrorCollector.from(data).add(
        LibXMLError(
          code: Int(error.pointee.code), severity: LibXMLError.Severity(error.pointee.level),
          message: LibXMLError.oneLine(error.pointee.message), line: Int(error.pointee.line),
          node: NodePath(error.pointee.node)))
    }
    return withExtendedLifetime(collector) {
      body(handler, Unmanaged.passUnretained(collector).toOpaque())
    }
  }
}

extension XMLElement {
  /// This element and those inside it that fulfil a condition, in the order of the source.
  fileprivate func descendants(where condition: (XMLElement) -> Bool) -> [XMLElement] {
    (condition(self) ? [self] : []) + elements.flatMap { $0.descendants(where: condition) }
  }
}
