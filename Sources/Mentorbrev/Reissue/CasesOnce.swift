import Casework
public import Diagnostics

/// The cases that a re-issue has met: each stands once in its inputs, for only one state of a case can be the one of now.
///
/// It is asked in the order of the inputs.
public struct CasesOnce {
  private var places: [String: SourceLocation] = [:]

  /// Creates it for a run.
  public init() {}

  /// That a case has come before; nil when it has not, and of cases that the order leaves out.
  public mutating func problem(with proposal: ReissueProposal) -> Diagnostic? {
    guard let number = proposal.caseNumber, proposal.status != nil else { return nil }
    let place = proposal.reading.location
    guard let first = places[number] else {
      places[number] = place
      return nil
    }
    let line = first.file == place.file ? " på linje \(first.line)" : " i en anden fil"
    return Diagnostic(
      .error, "reissue-twice", "Sagen stod allerede\(line), og kun det ene kan gælde nu.", at: place,
      path: "sagsnummer",
      caseNumber: number,
      help: "Find ud af, hvad der gælder, og slet det andet. Det, der stod først, er behandlet; dette er ikke.",
      notes: [Diagnostic.Note("her stod sagen først", at: first)])
  }

  /// Refuses a case that has come before.
  public mutating func check(_ proposal: inout ReissueProposal) {
    if let problem = problem(with: proposal) { proposal.refuse([problem]) }
  }
}
