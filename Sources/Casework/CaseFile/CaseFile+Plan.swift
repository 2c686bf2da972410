public import Fields

extension CaseFile {
  /// One of `minPlan.aendringer`: an entry of the plan's change log.
  public struct PlanChange: Sendable {
    /// Where it begins.
    public var position: UInt32
    /// `dato`.
    public var date: Said<CalendarDate>?
    /// `hvad`.
    public var text: Said<String>?
    /// `af`: who made the change.
    public var author: Said<String>?

    /// Creates an empty value.
    public init(position: UInt32 = 0) { self.position = position }
  }

  /// `minPlan.opfoelgning`: how far the support has come.
  public struct FollowUp: Sendable {
    /// Where it begins.
    public var position: UInt32
    /// `dato`: the day of the follow-up.
    public var date: Said<CalendarDate>?
    /// `maal`: how far the goal is reached.
    public var goal: Progress?
    /// `opgaver`: how far each task has come, in the order of the tasks.
    public var tasks: [Progress] = []
    /// `naeste`: the day of the next follow-up.
    public var next: Said<CalendarDate>?

    /// Creates an empty value.
    public init(position: UInt32 = 0) { self.position = position }
  }

  /// `maal` and each of `opgaver` in a follow-up.
  public struct Progress: Sendable {
    /// Where it begins.
    public var position: UInt32
    /// `status`.
    public var status: Said<ProgressStatus>?
    /// `note`.
    public var note: Said<String>?

    /// Creates an empty value.
    public init(position: UInt32 = 0) { self.position = position }
  }
}
