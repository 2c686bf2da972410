import Diagnostics

extension CaseRule {
  /// R41: the mentor is a person with a name; a firm's name is not enough, BAB § 52, nr. 2.
  static let mentorName = CaseRule("R41") { context in
    guard case .named(let mentor)? = context.parts.assignment else {
      return context.isMissing("mentor")
        ? .incomplete("Mentorens navn eller kontaktdata er ikke oplyst.")
        : .notApplicable("Mentoren er ikke navngivet.")
    }
    let path = "mentor.navn"
    let position = context.caseFile.mentor?.name?.position
    let help =
      "Skriv navnet på den person, der er mentor. Er personen ikke fundet, så slet mentor og skriv i "
      + "mentorstoette.mentorOplyses, hvordan og hvornår borgeren får det at vide."
    switch PersonName.doubt(mentor.name, employer: mentor.employer?.name) {
    case nil:
      // Father and son may have one name.
      guard let citizen = context.parts.citizen, PersonName.areSame(mentor.name, citizen.name) else {
        return .fulfilled("Mentoren er en navngiven person, der kan nås.")
      }
      return .breach(
        "\(CaseLabels.name(of: path)) er det samme som borgerens navn.", path: path, at: position,
        help: "Se efter, om det er mentorens navn.", weight: .concern)
    case .organisation?:
      return .breach(
        "\(CaseLabels.name(of: path)) er navnet på en virksomhed eller en afdeling og ikke på en person.", path: path,
        at: position, help: help)
    case .perhapsOrganisation?:
      return .breach(
        "\(CaseLabels.name(of: path)) ligner navnet på en virksomhed eller en afdeling.", path: path, at: position,
        help: help, weight: .concern)
    case .placeholder?:
      return .breach("\(CaseLabels.name(of: path)) er ikke et navn.", path: path, at: position, help: help)
    case .oneWord?:
      return .breach(
        "\(CaseLabels.name(of: path)) er et enkelt ord. Borgeren skal kunne se, hvem mentoren er.", path: path,
        at: position, help: "Skriv både fornavn og efternavn.", weight: .concern)
    }
  }
}

/// Whether a text can be the name of a person.
enum PersonName {
  /// Why it hardly is.
  enum Doubt {
    /// It names a firm or an authority.
    case organisation
    /// It may name a unit; the word may also be a person's.
    case perhapsOrganisation
    /// It stands for somebody who is not known yet.
    case placeholder
    /// It is one word.
    case oneWord
  }

  /// Marks of a company's form, and what no person is called. `AS` is missing: Bo As is a name.
  private static let organisationWords = NameWords([
    "aps", "a/s", "i/s", "k/s", "p/s", "ivs", "amba", "a.m.b.a.", "f.m.b.a.", "s/i", "kommune", "kommunen",
    "jobcenter", "jobcentret", "jobcenteret", "konsulenthus", "vikarbureau",
  ])
  private static let unitWords = NameWords([
    "region", "afdeling", "afdelingen", "team", "center", "fonden", "foreningen", "gruppen", "group", "healthcare",
    "care", "consult", "consulting", "coaching", "rådgivning", "akademi", "akademiet", "institut", "instituttet",
    "hospital", "hospitalet", "psykiatri", "psykiatrien", "kursus", "selskab", "partners", "danmark",
  ])
  /// What stands for somebody when it is all there is. With more beside it, it may be a name: Mentor and Vikar are first
  /// names in other countries.
  private static let placeholders = NameWords([
    "mentor", "mentoren", "en mentor", "n n", "følger", "vikar", "medarbejder", "en medarbejder",
  ])
  /// What stands for somebody wherever it stands: nobody is called so.
  private static let placeholderWords = NameWords([
    "fundet", "findes", "valgt", "vælges", "udpeget", "udpeges", "tildeles", "oplyses", "afklaret", "afventer",
    "afventes", "ukendt", "senere", "endnu", "nn", "tbd", "navn", "fornavn", "efternavn", "jobkonsulent",
    "mentorkonsulent", "socialrådgiver", "sagsbehandler",
  ])
  /// What begins a description of somebody, and no name.
  private static let articles = NameWords(["en", "et", "din", "dit", "vores", "jeres"])

  /// What is doubtful about a name, or nil.
  static func doubt(_ name: String, employer: String?) -> Doubt? {
    let plain = withPlainSpaces(name)
    let words = plain.split(separator: UInt8(ascii: " "))
    if isPlaceholder(plain) { return .placeholder }
    if let employer, beginAlike(employer, name), isSame(withoutForm(employer), withoutForm(name)) {
      return .organisation
    }
    if words.contains(where: organisationWords.hold) { return .organisation }
    if plain.contains(where: isDigit) { return .placeholder }
    if words.contains(where: unitWords.hold) { return .perhapsOrganisation }
    return words.count < 2 ? .oneWord : nil
  }

  /// The bytes of a name, with a space for each that keeps words on one line.
  private static func withPlainSpaces(_ name: String) -> [UInt8] {
    var bytes = Array(name.utf8)
    for index in bytes.indices.dropLast() where bytes[index] == 0xC2 && bytes[index + 1] == 0xA0 {
      (bytes[index], bytes[index + 1]) = (0x20, 0x20)
    }
    return bytes
  }

  /// Whether two names may be the same: nearly all differ in their first letters, and need not be taken apart.
  private static func beginAlike(_ name: String, _ other: String) -> Bool {
    zip(name.utf8.prefix(3), other.utf8.prefix(3)).allSatisfy { small($0) == small($1) }
  }

  /// The words of a name without those of a company's form.
  private static func withoutForm(_ name: String) -> [UInt8] {
    Array(name.utf8).split(separator: UInt8(ascii: " "))
      .filter { !organisationWords.hold($0) }.joined(separator: [0x20]).map(\.self)
  }

  /// Whether two names are the same but for capital letters and the signs and spaces in them.
  static func areSame(_ name: String, _ other: String) -> Bool {
    guard beginAlike(name, other) else { return false }
    let (a, b) = (words(Array(name.utf8)), words(Array(other.utf8)))
    return a.count == b.count && zip(a, b).allSatisfy { isSame($0, $1) }
  }

  private static func isPlaceholder(_ name: [UInt8]) -> Bool {
    let words = self.words(name)
    guard let first = words.first else { return true }
    if words.count > 1, articles.hold(first) { return true }
    if placeholders.mayHold(first), placeholders.hold(Array(words.joined(separator: [0x20]))[...]) { return true }
    return words.contains { placeholderWords.hold($0) || isFiller($0) }
  }

  /// Whether a word is one letter over and over, as in *xxx* or *xx yy*. The third of a name is called III, and Aa is a
  /// surname.
  private static func isFiller(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first.map(small), first != UInt8(ascii: "i"), word.allSatisfy({ small($0) == first }) else {
      return false
    }
    return word.count > 2 || word.count == 2 && first == UInt8(ascii: "x")
  }

  /// The words of a name without the signs around and between them; none where nothing is a letter.
  private static func words(_ name: [UInt8]) -> [ArraySlice<UInt8>] {
    var letters = name
    var index = 0
    while index < name.count {
      // Signs of Latin 1 begin with C2 in UTF-8, hard spaces among them; dashes and quotation marks with E2.
      let length = name[index] == 0xC2 ? 2 : name[index] == 0xE2 ? 3 : 1
      let isSign = length > 1 || name[index] < 0x80 && !isLetter(name[index])
      if isSign { for place in index..<min(index + length, name.count) { letters[place] = 0x20 } }
      index += length
    }
    return letters.split(separator: 0x20)
  }

  /// Words that stand in names, or for them.
  private struct NameWords {
    private let words: [StaticString]
    /// The letters that they begin with, as bits of their last five bits; capital and small letters share them. Nearly no
    /// word of a name begins as one of these.
    private let firsts: UInt32

    init(_ words: [StaticString]) {
      self.words = words
      firsts = words.reduce(0) { $0 | Self.bit($1.utf8Start.pointee) }
    }

    private static func bit(_ byte: UInt8) -> UInt32 { 1 << UInt32(byte & 0x1F) }

    /// Whether a text that begins with a word may be one of these.
    func mayHold(_ word: ArraySlice<UInt8>) -> Bool { word.first.map { firsts & Self.bit($0) != 0 } ?? false }

    /// Whether a text is one of these, whatever its letters.
    func hold(_ text: ArraySlice<UInt8>) -> Bool {
      mayHold(text)
        && words.contains { word in
          word.utf8CodeUnitCount == text.count && word.withUTF8Buffer { PersonName.isSame($0, text) }
        }
    }
  }

  /// Whether two texts are the same but for capital letters of Danish.
  fileprivate static func isSame(_ a: some Sequence<UInt8>, _ b: some Sequence<UInt8>) -> Bool {
    a.elementsEqual(b) { small($0) == small($1) }
  }

  /// In UTF-8 the Danish letters differ from their capitals by the same bit as those of ASCII, in their second byte.
  private static func small(_ byte: UInt8) -> UInt8 {
    byte &- 0x41 < 26 || byte &- 0x80 < 0x1F ? byte | 0x20 : byte
  }
}
