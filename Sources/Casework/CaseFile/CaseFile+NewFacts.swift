public import Fields

extension CaseFile {
  /// `orientering`: what is new for the citizen, while the support stays as it was granted.
  public struct NewFacts: Sendable {
    /// Where it begins.
    public var position: UInt32
    /// `bevillingsdato`: the date of the decision that still applies.
    public var grantDate: Said<CalendarDate>?
    /// `aendringer`.
    public var rows: [NewFact] = []
    /// `grund`: why it is new.
    public var reason: Said<String>?

    /// Creates an empty value.
    public init(position: UInt32 = 0) { self.position = position }
  }

  /// One of `aendringer`: a fact as it was, and as it is.
  public struct NewFact: Sendable {
    /// Where it begins.
    public var position: UInt32
    /// `hvad`: what it is about.
    public var subject: Said<String>?
    /// `foer`.
    public var before: Said<String>?
    /// `nu`.
    public var now: Said<String>?
    /// `gaelderFra`: the first day.
    public var from: Said<CalendarDate>?

    /// Creates an empty value.
    public init(position: UInt32 = 0) { self.position = position }
  }
}
