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
    var signs = isContract ? [] : profile?.standardSigns ?? []
    for index in texts.indices { signs.formUnion(texts[index].signs) }
    self.signs = signs
  }

  /// The sentences with some sign in them.
  func texts(with sign: TextSigns) -> [CaseText] {
    signs.contains(sign) ? sentences.filter { $0.signs.contains(sign) } : []
  }

  /// What this document may print in sentences: what a caseworker wrote, and in a letter the profile's standard wording.
  var sentences: [CaseText] {
    guard !isContract, let standard = profile?.standardTexts, !standard.isEmpty else { return freeTexts }
    return freeTexts + standard
  }
}
