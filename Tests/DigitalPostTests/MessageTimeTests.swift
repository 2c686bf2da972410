import Casework
import Fields
import Testing

@testable import DigitalPost

/// Danish clocks, whatever the machine's are.
@Suite struct MessageTimeTests {
  private func time(_ date: String, _ clock: String) throws -> String {
    let day = try #require(CalendarDate(iso: date))
    return try MessageTime(day, try #require(ClockTime(clock))).description
  }

  @Test(arguments: [
    ("2026-01-15", "12:00", "2026-01-15T11:00:00Z"), ("2026-07-15", "12:00", "2026-07-15T10:00:00Z"),
    ("2026-07-15", "00:30", "2026-07-14T22:30:00Z"), ("2026-01-01", "00:00", "2025-12-31T23:00:00Z"),
    // The last Sunday of March and of October.
    ("2026-03-28", "23:59", "2026-03-28T22:59:00Z"), ("2026-03-29", "01:59", "2026-03-29T00:59:00Z"),
    ("2026-03-29", "03:00", "2026-03-29T01:00:00Z"), ("2026-03-29", "23:00", "2026-03-29T21:00:00Z"),
    ("2026-10-25", "01:59", "2026-10-24T23:59:00Z"), ("2026-10-25", "03:00", "2026-10-25T02:00:00Z"),
    ("2026-10-26", "00:00", "2026-10-25T23:00:00Z"), ("2024-02-29", "08:05", "2024-02-29T07:05:00Z"),
    ("1969-12-31", "12:00", "1969-12-31T11:00:00Z"),
  ])
  func isUTC(date: String, clock: String, utc: String) throws { #expect(try time(date, clock) == utc) }

  @Test(arguments: ["02:00", "02:30", "02:59"])
  func refusesAnHourThatIsSkippedOrShownTwice(clock: String) throws {
    #expect(throws: MessageTime.Gap.skipped) { try time("2026-03-29", clock) }
    #expect(throws: MessageTime.Gap.twice) { try time("2026-10-25", clock) }
  }

  @Test func aDayEndsWithItsLastSecond() throws {
    for (date, end) in [
      ("2026-06-22", "2026-06-22T21:59:59Z"), ("2026-12-21", "2026-12-21T22:59:59Z"),
      ("2026-03-29", "2026-03-29T21:59:59Z"), ("2026-10-25", "2026-10-25T22:59:59Z"),
    ] {
      #expect(MessageTime.endOfDay(try #require(CalendarDate(iso: date))).description == end)
    }
  }

  @Test func noonIsOnTheSameDayInUTC() throws {
    #expect(MessageTime.noon(try #require(CalendarDate(iso: "2026-06-08"))).description == "2026-06-08T10:00:00Z")
    #expect(MessageTime.noon(try #require(CalendarDate(iso: "2026-12-08"))).description == "2026-12-08T11:00:00Z")
  }
}
