public import Fields

/// A decision that grants mentor support (*bevilling*), as one letter to one recipient.
public struct GrantDecision: LetterModel {
  /// `bevilling`.
  public static let kind = DocumentKind.grant
  /// The fields of a case that it is made of.
  public static let inputs =
    Letter.inputs + GrantedSupport.ordinaryInputs
    + ["afgoerelse.ansoegning", "afgoerelse.begrundelse"]

  /// Who writes to whom, on which day, in which case.
  public var letter: Letter
  /// The support and its mentor.
  public var granted: GrantedSupport
  /// The complaint deadline, the same in every recipient's letter: it is the citizen's.
  public var complaint: ComplaintDeadline

  /// The fields that templates read.
  public static let fields = Fields<GrantDecision>("bevilling") {
    Field.all(of: Letter.fields, \.letter)
    Field.all(of: GrantedSupport.fields, \.granted)
    Field.record("klage", "Klagefrist", ComplaintDeadline.fields, \.complaint)
  }

  /// Makes the letters of a case, or says everything that stands in their way.
  public static func understand(_ request: CaseRequest) -> Understanding<GrantDecision> {
    Examination.letters(request, of: [.grant], rules: CaseRule.ofGrants) { examination, parts in
      guard let granted = examination.grantedSupport(&parts), let complaint = parts.complaint else { return nil }
      return { GrantDecision(letter: $0, granted: granted, complaint: complaint) }
    }
  }
}
