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
    let local = UTCTime.seconds(date, minutes: minutes)
    seconds = local - (SummerTime.isOn(local - 7200) ? 7200 : 3600)
  }

  private init(seconds: Int) { self.seconds = seconds }

  /// The earlier one first.
  package static func < (a: MessageTime, b: MessageTime) -> Bool { a.seconds < b.seconds }

  /// `2026-11-23T11:00:00Z`.
  package var description: String { UTCTime.text(seconds) }
}
