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
  /// Why: of a decision that gives less than was complained for, of one that stands, and wherever else the case says it.
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
      let reasons = outcome.flatMap { examination.reasons(of: $0) }
      let missed = outcome == .late ? examination.missedDeadline() : nil
      guard let outcome, let complaintCase, reasons != nil || !examination.needsReasons(outcome) else { return nil }
      let hasRest =
        switch outcome {
        case .upheld, .partlyUpheld: granted != nil
        case .maintained: true
        case .late: missed != nil
        }
      let complaint = outcome.isNewDecision ? parts.complaint : nil
      guard hasRest, !outcome.isNewDecision || complaint != nil else { return nil }
      return {
        ReconsiderationLetter(
          letter: $0, complaintCase: complaintCase, outcome: outcome, granted: granted, reasons: reasons,
          missedDeadline: missed, supportKind: request.caseFile.support?.kind?.value ?? .ordinary, complaint: complaint)
      }
    }
  }
}
