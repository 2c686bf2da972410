public import Fields

/// Support that was granted before, and goes on although more is refused (*fortsat støtte*).
public struct ContinuingSupport: Sendable, Hashable {
  /// Its periods: the one that runs, and those that begin later, in order of time.
  public var periods: NonEmpty<Period>

  /// Creates it from its periods.
  public init(_ periods: NonEmpty<Period>) { self.periods = periods }

  /// The fields that templates read.
  public static let fields = Fields<ContinuingSupport>("fortsat-stoette") {
    Field.list("perioder", "Perioder", Period.fields, nonEmpty: true, get: { $0.periods.elements })
  }
}

extension Examination {
  /// What the citizen has on the day of the decision and after it. Of several rows that run on that day the longest counts.
  func continuingSupport() -> ContinuingSupport? {
    guard let date else { return nil }
    let granted = (caseFile.support?.earlierPeriods ?? []).compactMap { row in
      row.from.flatMap { from in row.to.flatMap { Period(from: from.value, to: $0.value) } }
    }
    let running = granted.filter { $0.contains(date) }.max { $0.to < $1.to }
    let later = granted.filter { $0.from > date }.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
    return NonEmpty([running].compactMap(\.self) + later).map(ContinuingSupport.init)
  }
}
