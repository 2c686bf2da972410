/// Makes any text safe where it stands: between tags, in an attribute, in a link.
enum Escaping {
  /// Escapes text that is known when compiling.
  static func escaped(_ text: [UInt8], in context: EscapeContext) -> [UInt8] {
    var buffer = OutputBuffer(capacity: text.count + 16)
    text.withUnsafeBufferPointer { bytes in
      if let start = bytes.baseAddress { buffer.appendEscaped(start, bytes.count, context) }
    }
    return buffer.bytes
  }

  /// Whether any of eight bytes is `&`, `<`, `>` or `"`, or below 0x20: tested at once with the arithmetic that finds
  /// zero bytes in a word. It may say yes too often, never too seldom.
  @inline(__always)
  static func mayNeedEscape(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let high: UInt64 = 0x8080_8080_8080_8080
    let amp = word ^ (ones &* 0x26)
    let quote = word ^ (ones &* 0x22)
    // `<` (3C) and `>` (3E) differ in one bit.
    let angle = (word | (ones &* 0x02)) ^ (ones &* 0x3E)
    let control = (word &- (ones &* 0x20)) & ~word
    let zero = ((amp &- ones) & ~amp) | ((quote &- ones) & ~quote) | ((angle &- ones) & ~angle)
    return (zero | control) & high != 0
  }
}

extension OutputBuffer {
  /// Appends text, escaped for its place.
  @inline(__always)
  mutating func appendEscaped(_ start: UnsafePointer<UInt8>, _ length: Int, _ context: EscapeContext) {
    switch context {
    case .text: appendEscaped(start, length) { Self.replacementInText(for: $0) }
    case .attribute: appendEscaped(start, length) { Self.replacementInAttribute(for: $0) }
    case .url: appendPercentEncoded(start, length)
    }
  }

  /// Appends text whose line feeds become `<br>`.
  mutating func appendLines(_ start: UnsafePointer<UInt8>, _ length: Int) {
    appendEscaped(start, length) { $0 == 0x0A ? "<br>\n" : Self.replacementInText(for: $0) }
  }

  @inline(__always)
  private mutating func appendEscaped(
    _ start: UnsafePointer<UInt8>, _ length: Int, _ replacement: (UInt8) -> StaticString?
  ) {
    var clean = 0
    var i = 0
    while i < length {
      if i + 8 <= length {
        let word = UnsafeRawPointer(start + i).loadUnaligned(as: UInt64.self)
        if !Escaping.mayNeedEscape(word) {
          i += 8
          continue
        }
      }
      let end = min(i + 8, length)
      while i < end {
        if let replacement = replacement(start[i]) {
          append(start + clean, i - clean)
          append(replacement)
          clean = i + 1
        }
        i += 1
      }
    }
    append(start + clean, length - clean)
  }

  @inline(__always)
  private static func replacementInText(for byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case 0x0D: "&#13;"
    default: nil
    }
  }

  @inline(__always)
  private static func replacementInAttribute(for byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "\""): "&quot;"
    // An XML reader turns line ends in an attribute into spaces, unless they are references.
    case 0x0A: "&#10;"
    case 0x09: "&#9;"
    default: replacementInText(for: byte)
    }
  }

  /// Appends a text as one of the formats of texts says.
  mutating func appendText(
    _ start: UnsafePointer<UInt8>, _ length: Int, _ format: Format, _ context: EscapeContext
  ) {
    switch format {
    case .lines: appendLines(start, length)
    case .capitalised: appendCapitalised(start, length, context)
    case .cpr: appendCPR(start, length, context)
    default: appendEscaped(start, length, context)
    }
  }

  /// Letters, digits and the few signs of phone numbers and mail addresses stay; spaces are dropped, as a phone
  /// number has them only for the eye; all else becomes `%XX`.
  private mutating func appendPercentEncoded(_ start: UnsafePointer<UInt8>, _ length: Int) {
    for i in 0..<length {
      let byte = start[i]
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "@"):
        append(byte)
      case 0x20: break
      default:
        append(UInt8(ascii: "%"))
        append(Self.hexDigit(byte >> 4))
        append(Self.hexDigit(byte & 15))
      }
    }
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }
}
