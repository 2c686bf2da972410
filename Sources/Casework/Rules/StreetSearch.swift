/// The street that somebody lives in, to be found in texts that others read.
///
/// In a sentence the street's name alone tells where somebody lives; so the house number is not needed. Capital letters, å and aa,
/// white space, hyphens and full stops make no difference.
struct StreetSearch {
  private let name: [String]

  /// Takes the street's name out of `vej`: the words before the house number, without a place or c/o before them.
  ///
  /// - Parameter withNumber: whether the house number must follow it, where a text may name the street for another reason.
  init?(_ street: String, withNumber: Bool = false) {
    var name: [String] = []
    for part in street.split(separator: ",") {
      let words = Self.words(of: part)
      let number = words.dropFirst().firstIndex { $0.first?.isNumber == true }
      if name.isEmpty || number != nil { name = Array(words[..<(number ?? words.endIndex)]) }
      guard let number else { continue }
      // A name of one or two letters is found in every text; then the number must follow it.
      if withNumber || name.joined().count < 3 { name.append(words[number]) }
      break
    }
    if name.joined().count < 3 { return nil }
    self.name = name
  }

  /// Whether a text names the street, also in the genitive.
  func finds(in text: String) -> Bool {
    let words = Self.words(of: text[...])
    guard words.count >= name.count else { return false }
    return (0...words.count - name.count).contains { start in
      zip(words[start...], name).enumerated().allSatisfy { index, pair in
        pair.0 == pair.1 || index == name.count - 1 && pair.0 == pair.1 + "s"
      }
    }
  }

  /// The words and numbers of a text, in small letters and without characters that cannot be seen.
  private static func words(of text: Substring) -> [String] {
    var words: [String] = []
    var isOpen = false
    for character in text.lowercased()
    where !character.unicodeScalars.allSatisfy(\.properties.isDefaultIgnorableCodePoint) {
      guard character.isLetter || character.isNumber else {
        isOpen = false
        continue
      }
      let letters =
        character == "å" ? "aa" : String(character.unicodeScalars.filter { !$0.properties.isDefaultIgnorableCodePoint })
      if isOpen, words[words.count - 1].last?.isNumber == character.isNumber {
        words[words.count - 1] += letters
      } else {
        words.append(letters)
        isOpen = true
      }
    }
    return words
  }
}
