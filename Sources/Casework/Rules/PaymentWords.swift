/// Words that promise payment, as a term of a contract uses them.
struct PaymentWords: Sendable {
  /// Parts of words.
  private let stems: [String]
  /// Whole words.
  private let words: Set<String>
  /// Whether hours promise it too, where something is said to be paid.
  private var areHours = false

  private static let wages: Set = ["løn", "lønnen", "timeløn", "aflønnes", "aflønnet", "aflønning"]

  /// Payment of anything.
  static let ofAnything = PaymentWords(
    stems: [
      "betal", "godtgør", "godtgjor", "refunder", "vederlag", "honorar", "honorer", "faktur", "sygeløn",
    ],
    words: wages.union(["kr", "kroner", "dækkes", "dækker", "dækket", "kilometerpenge", "km-penge"]))
  /// Payment of time.
  static let ofTime = PaymentWords(stems: [], words: wages, areHours: true)

  /// Whether a text promises payment for what some signs stand for: in one clause that denies nothing, and in which it is
  /// not the counterpart who pays.
  func arePromised(for signs: [String], in text: String) -> Bool {
    Self.clauses(of: text).contains { clause in
      guard signs.contains(where: clause.text.contains), isHeld(in: clause.text), !clause.isDenied else { return false }
      return !Self.others.contains { other in
        ["\(other) betaler", "\(other) dækker", "betaler \(other) selv", "betales af \(other)", "dækkes af \(other)"]
          .contains(where: clause.text.contains)
      }
    }
  }

  private func isHeld(in clause: String) -> Bool {
    let found = clause.split { !$0.isLetter && $0 != "-" }
    return found.contains { words.contains(String($0)) || stems.contains(where: $0.contains) }
      || areHours && found.contains { $0.hasSuffix("timer") } && Self.ofAnything.isHeld(in: clause)
  }

  /// What ends with a stop before a capital letter, a semicolon or a new line, and what stands on both sides of *men*.
  private static func clauses(of text: String) -> [Clause] {
    var sentences: [String] = [""]
    let letters = Array(text)
    for (index, letter) in letters.enumerated() {
      // Only what stands behind a stop is looked for, so that white space is passed over once.
      let isStop = letter == "." && letters[(index + 1)...].first { !$0.isWhitespace }?.isUppercase != false
      if isStop || ";!?\n".contains(letter) {
        sentences.append("")
      } else {
        sentences[sentences.count - 1].append(letter)
      }
    }
    return sentences.flatMap { $0.lowercased().split(separator: " men ").map { Clause(text: String($0)) } }
  }

  /// Who may pay what the municipality may not.
  private static let others = [
    "virksomheden", "institutionen", "uddannelsesinstitutionen", "leverandøren", "arbejdsgiveren", "arbejdsstedet",
    "konsulenten", "mentoren", "personen",
  ]
}
