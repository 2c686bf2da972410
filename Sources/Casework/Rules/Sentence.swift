/// One sentence of a text in small letters, with its clauses: what rules about wording look at.
///
/// A denial belongs to its clause: »klager du, fortsætter støtten, så du ikke mister den« denies nothing of the support.
struct Sentence: Sendable {
  /// The whole sentence.
  let text: String
  /// Its clauses: between commas, and before and after a condition.
  let clauses: [Clause]

  init(_ sentence: Substring) {
    text = sentence.lowercased().replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
    var parts = text.split(separator: ",").map(String.init)
    for word in [" hvis ", " når ", " medmindre "] {
      parts = parts.flatMap { $0.split(separator: word).map(String.init) }
    }
    clauses = parts.map(Clause.init)
  }

  /// Whether the sentence holds any of the phrases.
  func holds(_ phrases: [String]) -> Bool { phrases.contains(where: text.contains) }
}

/// A part of a sentence, with its denial.
struct Clause: Sendable {
  let text: String

  /// Whether it says that something is not so.
  var isDenied: Bool {
    text.split { !$0.isLetter }.contains { ["ikke", "ingen", "intet", "aldrig", "uden", "hverken"].contains($0) }
  }

  /// Whether the clause holds any of the phrases.
  func holds(_ phrases: [String]) -> Bool { phrases.contains(where: text.contains) }
}

extension CaseText {
  /// The sentences, ended by a stop or a new line. A stop inside a number ends none.
  var sentences: [Sentence] {
    text.split { ".!?\n".contains($0) }.map(Sentence.init)
  }
}
