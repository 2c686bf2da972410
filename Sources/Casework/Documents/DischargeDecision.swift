public import Fields

/// A decision that grants a mentor around a discharge from psychiatric admission (*udskrivningskoordinator*), as one
/// letter to one recipient: a right, LAB § 167, stk. 2.
public struct DischargeDecision: LetterModel {
  /// `udskrivningskoordinator`.
  public static let kind = DocumentKind.dischargeCoordinator
  /// The fields of a case that it is made of.
  public static let inputs =
    Letter.inputs + GrantedSupport.ordinaryInputs
    + ["afgoerelse.ansoegning", "afgoerelse.begrundelse", "mentorstoette.udskrivning"]

  /// Who writes to whom, on which day, in which case.
  public var letter: Letter
  /// The support and its mentor.
  public var granted: GrantedSupport
  /// The discharge that gives the right.
  public var discharge: Discharge
  /// The complaint deadline, the same in every recipient's letter: it is the citizen's.
  public var complaint: ComplaintDeadline

  /// The fields that templates read.
  public static let fields = Fields<DischargeDecision>("udskrivningskoordinator") {
    Field.all(of: Letter.fields, \.letter)
    Field.all(of: GrantedSupport.fields, \.granted)
    Field.record("udskrivning", "Udskrivning", Discharge.fields, \.discharge)
    Field.record("klage", "Klagefrist", ComplaintDeadline.fields, \.complaint)
  }

  /// Makes the letters of a case, or says everything that stands in their way.
  public static func understand(_ request: CaseRequest) -> Understanding<DischargeDecision> {
    Examination.letters(request, of: [.dischargeCoordinator], rules: CaseRule.ofGrants) { examination, parts in
      guard let granted = examination.grantedSupport(&parts), let discharge = granted.support.discharge,
        let complaint = parts.complaint
      else { return nil }
      return { DischargeDecision(letter: $0, granted: granted, discharge: discharge, complaint: complaint) }
    }
  }
}
