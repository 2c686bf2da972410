public import Fields

/// A decision that grants support in a new period (*forlængelse*), as one letter to one recipient.
///
/// It is a decision of its own with its own assessment, LAB § 167, stk. 1, 2. pkt.: nothing of the earlier letter is
/// carried over.
public struct ProlongationDecision: LetterModel {
  /// `forlaengelse`.
  public static let kind = DocumentKind.prolongation
  /// The fields of a case that it is made of.
  public static let inputs =
    Letter.inputs + GrantedSupport.ordinaryInputs
    + ["afgoerelse.ansoegning", "afgoerelse.begrundelse", "afgoerelse.vurdering"]

  /// Who writes to whom, on which day, in which case.
  public var letter: Letter
  /// The support in the new period, and its mentor.
  public var granted: GrantedSupport
  /// The period that the new one follows.
  public var earlier: Period
  /// What was reached, and what remains.
  public var assessment: Assessment
  /// The complaint deadline, the same in every recipient's letter: it is the citizen's.
  public var complaint: ComplaintDeadline

  /// The fields that templates read.
  public static let fields = Fields<ProlongationDecision>("forlaengelse") {
    Field.all(of: Letter.fields, \.letter)
    Field.all(of: GrantedSupport.fields, \.granted)
    Field.record("tidligerePeriode", "Den tidligere periode", Period.fields, \.earlier)
    Field.record("vurdering", "Den konkrete vurdering", Assessment.fields, \.assessment)
    Field.record("klage", "Klagefrist", ComplaintDeadline.fields, \.complaint)
  }

  /// Makes the letters of a case, or says everything that stands in their way.
  public static func understand(_ request: CaseRequest) -> Understanding<ProlongationDecision> {
    Examination.letters(request, of: [.prolongation], rules: CaseRule.ofGrants) { examination, parts in
      let granted = examination.grantedSupport(&parts)
      parts.earlier = examination.earlierPeriod()
      parts.assessment = examination.assessment()
      guard let granted, let earlier = parts.earlier, let assessment = parts.assessment,
        let complaint = parts.complaint
      else { return nil }
      return {
        ProlongationDecision(
          letter: $0, granted: granted, earlier: earlier, assessment: assessment, complaint: complaint)
      }
    }
  }
}
