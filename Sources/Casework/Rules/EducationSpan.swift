import Fields

/// The days on which a citizen can use the right to support at the start of an education, LAB § 167, stk. 3: up to six
/// months from the day on which it is first used.
///
/// Days without support do not make it longer: the law counts from that first day.
struct EducationSpan {
  /// The day on which the right is first used.
  let first: CalendarDate
  /// The last day of the right.
  let last: CalendarDate
  private let end: CalendarDate

  /// - Parameter support: earlier support since the admission is use of the right. A notice or a stop can do without the day
  ///   of admission; then the period itself stands for the first use.
  init(_ period: Period, in support: CaseFile.MentorSupport?) {
    let admitted = support?.education?.admitted?.value ?? period.from
    let earlier = (support?.earlierPeriods ?? []).compactMap(\.from?.value).filter { admitted <= $0 }
    first = earlier.min().map { min($0, period.from) } ?? period.from
    last = first.adding(months: 6).adding(days: -1)
    end = period.to
  }

  /// Whether the support ends before the right does.
  var isShort: Bool { end < last }
}
