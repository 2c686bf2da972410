/// Finds words of a caseworker's own that say something else about complaining than the letter does.
///
/// A citizen who reads that there is no complaint, or that it has another deadline or another receiver, loses a right,
/// whatever the letter says elsewhere. What was complained of, and when, may be told.
enum ComplaintWords {
  /// What a text says.
  enum Contradiction {
    case noComplaint
    case deadline
    case receiver

    var subject: String {
      switch self {
      case .noComplaint: "at der ikke kan klages"
      case .deadline: "en anden frist for at klage"
      case .receiver: "at en klage sendes til andre end kommunen"
      }
    }
  }

  /// What a text says about complaining that is not so, or nil.
  static func contradiction(in text: CaseText, of kind: DocumentKind) -> Contradiction? {
    // A correction tells what stood wrongly.
    if kind == .correction { return nil }
    for sentence in text.sentences {
      if sentence.holds(denials) { return .noComplaint }
      // A letter about a complaint tells of the deadline that was, and of where the complaint went.
      if kind == .reconsideration { continue }
      if sentence.holds(complaining), sentence.holds(limits), !sentence.holds(fourWeeks) { return .deadline }
      if sentence.holds(sending), sentence.text.contains("ankestyrelsen"), !sentence.holds(sentByUs) {
        return .receiver
      }
    }
    return nil
  }

  private static let denials = [
    "kan ikke klage", "kan du ikke klage", "kan ikke påklage", "kan heller ikke klage", "ikke mulighed for at klage",
    "ikke muligt at klage", "ikke adgang til at klage", "ikke ret til at klage", "ingen ret til at klage",
    "ingen mulighed for at klage", "ingen adgang til at klage", "ingen klageadgang", "ikke klageadgang",
    "ingen klagemulighed", "ingen klageret",
  ]

  /// That somebody is going to complain, and not what about: »du klager over smerter« is another matter.
  private static let complaining = [
    "til at klage", "for at klage", "vil du klage", "du vil klage", "du klage inden", "klage inden for", "klage senest",
    "klage skal", "klagen skal", "klagefrist", "du skal klage", "skal du klage", "klager du inden", "du klager inden",
  ]

  private static let limits = [" uge", " dag", " måned", " senest den ", " inden den ", "dages", "ugers", "straks"]
  private static let fourWeeks = ["4 uger", "fire uger", "4 ugers", "fire ugers"]
  private static let sending = [
    "send ", "sende ", "sendes ", "skriv til ", "skrive til ", "indgives til ", "mail til ",
  ]

  /// The authority itself sends a complaint on, and gets it first.
  private static let sentByUs = [
    "sender vi", "vi sender", "kommunen sender", "sender kommunen", "vi skal sende", "skal vi sende", "til os",
    "til kommunen",
  ]
}
