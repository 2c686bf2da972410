public import Fields

/// How the citizen was heard before a burdensome decision, or why no hearing was needed (*partshøring*), FVL § 19.
public enum Hearing: Sendable, Hashable {
  /// The citizen was asked on a day, and answered.
  case answered(sent: CalendarDate, answer: String)
  /// The citizen was asked on a day, and did not answer.
  case unanswered(sent: CalendarDate)
  /// The decision rests on what the citizen has told, or knows that the authority holds.
  case ownInformation
  /// The decision is what the citizen wished.
  case ownWish
  /// Another ground, in the caseworker's words: for the record, not for the letter.
  case otherGround(String)

  /// The days for an answer below which somebody looks whether they are enough; no law names a number.
  package static let shortestDays = 7

  /// Which of them.
  public var course: HearingCourse {
    switch self {
    case .answered: .answered
    case .unanswered: .unanswered
    case .ownInformation: .ownInformation
    case .ownWish: .ownWish
    case .otherGround: .otherGround
    }
  }

  /// When the citizen was asked.
  public var sent: CalendarDate? {
    switch self {
    case .answered(let sent, _), .unanswered(let sent): sent
    case .ownInformation, .ownWish, .otherGround: nil
    }
  }

  /// What the citizen answered.
  public var answer: String? {
    if case .answered(_, let answer) = self { answer } else { nil }
  }

  /// Why no hearing was needed, when the case gives a ground of its own.
  public var ground: String? {
    if case .otherGround(let ground) = self { ground } else { nil }
  }

  /// The fields that templates read.
  public static let fields = Fields<Hearing>("partshoering") {
    Field.value("forloeb", "Hvordan borgeren er hørt") { $0.course }
    Field.optionalValue("sendt", "Dagen, høringen er sendt", .personal) { $0.sent }
    Field.optionalText("svar", "Borgerens svar", .personal) { $0.answer }
    Field.optionalText("grund", "Hvorfor høring ikke var nødvendig", .personal) { $0.ground }
  }
}
