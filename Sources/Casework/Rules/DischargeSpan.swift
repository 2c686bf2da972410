import Fields

/// The days of support that count towards the six months in all around a discharge, LAB § 167, stk. 2.
///
/// Earlier support counts when it began no more than three months before the discharge, although days without support
/// lie between: the right is to six months of support, not to six months in a row. A pause does not count: on those days
/// the citizen gets none.
struct DischargeSpan {
  /// The earlier periods that are needed to reach the six months; none when the period does it by itself.
  let counted: [Period]
  /// Whether the period has days with 0 hours.
  let hasPauses: Bool
  /// The day on which six months of support have been given, when support goes on after the period without a pause.
  let enough: CalendarDate
  /// Whether the support ends before six months of it have been given.
  let isShort: Bool

  /// - Parameter support: a notice or a stop can do without the day of the discharge; then the period itself stands for it.
  init(_ period: Period, in support: CaseFile.MentorSupport?) {
    let discharge = support?.discharge?.date?.value ?? period.from
    let earliest = discharge.adding(months: -3)
    let earlier = (support?.earlierPeriods ?? []).compactMap(\.period)
      .filter { earliest <= $0.from && $0.from < period.from }.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
    let pauses = (support?.hours?.pauses ?? []).compactMap { $0.clipped(to: period) }.sorted { $0.from < $1.from }
    let alone = Self.missing(period, pauses, after: [])
    let missing = earlier.isEmpty ? alone : Self.missing(period, pauses, after: earlier)
    counted = alone > 0 ? earlier : []
    hasPauses = !pauses.isEmpty
    enough = period.to.adding(days: max(missing, 0))
    isShort = missing > 0
  }

  /// How many days of support are missing; negative when there are more than enough.
  private static func missing(_ period: Period, _ pauses: [Period], after earlier: [Period]) -> Int {
    // Days that two periods share are one day of support.
    var days = period.days - pauses.reduce(0) { $0 + $1.days }
    var free = earlier.first?.from ?? period.from
    for row in earlier {
      let (from, to) = (max(row.from, free), min(row.to, period.from.adding(days: -1)))
      if from <= to { days += from.days(to: to) + 1 }
      free = max(free, to.adding(days: 1))
    }
    var start = earlier.first?.from ?? period.from
    if earlier.isEmpty { for pause in pauses where pause.from == start { start = pause.to.adding(days: 1) } }
    // From the end of a long month, six months last through the shorter month's last day.
    let later = start.adding(months: 6)
    let last = later.parts.day == start.parts.day ? later.adding(days: -1) : later
    return start.days(to: last) + 1 - days
  }
}

extension CaseFile.Hours {
  /// The phases with 0 hours.
  fileprivate var pauses: [Period] {
    phases.compactMap { phase in
      guard phase.hours != nil || phase.minutes != nil, phase.hours?.value ?? 0 == 0, phase.minutes?.value ?? 0 == 0
      else {
        return nil
      }
      return phase.from.period(to: phase.to)
    }
  }
}

extension Period {
  /// The days that lie in another period too.
  fileprivate func clipped(to other: Period) -> Period? {
    Period(from: max(from, other.from), to: min(to, other.to))
  }
}
