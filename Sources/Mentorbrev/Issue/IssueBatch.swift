import Casework
import Diagnostics
import Hashing
import Register

/// Cases that are recorded together.
struct IssueBatch {
  let run: Int
  /// The folder of issued documents.
  let folder: String
  /// Tells where the cases stand.
  private let places: InputPlaces
  /// What is recorded, and what this batch adds.
  private var recorded: [String: RecordedDocument]
  private var citizens: KnownCitizens
  private var found: [Entry] = []
  /// What came of the cases, in their order.
  private(set) var cases: [IssuedCase] = []
  /// The cases that are refused.
  private(set) var refusals: [Refused] = []

  init(
    run: Int, places: InputPlaces, in folder: String, recorded: [String: RecordedDocument], citizens: KnownCitizens
  ) {
    self.run = run
    self.places = places
    self.folder = folder
    self.recorded = recorded
    self.citizens = citizens
  }

  /// Decides what is done with a case, and gives its files their names.
  ///
  /// - Parameter problem: what keeps it from being done, seen from the cases before it.
  /// - Throws: what is no case's own; the case is not in the batch then.
  mutating func add(_ prepared: PreparedCase, _ problem: Diagnostic? = nil) throws(DiagnosticsError) {
    var issued = IssuedCase(reading: prepared.outcome.reading, result: prepared.outcome.result)
    guard issued.reading.isCase else { return cases.append(issued) }
    issued.proposal = prepared.proposal
    if let problem {
      // Whatever else is said of it does not matter as long as it may not be there.
      issued.result.diagnostics = []
      return refuse(issued, prepared, problem)
    }
    if issued.result.isRefused { return refuse(issued, prepared) }
    if let proposal = prepared.proposal, prepared.documents.isEmpty {
      // Nothing is made: the record is brought up to date, or there is nothing to do.
      issued.status = proposal.status == .recorded ? .recorded : .unchanged
      if issued.status == .recorded { record(try entry([], prepared), prepared) }
      return cases.append(issued)
    }
    switch IssueDecision(prepared, recorded: { recorded[$0] }) {
    case .unchanged: issued.status = .unchanged
    case .refuse(let problem): return refuse(issued, prepared, problem)
    case .issue(let documents):
      if let problem = otherCitizen(prepared) { return refuse(issued, prepared, problem) }
      // Made before any file has its name: a file that has it must be recorded.
      let entry = try entry(documents, prepared)
      do throws(FileError) {
        issued.paths = try prepared.staged?.get().place(keepsOld: false) ?? []
      } catch {
        guard error.isOfOneCase(in: folder) else { throw DiagnosticsError(catching: error) }
        return refuse(issued, prepared, error.blocked(issued.result.caseNumber))
      }
      issued.status = .issued
      record(entry, prepared)
    }
    cases.append(issued)
  }

  /// What is recorded of a case.
  private func entry(
    _ documents: [Issued.Document], _ prepared: PreparedCase
  ) throws(DiagnosticsError) -> Issued {
    let identity = prepared.outcome.result.identities.first
    guard let authority = identity?.companyNumber ?? prepared.reissued?.authority,
      let caseNumber = identity?.caseNumber ?? prepared.outcome.result.caseNumber, let data = prepared.data
    else {
      throw DiagnosticsError(
        [
          Diagnostic(
            .error, "issue-unrecordable",
            "Sagen kan ikke registreres: dens myndighed, nummer eller indhold kendes ikke. Der er ikke udstedt noget for den.",
            at: prepared.outcome.reading.location, help: "Det er en fejl i Mentorbrev: meld den.")
        ], in: .danish)
    }
    return Issued(
      run: run, authority: authority, caseNumber: caseNumber, data: data, documents: documents,
      reissue: prepared.reissued?.record)
  }

  private mutating func record(_ issued: Issued, _ prepared: PreparedCase) {
    if !issued.documents.isEmpty { citizens.take(issued.data, of: issued.caseNumber) }
    found.append(.issued(issued))
    found += (prepared.reissued?.events ?? []).map { .event($0) }
    for document in issued.documents {
      recorded[document.name] = RecordedDocument(
        document, authority: issued.authority, caseNumber: issued.caseNumber, run: run)
    }
  }

  /// That letters were issued under this number for another citizen. A re-issue has compared the case itself.
  private func otherCitizen(_ prepared: PreparedCase) -> Diagnostic? {
    guard prepared.reissued == nil, let data = prepared.data, let number = prepared.outcome.result.caseNumber,
      citizens.isOther(data, of: number)
    else { return nil }
    return Diagnostic(
      .error, "issued-other-citizen", OtherCitizen.message + " Et sagsnummer hører til én borger.",
      at: prepared.outcome.reading.location, path: OtherCitizen.path, caseNumber: number,
      help:
        "Se efter, om sagsnummeret eller CPR-nummeret er skrevet forkert, og ret det. Var de udstedte breve til en forkert "
        + "borger, og er de ikke sendt, så træk dem tilbage med 'mentorbrev withdraw', og giv de nye et løbenummer "
        + "(loebenummer). Har borgeren selv fået et nyt CPR-nummer, så giv sagen et nyt sagsnummer.")
  }

  private mutating func refuse(_ issued: IssuedCase, _ prepared: PreparedCase, _ problem: Diagnostic) {
    var issued = issued
    issued.result.diagnostics.append(problem)
    issued.result.identities = []
    issued.proposal?.refuse([problem])
    refuse(issued, prepared)
  }

  private mutating func refuse(_ issued: IssuedCase, _ prepared: PreparedCase) {
    var issued = issued
    issued.status = .refused
    cases.append(issued)
    // What is said of an input that cannot be read names its file, and no case has been refused.
    if issued.reading.isUnreadInput { return }
    let reasons = issued.result.diagnostics.filter { $0.severity == .error }.map { "\($0.id): \($0.message)" }
    let caseNumber = issued.result.caseNumber
    let place = places.place(of: issued.reading)
    let refused = Refused(
      run: run, caseNumber: caseNumber,
      // Without its number a case cannot be forgotten, and a hash of its text would let anybody try guessed ones: then, as
      // when the case could not be found in its text, only the place is remembered.
      data: prepared.data.flatMap { data in caseNumber.map { _ in SHA256Hash(of: data.bytes) } }
        ?? SHA256Hash(of: place ?? ""), reasons: reasons, place: place)
    refusals.append(refused)
    found.append(.refused(refused))
  }

  /// What is to be recorded, in the order of the cases; of refusals those that are wanted, each once.
  func entries(_ isWanted: (Refused) -> Bool) -> [Entry] {
    var seen: Set<SHA256Hash> = []
    return found.filter { entry in
      guard case .refused(let refused) = entry else { return true }
      return isWanted(refused) && seen.insert(refused.key).inserted
    }
  }
}
