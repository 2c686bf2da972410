public import Fields
public import Lawbook

/// A kind of document that can be written; its raw value names templates, files and requirements.
public enum DocumentKind: String, Sendable, Hashable, CaseIterable {
  /// A decision that grants mentor support.
  case grant = "bevilling"
  /// The five fields of *Min Plan*, BAB § 52.
  case minPlan = "min-plan"

  /// What a Danish reader calls it.
  public var label: String {
    switch self {
    case .grant: "bevilling"
    case .minPlan: "Min Plan"
    }
  }
}

extension DocumentKind {
  /// The model of the kind.
  public var model: any DocumentModel.Type {
    switch self {
    case .grant: GrantDecision.self
    case .minPlan: MinPlan.self
    }
  }
}

extension CaseFile {
  /// The documents that the case's decision leads to; without a decision, those of a grant, so that all that is
  /// missing is said.
  public var documentKinds: [DocumentKind] { [.grant, .minPlan] }
}

/// What one document says: typed, complete, ready to fill the slots of a template.
public protocol DocumentModel: Sendable {
  /// The kind of document.
  static var kind: DocumentKind { get }
  /// The fields that templates of this kind read.
  static var fields: Fields<Self> { get }
  /// What tells the document apart from every other.
  var identity: DocumentIdentity { get }
  /// The act that it rests on.
  var legalBasis: LegalBasis { get }
  /// Makes the documents of a case, one for each recipient, or says everything that stands in their way.
  static func understand(
    _ caseFile: CaseFile, authority: AuthorityProfile?, lawbook: Lawbook, draft: Bool
  ) -> Understanding<Self>
}
