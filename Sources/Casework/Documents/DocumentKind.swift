/// A kind of document that can be written; its raw value names templates, files and requirements.
///
/// The order is the order in which the documents of a case are made.
public enum DocumentKind: String, Sendable, Hashable, CaseIterable {
  /// A decision that grants mentor support.
  case grant = "bevilling"
  /// A decision that grants support in a new period.
  case prolongation = "forlaengelse"
  /// A decision that grants a mentor around a discharge.
  case dischargeCoordinator = "udskrivningskoordinator"
  /// A decision that grants a mentor at the start of an education.
  case educationStart = "uddannelsesstart"
  /// A decision that refuses mentor support.
  case refusal = "afslag"
  /// The five fields of *Min Plan*, BAB § 52.
  case minPlan = "min-plan"
  /// Information that the citizen gets another mentor.
  case mentorChange = "mentorskifte"
  /// An agreement with the citizen, which no law demands: made only when it is asked for.
  case agreement = "aftale"

  /// What a Danish reader calls it.
  public var label: String {
    switch self {
    case .grant: "bevilling"
    case .prolongation: "forlængelse"
    case .dischargeCoordinator: "udskrivningskoordinator"
    case .educationStart: "mentor ved start på uddannelse"
    case .refusal: "afslag"
    case .minPlan: "Min Plan"
    case .mentorChange: "mentorskifte"
    case .agreement: "aftale"
    }
  }

  /// The model of the kind.
  public var model: any DocumentModel.Type {
    switch self {
    case .grant: GrantDecision.self
    case .prolongation: ProlongationDecision.self
    case .dischargeCoordinator: DischargeDecision.self
    case .educationStart: EducationStartDecision.self
    case .refusal: Refusal.self
    case .minPlan: MinPlan.self
    case .mentorChange: MentorChange.self
    case .agreement: CitizenAgreement.self
    }
  }
}

extension DecisionKind {
  /// The decisions that put mentor support into *Min Plan*, or change what stands there.
  static let ofPlans: [DecisionKind] = [
    .grant, .partialGrant, .prolongation, .change, .mentorChange, .dischargeCoordinator, .educationStart,
  ]

  /// The decisions, and the information, about support that is already given.
  static let ofChanges: [DecisionKind] = [.change, .mentorChange]

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
  /// The papers that a contract leads to.
  var documentKinds: [DocumentKind] { [] }
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

  /// The documents that the case leads to: those of its decision, and those of its contract. Without either, those of a
  /// grant, so that all that is missing is said.
  public var documentKinds: [DocumentKind] {
    let contracts = contract?.documentKinds ?? []
    if decision == nil, !contracts.isEmpty { return contracts }
    let kinds = (decisionKind ?? .grant).documentKinds
    return (kinds.isEmpty ? DecisionKind.grant.documentKinds : kinds) + contracts
  }
}
