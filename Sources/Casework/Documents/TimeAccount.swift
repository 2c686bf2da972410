public import Fields

/// The form for the account of hours (*timeregnskab*), BAB: the hours that were really spent as mentor; filled in on paper.
public struct TimeAccount: ContractModel {
  /// `timeregnskab`.
  public static let kind = DocumentKind.timeAccount
  /// The fields of a case that it is made of.
  public static let inputs = ContractHead.inputs + ["kontrakt.tillaeg.dato", "kontrakt.tillaeg.gaelderFra"]

  /// Parties, day, mentor and effort.
  public var head: ContractHead

  /// The fields that templates read.
  public static let fields = Fields<TimeAccount>("timeregnskab") {
    Field.all(of: ContractHead.fields, \.head)
  }

  /// Makes the form of a case, or says everything that stands in its way.
  public static func understand(_ request: CaseRequest) -> Understanding<TimeAccount> {
    Examination.contracts(request, rules: CaseRule.ofContractPapers, day: .ofPaper(in: request.caseFile)) { _, _ in
      { TimeAccount(head: $0) }
    }
  }
}
