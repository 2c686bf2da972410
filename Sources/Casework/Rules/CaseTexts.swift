/// The texts of a case, looked through once for all its documents.
struct CaseTexts: Sendable {
  /// What a caseworker wrote in sentences and a letter or a plan prints.
  let ofLetters: Sentences
  /// What a caseworker wrote in sentences and a paper about a contract prints.
  let ofContracts: Sentences
  /// The texts of the case, in sentences or not, that may hold a CPR number: the citizen's in any form, or any other.
  ///
  /// Letters and contracts share some sentences; each stands here once.
  let holdingNumbers: [CaseText]
}

extension CaseFile {
  /// Its texts, looked through.
  var texts: CaseTexts {
    let letters = Sentences(freeTexts)
    let contracts = Sentences(contractTexts)
    let own = citizen?.civilRegistrationNumber?.value.digits
    var seen: Set<String> = []
    var found: [CaseText] = []
    func look(_ text: CaseText) {
      if text.holdsNumber(own), seen.insert(text.path).inserted { found.append(text) }
    }
    letters.with(.tenDigits).forEach(look)
    contracts.with(.tenDigits).forEach(look)
    forEachTextBesideSentences { field, said in
      if TextSigns.hasTenDigits(said.value) { look(CaseText(field, said)) }
    }
    return CaseTexts(ofLetters: letters, ofContracts: contracts, holdingNumbers: found)
  }
}

/// Texts in sentences, and all that there is in any of them.
struct Sentences: Sendable {
  let texts: [CaseText]
  private let signs: TextSigns

  init(_ texts: [CaseText]) {
    self.texts = texts
    var signs: TextSigns = []
    for index in texts.indices { signs.formUnion(texts[index].signs) }
    self.signs = signs
  }

  /// Those with some sign in them.
  func with(_ sign: TextSigns) -> [CaseText] {
    signs.contains(sign) ? texts.filter { $0.signs.contains(sign) } : []
  }
}
