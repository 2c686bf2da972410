public import Fields

/// A decision that grants a mentor at the start of an education (*uddannelsesstart*), as one letter to one recipient: a
/// right of persons in LAB § 6, nr. 4 and 5, LAB § 167, stk. 3.
public struct EducationStartDecision: LetterModel {
  /// `uddannelsesstart`.
  public static let kind = DocumentKind.educationStart
  /// The fields of a case that it is made of.
  public static let inputs =
    Letter.inputs + GrantedSupport.ordinaryInputs
    + ["afgoerelse.ansoegning", "afgoerelse.begrundelse", "mentorstoette.uddannelse"]

  /// Who writes to whom, on which day, in which case.
  public var letter: Letter
  /// The support and its mentor.
  public var granted: GrantedSupport
  /// The education that the citizen was admitted to.
  public var start: EducationStart
  /// The complaint deadline, the same in every recipient's letter: it is the citizen's.
  public var complaint: ComplaintDeadline

  /// The fields that templates read.
  public static let fields = Fields<EducationStartDecision>("uddannelsesstart-brev") {
    Field.all(of: Letter.fields, \.letter)
    Field.all(of: GrantedSupport.fields, \.granted)
    Field.record("uddannelse", "Uddannelse", EducationStart.fields, \.start)
    Field.record("klage", "Klagefrist", ComplaintDeadline.fields, \.complaint)
  }

  /// Makes the letters of a case, or says everything that stands in their way.
  public static func understand(_ request: CaseRequest) -> Understanding<EducationStartDecision> {
    Examination.letters(request, of: [.educationStart], rules: CaseRule.ofGrants) { examination, parts in
      guard let granted = examination.grantedSupport(&parts), let start = granted.support.educationStart,
        let complaint = parts.complaint
      else { return nil }
      return { EducationStartDecision(letter: $0, granted: granted, start: start, complaint: complaint) }
    }
  }
}
