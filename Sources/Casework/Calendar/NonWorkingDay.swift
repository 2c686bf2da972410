public import Fields

/// Why a deadline cannot end on a day: it moves to the next working day.
///
/// Public holidays by law, and days that authorities treat alike. Where authorities differ (the Friday after
/// Kristi himmelfartsdag), the day counts as non-working, so that a letter never tells a citizen
/// a last day that is too early.
public enum NonWorkingDay: Sendable, Hashable, CaseIterable {
  /// Saturday or Sunday that is no holiday.
  case weekend
  /// Nytårsdag, 1 January.
  case newYearsDay
  /// Skærtorsdag, three days before Easter.
  case maundyThursday
  /// Langfredag, two days before Easter.
  case goodFriday
  /// Påskedag.
  case easterSunday
  /// 2. påskedag.
  case easterMonday
  /// Store bededag, the fourth Friday after Easter; abolished from 1 January 2024 (lov nr. 214 af 6. marts 2023).
  case prayerDay
  /// Kristi himmelfartsdag, 39 days after Easter.
  case ascensionDay
  /// The Friday after Kristi himmelfartsdag; not a holiday, and not certain.
  case dayAfterAscension
  /// Pinsedag.
  case whitSunday
  /// 2. pinsedag.
  case whitMonday
  /// Grundlovsdag, 5 June; not a holiday, treated as one.
  case constitutionDay
  /// Juleaftensdag, 24 December; not a holiday, treated as one.
  case christmasEve
  /// Juledag, 25 December.
  case christmasDay
  /// 2. juledag, 26 December.
  case boxingDay
  /// Nytårsaftensdag, 31 December; not a holiday, treated as one.
  case newYearsEve

  /// Whether the day is a holiday (helligdag) by law.
  public var isHoliday: Bool {
    switch self {
    case .weekend, .dayAfterAscension, .constitutionDay, .christmasEve, .newYearsEve: false
    default: true
    }
  }

  /// The reason why a day is not a working day, or nil for a working day.
  public init?(_ date: CalendarDate) {
    let (year, month, day) = date.parts
    switch (month, day) {
    case (1, 1): self = .newYearsDay
    case (6, 5): self = .constitutionDay
    case (12, 24): self = .christmasEve
    case (12, 25): self = .christmasDay
    case (12, 26): self = .boxingDay
    case (12, 31): self = .newYearsEve
    default:
      guard let reason = Self.movable(date, year: year) ?? Self.weekend(date) else { return nil }
      self = reason
    }
  }

  private static func movable(_ date: CalendarDate, year: Int) -> NonWorkingDay? {
    switch Easter.sunday(of: year).days(to: date) {
    case -3: .maundyThursday
    case -2: .goodFriday
    case 0: .easterSunday
    case 1: .easterMonday
    case 26 where year <= 2023: .prayerDay
    case 39: .ascensionDay
    case 40: .dayAfterAscension
    case 49: .whitSunday
    case 50: .whitMonday
    default: nil
    }
  }

  private static func weekend(_ date: CalendarDate) -> NonWorkingDay? {
    switch date.weekday {
    case .saturday, .sunday: .weekend
    default: nil
    }
  }
}

extension CalendarDate {
  /// Whether a deadline can end on this day.
  public var isWorkingDay: Bool { NonWorkingDay(self) == nil }

  /// This day, or the first working day after it.
  public var orNextWorkingDay: CalendarDate {
    var day = self
    while !day.isWorkingDay { day = day.adding(days: 1) }
    return day
  }

  /// The day that is this many working days later.
  public func adding(workingDays count: Int) -> CalendarDate {
    var day = self
    for _ in 0..<max(0, count) { day = day.adding(days: 1).orNextWorkingDay }
    return day
  }
}
