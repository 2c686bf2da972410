extension CaseRule {
  /// R28: a complaint does not suspend a decision, RSL § 72, so no letter may promise that it does.
  ///
  /// A sentence is refused when it speaks of the suspensive effect, or of what goes on while a complaint is treated,
  /// without denying it. A wrong refusal costs new words; a false promise costs the citizen the support.
  static let noSuspension = CaseRule("R28") { context in
    let found = context.freeTexts.filter { $0.sentences.contains(where: promisesSuspension) }
    if found.isEmpty { return .fulfilled("Ingen tekst siger, at en klage udsætter afgørelsen.") }
    return .breached(
      found.map {
        Breach(
          $0, "siger, at en klage udsætter afgørelsen. Det gør den ikke.",
          help: "Slet sætningen. Brevet siger selv, at afgørelsen gælder, selv om borgeren klager.", weight: .necessity)
      })
  }

  private static func promisesSuspension(_ sentence: String) -> Bool {
    func holds(_ words: [String]) -> Bool { words.contains(where: sentence.contains) }
    if sentence.contains("opsættende virkning") { return !holds(["ikke", "ingen", "uden"]) }
    let isAboutComplaint = holds([
      "klager du", "hvis du klager", "når du klager", "mens klagen", "indtil klagen", "så længe klagen",
      "mens vi behandler klagen", "mens ankestyrelsen", "indtil ankestyrelsen",
    ])
    guard isAboutComplaint else { return false }
    if holds(["stopper ikke", "stopper støtten ikke", "ophører ikke", "gælder ikke", "gælder afgørelsen ikke"]) {
      return true
    }
    return holds(["fortsætter", "fortsætte", "beholder", "beholde", "udsætte", "udskyde", "bevarer"])
      && !holds(["ikke"])
  }
}

extension CaseText {
  /// The sentences in small letters.
  fileprivate var sentences: [String] {
    text.lowercased().split { ".!?\n".contains($0) }.map(String.init)
  }
}
