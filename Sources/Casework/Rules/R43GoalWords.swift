import Fields

extension CaseRule {
  /// R43: goals are detailed, and ranked when there are several; the guide on mentor support, chapter 2.
  ///
  /// A machine can only doubt: a goal of very few words, or one that says no more than what every goal is about.
  static let detailedGoal = CaseRule("R43") { context in
    guard context.parts.goal != nil, let said = context.caseFile.support?.goal?.text else {
      return .incomplete("Målet er ikke oplyst.")
    }
    let path = "mentorstoette.maal.tekst"
    let field = CaseLabels.name(of: path)
    switch GoalWords.doubt(said.value) {
    case nil: return .fulfilled("Målet er beskrevet med mere end almindelige ord.")
    case .general(let words)?:
      return .breach(
        "\(field) siger kun \"\(words)\". Sådan er alle mål med mentorstøtte.", path: path, at: said.position,
        help: "Skriv, hvilket job, hvilken uddannelse eller hvilket skridt borgeren skal nå, og gerne hvornår.")
    case .tooShort?:
      return .breach(
        "\(field) er kun få ord. Mål skal så vidt muligt være detaljerede.", path: path, at: said.position,
        help: "Skriv, hvad borgeren skal kunne, og gerne hvornår.")
    case .unranked?:
      return .breach(
        "\(field) har flere linjer uden numre. Med flere mål er det en fordel at vise, hvilket der er vigtigst.",
        path: path, at: said.position, help: "Skriv 1., 2. og 3. foran målene, det vigtigste først.")
    }
  }
}

/// Whether the words of a goal say enough.
enum GoalWords {
  /// Why they hardly do.
  enum Doubt: Equatable {
    /// They say what every goal says; the words.
    case general(String)
    /// They are fewer than four.
    case tooShort
    /// There are several goals in no order.
    case unranked
  }

  /// What is said of everyone; a goal may hold it beside more.
  private static let generalities = [
    "komme videre", "tættere på arbejdsmarkedet", "afklaring", "få det bedre", "fastholde job eller uddannelse",
    "job eller uddannelse", "komme i job", "få et job eller en uddannelse", "selvforsørgelse",
  ].map { (phrase: $0, words: fillers.union($0.split(separator: " "))) }
  /// Words that make no general goal a detailed one.
  private static let fillers: Set<Substring> = [
    "du", "skal", "at", "er", "komme", "målet", "borgeren", "kommer", "kan", "støtte", "støtten", "til", "dig",
    "hjælpe", "og",
  ]

  /// What is doubtful about a goal, or nil.
  static func doubt(_ text: String) -> Doubt? {
    let plain = text.lowercased()
    let words = plain.split { !$0.isLetter && !$0.isNumber }
    if words.count < 4 { return .tooShort }
    // Most goals have a word of their own near the beginning; only for the others the phrase is searched.
    for (phrase, general) in generalities where words.allSatisfy(general.contains) {
      if plain.contains(phrase) { return .general(phrase) }
    }
    let lines = text.split(separator: "\n")
    let numbered = lines.allSatisfy { $0.first?.isNumber == true }
    return lines.count > 1 && !numbered ? .unranked : nil
  }
}
