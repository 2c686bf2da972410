public import Fields

extension CaseFile {
  /// `mentorstoette`: the support that is granted.
  public struct MentorSupport: Sendable {
    /// Where it begins.
    public var position: UInt32
    /// `art`.
    public var kind: Said<SupportKind>?
    /// `maal`.
    public var goal: Goal?
    /// `opgaver`.
    public var tasks: [Task] = []
    /// `periode`.
    public var period: Period?
    /// `timetal`.
    public var hours: Hours?
    /// `serviceniveau`: the municipality's own level, 1 to 4.
    public var serviceLevel: Said<Int>?
    /// `mentorOplyses`: how and when the citizen is told who the mentor will be.
    public var mentorToFollow: Said<String>?
    /// `udskrivning`.
    public var discharge: Discharge?
    /// `uddannelse`: the education that the citizen was admitted to.
    public var education: Education?
    /// `tidligerePerioder`.
    public var earlierPeriods: [EarlierPeriod] = []

    /// Creates an empty value.
    public init(position: UInt32 = 0) { self.position = position }
  }

  /// `maal`: the goal.
  public struct Goal: Sendable {
    /// Where it begins.
    public var position: UInt32
    /// `type`.
    public var kind: Said<GoalKind>?
    /// `tekst`.
    public var text: Said<String>?

    /// Creates an empty value.
    public init(position: UInt32 = 0) { self.position = position }
  }

  /// One of `opgaver`: a task of the mentor.
  public struct Task: Sendable {
    /// Where it begins.
    public var position: UInt32
    /// `omraade`.
    public var area: Said<TaskArea>?
    /// `tekst`.
    public var text: Said<String>?

    /// Creates an empty value.
    public init(position: UInt32 = 0) { self.position = position }
  }

  /// `periode`: from a day to a day, both included.
  public struct Period: Sendable {
    /// Where it begins.
    public var position: UInt32
    /// `fra`.
    public var from: Said<CalendarDate>?
    /// `til`.
    public var to: Said<CalendarDate>?

    /// Creates an empty value.
    public init(position: UInt32 = 0) { self.position = position }
  }

  /// `timetal`: working time per week, per fortnight, or in phases.
  public struct Hours: Sendable {
    /// Where it begins.
    public var position: UInt32
    /// `timer`: whole hours.
    public var hours: Said<Int>?
    /// `minutter`: 0 to 59.
    public var minutes: Said<Int>?
    /// `hverAndenUge`: the figures are for a fortnight.
    public var isFortnightly: Said<Bool>?
    /// `faser`.
    public var phases: [Phase] = []

    /// Creates an empty value.
    public init(position: UInt32 = 0) { self.position = position }
  }

  /// One of `faser`: working time per week in a part of the period.
  public struct Phase: Sendable {
    /// Where it begins.
    public var position: UInt32
    /// `fra`.
    public var from: Said<CalendarDate>?
    /// `til`.
    public var to: Said<CalendarDate>?
    /// `timer`: whole hours.
    public var hours: Said<Int>?
    /// `minutter`: 0 to 59.
    public var minutes: Said<Int>?

    /// Creates an empty value.
    public init(position: UInt32 = 0) { self.position = position }
  }

  /// `udskrivning`: the discharge from hospital that gives a right to a mentor.
  public struct Discharge: Sendable {
    /// Where it begins.
    public var position: UInt32
    /// `dato`: the expected day of discharge.
    public var date: Said<CalendarDate>?
    /// `regionenUnderrettet`: when the region gave notice.
    public var regionNotified: Said<CalendarDate>?
    /// `borgerSpurgt`: when the citizen was asked.
    public var citizenAsked: Said<CalendarDate>?
    /// `kortereEfterOenske`: that the citizen wishes a shorter period, in the caseworker's words.
    public var shorterByWish: Said<String>?

    /// Creates an empty value.
    public init(position: UInt32 = 0) { self.position = position }
  }
}
