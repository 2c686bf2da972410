import Casework
import Diagnostics
import Fields
import Register

/// The letter with the error that a correction corrects.
struct WrongLetter {
  /// What a sentence calls it.
  var name: String
  var day: CalendarDate
  /// Whether it may have told how to complain.
  var wasDecision: Bool
}

extension DerivationSource {
  /// The latest letter that said the values that are corrected: an error is not blamed on a letter that did not hold it.
  ///
  /// - Parameter isWritten: whether a person wrote the rows; they can be about anything.
  /// - Returns: nil when no document is affected.
  func wrongLetter(isWritten: Bool) -> Result<WrongLetter?, DiagnosticsError> {
    guard let main else { return .success(nil) }
    let issues = toldFields.map { history.teller(of: $0, to: main) }
    guard let issue = issues.first, issue != main.issue || Set(issues).count > 1 else {
      return .success(letter(main.document, main.issue))
    }
    guard Set(issues).count == 1 else {
      return isWritten
        ? .success(letter(main.document, main.issue)) : .failure(DiagnosticsError([twoLetters(issues)], in: .danish))
    }
    let told = history.issues[issue].documents.filter { $0.state != .withdrawn && $0.citizenKind != nil }
    guard let document = told.first(where: { $0.citizenKind != .minPlan }) ?? told.first else {
      return .failure(
        DiagnosticsError(
          [
            problem(
              "reissue-never-told",
              "Det, der skulle rettes, har ikke stået i noget brev til borgeren: \(named(toldFields)).",
              path: toldFields.first,
              help: "Brug --as orientering, hvis borgeren skal have besked, eller --as registrering, hvis ingen skal.")
          ], in: .danish))
    }
    return .success(letter(document, issue))
  }

  private func letter(_ document: RecordedDocument, _ issue: Int) -> WrongLetter? {
    guard let kind = DocumentKind(rawValue: document.kind), let day = CalendarDate(iso: document.date) else {
      return nil
    }
    // A correction belongs to the letter that it corrects, and may have told how to complain about that.
    let saysNone = history.texts[issue]["afgoerelse.berigtigelse.varAfgoerelse"] == .boolean(false)
    let wasDecision = kind == .correction ? !saysNone : kind.isJudgement || !kind.isCitizens
    return WrongLetter(name: kind.inSentence, day: day, wasDecision: wasDecision)
  }

  private func twoLetters(_ issues: [Int]) -> Diagnostic {
    let days = zip(toldFields, issues).map { field, issue in
      let day = history.issues[issue].documents.first.flatMap { CalendarDate(iso: $0.date)?.danish }
      return CaseLabels.name(of: field) + (day.map { " (\($0))" } ?? "")
    }
    return problem(
      "reissue-two-letters", "Fejlene står ikke i det samme brev: \(days.joined(separator: ", ")).",
      path: toldFields.first,
      help:
        "Ret ét brev ad gangen: brug --only med felterne fra det ene brev, og derefter --as rettelse for resten på en "
        + "anden dag (--date).")
  }
}

extension RecordedDocument {
  /// The kind of what the citizen has; nil for the others.
  fileprivate var citizenKind: DocumentKind? {
    DocumentKind(rawValue: kind).flatMap { $0.isCitizens ? $0 : nil }
  }
}

extension DocumentKind {
  /// Whether the citizen has it.
  var isCitizens: Bool { isJudgement || isInformation || self == .minPlan }

  /// What a sentence calls the document, in the definite form.
  fileprivate var inSentence: String {
    switch self {
    case .minPlan: "Min Plan"
    case .refusal: "afslaget på mentorstøtte"
    case .stop: "afgørelsen om at stoppe din mentorstøtte"
    case .change: "afgørelsen om at ændre din mentorstøtte"
    case .prolongation: "afgørelsen om mentorstøtte i en ny periode"
    case .reconsideration: "brevet om din klage"
    case .mentorChange: "brevet om din mentor"
    case .information: "brevet med nye oplysninger"
    case .hearing: "brevet om partshøring"
    case .correction: "rettelsen"
    case _ where isContract: "kontrakten om mentorstøtte"
    case _ where isJudgement: "afgørelsen om mentorstøtte"
    default: "brevet om mentorstøtte"
    }
  }
}
