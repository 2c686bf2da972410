import Diagnostics

/// A time of day by Danish clocks (*klokkeslæt*): `09:30`.
public struct ClockTime: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Minutes after midnight, 0 to 1439.
  public let minutes: Int

  /// Creates a time, or nil when there is none such.
  public init?(hour: Int, minute: Int) {
    guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
    minutes = hour * 60 + minute
  }

  /// Creates a time from `9:30`, `09:30` or `09.30`, or nil.
  public init?(_ text: String) {
    let parts = text.split(whereSeparator: { $0 == ":" || $0 == "." })
    guard parts.count == 2, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
      text.utf8.count == parts[0].utf8.count + 3, text.utf8.filter(isDigit).count == text.utf8.count - 1,
      let hour = Int(parts[0]), let minute = Int(parts[1])
    else { return nil }
    self.init(hour: hour, minute: minute)
  }

  /// The earlier one first.
  public static func < (a: ClockTime, b: ClockTime) -> Bool { a.minutes < b.minutes }

  /// `09:30`.
  public var description: String {
    "\(minutes < 600 ? "0" : "")\(minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
  }
}

extension ClockTime: TextValue {
  static var form: TextForm { .clock }
  init?(checked text: UnsafeBufferPointer<UInt8>, isASCII: Bool) { self.init(checkedString(text, isASCII: isASCII)) }
}
