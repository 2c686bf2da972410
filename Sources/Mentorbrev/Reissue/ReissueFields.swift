/// What fields mean for a re-issue.
enum ReissueFields {
  /// What a decision about support fixes, and a change of it is a decision: LAB § 167, BAB § 52.
  static let support = [
    "mentorstoette.timetal", "mentorstoette.periode", "mentorstoette.maal", "mentorstoette.opgaver",
  ]

  /// What makes another decision of it than a change: a person writes that case anew.
  static let otherDecision = [
    "retsgrundlag", "mentorstoette.art", "mentorstoette.udskrivning", "mentorstoette.uddannelse",
    "mentorstoette.tidligerePerioder",
  ]

  /// What only a decision changes.
  static let decided = support + otherDecision

  /// What guidance on how to complain prints of a case (the lawbook's text kontaktveje): where it was wrong, the citizen
  /// was not told rightly how to complain, FVL § 25.
  static let guidance = [
    "myndighed.navn", "myndighed.enhed", "myndighed.adresse", "myndighed.telefon", "myndighed.telefontid",
    "myndighed.digitalPost", "borger.fritagetForDigitalPost",
  ]

  /// What decides whom and how a letter reaches, and which rules it follows. No letter says it in words, and of another
  /// receiver the citizen's letter must not tell.
  static let unsaid = [
    "modtagere", "borger.maalgruppe", "borger.fritagetForDigitalPost", "borger.adressebeskyttet",
  ]

  /// What is said of one person. The name of one with the telephone number of another would be wrong, so it goes together.
  static let people = [Person(paths: ["mentor", "mentorstoette.mentorOplyses"]), Person(paths: ["sagsbehandler"])]

  /// The fields of a person.
  struct Person {
    let paths: [String]

    func holds(_ reason: String) -> Bool { paths.contains { reason == $0 || reason.hasPrefix($0 + ".") } }
  }

  /// What chooses the words of the law in a letter, and stands in none of them.
  static let unworded = ["mentor.ansaettelse"]

  /// Another mentor.
  static let mentorName = "mentor.navn"
}

extension ReissueOrder.Form {
  /// What a letter that is made takes from the case for itself; see ``DerivationSource/letter(_:)``.
  var taken: [String] {
    let always = ["afgoerelse.modtagelsesdag", "egenTekst.", "kontrakt.tillaeg"]
    return switch self {
    case .correction: always + ["afgoerelse.berigtigelse"]
    case .information: always + ["orientering.", "mentorskifte."]
    case .newDecision, .record: always
    }
  }

  /// Where a person writes what the letter says: without any difference in the case there is no such letter.
  var ownWords: [String] {
    switch self {
    case .correction: ["afgoerelse.berigtigelse.rettelser"]
    case .information: ["orientering.aendringer", "mentorskifte.fra"]
    case .newDecision, .record: []
    }
  }
}
