import Diagnostics

/// A stylesheet that is to stand inside a document: without comments and indentation, and with nothing that reaches
/// outside the document, ends the style element, or hides what the document is proven to say.
struct Stylesheet: Sendable {
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

  /// Which of them a byte begins.
  private static let begun: [[Int]] = (UInt8.min...UInt8.max).map { byte in
    forbidden.indices.filter { forbidden[$0].text.utf8Start.pointee == small(byte) }
  }

  /// A stylesheet that cannot be read.
  init(unreadable problem: Diagnostic) { self.init(compact: [], diagnostics: [problem]) }

  private init(compact: [UInt8], diagnostics: [Diagnostic]) {
    self.compact = compact
    self.diagnostics = diagnostics
  }

  init(_ bytes: [UInt8], file: String) {
    guard bytes.count <= templateByteLimit else {
      self.init(
        unreadable: Diagnostic(
          .error, "unsafe-style", "the stylesheet has \(bytes.count) bytes; at most \(templateByteLimit) are read",
          at: SourceLocation(file: file, line: 1, column: 1)))
      return
    }
    var checks = Checks(source: SourceText(file: file, bytes: bytes))
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      checks.report(0, 1, "the stylesheet begins with a byte order mark", help: "save it as UTF-8 without one")
    }
    if String(validating: bytes, as: UTF8.self) == nil {
      checks.report(0, 1, "the stylesheet is not UTF-8", help: "save it as UTF-8")
    }
    let code = Self.withoutComments(bytes, &checks)
    let isWhole = checks.isWhole
    for (place, word, reason) in Self.forbiddenWords(code) {
      checks.report(
        place, word.utf8CodeUnitCount, "a stylesheet may not hold '\(word)': \(reason)",
        help: "a document is self-contained; write the rule without it")
    }
    // Where a comment or a text does not end, nothing after it is certain.
    let blocks = StyleBlocks(isWhole ? code : [])
    for (place, message) in blocks.faults { checks.report(place, 1, message) }
    for declaration in blocks.declarations {
      guard let reason = HidingStyle.reason(declaration) else { continue }
      let text = bytes[declaration.place..<declaration.place + declaration.length]
      let width = text.prefix { $0 != 0x0A }.count { $0 & 0xC0 != 0x80 }
      checks.report(
        declaration.place, width, "'\(declaration.property)' may not be '\(declaration.value)' here: \(reason)",
        id: "hiding-style", help: "leave out of the template what is not to be seen")
    }
    let diagnostics = checks.diagnostics + DeceptiveCharacters.errors(in: bytes, file: file)
    self.init(compact: Self.compacted(code), diagnostics: diagnostics.sortedByPlace)
  }

  /// What a stylesheet holds of what it may not, in large letters or small.
  private static func forbiddenWords(_ code: [UInt8]) -> [(place: Int, word: StaticString, reason: String)] {
    var found: [(Int, StaticString, String)] = []
    let begun = begun
    code.withUnsafeBufferPointer { code in
      for place in code.indices {
        for index in begun[Int(code[place])] where isWord(forbidden[index].text, code, at: place) {
          found.append((place, forbidden[index].text, forbidden[index].reason))
        }
      }
    }
    return found
  }

  private static func isWord(_ word: StaticString, _ code: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    guard place + word.utf8CodeUnitCount <= code.count else { return false }
    for index in 0..<word.utf8CodeUnitCount where small(code[place + index]) != word.utf8Start[index] { return false }
    return true
  }

  private static func small(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte + 0x20 : byte }

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
          checks.isWhole = false
          return code
        }
        for k in i..<end + 2 where bytes[k] != 0x0A { code[k] = 0x20 }
        i = end + 1
      }
      i += 1
    }
    if let open = quote {
      checks.report(open.at, 1, "this text has no closing quote on its line")
      checks.isWhole = false
    }
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
    let source: SourceText
    var diagnostics: [Diagnostic] = []
    /// Whether each comment and each text has an end.
    var isWhole = true

    /// More than a person reads at once, of which each looks for its line.
    private static let maximum = 100

    mutating func report(
      _ offset: Int, _ width: Int, _ message: String, id: String = "unsafe-style", help: String? = nil
    ) {
      guard diagnostics.count < Self.maximum else { return }
      diagnostics.append(source.error(id, message, atByte: offset, width: width, help: help))
    }
  }
}
