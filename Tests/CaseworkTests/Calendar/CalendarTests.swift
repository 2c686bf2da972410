import Casework
import Fields
import Testing

@Suite struct EasterTests {
  @Test(
    arguments: [
      "2023-04-09", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01", "2030-04-21",
    ] as [CalendarDate])
  func findsEasterSunday(_ day: CalendarDate) { #expect(Easter.sunday(of: day.year) == day) }

  @Test func knowsTheEarliestAndTheLatestEaster() {
    #expect(Easter.sunday(of: 1818) == "1818-03-22")
    #expect(Easter.sunday(of: 1943) == "1943-04-25")
  }

  @Test func isAlwaysASunday() {
    for year in 1...9999 { #expect(Easter.sunday(of: year).weekday == .sunday) }
  }
}

@Suite struct NonWorkingDayTests {
  @Test func listsTheHolidaysOf2027() {
    let days = (0..<365).map { ("2027-01-01" as CalendarDate).adding(days: $0) }
    let holidays = days.filter { NonWorkingDay($0)?.isHoliday == true }
    #expect(
      holidays == [
        "2027-01-01", "2027-03-25", "2027-03-26", "2027-03-28", "2027-03-29", "2027-05-06", "2027-05-16",
        "2027-05-17", "2027-12-25", "2027-12-26",
      ])
  }

  @Test func keepsPrayerDayUntil2023() {
    #expect(NonWorkingDay("2023-05-05") == .prayerDay)
    #expect(NonWorkingDay("2024-04-26") == nil)
  }

  @Test(
    arguments: [
      ("2026-06-05", .constitutionDay), ("2026-12-24", .christmasEve), ("2026-12-31", .newYearsEve),
      ("2027-05-07", .dayAfterAscension), ("2026-11-21", .weekend),
    ] as [(CalendarDate, NonWorkingDay)])
  func treatsSomeOtherDaysAlike(_ day: CalendarDate, _ reason: NonWorkingDay) {
    #expect(NonWorkingDay(day) == reason)
    #expect(!day.isWorkingDay)
  }

  @Test func worksOnTheFirstOfMay() { #expect(("2026-05-01" as CalendarDate).isWorkingDay) }
}

@Suite struct ComplaintDeadlineTests {
  @Test(
    arguments: [
      ("2026-11-23", "2026-12-21"), ("2026-11-27", "2026-12-28"), ("2026-11-26", "2026-12-28"),
      ("2026-12-03", "2027-01-04"), ("2026-12-04", "2027-01-04"), ("2027-02-25", "2027-03-30"),
      ("2027-04-08", "2027-05-10"),
    ] as [(CalendarDate, CalendarDate)])
  func endsFourWeeksAfterReceiptOnAWorkingDay(_ received: CalendarDate, _ last: CalendarDate) {
    #expect(ComplaintDeadline(received: received).lastDay == last)
  }

  @Test func countsFromASundayInDigitalPost() {
    let received = PresumedReceipt.day(sent: "2026-11-22", by: .digital)
    #expect(received == "2026-11-22")
    #expect(ComplaintDeadline(received: received).lastDay == "2026-12-21")
  }

  @Test func presumesPaperAfterSixWeekdays() {
    let received = PresumedReceipt.day(sent: "2026-11-23", by: .paper)
    #expect(received == "2026-12-01")
    #expect(ComplaintDeadline(received: received).lastDay == "2026-12-29")
  }

  @Test func doesNotCountHolidaysForPaper() {
    #expect(PresumedReceipt.day(sent: "2026-12-21", by: .paper) == "2027-01-04")
  }

  @Test func survivesTheLastDayOfTheCalendar() {
    #expect(ComplaintDeadline(received: "9999-12-31").lastDay.dayNumber > 0)
  }
}
