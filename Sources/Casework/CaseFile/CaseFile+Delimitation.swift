public import Fields

extension CaseFile {
  /// `afgraensning`: what was found out about other schemes that may cover the need.
  public struct Delimitation: Sendable {
    /// Where it begins.
    public var position: UInt32
    /// `dato`: the day of the note.
    public var date: Said<CalendarDate>?
    /// `ordninger`.
    public var answers: [SchemeAnswer] = []
    /// `konklusion`: what it leads to.
    public var conclusion: Said<String>?

    /// Creates an empty value.
    public init(position: UInt32 = 0) { self.position = position }
  }

  /// One of `ordninger`: what was found out about one scheme.
  public struct SchemeAnswer: Sendable {
    /// Where it begins.
    public var position: UInt32
    /// `ordning`.
    public var scheme: Said<SupportScheme>?
    /// `svar`.
    public var coverage: Said<SchemeCoverage>?
    /// `note`.
    public var note: Said<String>?

    /// Creates an empty value.
    public init(position: UInt32 = 0) { self.position = position }
  }
}
