import Casework
import Diagnostics
import Register

extension RunBook {
  /// Makes sure that a person has approved each of some runs, where the authority has not waived it.
  ///
  /// - Throws: all that is not approved, and all that is not known; then nothing is packed.
  func requireApproval(of numbers: [Int], _ letterbook: Letterbook) throws(DiagnosticsError) {
    var problems: [Diagnostic] = []
    for number in numbers {
      do throws(DiagnosticsError) {
        let run = try run(number)
        let approval = try DiagnosticsError.catching { try self.approval(of: run) }
        if approval == nil, try !isWaived(run, letterbook) { problems.append(notApproved(run)) }
      } catch {
        problems += error.diagnostics
      }
    }
    if !problems.isEmpty { throw DiagnosticsError(problems, in: .danish) }
  }

  /// Whether the run issued the letters of one case, and its authority lets those go without approval. A run that has one
  /// case left because others were forgotten issued several.
  private func isWaived(_ run: RecordedRun, _ letterbook: Letterbook) throws(DiagnosticsError) -> Bool {
    let number = run.record.number
    return try DiagnosticsError.catching {
      guard try reader.counts(ofRun: number).cases + run.forgottenCases == 1 else { return false }
      var authority: String?
      try reader.eachDocument(ofRun: number) { authority = $0.authority }
      return authority.flatMap(letterbook.profile(of:))?.waivesApprovalOfSingleLetters ?? false
    }
  }

  private func notApproved(_ run: RecordedRun) -> Diagnostic {
    let number = run.record.number
    let state =
      switch run.unapproved {
      case .never: "er ikke godkendt"
      case .afterForgetting: "er ikke godkendt igen, siden en sag i den blev slettet"
      case .others: "er godkendt med en anden kontrolsum end sin egen"
      }
    return Diagnostic(
      .error, "not-approved", "Kørsel \(number) \(state), så dens breve kan ikke pakkes.",
      help: (run.unapproved == .others ? "Kør 'mentorbrev verify', og find ud af, hvem der har ændret registret. " : "")
        + "Læs \(RunFolder(paths, run: number).page.visible), og kør "
        + "'mentorbrev approve \(number) --by NAVN\(folderOption)'.",
      notes: [
        Diagnostic.Note(
          "En myndighed kan i sin profil lade breve i en enkelt sag gå uden: godkendelse.enkeltbreveUdenGodkendelse.")
      ])
  }
}

extension Letterbook {
  /// The profile of an authority by its CVR number.
  fileprivate func profile(of companyNumber: String) -> AuthorityProfile? {
    ([givenProfile].compactMap { $0 } + profiles).first { $0.authority.companyNumber?.value.digits == companyNumber }
  }
}
