public import Fields

extension CaseFile {
  /// `mentorskifte`: that another person becomes the citizen's mentor, while the support stays as it was granted.
  public struct MentorChange: Sendable {
    /// Where it begins.
    public var position: UInt32
    /// `fra`: the new mentor's first day.
    public var from: Said<CalendarDate>?
    /// `bevillingsdato`: the date of the decision that still applies.
    public var grantDate: Said<CalendarDate>?
    /// `tidligereMentor`: the name of the mentor who stops.
    public var formerMentor: Said<String>?
    /// `aarsag`: why there is another mentor.
    public var reason: Said<String>?
    /// `foerste`: that the citizen has had no mentor before.
    public var isFirst: Said<Bool>?

    /// Creates an empty value.
    public init(position: UInt32 = 0) { self.position = position }
  }
}
