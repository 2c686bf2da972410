public import Fields

extension CaseFile {
  /// `uddannelse`: the education whose start gives a right to a mentor.
  public struct Education: Sendable {
    /// Where it begins.
    public var position: UInt32
    /// `navn`.
    public var name: Said<String>?
    /// `institution`.
    public var institution: Said<String>?
    /// `kompetence`: what it qualifies for.
    public var qualification: Said<Qualification>?
    /// `optaget`: the day of admission.
    public var admitted: Said<CalendarDate>?
    /// `begynder`: its first day.
    public var begins: Said<CalendarDate>?

    /// Creates an empty value.
    public init(position: UInt32 = 0) { self.position = position }
  }
}
