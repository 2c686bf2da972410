import Casework
import Diagnostics
import Register

/// What a re-issue does when the letter itself, and not the case alone, is another.
extension Reissuer {
  /// Takes what the case says of one letter: the record takes it over, and a new letter that does not tell of it is refused,
  /// for whoever changed it believes that the citizen is told.
  ///
  /// - Returns: why it is refused.
  func takeLetter(
    _ nomination: Nomination, _ history: CaseHistory, _ said: CaseRecord, _ found: inout Nomination.Result
  ) throws(DiagnosticsError) -> Diagnostic? {
    let form = order.form
    if form == .newDecision { return nil }
    let letter = try nomination.letter(said, limits, form, isAlone: found.affected.isEmpty)
    var left = letter.affected.flatMap(\.reasons)
    // A letter that nobody has issued is not recorded in the place of one that was.
    if form == .record, !left.contains("afgoerelse.type") {
      found.join(letter)
      return nil
    }
    let own = form.ownWords.filter { path in
      limits.allow(reason: path) && said[path] != nil && !history.hasSaid(said[path], at: path)
    }
    let reasons = found.affected.flatMap(\.reasons)
    if found.affected.isEmpty {
      left += own
    } else if !own.isEmpty || !reasons.allSatisfy(ReissueFields.unsaid.contains) {
      // The letter that is made takes its own words from the case, but not what the earlier letter said: that would stand
      // unmarked.
      let rewritten = letter.differences.filter { $0.old != nil && $0.new != nil }.map(\.reason)
      left.removeAll { reason in
        form.taken.contains(where: reason.hasPrefix)
          && !(reason.hasPrefix("egenTekst.") && rewritten.contains(reason))
      }
    }
    guard let first = left.first else { return nil }
    found.differences += letter.differences
    return letterDiffers(left, at: first, said)
  }

  private func letterDiffers(_ left: [String], at path: String, _ said: CaseRecord) -> Diagnostic {
    var seen: Set<String> = []
    let names = left.filter { seen.insert($0).inserted }.map(CaseLabels.name)
    return Diagnostic(
      .error, "reissue-letter-differs",
      "Sagen siger noget andet i selve brevet, end der er udstedt, og det bliver ikke genudstedt: "
        + "\(names.joined(separator: ", ")).",
      path: path, caseNumber: said.text("sagsnummer"),
      help:
        "Var brevet forkert, så skriv en berigtigelse (afgoerelse.type) med afgoerelse.berigtigelse.rettelser, og udsted "
        + "den med 'mentorbrev issue'. Før derefter sagen i registret med --as registrering. Skal brevet stå, som det er, så "
        + "skriv i sagen, hvad der blev udstedt. Vælg de andre forskelle med --only.")
  }
}
