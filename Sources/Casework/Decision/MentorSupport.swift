public import Fields

/// The support that is granted (*mentorstøtte*).
public struct MentorSupport: Sendable, Hashable {
  /// What it rests on, within its act.
  public enum Basis: Sendable, Hashable {
    /// LAB § 167, stk. 1.
    case ordinary
    /// LAB § 167, stk. 2: around a discharge from psychiatric admission.
    case discharge(Discharge)
    /// LAB § 167, stk. 3: at the start of an education.
    case educationStart(EducationStart)

    /// As a word.
    public var kind: SupportKind {
      switch self {
      case .ordinary: .ordinary
      case .discharge: .discharge
      case .educationStart: .educationStart
      }
    }

    /// Whether the citizen has a right to it: then neither a service level nor a budget can cut it.
    public var isRight: Bool { kind.isRight }

    /// The discharge, when it rests on one.
    public var discharge: Discharge? {
      if case .discharge(let discharge) = self { discharge } else { nil }
    }

    /// The education, when it rests on the admission to one.
    public var educationStart: EducationStart? {
      if case .educationStart(let start) = self { start } else { nil }
    }

    /// The provision that it rests on.
    var provision: String { kind.provision }

    /// The fields that templates read.
    static let fields = Fields<Basis>("grundlag") {
      Field.value("art", "Støttens art") { $0.kind }
      Field.optionalRecord("udskrivning", "Udskrivning", Discharge.fields) { $0.discharge }
      Field.optionalRecord("uddannelsesstart", "Uddannelse", EducationStart.fields) { $0.educationStart }
    }
  }

  /// What it rests on.
  public var basis: Basis
  /// What it is for, BAB § 52, nr. 1.
  public var goal: Goal
  /// What the mentor helps with, BAB § 52, nr. 3.
  public var tasks: NonEmpty<MentorTask>
  /// When, BAB § 52, nr. 4.
  public var period: Period
  /// How much, BAB § 52, nr. 5.
  public var hours: WorkingHours

  /// Creates the support.
  public init(basis: Basis, goal: Goal, tasks: NonEmpty<MentorTask>, period: Period, hours: WorkingHours) {
    self.basis = basis
    self.goal = goal
    self.tasks = tasks
    self.period = period
    self.hours = hours
  }

  /// The kind of support.
  public var kind: SupportKind { basis.kind }

  /// The discharge, when the support rests on one.
  public var discharge: Discharge? { basis.discharge }

  /// The education, when the support rests on the admission to one.
  public var educationStart: EducationStart? { basis.educationStart }

  /// The fields that templates read.
  public static let fields = Fields<MentorSupport>("mentorstoette") {
    Field.all(of: Basis.fields, \.basis)
    Field.record("maal", "Mål", Goal.fields, \.goal)
    Field.list("opgaver", "Opgaver", MentorTask.fields, nonEmpty: true, \.tasks.elements)
    Field.record("periode", "Periode", Period.fields, \.period)
    Field.record("timetal", "Timetal", WorkingHours.fields, \.hours)
  }
}

/// A discharge from psychiatric admission (*udskrivning*), LAB § 167, stk. 2.
public struct Discharge: Sendable, Hashable {
  /// The day of the discharge, as it is known when the decision is made.
  public var date: CalendarDate
  /// Whether the period is shorter than six months because the citizen wishes it.
  public var isShorterByWish: Bool
  /// Earlier support that counts towards the six months; nil when the period does without it.
  public var counted: CountedSupport?

  /// Creates a discharge.
  public init(date: CalendarDate, isShorterByWish: Bool = false, counted: CountedSupport? = nil) {
    self.date = date
    self.isShorterByWish = isShorterByWish
    self.counted = counted
  }

  /// The fields that templates read.
  public static let fields = Fields<Discharge>("udskrivning") {
    Field.value("dato", "Udskrivningsdato", \.date, .personal)
    Field.value("kortereEfterOenske", "Kortere periode efter borgerens ønske", \.isShorterByWish, .personal)
    Field.optionalRecord(
      "medregnet", "Tidligere støtte, der tæller med i de 6 måneder", CountedSupport.fields, \.counted)
  }
}

/// Earlier support around the same discharge, which counts towards the six months in all (*medregnet støtte*).
public struct CountedSupport: Sendable, Hashable {
  /// Its periods, in order of time.
  public var periods: NonEmpty<Period>

  /// Creates it from its periods.
  public init(_ periods: NonEmpty<Period>) { self.periods = periods }

  /// The fields that templates read.
  public static let fields = Fields<CountedSupport>("medregnet-stoette") {
    Field.list("perioder", "Perioder", Period.fields, nonEmpty: true, get: { $0.periods.elements })
  }
}

/// What the support aims at (*mål*).
public struct Goal: Sendable, Hashable {
  /// A job or an education.
  public var kind: GoalKind
  /// The goal in words.
  public var text: String

  /// Creates a goal.
  public init(kind: GoalKind, text: String) {
    self.kind = kind
    self.text = text
  }

  /// The fields that templates read.
  public static let fields = Fields<Goal>("maal") {
    Field.value("type", "Målets type", \.kind)
    Field.text("tekst", "Målet", \.text, .personal)
  }
}

/// One thing that the mentor helps with (*opgave*).
public struct MentorTask: Sendable, Hashable {
  /// Its nature.
  public var area: TaskArea
  /// The task in words.
  public var text: String

  /// Creates a task.
  public init(area: TaskArea, text: String) {
    self.area = area
    self.text = text
  }

  /// The fields that templates read.
  public static let fields = Fields<MentorTask>("opgave") {
    Field.value("omraade", "Opgavens område", \.area)
    Field.text("tekst", "Opgaven", \.text, .personal)
  }
}
