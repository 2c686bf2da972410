/// Letters that are written as a letter and a mark after it, as some programs and file systems do: *Å* as *A* and a ring.
///
/// To Unicode both are one text (its normalization form C is the shorter), but not to every reader of a letter: some show the
/// mark beside the letter, and a page with it is not valid HTML.
enum CombinedLetters {
  /// Whether a byte begins one of the marks (U+0300 to U+036F) in UTF-8.
  static func beginsMark(_ byte: UInt8) -> Bool { byte == 0xCC || byte == 0xCD }

  /// A text with one letter for each letter and its mark, where there is such a letter.
  static func composed(_ text: String) -> String {
    text.reduce(into: "") { $0 += composed($1) }
  }

  private static func composed(_ character: Character) -> String {
    let scalars = character.unicodeScalars
    // However many marks there are, those further on are no part of the letter.
    for count in [longest, 2] {
      let head = scalars.prefix(count)
      // Characters are equal when they are one to Unicode.
      if head.count == count, let place = letters.firstIndex(of: Character(String(String.UnicodeScalarView(head)))) {
        return String(letters[place]) + String(String.UnicodeScalarView(scalars.dropFirst(count)))
      }
    }
    return String(character)
  }

  /// A letter and two marks, as *ế*: no letter of the table is written with more.
  private static let longest = 3

  /// The letters of Latin that have marks.
  static let letters: Set<Character> = {
    let blocks: [ClosedRange<UInt32>] = [0xC0...0x24F, 0x1E00...0x1EFF]
    return Set(blocks.joined().compactMap(Unicode.Scalar.init).map(Character.init))
  }()
}
