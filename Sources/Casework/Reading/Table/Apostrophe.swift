/// The apostrophe that keeps a spreadsheet from taking the text of a cell for a formula.
///
/// A copy with errors puts one before each text that begins with `=`, `+`, `-`, `@`, a tab or an end of line, also when
/// apostrophes stand before that sign and unless nothing else is in the cell; reading the copy takes one away from just those. So a text that nobody changed
/// comes back as it was, and the texts of other tables are never touched.
package enum Apostrophe {
  /// The text as a copy holds it.
  package static func add(to text: String) -> String { isNeeded(Array(text.utf8)) ? "'" + text : text }

  /// Undoes ``add(to:)``.
  static func takeAway(_ text: inout [UInt8]) {
    if text.first == UInt8(ascii: "'"), isNeeded(text) { text.removeFirst() }
  }

  private static func isNeeded(_ text: [UInt8]) -> Bool {
    // An empty cell stays one.
    guard text.contains(where: { ![0x09, 0x0A, 0x0D, 0x20, UInt8(ascii: "'")].contains($0) }) else { return false }
    return switch text.first(where: { $0 != UInt8(ascii: "'") }) {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0A, 0x0D: true
    default: false
    }
  }
}
