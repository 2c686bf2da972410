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
    var field: String { CaseLabels.name(of: path) }
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
  ].map { (phrase: $0, words: fillers + $0.split(separator: " ").map(String.init)) }
  /// Words that make no general goal a detailed one.
  private static let fillers = [
    "du", "skal", "at", "er", "komme", "målet", "borgeren", "kommer", "kan", "støtte", "støtten", "til", "dig",
    "hjælpe", "og",
  ]

  /// All words of a general goal.
  private static let generalWords = generalities.reduce(into: [[UInt8]]()) { all, general in
    for word in general.words.map({ Array($0.utf8) }) where !all.contains(word) { all.append(word) }
  }

  /// What is doubtful about a goal, or nil.
  static func doubt(_ text: String) -> Doubt? {
    // Most goals are one line, with a word of their own near the beginning.
    if WordCheck.hasOwnWord(text, besides: generalWords, ofAtLeast: 4) { return nil }
    let plain = text.lowercased()
    let words = plain.split { !$0.isLetter && !$0.isNumber }
    if words.count < 4 { return .tooShort }
    for (phrase, general) in generalities where words.allSatisfy({ word in general.contains { $0 == word } }) {
      if plain.contains(phrase) { return .general(phrase) }
    }
    let lines = text.split(separator: "\n")
    let numbered = lines.allSatisfy { $0.first?.isNumber == true }
    return lines.count > 1 && !numbered ? .unranked : nil
  }
}

/// Looks at the words of a text without making them: a text is looked at in every case, and is seldom doubtful.
private enum WordCheck {
  /// Whether a text is one line of so many words or more, one of which is none of some known ones.
  ///
  /// - Parameter known: words in small letters, as UTF-8.
  /// - Returns: false also where other characters than those of western Europe come before that is known: they need a
  ///   closer look.
  static func hasOwnWord(_ text: String, besides known: [[UInt8]], ofAtLeast wanted: Int) -> Bool {
    var text = text
    return text.withUTF8 { text in
      var words = 0
      var hasOwn = false
      var index = 0
      while index < text.count {
        let start = index
        while index < text.count, let length = letterLength(text, index) { index += length }
        if index > start {
          words += 1
          hasOwn = hasOwn || !known.contains { isSame($0, UnsafeBufferPointer(rebasing: text[start..<index])) }
          if hasOwn, words >= wanted { return !UnsafeBufferPointer(rebasing: text[index...]).contains(0x0A) }
          if index == text.count { break }
        }
        // What follows no letter is a sign; one that may be a letter after all ends the quick look.
        guard text[index] < 0x80, text[index] != 0x0A else { return false }
        index += 1
      }
      return false
    }
  }

  /// How many bytes a letter or a digit takes at a place; nil where none of ASCII and Latin 1 stands.
  private static func letterLength(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int? {
    switch text[index] {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return 1
    case 0xC3:
      let next = text[index + 1]
      return next == 0x97 || next == 0xB7 ? nil : 2
    default: return nil
    }
  }

  private static func isSame(_ word: [UInt8], _ said: UnsafeBufferPointer<UInt8>) -> Bool {
    guard word.count == said.count else { return false }
    var isAfterMark = false
    for index in word.indices {
      let byte = said[index]
      // The second byte of Æ, Ø and Å is 32 less than that of æ, ø and å, as it is with A and a.
      let isCapital = isAfterMark ? byte < 0xA0 : byte &- 0x41 < 26
      if word[index] != (isCapital ? byte | 0x20 : byte) { return false }
      isAfterMark = byte == 0xC3
    }
    return true
  }
}
