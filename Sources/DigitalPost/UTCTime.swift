import Fields

/// Days and clocks of UTC in the seconds since the beginning of 1970.
enum UTCTime {
  private static let daySeconds = 86_400

  /// The seconds at a time of a day.
  static func seconds(_ day: CalendarDate, minutes: Int) -> Int { day.dayNumber * daySeconds + minutes * 60 }

  /// The day on which a second falls.
  static func day(_ seconds: Int) -> CalendarDate {
    CalendarDate(dayNumber: (seconds - (seconds < 0 ? daySeconds - 1 : 0)) / daySeconds)
  }

  /// The seconds of its day before it.
  static func secondsOfDay(_ seconds: Int) -> Int { seconds - UTCTime.seconds(day(seconds), minutes: 0) }

  /// `2026-11-23T11:00:00Z`.
  static func text(_ seconds: Int) -> String {
    let time = secondsOfDay(seconds)
    let parts = [time / 3600, time / 60 % 60, time % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "\(day(seconds))T\(parts.joined(separator: ":"))Z"
  }
}
