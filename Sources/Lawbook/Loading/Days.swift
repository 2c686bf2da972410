import Fields

extension CalendarDate {
  /// Before every day of the law.
  static let distantPast = CalendarDate(year: 1, month: 1, day: 1)!
  /// After every day of the law.
  static let distantFuture = CalendarDate(year: 9999, month: 12, day: 31)!
}

extension ClosedRange<CalendarDate> {
  /// `2022-01-01 to 2022-12-31`, or the day when it is one.
  var words: String { lowerBound == upperBound ? "\(lowerBound)" : "\(lowerBound) to \(upperBound)" }

  /// What is left of these days when others are taken out.
  func removing(_ other: ClosedRange<CalendarDate>) -> [ClosedRange<CalendarDate>] {
    guard overlaps(other) else { return [self] }
    var left: [ClosedRange<CalendarDate>] = []
    if lowerBound < other.lowerBound { left.append(lowerBound...other.lowerBound.adding(days: -1)) }
    if other.upperBound < upperBound { left.append(other.upperBound.adding(days: 1)...upperBound) }
    return left
  }
}
