import Diagnostics
import Fields
import Mentorbrev
import Register
import Testing

/// The day of what a person says is that of Denmark, also late in the evening.
@Suite struct DayTests {
  @Test(arguments: [
    // Summer: half past midnight, and just before it.
    ("2026-08-24T22:30:00Z", "2026-08-25", true), ("2026-08-24T22:30:00Z", "2026-08-26", false),
    ("2026-08-24T21:59:59Z", "2026-08-25", false), ("2026-08-24T21:59:59Z", "2026-08-24", true),
    // Winter.
    ("2026-11-22T23:00:00Z", "2026-11-23", true), ("2026-11-22T22:59:59Z", "2026-11-23", false),
  ])
  func nothingIsSentOnADayThatHasNotCome(_ now: String, _ day: String, _ isPossible: Bool) throws {
    let issued = try IssuedFolder("A-1")
    let events = DocumentEvents(in: issued.output) { now }
    let day = try #require(CalendarDate(iso: day))
    if isPossible {
      #expect(try events.markSent([.named("A-1")], on: day).changed == 2)
    } else {
      let error = #expect(throws: DiagnosticsError.self) { try events.markSent([.named("A-1")], on: day) }
      #expect(error?.diagnostics.map(\.id) == ["sent-later"])
      #expect(Set(try issued.states().values) == [.issued])
    }
  }

  @Test func tellsTheDanishDayOfWhatWasSent() throws {
    let issued = try IssuedFolder("A-1")
    let events = DocumentEvents(in: issued.output) { "2026-11-22T23:30:00Z" }
    _ = try events.markSent([.named("A-1")])
    let error = #expect(throws: DiagnosticsError.self) { try events.withdraw(["A-1"], why: "Forkert.") }
    #expect(error?.diagnostics.first?.message.contains("er sendt den 2026-11-23 og") == true)
    #expect(RecordedTime("2026-06-30T22:00:00Z").day == "2026-07-01")
  }
}
