public import Fields

extension CaseFile {
  /// `ophoer`: the stop of support before its period ends.
  public struct Stop: Sendable {
    /// Where it begins.
    public var position: UInt32
    /// `sidsteDag`: the last day of support.
    public var lastDay: Said<CalendarDate>?
    /// `begynderIkke`: whether the support stops before it begins, so that it has no last day.
    public var neverBegins: Said<Bool>?
    /// `grundlag`: what allows a granted support to be stopped.
    public var ground: Said<StopGround>?
    /// `videre`: what happens next.
    public var next: Said<String>?

    /// Creates an empty value.
    public init(position: UInt32 = 0) { self.position = position }
  }
}
