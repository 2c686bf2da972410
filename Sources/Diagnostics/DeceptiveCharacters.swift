/// Finds in a file of templates or law what deceives its reader: characters that may not stand in a text, as they are or
/// as `&#x202E;`, in comments too.
package enum DeceptiveCharacters {
  /// More than a person reads at once, of which each looks for its line.
  private static let maximum = 100

  /// An error for each, with its place.
  package static func errors(in bytes: [UInt8], file: String) -> [Diagnostic] {
    let found = all(in: bytes)
    guard !found.isEmpty else { return [] }
    let source = SourceText(file: file, bytes: bytes)
    return found.prefix(maximum).map { error($0, in: source) }
  }

  private static func error(_ found: Found, in source: SourceText) -> Diagnostic {
    let name = "the character \(TextCharacter.name(found.scalar))"
    let (id, message) =
      if TextCharacter.turnsWriting(found.scalar) {
        ("bidi-character", "\(name) turns the direction of writing, and can make a text look like another")
      } else if TextCharacter.isHidden(found.scalar) {
        ("invisible-character", "\(name) is invisible, and can hide what stands in a text")
      } else if found.scalar == 0xFFFD {
        ("lost-character", "\(name) stands for a letter that was lost when the file was saved")
      } else if found.scalar >= 0xE000 {
        ("private-character", "\(name) is a sign that only the program or the font knows which it comes from")
      } else {
        ("control-character", "\(name) cannot stand in a document")
      }
    return source.error(
      id, message, atByte: found.range.lowerBound, width: found.width,
      help: "delete it; it often comes along with copied text")
  }

  private struct Found {
    let scalar: UInt32
    let range: Range<Int>
    /// How many characters it takes in the file.
    let width: Int
  }

  private static func all(in bytes: [UInt8]) -> [Found] {
    var found: [Found] = []
    bytes.withUnsafeBufferPointer { bytes in
      var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      while index < bytes.count {
        // Nearly all there is: printable ASCII, many at a time, and the letters from À to ÿ, which take a second byte.
        while index + 8 <= bytes.count,
          isPlain(UnsafeRawPointer(bytes.baseAddress! + index).loadUnaligned(as: UInt64.self))
        {
          index += 8
        }
        guard index < bytes.count else { break }
        let byte = bytes[index]
        let isReference = byte == UInt8(ascii: "&")
        if byte < 0x7F, byte >= 0x20, !isReference {
          index += 1
          continue
        }
        if byte == 0xC3 {
          index += 2
          continue
        }
        let (scalar, length) = isReference ? reference(bytes, at: index) : character(bytes, at: index)
        if !TextCharacter.isAllowed(scalar), scalar != 0x09, scalar != 0x0A, scalar != 0x0D {
          found.append(Found(scalar: scalar, range: index..<index + length, width: isReference ? length : 1))
        }
        index += length
      }
    }
    return found
  }

  /// Whether eight bytes are printable ASCII without `&`.
  private static func isPlain(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let high = ones << 7
    // A byte becomes zero where it is the one that is looked for, and borrows from its highest bit.
    func holds(_ byte: UInt8) -> Bool {
      let other = word ^ ones &* UInt64(byte)
      return (other &- ones) & ~other & high != 0
    }
    let isBelow = (word &- ones &* 0x20) & ~word & high != 0
    return word & high == 0 && !isBelow && !holds(UInt8(ascii: "&")) && !holds(0x7F)
  }

  /// The character that begins at a byte, and its length; what is no UTF-8 is told elsewhere.
  private static func character(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> (UInt32, Int) {
    let lead = bytes[start]
    let length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard length > 1, start + length <= bytes.count else { return (lead < 0x80 ? UInt32(lead) : 0x20, 1) }
    var scalar = UInt32(lead) & (0x7F >> UInt32(length))
    for index in start + 1..<start + length { scalar = scalar << 6 | UInt32(bytes[index] & 0x3F) }
    return (scalar, length)
  }

  /// The character that `&#8238;` or `&#x202E;` stands for; any other `&` is itself.
  private static func reference(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> (UInt32, Int) {
    var index = start + 1
    guard index < bytes.count, bytes[index] == UInt8(ascii: "#") else { return (0x26, 1) }
    index += 1
    let isHex = index < bytes.count && bytes[index] == UInt8(ascii: "x")
    if isHex { index += 1 }
    var scalar: UInt32 = 0
    while index < bytes.count, let digit = value(bytes[index], isHex), scalar < 0x11_0000 {
      scalar = scalar * (isHex ? 16 : 10) + digit
      index += 1
    }
    guard index < bytes.count, bytes[index] == UInt8(ascii: ";") else { return (0x26, 1) }
    return (scalar, index + 1 - start)
  }

  private static func value(_ byte: UInt8, _ isHex: Bool) -> UInt32? {
    if isDigit(byte) { return UInt32(byte - 0x30) }
    let letter = (byte | 0x20) &- UInt8(ascii: "a")
    return isHex && letter < 6 ? UInt32(letter) + 10 : nil
  }
}
