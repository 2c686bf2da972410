/// A kind of document that can be written; its raw value names templates, files and requirements.
///
/// The order is the order in which the documents of a case are made.
public enum DocumentKind: String, Sendable, Hashable, CaseIterable {
  /// A decision that grants mentor support.
  case grant = "bevilling"
  /// The five fields of *Min Plan*, BAB § 52.
  case minPlan = "min-plan"
  /// Information that the citizen gets another mentor.
  case mentorChange = "mentorskifte"

  /// What a Danish reader calls it.
  public var label: String {
    switch self {
    case .grant: "bevilling"
    case .minPlan: "Min Plan"
    case .mentorChange: "mentorskifte"
    }
  }

  /// The model of the kind.
  public var model: any DocumentModel.Type {
    switch self {
    case .grant: GrantDecision.self
    case .minPlan: MinPlan.self
    case .mentorChange: MentorChange.self
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
  /// The documents that the case leads to: those of its decision, and those of its contract. Without either, those of a
  /// grant, so that all that is missing is said.
  public var documentKinds: [DocumentKind] {
    let contracts = contract?.documentKinds ?? []
    if decision == nil, !contracts.isEmpty { return contracts }
    let kinds = (decision?.kind?.value ?? .grant).documentKinds
    return (kinds.isEmpty ? DecisionKind.grant.documentKinds : kinds) + contracts
  }
}
