import Diagnostics

/// Tells which declarations could hide what a template is proven to print.
///
/// Colours that are too near to each other, boxes that lie over others, and lines that may not break, it cannot see.
enum HidingStyle {
  /// What a declaration does to the text, or nil when it hides nothing.
  static func reason(_ declaration: StyleBlocks.Declaration) -> String? {
    let (property, value) = (declaration.property, declaration.value)
    if declaration.target == .page { return nil }
    let numbers = StyleNumber.all(in: value)
    if numbers.contains(where: isBeyondTheSheet) { return "it reaches far beyond the sheet" }
    switch declaration.target {
    case .addition:
      return StyleAddition.isHarmless(property, value)
        ? nil : "what a stylesheet adds could cover what the template prints"
    case .tableHead: return nil
    case .element, .page: return reason(property, value, numbers)
    }
  }

  private static func reason(_ property: String, _ value: String, _ numbers: [StyleNumber]) -> String? {
    let hides = "it can hide what the template prints"
    let moves = "it can move what the template prints out of sight"
    let small = "it can be too small to read"
    // What is registered for a variable stands where nothing else is given.
    if property.hasPrefix("--") || property == "initial-value" {
      return StyleColour.mayShineThrough(value) ? hides : nil
    }
    if let harmless = harmless(property) { return harmless.contains(value) ? nil : hides }
    switch property {
    case "color": return StyleColour.isOpaque(value) ? nil : hides
    case "text-decoration", "text-decoration-line": return value.holds("line-through") ? hides : nil
    case "position": return ["static", "relative", "sticky"].contains(value) ? nil : moves
    case "top", "right", "bottom", "left",
      _ where property.hasPrefix("inset"):
      return ["auto", "0"].contains(value) ? nil : moves
    case _ where property.hasPrefix("overflow") && property != "overflow-wrap" && property != "overflow-anchor":
      return value == "visible" ? nil : hides
    case "letter-spacing", "word-spacing":
      return isUnknown(value) || numbers.contains { isFar($0) || isApart($0) } ? moves : nil
    case _ where property.hasPrefix("margin") || property.hasPrefix("padding") || property.hasSuffix("gap"):
      return isUnknown(value) || numbers.contains(where: isFar) ? moves : nil
    case _ where property.hasPrefix("border") && !property.hasSuffix("radius"):
      return numbers.contains(where: isFar) ? moves : nil
    case "font-size": return isReadable(value) ? nil : small
    case "font": return isReadableFont(value) ? nil : small
    case "line-height": return isReadableLine(value) ? nil : "its lines can lie over each other"
    default: return nil
    }
  }

  /// The values that hide nothing, for properties whose other values can.
  private static func harmless(_ property: String) -> [String]? {
    if let values = harmlessValues[property] { return values }
    return property.hasPrefix("mask") || property.hasPrefix("text-stroke") ? ["none", "0"] : nil
  }

  private static let harmlessValues: [String: [String]] = {
    var values: [String: [String]] = [
      "display": [
        "block", "inline", "inline-block", "flow-root", "list-item", "flex", "inline-flex", "grid", "inline-grid",
        "table", "inline-table", "table-caption", "table-header-group", "table-row-group", "table-footer-group",
        "table-row", "table-cell", "contents", "inherit", "initial", "unset", "revert",
      ],
      "visibility": ["visible", "inherit"],
      "direction": ["ltr"],
      "opacity": ["1", "100%", "normal"],
      "zoom": ["1", "100%", "normal"],
      "text-indent": ["0"],
      "font-size-adjust": ["none"],
      "text-size-adjust": ["none", "auto", "100%"],
    ]
    let others = [
      "content", "content-visibility", "clip", "clip-path", "filter", "backdrop-filter", "mix-blend-mode", "transform",
      "translate", "scale", "rotate", "perspective", "text-security", "text-fill-color", "unicode-bidi", "contain",
      "line-clamp", "max-lines", "continue", "offset", "offset-path", "animation", "animation-name",
    ]
    for property in others { values[property] = ["none", "normal", "auto", "visible"] }
    return values
  }()

  // MARK: Values

  /// Whether a value is only known when the page is laid out: `var(`, `calc(` and whatever else computes one.
  static func isUnknown(_ value: String) -> Bool { value.utf8.contains(UInt8(ascii: "(")) }

  /// Whether a length is longer than anything on the sheet.
  private static func isBeyondTheSheet(_ number: StyleNumber) -> Bool {
    !number.unit.isEmpty && abs(number.pixels ?? number.value) >= 1000
  }

  /// Whether one of the spaces around something takes it out of sight.
  static func isFar(_ value: String) -> Bool { StyleNumber.all(in: value).contains(where: isFar) }

  /// Whether a space is negative, beyond a tenth of a letter, or pushes its content out to the side.
  private static func isFar(_ number: StyleNumber) -> Bool {
    guard let pixels = number.pixels else { return number.value < 0 || !number.unit.isEmpty && number.value > 50 }
    return number.isRelative ? number.value < -0.1 || pixels > 160 : pixels < 0 || pixels > 400
  }

  /// Whether letters or words stand too far apart to be read as such.
  private static func isApart(_ number: StyleNumber) -> Bool { number.pixels.map { $0 > 8 } ?? (number.value > 0) }

  private static func isReadable(_ size: String) -> Bool {
    if ["inherit", "smaller", "larger", "small", "medium", "large", "x-large", "xx-large"].contains(size) {
      return true
    }
    let found = StyleNumber.all(in: size)
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
      guard let number = StyleNumber.all(in: parts[0]).first, !number.unit.isEmpty else {
        if isUnknown(parts[0]) { return false }
        continue
      }
      return isReadable(parts[0]) && (parts.count == 1 || isReadableLine(parts[1]))
    }
    return false
  }

  private static func isReadableLine(_ value: String) -> Bool {
    if value == "normal" || value == "inherit" { return true }
    let found = StyleNumber.all(in: value)
    guard !isUnknown(value), found.count == 1 else { return false }
    let least = found[0].unit.isEmpty ? 0.8 : leastSize[found[0].unit].map { $0 * 1.2 }
    return least.map { found[0].value >= $0 } ?? false
  }
}
