public import Fields

extension CaseFile {
  /// `aendring`: a change of support that is already granted.
  public struct Change: Sendable {
    /// Where it begins.
    public var position: UInt32
    /// `fra`: the first day on which the new values hold.
    public var from: Said<CalendarDate>?
    /// `foer`: the old values of what changes.
    public var before: Before?

    /// Creates an empty value.
    public init(position: UInt32 = 0) { self.position = position }
  }

  /// `foer`: the old values; what is left out is unchanged.
  public struct Before: Sendable {
    /// Where it begins.
    public var position: UInt32
    /// `maal`.
    public var goal: Goal?
    /// `opgaver`.
    public var tasks: [Task] = []
    /// `periode`.
    public var period: Period?
    /// `timetal`.
    public var hours: Hours?

    /// Creates an empty value.
    public init(position: UInt32 = 0) { self.position = position }
  }
}
