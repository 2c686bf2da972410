/// Whether a byte is one of `0` to `9`.
@inlinable
@inline(__always)
package func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

/// Whether a byte is a letter of ASCII.
@inlinable
@inline(__always)
package func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

/// Four or more digits of the sixteen system, upper case.
package func hex(_ value: UInt32) -> String {
  let digits = String(value, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}

extension String {
  /// Whether some words of ASCII stand in it. `contains` compares whole characters and takes many times as long, which
  /// tells when a program starts.
  package func holds(_ part: StaticString) -> Bool {
    var text = self
    return text.withUTF8 { text in
      part.withUTF8Buffer { part in
        text.count >= part.count
          && (0...text.count - part.count).contains { start in
            text[start] == part[0] && text[start..<start + part.count].elementsEqual(part)
          }
      }
    }
  }

  /// The words that spaces keep apart.
  package var words: [String] {
    // Mostly it is one.
    guard utf8.contains(UInt8(ascii: " ")) else { return isEmpty ? [] : [self] }
    return utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
  }
}
