import Fields

extension Examination {
  /// The date and the words of the decision.
  func decisionText() -> DecisionText? {
    guard let date else { return nil }
    var text = DecisionText(date: date)
    let said = caseFile.decision
    text.applicationDate = said?.application?.date?.value
    text.application = said?.application?.text?.value
    text.facts = said?.reasons?.facts?.value
    text.considerations = said?.reasons?.considerations?.value
    text.otherHelp = said?.reasons?.otherHelp?.value
    return text
  }

  /// The profile's standard wording, followed by the caseworker's own words.
  func ownWords() -> OwnWords {
    let standard = profile?.wording
    let said = caseFile.ownWords
    return OwnWords(
      introduction: joined(standard?.introduction, said?.introduction?.value),
      reasons: joined(standard?.reasons, said?.reasons?.value),
      closing: joined(standard?.closing, said?.closing?.value))
  }

  private func joined(_ first: String?, _ second: String?) -> String? {
    let both = [first, second].compactMap(\.self)
    return both.isEmpty ? nil : both.joined(separator: "\n")
  }
}
