/// The marks that stand in a row on one letter.
///
/// No writing piles up more than a few. Hundreds run over the lines above and below, hide what stands there, and make one
/// letter so long that everything that goes through a text letter by letter becomes slow.
struct MarkRun {
  /// More than any letter has, in any script.
  static let limit = 8

  /// Where the first stands.
  private(set) var start = 0
  private(set) var count = 0
  /// Where the last ends.
  private var end = 0

  /// Counts a mark, which goes on with the row when it stands right behind the last.
  mutating func add(_ place: Range<Int>) {
    if count == 0 || place.lowerBound != end {
      start = place.lowerBound
      count = 0
    }
    count += 1
    end = place.upperBound
  }

  /// Whether a character is written on the one before it.
  static func isMark(_ value: UInt32) -> Bool {
    guard value >= 0x300, let scalar = Unicode.Scalar(value) else { return false }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return true
    default: return false
    }
  }
}
