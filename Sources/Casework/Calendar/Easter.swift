public import Fields

/// Easter Sunday, on which most Danish holidays depend.
public enum Easter {
  /// Easter Sunday (påskedag) of a year in the Gregorian calendar.
  ///
  /// The algorithm of Meeus, Jones and Butcher: whole numbers only, valid for every Gregorian year.
  public static func sunday(of year: Int) -> CalendarDate {
    let a = year % 19
    let b = year / 100
    let c = year % 100
    let d = b / 4
    let e = b % 4
    let f = (b + 8) / 25
    let g = (b - f + 1) / 3
    let h = (19 * a + b - d - g + 15) % 30
    let i = c / 4
    let k = c % 4
    let l = (32 + 2 * e + 2 * i - h - k) % 7
    let m = (a + 11 * h + 22 * l) / 451
    let month = (h + l - 7 * m + 114) / 31
    let day = (h + l - 7 * m + 114) % 31 + 1
    return .first(of: year).adding(months: month - 1).adding(days: day - 1)
  }
}

extension CalendarDate {
  /// 1 January of a year; counted from 1970, so that no year is impossible.
  static func first(of year: Int) -> CalendarDate {
    CalendarDate(dayNumber: 0).adding(months: 12 * (year - 1970))
  }
}
