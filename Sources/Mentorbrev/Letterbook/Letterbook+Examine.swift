public import Casework
import Diagnostics

extension Letterbook {
  /// Checks a case against the rules without writing anything.
  public func check(_ reading: Reading, kinds: [DocumentKind]? = nil) -> CaseResult {
    examine(reading, kinds: kinds).result
  }

  /// Understands the case of a reading as each kind of document.
  func examine(
    _ reading: Reading, kinds: [DocumentKind]?, isDraft: Bool = false
  ) -> (result: CaseResult, documents: [UnderstoodDocument]) {
    guard let held = reading.held else { return (CaseResult(diagnostics: reading.diagnostics.sortedByPlace), []) }
    let request = request(for: held, isDraft: isDraft, unread: reading.errorPaths)
    var (result, documents) = examine(request, kinds: kinds)
    // A field that could not be read is not also missing. Of a text in another encoding only the first field is told.
    let isGarbled = reading.diagnostics.contains { $0.id == "encoding" }
    let further = result.diagnostics.filter { diagnostic in
      !Self.idsOfMissing.contains(diagnostic.id)
        || !(isGarbled || diagnostic.path.map(reading.concerns) == true)
    }.map { Self.placed($0, in: request.caseFile.source) }
    var told = reading.diagnostics
    // What was said while reading did not know yet that the number tells who the citizen is.
    if result.caseNumber == nil { for index in told.indices { told[index].caseNumber = nil } }
    result.diagnostics = (told + further).sortedByPlace.most(Self.problemLimit) { count in
      Diagnostic(
        .note, "more-problems", "… og \(count) til.", caseNumber: result.caseNumber,
        help: "Ret først dem, der er nævnt.")
    }
    return (result, documents)
  }

  /// What says that a field is missing; the numbers of the employer (R08) are told by a rule, for a letter goes without them.
  private static let idsOfMissing: Set = ["missing-field", "missing-reasons", "R08"]

  /// What is missing in a row of a table stands at the cell where it should be.
  private static func placed(_ diagnostic: Diagnostic, in source: CaseSource) -> Diagnostic {
    guard ["missing-field", "missing-reasons"].contains(diagnostic.id), let path = diagnostic.path,
      let location = source.location(ofMissing: path)
    else { return diagnostic }
    var diagnostic = diagnostic
    diagnostic.location = location
    return diagnostic
  }

  /// More problems of one case than a person reads at once.
  private static let problemLimit = 100

  func examine(
    _ request: CaseRequest, kinds: [DocumentKind]?
  ) -> (result: CaseResult, documents: [UnderstoodDocument]) {
    var result = CaseResult(caseNumber: request.held.caseNumber?.value)
    var documents: [UnderstoodDocument] = []
    var told = ToldOnce()
    // In the order of the declaration, each once, however they were asked for.
    let wanted = kinds ?? request.held.documentKinds
    let guessed = kinds == nil && request.held.isUndecided ? GuessedLetter(request) : nil
    for kind in DocumentKind.allCases where wanted.contains(kind) {
      let understood = understand(kind.model, request, &result)
      documents += understood.documents
      told.add(guessed?.certain(understood.diagnostics, of: kind) ?? understood.diagnostics)
    }
    result.diagnostics = told.diagnostics + Self.tooLongName(documents.map(\.identity), request)
    result.diagnostics = result.diagnostics.sortedByPlace
    // A number that tells who the citizen is stands in no report.
    if result.diagnostics.contains(where: { $0.id == "case-number-tells" }) { result.caseNumber = nil }
    if !result.isRefused { result.identities = documents.map(\.identity) }
    return (result, documents)
  }

  /// A case number that cannot name a folder: systems take 255 bytes, and a letter such as æ makes six of them.
  private static func tooLongName(_ identities: [DocumentIdentity], _ request: CaseRequest) -> [Diagnostic] {
    guard let said = request.held.caseNumber,
      identities.contains(where: { $0.folder.utf8.count > 255 })
    else { return [] }
    return [
      Diagnostic(
        .error, "case-number-too-long",
        "Sagsnummer (sagsnummer) er for langt til at være navnet på en mappe. Æ, ø, å og mellemrum fylder mere "
          + "end andre tegn.",
        at: request.caseFile.source.location(at: said.position), path: "sagsnummer", caseNumber: said.value,
        help: "Forkort nummeret.")
    ]
  }

  private func understand<Model: DocumentModel>(
    _ model: Model.Type, _ request: CaseRequest, _ result: inout CaseResult
  ) -> (documents: [UnderstoodDocument], diagnostics: [Diagnostic]) {
    let understanding = Model.understand(request)
    if understanding.isWaiting { result.waiting.append(Model.kind) }
    result.findings[Model.kind] = understanding.findings
    return (understanding.documents, understanding.diagnostics)
  }

  /// What the documents of a case are made from.
  func request(for caseFile: CaseFile, isDraft: Bool = false) -> CaseRequest {
    request(for: HeldCase(caseFile), isDraft: isDraft)
  }

  /// The same of a case that has been read.
  func request(for held: HeldCase, isDraft: Bool, unread: [String] = []) -> CaseRequest {
    let profile = profile(of: held.companyNumber)
    let known = profile == nil ? profiles + [givenProfile].compactMap(\.self) : []
    let knownNumbers = known.compactMap(\.authority.companyNumber?.value)
    return CaseRequest(
      held, authority: profile, knownNumbers: knownNumbers, lawbook: lawbook, isDraft: isDraft, unread: unread)
  }
}
