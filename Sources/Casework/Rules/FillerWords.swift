/// What stands where something should be said, and says nothing.
enum FillerWords {
  /// What stands for words that nobody has written yet, or answers a question that a letter does not ask.
  private static let phrases: Set<String> = [
    "ja", "nej", "true", "false", "sandt", "falsk", "tbd", "todo", "test", "na", "n a", "null", "tom", "tekst",
    "ved ikke", "mangler", "afventer", "senere", "følger", "følger senere", "kommer", "kommer senere", "skrives senere",
    "udfyldes senere", "udfyldes", "ikke udfyldt", "ikke oplyst", "ikke relevant", "ikke aktuelt", "indsæt tekst",
  ]

  /// The longest of them, in bytes; signs may stand around it.
  private static let longest = 40

  /// Whether a text is only signs, one letter over and over, or one of the phrases.
  static func fill(_ text: String) -> Bool {
    guard text.utf8.count <= longest else { return false }
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    return words.allSatisfy(isOneLetter) || phrases.contains(words.joined(separator: " "))
  }

  /// As in *xxx* or *x*; a number is none, nor is a sign that is a word in its own script.
  private static func isOneLetter(_ word: Substring) -> Bool {
    guard let first = word.first, first.isLetter, first.isASCII || word.count > 2 else { return false }
    return word.allSatisfy { $0 == first }
  }

  /// Whether a text that should be somebody's answer says that there is none: »ikke svaret endnu«.
  static func denyAnswer(_ text: String) -> Bool {
    guard text.utf8.count <= 2 * longest else { return false }
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    return words.count <= 6 && words.contains { ["ikke", "intet", "ingen"].contains($0) }
      && words.contains { ["svar", "svaret", "reageret", "hørt", "vendt"].contains($0) }
  }
}
