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
    case nil: return .fulfilled("Mentoren er en navngiven person, der kan nås.")
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
  private static let organisationWords: [StaticString] = [
    "aps", "a/s", "i/s", "k/s", "p/s", "ivs", "amba", "a.m.b.a.", "f.m.b.a.", "s/i", "kommune",
  ]
  private static let unitWords: [StaticString] = [
    "region", "jobcenter", "afdeling", "afdelingen", "team", "center", "fonden", "foreningen", "konsulenthus",
    "vikarbureau",
  ]
  private static let placeholders: [StaticString] = [
    "mentor", "mentoren", "en mentor", "ukendt", "nn", "n.n.", "n n", "ikke valgt", "ikke fundet", "ikke afklaret",
    "følger", "oplyses senere", "tbd", "vikar", "medarbejder", "en medarbejder", "navn",
  ]

  /// What is doubtful about a name, or nil.
  static func doubt(_ name: String, employer: String?) -> Doubt? {
    let plain = Array(name.utf8)
    let words = plain.split(separator: UInt8(ascii: " "))
    if placeholders.contains(where: { isSame($0, plain[...]) }) { return .placeholder }
    if let employer, isSame(Array(employer.utf8)[...], plain[...]) { return .organisation }
    if words.contains(where: { word in organisationWords.contains { isSame($0, word) } }) { return .organisation }
    if plain.contains(where: isDigit) { return .placeholder }
    if words.contains(where: { word in unitWords.contains { isSame($0, word) } }) { return .perhapsOrganisation }
    return words.count < 2 ? .oneWord : nil
  }

  private static func isSame(_ word: StaticString, _ text: ArraySlice<UInt8>) -> Bool {
    word.utf8CodeUnitCount == text.count && word.withUTF8Buffer { isSame($0, text) }
  }

  /// Whether two texts are the same but for capital letters of Danish.
  private static func isSame(_ a: some Sequence<UInt8>, _ b: some Sequence<UInt8>) -> Bool {
    a.elementsEqual(b) { small($0) == small($1) }
  }

  /// In UTF-8 the Danish letters differ from their capitals by the same bit as those of ASCII, in their second byte.
  private static func small(_ byte: UInt8) -> UInt8 {
    byte &- 0x41 < 26 || byte &- 0x80 < 0x1F ? byte | 0x20 : byte
  }
}
