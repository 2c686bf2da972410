public import Fields

extension CaseFile {
  /// One of `tidligerePerioder`: a period that was granted before.
  public struct EarlierPeriod: Sendable {
    /// Where it begins.
    public var position: UInt32
    /// `fra`.
    public var from: Said<CalendarDate>?
    /// `til`.
    public var to: Said<CalendarDate>?
    /// `begrundelse`: why it was granted, as the letter of that time said it; never printed.
    public var reasons: Said<String>?

    /// The days, when both are said, in their order.
    public var period: Casework.Period? { from.period(to: to) }

    /// Creates an empty value.
    public init(position: UInt32 = 0) { self.position = position }
  }

  /// `vurdering`: the concrete assessment that a new period rests on.
  public struct Assessment: Sendable {
    /// Where it begins.
    public var position: UInt32
    /// `opnaaet`: what was reached in the earlier period.
    public var reached: Said<String>?
    /// `resterer`: what support is still needed for.
    public var remaining: Said<String>?

    /// Creates an empty value.
    public init(position: UInt32 = 0) { self.position = position }
  }
}
