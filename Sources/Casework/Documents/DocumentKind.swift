/// A kind of document that can be written; its raw value names templates, files and requirements.
///
/// The order is the order in which the documents of a case are made.
public enum DocumentKind: String, Sendable, Hashable, CaseIterable {
  /// A decision that grants mentor support.
  case grant = "bevilling"
  /// A decision that grants less than was applied for.
  case partialGrant = "delvis-bevilling"
  /// A decision that grants support in a new period.
  case prolongation = "forlaengelse"
  /// A decision that grants a mentor around a discharge.
  case dischargeCoordinator = "udskrivningskoordinator"
  /// A decision that grants a mentor at the start of an education.
  case educationStart = "uddannelsesstart"
  /// A decision that refuses mentor support.
  case refusal = "afslag"
  /// Information that a period of support runs out.
  case expiry = "udloeb"
  /// A correction of an error in an earlier letter.
  case correction = "berigtigelse"
  /// A decision that changes granted support.
  case change = "aendring"
  /// A decision that stops mentor support before its time.
  case stop = "ophoer"
  /// The hearing of the citizen before a decision.
  case hearing = "partshoering"
  /// What came of a complaint that was looked at again.
  case reconsideration = "genvurdering"
  /// The five fields of *Min Plan*, BAB § 52.
  case minPlan = "min-plan"
  /// Information that the citizen gets another mentor.
  case mentorChange = "mentorskifte"
  /// Information that something other than the support is new: a telephone number, an address, a meeting place.
  case information = "orientering"
  /// An agreement with the citizen, which no law demands: made only when it is asked for.
  case agreement = "aftale"
  /// A contract about a mentor.
  case contract = "mentorkontrakt"
  /// An internal note on other schemes that may cover the need.
  case delimitation = "afgraensning"
  /// The order to a mentor: ranked goals and tasks.
  case mentorOrder = "mentorbestilling"
  /// The form for the account of a mentor's hours.
  case timeAccount = "timeregnskab"
  /// The form for a mentor's status report.
  case statusReport = "statusrapport"
  /// A supplement to a contract.
  case contractSupplement = "kontrakttillaeg"
  /// A decision that grants a company or an institution support for a mentor.
  case employerGrant = "bevilling-arbejdsgiver"
  /// A framework agreement about places with mentor support.
  case framework = "rammeaftale"

  /// What a Danish reader calls it.
  public var label: String {
    switch self {
    case .grant: "bevilling"
    case .partialGrant: "delvis bevilling"
    case .prolongation: "forlængelse"
    case .dischargeCoordinator: "udskrivningskoordinator"
    case .educationStart: "mentor ved start på uddannelse"
    case .refusal: "afslag"
    case .expiry: "udløb af perioden"
    case .correction: "berigtigelse"
    case .change: "ændring"
    case .stop: "ophør"
    case .hearing: "partshøring"
    case .reconsideration: "genvurdering"
    case .minPlan: "Min Plan"
    case .mentorChange: "mentorskifte"
    case .information: "orientering"
    case .agreement: "aftale"
    case .contract: "mentorkontrakt"
    case .delimitation: "afgrænsningsnotat"
    case .mentorOrder: "bestilling til mentor"
    case .timeAccount: "timeregnskab"
    case .statusReport: "statusrapport"
    case .contractSupplement: "kontrakttillæg"
    case .employerGrant: "bevilling til arbejdsgiver"
    case .framework: "rammeaftale"
    }
  }

  /// Whether it is a decision to a citizen, about which the citizen can complain.
  public var isDecision: Bool {
    switch self {
    case .grant, .partialGrant, .prolongation, .dischargeCoordinator, .educationStart, .refusal, .change, .stop: true
    default: false
    }
  }

  /// Whether it is to the citizen, or to those who get letters in the citizen's place; the others are to employers and
  /// mentors, or stay with the authority.
  var isForCitizen: Bool {
    switch self {
    case .contract, .delimitation, .mentorOrder, .timeAccount, .statusReport, .contractSupplement, .employerGrant,
      .framework:
      false
    default: true
    }
  }

  /// The model of the kind.
  public var model: any DocumentModel.Type {
    switch self {
    case .grant: GrantDecision.self
    case .partialGrant: PartialGrantDecision.self
    case .prolongation: ProlongationDecision.self
    case .dischargeCoordinator: DischargeDecision.self
    case .educationStart: EducationStartDecision.self
    case .refusal: Refusal.self
    case .expiry: ExpiryNotice.self
    case .correction: CorrectionLetter.self
    case .change: ChangeDecision.self
    case .stop: StopDecision.self
    case .hearing: HearingLetter.self
    case .reconsideration: ReconsiderationLetter.self
    case .minPlan: MinPlan.self
    case .mentorChange: MentorChange.self
    case .information: InformationLetter.self
    case .agreement: CitizenAgreement.self
    case .contract: MentorContract.self
    case .delimitation: DelimitationNote.self
    case .mentorOrder: MentorOrder.self
    case .timeAccount: TimeAccount.self
    case .statusReport: StatusReport.self
    case .contractSupplement: ContractSupplement.self
    case .employerGrant: EmployerGrant.self
    case .framework: FrameworkAgreement.self
    }
  }
}

extension DecisionKind {
  /// The decisions that put mentor support into *Min Plan*, or change what stands there.
  static let ofPlans: [DecisionKind] = [
    .grant, .partialGrant, .prolongation, .change, .mentorChange, .dischargeCoordinator, .educationStart,
    .reconsideration,
  ]

  /// The decisions, and the information, about support that is already given.
  static let ofChanges: [DecisionKind] = [.change, .mentorChange, .information]

  /// The kind of support that a decision of this kind gives; nil when `mentorstoette.art` says it.
  var supportKind: SupportKind? {
    switch self {
    case .dischargeCoordinator: .discharge
    case .educationStart: .educationStart
    // A new period follows the rules of ordinary support, also after a discharge.
    case .prolongation: .ordinary
    default: nil
    }
  }

  /// The documents that a decision of this kind leads to: its letter, and *Min Plan* where the plan changes.
  var documentKinds: [DocumentKind] {
    let letter = DocumentKind(rawValue: rawValue).map { [$0] } ?? []
    return Self.ofPlans.contains(self) ? letter + [.minPlan] : letter
  }
}

extension CaseFile.Contract {
  /// A contract with what the mentor works with: the order, the time account and the status form.
  static let packet: [DocumentKind] = [.contract, .mentorOrder, .timeAccount, .statusReport]

  /// The papers that a contract leads to. A grant to the employer is a decision, and made only where the case says so.
  var documentKinds: [DocumentKind] {
    let grant: [DocumentKind] = grantsEmployer?.value == true ? [.employerGrant] : []
    if supplement != nil { return grant + [.contractSupplement] }
    return grant + (framework == nil ? Self.packet : [.framework])
  }
}

extension CaseFile {
  /// What the case decides.
  ///
  /// Support around a discharge and at the start of an education are rights with letters of their own: a grant of such
  /// support is that decision, whether the case says so in `afgoerelse.type` or in `mentorstoette.art`.
  public var decisionKind: DecisionKind? {
    guard let said = decision?.kind?.value, said == .grant else { return decision?.kind?.value }
    return switch support?.kind?.value {
    case .discharge?: .dischargeCoordinator
    case .educationStart?: .educationStart
    case .ordinary?, nil: .grant
    }
  }

  /// Whether the case leads to a letter and does not say which.
  var isUndecided: Bool { decisionKind == nil && (decision != nil || otherKinds.isEmpty) }

  /// What the case leads to besides its decision: the papers of its contract, and the internal note when it holds one.
  private var otherKinds: [DocumentKind] {
    (contract?.documentKinds ?? []) + (delimitation == nil ? [] : [.delimitation])
  }

  /// The documents that the case leads to: those of its decision, those of its contract, and the internal note when the
  /// case holds one. Without any of them, those of a grant, so that something is said of what is missing.
  public var documentKinds: [DocumentKind] {
    let others = otherKinds
    if decision == nil, !others.isEmpty { return others }
    var kinds = (decisionKind ?? .grant).documentKinds
    // New facts and corrections change the plan where the case dates the new one: a mentor's telephone stands in it,
    // opening hours do not.
    if let kind = decisionKind, [.information, .correction].contains(kind), plan?.date != nil {
      kinds.append(.minPlan)
    }
    // A complaint that leads to no new decision changes no plan.
    if let outcome = reconsideration?.outcome?.value, !outcome.isNewDecision { kinds.removeAll { $0 == .minPlan } }
    return kinds + others
  }
}
