public import Fields

/// The hearing of the citizen before a decision (*partshøring*), FVL § 19, as one letter to one recipient.
///
/// Nothing is decided, so nothing can be complained about yet.
public struct HearingLetter: LetterModel {
  /// `partshoering`.
  public static let kind = DocumentKind.hearing
  /// The fields of a case that it is made of.
  public static let inputs = Letter.inputs + ["afgoerelse.partshoering"]

  /// Who writes to whom, on which day, in which case.
  public var letter: Letter
  /// What the citizen is asked about.
  public var question: HearingQuestion

  /// The fields that templates read.
  public static let fields = Fields<HearingLetter>("partshoeringsbrev") {
    Field.all(of: Letter.fields, \.letter)
    Field.record("hoering", "Høring", HearingQuestion.fields, \.question)
  }

  /// To the letter's recipient, who is asked for an answer.
  public var dispatch: Dispatch? {
    Dispatch(
      authority: letter.authority, recipient: letter.recipient, recipientPath: letter.recipientPath,
      answerBy: question.deadline)
  }

  /// Makes the letters of a case, or says everything that stands in their way.
  public static func understand(_ request: CaseRequest) -> Understanding<HearingLetter> {
    Examination.letters(request, of: [.hearing], rules: CaseRule.ofHearings) { examination, parts in
      let question = examination.hearingQuestion()
      examination.checkHearingDeadline(received: parts.complaint?.received)
      guard let question else { return nil }
      return { HearingLetter(letter: $0, question: question) }
    }
  }
}

/// What the citizen is asked about in a hearing, and until when (*høring*), FVL §§ 19 and 21.
public struct HearingQuestion: Sendable, Hashable {
  /// The decision that is considered.
  public var intended: IntendedDecision
  /// The same in words.
  public var consideration: String
  /// The information that it would rest on.
  public var information: String
  /// Why the information matters.
  public var significance: String
  /// The last day for an answer.
  public var deadline: CalendarDate

  /// Creates a question.
  public init(
    intended: IntendedDecision, consideration: String, information: String, significance: String,
    deadline: CalendarDate
  ) {
    self.intended = intended
    self.consideration = consideration
    self.information = information
    self.significance = significance
    self.deadline = deadline
  }

  /// The fields that templates read.
  public static let fields = Fields<HearingQuestion>("hoering") {
    Field.value("paataenkt", "Den påtænkte afgørelse", \.intended, .personal)
    Field.text("overvejelse", "Det, der overvejes", \.consideration, .personal)
    Field.text("oplysninger", "Oplysningerne", \.information, .personal)
    Field.text("betydning", "Hvorfor oplysningerne har betydning", \.significance, .personal)
    Field.value("frist", "Sidste dag for svar", \.deadline)
  }
}
