import Casework
import DigitalPost
import Fields

/// A time of the register, which is UTC, by the clock in Denmark: shortly after midnight it is another day there.
package struct RecordedTime {
  private let text: String
  private let time: ReceiptTime?

  /// Takes a time, ISO 8601 in UTC.
  package init(_ text: String) {
    self.text = text
    time = ReceiptTime(text)
  }

  /// The day; nil for what is no time.
  var calendarDay: CalendarDate? { time?.day }

  /// The day, `2026-11-22`.
  package var day: String { time?.day.description ?? text }

  /// Day and clock, `22. november 2026 kl. 09.15`.
  var danish: String { time.map { "\($0.day.danish) kl. \($0.clock)" } ?? text }
}
