import XMLTree

extension LawLoader {
  /// Reports an attribute that a letter prints as it stands and that is not written as law is cited.
  func checkPrinted(_ edition: XMLElement, _ file: inout LawFile) {
    if let number = edition.attribute("paragraf"), !Self.isProvision(number.value) {
      file.report(
        "provision-number", "'\(number.value)' is printed as it stands, and is not written as a provision",
        at: number.valuePosition, width: number.value.unicodeScalars.count,
        help: number.value.contains("\u{A0}")
          ? "it has a no-break space (U+00A0): write ordinary spaces, the letters keep them on one line"
          : "write '§ 126', '§ 41 a, stk. 2', '§ 52, nr. 1' or '§§ 60, 66 og 72'")
    }
    if let name = edition.attribute("navn"), !Self.isTidy(name.value) {
      file.report(
        "crowded-name", "'\(name.value)' is printed as it stands, and has a space too many or too few",
        at: name.valuePosition, width: name.value.unicodeScalars.count,
        help: "write it as 'lov nr. 280 af 1. marts 2024'")
    }
  }

  /// Whether words are a provision: `§ 41 a, stk. 2, nr. 3 og 4`, `§§ 60, 66 og 72`, `§§ 11-13`.
  private static func isProvision(_ words: String) -> Bool {
    if words.hasPrefix("§§ ") {
      let paragraphs = listed(words.dropFirst(3))
      return paragraphs.allSatisfy(isParagraph) && (paragraphs.count > 1 || words.contains("-"))
    }
    guard words.hasPrefix("§ ") else { return false }
    let parts = Array(words.dropFirst(2).split(separator: ", ", omittingEmptySubsequences: false))
    return isParagraph(parts[0]) && !parts[0].contains("-") && parts.dropFirst().allSatisfy(isPart)
  }

  /// What stands between commas and the word *og*.
  private static func listed(_ words: Substring) -> [Substring] {
    words.split(separator: ", ", omittingEmptySubsequences: false)
      .flatMap { $0.split(separator: " og ", omittingEmptySubsequences: false) }
  }

  /// A number with at most one letter, or a range of them: `41`, `41 a`, `11-13`.
  private static func isParagraph(_ words: Substring) -> Bool {
    words.split(separator: "-", omittingEmptySubsequences: false).allSatisfy { end in
      let parts = end.split(separator: " ", omittingEmptySubsequences: false)
      return isNumber(parts[0]) && (parts.count == 1 || parts.count == 2 && isLetter(parts[1]))
    }
  }

  /// A part of a paragraph: `stk. 2`, `nr. 3 og 4`, `litra a`, `2. pkt.`.
  private static func isPart(_ words: Substring) -> Bool {
    if words.hasSuffix(". pkt.") { return isNumber(words.dropLast(6)) }
    if words.hasPrefix("litra ") { return isLetter(words.dropFirst(6)) }
    guard words.hasPrefix("stk. ") || words.hasPrefix("nr. ") else { return false }
    let numbers = words.split(separator: " ", maxSplits: 1)[1].split(
      separator: " og ", omittingEmptySubsequences: false)
    return numbers.allSatisfy { $0.split(separator: "-", omittingEmptySubsequences: false).allSatisfy(isNumber) }
  }

  private static func isNumber(_ word: Substring) -> Bool {
    !word.isEmpty && word.utf8.allSatisfy { $0 &- 0x30 < 10 } && word.first != "0"
  }

  private static func isLetter(_ word: Substring) -> Bool {
    word.count == 1 && word.utf8.allSatisfy { $0 &- 0x61 < 26 }
  }

  /// Whether words have one space between them, none around them and none missing after a point or a comma, and end as a
  /// name ends.
  private static func isTidy(_ words: String) -> Bool {
    var before = UInt8(ascii: " ")
    for byte in words.utf8 {
      let isSpace = byte == UInt8(ascii: " ")
      if isSpace, before == UInt8(ascii: " ") { return false }
      if before == UInt8(ascii: ".") || before == UInt8(ascii: ","), !isSpace { return false }
      before = byte
    }
    return words.last.map { $0.isLetter || $0.isNumber } ?? false
  }
}
