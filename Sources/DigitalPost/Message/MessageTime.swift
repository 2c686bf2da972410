package import Casework
package import Fields

/// A moment as MeMo writes it: UTC, in whole seconds, ending in `Z`.
///
/// It is computed from a day and a time of Danish clocks; see ``SummerTime``.
package struct MessageTime: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Seconds after the beginning of 1970, UTC.
  let seconds: Int

  /// Why there is no such moment.
  package enum Gap: Error {
    /// Clocks pass over it when summer time begins.
    case skipped
    /// Clocks show it twice when summer time ends.
    case twice
  }

  /// The moment when Danish clocks show a time.
  package init(_ date: CalendarDate, _ time: ClockTime) throws(Gap) {
    if time.minutes >= 120, time.minutes < 180 {
      if date == SummerTime.changes(of: date.year).spring { throw .skipped }
      if date == SummerTime.changes(of: date.year).autumn { throw .twice }
    }
    self.init(date, minutes: time.minutes)
  }

  /// At noon, which no change of clocks comes near.
  package static func noon(_ date: CalendarDate) -> MessageTime { MessageTime(date, minutes: 12 * 60) }

  /// The last second of a day.
  package static func endOfDay(_ date: CalendarDate) -> MessageTime {
    MessageTime(seconds: MessageTime(date, minutes: 23 * 60 + 59).seconds + 59)
  }

  private init(_ date: CalendarDate, minutes: Int) {
    let (spring, autumn) = SummerTime.changes(of: date.year)
    let isSummer =
      if date == spring {
        minutes >= 180
      } else if date == autumn {
        minutes < 180
      } else {
        date > spring && date < autumn
      }
    let days = Self.epoch.days(to: date)
    seconds = days * 86_400 + (minutes - (isSummer ? 120 : 60)) * 60
  }

  private init(seconds: Int) { self.seconds = seconds }

  /// The earlier one first.
  package static func < (a: MessageTime, b: MessageTime) -> Bool { a.seconds < b.seconds }

  /// `2026-11-23T11:00:00Z`.
  package var description: String {
    let day = Int((Double(seconds) / 86_400).rounded(.down))
    let rest = seconds - day * 86_400
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(Self.epoch.adding(days: day))T\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))Z"
  }

  private static let epoch = CalendarDate(year: 1970, month: 1, day: 1)!
}
