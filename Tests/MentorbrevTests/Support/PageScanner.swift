/// A small reader of HTML that shares nothing with the program: tags must nest, and each element knows its text.
struct PageScanner {
  struct Element {
    var name: String
    var attributes: [String: String]
    /// All text within, references replaced, white space as it stands.
    var text = ""
  }

  struct Malformed: Error { var what: String }

  private(set) var elements: [Element] = []
  /// All text outside of `style`.
  var text: String { elements.first { $0.name == "body" }?.text ?? "" }

  private static let void: Set<String> = ["br", "meta", "link", "hr", "img", "input", "wbr"]

  init(_ page: String) throws {
    var rest = page[...]
    guard rest.hasPrefix("<!DOCTYPE html>") else { throw Malformed(what: "doctype") }
    rest = rest.dropFirst("<!DOCTYPE html>".count)
    var open: [Int] = []
    while let start = rest.firstIndex(of: "<") {
      try add(String(rest[..<start]), to: open)
      guard let end = rest[start...].firstIndex(of: ">") else { throw Malformed(what: "tag without an end") }
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("/") {
        guard let last = open.popLast(), elements[last].name == tag.dropFirst() else {
          throw Malformed(what: "</\(tag.dropFirst())>")
        }
        continue
      }
      let element = try Self.element(tag)
      elements.append(element)
      if element.name == "br" { try add("\n", to: open) }
      if Self.void.contains(element.name) { continue }
      open.append(elements.count - 1)
      // What stands in a style is no markup.
      if element.name == "style" {
        guard let close = rest.firstRange(of: "</style>") else { throw Malformed(what: "style without an end") }
        rest = rest[close.lowerBound...]
      }
    }
    try add(String(rest), to: open)
    guard open.isEmpty else { throw Malformed(what: "elements left open") }
  }

  /// The texts of the elements that carry a requirement's mark.
  func marked(_ requirement: String) -> [String] {
    elements.filter { element in
      (element.attributes["data-krav"] ?? "").split(separator: " ").contains(where: { $0 == requirement })
    }.map(\.text)
  }

  private mutating func add(_ text: String, to open: [Int]) throws {
    let plain = try Self.plain(text)
    if open.isEmpty, !plain.allSatisfy(\.isWhitespace) { throw Malformed(what: "text outside of html") }
    for index in open { elements[index].text += plain }
  }

  private static func element(_ tag: Substring) throws -> Element {
    let name = tag.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
    if name.isEmpty { throw Malformed(what: "tag without a name") }
    var element = Element(name: String(name), attributes: [:])
    var rest = tag.dropFirst(name.count).drop(while: \.isWhitespace)
    while !rest.isEmpty {
      let key = rest.prefix { $0.isLetter || $0 == "-" }
      rest = rest.dropFirst(key.count)
      guard !key.isEmpty, rest.hasPrefix("=\"") else { throw Malformed(what: "attribute without quotes in \(name)") }
      rest = rest.dropFirst(2)
      guard let end = rest.firstIndex(of: "\"") else { throw Malformed(what: "attribute without an end in \(name)") }
      let former = element.attributes.updateValue(try plain(String(rest[..<end])), forKey: String(key))
      if former != nil { throw Malformed(what: "\(key) twice in \(name)") }
      rest = rest[rest.index(after: end)...].drop(while: \.isWhitespace)
    }
    return element
  }

  private static func plain(_ text: String) throws -> String {
    var result = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "&") {
      result += rest[..<start]
      guard let end = rest[start...].firstIndex(of: ";") else { throw Malformed(what: "bare &") }
      switch rest[rest.index(after: start)..<end] {
      case "amp": result += "&"
      case "lt": result += "<"
      case "gt": result += ">"
      case "quot": result += "\""
      case "#39": result += "'"
      case let other: throw Malformed(what: "reference \(other)")
      }
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }
}

extension String {
  /// With each run of white space as one space, so that text can be compared whatever its layout.
  var collapsed: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
