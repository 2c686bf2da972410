import Diagnostics
import Fields

/// The bytes of a string between its quotation marks, or in the scanner's `scratch` when it held escapes.
struct StringSpan {
  var start: Int
  var end: Int
  var isEscaped = false
  var isASCII = false
  /// Whether it may hold letters that are written in two. With the other flags: a span of four words is passed in registers.
  var hasMarks = false
  /// Where the first line break or tab was written, or -1.
  var lineBreak = -1
}

extension CaseScanner {
  /// Calls a function with the text of a string, its escapes undone.
  func withText<Result>(_ span: StringSpan, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if span.isEscaped {
      scratch.withUnsafeBufferPointer(body)
    } else {
      body(UnsafeBufferPointer(rebasing: bytes[span.start..<span.end]))
    }
  }

  /// Reads a string, from its quotation mark to after its last; nil when anything in it is not allowed.
  ///
  /// - Parameter entry: the field, for messages; nil for keys and for values that are passed over.
  @inline(__always)
  mutating func string(_ entry: InputEntry?) -> StringSpan? {
    let start = index + 1
    var place = start
    var isASCII = true
    while true {
      place = plainEnd(from: place)
      guard place < bytes.count else { break }
      switch bytes[place] {
      case UInt8(ascii: "\""):
        index = place + 1
        return StringSpan(start: start, end: place, isASCII: isASCII)
      case 0xC3 where place + 1 < bytes.count && bytes[place + 1] & 0xC0 == 0x80:
        isASCII = false
        place += 2  // The letters of Danish, and most others of Western Europe.
      default:
        return unusualString(entry, from: start, at: place)
      }
    }
    return unusualString(entry, from: start, at: place)
  }

  /// The next byte that is not plain printable ASCII, eight bytes at a time.
  @inline(__always)
  private func plainEnd(from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    let last = raw.count &- 8
    var place = start
    while place <= last {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      let marks = Self.marks(word)
      if marks != 0 { return place &+ marks.trailingZeroBitCount >> 3 }
      place &+= 8
    }
    while place < bytes.count, isPlain(bytes[place]) { place += 1 }
    return place
  }

  /// Sets the high bit of the first byte that is a control, a quotation mark, a backslash, DEL or not ASCII.
  ///
  /// Flipping a bit puts the quotation mark behind the controls, and one subtraction finds both. Subtracting borrows from
  /// the byte above, and adding carries into it, where there is a mark: so marks above the first may be wrong, and only the
  /// lowest is used.
  @inline(__always)
  private static func marks(_ word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let controls = (word ^ (ones &* 0x02)) &- (ones &* 0x21)
    let backslash = (word ^ (ones &* 0x5C)) &- ones
    let delete = word &+ ones
    return (word | controls | backslash | delete) & (ones &* 0x80)
  }

  private func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  /// The rest of a string that holds escapes, other letters than those of Danish, or errors.
  private mutating func unusualString(_ entry: InputEntry?, from start: Int, at first: Int) -> StringSpan? {
    var span = StringSpan(start: start, end: first)
    var isGood = true
    var place = first
    var copied = start
    scratch.removeAll(keepingCapacity: true)
    while place < bytes.count {
      let byte = bytes[place]
      switch byte {
      case UInt8(ascii: "\""):
        index = place + 1
        span.end = place
        if span.isEscaped {
          scratch.append(contentsOf: bytes[copied..<place])
          if span.lineBreak >= 0 { endLinesWithLineFeeds() }
        }
        if span.hasMarks { composeLetters(&span) }
        return isGood ? span : nil
      case UInt8(ascii: "\\"):
        span.isEscaped = true
        scratch.append(contentsOf: bytes[copied..<place])
        index = place
        if !escape(entry, &span) { isGood = false }
        place = index
        copied = place
      case 0x0A, 0x0D:
        index = start - 1
        report(
          "json-open-string", "En tekst slutter ikke på den linje, hvor den begynder. Læsningen er stoppet her.",
          at: start - 1, help: "Afslut teksten med \", eller skriv linjeskift i den som \\n.", entry: entry)
        stop()
        return nil
      case ..<0x20, 0x7F:
        reportCharacter(UInt32(byte), at: place, entry)
        isGood = false
        place += 1
      case 0x80...:
        index = place
        if CombinedLetters.beginsMark(byte) { span.hasMarks = true }
        if !multibyte(entry) { isGood = false }
        place = index
      default:
        place = plainEnd(from: place)
      }
    }
    reportTruncatedText(at: start - 1, entry)
    return nil
  }

  /// Passes over one character of two to four bytes; false when it is not UTF-8 or not allowed.
  mutating func multibyte(_ entry: InputEntry?) -> Bool {
    let start = index
    let first = bytes[start]
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var scalar = UInt32(first) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    var isGood = (0xC2...0xF4).contains(first)
    var count = 1
    while isGood, count < length {
      if start + count < bytes.count, bytes[start + count] & 0xC0 == 0x80 {
        scalar = scalar << 6 | UInt32(bytes[start + count] & 0x3F)
        count += 1
      } else {
        isGood = false
      }
    }
    // Too long a form, a surrogate, or beyond Unicode.
    if isGood, length == 3, scalar < 0x800 || (0xD800...0xDFFF).contains(scalar) { isGood = false }
    if isGood, length == 4, !(0x10000...0x10FFFF).contains(scalar) { isGood = false }
    guard isGood else {
      reportEncoding(at: start, entry)
      index = start + 1
      return false
    }
    index = start + length
    guard TextCharacter.isAllowed(scalar) else {
      reportCharacter(scalar, at: start, entry)
      return false
    }
    return hasRoom(for: scalar, from: start, entry)
  }

  /// Whether a character that ends here is none of too many marks in a row; reports the first that is.
  private mutating func hasRoom(for scalar: UInt32, from start: Int, _ entry: InputEntry?) -> Bool {
    guard MarkRun.isMark(scalar) else { return true }
    marks.add(start..<index)
    if marks.count == MarkRun.limit + 1 { reportMarks(entry) }
    return marks.count <= MarkRun.limit
  }

  /// Undoes one escape, from its backslash, into `scratch`; false when it is wrong.
  private mutating func escape(_ entry: InputEntry?, _ span: inout StringSpan) -> Bool {
    let start = index
    index += 1
    let byte = next
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
      scratch.append(byte)
      return true
    case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      if span.lineBreak < 0 { span.lineBreak = start }
      scratch.append(byte == UInt8(ascii: "n") ? 0x0A : byte == UInt8(ascii: "r") ? 0x0D : 0x09)
      return true
    case UInt8(ascii: "b"), UInt8(ascii: "f"):
      reportCharacter(byte == UInt8(ascii: "b") ? 0x08 : 0x0C, at: start, entry)
      return false
    case UInt8(ascii: "u"):
      return unicodeEscape(entry, &span, from: start)
    default:
      index = min(start + 1, bytes.count)
      report(
        "json-escape", "Efter en omvendt skråstreg (\\) forventes et af tegnene \" \\ / b f n r t u.", at: start,
        help: "Skriv \\\\ for at få en omvendt skråstreg.", entry: entry)
      return false
    }
  }

  /// Writes a letter and its mark as one letter.
  private mutating func composeLetters(_ span: inout StringSpan) {
    scratch = Array(CombinedLetters.composed(withText(span) { String(decoding: $0, as: UTF8.self) }).utf8)
    span.isEscaped = true
  }

  /// A carriage return ends a line as a line feed does, alone or before one.
  private mutating func endLinesWithLineFeeds() {
    guard scratch.contains(0x0D) else { return }
    var kept = 0
    for index in scratch.indices {
      let isBeforeLineFeed = index + 1 < scratch.count && scratch[index + 1] == 0x0A
      if scratch[index] == 0x0D && isBeforeLineFeed { continue }
      scratch[kept] = scratch[index] == 0x0D ? 0x0A : scratch[index]
      kept += 1
    }
    scratch.removeLast(scratch.count - kept)
  }

  private mutating func unicodeEscape(_ entry: InputEntry?, _ span: inout StringSpan, from start: Int) -> Bool {
    guard var scalar = fourHexDigits() else {
      report(
        "json-escape", "Efter \\u forventes fire cifre i sekstentalsystemet.", at: start,
        help: "Skriv fx \\u00E6 for æ.",
        entry: entry)
      return false
    }
    if (0xD800...0xDBFF).contains(scalar), next == UInt8(ascii: "\\"), index + 1 < bytes.count,
      bytes[index + 1] == UInt8(ascii: "u")
    {
      let before = index
      index += 2
      if let low = fourHexDigits(), (0xDC00...0xDFFF).contains(low) {
        scalar = 0x10000 + (scalar - 0xD800) << 10 + (low - 0xDC00)
      } else {
        index = before
      }
    }
    guard let character = Unicode.Scalar(scalar) else {
      report(
        "lone-surrogate", "\(label(entry))\\u\(hex(scalar)) er kun den ene halvdel af et tegn.", at: start,
        help: "Skriv begge halvdele, eller skriv selve tegnet.", entry: entry)
      return false
    }
    if scalar == 0x0A || scalar == 0x0D || scalar == 0x09 {
      if span.lineBreak < 0 { span.lineBreak = start }
      scratch.append(UInt8(scalar))
      return true
    }
    guard TextCharacter.isAllowed(scalar) else {
      reportCharacter(scalar, at: start, entry)
      return false
    }
    let encoded = UTF8.encode(character)!
    if let first = encoded.first, CombinedLetters.beginsMark(first) { span.hasMarks = true }
    scratch.append(contentsOf: encoded)
    return hasRoom(for: scalar, from: start, entry)
  }

  private mutating func fourHexDigits() -> UInt32? {
    guard index + 4 <= bytes.count else { return nil }
    var value: UInt32 = 0
    for place in index..<index + 4 {
      let byte = bytes[place]
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46: value = value << 4 | UInt32(byte - 0x41 + 10)
      case 0x61...0x66: value = value << 4 | UInt32(byte - 0x61 + 10)
      default: return nil
      }
    }
    index += 4
    return value
  }
}
