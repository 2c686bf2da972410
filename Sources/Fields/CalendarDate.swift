import Diagnostics

/// A day in the Gregorian calendar, without a clock or a time zone.
///
/// Stored as the number of days since 1 January 1970, so that comparing and adding are single operations.
public struct CalendarDate: Sendable, Hashable, Comparable {
  /// Days since 1 January 1970; negative before.
  public let dayNumber: Int

  /// Creates the day with this number, also before year 1 and after year 9999.
  public init(dayNumber: Int) { self.dayNumber = dayNumber }

  /// Creates a day from its parts, or nil when the calendar has no such day (31 November).
  ///
  /// - Parameters:
  ///   - year: 1 to 9999.
  ///   - month: 1 to 12.
  ///   - day: 1 to the length of the month.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.length(ofMonth: month, year: year)
    else { return nil }
    self.init(dayNumber: Self.dayNumber(year: year, month: month, day: day))
  }

  /// Creates a day from `2026-11-21` (ISO 8601), or nil when it is written in another way or does not exist.
  public init?(iso text: String) {
    var text = text
    let parts = text.withUTF8 { text -> (year: Int, month: Int, day: Int)? in
      guard text.count == 10, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"),
        let year = Self.number(text[0..<4]), let month = Self.number(text[5..<7]), let day = Self.number(text[8..<10])
      else { return nil }
      return (year, month, day)
    }
    guard let parts else { return nil }
    self.init(year: parts.year, month: parts.month, day: parts.day)
  }

  private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    var value = 0
    for digit in digits {
      guard isDigit(digit) else { return nil }
      value = value * 10 + Int(digit - 0x30)
    }
    return value
  }

  /// Year, month (1-12) and day (1-31).
  public var parts: (year: Int, month: Int, day: Int) {
    // Days are counted from 1 March of year 0, so that the leap day ends the counted year.
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// The Danish name of a month, 1 to 12.
  package static func danishName(ofMonth month: Int) -> StaticString {
    switch month {
    case 1: "januar"
    case 2: "februar"
    case 3: "marts"
    case 4: "april"
    case 5: "maj"
    case 6: "juni"
    case 7: "juli"
    case 8: "august"
    case 9: "september"
    case 10: "oktober"
    case 11: "november"
    default: "december"
    }
  }

  /// The year.
  public var year: Int { parts.year }

  /// A day of the week, Monday first as in Denmark.
  public enum Weekday: Int, Sendable, CaseIterable {
    /// The seven days.
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday
  }

  /// The day of the week.
  public var weekday: Weekday {
    let index = (dayNumber + 3) % 7  // 1 January 1970 was a Thursday.
    return Weekday(rawValue: index < 0 ? index + 7 : index)!
  }

  /// The day that is this many days later, or earlier when negative.
  public func adding(days: Int) -> CalendarDate { CalendarDate(dayNumber: dayNumber + days) }

  /// The same day of the month this many months later, or the month's last day when it is shorter
  /// (31 August + 6 months is 28 or 29 February).
  public func adding(months: Int) -> CalendarDate {
    let (year, month, day) = parts
    let index = year * 12 + month - 1 + months
    // Rounded down, so that the months before year 0 are counted from 1 as well.
    let newYear = (index >= 0 ? index : index - 11) / 12
    let newMonth = index - newYear * 12 + 1
    let newDay = min(day, Self.length(ofMonth: newMonth, year: newYear))
    return CalendarDate(dayNumber: Self.dayNumber(year: newYear, month: newMonth, day: newDay))
  }

  /// The number of days from this day to another; negative when the other is earlier.
  public func days(to other: CalendarDate) -> Int { other.dayNumber - dayNumber }

  /// Orders by time.
  public static func < (a: CalendarDate, b: CalendarDate) -> Bool { a.dayNumber < b.dayNumber }

  /// The number of days in a month.
  static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func dayNumber(year: Int, month: Int, day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}

extension CalendarDate: CustomStringConvertible {
  /// ISO 8601: `2026-11-21`. A year beyond 9999 has more digits, and a year before year 0 a sign.
  public var description: String {
    let (year, month, day) = parts
    let digits = max(4, String(year.magnitude).utf8.count)
    let sign = year < 0 ? 1 : 0
    return String(unsafeUninitializedCapacity: sign + digits + 6) { buffer in
      func put(_ number: UInt, _ width: Int, at start: Int) {
        var rest = number
        for place in (start..<start + width).reversed() {
          buffer.initializeElement(at: place, to: UInt8(ascii: "0") + UInt8(rest % 10))
          rest /= 10
        }
      }
      if year < 0 { buffer.initializeElement(at: 0, to: UInt8(ascii: "-")) }
      put(year.magnitude, digits, at: sign)
      let end = sign + digits
      put(month.magnitude, 2, at: end + 1)
      put(day.magnitude, 2, at: end + 4)
      for place in [end, end + 3] { buffer.initializeElement(at: place, to: UInt8(ascii: "-")) }
      return end + 6
    }
  }
}
