import Diagnostics

/// A number in a stylesheet, with its unit.
struct StyleNumber {
  var value: Double
  /// `px`, `%`; empty for a bare number.
  var unit: String

  /// The length in pixels of CSS, of which the sheet has 794 by 1123; nil for what is no length. A length that depends
  /// on the letters counts as that of the text.
  var pixels: Double? { (Self.fixed[unit] ?? Self.relative[unit]).map { $0 * value } }

  /// Whether it is measured by letters.
  var isRelative: Bool { Self.relative[unit] != nil }

  private static let fixed: [String: Double] = [
    "px": 1, "pt": 4.0 / 3, "pc": 16, "q": 96 / 101.6, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96,
  ]
  private static let relative: [String: Double] = Dictionary(
    uniqueKeysWithValues: ["em", "ex", "ch", "cap", "ic", "lh", "rem", "rex", "rch", "rcap", "ric", "rlh"].map {
      ($0, 16)
    })

  /// The numbers of a value, outside words and colours.
  static func all(in value: String) -> [StyleNumber] {
    guard value.utf8.contains(where: isDigit) else { return [] }
    // A string that is made here lies in one piece, and this copies none.
    return value.utf8.withContiguousStorageIfAvailable(all) ?? Array(value.utf8).withUnsafeBufferPointer(all)
  }

  private static func all(in bytes: UnsafeBufferPointer<UInt8>) -> [StyleNumber] {
    var found: [StyleNumber] = []
    var index = 0
    while index < bytes.count {
      guard begins(bytes, at: index) else {
        // The rest of a word, and of a colour such as #12495a.
        let isWord = bytes[index] == UInt8(ascii: "#") || isNamePart(bytes[index])
        index += 1
        while isWord, index < bytes.count, isNamePart(bytes[index]) { index += 1 }
        continue
      }
      let start = index
      index += 1
      while index < bytes.count,
        isDigit(bytes[index]) || bytes[index] == UInt8(ascii: ".") || isExponent(bytes, at: index)
      {
        index += bytes[index] == UInt8(ascii: "e") ? 2 : 1
      }
      let end = index
      while index < bytes.count, isLetter(bytes[index]) || bytes[index] == UInt8(ascii: "%") { index += 1 }
      if let number = Double(String(decoding: bytes[start..<end], as: UTF8.self)) {
        found.append(StyleNumber(value: number, unit: String(decoding: bytes[end..<index], as: UTF8.self)))
      }
    }
    return found
  }

  private static func begins(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    var place = index
    if bytes[place] == UInt8(ascii: "-") || bytes[place] == UInt8(ascii: "+") { place += 1 }
    if place < bytes.count, bytes[place] == UInt8(ascii: ".") { place += 1 }
    return place < bytes.count && isDigit(bytes[place])
  }

  private static func isExponent(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard bytes[index] == UInt8(ascii: "e"), index + 1 < bytes.count else { return false }
    let isSigned = bytes[index + 1] == UInt8(ascii: "-") || bytes[index + 1] == UInt8(ascii: "+")
    return isDigit(bytes[index + 1]) || isSigned && index + 2 < bytes.count && isDigit(bytes[index + 2])
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte >= 0x80
  }
}
