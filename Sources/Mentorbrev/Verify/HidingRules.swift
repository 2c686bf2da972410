/// Tells whether a stylesheet of a letter has a declaration that takes something off the page.
///
/// It is a plain look for the plain ways, whatever they are applied to: stylesheets are examined closely when they are
/// compiled, and a letter's must not have any of these.
struct HidingRules {
  /// What was found of stylesheets, which are the same in most letters.
  private var known: [ArraySlice<UInt8>: String?] = [:]

  /// The first declaration that hides something, such as `display:none`; nil when there is none.
  mutating func first(in style: ArraySlice<UInt8>) -> String? {
    if let known = known[style] { return known }
    let found = Self.find(in: style)
    if known.count < 64 { known[style] = .some(found) }
    return found
  }

  private static func find(in style: ArraySlice<UInt8>) -> String? {
    let text = String(decoding: style, as: UTF8.self).lowercased()
    for part in text.split(whereSeparator: { "{};".contains($0) }) {
      guard let colon = part.firstIndex(of: ":") else { continue }
      let property = part[..<colon].filter { !$0.isWhitespace }
      let value = part[part.index(after: colon)...].replacing("!important", with: "").filter { !$0.isWhitespace }
      if hides(property, value) { return "\(property):\(value)" }
    }
    return nil
  }

  private static func hides(_ property: String, _ value: String) -> Bool {
    switch property {
    case "display": value == "none"
    case "visibility": value == "hidden" || value == "collapse"
    case "content-visibility": value == "hidden"
    case "opacity": Double(value).map { $0 < 0.5 } ?? (value == "0%")
    case "font-size": Double(value.prefix { $0.isNumber || $0 == "." }).map { $0 == 0 } ?? false
    default: false
    }
  }
}
