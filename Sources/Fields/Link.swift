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
    guard text.allSatisfy({ isLetter($0) || isDigit($0) || isSign($0) }) else { return false }
    let rest = UnsafeBufferPointer(rebasing: text[8...])
    let end =
      rest.firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? rest.count
    let colon = rest[..<end].firstIndex(of: UInt8(ascii: ":")) ?? end
    return HostName.isValid(UnsafeBufferPointer(rebasing: rest[..<colon]))
      && (colon == end || isPort(rest[(colon + 1)..<end]))
  }

  private static func isPort(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard (1...5).contains(text.count), text.first != UInt8(ascii: "0"), text.allSatisfy(isDigit) else { return false }
    return text.reduce(0) { $0 * 10 + Int($1 - 0x30) } <= 65535
  }

  /// One of `-._~:/?#@!$&()*+,;=%`: a bit for each byte from 0x20 to 0x5F, and the tilde.
  private static func isSign(_ byte: UInt8) -> Bool {
    let signs: UInt64 = 0x1_AC00_FF7A
    return byte == UInt8(ascii: "~") || byte == UInt8(ascii: "_")
      || byte &- 0x20 < 0x40 && signs >> (byte &- 0x20) & 1 == 1
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
    for index in text.indices where text[index] == UInt8(ascii: ".") {
      guard isPart(text, start..<index) else { return false }
      start = index + 1
    }
    let last = start..<text.count
    return start > 0 && isPart(text, last) && last.count >= 2 && !last.allSatisfy { isDigit(text[$0]) }
  }

  private static func isPart(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    let hyphen = UInt8(ascii: "-")
    return (1...63).contains(range.count) && text[range.lowerBound] != hyphen && text[range.upperBound - 1] != hyphen
      && range.allSatisfy { isLetter(text[$0]) || isDigit(text[$0]) || text[$0] == hyphen || text[$0] >= 0x80 }
  }
}
