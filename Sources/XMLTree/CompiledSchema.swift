internal import CLibXML2
import Diagnostics

/// A schema in libxml2's memory, freed with its last owner.
///
/// Unchecked, because it holds pointers: the schema is only read after `init`, and under the lock even so, since
/// libxml2 does not promise that a check leaves no trace in it.
final class CompiledSchema: @unchecked Sendable {
  private let language: SchemaLanguage
  private let schema: UnsafeMutableRawPointer
  private let lock: xmlMutexPtr

  init(_ language: SchemaLanguage, _ bytes: [UInt8], file: String) throws(DiagnosticsError) {
    let start = SourceLocation(file: file, line: 1, column: 1)
    guard language.isSupported, let lock = xmlNewMutex() else {
      throw DiagnosticsError([
        Diagnostic(.error, "xml-schema-unsupported", "this libxml2 cannot read \(language.name) schemas", at: start)
      ])
    }
    let source = SourceText(file: file, bytes: bytes)
    var findings: [Diagnostic] = []
    var schema: UnsafeMutableRawPointer?
    do throws(DiagnosticsError) {
      let document = try XMLDocument.parse(bytes, file: file)
      findings = language.foreignReferences(in: document)
      if findings.isEmpty { (schema, findings) = Self.compile(language, source, document) }
    } catch {
      findings = error.diagnostics
    }
    guard let schema, findings.isEmpty else {
      schema.map(language.free)
      xmlFreeMutex(lock)
      throw DiagnosticsError(findings)
    }
    self.language = language
    self.schema = schema
    self.lock = lock
  }

  deinit {
    language.free(schema)
    xmlFreeMutex(lock)
  }

  /// What is wrong with a document, in its order.
  func findings(in source: SourceText, limits: XMLLimits) -> [Diagnostic] {
    do throws(DiagnosticsError) {
      let document = try XMLDocument.read(source, limits: limits)
      guard let parsed = ParsedTree(document) else { throw XMLDocument.unreadable(source) }
      parsed.removeSchemaLocations()
      let collector = ErrorCollector()
      xmlMutexLock(lock)
      let result = language.validate(schema, parsed.tree, collector)
      xmlMutexUnlock(lock)
      return SchemaReport(language: language, document: document).findings(collector.errors, result: result)
    } catch {
      return error.diagnostics
    }
  }

  private static func compile(
    _ language: SchemaLanguage, _ source: SourceText, _ document: XMLDocument
  ) -> (UnsafeMutableRawPointer?, [Diagnostic]) {
    let collector = ErrorCollector()
    let schema = language.compile(source, collector)
    var findings = collector.errors.map { error in
      let line = document.source.bytes(ofLine: error.line)
      let position = document.root.firstStartTag(endingIn: line) ?? document.root.position
      let location = document.location(of: position)
      return Diagnostic(
        .error, "xml-schema", error.message, at: location, excerpt: document.excerpt(at: location))
    }
    if schema == nil, findings.isEmpty {
      findings = [
        Diagnostic(
          .error, "xml-schema", "libxml2 could not compile the schema",
          at: document.location(of: document.root.position))
      ]
    }
    return (schema, findings)
  }
}

extension XMLElement {
  /// The first start tag that ends on a line, which is the line that libxml2 gives an element.
  fileprivate func firstStartTag(endingIn line: Range<Int>) -> XMLPosition? {
    if line.contains(Int(startTagEnd.utf8Offset) - 1) { return position }
    for element in elements {
      if let found = element.firstStartTag(endingIn: line) { return found }
    }
    return nil
  }
}
