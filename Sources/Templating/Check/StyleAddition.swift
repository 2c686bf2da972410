import Diagnostics

/// Tells what a stylesheet may do with what it adds itself: `::before`, `::after`, `::marker`.
///
/// Laid over the page it must not cover it, and beside a text it must not push it out of sight. Only what is known to do
/// neither is taken.
enum StyleAddition {
  static func isHarmless(_ property: String, _ value: String) -> Bool {
    if free.contains(property) || ["counter-", "break-", "page-break-", "font-v"].contains(where: property.hasPrefix) {
      return true
    }
    switch property {
    case "position": return ["static", "relative", "absolute"].contains(value)
    case "font-size": return isSmall(value)
    case "font": return isSmallFont(value)
    case "width", "min-width", "height", "min-height",
      _ where property.hasPrefix("margin") || property.hasPrefix("padding"):
      return !HidingStyle.isUnknown(value) && !HidingStyle.isFar(value)
    case "background", "background-image", "box-shadow", "outline", "text-shadow", "text-decoration", "filter",
      "transform":
      return value == "none"
    case _ where property.hasPrefix("border") && property.hasSuffix("radius"): return true
    case _ where property.hasPrefix("border") && (property.hasSuffix("color") || property.hasSuffix("style")):
      return true
    case "border", "border-top", "border-right", "border-bottom", "border-left": return isThinLine(value)
    case _ where property.hasPrefix("border-") && property.hasSuffix("width"):
      return !HidingStyle.isUnknown(value) && StyleNumber.all(in: value).allSatisfy(isThin)
    default: return false
    }
  }

  /// Whatever their values.
  private static let free: Set<String> = [
    "content", "quotes", "color", "font-family", "font-weight", "font-style", "font-stretch", "line-height",
    "letter-spacing", "word-spacing", "text-align", "text-transform", "text-decoration-line", "vertical-align",
    "white-space", "hyphens", "display", "visibility", "opacity", "float", "clear", "box-sizing", "list-style-type",
    "inset", "top", "right", "bottom", "left", "max-width", "max-height",
  ]

  /// Letters no larger than those of a heading.
  private static func isSmall(_ size: String) -> Bool {
    !HidingStyle.isUnknown(size)
      && StyleNumber.all(in: size).allSatisfy { $0.unit == "%" ? $0.value <= 300 : $0.pixels.map { $0 <= 48 } ?? false }
  }

  /// `700 1rem/1.2 Georgia`: the size is the first word with a unit.
  private static func isSmallFont(_ value: String) -> Bool {
    let sized = value.words.first { StyleNumber.all(in: $0).contains { !$0.unit.isEmpty } }
    return sized.map { isSmall(String($0.prefix { $0 != "/" })) } ?? !HidingStyle.isUnknown(value)
  }

  /// `0.09rem solid var(--blaek)`: with a width of its own, since a variable could bring another.
  private static func isThinLine(_ value: String) -> Bool {
    let widths = StyleNumber.all(in: value)
    if widths.isEmpty { return !HidingStyle.isUnknown(value) }
    return widths.allSatisfy(isThin) && !HidingStyle.isUnknown(value.replacing("var(", with: ""))
  }

  private static func isThin(_ width: StyleNumber) -> Bool { width.pixels.map { $0 <= 4 } ?? (width.value == 0) }
}
