import Diagnostics

/// A stylesheet that is to stand inside a document: without comments and indentation, and with nothing that reaches
/// outside the document or ends the style element.
struct Stylesheet {
  /// The bytes to print.
  let compact: [UInt8]
  /// What is wrong, each with its place in the stylesheet.
  let diagnostics: [Diagnostic]

  /// What a stylesheet may not hold, and why.
  private static let forbidden: [(text: StaticString, reason: String)] = [
    ("@import", "it loads another file"),
    ("url(", "it loads another file"),
    ("image-set(", "it loads another file"),
    ("image(", "it loads another file"),
    ("src(", "it loads another file"),
    ("</", "it could end the style element"),
    ("<!--", "it could hide what follows"),
    ("-->", "it could hide what went before"),
    ("expression(", "it runs code in old browsers"),
    // An escape can spell any of the others: u\\72l( is url(.
    ("\\", "an escape can hide what it means"),
  ]

  /// Whether a byte begins one of them.
  private static let begins: [Bool] = {
    var begins = [Bool](repeating: false, count: 256)
    for (text, _) in forbidden { begins[Int(text.utf8Start.pointee)] = true }
    return begins
  }()

  init(_ bytes: [UInt8], file: String) {
    var checks = Checks(bytes: bytes, file: file)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      checks.report(0, 1, "the stylesheet begins with a byte order mark", help: "save it as UTF-8 without one")
    }
    if String(validating: bytes, as: UTF8.self) == nil {
      checks.report(0, 1, "the stylesheet is not UTF-8", help: "save it as UTF-8")
    }
    let code = Self.withoutComments(bytes, &checks)
    let lower = code.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
    for place in lower.indices where Self.begins[Int(lower[place])] {
      for (word, reason) in Self.forbidden where word.withUTF8Buffer({ lower[place...].starts(with: $0) }) {
        checks.report(
          place, word.utf8CodeUnitCount, "a stylesheet may not hold '\(word)': \(reason)",
          help: "a document is self-contained; write the rule without it")
      }
    }
    diagnostics = checks.diagnostics.sortedByPlace
    compact = Self.compacted(code)
  }

  /// The bytes with each comment as spaces, so that places stay and what stood around it stays apart.
  private static func withoutComments(_ bytes: [UInt8], _ checks: inout Checks) -> [UInt8] {
    var code = bytes
    var i = 0
    var quote: (byte: UInt8, at: Int)?
    while i < bytes.count {
      let c = bytes[i]
      if let open = quote {
        if c == open.byte { quote = nil }
        if c == 0x0A { break }
      } else if c == UInt8(ascii: "\"") || c == UInt8(ascii: "'") {
        quote = (c, i)
      } else if c == UInt8(ascii: "/"), i + 1 < bytes.count, bytes[i + 1] == UInt8(ascii: "*") {
        var end = i + 2
        while end + 1 < bytes.count, !(bytes[end] == UInt8(ascii: "*") && bytes[end + 1] == UInt8(ascii: "/")) {
          end += 1
        }
        guard end + 1 < bytes.count else {
          checks.report(i, 2, "this comment has no end", help: "close it with */")
          return code
        }
        for k in i..<end + 2 where bytes[k] != 0x0A { code[k] = 0x20 }
        i = end + 1
      }
      i += 1
    }
    if let open = quote { checks.report(open.at, 1, "this text has no closing quote on its line") }
    return code
  }

  /// Without the white space that only lays out the source; leaves one rule a line.
  private static func compacted(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var quote: UInt8?
    for c in bytes {
      if let open = quote {
        result.append(c)
        if c == open { quote = nil }
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
    }
    while let last = result.last, isSpace(last) { result.removeLast() }
    return result
  }

  /// Collects messages with places in the stylesheet.
  private struct Checks {
    let bytes: [UInt8]
    let file: String
    var diagnostics: [Diagnostic] = []

    mutating func report(_ offset: Int, _ width: Int, _ message: String, help: String? = nil) {
      let before = bytes[..<offset]
      let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      let end = bytes[offset...].firstIndex(of: 0x0A) ?? bytes.count
      let location = SourceLocation(
        file: file, line: before.count { $0 == 0x0A } + 1,
        column: bytes[start..<offset].count { $0 & 0xC0 != 0x80 } + 1)
      let line = String(decoding: bytes[start..<end], as: UTF8.self)
      let excerpt = line.unicodeScalars.count > 400 ? nil : Diagnostic.Excerpt(line: line, width: width)
      diagnostics.append(
        Diagnostic(.error, "unsafe-style", message, at: location, excerpt: excerpt, help: help))
    }
  }
}
