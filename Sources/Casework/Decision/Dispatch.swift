public import Fields

/// What sending a document takes, beside its page (*forsendelse*): from whom, to whom, and until when an answer is asked
/// for.
public struct Dispatch: Sendable {
  /// The authority.
  public var authority: Authority
  /// Whom it goes to.
  public var recipient: Recipient
  /// Where the case file says who the recipient is: `borger`, or a row of `modtagere`.
  public var recipientPath: String
  /// The last day for an answer, in a hearing.
  public var answerBy: CalendarDate?
  /// Whether it is a decision, about which a citizen can complain.
  public var isDecision: Bool
  /// Whether it goes with the recipient's letter, when there is one in the same case.
  public var isEnclosed: Bool

  /// Creates one.
  public init(
    authority: Authority, recipient: Recipient, recipientPath: String, answerBy: CalendarDate? = nil,
    isDecision: Bool = false, isEnclosed: Bool = false
  ) {
    self.authority = authority
    self.recipient = recipient
    self.recipientPath = recipientPath
    self.answerBy = answerBy
    self.isDecision = isDecision
    self.isEnclosed = isEnclosed
  }
}

/// The number by which a recipient is known in Digital Post.
public enum RecipientNumber: Sendable, Hashable {
  /// A person's.
  case person(CivilRegistrationNumber)
  /// A company's.
  case company(CompanyNumber)

  /// The digits, without dash or space.
  public var digits: String {
    switch self {
    case .person(let number): number.digits
    case .company(let number): number.digits
    }
  }
}
