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
    guard signs.contains(.tenDigits) else { return false }
    var text = text
    return text.withUTF8 { NumberSearch.findsNumber(in: $0) }
  }

  /// Whether the text holds what may be a CPR number, or these digits one after the other: `74.03.95 - 1237`.
  ///
  /// - Parameter own: the digits of a number that is searched for even within a longer one.
  func holdsNumber(_ own: String?) -> Bool {
    guard signs.contains(.tenDigits) else { return false }
    var text = text
    return text.withUTF8 { text in
      NumberSearch.findsNumber(in: text) || own.map { NumberSearch.finds($0, in: text) } == true
    }
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
  /// Words about sanctions and duties, about what the citizen lives on, and about support that ends.
  static let duty = TextSigns(rawValue: 32)
  /// Words about complaints, about who decides them, and about what they delay.
  static let complaint = TextSigns(rawValue: 64)
  /// The word niveau before another word, or the end of one.
  static let level = TextSigns(rawValue: 128)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(of text: String) {
    var text = text
    self = text.withUTF8 { Self.signs(in: $0) }
  }

  /// Whether a text has ten digits or more, wherever they stand.
  static func hasTenDigits(_ text: String) -> Bool {
    guard text.utf8.count >= 10 else { return false }
    var text = text
    return text.withUTF8 { text in
      var digits = 0
      for byte in text { digits &+= digitCount(byte) }
      return digits >= 10
    }
  }

  /// Digits of other scripts begin with bytes from D9 on; the punctuation of ours with E2.
  private static func digitCount(_ byte: UInt8) -> Int {
    byte &- 0x30 < 10 || byte >= 0xD9 && byte != 0xE2 ? 1 : 0
  }

  private static func signs(in text: UnsafeBufferPointer<UInt8>) -> TextSigns {
    var signs: TextSigns = []
    var digits: UInt64 = 0
    bytes.withUnsafeBufferPointer { bytes in
      var before: UInt64 = 0
      for index in text.indices {
        let byte = text[index]
        // Of most texts no two letters begin a word of these.
        if before >> UInt64(byte & 0x1F) & 1 != 0 { addWords(in: text, at: index - 1, to: &signs) }
        before = bytes[Int(byte)]
        digits &+= before >> 32
      }
    }
    if digits >= 10 { signs.insert(.tenDigits) }
    return signs
  }

  private static func addWords(in text: UnsafeBufferPointer<UInt8>, at start: Int, to signs: inout TextSigns) {
    let first = small(text[start])
    for (word, sign) in words where word.utf8Start.pointee == first && holds(word, in: text, at: start) {
      signs.insert(sign)
    }
  }

  /// What rules look for, in small letters; other letters than ASCII only as they are.
  private static let words: [(StaticString, TextSigns)] = [
    ("§", .paragraph), ("jobcent", .jobcentre), ("serviceniveau", .serviceLevel), ("servicestandard", .serviceLevel),
    ("kvalitetsstandard", .serviceLevel), ("budget", .ceiling), ("udgiftsloft", .ceiling), ("203", .ceiling),
    ("sanktion", .duty), ("kontanthj", .duty), ("pligt", .duty), ("fradrag", .duty), ("forsørgelse", .duty),
    ("ydelse", .duty), ("dagpenge", .duty), ("obligatorisk", .duty), ("uddannelseshj", .duty),
    // The end of a word serves where its beginning begins many: stopper, ophører, bortfalder, Ankestyrelsen, virkning.
    ("pper", .duty), ("høre", .duty), ("tfald", .duty), ("mister", .duty),
    ("klag", .complaint), ("nkestyr", .complaint), ("rkning", .complaint), ("ffekt", .complaint),
    // Before a number.
    ("niveau ", .level), ("niveau\u{A0}", .level),
  ]

  /// For each byte whether it counts as a digit, in bit 32, and below it the ones that stand second where it begins a word,
  /// as bits of their last five bits; capital and small letters share them. Some other pairs are let through.
  private static let bytes: [UInt64] = {
    var seconds = (0...255).map { UInt64(digitCount($0)) << 32 }
    for (word, _) in words {
      word.withUTF8Buffer { bytes in
        let bit = UInt64(1) << UInt64(bytes[1] & 0x1F)
        seconds[Int(bytes[0])] |= bit
        // The capital of a letter of ASCII; it does no harm that other bytes have a partner too.
        seconds[Int(bytes[0] ^ 0x20)] |= bit
      }
    }
    return seconds
  }()

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
