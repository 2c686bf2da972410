import Casework
import Diagnostics
import Register

/// What a re-issue does when the letter itself, and not the case alone, is another.
extension Reissuer {
  /// Takes what the case says of one letter: the record takes it over, and a new letter that does not tell of it is refused,
  /// for whoever changed it believes that the citizen is told.
  func takeLetter(
    _ nomination: Nomination, _ history: CaseHistory, _ said: CaseRecord, _ found: inout Nomination.Result,
    _ proposal: inout ReissueProposal
  ) throws(DiagnosticsError) {
    let form = order.form
    if form == .newDecision { return }
    let letter = try nomination.letter(said, limits, form, isAlone: found.affected.isEmpty)
    var left = letter.affected.flatMap(\.reasons)
    // A letter that nobody has issued is not recorded in the place of one that was.
    if form == .record, !left.contains("afgoerelse.type") { return found.join(letter) }
    if found.affected.isEmpty {
      left += form.ownWords.filter { path in
        limits.allow(reason: path) && said[path] != nil && !history.hasSaid(said[path], at: path)
      }
    } else {
      left.removeAll { reason in form.taken.contains(where: reason.hasPrefix) }
    }
    guard let first = left.first else { return }
    proposal.differences = found.differences + letter.differences
    throw DiagnosticsError([letterDiffers(left, at: first, said)], in: .danish)
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
