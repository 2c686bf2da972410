public import Fields

/// The form for a status report (*statusrapport*): how far each goal and task has come, absence, and what the mentor
/// recommends; filled in on paper.
public struct StatusReport: ContractModel {
  /// `statusrapport`.
  public static let kind = DocumentKind.statusReport
  /// The fields of a case that it is made of.
  public static let inputs =
    ContractHead.inputs + MentorSteps.inputs + ["kontrakt.tillaeg.dato", "kontrakt.tillaeg.gaelderFra"]

  /// Parties, day, mentor and effort.
  public var head: ContractHead
  /// The steps towards the goal and the days of status.
  public var steps: MentorSteps

  /// The fields that templates read.
  public static let fields = Fields<StatusReport>("statusrapport") {
    Field.all(of: ContractHead.fields, \.head)
    Field.all(of: MentorSteps.fields, \.steps)
  }

  /// Makes the form of a case, or says everything that stands in its way.
  public static func understand(_ request: CaseRequest) -> Understanding<StatusReport> {
    Examination.contracts(request, rules: CaseRule.ofContractPapers, day: .ofPaper(in: request.caseFile)) {
      examination, parts in
      guard let steps = examination.steps(in: parts.period) else { return nil }
      return { StatusReport(head: $0, steps: steps) }
    }
  }
}
