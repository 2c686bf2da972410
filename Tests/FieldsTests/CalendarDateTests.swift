import Fields
import Testing

@Suite struct CalendarDateTests {
  /// Every day of two centuries against counting one day at a time.
  @Test func agreesWithCountingEachDay() {
    var year = 1900
    var month = 1
    var day = 1
    // 1 January 1900 was a Monday, 25,567 days before 1 January 1970.
    for (count, number) in (-25_567..<47_847).enumerated() {
      let date = CalendarDate(dayNumber: number)
      let isLeap = year % 4 == 0 && year != 1900 && year != 2100
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      guard date.parts == (year, month, day), date.weekday.rawValue == count % 7,
        CalendarDate(year: year, month: month, day: day) == date, CalendarDate(iso: date.description) == date
      else {
        Issue.record("\(year)-\(month)-\(day) is \(date)")
        return
      }
      if day < lengths[month - 1] {
        day += 1
      } else {
        #expect(CalendarDate(year: year, month: month, day: day + 1) == nil)
        day = 1
        month = month % 12 + 1
        if month == 1 { year += 1 }
      }
    }
    #expect((year, month, day) == (2101, 1, 1))
  }

  @Test(arguments: [
    "", "2026", "2026-1-01", "2026-11-31", "2023-02-29", "1900-02-29", "2026-13-01", "2026-00-01", "2026-01-00",
    "0000-01-01", "2026/01/01", "2026-01-01 ", " 2026-01-01", "2026-01-1a", "２０２６-01-01", "+026-01-01", "-026-01-01",
    "2026-01-011", "20260101",
  ])
  func refusesWhatIsNoDay(_ text: String) { #expect(CalendarDate(iso: text) == nil) }

  @Test func addsMonthsToTheLastDayAtMost() {
    func plus(_ iso: String, _ months: Int) -> String? { CalendarDate(iso: iso)?.adding(months: months).description }
    #expect(plus("2026-08-31", 6) == "2027-02-28")
    #expect(plus("2027-08-31", 6) == "2028-02-29")
    #expect(plus("2026-12-01", 6) == "2027-06-01")
    #expect(plus("2026-03-31", -1) == "2026-02-28")
    #expect(plus("2026-01-15", -13) == "2024-12-15")
  }

  /// From the last day of year 0 and of 9999, and far from both.
  @Test func reckonsBeyondTheYearsThatAreWritten() {
    let first = CalendarDate(iso: "0001-01-01")!
    let last = CalendarDate(iso: "9999-12-31")!
    #expect(first.adding(days: -1).description == "0000-12-31")
    #expect(first.adding(days: -367).description == "-0001-12-31")
    #expect(last.adding(days: 1).description == "10000-01-01")
    #expect(CalendarDate(dayNumber: -4_000_000).description == "-8982-05-17")
    #expect(CalendarDate(dayNumber: -400_000_000).description == "-1093193-03-14")
    #expect(CalendarDate(dayNumber: 400_000_000).description == "1097132-10-21")
    #expect(first.adding(months: -1).description == "0000-12-01")
    #expect(first.adding(months: -12).description == "0000-01-01")
    #expect(first.adding(months: -13).description == "-0001-12-01")
    #expect(last.adding(months: 2).description == "10000-02-29")
    for months in -30_000...30_000 where first.adding(months: months).adding(months: -months) != first {
      Issue.record("\(months) months from \(first) are \(first.adding(months: months))")
      return
    }
    #expect(CalendarDate(iso: "-0001-12-31") == nil && CalendarDate(iso: "10000-01-01") == nil)
    #expect(CalendarDate(year: 0, month: 12, day: 31) == nil && CalendarDate(year: 10_000, month: 1, day: 1) == nil)
  }

  @Test func countsAndOrdersDays() {
    let first = CalendarDate(iso: "2024-02-28")!
    #expect(first.adding(days: 2) == CalendarDate(iso: "2024-03-01"))
    #expect(first.days(to: CalendarDate(iso: "2025-02-28")!) == 366)
    #expect(first < first.adding(days: 1) && !(first < first))
    #expect(CalendarDate(dayNumber: 0).description == "1970-01-01")
  }
}
