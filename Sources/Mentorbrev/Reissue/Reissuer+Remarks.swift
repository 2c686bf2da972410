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
  func tellOfWaiting(_ waiting: [Nomination.Waiting], _ outcome: inout Outcome) {
    // The papers go with their contract.
    let contracts = waiting.filter(\.standing.kind.isContract)
    for left in contracts.isEmpty ? waiting : contracts { outcome.tell(remark(of: left, outcome.proposal.caseNumber)) }
  }

  private func remark(of left: Nomination.Waiting, _ caseNumber: String?) -> Diagnostic {
    let kind = left.standing.kind
    func remark(_ severity: Diagnostic.Severity, _ id: String, _ what: String, help: String) -> Diagnostic {
      Diagnostic(
        severity, id, "Dokumentet (\(left.standing.document.title)) \(what)", path: ReissueFields.mentorName,
        caseNumber: caseNumber, help: help)
    }
    switch left.why {
    case .mentor:
      return remark(
        .note, "reissue-contract-waits", "nævner den mentor, der stopper. Et tillæg venter, til der er en ny mentor.",
        help:
          "Skriv den nye mentor i mentor, når mentoren er fundet, og kør --as orientering igen. Bliver der ingen ny, så "
          + "opsig aftalen, som den selv siger.")
    case .employer where kind.isContract:
      return remark(
        .warning, "reissue-new-contract",
        "er med en anden arbejdsgiver end den nye mentors. Et tillæg kan ikke give aftalen en anden part.",
        help: "Opsig aftalen, som den selv siger. Udsted en ny kontrakt og nye papirer: 'mentorbrev issue SAGER --kind "
          + "mentorkontrakt --kind mentorbestilling --kind timeregnskab --kind statusrapport\(paths.folderOption)'.")
    case .employer:
      return remark(
        .warning, "reissue-new-contract", "er til en anden arbejdsgiver end mentorens.", help: paperHelp(kind))
    }
  }

  func paperHelp(_ kind: DocumentKind) -> String {
    "Skal der laves et nyt, så skriv et løbenummer (loebenummer) i sagen, og kør "
      + "'mentorbrev issue SAGER --kind \(kind.rawValue)\(paths.folderOption)'."
  }
}
