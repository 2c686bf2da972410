import Diagnostics
import Fields

/// Values in Danish writing. A number and its unit, a day and its month are kept together with a no-break space.
extension OutputBuffer {
  private static var noBreakSpace: StaticString { "\u{A0}" }

  // MARK: Numbers

  mutating func appendInteger(_ number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    appendDigits(number.magnitude)
  }

  private mutating func appendDigits(_ number: UInt) {
    if number >= 10 { appendDigits(number / 10) }
    append(UInt8(ascii: "0") + UInt8(number % 10))
  }

  private mutating func appendTwoDigits(_ number: Int) {
    append(UInt8(ascii: "0") + UInt8(number / 10 % 10))
    append(UInt8(ascii: "0") + UInt8(number % 10))
  }

  /// `1.234.567`.
  mutating func appendGrouped(_ number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    appendGroups(number.magnitude)
  }

  private mutating func appendGroups(_ number: UInt) {
    guard number >= 1000 else {
      appendDigits(number)
      return
    }
    appendGroups(number / 1000)
    append(UInt8(ascii: "."))
    append(UInt8(ascii: "0") + UInt8(number / 100 % 10))
    appendTwoDigits(Int(number % 100))
  }

  /// `2,25`; without decimals when they are zero, and without a last zero.
  mutating func appendDecimal(hundredths: Int) {
    if hundredths < 0 { append(UInt8(ascii: "-")) }
    appendDecimal(whole: hundredths.magnitude / 100, hundredths: hundredths.magnitude % 100)
  }

  private mutating func appendDecimal(whole: UInt, hundredths: UInt) {
    appendGroups(whole)
    guard hundredths != 0 else { return }
    append(UInt8(ascii: ","))
    if hundredths % 10 == 0 {
      append(UInt8(ascii: "0") + UInt8(hundredths / 10))
    } else {
      appendTwoDigits(Int(hundredths))
    }
  }

  /// `241.50`, as XML Schema writes decimals.
  mutating func appendHundredths(_ number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    appendDigits(number.magnitude / 100)
    append(UInt8(ascii: "."))
    appendTwoDigits(Int(number.magnitude % 100))
  }

  /// `1.241,50 kr.`
  mutating func appendAmount(oere: Int) {
    if oere < 0 { append(UInt8(ascii: "-")) }
    appendGroups(oere.magnitude / 100)
    append(UInt8(ascii: ","))
    appendTwoDigits(Int(oere.magnitude % 100))
    append(Self.noBreakSpace)
    append("kr.")
  }

  // MARK: Times

  /// `14 dage`, `1 dag`.
  mutating func appendDays(_ number: Int) {
    appendGrouped(number)
    append(Self.noBreakSpace)
    append(number.magnitude == 1 ? "dag" : "dage")
  }

  /// `26,14 uger`, `1 uge`.
  mutating func appendWeeks(hundredths: Int) {
    appendDecimal(hundredths: hundredths)
    append(Self.noBreakSpace)
    append(hundredths.magnitude == 100 ? "uge" : "uger")
  }

  /// `2 timer og 30 minutter`, `1 time`, `45 minutter`, `ingen timer`.
  mutating func appendTime(minutes: Int) {
    guard minutes != 0 else { return append("ingen timer") }
    if minutes < 0 { append(UInt8(ascii: "-")) }
    let hours = minutes.magnitude / 60
    let rest = minutes.magnitude % 60
    if hours > 0 {
      appendDigits(hours)
      append(Self.noBreakSpace)
      append(hours == 1 ? "time" : "timer")
      if rest > 0 { append(" og ") }
    }
    if rest > 0 {
      appendDigits(rest)
      append(Self.noBreakSpace)
      append(rest == 1 ? "minut" : "minutter")
    }
  }

  /// `2,5`: hours with at most two decimals, rounded to the nearest.
  mutating func appendHours(minutes: Int) {
    if minutes < 0 { append(UInt8(ascii: "-")) }
    let rest = (minutes.magnitude % 60 * 100 + 30) / 60
    appendDecimal(whole: minutes.magnitude / 60, hundredths: rest)
  }

  // MARK: Dates

  /// `21. november 2026`.
  mutating func appendLongDate(_ date: CalendarDate) {
    let (year, month, day) = date.parts
    appendInteger(day)
    append(UInt8(ascii: "."))
    append(Self.noBreakSpace)
    append(CalendarDate.danishName(ofMonth: month))
    append(UInt8(ascii: " "))
    appendInteger(year)
  }

  /// `mandag den 21. december 2026`.
  mutating func appendWeekdayDate(_ date: CalendarDate) {
    append(Self.weekdayName(date.weekday))
    append(" den ")
    appendLongDate(date)
  }

  /// `21-11-2026`.
  mutating func appendShortDate(_ date: CalendarDate) {
    let (year, month, day) = date.parts
    appendTwoDigits(day)
    append(UInt8(ascii: "-"))
    appendTwoDigits(month)
    append(UInt8(ascii: "-"))
    appendYear(year)
  }

  /// `2026-11-21`.
  mutating func appendISODate(_ date: CalendarDate) {
    let (year, month, day) = date.parts
    appendYear(year)
    append(UInt8(ascii: "-"))
    appendTwoDigits(month)
    append(UInt8(ascii: "-"))
    appendTwoDigits(day)
  }

  /// Four digits at least.
  private mutating func appendYear(_ year: Int) {
    if year < 0 { append(UInt8(ascii: "-")) }
    let magnitude = year.magnitude
    if magnitude >= 10_000 { appendDigits(magnitude / 10_000) }
    appendTwoDigits(Int(magnitude / 100 % 100))
    appendTwoDigits(Int(magnitude % 100))
  }

  private static func weekdayName(_ weekday: CalendarDate.Weekday) -> StaticString {
    switch weekday {
    case .monday: "mandag"
    case .tuesday: "tirsdag"
    case .wednesday: "onsdag"
    case .thursday: "torsdag"
    case .friday: "fredag"
    case .saturday: "lørdag"
    case .sunday: "søndag"
    }
  }

  // MARK: Texts

  /// `821177-1212`; anything that is not ten digits is printed as it is.
  mutating func appendCPR(_ start: UnsafePointer<UInt8>, _ length: Int, _ context: EscapeContext) {
    let digits = UnsafeBufferPointer(start: start, count: length)
    guard length == 10, digits.allSatisfy({ isDigit($0) }) else {
      appendEscaped(start, length, context)
      return
    }
    append(start, 6)
    append(UInt8(ascii: "-"))
    append(start + 6, 4)
  }

  /// The first letter as a capital: ASCII and the Latin letters of two bytes that Danish names use (æ, ø, å, é, ü …).
  mutating func appendCapitalised(_ start: UnsafePointer<UInt8>, _ length: Int, _ context: EscapeContext) {
    // A link is not running text: its first letter stays.
    guard length > 0, context != .url else { return appendEscaped(start, length, context) }
    if (0x61...0x7A).contains(start[0]) {
      append(start[0] - 0x20)
      appendEscaped(start + 1, length - 1, context)
    } else if length > 1, start[0] == 0xC3, (0xA0...0xBE).contains(start[1]), start[1] != 0xB7 {
      append(0xC3)
      append(start[1] - 0x20)
      appendEscaped(start + 2, length - 2, context)
    } else {
      appendEscaped(start, length, context)
    }
  }
}
