public import Diagnostics

/// A compiled schema, RELAX NG or W3C XML Schema, against which documents are checked.
///
/// ```swift
/// let schema = try XMLSchema(relaxNG: bytes, file: "Templates/schemas/dokument.rng")
/// let findings = schema.validate(record, file: "Output/24-1/bevilling.xml")
/// ```
///
/// One schema may be used from many tasks; their documents are parsed side by side and checked one at a time.
/// A schema stands alone: one that includes or imports others is refused, so nothing outside its bytes is read.
public struct XMLSchema: Sendable {
  private let compiled: CompiledSchema

  /// Compiles a RELAX NG schema in its XML form.
  ///
  /// - Throws: what is wrong with it (`xml-schema`, or as for any document), or that this libxml2 was built without
  ///   RELAX NG (`xml-schema-unsupported`).
  public init(relaxNG bytes: [UInt8], file: String) throws(DiagnosticsError) {
    compiled = try CompiledSchema(.relaxNG, bytes, file: file)
  }

  /// Compiles a W3C XML Schema.
  ///
  /// - Throws: what is wrong with it (`xml-schema`, or as for any document), or that this libxml2 was built without
  ///   schemas (`xml-schema-unsupported`).
  public init(xsd bytes: [UInt8], file: String) throws(DiagnosticsError) {
    compiled = try CompiledSchema(.xsd, bytes, file: file)
  }

  /// Checks a document.
  ///
  /// Messages name elements and attributes, never their values: a document may be about a person.
  ///
  /// - Parameters:
  ///   - bytes: the document.
  ///   - file: its name, for messages.
  ///   - excerpts: whether messages may show lines of the document: only for texts without personal data.
  ///   - limits: how large and deep the document may be.
  /// - Returns: what is wrong (`xml-invalid`, or as for any document that is not well-formed), with places; empty
  ///   when the document is valid.
  public func validate(
    _ bytes: [UInt8], file: String, excerpts: Bool = false, limits: XMLLimits = .standard
  ) -> [Diagnostic] {
    let findings = compiled.findings(in: SourceText(file: file, bytes: bytes), limits: limits)
    guard !excerpts else { return findings }
    return findings.map { finding in
      var finding = finding
      finding.excerpt = nil
      return finding
    }
  }
}
