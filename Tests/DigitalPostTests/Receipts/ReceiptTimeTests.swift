import DigitalPost
import Fields
import Testing

/// Moments of receipts, as clocks in Denmark show them.
@Suite struct ReceiptTimeTests {
  @Test(arguments: [
    ("2026-06-09T08:15:30.154Z", "2026-06-09", "10.15"),
    ("2026-06-09T10:15:30+02:00", "2026-06-09", "10.15"),
    ("2026-06-09T06:45:30-01:30", "2026-06-09", "10.15"),
    // Late in the evening it is tomorrow in Denmark.
    ("2026-06-08T21:59:59Z", "2026-06-08", "23.59"),
    ("2026-06-08T22:00:00Z", "2026-06-09", "00.00"),
    ("2026-12-31T23:00:00Z", "2027-01-01", "00.00"),
    // The last second of winter time and the first of summer time, and back.
    ("2026-03-29T00:59:59Z", "2026-03-29", "01.59"),
    ("2026-03-29T01:00:00Z", "2026-03-29", "03.00"),
    ("2026-10-25T00:59:59Z", "2026-10-25", "02.59"),
    ("2026-10-25T01:00:00Z", "2026-10-25", "02.00"),
    ("2024-02-29T12:00:00Z", "2024-02-29", "13.00"),
  ])
  func isToldByDanishClocks(_ text: String, _ day: String, _ clock: String) throws {
    let time = try #require(ReceiptTime(text))
    #expect(time.day.description == day)
    #expect(time.clock == clock)
  }

  @Test(arguments: [
    "", "2026-06-09", "2026-06-09T08:15:30", "2026-06-09 08:15:30Z", "2026-06-31T08:15:30Z", "2026-06-09T24:15:30Z",
    "2026-06-09T08:60:30Z", "2026-06-09T08:15:30+0200", "2026-06-09T08:15:30.Zulu", "2026-06-09T08:15Z0000000",
    "2026-06-09T08:15:30+15:00", "9. juni 2026 kl. 10.15",
    "2026-06-09T08:15:30.Z", "9999-12-31T23:59:59Z", "1999-12-31T23:59:59Z",
  ])
  func refusesAnyOtherForm(_ text: String) { #expect(ReceiptTime(text) == nil) }
}
