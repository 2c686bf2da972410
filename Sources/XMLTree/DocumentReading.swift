import Diagnostics

extension XMLDocument {
  /// Reads a source: what can be told from its bytes alone comes first, then libxml2 reads it and our tree is built.
  static func read(_ source: SourceText, limits: XMLLimits) throws(DiagnosticsError) -> XMLDocument {
    if let finding = findingBeforeParsing(source, limits) { throw DiagnosticsError([finding]) }
    let collector = ErrorCollector()
    guard let context = ParserContext(reportingTo: collector) else { throw unreadable(source) }
    let (root, findings) = source.bytes.withUnsafeBufferPointer { bytes in
      var builder = TreeBuilder(source, bytes, limits: limits)
      context.read(source, into: &builder)
      return (builder.root, builder.findings)
    }
    let report = SyntaxErrorReport(source: source, limits: limits)
    if collector.sawDocumentType { throw DiagnosticsError([documentType(in: source, at: source.markLength)]) }
    if let fatal = collector.errors.first(where: { $0.severity == .fatal }) {
      throw DiagnosticsError([report.diagnostic(for: fatal)])
    }
    guard findings.isEmpty else { throw DiagnosticsError(findings) }
    // What is wrong with namespaces does not alone make libxml2 refuse a document.
    guard collector.errors.isEmpty else { throw DiagnosticsError(collector.errors.map(report.diagnostic(for:))) }
    guard let root else { throw unreadable(source) }
    return XMLDocument(root: root, source: source)
  }

  /// What can be told from the bytes alone.
  private static func findingBeforeParsing(_ source: SourceText, _ limits: XMLLimits) -> Diagnostic? {
    // Positions have four bytes, and so has the size that libxml2 takes.
    let maximum = min(limits.maximumBytes, Int(Int32.max))
    if source.bytes.count > maximum {
      return Diagnostic(
        .error, "xml-too-large", "the file has \(source.bytes.count) bytes; at most \(maximum) are read",
        at: start(of: source))
    }
    if let finding = EncodingCheck(source: source).finding() { return finding }
    if source.bytes.dropFirst(source.markLength).allSatisfy({ [0x20, 0x09, 0x0A, 0x0D].contains($0) }) {
      return Diagnostic(
        .error, "xml-syntax", "the file is empty; an XML document has one root element", at: start(of: source))
    }
    return source.bytes.withUnsafeBufferPointer { bytes in
      if let offset = MarkupScanner.documentTypePosition(in: bytes, from: source.markLength) {
        return documentType(in: source, at: offset)
      }
      let most = limits.maximumAttributes
      return MarkupScanner.tagPosition(withMoreAttributesThan: most, in: bytes, from: source.markLength).map {
        source.error("xml-too-large", "an element has more than \(most) attributes", atByte: $0)
      }
    }
  }

  private static func documentType(in source: SourceText, at offset: Int) -> Diagnostic {
    source.error(
      "xml-doctype", "a document type declaration is not allowed", atByte: offset, width: "<!DOCTYPE".count,
      help: "remove it; write characters as they are, or by number, such as &#160;")
  }

  /// What is said when libxml2 has no memory left.
  static func unreadable(_ source: SourceText) -> DiagnosticsError {
    DiagnosticsError([Diagnostic(.error, "xml-syntax", "libxml2 could not read the file", at: start(of: source))])
  }

  private static func start(of source: SourceText) -> SourceLocation {
    SourceLocation(file: source.file, line: 1, column: 1)
  }
}
