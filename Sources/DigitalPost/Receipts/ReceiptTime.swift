import Diagnostics
public import Fields

/// A moment that a receipt tells, to the second.
public struct ReceiptTime: Sendable, Hashable, Comparable {
  /// Seconds since 1 January 1970, UTC.
  let seconds: Int

  /// Reads `2026-06-09T08:15:30.154Z` or `2026-06-09T10:15:30+02:00`; nil when it is written in another way, above all
  /// without its zone.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, let day = CalendarDate(iso: String(text.prefix(10))), bytes[10] == UInt8(ascii: "T"),
      bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"), let hour = Self.number(bytes[11...12], below: 24),
      let minute = Self.number(bytes[14...15], below: 60), let second = Self.number(bytes[17...18], below: 61)
    else { return nil }
    var rest = bytes[19...]
    if rest.first == UInt8(ascii: ".") {
      let parts = rest.dropFirst().prefix(while: isDigit)
      guard !parts.isEmpty else { return nil }
      rest = rest[parts.endIndex...]
    }
    // Before Digital Post there was none, and a year such as 9999 stands for no time at all.
    guard (2001...2199).contains(day.year), let zone = Self.zone(rest) else {
      return nil
    }
    seconds = UTCTime.seconds(day, minutes: hour * 60 + minute) + second - zone
  }

  /// Seconds that the zone is ahead of UTC.
  private static func zone(_ bytes: ArraySlice<UInt8>) -> Int? {
    if bytes.elementsEqual("Z".utf8) { return 0 }
    let bytes = Array(bytes)
    guard bytes.count == 6, bytes[0] == UInt8(ascii: "+") || bytes[0] == UInt8(ascii: "-"),
      bytes[3] == UInt8(ascii: ":"),
      let hours = number(bytes[1...2], below: 15), let minutes = number(bytes[4...5], below: 60)
    else { return nil }
    return (hours * 3600 + minutes * 60) * (bytes[0] == UInt8(ascii: "-") ? -1 : 1)
  }

  private static func number(_ digits: ArraySlice<UInt8>, below limit: Int) -> Int? {
    guard digits.allSatisfy(isDigit) else { return nil }
    let value = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return value < limit ? value : nil
  }

  /// Orders by time.
  public static func < (a: ReceiptTime, b: ReceiptTime) -> Bool { a.seconds < b.seconds }

  /// The moment in UTC, `2026-06-09T08:15:30Z`.
  public var utc: String { UTCTime.text(seconds) }

  /// The day in Denmark, on which the citizen's deadline begins: late in the evening it is another than that of UTC.
  public var day: CalendarDate { UTCTime.day(local) }

  /// The time in Denmark, `10.15`.
  public var clock: String {
    let minutes = UTCTime.secondsOfDay(local) / 60
    return "\(minutes / 60 < 10 ? "0" : "")\(minutes / 60).\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
  }

  private var local: Int { seconds + (SummerTime.isOn(seconds) ? 7200 : 3600) }
}
