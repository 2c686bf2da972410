public import Fields

/// What the parties agree besides who, what and when (*vilkår*).
public struct ContractTerms: Sendable, Hashable {
  /// Both statements of LAB § 169, stk. 1, when the mentor is an employee of a company or an institution.
  public var relation: ContractRelation
  /// What an hour costs.
  public var rate: HourlyRate
  /// Whether a supplement sets that rate, and the contract another.
  public var hasNewRate: Bool
  /// What the contract costs at most.
  public var cap: ContractCap
  /// The grant for the mentor's course.
  public var training: TrainingSubsidy?
  /// What is agreed about VAT.
  public var vat: VATTerms
  /// How the counterpart gets the grant that the contract rests on.
  public var grantPath: GrantPath
  /// When invoices are sent and paid.
  public var invoicing: InvoicingTerms
  /// Days of notice.
  public var noticeDays: Int
  /// Who steps in for the mentor, when that is known.
  public var substitute: ContractContact?
  /// Who answers for personal data.
  public var dataRole: DataRole
  /// Whether the municipality asks for a criminal record certificate.
  public var needsCriminalRecord: Bool
  /// Whether the municipality asks for a certificate for work with children.
  public var needsChildCertificate: Bool
  /// Whether the municipality claims state refund for its cost, LAB § 197, nr. 1.
  public var hasStateRefund: Bool
  /// Whether hours can be moved between weeks.
  public var moving: HoursMoving
  /// Years for which the counterpart keeps its papers, when the parties have agreed on a number.
  public var keepingYears: Int?
  /// Hours within which a breach of data security is told, when the parties have agreed on a number.
  public var breachHours: Int?
  /// When the mentor reports midway and before the end.
  public var reporting: ReportingDays
  /// Terms of this contract alone.
  public var special: String?

  /// The fields of a case that it is made of, and the channel by which the employer gets the grant that they rest on.
  static let inputs = [
    "timeloen", "loen", "moms", "udoverSaedvanligOplaering", "afgoerendeFor", "uddannelsestilskud", "fakturering",
    "opsigelse", "afloeser", "timeflytning", "datarolle", "attester", "statsrefusion", "kanal", "opbevaringAar",
    "databrudTimer", "saerligeVilkaar",
  ].map { "kontrakt.\($0)" }

  /// The fields that templates read.
  public static let fields = Fields<ContractTerms>("kontraktvilkaar") {
    Field.value("forhold", "Kontraktforhold") { $0.relation.kind }
    Field.optionalRecord("betingelser", "Betingelser for støtten", EmployerConditions.fields) { $0.relation.conditions }
    Field.record("sats", "Timesats", HourlyRate.fields, \.rate)
    Field.value("satsErNy", "Timesatsen er tillæggets", \.hasNewRate)
    Field.record("loft", "Loft", ContractCap.fields, \.cap)
    Field.optionalRecord("uddannelsestilskud", "Uddannelsestilskud", TrainingSubsidy.fields, \.training)
    Field.value("moms", "Moms", \.vat)
    Field.value("bevillingsvej", "Bevillingens vej", \.grantPath)
    Field.record("fakturering", "Fakturering", InvoicingTerms.fields, \.invoicing)
    Field.value("opsigelsesdage", "Varsel i dage", \.noticeDays)
    Field.optionalRecord("afloeser", "Afløser", ContractContact.fields, \.substitute)
    Field.value("datarolle", "Rolle for personoplysninger", \.dataRole)
    Field.value("straffeattest", "Straffeattest", \.needsCriminalRecord)
    Field.value("boerneattest", "Børneattest", \.needsChildCertificate)
    Field.value("statsrefusion", "Statsrefusion", \.hasStateRefund)
    Field.value("timeflytning", "Flytning af timer", \.moving)
    Field.optionalValue("opbevaringAar", "Opbevaring i år", \.keepingYears)
    Field.optionalValue("databrudTimer", "Timer til besked om databrud", \.breachHours)
    Field.record("status", "Status", ReportingDays.fields, \.reporting)
    Field.optionalText("saerligeVilkaar", "Særlige vilkår", \.special)
  }
}

/// Who employs or engages the mentor, with what law demands of it.
public enum ContractRelation: Sendable, Hashable {
  /// A company, LAB § 169.
  case company(EmployerConditions)
  /// An education institution, LAB § 169.
  case educationInstitution(EmployerConditions)
  /// An external consultant, LAB § 170.
  case external
  /// The municipality, LAB § 170.
  case municipality

  /// Which of them.
  public var kind: ContractRelationKind {
    switch self {
    case .company: .company
    case .educationInstitution: .educationInstitution
    case .external: .external
    case .municipality: .municipality
    }
  }

  /// The statements, where law demands them.
  public var conditions: EmployerConditions? {
    switch self {
    case .company(let conditions), .educationInstitution(let conditions): conditions
    case .external, .municipality: nil
    }
  }
}

/// Who employs or engages the mentor, as a word for templates (kontraktforhold).
public enum ContractRelationKind: String, ChoiceValue {
  /// A company.
  case company = "virksomhed"
  /// An education institution.
  case educationInstitution = "uddannelsesinstitution"
  /// An external consultant.
  case external = "ekstern"
  /// The municipality.
  case municipality = "kommune"

  /// The choice's name in templates.
  public static let choiceName = "kontraktforhold"

  /// What the word means.
  public var label: String {
    switch self {
    case .company: "virksomhed"
    case .educationInstitution: "uddannelsesinstitution"
    case .external: "ekstern leverandør"
    case .municipality: "kommunen selv"
    }
  }

  /// Companies and institutions state both conditions.
  public var implies: [String] {
    switch self {
    case .company, .educationInstitution: ["betingelser"]
    case .external, .municipality: []
    }
  }
}

/// The two statements that a grant to a company or an institution rests on (*betingelser*), LAB § 169, stk. 1.
public struct EmployerConditions: Sendable, Hashable {
  /// What goes beyond what the place normally does.
  public var beyondUsual: String
  /// What the mentor is decisive for.
  public var decisiveFor: String

  /// Creates both statements.
  public init(beyondUsual: String, decisiveFor: String) {
    self.beyondUsual = beyondUsual
    self.decisiveFor = decisiveFor
  }

  /// The fields that templates read.
  public static let fields = Fields<EmployerConditions>("betingelser") {
    Field.text("udoverSaedvanligOplaering", "Ud over sædvanlig oplæring", \.beyondUsual)
    Field.text("afgoerendeFor", "Afgørende for", \.decisiveFor)
  }
}

/// A grant for the mentor's own course (*uddannelsestilskud*), LAB § 169, stk. 2.
public struct TrainingSubsidy: Sendable, Hashable {
  /// The course.
  public var course: String
  /// The most that is paid.
  public var amount: Amount

  /// Creates a grant.
  public init(course: String, amount: Amount) {
    self.course = course
    self.amount = amount
  }

  /// The fields that templates read.
  public static let fields = Fields<TrainingSubsidy>("uddannelsestilskud") {
    Field.text("kursus", "Kursus", \.course)
    Field.value("beloeb", "Højst", \.amount)
  }
}

/// When invoices are sent and paid (*fakturering*).
public struct InvoicingTerms: Sendable, Hashable {
  /// How often.
  public var interval: InvoiceInterval
  /// Days after the end of a month, a quarter or the period within which the invoice is sent.
  public var sendingDays: Int
  /// Days after a correct invoice within which it is paid.
  public var paymentDays: Int
  /// Months after which a late invoice may be turned away, when the parties have agreed on it; no law sets a number.
  public var refusalMonths: Int?
  /// What else the invoice is marked with.
  public var reference: String?

  /// Creates terms; what a case does not say is each month, 30 days to send and 30 days to pay, as is usual.
  public init(
    interval: InvoiceInterval = .month, sendingDays: Int = 30, paymentDays: Int = 30, refusalMonths: Int? = nil,
    reference: String? = nil
  ) {
    self.refusalMonths = refusalMonths
    self.interval = interval
    self.sendingDays = sendingDays
    self.paymentDays = paymentDays
    self.reference = reference
  }

  /// The fields that templates read.
  public static let fields = Fields<InvoicingTerms>("fakturering") {
    Field.value("hyppighed", "Hyppighed", \.interval)
    Field.value("sendesDage", "Dage til at sende fakturaen", \.sendingDays)
    Field.value("fristDage", "Dage til betaling", \.paymentDays)
    Field.optionalValue("afvisesMaaneder", "Måneder til afvisning", \.refusalMonths)
    Field.optionalText("reference", "Reference", \.reference)
  }
}

/// The days on which the mentor reports (*status*): midway, and before the end.
public struct ReportingDays: Sendable, Hashable {
  /// Half way; nil in a period of less than eight weeks, which has one report, and when that day has passed.
  public var midway: CalendarDate?
  /// Two weeks before the last day, so that the municipality can decide on more support in time; the last day when that
  /// leaves no time to report on.
  public var final: CalendarDate

  /// The days for a period.
  ///
  /// - Parameter date: the day of the paper that says them: nothing can be promised for a day before it.
  public init(for period: Period, on date: CalendarDate) {
    let half = period.from.adding(days: period.days / 2)
    midway = period.days < 56 || half < date ? nil : half
    let early = period.to.adding(days: -14)
    final = early <= period.from || early < date ? period.to : early
  }

  /// The fields that templates read.
  public static let fields = Fields<ReportingDays>("statusdage") {
    Field.optionalValue("midtvejs", "Status midtvejs", \.midway)
    Field.value("afsluttende", "Status før slutningen", \.final)
  }
}
