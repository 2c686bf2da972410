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
    let scheme = "https://"
    guard address.hasPrefix(scheme) else { return nil }
    let rest = address.utf8.dropFirst(scheme.utf8.count)
    guard let first = rest.first, Self.isLetterOrDigit(first), rest.allSatisfy(Self.isAllowed) else { return nil }
    let host = rest.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    guard host.contains(UInt8(ascii: ".")), !host.contains(UInt8(ascii: "@")) else { return nil }
    self.address = address
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    isLetterOrDigit(byte) || "-._~:/?#@!$&()*+,;=%".utf8.contains(byte)
  }
}
