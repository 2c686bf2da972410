public import Fields

/// What came of a complaint (*genvurdering*), as one letter to one recipient: a new decision, or that the complaint has been
/// sent on.
public struct ReconsiderationLetter: LetterModel {
  /// `genvurdering`.
  public static let kind = DocumentKind.reconsideration
  /// The fields of a case that it is made of.
  public static let inputs = Letter.inputs + GrantedSupport.inputs + ["genvurdering", "afgoerelse.begrundelse"]

  /// Who writes to whom, on which day, in which case.
  public var letter: Letter
  /// The complaint.
  public var complaintCase: ComplaintCase
  /// What came of it.
  public var outcome: ReconsiderationOutcome
  /// What the new decision gives, when there is one.
  public var granted: GrantedSupport?
  /// Why: of a decision that gives less than was complained for, and of one that stands.
  public var reasons: Reasons?
  /// The last day of the deadline that the complaint missed.
  public var missedDeadline: CalendarDate?
  /// Which rule the case is about: the ordinary one, when it says nothing else.
  public var supportKind: SupportKind
  /// The complaint deadline of the new decision, the same in every recipient's letter: it is the citizen's. Nil when nothing
  /// new is decided.
  public var complaint: ComplaintDeadline?

  /// The fields that templates read.
  public static let fields = Fields<ReconsiderationLetter>("genvurderingsbrev") {
    Field.all(of: Letter.fields, \.letter)
    Field.record("klagesag", "Klagen", ComplaintCase.fields, \.complaintCase)
    Field.value("udfald", "Genvurderingens udfald", \.outcome, .personal)
    Field.optionalRecord("bevilget", "Det, den nye afgørelse giver", GrantedSupport.fields, \.granted)
    Field.optionalRecord("begrundelse", "Begrundelse", Reasons.fields, \.reasons)
    Field.optionalValue("klagefrist", "Klagefristens sidste dag", \.missedDeadline, .personal)
    Field.value("art", "Støttens art", \.supportKind)
    Field.optionalRecord("klage", "Klagefrist", ComplaintDeadline.fields, \.complaint)
  }

  /// Makes the letters of a case, or says everything that stands in their way.
  public static func understand(_ request: CaseRequest) -> Understanding<ReconsiderationLetter> {
    let outcome = request.caseFile.reconsideration?.outcome?.value
    return Examination.letters(request, of: [.reconsideration], rules: CaseRule.ofReconsiderations(outcome)) {
      examination, parts in
      let complaintCase = examination.complaintCase()
      let granted = outcome?.isNewDecision == true ? examination.grantedSupport(&parts) : nil
      let reasons = examination.reasons(of: outcome)
      let missed = outcome == .late ? examination.missedDeadline() : nil
      let hasAll =
        switch outcome {
        case nil: false
        case .upheld?: granted != nil
        case .partlyUpheld?: granted != nil && reasons != nil
        case .maintained?: reasons != nil
        case .late?: missed != nil
        }
      let complaint = outcome?.isNewDecision == true ? parts.complaint : nil
      guard hasAll, let outcome, let complaintCase, !outcome.isNewDecision || complaint != nil else { return nil }
      return {
        ReconsiderationLetter(
          letter: $0, complaintCase: complaintCase, outcome: outcome, granted: granted, reasons: reasons,
          missedDeadline: missed, supportKind: request.caseFile.support?.kind?.value ?? .ordinary, complaint: complaint)
      }
    }
  }
}
