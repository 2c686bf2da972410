public import Diagnostics
public import Fields
public import Lawbook

/// What one rule says about one case.
public struct Finding: Sendable {
  /// How it went.
  public enum Outcome: String, Sendable, Hashable, CaseIterable {
    /// The case meets the rule.
    case fulfilled
    /// A person should look at it; the document is made.
    case warning
    /// The document cannot be made.
    case refused
    /// The case sets the rule aside with a written reason.
    case waived
    /// The rule is about something that this case does not have.
    case notApplicable

    /// What a Danish reader calls it.
    public var label: String {
      switch self {
      case .fulfilled: "opfyldt"
      case .warning: "advarsel"
      case .refused: "afvist"
      case .waived: "fraveget"
      case .notApplicable: "ikke relevant"
      }
    }
  }

  /// What the lawbook knows of the rule: id, title, severity, confidence and sources.
  public let rule: RuleEntry
  /// The day whose law was applied.
  public let date: CalendarDate
  /// How it went.
  public let outcome: Outcome
  /// What was found, in Danish; without names and CPR numbers.
  public var message: String { words() }
  private let words: RuleAnswer.Words
  /// The field that it concerns.
  public let path: String?
  /// Where that field stands.
  public let location: SourceLocation?

  init(
    rule: RuleEntry, date: CalendarDate, outcome: Outcome, words: @escaping RuleAnswer.Words, path: String? = nil,
    location: SourceLocation? = nil
  ) {
    self.rule = rule
    self.date = date
    self.outcome = outcome
    self.words = words
    self.path = path
    self.location = location
  }

  /// What the rule rests on, as it is cited on the day: `§ 167, stk. 1, i lov om en aktiv beskæftigelsesindsats`.
  public func basis(in lawbook: Lawbook) -> String { lawbook.basis(of: rule, on: date) }
}
