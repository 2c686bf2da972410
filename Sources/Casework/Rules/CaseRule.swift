import Fields
import Lawbook
import Synchronization

/// One rule that a case is checked against: the check is here; statute, dates, severity, confidence and whether it can
/// be set aside stand in the lawbook.
struct CaseRule: Sendable {
  /// The rule's id in the lawbook.
  let id: String
  /// Whether it is checked for every date, even where the lawbook's entry does not reach.
  let isTimeless: Bool
  /// Looks at a case.
  let check: @Sendable (RuleContext) -> RuleAnswer

  init(_ id: String, isTimeless: Bool = false, _ check: @escaping @Sendable (RuleContext) -> RuleAnswer) {
    self.id = id
    self.isTimeless = isTimeless
    self.check = check
  }
}

/// What a check finds.
///
/// Its words are made when somebody asks for them: for most cases nobody does.
struct RuleAnswer: Sendable {
  typealias Words = @Sendable () -> String

  /// How it went, where there is no breach.
  let outcome: Finding.Outcome
  /// What there is to say about it, where there is no breach.
  let words: Words
  let breaches: [Breach]

  private init(_ outcome: Finding.Outcome, _ words: @escaping Words, _ breaches: [Breach] = []) {
    self.outcome = outcome
    self.words = words
    self.breaches = breaches
  }

  /// The case meets the rule.
  static func fulfilled(_ words: @autoclosure @escaping Words) -> RuleAnswer { RuleAnswer(.fulfilled, words) }

  /// The case has nothing that the rule is about.
  static func notApplicable(_ words: @autoclosure @escaping Words) -> RuleAnswer { RuleAnswer(.notApplicable, words) }

  /// What the rule needs is missing, and has been reported field by field.
  static func incomplete(_ words: @autoclosure @escaping Words) -> RuleAnswer { RuleAnswer(.refused, words) }

  /// The case breaks the rule, or may do so.
  static func breached(_ breaches: [Breach]) -> RuleAnswer { RuleAnswer(.refused, { "" }, breaches) }

  /// One breach.
  static func breach(
    _ message: String, path: String, at position: UInt32?, help: String, weight: Breach.Weight = .rule
  ) -> RuleAnswer {
    .breached([Breach(message: message, path: path, position: position, help: help, weight: weight)])
  }
}

/// One way in which a case breaks a rule.
struct Breach: Sendable {
  /// How much it matters.
  enum Weight: Sendable {
    /// A person should look at it, whatever the rule binds.
    case concern
    /// As the lawbook says: law refuses, service levels and good practice warn.
    case rule
    /// No lawful document can be made, whatever the rule binds.
    case necessity
  }

  var message: String
  var path: String
  var position: UInt32?
  var help: String
  var weight: Weight = .rule
  /// The provisions to cite instead of the rule's own; empty for none.
  var provisions: [String]?
  /// Where the position is, when not in the case file: in the profile whose standard wording the letter prints.
  var source: CaseSource?
}

extension Breach {
  /// A breach by the words of a text; the message begins with the text's name.
  init(_ text: CaseText, _ words: String, help: String, weight: Weight = .rule, provisions: [String]? = nil) {
    self.init(
      message: "\(text.name) \(words)", path: text.path, position: text.position, help: help, weight: weight,
      provisions: provisions, source: text.source)
  }
}

/// What a check can look at: the case as it was said, and the parts that could be made of it.
///
/// An object: the words of an answer may keep it.
final class RuleContext: Sendable {
  private let request: CaseRequest
  /// The kind of document.
  let kind: DocumentKind
  /// Whether the document is a paper about a contract.
  let isContract: Bool
  private let day: CalendarDate
  private let guess: DayGuess?
  /// Mandatory fields that are missing.
  let missing: Set<String>
  let parts: CaseParts

  init(_ examination: Examination, _ parts: CaseParts, date: CalendarDate, guess: DayGuess? = nil) {
    request = examination.request
    kind = examination.kind
    isContract = examination.isContract
    missing = examination.missing
    day = date
    self.guess = guess
    self.parts = parts
  }

  /// The decision's date.
  var date: CalendarDate {
    guess?.note()
    return day
  }

  var caseFile: CaseFile { request.caseFile }
  var decisionKind: DecisionKind? { request.decisionKind }
  /// The profile of the case's own authority.
  var profile: AuthorityProfile? { request.profile }

  /// What a caseworker wrote in sentences, and this document may print.
  private var written: Sentences { isContract ? request.texts.ofContracts : request.texts.ofLetters }
  /// The profile's standard wording, which letters print.
  private var standard: Sentences? { isContract ? nil : profile?.standardTexts }

  /// What this document may print in sentences.
  var freeTexts: [CaseText] { written.texts + (standard?.texts ?? []) }

  /// What this document may print in sentences, where there is some sign in it.
  func texts(with sign: TextSigns) -> [CaseText] { written.with(sign) + (standard?.with(sign) ?? []) }

  /// All texts of the case that may hold a CPR number, also those that other documents print.
  var textsHoldingNumbers: [CaseText] {
    let own = caseFile.citizen?.civilRegistrationNumber?.value.digits
    return request.texts.holdingNumbers + (standard?.with(.tenDigits) ?? []).filter { $0.holdsNumber(own) }
  }

  /// Whether any of these fields, or something in them, is missing.
  func isMissing(_ paths: String...) -> Bool {
    missing.contains { gone in paths.contains { gone == $0 || gone.hasPrefix($0 + ".") } }
  }

  // The lawbook is asked here, where it lies. Handed out, or where these are inlined, it would be copied for each rule of
  // each case, and all threads would count the references to its parts.

  /// The entry of a rule; nil when the lawbook does not have it.
  @inline(never) func entry(_ rule: String) -> RuleEntry? { request.lawbook.rule(rule) }
  /// The word that the law uses on the decision's date.
  @inline(never) func term(_ id: String) -> String? { request.lawbook.term(id, on: date) }
  /// Whether a provision can be cited on the decision's date.
  @inline(never) func knows(_ provision: String) -> Bool {
    request.lawbook.citation(provision: provision, on: date) != nil
  }
  /// The days for which the law of the document is verified on an act; nil when it is not settled at all.
  @inline(never) func verifiedSpan(_ basis: LegalBasis) -> ClosedRange<CalendarDate>? {
    request.lawbook.verifiedSpan(kind: kind.rawValue, legalBasis: basis.rawValue)
  }
  /// Why the document cannot be made on an act at all; nil when it can.
  @inline(never) func unsettledReason(_ basis: LegalBasis) -> String? {
    request.lawbook.unsettledReason(kind: kind.rawValue, legalBasis: basis.rawValue)
  }

  /// Where the period's last day stands.
  var periodEnd: UInt32? { caseFile.support?.period?.to?.position }
}

/// Stands for the date of a decision that has none, so that the rules that do not ask for it can be checked all the same: a
/// caseworker wants to hear of everything at once.
final class DayGuess: Sendable {
  private let isUsed = Atomic(false)

  /// A rule asks for the date.
  func note() { isUsed.store(true, ordering: .relaxed) }

  /// Whether a rule asked for it since this was asked last: what it says is of a day that nobody wrote.
  func takeUse() -> Bool { isUsed.exchange(false, ordering: .relaxed) }
}

/// The parts of a document that could be made from a case; nil where something was wrong.
struct CaseParts: Sendable {
  var authority: Authority?
  var caseworker: Caseworker?
  var citizen: Citizen?
  var basis: MentorSupport.Basis?
  var goal: Goal?
  var tasks: NonEmpty<MentorTask>?
  var period: Period?
  /// The first day of support that had begun before it is changed.
  var begun: CalendarDate?
  /// The period that a new one follows, in a decision about a new period.
  var earlier: Period?
  /// What a new period rests on.
  var assessment: Assessment?
  /// The period that runs out, in a notice of its end.
  var ending: Period?
  var hours: WorkingHours?
  var assignment: MentorAssignment?
  var recipients: [Addressed] = []
  /// Whether the decision refuses something or takes it away.
  var isBurdensome = false
  var complaint: ComplaintDeadline?
  /// In a paper about a contract.
  var effort: ContractEffort?

  /// Whether all of the support could be made.
  var hasSupport: Bool { basis != nil && goal != nil && tasks != nil && period != nil && hours != nil }

  /// The support, when all of it could be made.
  var support: MentorSupport? {
    guard let basis, let goal, let tasks, let period, let hours else { return nil }
    return MentorSupport(basis: basis, goal: goal, tasks: tasks, period: period, hours: hours)
  }
}
