public import Fields

/// How many hours of support the citizen gets (*timetal*), BAB § 52, nr. 5.
public enum WorkingHours: Sendable, Hashable {
  /// The same time each week.
  case weekly(WorkingTime)
  /// A time for every second week.
  case fortnightly(WorkingTime)
  /// Phases that together fill the period, in order of time.
  case phased(NonEmpty<HoursPhase>)

  /// How the hours are set.
  public var form: HoursForm {
    switch self {
    case .weekly: .weekly
    case .fortnightly: .fortnightly
    case .phased: .phased
    }
  }

  /// The average time per week, in whole minutes.
  ///
  /// A fortnight's time is halved. Phases are weighted by their days: 28 days of 3 hours and 56 days of 1 hour and
  /// 30 minutes are 2 hours on average. The result is rounded to the nearest minute; half a minute is rounded up,
  /// to the citizen's advantage.
  public var weeklyAverage: WorkingTime {
    let (minutes, parts) = ratio
    return WorkingTime(minutes: (2 * minutes + parts) / (2 * parts))
  }

  /// Whether the average is a whole number of minutes without rounding.
  public var isAverageExact: Bool { ratio.minutes % ratio.parts == 0 }

  /// The average as a fraction.
  private var ratio: (minutes: Int, parts: Int) {
    switch self {
    case .weekly(let time): (time.minutes, 1)
    case .fortnightly(let time): (time.minutes, 2)
    case .phased(let phases):
      phases.elements.reduce((minutes: 0, parts: 0)) { sum, phase in
        (sum.minutes + phase.period.days * phase.weekly.minutes, sum.parts + phase.period.days)
      }
    }
  }

  /// The time per fortnight, when it is set so.
  public var perFortnight: WorkingTime? {
    if case .fortnightly(let time) = self { time } else { nil }
  }

  /// The phases; empty when the hours are the same all the time.
  public var phases: [HoursPhase] {
    if case .phased(let phases) = self { phases.elements } else { [] }
  }

  /// The hours of phases that together fill a period, in order of time; nil when there are none.
  ///
  /// Phases that never change the hours are the same time each week, as no document may say of them that they change.
  static func inPhases(_ phases: [HoursPhase]) -> WorkingHours? {
    guard let phases = NonEmpty(phases) else { return nil }
    let weekly = phases.first.weekly
    return phases.elements.allSatisfy { $0.weekly == weekly } ? .weekly(weekly) : .phased(phases)
  }

  /// The hours on the days of a period: of phases those that lie in it, the last of which lasts to its end.
  func within(_ period: Period) -> WorkingHours {
    let last = phases.last
    let parts = phases.compactMap { phase in
      let end = phase == last ? period.to : min(phase.period.to, period.to)
      return Period(from: max(phase.period.from, period.from), to: end).map {
        HoursPhase(period: $0, weekly: phase.weekly)
      }
    }
    return .inPhases(parts) ?? self
  }

  /// The fields that templates read.
  public static let fields = Fields<WorkingHours>("timetal") {
    Field.value("ugentligt", "Timer om ugen i gennemsnit") { $0.weeklyAverage }
    Field.value("erAfrundet", "Gennemsnittet er afrundet") { !$0.isAverageExact }
    Field.value("form", "Timernes fordeling") { $0.form }
    Field.optionalValue("prFjortenDage", "Timer hver anden uge") { $0.perFortnight }
    Field.list("faser", "Faser", HoursPhase.fields) { $0.phases }
  }
}

/// A part of the period with its own weekly hours (*fase*).
public struct HoursPhase: Sendable, Hashable {
  /// The days of the phase.
  public var period: Period
  /// The time per week in the phase; zero is a pause.
  public var weekly: WorkingTime

  /// Creates a phase.
  public init(period: Period, weekly: WorkingTime) {
    self.period = period
    self.weekly = weekly
  }

  /// The fields that templates read.
  public static let fields = Fields<HoursPhase>("fase") {
    Field.value("fra", "Fasens første dag", \.period.from)
    Field.value("til", "Fasens sidste dag", \.period.to)
    Field.value("ugentligt", "Timer om ugen", \.weekly)
    Field.value("erPause", "Pause") { $0.weekly.minutes == 0 }
  }
}
