/// Reads a letter back from its HTML, sharing nothing with what wrote it: which requirements its elements carry, and
/// whether a reader of the page can see anything in them.
///
/// Letters are written in a closed subset of HTML with all tags closed and all attributes quoted, so what is not is a
/// letter no more.
struct PageReader {
  /// An element that meets requirements, as it says (`data-krav`).
  struct Mark {
    var requirements: [String]
    /// Whether there is anything to see in it.
    var isSeen = false
  }

  /// What makes the page no letter.
  struct Fault: Error, Hashable {
    var reason: String
    var line: Int
  }

  private struct Open {
    var name: ArraySlice<UInt8>
    var isHidden: Bool
    var mark: Int?
  }

  private(set) var marks: [Mark] = []
  /// The stylesheets.
  private(set) var styles: [ArraySlice<UInt8>] = []
  private let page: [UInt8]
  private var place = 0
  private var open: [Open] = []

  init(_ page: [UInt8]) throws(Fault) {
    self.page = page
    let beginning = "<!DOCTYPE html>"
    guard page.starts(with: beginning.utf8) else { throw fault("den begynder ikke med \(beginning)") }
    place = beginning.utf8.count
    while place < page.count {
      if page[place] != UInt8(ascii: "<") {
        try readText()
      } else if page[place...].starts(with: "<!--".utf8) {
        try skip(to: "-->", "en kommentar slutter ikke")
      } else {
        try readTag()
      }
    }
    guard open.isEmpty else { throw fault("den slutter midt i et element") }
  }

  private func fault(_ reason: String) -> Fault {
    Fault(reason: reason, line: page[..<min(place, page.count)].count { $0 == 0x0A } + 1)
  }

  // MARK: Text

  private mutating func readText() throws(Fault) {
    let end = page[place...].firstIndex(of: UInt8(ascii: "<")) ?? page.count
    let text = page[place..<end]
    if text.contains(where: { $0 > 0x20 }) {
      guard let last = open.last else { throw fault("der står tekst uden for siden") }
      if !last.isHidden, try isVisible(text) {
        for element in open { element.mark.map { marks[$0].isSeen = true } }
      }
    }
    place = end
  }

  /// Whether a text has anything that leaves ink: no spaces of any kind, and nothing that has no width.
  private func isVisible(_ text: ArraySlice<UInt8>) throws(Fault) -> Bool {
    guard let text = String(validating: text, as: UTF8.self) else { throw fault("den er ikke UTF-8") }
    return text.unicodeScalars.contains { scalar in
      let properties = scalar.properties
      return !properties.isWhitespace && !properties.isDefaultIgnorableCodePoint
        && properties.generalCategory != .control
    }
  }

  private mutating func skip(to end: String, _ reason: String) throws(Fault) {
    let end = Array(end.utf8)
    var next = place
    while let found = page[next...].firstIndex(of: end[0]) {
      if page[found...].starts(with: end) {
        place = found + end.count
        return
      }
      next = found + 1
    }
    throw fault(reason)
  }

  // MARK: Elements

  private mutating func readTag() throws(Fault) {
    var next = place + 1
    let isEnd = next < page.count && page[next] == UInt8(ascii: "/")
    if isEnd { next += 1 }
    let name = page[next...].prefix(while: Self.isNamePart)
    guard !name.isEmpty else { throw fault("et < indleder ikke et element") }
    place = name.endIndex
    if isEnd {
      guard open.last?.name == name, place < page.count, page[place] == UInt8(ascii: ">") else {
        throw fault("</\(String(decoding: name, as: UTF8.self))> slutter ikke det element, der er åbent")
      }
      open.removeLast()
      place += 1
      return
    }
    var element = Open(
      name: name, isHidden: open.last?.isHidden == true || !Self.shown.contains(Array(name)), mark: nil)
    try readAttributes(of: &element)
    if Self.void.contains(Array(name)) { return }
    if name.elementsEqual("style".utf8) {
      let start = place
      try skip(to: "</style>", "en typografi slutter ikke")
      styles.append(page[start..<place - "</style>".utf8.count])
    } else {
      open.append(element)
    }
  }

  private mutating func readAttributes(of element: inout Open) throws(Fault) {
    while true {
      while place < page.count, page[place] <= 0x20 { place += 1 }
      guard place < page.count else { throw fault("et element slutter ikke") }
      if page[place] == UInt8(ascii: ">") {
        place += 1
        return
      }
      let name = page[place...].prefix { Self.isNamePart($0) || $0 == UInt8(ascii: "-") }
      guard !name.isEmpty else { throw fault("en attribut har intet navn") }
      place = name.endIndex
      var value = page[place..<place]
      if page[place...].starts(with: "=\"".utf8) {
        let start = place + 2
        guard let end = page[start...].firstIndex(of: UInt8(ascii: "\"")) else {
          throw fault("en attribut slutter ikke")
        }
        value = page[start..<end]
        place = end + 1
      } else if place < page.count, page[place] == UInt8(ascii: "=") {
        throw fault("en attribut står ikke i anførselstegn")
      }
      take(String(decoding: name, as: UTF8.self), value, of: &element)
    }
  }

  private mutating func take(_ name: String, _ value: ArraySlice<UInt8>, of element: inout Open) {
    switch name {
    case "data-krav":
      let requirements = value.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
      element.mark = marks.count
      marks.append(Mark(requirements: requirements))
    // A letter has no style of its own on an element.
    case "hidden", "inert", "style": element.isHidden = true
    case "aria-hidden": if value.elementsEqual("true".utf8) { element.isHidden = true }
    default: break
    }
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
  }

  private static func names(_ words: String) -> Set<[UInt8]> {
    Set(words.split(separator: " ").map { Array($0.utf8) })
  }

  private static let void = names("br hr meta link img input wbr")

  /// The elements whose content is seen. Any other does not belong in a letter, and could hide what stands in it.
  private static let shown = names(
    """
    html body header main footer section article aside nav ul ol li table caption thead tbody tr td th dl dt dd div p h1 h2 \
    h3 address strong em b span small abbr a time br hr
    """)
}
