#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Walks the source of a document from tag to tag and knows where each begins, which libxml2 does not tell.
///
/// It trusts that the source is well-formed and has no DTD, as libxml2 has found or will find; where it is not, the
/// scanner stops and never reads past the end. Text, CDATA, the XML declaration and declarations are stepped over.
struct MarkupScanner {
  /// What a step found.
  enum Markup {
    case startTag(StartTag)
    case endTag(name: Range<Int>, position: Int)
    case comment(position: Int)
    case processingInstruction(position: Int)
  }

  /// A start tag; the spans of its attributes lie in the scanner until the next step.
  struct StartTag {
    var position: Int
    var name: Range<Int>
    var end: Int
    var isEmpty: Bool
  }

  /// An attribute of the last start tag, namespace declarations included.
  struct Attribute {
    var name: Range<Int>
    var value: Range<Int>
  }

  let bytes: UnsafeBufferPointer<UInt8>
  /// Where the next step begins: just after the last markup.
  private(set) var offset: Int
  private(set) var attributes: [Attribute] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>, from offset: Int) {
    self.bytes = bytes
    self.offset = offset
  }

  /// The next tag, comment or instruction; nil at the end, and where the source is not well-formed.
  mutating func next() -> Markup? {
    while true {
      while let byte = peek(), byte != UInt8(ascii: "<") { offset += 1 }
      let start = offset
      switch peek(1) {
      case nil: return nil
      case UInt8(ascii: "/"): return endTag(from: start)
      case UInt8(ascii: "?"):
        let isDeclaration = starts(with: "<?xml") && peek(5).map(isSpace) == true
        guard skip(past: "?>", from: start + 2) else { return nil }
        if !isDeclaration { return .processingInstruction(position: start) }
      case UInt8(ascii: "!"):
        if starts(with: "<!--") { return skip(past: "-->", from: start + 4) ? .comment(position: start) : nil }
        guard starts(with: "<![CDATA["), skip(past: "]]>", from: start + 9) else { return nil }
      default: return startTag(from: start).map(Markup.startTag)
      }
    }
  }

  /// Whether a document type declaration comes before the first element.
  static func documentTypePosition(in bytes: UnsafeBufferPointer<UInt8>, from offset: Int) -> Int? {
    var scanner = MarkupScanner(bytes, from: offset)
    while let markup = scanner.next() {
      if case .startTag = markup { return nil }
    }
    return scanner.starts(with: "<!DOCTYPE") ? scanner.offset : nil
  }

  /// The first start tag with more attributes than a limit.
  ///
  /// Between two `<` of a well-formed document lies at most one tag, and an attribute takes four bytes at least. So a file
  /// is only read tag by tag when there is a long way from one `<` to the next.
  static func tagPosition(
    withMoreAttributesThan limit: Int, in bytes: UnsafeBufferPointer<UInt8>, from offset: Int
  ) -> Int? {
    var start = offset
    while start + 4 * limit < bytes.count {
      guard let next = bytes[(start + 1)...(start + 4 * limit)].lastIndex(of: UInt8(ascii: "<")) else {
        return crowdedTag(limit, in: bytes, from: offset)
      }
      start = next
    }
    return nil
  }

  private static func crowdedTag(_ limit: Int, in bytes: UnsafeBufferPointer<UInt8>, from offset: Int) -> Int? {
    var scanner = MarkupScanner(bytes, from: offset)
    while let markup = scanner.next() {
      if case .startTag(let tag) = markup, scanner.attributes.count > limit { return tag.position }
    }
    return scanner.attributes.count > limit ? scanner.offset : nil
  }

  private mutating func endTag(from start: Int) -> Markup? {
    let name = skipName(from: start + 2)
    skipSpace()
    guard !name.isEmpty, peek() == UInt8(ascii: ">") else { return nil }
    offset += 1
    return .endTag(name: name, position: start)
  }

  private mutating func startTag(from start: Int) -> StartTag? {
    attributes.removeAll(keepingCapacity: true)
    let name = skipName(from: start + 1)
    guard !name.isEmpty else { return nil }
    while true {
      skipSpace()
      switch peek() {
      case nil: return nil
      case UInt8(ascii: ">"):
        offset += 1
        return StartTag(position: start, name: name, end: offset, isEmpty: false)
      case UInt8(ascii: "/"):
        guard peek(1) == UInt8(ascii: ">") else { return nil }
        offset += 2
        return StartTag(position: start, name: name, end: offset, isEmpty: true)
      default:
        guard let attribute = attribute() else { return nil }
        attributes.append(attribute)
      }
    }
  }

  private mutating func attribute() -> Attribute? {
    let name = skipName(from: offset)
    skipSpace()
    guard !name.isEmpty, peek() == UInt8(ascii: "=") else { return nil }
    offset += 1
    skipSpace()
    guard let quote = peek(), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
    let start = offset + 1
    offset = start
    while let byte = peek(), byte != quote { offset += 1 }
    guard peek() != nil else { return nil }
    offset += 1
    return Attribute(name: name, value: start..<offset - 1)
  }

  private mutating func skipName(from start: Int) -> Range<Int> {
    offset = start
    while let byte = peek(), !isSpace(byte), !endsName(byte) { offset += 1 }
    return start..<offset
  }

  private mutating func skipSpace() {
    while let byte = peek(), isSpace(byte) { offset += 1 }
  }

  private mutating func skip(past mark: StaticString, from start: Int) -> Bool {
    offset = start
    while offset < bytes.count {
      guard let found = memchr(bytes.baseAddress! + offset, Int32(mark.utf8Start.pointee), bytes.count - offset) else {
        break
      }
      offset = UnsafeRawPointer(found) - UnsafeRawPointer(bytes.baseAddress!)
      if starts(with: mark) {
        offset += mark.utf8CodeUnitCount
        return true
      }
      offset += 1
    }
    offset = bytes.count
    return false
  }

  private func starts(with mark: StaticString) -> Bool {
    let count = mark.utf8CodeUnitCount
    guard bytes.count - offset >= count else { return false }
    for index in 0..<count where bytes[offset + index] != mark.utf8Start[index] { return false }
    return true
  }

  @inline(__always) private func peek(_ distance: Int = 0) -> UInt8? {
    offset + distance < bytes.count ? bytes[offset + distance] : nil
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D }

  private func endsName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "/"), UInt8(ascii: "<"), UInt8(ascii: "\""),
      UInt8(ascii: "'"):
      true
    default: false
    }
  }
}
