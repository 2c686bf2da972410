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
    /// It names a firm, an authority or a unit.
    case organisation
    /// It stands for somebody who is not known yet.
    case placeholder
    /// It is one word.
    case oneWord
  }

  private static let organisationWords: Set<String> = [
    "aps", "a/s", "as", "i/s", "k/s", "p/s", "ivs", "amba", "a.m.b.a.", "f.m.b.a.", "s/i", "kommune", "region",
    "jobcenter", "afdeling", "afdelingen", "team", "center", "fonden", "foreningen", "konsulenthus", "vikarbureau",
  ]
  private static let placeholders: Set<String> = [
    "mentor", "mentoren", "en mentor", "ukendt", "nn", "n.n.", "n n", "ikke valgt", "ikke fundet", "ikke afklaret",
    "følger", "oplyses senere", "tbd", "vikar", "medarbejder", "en medarbejder", "navn",
  ]

  /// What is doubtful about a name, or nil.
  static func doubt(_ name: String, employer: String?) -> Doubt? {
    let plain = name.lowercased()
    if placeholders.contains(plain) { return .placeholder }
    if plain == employer?.lowercased() { return .organisation }
    let words = plain.split(separator: " ").map(String.init)
    if words.contains(where: organisationWords.contains) { return .organisation }
    if plain.unicodeScalars.contains(where: { (0x30...0x39).contains($0.value) }) { return .placeholder }
    return words.count < 2 ? .oneWord : nil
  }
}
