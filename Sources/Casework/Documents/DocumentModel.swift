public import Fields
public import Lawbook

/// What one document says: typed, complete, ready to fill the slots of a template.
///
/// What law demands of the document is not optional in its type: a value exists only when the case holds all of it.
public protocol DocumentModel: Sendable {
  /// The kind of document.
  static var kind: DocumentKind { get }
  /// The fields that templates of this kind read.
  static var fields: Fields<Self> { get }
  /// The fields of a case that it is made of: those it cannot do without and those it can print, by their paths. A record
  /// stands for all its fields.
  static var inputs: [String] { get }
  /// The highest class of secrecy that templates of this kind may read: `.open` for papers that leave the authority
  /// for somebody other than the citizen.
  static var clearance: Secrecy { get }
  /// What tells the document apart from every other.
  var identity: DocumentIdentity { get }
  /// The act that it rests on.
  var legalBasis: LegalBasis { get }
  /// How it is sent; nil for what stays with the authority or is handed over.
  var dispatch: Dispatch? { get }
  /// Makes the documents of a case, one for each recipient, or says everything that stands in their way.
  static func understand(_ request: CaseRequest) -> Understanding<Self>
}

extension DocumentModel {
  /// A document to the citizen may hold everything about the citizen.
  public static var clearance: Secrecy { .identifying }

  /// Most papers are handed over.
  public var dispatch: Dispatch? { nil }

  /// Makes the documents of a case, or says everything that stands in their way.
  ///
  /// - Parameters:
  ///   - caseFile: the case as it was said.
  ///   - authority: the profile of an authority; used when its CVR number is the case's.
  ///   - lawbook: the law by date.
  ///   - draft: whether the documents are marked UDKAST.
  public static func understand(
    _ caseFile: CaseFile, authority: AuthorityProfile? = nil, lawbook: Lawbook, draft: Bool = false
  ) -> Understanding<Self> {
    understand(CaseRequest(caseFile, authority: authority, lawbook: lawbook, isDraft: draft))
  }
}
