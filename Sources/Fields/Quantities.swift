/// A length of working time in whole minutes, such as 2 hours and 30 minutes a week.
public struct WorkingTime: Sendable, Hashable, Comparable {
  /// Minutes; never negative in a lawful case.
  public var minutes: Int

  /// Creates a time from minutes.
  public init(minutes: Int) { self.minutes = minutes }

  /// Creates a time from hours and minutes.
  public init(hours: Int, minutes: Int = 0) { self.minutes = hours * 60 + minutes }

  /// Orders by length.
  public static func < (a: WorkingTime, b: WorkingTime) -> Bool { a.minutes < b.minutes }
}

/// An amount of Danish money, in whole øre.
public struct Amount: Sendable, Hashable, Comparable {
  /// Øre; 100 øre are one krone.
  public var oere: Int

  /// Creates an amount from øre.
  public init(oere: Int) { self.oere = oere }

  /// Orders by size.
  public static func < (a: Amount, b: Amount) -> Bool { a.oere < b.oere }
}

/// A number with two decimals, such as 2.25, stored as hundredths.
public struct Decimal2: Sendable, Hashable, Comparable {
  /// Hundredths: 225 is 2.25.
  public var hundredths: Int

  /// Creates a number from hundredths.
  public init(hundredths: Int) { self.hundredths = hundredths }

  /// Orders by size.
  public static func < (a: Decimal2, b: Decimal2) -> Bool { a.hundredths < b.hundredths }
}

/// An `https:` address that may stand in a link: checked when it is read, so that a template can print it safely.
public struct Link: Sendable, Hashable {
  /// The address, beginning with `https://`, in characters that a URL may hold.
  public let address: String

  /// Creates a link, or nil when the text is not an `https` address with a host and without spaces, quotes,
  /// brackets or control characters.
  public init?(_ address: String) {
    var text = address
    guard text.withUTF8(Self.isLink) else { return nil }
    self.address = text
  }

  private static func isLink(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let scheme: StaticString = "https://"
    guard text.count > 8, isLetterOrDigit(text[8]) else { return false }
    for index in 0..<8 where text[index] != scheme.utf8Start[index] { return false }
    var isInHost = true
    var hasDot = false
    for index in 8..<text.count {
      let byte = text[index]
      if isLetterOrDigit(byte) { continue }
      if isInHost {
        switch byte {
        case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): isInHost = false
        case UInt8(ascii: "."): hasDot = true
        case UInt8(ascii: "@"): return false
        default: break
        }
      }
      if !isSign(byte) { return false }
    }
    return hasDot
  }

  /// One of `-._~:/?#@!$&()*+,;=%`: a bit for each byte from 0x20 to 0x5F, and the tilde.
  private static func isSign(_ byte: UInt8) -> Bool {
    let signs: UInt64 = 0x1_AC00_FF7A
    return byte == UInt8(ascii: "~") || byte == UInt8(ascii: "_")
      || byte &- 0x20 < 0x40 && signs >> (byte &- 0x20) & 1 == 1
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
