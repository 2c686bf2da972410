import Fields

/// A text of a case file with its place.
struct CaseText: Sendable {
  /// A field, or a field of a row; made into words only for a message.
  enum Field: Sendable {
    case named(StaticString)
    case ofRow(StaticString, Int, StaticString)

    var path: String {
      switch self {
      case .named(let path): "\(path)"
      case .ofRow(let list, let number, let key): "\(list).\(number).\(key)"
      }
    }
  }

  let field: Field
  let text: String
  let position: UInt32
  /// The profile that it stands in; nil in the case file.
  let source: CaseSource?
  /// What there is in the text that rules ask about.
  let signs: TextSigns

  init(_ field: Field, _ said: Said<String>, in source: CaseSource? = nil) {
    self.field = field
    self.source = source
    text = said.value
    position = said.position
    signs = TextSigns(of: said.value)
  }

  /// The field's path: `mentorstoette.opgaver.1.tekst`.
  var path: String { field.path }

  /// The field as a message names it; of a profile the message says so.
  var name: String { source == nil ? CaseLabels.name(of: path) : "Profilens standardtekst (\(path))" }

  /// Whether the text holds some words; capital and small letters of ASCII are the same.
  func mentions(_ words: String) -> Bool {
    var (text, words) = (text, words)
    return text.withUTF8 { text in
      words.withUTF8 { words in
        guard !words.isEmpty, words.count <= text.count else { return false }
        return (0...text.count - words.count).contains { holds(words, in: text, at: $0) }
      }
    }
  }

  /// Whether the text holds what may be a CPR number, however its parts are kept apart.
  var holdsCivilRegistrationNumber: Bool {
    signs.contains(.tenDigits) && CivilRegistrationNumber.isFound(in: text)
  }

  /// Whether the text holds these digits one after the other, in any form: `74.03.95 - 1237`.
  func holdsDigits(_ digits: String) -> Bool {
    guard signs.contains(.tenDigits) else { return false }
    var text = text
    return text.withUTF8 { NumberSearch.finds(digits, in: $0) }
  }
}

/// What rules look for in texts, found in one pass.
struct TextSigns: OptionSet, Sendable {
  let rawValue: UInt8

  /// Ten digits or more, wherever they stand: fewer are no CPR number. Other scripts' letters count as digits here.
  static let tenDigits = TextSigns(rawValue: 1)
  /// A paragraph sign.
  static let paragraph = TextSigns(rawValue: 2)
  /// The beginning of the word jobcenter.
  static let jobcentre = TextSigns(rawValue: 4)
  /// The word serviceniveau, or the standard that it stands in.
  static let serviceLevel = TextSigns(rawValue: 8)
  /// The digits 203, as in § 203 a, or words for the ceiling that stands there.
  static let ceiling = TextSigns(rawValue: 16)
  /// Words about sanctions and duties, and about what the citizen lives on.
  static let duty = TextSigns(rawValue: 32)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(of text: String) {
    var text = text
    self = text.withUTF8 { Self.signs(in: $0) }
  }

  private static func signs(in text: UnsafeBufferPointer<UInt8>) -> TextSigns {
    var signs: TextSigns = []
    var digits = 0
    for index in text.indices {
      let byte = text[index]
      if byte < 0x80 {
        digits &+= byte &- 0x30 < 10 ? 1 : 0
        switch byte | 0x20 {
        case UInt8(ascii: "j"): if holds("jobcent", in: text, at: index) { signs.insert(.jobcentre) }
        case UInt8(ascii: "s"):
          if holds("serviceniveau", in: text, at: index) { signs.insert(.serviceLevel) }
          if holds("sanktion", in: text, at: index) { signs.insert(.duty) }
          if holds("servicestandard", in: text, at: index) { signs.insert(.serviceLevel) }
        case UInt8(ascii: "k"):
          if holds("kvalitetsstandard", in: text, at: index) { signs.insert(.serviceLevel) }
          if holds("kontanthj", in: text, at: index) { signs.insert(.duty) }
        case UInt8(ascii: "p"): if holds("pligt", in: text, at: index) { signs.insert(.duty) }
        case UInt8(ascii: "f"):
          if holds("fradrag", in: text, at: index) || holds("forsørgelse", in: text, at: index) { signs.insert(.duty) }
        case UInt8(ascii: "y"): if holds("ydelse", in: text, at: index) { signs.insert(.duty) }
        case UInt8(ascii: "d"): if holds("dagpenge", in: text, at: index) { signs.insert(.duty) }
        case UInt8(ascii: "o"): if holds("obligatorisk", in: text, at: index) { signs.insert(.duty) }
        case UInt8(ascii: "b"): if holds("budget", in: text, at: index) { signs.insert(.ceiling) }
        case UInt8(ascii: "u"):
          if holds("udgiftsloft", in: text, at: index) { signs.insert(.ceiling) }
          if holds("uddannelseshj", in: text, at: index) { signs.insert(.duty) }
        case UInt8(ascii: "2"): if holds("203", in: text, at: index) { signs.insert(.ceiling) }
        default: break
        }
      } else if byte == 0xC2 {
        if index + 1 < text.count, text[index + 1] == 0xA7 { signs.insert(.paragraph) }
      } else if byte >= 0xD9, byte != 0xE2 {
        digits &+= 1  // Digits of other scripts begin with these bytes; the punctuation of ours with E2.
      }
    }
    if digits >= 10 { signs.insert(.tenDigits) }
    return signs
  }

  private static func holds(_ word: StaticString, in text: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    word.withUTF8Buffer { Casework.holds($0, in: text, at: start) }
  }
}

/// Whether a text holds some words at a place; capital and small letters of ASCII are the same.
private func holds(
  _ words: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>, at start: Int
) -> Bool {
  guard start + words.count <= text.count else { return false }
  for index in words.indices where small(text[start + index]) != small(words[index]) { return false }
  return true
}

private func small(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
