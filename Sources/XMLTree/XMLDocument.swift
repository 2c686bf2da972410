public import Diagnostics

/// An XML file that was read and found well-formed: an immutable tree in which everything knows its place.
///
/// ```swift
/// let document = try XMLDocument.parse(bytes, file: "Templates/documents/bevilling.html")
/// for element in document.root.elements {
///   print(document.location(of: element.position), element.name)
/// }
/// ```
///
/// A document never changes and has no tie to libxml2; it may be used from many tasks at once, and whoever keeps it for
/// messages keeps a single reference. Lines and columns are found when they are asked for, in time that grows with the
/// size of the file: ask for messages only.
public final class XMLDocument: Sendable {
  /// The file as the user named it.
  public var file: String { source.file }
  /// The outermost element.
  public let root: XMLElement

  let source: SourceText

  init(root: XMLElement, source: SourceText) {
    self.root = root
    self.source = source
  }

  /// The line and column of a position.
  public func location(of position: XMLPosition) -> SourceLocation {
    source.location(ofByte: Int(position.utf8Offset))
  }

  /// The line and column of a character of a text.
  ///
  /// - Parameters:
  ///   - text: a text of this document.
  ///   - utf8Offset: an offset into the UTF-8 of its value; references, CDATA and line ends of the source are
  ///     taken into account.
  public func location(in text: XMLText, utf8Offset: Int) -> SourceLocation {
    location(of: position(in: text, utf8Offset: utf8Offset))
  }

  /// The line and column of a character of an attribute's value.
  ///
  /// - Parameters:
  ///   - attribute: an attribute of this document.
  ///   - utf8Offset: an offset into the UTF-8 of its value.
  public func location(in attribute: XMLAttribute, utf8Offset: Int) -> SourceLocation {
    location(of: position(in: attribute, utf8Offset: utf8Offset))
  }

  /// The place in the source of a character of a text.
  public func position(in text: XMLText, utf8Offset: Int) -> XMLPosition {
    XMLPosition(source.bytes.sourceOffset(ofText: Int(text.position.utf8Offset), valueOffset: utf8Offset))
  }

  /// The place in the source of a character of an attribute's value.
  public func position(in attribute: XMLAttribute, utf8Offset: Int) -> XMLPosition {
    XMLPosition(
      source.bytes.sourceOffset(ofAttributeValue: Int(attribute.valuePosition.utf8Offset), valueOffset: utf8Offset))
  }

  /// The line of a location, for a message.
  ///
  /// - Parameters:
  ///   - location: a place in this document.
  ///   - width: how many characters the caret underlines; cut at the end of the line.
  ///   - label: a few words beside the caret.
  /// - Returns: the line, or nil when it has more than 400 characters or the document has no such place.
  public func excerpt(at location: SourceLocation, width: Int = 1, label: String? = nil) -> Diagnostic.Excerpt? {
    source.excerpt(at: location, width: width, label: label)
  }
}

extension XMLDocument {
  /// Reads a document.
  ///
  /// UTF-8 only. A document type declaration is refused, so there are no entities beyond XML's own five, and nothing
  /// outside the bytes is ever read.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - file: its name, for messages.
  ///   - limits: how large and deep it may be.
  /// - Throws: what is wrong, each with its line: `xml-syntax`, `xml-doctype`, `xml-encoding`, `xml-too-large` or
  ///   `xml-too-deep`. After the first error in the syntax, the rest of the file is not read.
  public static func parse(
    _ bytes: [UInt8], file: String, limits: XMLLimits = .standard
  ) throws(DiagnosticsError) -> XMLDocument {
    try read(SourceText(file: file, bytes: bytes), limits: limits)
  }
}
