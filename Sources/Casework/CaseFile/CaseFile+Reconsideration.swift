public import Fields

extension CaseFile {
  /// `genvurdering`: what came of a complaint that was looked at again.
  public struct Reconsideration: Sendable {
    /// Where it begins.
    public var position: UInt32
    /// `klageModtaget`: the day on which the complaint was received.
    public var received: Said<CalendarDate>?
    /// `afgoerelsesdato`: the date of the decision that was complained of.
    public var decisionDate: Said<CalendarDate>?
    /// `klage`: what the complaint says.
    public var complaint: Said<String>?
    /// `udfald`: what came of it.
    public var outcome: Said<ReconsiderationOutcome>?
    /// `klagefrist`: the last day on which the complaint could be received.
    public var lastDay: Said<CalendarDate>?
    /// `forsinkelseMeddelt`: the day on which the citizen was told that the reconsideration takes longer.
    public var delayTold: Said<CalendarDate>?

    /// Creates an empty value.
    public init(position: UInt32 = 0) { self.position = position }
  }
}
