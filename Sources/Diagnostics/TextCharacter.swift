/// Which characters may stand in a text, whether a case, a template or a law: what XML and HTML can carry, and what does
/// not deceive the reader.
package enum TextCharacter {
  /// How a character that cannot be seen is named: `U+200B`.
  package static func name(_ scalar: UInt32) -> String { "U+\(hex(scalar))" }

  /// Whether a character may stand in a text. Line breaks and tabs are for the reader to allow.
  @inlinable
  package static func isAllowed(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x00...0x1F, 0x7F...0x9F: false  // Controls.
    case 0x2028, 0x2029: false  // Line breaks that few programs know.
    case 0xE000...0xF8FF, 0xF0000...: false  // Each program, or font, has signs of its own there.
    case 0xFDD0...0xFDEF: false  // No characters.
    case 0xFFFD...0xFFFF: false  // What stands for a letter that is lost, and no characters.
    case 0x10000...: scalar & 0xFFFE != 0xFFFE && !isHidden(scalar)  // The last two of each plane are no characters.
    default: !turnsWriting(scalar) && !isHidden(scalar)
    }
  }

  /// Whether a character changes the direction of what follows.
  @inlinable
  package static func turnsWriting(_ scalar: UInt32) -> Bool {
    (0x202A...0x202E).contains(scalar) || (0x2066...0x2069).contains(scalar)
  }

  /// Whether a character leaves no trace on paper, so that a text with it can pass for one without.
  ///
  /// The soft hyphen, the joiners of letters (U+200C, U+200D) and the selectors of a form (U+FE00 to U+FE0F) belong to
  /// words and signs, and stay: what is searched for is found despite them.
  @inlinable
  package static func isHidden(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x034F, 0x061C, 0x180E: true  // Joiner of graphemes, mark of direction, separator of vowels.
    case 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0: true  // Fillers that take no place, or that of a space.
    case 0x200B, 0x200E, 0x200F, 0x2060...0x2065, 0x206A...0x206F, 0xFEFF: true
    case 0xFFF0...0xFFFB: true  // Interlinear notes.
    case 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A: true  // Shorthand and music.
    case 0xE0000...0xE0FFF: true  // Tags, and selectors of rare forms.
    default: false
    }
  }

  /// Whether a character leaves something on paper by itself: no space, no mark for a letter, nothing that Unicode does
  /// not know. A text without any is as good as missing.
  package static func isInk(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint { return false }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark, .control, .format, .unassigned, .privateUse, .surrogate:
      return false
    // Braille without a dot.
    default: return scalar.value != 0x2800
    }
  }
}
