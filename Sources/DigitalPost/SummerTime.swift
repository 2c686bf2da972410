import Fields

/// Summer time in Denmark: from the last Sunday of March to the last Sunday of October, both at 01:00 UTC (directive
/// 2000/84/EC).
///
/// Computed here, so that nothing depends on the time zone of the machine or on its files about time zones.
enum SummerTime {
  /// Whether it is on, so many seconds after the beginning of 1970, UTC.
  static func isOn(_ seconds: Int) -> Bool {
    let (spring, autumn) = changes(of: UTCTime.day(seconds).parts.year)
    return (UTCTime.seconds(spring, minutes: 60)..<UTCTime.seconds(autumn, minutes: 60)).contains(seconds)
  }

  /// The days on which clocks are changed.
  static func changes(of year: Int) -> (spring: CalendarDate, autumn: CalendarDate) {
    (lastSunday(of: 3, year), lastSunday(of: 10, year))
  }

  private static func lastSunday(of month: Int, _ year: Int) -> CalendarDate {
    var day = CalendarDate(year: year, month: month, day: 31)!
    while day.weekday != .sunday { day = day.adding(days: -1) }
    return day
  }
}
