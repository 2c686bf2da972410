import Diagnostics

/// Tells which colours of a stylesheet cover what is behind them, and so can be read.
enum StyleColour {
  /// Whether a value is one colour that nothing shines through: a name, `#12495a`, three numbers, or a variable.
  static func isOpaque(_ value: String) -> Bool {
    if value.utf8.allSatisfy(isLetter) { return !value.isEmpty && value != "transparent" }
    if value.hasPrefix("#") { return isOpaque(hex: value.utf8.dropFirst()) }
    guard let open = value.utf8.firstIndex(of: UInt8(ascii: "(")), value.hasSuffix(")") else { return false }
    let function = value[..<open]
    let inner = String(value[value.utf8.index(after: open)...].dropLast())
    switch function {
    case "rgb", "rgba", "hsl", "hsla":
      // The fourth would let through what is behind; what another function gives is not known.
      return !inner.utf8.contains { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "(") }
        && inner.split(whereSeparator: { $0 == "," || $0 == " " }).count == 3
    case "var":
      let parts = inner.split(separator: ",", maxSplits: 1).map { $0.filter { $0 != " " } }
      return parts.count < 2 || isOpaque(parts[1])
    default: return false
    }
  }

  /// Whether a variable could hold a colour that lets through what is behind it.
  static func mayShineThrough(_ value: String) -> Bool {
    if value.holds("transparent") || !hexadecimals(value).allSatisfy({ isOpaque(hex: $0) }) { return true }
    return functions.contains(where: value.holds) && !isOpaque(value)
  }

  private static let functions: [StaticString] = [
    "rgb(", "rgba(", "hsl(", "hsla(", "hwb(", "lab(", "lch(", "color(", "color-mix(", "light-dark(", "device-cmyk(",
  ]

  private static func isOpaque(hex digits: some Collection<UInt8>) -> Bool { digits.count == 3 || digits.count == 6 }

  /// What follows each `#`.
  private static func hexadecimals(_ value: String) -> [Substring.UTF8View] {
    value.utf8.split(separator: UInt8(ascii: "#"), omittingEmptySubsequences: false).dropFirst().map { rest in
      rest.prefix { isDigit($0) || isLetter($0) }
    }
  }
}
