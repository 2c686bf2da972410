public import Fields

/// Information about new facts (*orientering*): a telephone number, an address, a meeting place. Nothing is decided, the
/// grant stays as it was.
public struct InformationLetter: LetterModel {
  /// `orientering`.
  public static let kind = DocumentKind.information
  /// The fields of a case that it is made of.
  public static let inputs =
    Letter.inputs + RewrittenPlan.inputs
    + ["orientering", "mentorstoette.periode", "mentorstoette.timetal"]

  /// Who writes to whom, on which day, in which case.
  public var letter: Letter
  /// What is new, and what stands.
  public var facts: NewFacts
  /// The plan in which the new facts stand, when it is written with the letter.
  public var plan: RewrittenPlan

  /// The fields that templates read.
  public static let fields = Fields<InformationLetter>("orienteringsbrev") {
    Field.all(of: Letter.fields, \.letter)
    Field.record("orientering", "Orientering", NewFacts.fields, \.facts)
    Field.all(of: RewrittenPlan.fields, \.plan)
  }

  /// Makes the letters of a case, or says everything that stands in their way.
  public static func understand(_ request: CaseRequest) -> Understanding<InformationLetter> {
    Examination.letters(request, of: [.information], rules: CaseRule.ofInformation) { examination, _ in
      guard let facts = examination.newFacts() else { return nil }
      let plan = examination.rewrittenPlan()
      return { InformationLetter(letter: $0, facts: facts, plan: plan) }
    }
  }
}
