/// The blocks of a stylesheet, walked without a tree: what each declaration is for.
struct StyleBlocks {
  /// What a declaration gives its style to.
  enum Target {
    /// Elements of the page, and whatever is not one of the others.
    case element
    /// What the stylesheet itself adds: `::before`, `::after`, `::marker`.
    case addition
    /// The head of a table on a screen, whose words the cells say again.
    case tableHead
    /// The sheet of paper and its margins.
    case page
  }

  struct Declaration {
    /// Where its property begins.
    let place: Int
    /// From there to the end of the value.
    let length: Int
    /// In small letters, without the prefix of a browser.
    let property: String
    /// In small letters, without `!important`.
    let value: String
    let target: Target
  }

  private struct Frame {
    var place: Int
    var target: Target
    /// Inside a block for screens only.
    var isForScreens: Bool
  }

  private(set) var declarations: [Declaration] = []
  /// What makes it uncertain where a block begins or ends.
  private(set) var faults: [(place: Int, message: String)] = []

  private let code: [UInt8]
  private var frames: [Frame] = []

  /// - Parameter code: a stylesheet whose comments are blank.
  init(_ code: [UInt8]) {
    self.code = code
    walk()
  }

  private mutating func walk() {
    var start = 0
    var brackets: [Int] = []
    var index = 0
    while index < code.count {
      switch code[index] {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): index = endOfText(from: index)
      case UInt8(ascii: "("), UInt8(ascii: "["): brackets.append(index)
      case UInt8(ascii: ")"), UInt8(ascii: "]"):
        if brackets.popLast() == nil { faults.append((index, "this bracket closes nothing")) }
      case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ";"):
        if let open = brackets.first { faults.append((open, "this bracket is not closed")) }
        brackets = []
        if code[index] == UInt8(ascii: "{") {
          open(start..<index)
        } else {
          declare(start..<index)
          if code[index] == UInt8(ascii: "}"), frames.popLast() == nil {
            faults.append((index, "this brace closes nothing"))
          }
        }
        start = index + 1
      default: break
      }
      index += 1
    }
    if let open = brackets.first { faults.append((open, "this bracket is not closed")) }
    if let frame = frames.last { faults.append((frame.place, "this block is not closed")) }
  }

  private func endOfText(from start: Int) -> Int {
    code[(start + 1)...].firstIndex { $0 == code[start] || $0 == 0x0A } ?? code.count - 1
  }

  // MARK: Blocks

  private mutating func open(_ range: Range<Int>) {
    let prelude = text(range)
    let outer = frames.last
    var frame = Frame(place: range.upperBound, target: .element, isForScreens: outer?.isForScreens ?? false)
    if prelude.hasPrefix("@page") || outer?.target == .page {
      frame.target = .page
    } else if prelude.hasPrefix("@") {
      frame.target = outer?.target ?? .element
      if prelude.hasPrefix("@media") {
        let media = prelude.dropFirst(6).split(separator: ",")
        if media.allSatisfy({ $0.split(whereSeparator: \.isWhitespace).first == "screen" }) {
          frame.isForScreens = true
        }
      }
      if prelude.hasPrefix("@font-face") {
        faults.append((range.upperBound - prelude.utf8.count, "a stylesheet may not bring a font of its own"))
      }
    } else {
      frame.target = target(of: prelude, isForScreens: frame.isForScreens)
    }
    frames.append(frame)
  }

  private func target(of selectors: String, isForScreens: Bool) -> Target {
    guard isForScreens || selectors.utf8.contains(UInt8(ascii: ":")) else { return .element }
    let parts = Self.split(selectors).map { Self.text($0.utf8) }
    let additions = ["::before", "::after", ":before", ":after", "::marker"]
    if parts.allSatisfy({ part in additions.contains(where: part.hasSuffix) }) { return .addition }
    guard isForScreens else { return .element }
    let isHead = parts.allSatisfy { part in
      part.split(whereSeparator: { $0.isWhitespace || ">+~".contains($0) }).last == "thead"
    }
    return isHead ? .tableHead : .element
  }

  /// The selectors of a rule; commas in brackets belong to one.
  private static func split(_ selectors: String) -> [String] {
    var depth = 0
    return selectors.utf8.split { byte in
      if byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") { depth += 1 }
      if byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") { depth -= 1 }
      return byte == UInt8(ascii: ",") && depth == 0
    }.map { String(Substring($0)) }
  }

  // MARK: Declarations

  private mutating func declare(_ range: Range<Int>) {
    guard let frame = frames.last, let start = range.first(where: { !isSpace(code[$0]) }),
      let colon = range.first(where: { code[$0] == UInt8(ascii: ":") })
    else { return }
    var property = text(start..<colon)
    if property.utf8.first == UInt8(ascii: "-") {
      for prefix in ["-webkit-", "-moz-", "-ms-", "-o-"] where property.hasPrefix(prefix) {
        property.removeFirst(prefix.count)
      }
    }
    var value = text(colon + 1..<range.upperBound)
    if let mark = value.utf8.lastIndex(of: UInt8(ascii: "!")) { value = Self.text(value.utf8[..<mark]) }
    let end = range.last { !isSpace(code[$0]) } ?? colon
    declarations.append(
      Declaration(place: start, length: end + 1 - start, property: property, value: value, target: frame.target))
  }

  private func text(_ range: Range<Int>) -> String { Self.text(code[range]) }

  /// In small letters, with any white space as one space and none at the ends.
  private static func text(_ bytes: some Collection<UInt8>) -> String {
    // Nearly all of a stylesheet is ASCII; Unicode's own tables are slow to ask.
    guard bytes.allSatisfy({ $0 < 0x80 }) else {
      let words = String(decoding: bytes, as: UTF8.self).lowercased().split(whereSeparator: \.isWhitespace)
      return words.joined(separator: " ")
    }
    return String(unsafeUninitializedCapacity: bytes.count) { text in
      var count = 0
      var isApart = false
      for byte in bytes {
        if byte == 0x20 || (0x09...0x0D).contains(byte) {
          isApart = count > 0
          continue
        }
        if isApart {
          text[count] = 0x20
          count += 1
        }
        isApart = false
        text[count] = (0x41...0x5A).contains(byte) ? byte + 0x20 : byte
        count += 1
      }
      return count
    }
  }
}
