public import Fields

/// A span of days, first and last included (*periode*).
public struct Period: Sendable, Hashable {
  /// The first day.
  public var from: CalendarDate
  /// The last day.
  public var to: CalendarDate

  /// Creates a period, or nil when it ends before it begins.
  public init?(from: CalendarDate, to: CalendarDate) {
    guard from <= to else { return nil }
    self.from = from
    self.to = to
  }

  /// The number of days, first and last included.
  public var days: Int { from.days(to: to) + 1 }

  /// Whether a day lies in the period.
  public func contains(_ day: CalendarDate) -> Bool { from <= day && day <= to }

  /// Whether two periods share a day.
  public func overlaps(_ other: Period) -> Bool { from <= other.to && other.from <= to }

  /// The last day of a period of whole months that begins on the same day.
  ///
  /// Six months from 1 December end on 31 May. From the last days of a long month the shorter month's last day
  /// limits it: six months from 31 August end on 27 February.
  public func lastDay(ofMonths months: Int) -> CalendarDate { from.adding(months: months).adding(days: -1) }

  /// The fields that templates read.
  public static let fields = Fields<Period>("periode") {
    Field.value("fra", "Første dag", \.from)
    Field.value("til", "Sidste dag", \.to)
  }
}

extension Said<CalendarDate>? {
  /// The period that two days make when both are said, in their order.
  func period(to last: Said<CalendarDate>?) -> Period? {
    flatMap { from in last.flatMap { Period(from: from.value, to: $0.value) } }
  }
}
