public import Fields

extension CaseFile {
  /// `kontrakt.tillaeg`: a supplement to the contract.
  public struct Supplement: Sendable {
    /// Where it begins.
    public var position: UInt32
    /// `nummer`.
    public var number: Said<Int>?
    /// `dato`: the supplement's own day.
    public var date: Said<CalendarDate>?
    /// `gaelderFra`: the first day of the new terms.
    public var from: Said<CalendarDate>?
    /// `rettelse`: whether it corrects an error in the contract.
    public var isCorrection: Said<Bool>?
    /// `tidligere`: the terms as they were.
    public var former: FormerTerms?
    /// `aendringer`: terms in words.
    public var changes: [SupplementChange] = []
    /// `aarsag`.
    public var reason: Said<String>?

    /// Creates an empty value.
    public init(position: UInt32 = 0) { self.position = position }

    /// Whether an hour costs something else from its first day. What is corrected is what the contract should have said.
    var setsRate: Bool { former?.hourlyPay != nil && isCorrection?.value != true }
  }

  /// `tidligere`: what the contract said before; what it says now is in the case's own fields.
  public struct FormerTerms: Sendable {
    /// Where it begins.
    public var position: UInt32
    /// `mentor`: the name.
    public var mentor: Said<String>?
    /// `periode`.
    public var period: Period?
    /// `timetal`: per week.
    public var hours: WeeklyTime?
    /// `pladser`.
    public var places: Said<Int>?
    /// `timeloen`.
    public var hourlyPay: Said<Amount>?
    /// `opsigelsesdage`.
    public var noticeDays: Said<Int>?

    /// Creates an empty value.
    public init(position: UInt32 = 0) { self.position = position }

    var isEmpty: Bool {
      mentor == nil && period == nil && hours == nil && places == nil && hourlyPay == nil && noticeDays == nil
    }
  }

  /// `timetal` of a former contract: a time per week and nothing else.
  public struct WeeklyTime: Sendable {
    /// Where it begins.
    public var position: UInt32
    /// `timer`: whole hours.
    public var hours: Said<Int>?
    /// `minutter`: 0 to 59.
    public var minutes: Said<Int>?

    /// Creates an empty value.
    public init(position: UInt32 = 0) { self.position = position }
  }

  /// One of `aendringer`: a term that changes, in words.
  public struct SupplementChange: Sendable {
    /// Where it begins.
    public var position: UInt32
    /// `vilkaar`.
    public var term: Said<String>?
    /// `foer`.
    public var before: Said<String>?
    /// `nu`.
    public var now: Said<String>?

    /// Creates an empty value.
    public init(position: UInt32 = 0) { self.position = position }
  }

  /// `kontrakt.ramme`: that the contract is a framework for places.
  public struct Framework: Sendable {
    /// Where it begins.
    public var position: UInt32
    /// `visitation`: who decides who gets a place, in words.
    public var admission: Said<String>?
    /// `svarfristDage`: days in which the counterpart answers.
    public var answerDays: Said<Int>?

    /// Creates an empty value.
    public init(position: UInt32 = 0) { self.position = position }
  }
}
