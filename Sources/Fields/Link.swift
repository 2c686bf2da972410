import Diagnostics

/// An `https:` address that may stand in a link: checked when it is read, so that a template can print it safely.
public struct Link: Sendable, Hashable {
  /// The address, beginning with `https://`, in characters that a URL may hold.
  public let address: String

  /// Creates a link, or nil when the text is not an `https` address of a named host, with or without a port, and
  /// without a user, spaces, quotes, brackets or control characters.
  public init?(_ address: String) {
    var text = address
    guard text.withUTF8(Self.isLink) else { return nil }
    self.address = text
  }

  private static func isLink(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let scheme: StaticString = "https://"
    guard text.count > 8 else { return false }
    for index in 0..<8 where text[index] != scheme.utf8Start[index] { return false }
    guard text.allSatisfy(isAllowed) else { return false }
    let rest = text[8...]
    let hostEnd = rest.firstIndex { endsAuthority($0) || $0 == UInt8(ascii: ":") } ?? text.count
    guard HostName.isValid(UnsafeBufferPointer(rebasing: rest[..<hostEnd])) else { return false }
    guard hostEnd < text.count, text[hostEnd] == UInt8(ascii: ":") else { return true }
    let port = text[(hostEnd + 1)...]
    return isPort(port[..<(port.firstIndex(where: endsAuthority) ?? text.count)])
  }

  private static func endsAuthority(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
  }

  private static func isPort(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard (1...5).contains(text.count), text.first != UInt8(ascii: "0"), text.allSatisfy(isDigit) else { return false }
    return text.reduce(0) { $0 * 10 + Int($1 - 0x30) } <= 65535
  }

  /// A letter, a digit or one of `-._~:/?#@!$&()*+,;=%`: a bit for each byte from 0x20 to 0x5F, and what lies above.
  private static func isAllowed(_ byte: UInt8) -> Bool {
    let allowed: UInt64 = 0x87FF_FFFF_AFFF_FF7A
    return byte &- 0x61 < 26 || byte == UInt8(ascii: "~")
      || byte &- 0x20 < 0x40 && allowed >> (byte &- 0x20) & 1 == 1
  }
}

/// The name of a host, such as `www.kommune.dk`.
package enum HostName {
  /// Whether a text is the name of a host that can be registered: two or more parts of letters, digits and inner
  /// hyphens, of which the last is no number. Letters beyond ASCII are letters.
  package static func isValid(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count <= 253 else { return false }
    // In one pass: a case file holds several addresses, and arrays of their parts would cost more than all other checks.
    var start = 0
    var previous = UInt8(ascii: ".")
    for index in text.indices {
      let byte = text[index]
      if byte == UInt8(ascii: ".") {
        guard isPart(index - start, endingIn: previous) else { return false }
        start = index + 1
      } else if !isLetter(byte), !isDigit(byte), byte < 0x80 {
        guard byte == UInt8(ascii: "-"), previous != UInt8(ascii: ".") else { return false }
      }
      previous = byte
    }
    let last = text[start...]
    return start > 0 && last.count > 1 && isPart(last.count, endingIn: previous) && !last.allSatisfy(isDigit)
  }

  /// Whether a part that begins with no hyphen has a length that it may have, and ends with none.
  private static func isPart(_ length: Int, endingIn last: UInt8) -> Bool {
    (1...63).contains(length) && last != UInt8(ascii: "-")
  }
}
