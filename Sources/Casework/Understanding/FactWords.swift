/// What the words of a new fact are about: a machine can only see what is plainly said.
enum FactWords {
  /// What a fact means for the support.
  enum Meaning: Equatable {
    /// Information.
    case fact
    /// Goal, tasks, period or hours: a decision.
    case support
    /// Another mentor.
    case mentor
  }

  private static let support: Set<Substring> = [
    "mål", "målet", "opgave", "opgaven", "opgaver", "opgaverne", "mentoropgaver", "periode", "perioden",
    "støtteperiode",
    "støtteperioden", "bevillingsperiode", "bevillingsperioden", "varighed", "varigheden", "startdato", "startdatoen",
    "slutdato", "slutdatoen", "timer", "timerne", "timetal", "timetallet", "timeantal", "mentortimer",
  ]
  private static let mentor: Set<Substring> = ["mentor", "mentoren", "mentors", "mentorens"]
  private static let fillers: Set<Substring> = ["din", "ny", "nye", "den", "en", "anden", "skift", "af"]
  private static let rates = ["om ugen", "pr. uge", "ugentlig", "hver uge", "hver anden uge", "hver 14. dag"]
  private static let contacts = ["navn", "telefon", "nummer", "mail", "adresse", "kontakt"]

  /// What a fact is about; of what it was and is, only a number of hours a week counts.
  static func meaning(of subject: String, _ before: String?, _ now: String?) -> Meaning {
    let words = words(of: subject)
    if words.contains(where: support.contains) || holdsRate(before) || holdsRate(now) { return .support }
    let own = words.filter { !fillers.contains($0) }
    return own == ["mentor"] || own == ["mentoren"] || own == ["mentorskifte"] ? .mentor : .fact
  }

  /// Whether a fact is the mentor's name or a way to reach the mentor, which stand in *Min Plan*.
  static func isInPlan(_ subject: String) -> Bool {
    words(of: subject).contains(where: mentor.contains) && contacts.contains(where: subject.lowercased().contains)
  }

  /// The words of a text, in small letters.
  static func words(of text: String) -> [Substring] { text.lowercased().split { !$0.isLetter } }

  private static func holdsRate(_ text: String?) -> Bool {
    guard let text = text?.lowercased() else { return false }
    return words(of: text).contains { ["time", "timer"].contains($0) } && rates.contains(where: text.contains)
  }
}
