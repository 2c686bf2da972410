public import Lawbook

/// A case, and what it takes to make documents of it.
///
/// An object: it is large, never changes while it is looked at, and all documents of a case are made from one.
public final class CaseRequest: Sendable {
  /// The case as it was said.
  public var caseFile: CaseFile { held.caseFile }
  package let held: HeldCase
  /// The profile of the case's own authority; nil when none was given.
  public let profile: AuthorityProfile?
  /// The CVR numbers of the authorities whose profiles there are, for a case that names none of them.
  let knownNumbers: [CompanyNumber]
  /// The law by date.
  public let lawbook: Lawbook
  /// Whether the documents are marked UDKAST.
  public let isDraft: Bool
  /// The fields that have a value which could not be read. It has been told of each: they are not known, and not missing.
  let unread: [String]
  /// The decision that the case says it is, in the light of the support's kind.
  let decisionKind: DecisionKind?
  /// What a caseworker wrote.
  let texts: CaseTexts

  /// Creates a request.
  ///
  /// - Parameters:
  ///   - caseFile: the case as it was said.
  ///   - authority: the profile of an authority; used when its CVR number is the case's.
  ///   - lawbook: the law by date.
  ///   - isDraft: whether the documents are marked UDKAST.
  public convenience init(
    _ caseFile: CaseFile, authority: AuthorityProfile? = nil, lawbook: Lawbook, isDraft: Bool = false
  ) {
    self.init(
      HeldCase(caseFile), authority: authority, knownNumbers: [], lawbook: lawbook, isDraft: isDraft, unread: [])
  }

  /// Creates a request of a case that has been read.
  package init(
    _ held: HeldCase, authority: AuthorityProfile?, knownNumbers: [CompanyNumber], lawbook: Lawbook, isDraft: Bool,
    unread: [String]
  ) {
    profile = authority?.isProfile(of: held.companyNumber) == true ? authority : nil
    decisionKind = held.decisionKind
    texts = held.texts()
    self.held = held
    self.knownNumbers = knownNumbers
    self.lawbook = lawbook
    self.isDraft = isDraft
    self.unread = unread
  }

  /// Whether a field, or something in it, has a value that could not be read.
  func isUnread(_ path: String) -> Bool { unread.contains { $0 == path || $0.hasPrefix(path + ".") } }
}
