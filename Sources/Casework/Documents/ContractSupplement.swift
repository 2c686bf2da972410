public import Fields

/// A supplement to a contract or a framework agreement (*kontrakttillæg*): the terms that change, before and now, and the
/// whole contract as it holds from then on.
public struct ContractSupplement: ContractModel {
  /// `kontrakttillaeg`.
  public static let kind = DocumentKind.contractSupplement
  /// The fields of a case that it is made of.
  public static let inputs = ContractHead.inputs + ContractTerms.inputs + ["kontrakt.tillaeg", "kontrakt.ramme"]

  /// Parties, day, mentor and effort, as they hold from then on; the day is the supplement's own.
  public var head: ContractHead
  /// What is agreed besides, as it holds from then on.
  public var terms: ContractTerms
  /// How places are filled from then on, when it is a framework agreement that changes.
  public var framework: PlaceFramework?
  /// What changes.
  public var amendment: ContractAmendment

  /// The fields that templates read.
  public static let fields = Fields<ContractSupplement>("kontrakttillaeg") {
    Field.all(of: ContractHead.fields, \.head)
    Field.record("vilkaar", "Vilkår", ContractTerms.fields, \.terms)
    Field.optionalRecord("ramme", "Ramme", PlaceFramework.fields, \.framework)
    Field.record("tillaeg", "Tillæg", ContractAmendment.fields, \.amendment)
  }

  /// Makes the supplement of a case, or says everything that stands in its way.
  public static func understand(_ request: CaseRequest) -> Understanding<ContractSupplement> {
    let contract = request.caseFile.contract
    let isFramework = contract?.framework != nil
    return Examination.contracts(
      request, rules: isFramework ? CaseRule.ofFrameworks : CaseRule.ofContracts,
      day: ContractDay(said: contract?.supplement?.date, path: "kontrakt.tillaeg.dato")
    ) { examination, parts in
      let framework = isFramework ? examination.framework() : nil
      let terms = examination.contractTerms(&parts, from: contract?.supplement?.from?.value)
      let amendment = examination.amendment(parts, terms)
      guard let terms, let amendment, isFramework == (framework != nil) else { return nil }
      return { ContractSupplement(head: $0, terms: terms, framework: framework, amendment: amendment) }
    }
  }
}
