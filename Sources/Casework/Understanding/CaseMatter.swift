import Lawbook

/// A case and what it is held against: an object, because it is large and never changes while it is looked at.
final class CaseMatter: Sendable {
  let caseFile: CaseFile
  let kind: DocumentKind
  /// Whether the document is a paper about a contract.
  let isContract: Bool
  /// The profile of the case's own authority.
  let profile: AuthorityProfile?
  let lawbook: Lawbook
  /// What a caseworker wrote in sentences, and this document may print.
  let freeTexts: [CaseText]
  /// All that there is in any of those texts.
  let signs: TextSigns

  init(
    _ caseFile: CaseFile, kind: DocumentKind, isContract: Bool, profile: AuthorityProfile?, lawbook: Lawbook
  ) {
    self.caseFile = caseFile
    self.kind = kind
    self.isContract = isContract
    self.profile = profile
    self.lawbook = lawbook
    let texts = isContract ? caseFile.contractTexts : caseFile.freeTexts
    freeTexts = texts
    var signs = profile?.standardSigns ?? []
    for index in texts.indices { signs.formUnion(texts[index].signs) }
    self.signs = signs
  }

  /// The sentences with some sign in them: the caseworker's, and the standard wording that letters print before them.
  func texts(with sign: TextSigns) -> [CaseText] {
    guard signs.contains(sign) else { return [] }
    return (freeTexts + (profile?.standardTexts ?? [])).filter { $0.signs.contains(sign) }
  }
}
