public import Fields

/// A correction of an error of the authority's (*berigtigelse*), as one letter to one recipient.
///
/// The earlier decision stands. Where its complaint guidance was wrong, the letter gives new guidance with a deadline
/// that runs from this letter.
public struct CorrectionLetter: LetterModel {
  /// `berigtigelse`.
  public static let kind = DocumentKind.correction
  /// The fields of a case that it is made of.
  public static let inputs = Letter.inputs + RewrittenPlan.inputs + ["afgoerelse.berigtigelse"]

  /// Who writes to whom, on which day, in which case.
  public var letter: Letter
  /// What is corrected.
  public var correction: Correction
  /// Whether the complaint guidance was wrong.
  public var guidance: CorrectedGuidance
  /// The new complaint deadline, where the guidance was wrong.
  public var complaint: ComplaintDeadline?
  /// The plan in which the right words stand, when it is written with the letter.
  public var plan: RewrittenPlan

  /// The fields that templates read.
  public static let fields = Fields<CorrectionLetter>("rettelsesbrev") {
    Field.all(of: Letter.fields, \.letter)
    Field.record("berigtigelse", "Berigtigelse", Correction.fields, \.correction)
    Field.value("klagevejledningen", "Klagevejledningen i det tidligere brev") { $0.guidance }
    Field.optionalRecord("klage", "Ny klagefrist", ComplaintDeadline.fields, \.complaint)
    Field.all(of: RewrittenPlan.fields, \.plan)
  }

  /// Makes the letters of a case, or says everything that stands in their way.
  public static func understand(_ request: CaseRequest) -> Understanding<CorrectionLetter> {
    let said = request.caseFile.decision?.correction
    let givesGuidance = said?.guidanceWasWrong?.value == true && said?.wasDecision?.value != false
    let rules = givesGuidance ? CaseRule.ofCorrectedGuidance : CaseRule.ofCorrections
    return Examination.letters(request, of: [.correction], rules: rules) { examination, parts in
      let correction = examination.correction()
      let guidance = examination.correctedGuidance()
      guard let correction, let guidance, guidance != .wrong || parts.complaint != nil else { return nil }
      var complaint = guidance == .wrong ? parts.complaint : nil
      complaint?.start = .letter
      let plan = examination.rewrittenPlan()
      return { [complaint] letter in
        CorrectionLetter(
          letter: letter, correction: correction, guidance: guidance, complaint: complaint, plan: plan)
      }
    }
  }
}
