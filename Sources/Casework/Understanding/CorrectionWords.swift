/// What the words of a correction are about: a machine can only see what is plainly said.
package enum CorrectionWords {
  /// Whether a row is about how to complain: then the citizen was not told it rightly, FVL § 25.
  package static func areAboutComplaint(_ subject: String, _ wrong: String, _ right: String) -> Bool {
    let words = FactWords.words(of: subject)
    if words.contains(where: isGuidance) || [wrong, right].contains(where: speakOfComplaint) { return true }
    let isDeadline = words.contains { $0.hasPrefix("frist") }
    // The citizen's own complaint has a day too.
    if sequence(words).contains(" din klage ") { return isDeadline }
    if words.contains("klagen") { return isDeadline || !words.contains { $0.hasPrefix("dato") || $0 == "modtaget" } }
    return words.contains { ["klage", "klager", "klages"].contains($0) }
  }

  /// Whether a row is about how to reach the authority, which guidance on how to complain says too.
  static func areAboutReachingUs(_ subject: String) -> Bool {
    let words = FactWords.words(of: subject)
    return words.contains(where: authority.contains)
      && words.contains { word in contacts.contains { word.hasPrefix($0) } }
  }

  /// Whether a letter is called by a kind that decides nothing.
  static func nameNoDecision(_ document: String) -> Bool {
    let name = document.lowercased()
    if ["afgørelse", "afslag", "bevilling"].contains(where: name.contains) { return false }
    let kinds: [DocumentKind] = [.hearing, .information, .mentorChange, .expiry, .minPlan]
    return kinds.contains { name.contains($0.label.lowercased()) }
  }

  /// Whether some rows together replace the mentor: the name, and how to reach the mentor.
  static func replaceMentor(_ subjects: [String]) -> Bool {
    let ofMentor = subjects.filter(FactWords.isInPlan).map { FactWords.words(of: $0) }
    return ofMentor.contains { $0.contains("navn") }
      && ofMentor.contains { words in words.contains { word in reaching.contains { word.hasPrefix($0) } } }
  }

  /// Whether a row is about why something was decided, or by which rule.
  static func areAboutReasons(_ subject: String) -> Bool {
    subject.contains("§") || FactWords.words(of: subject).contains(where: reasons.contains)
  }

  /// What a correction would decide anew.
  enum Result {
    /// Support where none was given.
    case granted
    /// No support where some was given.
    case refused
    /// The result, whatever it is.
    case other
  }

  /// The result that a row changes; nil when it leaves it as it was.
  static func result(_ subject: String, _ wrong: String, _ right: String) -> Result? {
    switch (refuses(wrong), refuses(right)) {
    case (false, true): return .refused
    case (true, false): return .granted
    default: break
    }
    let own = FactWords.words(of: subject).filter { !fillers.contains($0) }
    return !own.isEmpty && own.allSatisfy(results.contains) ? .other : nil
  }

  private static func isGuidance(_ word: Substring) -> Bool { guidance.contains { word.hasPrefix($0) } }

  private static func speakOfComplaint(_ text: String) -> Bool {
    let words = FactWords.words(of: text)
    return words.contains(where: isGuidance) || complaining.contains(where: sequence(words).contains)
  }

  private static func refuses(_ text: String) -> Bool {
    let words = sequence(FactWords.words(of: text))
    return refusals.contains(where: words.contains)
      || withheld.contains { stem in support.contains { words.contains(" \(stem) \($0) ") } }
  }

  /// Words with one space around each, so that phrases can be found whole.
  private static func sequence(_ words: [Substring]) -> String { " \(words.joined(separator: " ")) " }

  private static let guidance = [
    "klagefrist", "klagevejledning", "klageinstans", "klagemyndighed", "klagemulighed", "klageadgang", "klagedag",
    "ankestyrelse",
  ]
  private static let complaining = [
    " kan klage ", " at klage ", " du klager ", " klage til ", " klage senest ", " klagen til ", " klagen skal ",
  ]
  private static let authority: Set<Substring> = ["vores", "kommunens", "kommunen", "myndighedens", "jobcentrets"]
  private static let contacts = ["telefon", "adresse", "postadresse", "navn", "nummer", "åbningstid", "afdeling"]
  private static let reaching = ["telefon", "nummer", "mail", "email"]
  private static let reasons: Set<Substring> = [
    "begrundelse", "begrundelsen", "begrundelser", "begrundelserne", "hensyn", "hensynet", "hensynene", "vurdering",
    "vurderingen", "regel", "reglen", "regler", "reglerne", "bestemmelse", "bestemmelsen", "lovbestemmelse",
    "lovbestemmelsen", "lovgrundlag", "lovgrundlaget", "retsgrundlag", "retsgrundlaget", "lovhenvisning",
    "lovhenvisningen", "hjemmel", "hjemlen", "lovhjemmel", "paragraf", "paragraffen", "paragraffer", "paragrafferne",
  ]
  private static let results: Set<Substring> = [
    "resultat", "resultatet", "udfald", "udfaldet", "konklusion", "konklusionen", "afgørelse", "afgørelsen", "afslag",
    "afslaget", "bevilling", "bevillingen",
  ]
  private static let fillers: Set<Substring> = [
    "afgørelsens", "af", "bevillingens", "brevets", "den", "det", "din", "dit", "en", "for", "i", "kommunens",
    "mentor", "mentorstøtte", "mentorstøtten", "om", "på", "selve", "støtte", "støtten", "til", "vores",
  ]
  private static let refusals = [
    " vi siger nej ", " kommunen siger nej ", " vi har sagt nej ", " vi afslår ", " giver afslag ",
    " giver dig afslag ",
    " du får afslag ", " vi bevilger ikke ", " får ikke bevilget ",
  ]
  private static let withheld = [
    "får ikke", "får ikke længere", "kan ikke få", "giver dig ikke", "giver ikke", "har ikke ret til", "siger nej til",
  ]
  private static let support = [
    "mentor", "en mentor", "mentorstøtte", "mentorstøtten", "støtte", "støtten", "den støtte",
  ]
}
