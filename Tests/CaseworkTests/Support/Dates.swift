public import Fields

extension CalendarDate: ExpressibleByStringLiteral {
  /// `2026-11-23` in a test.
  public init(stringLiteral value: String) { self = CalendarDate(iso: value) ?? CalendarDate(dayNumber: 0) }
}
