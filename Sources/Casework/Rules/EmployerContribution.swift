/// The words for an employer's contributions: which of them are about something that is no contribution.
///
/// Many funds are named after what they pay for: *Arbejdsgivernes Uddannelsesbidrag* and *Transportens pensionsfond* are
/// contributions all the same, BAB § 125, stk. 2.
enum EmployerContribution {
  /// The first sign that stands in a text and is no part of a contribution's name.
  static func firstOther(in text: String, _ signs: [String]) -> String? {
    for item in items(of: text) {
      for (index, word) in item.enumerated() {
        guard let sign = signs.first(where: word.contains) else { continue }
        if !isContribution(word, before: item[(index + 1)...]) { return sign }
      }
    }
    return nil
  }

  /// The words of each contribution: between commas and the like, and on both sides of *og* unless a hyphen goes before it.
  private static func items(of text: String) -> [[String]] {
    text.lowercased().split { ",;:/+()\n".contains($0) }.flatMap { part in
      let words = part.split { !$0.isLetter && !$0.isNumber && $0 != "-" }.map(String.init)
      return words.indices.reduce(into: [[]] as [[String]]) { items, index in
        if words[index] == "og", index > 0, !words[index - 1].hasSuffix("-") {
          items.append([])
        } else {
          items[items.count - 1].append(words[index])
        }
      }
    }
  }

  private static func isContribution(_ word: String, before rest: ArraySlice<String>) -> Bool {
    if isFund(word) || ["uddannelsesbidrag", "uddannelsesbidraget"].contains(where: word.hasSuffix) { return true }
    guard rest.contains(where: isFund) else { return false }
    // The trade in a fund's name, the first half of a name of two, and what a fund takes for its own work.
    return ["ens", "ets", "nes", "-"].contains(where: word.hasSuffix) || word.hasPrefix("administrationsbidrag")
  }

  private static func isFund(_ word: String) -> Bool {
    word.hasPrefix("pension")
      || ["fond", "fonden", "fonds", "pension"].contains { word.hasSuffix($0) && word.count > $0.count }
  }
}
