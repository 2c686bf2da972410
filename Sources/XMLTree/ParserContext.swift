import Diagnostics
internal import CLibXML2

/// One parse by libxml2: its context, freed with its owner, and where it reports errors.
struct ParserContext: ~Copyable {
  private let context: xmlParserCtxtPtr
  private let collector: ErrorCollector

  /// libxml2 wants to be started once, before tasks use it side by side; a global is set up exactly once.
  private static let started: Void = xmlInitParser()

  /// Never NOENT, DTDLOAD, XINCLUDE, HUGE or RECOVER: they would read other files, lift libxml2's own limits, or
  /// make a tree out of broken input.
  private static let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOCDATA.rawValue | XML_PARSE_BIG_LINES.rawValue

  /// Creates a context, or nil when there is no memory for it.
  init?(reportingTo collector: ErrorCollector) {
    _ = Self.started
    guard let context = xmlNewParserCtxt() else { return nil }
    self.context = context
    self.collector = collector
    guard let handlers = context.pointee.sax else { return }
    // Errors go to this parse alone. Handlers of the whole process would mix those of parallel parses.
    handlers.pointee.serror = { data, error in
      guard let data, let error else { return }
      let context = data.assumingMemoryBound(to: xmlParserCtxt.self)
      guard let collector = context.pointee._private else { return }
      let offset = clibxml2_bytes_read(context)
      ErrorCollector.from(collector).add(
        LibXMLError(
          code: Int(error.pointee.code), severity: LibXMLError.Severity(error.pointee.level),
          message: LibXMLError.oneLine(error.pointee.message), line: Int(error.pointee.line),
          offset: offset >= 0 ? Int(offset) : nil))
    }
    // A DTD is looked for before parsing. Should one come this far, the parser stops before it reads a declaration.
    handlers.pointee.internalSubset = { data, _, _, _ in
      guard let data else { return }
      let context = data.assumingMemoryBound(to: xmlParserCtxt.self)
      if let collector = context.pointee._private { ErrorCollector.from(collector).sawDocumentType = true }
      xmlStopParser(context)
    }
  }

  deinit { xmlFreeParserCtxt(context) }

  /// libxml2's own tree, which the caller frees; nil when the source is not well-formed.
  func tree(of source: SourceText) -> xmlDocPtr? { read(source) }

  /// Reads the source and tells a builder of everything in it, up to the first error.
  func read(_ source: SourceText, into builder: inout TreeBuilder) {
    guard let handlers = context.pointee.sax else { return }
    handlers.pointee.startDocument = nil
    handlers.pointee.endDocument = nil
    handlers.pointee.startElementNs = { data, name, prefix, namespace, declarationCount, declarations, count, _, list in
      guard let name else { return }
      let element = StartedElement(
        name: name, prefix: prefix, namespace: namespace, declarationCount: Int(declarationCount),
        declarations: declarations, attributeCount: Int(count), attributes: list)
      ParserContext.tell(data) { $0.start(element) }
    }
    handlers.pointee.endElementNs = { data, _, _, _ in ParserContext.tell(data) { $0.end() } }
    handlers.pointee.characters = { data, piece, count in
      ParserContext.tell(data) { $0.add(UnsafeBufferPointer(start: piece, count: Int(count))) }
    }
    // White space is text like any other.
    handlers.pointee.ignorableWhitespace = handlers.pointee.characters
    handlers.pointee.comment = { data, value in ParserContext.tell(data) { $0.comment(value) } }
    handlers.pointee.processingInstruction = { data, target, value in
      guard let target else { return }
      ParserContext.tell(data) { $0.instruction(target, value) }
    }
    withUnsafeMutablePointer(to: &builder) { builder in
      collector.builder = builder
      _ = read(source)
      collector.builder = nil
    }
  }

  /// Tells the builder of a parse.
  private static func tell(_ data: UnsafeMutableRawPointer?, _ event: (inout TreeBuilder) -> Void) {
    guard let context = data?.assumingMemoryBound(to: xmlParserCtxt.self), let collector = context.pointee._private,
      let builder = ErrorCollector.from(collector).builder
    else { return }
    event(&builder.pointee)
  }

  private func read(_ source: SourceText) -> xmlDocPtr? {
    withExtendedLifetime(collector) {
      context.pointee._private = Unmanaged.passUnretained(collector).toOpaque()
      defer { context.pointee._private = nil }
      return source.bytes.withUnsafeBytes { bytes in
        let text = UnsafeRawBufferPointer(rebasing: bytes.dropFirst(source.markLength))
        // Without an encoding: given one, libxml2 no longer counts bytes rightly. The check for UTF-8 came before.
        return xmlCtxtReadMemory(
          context, text.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(text.count), nil, nil,
          Int32(Self.options))
      }
    }
  }
}
