public import Fields

/// A decision that grants a company or an education institution support for a mentor (*bevilling til arbejdsgiver*), LAB
/// § 169. A company gets it in VITAS.
public struct EmployerGrant: ContractModel {
  /// `bevilling-arbejdsgiver`.
  public static let kind = DocumentKind.employerGrant
  /// The fields of a case that it is made of.
  public static let inputs = ContractHead.inputs + ContractTerms.inputs + ["kontrakt.bevilling"]

  /// Parties, day, mentor and effort.
  public var head: ContractHead
  /// Price, cap and conditions.
  public var terms: ContractTerms

  /// The fields that templates read.
  public static let fields = Fields<EmployerGrant>("bevilling-arbejdsgiver") {
    Field.all(of: ContractHead.fields, \.head)
    Field.record("vilkaar", "Vilkår", ContractTerms.fields, \.terms)
  }

  /// Makes the decision of a case, or says everything that stands in its way.
  public static func understand(_ request: CaseRequest) -> Understanding<EmployerGrant> {
    Examination.contracts(request, rules: CaseRule.ofEmployerGrants) { examination, parts in
      examination.checkEmployer(of: "bevilling til en arbejdsgiver")
      guard let terms = examination.contractTerms(&parts) else { return nil }
      return { EmployerGrant(head: $0, terms: terms) }
    }
  }
}

extension Examination {
  /// Only a company or an institution is supported for its own employee, LAB § 169.
  mutating func checkEmployer(of paper: String) {
    guard let said = caseFile.mentor?.employment, said.value == .external || said.value == .municipality else { return }
    let path = "mentor.ansaettelse"
    report(
      "no-employer", "\(CaseLabels.name(of: path)) er \(said.value.label), og der skrives ingen \(paper).", path: path,
      at: said.position, basis: cite(["lab-169"]),
      help: "Skriv en mentorkontrakt, eller ret ansættelsen til \"virksomhed\" eller \"uddannelsesinstitution\".")
  }
}
