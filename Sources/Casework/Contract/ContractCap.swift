public import Fields

/// The most that a contract can cost (*loft*): hours times weeks times rate.
///
/// Weeks are the period's days divided by seven; the average hours a week are those of ``WorkingHours``. The whole time, on
/// all places, is rounded once, to the nearest minute, half a minute up; the amount once, to the nearest øre, half an øre up.
public struct ContractCap: Sendable, Hashable {
  /// The days of the period.
  public var days: Int
  /// The most time for a person, or on all places.
  public var wholeTime: WorkingTime
  /// The most that is paid for time.
  public var amount: Amount
  /// The grant for a course, when there is one.
  public var training: Amount?

  /// Computes the cap of an effort at a rate.
  ///
  /// - Parameters:
  ///   - effort: the hours and their period.
  ///   - rate: the amount for an hour.
  ///   - training: the grant for a course.
  ///   - period: the days that the cap is about; the effort's own when nil.
  public init(effort: ContractEffort, rate: Amount, training: Amount? = nil, in period: Period? = nil) {
    let period = period ?? effort.period
    let (minutes, parts) = effort.hours.total(in: period)
    days = period.days
    wholeTime = WorkingTime(minutes: (2 * minutes * (effort.places ?? 1) + parts) / (2 * parts))
    amount = Amount(oere: (2 * wholeTime.minutes * rate.oere + 60) / 120)
    self.training = training
  }

  /// The weeks of the period, to two decimals, half a hundredth up.
  public var weeks: Decimal2 { Decimal2(hundredths: (200 * days + 7) / 14) }
  /// Whether the weeks are rounded.
  public var areWeeksRounded: Bool { !days.isMultiple(of: 7) }
  /// The most that is paid at all.
  public var total: Amount { Amount(oere: amount.oere + (training?.oere ?? 0)) }

  /// The fields that templates read.
  public static let fields = Fields<ContractCap>("loft") {
    Field.value("dage", "Periodens dage", \.days)
    Field.value("uger", "Periodens uger") { $0.weeks }
    Field.value("ugerErAfrundet", "Ugerne er afrundet") { $0.areWeeksRounded }
    Field.value("tidIAlt", "Højst timer på alle pladser", \.wholeTime)
    Field.value("beloeb", "Højst for timerne", \.amount)
    Field.optionalValue("kursus", "Højst for kurset", \.training)
    Field.value("iAlt", "Højst i alt") { $0.total }
  }
}

extension WorkingHours {
  /// All minutes of a period, as a fraction: weekly time runs evenly over the days.
  func total(in period: Period) -> (minutes: Int, parts: Int) {
    switch self {
    case .weekly(let time): (time.minutes * period.days, 7)
    case .fortnightly(let time): (time.minutes * period.days, 14)
    case .phased(let phases):
      (phases.elements.reduce(0) { $0 + $1.period.days(in: period) * $1.weekly.minutes }, 7)
    }
  }
}

extension Period {
  /// How many of its days lie in another period.
  fileprivate func days(in other: Period) -> Int {
    Period(from: max(from, other.from), to: min(to, other.to))?.days ?? 0
  }
}
