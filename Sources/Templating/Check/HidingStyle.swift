import Diagnostics

/// Tells which declarations could hide what a template is proven to print.
///
/// Colours that are too near to each other, and boxes that lie over others, it cannot see.
enum HidingStyle {
  /// What a declaration does to the text, or nil when it hides nothing.
  static func reason(_ declaration: StyleBlocks.Declaration) -> String? {
    let (property, value) = (declaration.property, declaration.value)
    if declaration.target == .page { return nil }
    if numbers(in: value).contains(where: { abs($0.value) >= 1000 && !$0.unit.isEmpty }) {
      return "it reaches far beyond the sheet"
    }
    switch declaration.target {
    case .addition:
      // Laid over the page, it must not cover it.
      let covers = ["background", "box-shadow", "outline"].contains(where: property.hasPrefix) && value != "none"
      return covers ? "what a stylesheet adds could cover what the template prints" : nil
    case .tableHead: return nil
    case .element, .page: return reason(property, value)
    }
  }

  private static func reason(_ property: String, _ value: String) -> String? {
    let hides = "it can hide what the template prints"
    let moves = "it can move what the template prints out of sight"
    if property.hasPrefix("--") || property == "color" {
      return isTransparent(value, isColour: property == "color") ? hides : nil
    }
    if let harmless = harmless(property) { return harmless.contains(value) ? nil : hides }
    switch property {
    case "display": return value.words.contains("none") || isUnknown(value) ? hides : nil
    case "direction": return value == "ltr" ? nil : hides
    case "position": return ["static", "relative", "sticky"].contains(value) ? nil : moves
    case "top", "right", "bottom", "left",
      _ where property.hasPrefix("inset"):
      return ["auto", "0"].contains(value) ? nil : moves
    case _ where property.hasPrefix("overflow") && property != "overflow-wrap" && property != "overflow-anchor":
      return value == "visible" ? nil : hides
    case "letter-spacing", "word-spacing",
      _ where property.hasPrefix("margin"),
      _ where property.hasPrefix("padding"):
      return isUnknown(value) || numbers(in: value).contains { isFar($0) } ? moves : nil
    case "font-size": return isReadable(value) ? nil : "it can be too small to read"
    case "font": return isReadableFont(value) ? nil : "it can be too small to read"
    case "line-height": return isReadableLine(value) ? nil : "its lines can lie over each other"
    default: return nil
    }
  }

  /// The values that hide nothing, for properties whose other values can.
  private static func harmless(_ property: String) -> [String]? {
    switch property {
    case "visibility": ["visible", "inherit"]
    case "opacity", "zoom": ["1", "100%", "normal"]
    case "text-indent": ["0"]
    case "content", "content-visibility", "clip", "clip-path", "filter", "backdrop-filter", "mix-blend-mode",
      "transform",
      "translate", "scale", "rotate", "perspective", "text-security", "text-fill-color", "unicode-bidi", "contain",
      "line-clamp", "offset", "offset-path", "animation", "animation-name":
      ["none", "normal", "auto", "visible"]
    case _ where property.hasPrefix("mask"): ["none"]
    default: nil
    }
  }

  // MARK: Values

  private static let functions: [StaticString] = ["var(", "calc(", "min(", "max(", "clamp(", "env(", "attr("]

  /// Whether a value is only known when the page is laid out.
  private static func isUnknown(_ value: String) -> Bool {
    value.utf8.contains(UInt8(ascii: "(")) && functions.contains(where: value.holds)
  }

  private static func isTransparent(_ value: String, isColour: Bool) -> Bool {
    value.holds("transparent") || isColour && (value.holds("/") || value.holds("rgba(") || value.holds("hsla("))
  }

  /// Whether a space is negative beyond a tenth of a letter, or pushes its content out to the side.
  private static func isFar(_ number: Number) -> Bool {
    if number.unit == "em" || number.unit == "rem" { return number.value < -0.1 }
    let isPart = number.unit == "%" || number.unit.hasPrefix("v") || number.unit.hasSuffix("vw")
    return number.value < 0 || isPart && number.value > 50
  }

  private static func isReadable(_ size: String) -> Bool {
    if ["inherit", "smaller", "larger", "small", "medium", "large", "x-large", "xx-large"].contains(size) {
      return true
    }
    let found = numbers(in: size)
    guard !isUnknown(size), found.count == 1, let least = leastSize[found[0].unit] else { return false }
    return found[0].value >= least
  }

  /// The least size of a letter that can be read, by unit.
  private static let leastSize: [String: Double] = [
    "px": 8, "pt": 6, "pc": 0.5, "mm": 2, "cm": 0.2, "in": 0.08, "em": 0.5, "rem": 0.5, "%": 50,
  ]

  /// `400 1.5rem/1.15 Georgia`: the size is the first word with a unit, and the height of a line follows it.
  private static func isReadableFont(_ value: String) -> Bool {
    if value == "inherit" { return true }
    for word in value.words {
      let parts = word.split(separator: "/", maxSplits: 1).map(String.init)
      guard let number = numbers(in: parts[0]).first, !number.unit.isEmpty else {
        if isUnknown(parts[0]) { return false }
        continue
      }
      return isReadable(parts[0]) && (parts.count == 1 || isReadableLine(parts[1]))
    }
    return false
  }

  private static func isReadableLine(_ value: String) -> Bool {
    if value == "normal" || value == "inherit" { return true }
    let found = numbers(in: value)
    guard !isUnknown(value), found.count == 1 else { return false }
    let least = found[0].unit.isEmpty ? 0.8 : leastSize[found[0].unit].map { $0 * 1.2 }
    return least.map { found[0].value >= $0 } ?? false
  }

  // MARK: Numbers

  struct Number {
    var value: Double
    /// `px`, `%`; empty for a bare number.
    var unit: String
  }

  /// The numbers of a value, outside words and colours.
  static func numbers(in value: String) -> [Number] {
    guard value.utf8.contains(where: isDigit) else { return [] }
    let bytes = Array(value.utf8)
    var found: [Number] = []
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
        found.append(Number(value: number, unit: String(decoding: bytes[end..<index], as: UTF8.self)))
      }
    }
    return found
  }

  private static func begins(_ bytes: [UInt8], at index: Int) -> Bool {
    var place = index
    if bytes[place] == UInt8(ascii: "-") || bytes[place] == UInt8(ascii: "+") { place += 1 }
    if place < bytes.count, bytes[place] == UInt8(ascii: ".") { place += 1 }
    return place < bytes.count && isDigit(bytes[place])
  }

  private static func isExponent(_ bytes: [UInt8], at index: Int) -> Bool {
    guard bytes[index] == UInt8(ascii: "e"), index + 1 < bytes.count else { return false }
    let isSigned = bytes[index + 1] == UInt8(ascii: "-") || bytes[index + 1] == UInt8(ascii: "+")
    return isDigit(bytes[index + 1]) || isSigned && index + 2 < bytes.count && isDigit(bytes[index + 2])
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte >= 0x80
  }
}
