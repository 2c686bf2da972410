/// Prepares a stylesheet to stand inside a document: no comments, no indentation, nothing that reaches outside.
enum Stylesheet {
  /// What a stylesheet may not hold, and why.
  static let forbidden: [(text: String, reason: String)] = [
    ("@import", "it loads another file"),
    ("url(", "it loads another file"),
    ("image-set(", "it loads another file"),
    ("</", "it could end the style element"),
    ("<!--", "it could hide what follows"),
    ("expression(", "it runs code in old browsers"),
  ]

  /// Removes comments and the white space that only lays out the source; leaves one rule a line.
  static func compact(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var i = 0
    var quote: UInt8?
    while i < bytes.count {
      let c = bytes[i]
      if let open = quote {
        result.append(c)
        if c == open { quote = nil }
      } else if c == UInt8(ascii: "/"), i + 1 < bytes.count, bytes[i + 1] == UInt8(ascii: "*") {
        i += 2
        while i + 1 < bytes.count, !(bytes[i] == UInt8(ascii: "*") && bytes[i + 1] == UInt8(ascii: "/")) { i += 1 }
        i += 1
      } else if isSpace(c) {
        let isLine = c == 0x0A
        if let last = result.last, last == 0x20 || last == 0x0A {
          if isLine { result[result.count - 1] = 0x0A }
        } else if !result.isEmpty {
          result.append(isLine ? 0x0A : 0x20)
        }
      } else {
        if c == UInt8(ascii: "\"") || c == UInt8(ascii: "'") { quote = c }
        result.append(c)
      }
      i += 1
    }
    while let last = result.last, isSpace(last) { result.removeLast() }
    return result
  }
}
