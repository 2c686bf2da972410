import XMLTree

extension LawLoader {
  /// Reports an attribute that a letter prints as it stands and that is not written as law is cited.
  func checkPrinted(_ edition: XMLElement, _ file: inout LawFile) {
    if let number = edition.attribute("paragraf"), !Self.isProvision(number.value) {
      file.report(
        "provision-number", "'\(number.value)' is printed as it stands, and is not written as a provision",
        at: number.valuePosition, width: number.value.unicodeScalars.count,
        help: "write '§ 126', '§ 52, nr. 1' or '§§ 60, 66 og 72'")
    }
    if let name = edition.attribute("navn"), !Self.isTidy(name.value) {
      file.report(
        "crowded-name", "'\(name.value)' is printed as it stands, and has a space too many or too few",
        at: name.valuePosition, width: name.value.unicodeScalars.count,
        help: "write it as 'lov nr. 280 af 1. marts 2024'")
    }
  }

  private static func isProvision(_ words: String) -> Bool {
    let number = words.hasPrefix("§§ ") ? words.dropFirst(3) : words.hasPrefix("§ ") ? words.dropFirst(2) : ""
    return number.first?.isNumber == true && isTidy(words)
  }

  /// Whether words have one space between them, none around them and none missing after a point or a comma, and end as a
  /// name ends.
  private static func isTidy(_ words: String) -> Bool {
    var before = UInt8(ascii: " ")
    for byte in words.utf8 {
      let isSpace = byte == UInt8(ascii: " ")
      if isSpace, before == UInt8(ascii: " ") { return false }
      if before == UInt8(ascii: ".") || before == UInt8(ascii: ","), !isSpace { return false }
      before = byte
    }
    return words.last.map { $0.isLetter || $0.isNumber } ?? false
  }
}
