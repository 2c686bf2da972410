public import Fields

/// A contract about a mentor (*mentorkontrakt*), with a company, an education institution, an external consultant or
/// another part of the municipality.
public struct MentorContract: ContractModel {
  /// `mentorkontrakt`.
  public static let kind = DocumentKind.contract
  /// The fields of a case that it is made of.
  public static let inputs = ContractHead.inputs + ContractTerms.inputs

  /// Parties, day, mentor and effort.
  public var head: ContractHead
  /// What is agreed besides.
  public var terms: ContractTerms

  /// The fields that templates read.
  public static let fields = Fields<MentorContract>("mentorkontrakt") {
    Field.all(of: ContractHead.fields, \.head)
    Field.record("vilkaar", "Vilkår", ContractTerms.fields, \.terms)
  }

  /// Makes the contract of a case, or says everything that stands in its way.
  public static func understand(_ request: CaseRequest) -> Understanding<MentorContract> {
    Examination.contracts(request, rules: CaseRule.ofContracts) { examination, parts in
      guard let terms = examination.contractTerms(&parts) else { return nil }
      return { MentorContract(head: $0, terms: terms) }
    }
  }
}
