public import Fields

/// One of a municipality's service levels (*serviceniveau*): a span of weekly hours.
///
/// It begins above the level before it and ends at its own bound, so that hours exactly at a bound belong to the lower
/// level.
public struct ServiceLevel: Sendable, Hashable {
  /// The level's number, from 1.
  public var number: Int
  /// The most time per week; nil when there is none.
  public var upTo: WorkingTime?
  /// How many months the municipality grants at a time; nil when it has not said.
  public var maximumMonths: Int?

  /// Creates a level.
  public init(number: Int, upTo: WorkingTime? = nil, maximumMonths: Int? = nil) {
    self.number = number
    self.upTo = upTo
    self.maximumMonths = maximumMonths
  }

  /// The level that a weekly time belongs to, among levels from the lowest to the highest.
  static func fitting(_ time: WorkingTime, in levels: [ServiceLevel]) -> ServiceLevel? {
    levels.first { level in level.upTo.map { time <= $0 } ?? true }
  }

  /// The spans of days that support spends on one level without a change.
  static func runs(
    of hours: WorkingHours, in period: Period, _ levels: [ServiceLevel]
  ) -> [(level: ServiceLevel, period: Period)] {
    let pieces =
      hours.phases.isEmpty ? [HoursPhase(period: period, weekly: hours.weeklyAverage)] : hours.phases
    var runs: [(level: ServiceLevel, period: Period)] = []
    for piece in pieces {
      guard let level = fitting(piece.weekly, in: levels) else { continue }
      if let last = runs.last, last.level == level, last.period.to.adding(days: 1) == piece.period.from {
        runs[runs.count - 1].period.to = piece.period.to
      } else {
        runs.append((level, piece.period))
      }
    }
    return runs
  }
}
