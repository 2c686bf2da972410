public import Fields

/// What the mentor does, in words that anybody may read (*indsats*): goal, tasks, period, hours.
///
/// Goal and tasks are those of `kontrakt`, never the citizen's own of `mentorstoette`.
public struct ContractEffort: Sendable, Hashable {
  /// What the effort aims at.
  public var goal: Goal
  /// What the mentor helps with.
  public var tasks: NonEmpty<MentorTask>
  /// When, both days included.
  public var period: Period
  /// How much: for a person, or for each place.
  public var hours: WorkingHours
  /// How many places the hours are set for, LAB § 169, stk. 4; nil when they are set for a person.
  public var places: Int?

  /// Creates an effort.
  public init(goal: Goal, tasks: NonEmpty<MentorTask>, period: Period, hours: WorkingHours, places: Int? = nil) {
    self.goal = goal
    self.tasks = tasks
    self.period = period
    self.hours = hours
    self.places = places
  }

  /// The days of the period from a day on; nil when it has ended by then.
  func rest(from day: CalendarDate) -> Period? { Period(from: max(day, period.from), to: period.to) }

  /// Whether the hours are set for a person or for places.
  public var measure: EffortMeasure { places == nil ? .person : .place }

  /// The fields that templates read.
  public static let fields = Fields<ContractEffort>("indsats") {
    Field.record("maal", "Mål", Goal.openFields, \.goal)
    Field.list("opgaver", "Opgaver", MentorTask.openFields, nonEmpty: true, \.tasks.elements)
    Field.record("periode", "Periode", Period.fields, \.period)
    Field.record("timetal", "Timetal", WorkingHours.fields, \.hours)
    Field.value("omfang", "Timetallet gælder") { $0.measure }
    Field.optionalValue("pladser", "Antal pladser", \.places)
  }
}

/// What the hours are set for (omfang), LAB § 169, stk. 3 and 4.
public enum EffortMeasure: String, ChoiceValue {
  /// One person.
  case person
  /// Each of some places, whoever has them.
  case place = "plads"

  /// The choice's name in templates.
  public static let choiceName = "omfang"

  /// What the word means.
  public var label: String {
    switch self {
    case .person: "en person"
    case .place: "en plads"
    }
  }

  /// Places have a number.
  public var implies: [String] { self == .place ? ["pladser"] : [] }
}
