public import Fields

/// The order to the mentor (*mentorbestilling*): goals by rank, areas of effort, and when the municipality asks how it
/// goes.
///
/// A part of a contract's packet: what the mentor keeps at hand, while the contract lies with the employer.
public struct MentorOrder: ContractModel {
  /// `mentorbestilling`.
  public static let kind = DocumentKind.mentorOrder
  /// The fields of a case that it is made of.
  public static let inputs =
    ContractHead.inputs + MentorSteps.inputs + ["kontrakt.tillaeg.dato", "kontrakt.tillaeg.gaelderFra"]

  /// Parties, day, mentor and effort.
  public var head: ContractHead
  /// The steps towards the goal and the days of status.
  public var steps: MentorSteps

  /// The fields that templates read.
  public static let fields = Fields<MentorOrder>("mentorbestilling") {
    Field.all(of: ContractHead.fields, \.head)
    Field.all(of: MentorSteps.fields, \.steps)
  }

  /// Makes the order of a case, or says everything that stands in its way.
  public static func understand(_ request: CaseRequest) -> Understanding<MentorOrder> {
    Examination.contracts(request, rules: CaseRule.ofContractPapers, day: .ofPaper(in: request.caseFile)) {
      examination, parts in
      guard let steps = examination.steps(in: parts.period) else { return nil }
      return { MentorOrder(head: $0, steps: steps) }
    }
  }
}
