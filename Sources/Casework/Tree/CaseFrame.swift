extension CaseRecord {
  /// What belongs to one letter and not to the case: its kind, its date, its reasons, the words that were written for it.
  ///
  /// The rest is the state of the case, which letters of different days tell of.
  package static let frame = [
    "loebenummer", "afgoerelse", "mentorskifte", "orientering", "aendring", "genvurdering", "ophoer", "egenTekst",
    "forsendelse", "undtagelser", "minPlan.dato", "kontrakt.dato", "kontrakt.tillaeg",
  ]

  /// The state of the case alone.
  package var state: CaseRecord {
    var state = self
    for path in Self.frame { state[path] = nil }
    // The kind of support that the kind of decision says without words.
    let decision = word("afgoerelse.type").flatMap(DecisionKind.init(rawValue:))
    if state["mentorstoette"] != nil, state["mentorstoette.art"] == nil, let kind = decision?.supportKind, kind.isRight
    {
      state["mentorstoette.art"] = .choice(kind.rawValue)
    }
    return state
  }

  /// The state of this case in the letter of another: what that letter would say if it were made of this case.
  package func framed(by letter: CaseRecord) -> CaseRecord {
    var framed = self
    for path in Self.frame { framed[path] = letter[path] }
    return framed
  }
}
