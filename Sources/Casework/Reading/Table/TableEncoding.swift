import Diagnostics

/// Which encoding a table is in. Spreadsheets write UTF-8 or, older ones and some choices in their menus, Windows-1252.
///
/// It shows in the first row that is not plain ASCII: Danish text in Windows-1252 is never valid UTF-8.
enum TableEncoding {
  /// Only ASCII until now, which is the same in both.
  case undecided
  case utf8
  case windows1252

  /// What came of a row's bytes.
  enum Outcome {
    /// They are UTF-8 now; what is not is told cell by cell.
    case text
    /// As before, and it has shown just now that the table is in Windows-1252.
    case isWindows1252
    /// Letters come out as signs: it is an encoding of MS-DOS or of older Macintoshes.
    case unknown
  }

  /// Makes UTF-8 of a row.
  mutating func decode(_ row: inout [UInt8]) -> Outcome {
    guard row.contains(where: { $0 >= 0x80 }) else { return .text }
    var outcome = Outcome.text
    if self == .undecided {
      let isLatin = Self.holdsNoUTF8(row)
      if isLatin, Self.looksForeign(row) { return .unknown }
      self = isLatin ? .windows1252 : .utf8
      if isLatin { outcome = .isWindows1252 }
    }
    if self == .utf8 { return .text }
    if Self.looksForeign(row) { return .unknown }
    row = row.flatMap { byte in UTF8.encode(Self.scalar(byte)).map(Array.init) ?? [] }
    return outcome
  }

  /// Whether no character beyond ASCII is written as UTF-8 writes it.
  private static func holdsNoUTF8(_ row: [UInt8]) -> Bool {
    var index = 0
    while index < row.count {
      let byte = row[index]
      let length = byte < 0xC2 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : byte < 0xF5 ? 4 : 1
      if length > 1, index + length <= row.count, row[index + 1..<index + length].allSatisfy({ $0 & 0xC0 == 0x80 }) {
        return false
      }
      index += 1
    }
    return true
  }

  /// Whether signs stand inside words that are letters in the encodings of MS-DOS (å 86, ø 9B, æ 91) and of older
  /// Macintoshes (å 8C, æ BE, ø BF).
  private static func looksForeign(_ row: [UInt8]) -> Bool {
    row.indices.contains { index in
      switch row[index] {
      case 0x81, 0x8D, 0x8F, 0x90, 0x9D: return true  // No character of Windows-1252.
      case 0x86, 0x8C, 0x91, 0x9B, 0xBE, 0xBF:
        return index > 0 && index + 1 < row.count && isLetter(row[index - 1]) && isLetter(row[index + 1])
      default: return false
      }
    }
  }

  private static func scalar(_ byte: UInt8) -> Unicode.Scalar {
    (0x80...0x9F).contains(byte) ? upperHalf[Int(byte) - 0x80] : Unicode.Scalar(byte)
  }

  /// What Windows has where Latin-1 has controls; those five that it does not have never come here.
  private static let upperHalf: [Unicode.Scalar] = [
    "€", "\u{81}", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\u{8D}", "Ž", "\u{8F}", "\u{90}", "‘", "’",
    "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "\u{9D}", "ž", "Ÿ",
  ]
}
