public import Fields

extension CaseFile {
  /// `afgoerelse.udloeb`: what happens when a period of support runs out.
  public struct Expiry: Sendable {
    /// Where it begins.
    public var position: UInt32
    /// `nyPeriode`: whether a new period is considered.
    public var nextPeriod: Said<NextPeriod>?
    /// `vurderesSenest`: the day by which the authority makes up its mind.
    public var assessedBy: Said<CalendarDate>?
    /// `samtale`: when and where the authority talks with the citizen about it.
    public var talk: Said<String>?

    /// Creates an empty value.
    public init(position: UInt32 = 0) { self.position = position }
  }

  /// `afgoerelse.berigtigelse`: an error in an earlier letter, and what is right.
  public struct Correction: Sendable {
    /// Where it begins.
    public var position: UInt32
    /// `dokument`: the letter that was wrong, as a sentence names it: *afgørelsen om mentorstøtte*.
    public var document: Said<String>?
    /// `dato`: the day of that letter.
    public var date: Said<CalendarDate>?
    /// `rettelser`.
    public var rows: [CorrectedText] = []
    /// `varAfgoerelse`: whether that letter was a decision; so it is when nothing is said.
    public var wasDecision: Said<Bool>?
    /// `klagevejledningVarForkert`: whether the complaint guidance of that letter was wrong.
    public var guidanceWasWrong: Said<Bool>?

    /// Creates an empty value.
    public init(position: UInt32 = 0) { self.position = position }
  }

  /// One of `rettelser`: what stood in a letter, and what should have stood there.
  public struct CorrectedText: Sendable {
    /// Where it begins.
    public var position: UInt32
    /// `hvad`: what it is about.
    public var subject: Said<String>?
    /// `stod`.
    public var wrong: Said<String>?
    /// `skulleStaa`.
    public var right: Said<String>?

    /// Creates an empty value.
    public init(position: UInt32 = 0) { self.position = position }
  }
}
