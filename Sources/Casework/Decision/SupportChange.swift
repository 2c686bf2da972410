public import Fields

/// What is changed in support that was granted (*ændring*), computed from the old values and the new ones.
public struct SupportChange: Sendable, Hashable {
  /// The first day on which the new values hold.
  public var from: CalendarDate
  /// The hours, when they change.
  public var hours: Changed<WorkingHours>?
  /// The period, when it changes.
  public var period: Changed<Period>?
  /// The goal, when it changes.
  public var goal: Changed<Goal>?
  /// The tasks, when they change.
  public var tasks: Changed<MentorTasks>?
  /// What the citizen gets less of, in the order in which a letter tells it.
  public var losses: [SupportLoss]

  /// Whether the citizen gets less: fewer hours on some day, fewer days, or fewer tasks.
  public var isBurdensome: Bool { !losses.isEmpty }

  /// Compares old values with the support as it becomes; nil when nothing differs.
  ///
  /// - Parameter before: the old values; what is nil is unchanged.
  public init?(
    from: CalendarDate, before: (hours: WorkingHours?, period: Period?, goal: Goal?, tasks: NonEmpty<MentorTask>?),
    now support: MentorSupport
  ) {
    self.from = from
    hours = Changed(before.hours, support.hours)
    period = Changed(before.period, support.period)
    goal = Changed(before.goal, support.goal)
    tasks = Changed(before.tasks.map(MentorTasks.init), MentorTasks(support.tasks)).flatMap {
      $0.before.areSame(as: $0.now) ? nil : $0
    }
    let days = SupportDays(from: from, before: before.period ?? support.period, now: support.period)
    let fewerHours = hours.map(days.daysOfFewerHours)
    losses = SupportLoss.allCases.filter { [tasks] loss in
      switch loss {
      case .hours: fewerHours == .all
      case .someHours: fewerHours == .some
      case .days: days.areLost
      case .tasks: tasks.map { $0.now.tasks.elements.count < $0.before.tasks.elements.count } == true
      }
    }
    if hours == nil, period == nil, goal == nil, tasks == nil { return nil }
  }

  /// The period, when it is shorter than it was.
  public var shorterPeriod: Changed<Period>? { losses.contains(.days) ? period : nil }

  /// What the citizen gets less of besides days, in a sentence: `færre timer med din mentor og hjælp til færre opgaver`.
  public var lossesInSentence: String? {
    let words = losses.compactMap(\.danish)
    return words.isEmpty ? nil : words.inSentence
  }

  /// Tasks that are gone, although there are not fewer: whether that is a burden cannot be computed.
  package var hasReplacedTasks: Bool {
    guard let tasks else { return false }
    return !Set(tasks.before.tasks.elements).isSubset(of: tasks.now.tasks.elements)
  }

  /// The fields that templates read.
  public static let fields = Fields<SupportChange>("aendring") {
    Field.value("fra", "Første dag med de nye værdier", \.from)
    Field.value("tilUgunst", "Borgeren får mindre") { $0.isBurdensome }
    Field.optionalRecord(
      "timetal", "Timetallet før og nu", Changed.fields("aendret-timetal", WorkingHours.fields), \.hours)
    Field.optionalRecord("periode", "Perioden før og nu", Changed.fields("aendret-periode", Period.fields), \.period)
    Field.optionalText("mindre", "Det, borgeren får mindre af, som ord i en sætning") { $0.lossesInSentence }
    Field.optionalRecord(
      "kortere", "Perioden før og nu, når den er kortere", Changed.fields("kortere-periode", Period.fields)
    ) { $0.shorterPeriod }
    Field.optionalRecord("maal", "Målet før og nu", Changed.fields("aendret-maal", Goal.fields), \.goal)
    Field.optionalRecord(
      "opgaver", "Opgaverne før og nu", Changed.fields("aendrede-opgaver", MentorTasks.fields), \.tasks)
  }
}

/// Something that a citizen gets less of by a change (*forringelse*).
public enum SupportLoss: Sendable, Hashable, CaseIterable {
  /// Fewer hours on every day.
  case hours
  /// Fewer hours on some days, and no fewer on others.
  case someHours
  /// A day of the old period that is none of the new one.
  case days
  /// Fewer tasks.
  case tasks

  /// As a sentence says it: `du får færre timer med din mentor`; a shorter period has a sentence of its own, with its days.
  var danish: String? {
    switch self {
    case .hours: "færre timer med din mentor"
    case .someHours: "færre timer med din mentor i en del af perioden"
    case .days: nil
    case .tasks: "hjælp til færre opgaver"
    }
  }
}

/// The tasks of a mentor as one value (*opgaver*).
public struct MentorTasks: Sendable, Hashable {
  /// The tasks, at least one.
  public var tasks: NonEmpty<MentorTask>

  /// Creates the tasks.
  public init(_ tasks: NonEmpty<MentorTask>) { self.tasks = tasks }

  /// Whether the mentor helps with the same, in whatever order it is written.
  func areSame(as other: MentorTasks) -> Bool {
    func counted(_ tasks: MentorTasks) -> [MentorTask: Int] {
      tasks.tasks.elements.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
    return counted(self) == counted(other)
  }

  /// The fields that templates read.
  public static let fields = Fields<MentorTasks>("opgaveliste") {
    Field.list("opgaver", "Opgaver", MentorTask.fields, nonEmpty: true, get: { $0.tasks.elements })
  }
}

/// The days on which a change can take something away: those from its first day on.
private struct SupportDays {
  var from: CalendarDate
  var before: Period
  var now: Period

  /// Whether a day of the old period is none of the new one.
  var areLost: Bool { now.to < before.to && from <= before.to || now.from > max(before.from, from) }

  /// On how many days something is so.
  enum Extent {
    case none, some, all
  }

  /// On how many of the days that both periods have the citizen has fewer hours. Hours change only where a phase begins.
  func daysOfFewerHours(_ hours: Changed<WorkingHours>) -> Extent {
    let first = max(from, before.from, now.from)
    let last = min(before.to, now.to)
    guard first <= last else { return .none }
    let starts = [hours.before, hours.now].flatMap { $0.phases.map(\.period.from) }
    let days = ([first] + starts).filter { $0 >= first && $0 <= last }
    let fewer = days.filter { hours.now.perFortnight(on: $0) < hours.before.perFortnight(on: $0) }
    return fewer.isEmpty ? .none : fewer.count == days.count ? .all : .some
  }
}

extension WorkingHours {
  /// Minutes in two weeks as they are on a day; none on a day outside the phases.
  fileprivate func perFortnight(on day: CalendarDate) -> Int {
    switch self {
    case .weekly(let time): 2 * time.minutes
    case .fortnightly(let time): time.minutes
    case .phased(let phases): 2 * (phases.elements.first { $0.period.contains(day) }?.weekly.minutes ?? 0)
    }
  }
}
