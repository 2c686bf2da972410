import Casework
import Diagnostics
import Register

/// What a person should know of a re-issue that is made, or not needed.
extension Reissuer {
  /// That nothing of what the order names differs in a case, and something else does.
  func tellOfLeftOut(_ history: CaseHistory, _ said: CaseRecord, _ outcome: inout Outcome) {
    guard order.cause == .data else { return }
    let left = Nomination(history: history, bundles: bundles, today: letterbook).leftOut(said.state, limits)
    guard let first = left.first else { return }
    outcome.tell(
      Diagnostic(
        .warning, "reissue-only-other",
        "Det, der er valgt med --only, er ikke anderledes i sagen. Det er derimod: "
          + "\(left.map { CaseLabels.name(of: $0) }.joined(separator: ", ")).",
        path: first, caseNumber: outcome.proposal.caseNumber,
        help: "Vælg det med --only, eller kør uden, hvis det skal med."))
  }

  /// A paper says something else than the case now, and nothing is made in its place: an agreement with the citizen, or what
  /// the mentor works with when the contract gets no supplement.
  func tellOfPapers(_ source: DerivationSource, _ outcome: inout Outcome) {
    for (standing, reasons) in source.affected where !standing.kind.isCitizens && !standing.kind.isContract {
      guard !outcome.proposal.superseded.contains(where: { $0.name == standing.document.name }) else { continue }
      let why = standing.kind.isContractPaper ? ", for kontrakten får intet tillæg" : ""
      outcome.tell(
        source.problem(
          "reissue-paper-left",
          "Dokumentet (\(standing.document.title)) bliver ikke lavet om\(why): \(source.named(reasons)).", .warning,
          path: reasons.first, help: paperHelp(standing.kind)))
    }
  }

  /// What differs and is left as it is: the contract that names a mentor who has left, or that is with another employer.
  func tellOfWaiting(
    _ waiting: [(CaseHistory.Standing, Nomination.Result.Waiting)], _ outcome: inout Outcome
  ) {
    let ofContract = waiting.contains { $0.0.kind.isContract }
    for (standing, why) in waiting where standing.kind.isContract || !ofContract {
      let (severity, id, rest, help): (Diagnostic.Severity, String, String, String) =
        switch why {
        case .mentor:
          (
            .note, "reissue-contract-waits",
            "nævner den mentor, der stopper. Et tillæg venter, til der er en ny mentor.",
            "Skriv den nye mentor i mentor, når mentoren er fundet, og kør --as orientering igen. Bliver der ingen ny, så "
              + "opsig aftalen, som den selv siger."
          )
        case .contract:
          (
            .warning, "reissue-new-contract",
            standing.kind.isContract
              ? "er med en anden arbejdsgiver end den nye mentors. Et tillæg kan ikke give aftalen en anden part."
              : "er til en anden arbejdsgiver end mentorens.",
            standing.kind.isContract
              ? "Opsig aftalen, som den selv siger. Udsted en ny kontrakt og nye papirer: 'mentorbrev issue SAGER --kind "
                + "mentorkontrakt --kind mentorbestilling --kind timeregnskab --kind statusrapport\(paths.folderOption)'."
              : paperHelp(standing.kind)
          )
        }
      outcome.tell(
        Diagnostic(
          severity, id, "Dokumentet (\(standing.document.title)) \(rest)", path: ReissueFields.mentorName,
          caseNumber: outcome.proposal.caseNumber, help: help))
    }
  }

  func paperHelp(_ kind: DocumentKind) -> String {
    "Skal der laves et nyt, så skriv et løbenummer (loebenummer) i sagen, og kør "
      + "'mentorbrev issue SAGER --kind \(kind.rawValue)\(paths.folderOption)'."
  }
}
