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
    /// `delmaal`: steps towards the goal, the most important first.
    public var subgoals: [Subgoal] = []
    /// `pladser`: how many places the hours are set for.
    public var places: Said<Int>?
    /// `timeloen`: what an hour costs, in one amount.
    public var hourlyPay: Said<Amount>?
    /// `loen`: what an hour costs, in parts.
    public var pay: ContractPay?
    /// `moms`.
    public var vat: Said<VATTerms>?
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
    /// `afloeser`: who steps in for the mentor.
    public var substitute: Contact?
    /// `opbevaringAar`: years after the one that they are about for which the counterpart keeps its papers.
    public var keepingYears: Said<Int>?
    /// `databrudTimer`: hours within which a breach of data security is told.
    public var breachHours: Said<Int>?
    /// `timeflytning`: whether hours can be moved between weeks.
    public var moving: Said<HoursMoving>?
    /// `datarolle`.
    public var dataRole: Said<DataRole>?
    /// `attester`.
    public var certificates: Certificates?
    /// `statsrefusion`: whether the contract says that the state refunds a part.
    public var stateRefund: Said<Bool>?
    /// `kanal`: how the counterpart gets its grant.
    public var channel: Said<GrantChannel>?
    /// `bevilling`: whether the case also makes the decision that grants the employer support.
    public var grantsEmployer: Said<Bool>?
    /// `tillaeg`: a supplement that changes the contract.
    public var supplement: Supplement?
    /// `ramme`: that the contract is a framework for places.
    public var framework: Framework?
    /// `saerligeVilkaar`: terms of this contract alone.
    public var special: Said<String>?

    /// Creates an empty value.
    public init(position: UInt32 = 0) { self.position = position }
  }

  /// `loen`: what an hour of the mentor costs, part by part, or as a fee.
  public struct ContractPay: Sendable {
    /// Where it begins.
    public var position: UInt32
    /// `grundloen`.
    public var wage: Said<Amount>?
    /// `feriepenge`.
    public var holidayPay: Said<Amount>?
    /// `pension`.
    public var pension: Said<Amount>?
    /// `andreBidrag`.
    public var contributions: Said<Amount>?
    /// `andreBidragTekst`.
    public var contributionsText: Said<String>?
    /// `honorar`.
    public var fee: Said<Amount>?
    /// `grundlag`: how the amount was found.
    public var basis: Said<WageBasis>?

    /// Creates an empty value.
    public init(position: UInt32 = 0) { self.position = position }
  }

  /// `attester`: certificates that the municipality itself asks for.
  public struct Certificates: Sendable {
    /// Where it begins.
    public var position: UInt32
    /// `straffeattest`.
    public var criminalRecord: Said<Bool>?
    /// `boerneattest`.
    public var children: Said<Bool>?

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
    /// `sendesDage`: days to send the invoice.
    public var sendingDays: Said<Int>?
    /// `afvisesMaaneder`: months after which a late invoice may be turned away.
    public var refusalMonths: Said<Int>?
    /// `reference`: what else the invoice is marked with.
    public var reference: Said<String>?

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
