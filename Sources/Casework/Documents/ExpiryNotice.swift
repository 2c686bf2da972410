public import Fields

/// Information that a period of support runs out (*udløb*), as one letter to one recipient. No decision: no complaint
/// guidance.
public struct ExpiryNotice: LetterModel {
  /// `udloeb`.
  public static let kind = DocumentKind.expiry
  /// The fields of a case that it is made of.
  public static let inputs =
    Letter.inputs
    + [
      "afgoerelse.udloeb", "mentorstoette.art", "mentorstoette.periode", "mentorstoette.tidligerePerioder",
      "mentorstoette.timetal.faser", "mentorstoette.udskrivning", "mentorstoette.uddannelse", "mentor.navn",
    ]

  /// Who writes to whom, on which day, in which case.
  public var letter: Letter
  /// The period that runs out, and what happens then.
  public var expiry: Expiry

  /// The fields that templates read.
  public static let fields = Fields<ExpiryNotice>("udloebsbrev") {
    Field.all(of: Letter.fields, \.letter)
    Field.record("udloeb", "Udløb", Expiry.fields, \.expiry)
  }

  /// Makes the letters of a case, or says everything that stands in their way.
  public static func understand(_ request: CaseRequest) -> Understanding<ExpiryNotice> {
    Examination.letters(request, of: [.expiry], rules: CaseRule.ofExpiry) { examination, parts in
      guard let expiry = examination.expiry(&parts) else { return nil }
      return { ExpiryNotice(letter: $0, expiry: expiry) }
    }
  }
}
