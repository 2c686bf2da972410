import Diagnostics
import Fields

/// Keeps together what belongs together in Danish legal text, and finds spaces that are missing or too many.
package enum Typography {
  /// A mistake in a stretch of text: what, and its UTF-8 offsets.
  struct Mistake {
    let message: String
    let help: String
    let range: Range<Int>
  }

  /// White space becomes single spaces.
  static func collapsed(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    for byte in text {
      if !isSpace(byte) {
        result.append(byte)
      } else if result.last != 0x20 {
        result.append(0x20)
      }
    }
    return result
  }

  private static let noBreakSpace: [UInt8] = [0xC2, 0xA0]

  /// Words that must stay with the number after them.
  private static let before: [[UInt8]] = ["§", "§§", "stk.", "nr.", "kl.", "kap.", "kapitel", "pkt.", "side"].map {
    Array($0.utf8)
  }
  /// Words that must stay with the number before them.
  private static let after: [[UInt8]] =
    [
      "timer", "time", "minutter", "minut", "kr.", "uger", "uge", "dage", "dag", "måneder", "måned", "hverdage", "år",
      "pct.", "procent", "%", "pkt.",
    ].map { Array($0.utf8) }
    + (1...12).map { CalendarDate.danishName(ofMonth: $0).withUTF8Buffer { Array($0) } }

  /// Replaces ordinary spaces by no-break spaces between a number and its sign or unit.
  ///
  /// - Parameters:
  ///   - text: collapsed text, UTF-8.
  ///   - followsNumber: whether a value that is a number stands right before.
  ///   - precedesNumber: whether a value stands right after.
  static func joined(_ text: [UInt8], followsNumber: Bool = false, precedesNumber: Bool = false) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count + 8)
    for (i, byte) in text.enumerated() {
      if byte == 0x20, binds(text, at: i, followsNumber, precedesNumber) {
        result += noBreakSpace
      } else {
        result.append(byte)
      }
    }
    return result
  }

  private static func binds(_ text: [UInt8], at i: Int, _ followsNumber: Bool, _ precedesNumber: Bool) -> Bool {
    let next = i + 1 < text.count ? isDigit(text[i + 1]) : precedesNumber
    if next, before.contains(where: { ends(text[..<i], with: $0) }) { return true }
    let previous = i > 0 ? isDigit(text[i - 1]) || endsInOrdinal(text[..<i]) : followsNumber
    return previous && after.contains { starts(text[(i + 1)...], with: $0) }
  }

  /// `21.` as in `21. november`.
  private static func endsInOrdinal(_ text: ArraySlice<UInt8>) -> Bool {
    text.last == UInt8(ascii: ".") && text.dropLast().last.map(isDigit) == true
  }

  private static func ends(_ text: ArraySlice<UInt8>, with word: [UInt8]) -> Bool {
    guard text.suffix(word.count).elementsEqual(word) else { return false }
    let rest = text.dropLast(word.count)
    return rest.last.map { !isDanishLetter($0) } ?? true
  }

  private static func starts(_ text: ArraySlice<UInt8>, with word: [UInt8]) -> Bool {
    guard text.prefix(word.count).elementsEqual(word) else { return false }
    return text.dropFirst(word.count).first.map { !isDanishLetter($0) } ?? true
  }

  /// A letter: ASCII, or the first byte of a character from À to ÿ, where æ, ø, å and their like stand in UTF-8.
  package static func isDanishLetter(_ byte: UInt8) -> Bool { isLetter(byte) || byte == 0xC3 }

  /// What makes a text more than signs: a letter or a digit.
  package static func isWord(_ byte: UInt8) -> Bool { isDanishLetter(byte) || isDigit(byte) }

  /// Whether a text begins with the s that Danish puts to the name of an owner: `s sag`.
  private static func isGenitive(_ text: [UInt8]) -> Bool {
    text.first == UInt8(ascii: "s") && text.dropFirst().first.map { !isWord($0) } ?? true
  }

  /// Mistakes inside a stretch of literal text.
  ///
  /// - Parameters:
  ///   - text: the text as written.
  ///   - follows: what is printed from elsewhere right before it: `value`, `citation`, `term`.
  ///   - followsFullStop: whether that value ends in a full stop, as an amount in kroner does.
  ///   - precedes: the same, right after it.
  static func mistakes(
    in text: [UInt8], follows: String?, followsFullStop: Bool, precedes: String?
  ) -> [Mistake] {
    var mistakes: [Mistake] = []
    for i in text.indices where i + 1 < text.count && text[i] == 0xC2 && text[i + 1] == 0xA7 {
      let next = i + 2 < text.count ? isDigit(text[i + 2]) : precedes != nil
      if next {
        mistakes.append(
          Mistake(message: "no space between '§' and its number", help: "write '§ ' and the number", range: i..<i + 2))
      }
    }
    if let follows, let first = text.first {
      if isDanishLetter(first) || isDigit(first) {
        mistakes.append(
          Mistake(
            message: "no space between the \(follows) and the word after it",
            help: isGenitive(text)
              ? "a genitive s does not fit every value: write the sentence without it, as 'sagen om …' or 'planen for …'"
              : "put a space before the word",
            range: 0..<1))
      } else if followsFullStop, first == UInt8(ascii: "."), text.dropFirst().first != UInt8(ascii: ".") {
        mistakes.append(
          Mistake(
            message: "two full stops: the value ends in 'kr.'", help: "remove the full stop after '}'", range: 0..<1))
      }
    }
    if let precedes, let last = text.last {
      let leadIndex = text.lastIndex { $0 & 0xC0 != 0x80 } ?? text.count - 1
      let lead = text[leadIndex]
      if isDanishLetter(lead) || isDigit(lead) || last == UInt8(ascii: ",") || last == UInt8(ascii: ";") {
        mistakes.append(
          Mistake(
            message: "no space between this and the \(precedes) after it", help: "put a space before the \(precedes)",
            range: leadIndex..<text.count))
      }
    }
    return mistakes
  }
}
