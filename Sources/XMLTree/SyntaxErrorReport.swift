internal import CLibXML2
import Diagnostics

/// Explains why libxml2 refused a document, better than it does itself where that is possible.
///
/// Tags that do not fit are looked up in the source, so that the message points at both. For the rest we give
/// libxml2's words, at the place where it stopped.
struct SyntaxErrorReport {
  let source: SourceText
  let limits: XMLLimits

  func diagnostic(for error: LibXMLError) -> Diagnostic {
    let offset = error.offset.map { $0 + source.markLength }
    // What comes before the place of an error is well-formed, as far as tags go, so the scanner can read it.
    if let finding = tagFinding(before: offset ?? source.bytes.count) { return finding }
    guard let offset, source.location(ofByte: offset).line == error.line else {
      let location = SourceLocation(file: source.file, line: max(1, error.line), column: 1)
      return Diagnostic(
        .error, "xml-syntax", message(for: error), at: location,
        excerpt: source.excerpt(at: location, width: 1, label: nil), help: help(for: error))
    }
    return source.error("xml-syntax", message(for: error), atByte: offset, help: help(for: error, atByte: offset))
  }

  static func tooDeep(_ source: SourceText, atByte offset: Int, limits: XMLLimits) -> Diagnostic {
    source.error(
      "xml-too-deep", "elements lie more than \(limits.maximumDepth) levels deep", atByte: offset)
  }

  /// Too many levels, an end tag that does not fit, or a start tag without one.
  private func tagFinding(before end: Int) -> Diagnostic? {
    source.bytes.withUnsafeBufferPointer { bytes in
      var scanner = MarkupScanner(bytes, from: source.markLength)
      var open: [MarkupScanner.StartTag] = []
      while scanner.offset < end, let markup = scanner.next() {
        switch markup {
        case .startTag(let tag):
          if open.count >= limits.maximumDepth {
            return Self.tooDeep(source, atByte: tag.position, limits: limits)
          }
          if !tag.isEmpty { open.append(tag) }
        case .endTag(let name, let position):
          guard let tag = open.popLast() else { return nil }
          if !bytes[name].elementsEqual(bytes[tag.name]) { return wrongEnd(name, at: position, of: tag) }
        case .comment, .processingInstruction: break
        }
      }
      guard end >= bytes.count, scanner.offset >= bytes.count, let tag = open.last else { return nil }
      let name = text(tag.name)
      return source.error(
        "xml-syntax", "'<\(name)>' is never closed", atByte: tag.position, width: name.unicodeScalars.count + 1,
        help: "add '</\(name)>'")
    }
  }

  private func wrongEnd(_ name: Range<Int>, at position: Int, of tag: MarkupScanner.StartTag) -> Diagnostic {
    let (found, expected) = (text(name), text(tag.name))
    return source.error(
      "xml-syntax", "found '</\(found)>' where '</\(expected)>' is expected", atByte: position,
      width: found.unicodeScalars.count + 3,
      notes: [Diagnostic.Note("'<\(expected)>' is opened here", at: source.location(ofByte: tag.position))])
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: source.bytes[range], as: UTF8.self) }

  private func message(for error: LibXMLError) -> String { "not well-formed XML: \(error.message)" }

  private func help(for error: LibXMLError, atByte offset: Int? = nil) -> String? {
    switch UInt32(clamping: error.code) {
    case XML_ERR_UNDECLARED_ENTITY.rawValue, XML_WAR_UNDECLARED_ENTITY.rawValue:
      "write the character itself, or its number, such as &#160;; only &amp; &lt; &gt; &quot; &apos; have names"
    case XML_ERR_NAME_REQUIRED.rawValue, XML_ERR_ENTITYREF_SEMICOL_MISSING.rawValue:
      "write '&amp;' for '&' and '&lt;' for '<' in text"
    case XML_ERR_ATTRIBUTE_NOT_STARTED.rawValue, XML_ERR_LT_IN_ATTRIBUTE.rawValue,
      XML_ERR_ATTRIBUTE_NOT_FINISHED.rawValue:
      offset.flatMap(curlyQuote(before:)).map {
        "write straight quotation marks, \" or ', around the value of an attribute, not '\($0)'"
      }
    default: nil
    }
  }

  /// The curly quotation mark in the value that an error ends: at its place, or before it on this line or an earlier one.
  private func curlyQuote(before offset: Int) -> String? {
    let value = source.bytes[..<min(offset + 1, source.bytes.count)].lastIndex(of: UInt8(ascii: "=")) ?? 0
    return (value...max(value, offset)).lazy.compactMap { CurlyQuote.at($0, in: source.bytes) }.first
  }
}
