public import Fields

extension CaseFile {
  /// `kontrakt`: the contract with the mentor or the mentor's employer.
  public struct Contract: Sendable {
    /// Where it begins.
    public var position: UInt32
    /// `dato`.
    public var date: Said<CalendarDate>?
    /// `maal`: the goal, in words for the mentor's employer.
    public var goal: Goal?
    /// `opgaver`: the tasks, in words for the mentor's employer.
    public var tasks: [Task] = []
    /// `pladser`: how many places the hours are set for.
    public var places: Said<Int>?
    /// `timeloen`: pay per hour.
    public var hourlyPay: Said<Amount>?
    /// `udoverSaedvanligOplaering`: what goes beyond the training that is usual there.
    public var beyondUsualTraining: Said<String>?
    /// `afgoerendeFor`: what the mentor is decisive for.
    public var decisiveFor: Said<String>?
    /// `uddannelsestilskud`.
    public var trainingGrant: TrainingGrant?
    /// `fakturering`.
    public var invoicing: Invoicing?
    /// `opsigelse`.
    public var termination: Termination?

    /// Creates an empty value.
    public init(position: UInt32 = 0) { self.position = position }
  }

  /// `uddannelsestilskud`: a grant for the mentor's own training.
  public struct TrainingGrant: Sendable {
    /// Where it begins.
    public var position: UInt32
    /// `kursus`.
    public var course: Said<String>?
    /// `beloeb`.
    public var amount: Said<Amount>?

    /// Creates an empty value.
    public init(position: UInt32 = 0) { self.position = position }
  }

  /// `fakturering`: how often the employer sends an invoice, and when it is paid.
  public struct Invoicing: Sendable {
    /// Where it begins.
    public var position: UInt32
    /// `hyppighed`.
    public var interval: Said<InvoiceInterval>?
    /// `fristDage`: days to pay.
    public var paymentDays: Said<Int>?

    /// Creates an empty value.
    public init(position: UInt32 = 0) { self.position = position }
  }

  /// `opsigelse`: how the contract is ended.
  public struct Termination: Sendable {
    /// Where it begins.
    public var position: UInt32
    /// `dage`: days of notice.
    public var days: Said<Int>?

    /// Creates an empty value.
    public init(position: UInt32 = 0) { self.position = position }
  }
}
