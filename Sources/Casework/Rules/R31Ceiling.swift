extension CaseRule {
  /// R31: § 203 a is a ceiling between state and municipalities; it gives the citizen neither right nor limit, so no
  /// letter names it, by its number or in words. A service level of R24a is at least the municipality's own; this is not
  /// even that.
  static let budgetCeiling = CaseRule("R31") { context in
    let found = context.texts(with: .ceiling).filter { $0.sentences.contains(where: namesCeiling) }
    if found.isEmpty { return .fulfilled("Ingen tekst nævner § 203 a.") }
    return .breached(
      found.map {
        Breach(
          $0,
          "nævner § 203 a. Bestemmelsen er et loft mellem stat og kommuner og "
            + "begrunder ingen afgørelse om en borger.",
          help: "Slet henvisningen, og begrund afgørelsen med borgerens eget behov.", weight: .necessity)
      })
  }

  private static func namesCeiling(_ sentence: Sentence) -> Bool {
    sentence.holds(["budgetgaranti", "budgetloft", "udgiftsloft", "udgiftslofter"]) || holdsNumber(sentence.text)
  }

  /// Whether the number stands there as a paragraph's: »203 arbejdsdage« and »Hovedgaden 203 A« are something else.
  private static func holdsNumber(_ sentence: String) -> Bool {
    let words = sentence.split { $0.isWhitespace || "(),;:/".contains($0) }
    for (index, word) in words.enumerated() where word.hasPrefix("203") || word.hasPrefix("§203") {
      let rest = word.drop { $0 == "§" }.dropFirst(3)
      let letter = rest.isEmpty ? index + 1 < words.count ? words[index + 1] : "" : rest
      guard letter == "a" || letter == "litra" else { continue }
      let before = index == 0 ? "" : words[index - 1]
      if word.hasPrefix("§") || before.hasSuffix("§") || ["paragraf", "paragraffen", "lab", "lab's"].contains(before) {
        return true
      }
      if sentence.contains("loft") || sentence.contains("lov om en aktiv") { return true }
    }
    return false
  }
}
