public import Fields

/// Information about new facts (*orientering*): a telephone number, an address, a meeting place. Nothing is decided, the
/// grant stays as it was.
public struct InformationLetter: LetterModel {
  /// `orientering`.
  public static let kind = DocumentKind.information

  /// Who writes to whom, on which day, in which case.
  public var letter: Letter
  /// What is new, and what stands.
  public var facts: NewFacts

  /// The fields that templates read.
  public static let fields = Fields<InformationLetter>("orienteringsbrev") {
    Field.all(of: Letter.fields, \.letter)
    Field.record("orientering", "Orientering", NewFacts.fields, \.facts)
  }

  /// Makes the letters of a case, or says everything that stands in their way.
  public static func understand(_ request: CaseRequest) -> Understanding<InformationLetter> {
    Examination.letters(request, of: [.information], rules: CaseRule.ofInformation) { examination, _ in
      guard let facts = examination.newFacts() else { return nil }
      return { InformationLetter(letter: $0, facts: facts) }
    }
  }
}
