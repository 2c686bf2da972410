public import Casework
public import Diagnostics
import Fields
import Lawbook
public import Templating

extension Letterbook {
  /// Writes the documents of a case.
  ///
  /// - Parameters:
  ///   - reading: the case as it was read; problems of the text are part of the result.
  ///   - kinds: which documents; nil for those that the case's decision leads to.
  ///   - outputs: HTML, XML or both.
  ///   - isDraft: whether they are marked UDKAST.
  /// - Returns: the documents, or everything that is wrong with the case.
  /// - Throws: what is wrong with a template that was needed.
  public func render(
    _ reading: Reading, kinds: [DocumentKind]? = nil, as outputs: [Output] = Output.allCases, isDraft: Bool = false
  ) throws(DiagnosticsError) -> CaseResult {
    try render(reading, RenderOptions(kinds: kinds, outputs: outputs, isDraft: isDraft), in: RenderSpace())
  }

  /// The same in memory that is used again for the next case.
  func render(
    _ reading: Reading, _ options: RenderOptions, in space: RenderSpace
  ) throws(DiagnosticsError) -> CaseResult {
    try render(
      examine(reading, kinds: options.kinds, isDraft: options.isDraft), as: options.outputs, in: space)
  }

  private func render(
    _ examined: (result: CaseResult, prepared: [PreparedDocument]), as outputs: [Output], in space: RenderSpace
  ) throws(DiagnosticsError) -> CaseResult {
    var (result, prepared) = examined
    guard !result.isRefused else { return result }
    for document in prepared {
      // A letter is made for each recipient; the record is about the case and made once.
      for output in outputs where output == .html || document.holdsRecord {
        let template = try store.template(
          document.model, output: output, date: document.identity.date, legalBasis: document.legalBasis)
        document.fill(&space.table)
        space.buffer.removeAll()
        template.render(space.table, into: &space.buffer)
        result.documents.append(
          RenderedDocument(
            identity: document.identity, format: DocumentFormat(output), bytes: space.buffer.bytes,
            dispatch: output == .html ? document.dispatch : nil))
      }
    }
    return result
  }

  /// Makes the documents of a case as they were made once, and gives the values of each.
  ///
  /// - Parameters:
  ///   - kinds: those that were made.
  ///   - isRendering: whether they are rendered as well.
  ///   - takeValues: takes the name of each document, and its values.
  func remake(
    _ reading: Reading, kinds: [DocumentKind], isRendering: Bool, in space: RenderSpace,
    _ takeValues: (String, RecordType, SlotTable) -> Void
  ) throws(DiagnosticsError) -> CaseResult {
    let examined = examine(reading, kinds: kinds, isDraft: false)
    if !examined.result.isRefused {
      for document in examined.prepared {
        document.fill(&space.table)
        takeValues(document.identity.name, document.model.recordType, space.table)
      }
    }
    return isRendering ? try render(examined, as: Output.allCases, in: space) : examined.result
  }

  /// Writes one case that was read without problems, as one output.
  ///
  /// - Throws: everything that is wrong with the case, or with a template.
  public func render(
    _ caseFile: CaseFile, kinds: [DocumentKind]? = nil, as output: Output, isDraft: Bool = false
  ) throws(DiagnosticsError) -> [RenderedDocument] {
    let examined = examine(caseFile, kinds: kinds, isDraft: isDraft)
    let result = try render(examined, as: [output], in: RenderSpace())
    if result.isRefused { throw DiagnosticsError(result.diagnostics, in: .danish) }
    return result.documents
  }

  /// Checks a case against the rules without writing anything.
  public func check(_ reading: Reading, kinds: [DocumentKind]? = nil) -> CaseResult {
    examine(reading, kinds: kinds, isDraft: false).result
  }

  func examine(
    _ reading: Reading, kinds: [DocumentKind]?, isDraft: Bool = false
  ) -> (result: CaseResult, prepared: [PreparedDocument]) {
    guard let caseFile = reading.caseFile else {
      return (CaseResult(diagnostics: reading.diagnostics.sortedByPlace), [])
    }
    var (result, prepared) = examine(caseFile, kinds: kinds, isDraft: isDraft)
    // A field that could not be read is not also missing. Of a text in another encoding only the first field is told.
    let isGarbled = reading.diagnostics.contains { $0.id == "encoding" }
    let further = result.diagnostics.filter { diagnostic in
      !["missing-field", "missing-reasons"].contains(diagnostic.id)
        || !(isGarbled || diagnostic.path.map(reading.concerns) == true)
    }.map { Self.placed($0, in: caseFile) }
    var told = reading.diagnostics
    // What was said while reading did not know yet that the number tells who the citizen is.
    if result.caseNumber == nil { for index in told.indices { told[index].caseNumber = nil } }
    result.diagnostics = (told + further).sortedByPlace.most(Self.problemLimit) { count in
      Diagnostic(
        .note, "more-problems", "… og \(count) til.", caseNumber: result.caseNumber,
        help: "Ret først dem, der er nævnt.")
    }
    return (result, prepared)
  }

  /// What is missing in a row of a table stands at the cell where it should be.
  private static func placed(_ diagnostic: Diagnostic, in caseFile: CaseFile) -> Diagnostic {
    guard ["missing-field", "missing-reasons"].contains(diagnostic.id), let path = diagnostic.path,
      let location = caseFile.source.location(ofMissing: path)
    else { return diagnostic }
    var diagnostic = diagnostic
    diagnostic.location = location
    return diagnostic
  }

  /// More problems of one case than a person reads at once.
  private static let problemLimit = 100

  private func examine(
    _ caseFile: CaseFile, kinds: [DocumentKind]?, isDraft: Bool
  ) -> (result: CaseResult, prepared: [PreparedDocument]) {
    var result = CaseResult(caseNumber: caseFile.caseNumber?.value)
    var prepared: [PreparedDocument] = []
    var seen: Set<Diagnostic> = []
    // In the order of the declaration, each once, however they were asked for.
    let wanted = kinds ?? caseFile.documentKinds
    for kind in DocumentKind.allCases where wanted.contains(kind) {
      let documents = prepare(kind.model, caseFile, isDraft: isDraft, &result)
      prepared += documents.prepared
      // Decision and plan share most of the case, and say the same about it.
      result.diagnostics += documents.diagnostics.filter { seen.insert($0).inserted }
    }
    result.diagnostics += Self.tooLongName(prepared.map(\.identity), caseFile)
    result.diagnostics = result.diagnostics.sortedByPlace
    // A number that tells who the citizen is stands in no report.
    if result.diagnostics.contains(where: { $0.id == "case-number-tells" }) { result.caseNumber = nil }
    if !result.isRefused { result.identities = prepared.map(\.identity) }
    return (result, prepared)
  }

  /// A case number that cannot name a folder: systems take 255 bytes, and a letter such as æ makes six of them.
  private static func tooLongName(_ identities: [DocumentIdentity], _ caseFile: CaseFile) -> [Diagnostic] {
    guard let said = caseFile.caseNumber,
      identities.contains(where: { $0.folder.utf8.count > 255 })
    else { return [] }
    return [
      Diagnostic(
        .error, "case-number-too-long",
        "Sagsnummer (sagsnummer) er for langt til at være navnet på en mappe. Æ, ø, å og mellemrum fylder mere "
          + "end andre tegn.",
        at: caseFile.source.location(at: said.position), path: "sagsnummer", caseNumber: said.value,
        help: "Forkort nummeret.")
    ]
  }

  private func prepare<Model: DocumentModel>(
    _ model: Model.Type, _ caseFile: CaseFile, isDraft: Bool, _ result: inout CaseResult
  ) -> (prepared: [PreparedDocument], diagnostics: [Diagnostic]) {
    let understanding = Model.understand(
      CaseRequest(caseFile, authority: profile(for: caseFile), lawbook: lawbook, isDraft: isDraft))
    if understanding.isWaiting { result.waiting.append(Model.kind) }
    result.findings[Model.kind] = understanding.findings
    // The citizen's, wherever the citizen stands among the recipients; else the first one's.
    let record = understanding.models.firstIndex { $0.identity.addressee == .citizen } ?? 0
    let prepared = understanding.models.enumerated().map { index, value in
      PreparedDocument(
        model: Model.self, identity: value.identity, dispatch: value.dispatch, legalBasis: value.legalBasis,
        holdsRecord: index == record,
        fill: { Model.fields.fill(&$0, from: value) })
    }
    return (prepared, understanding.diagnostics)
  }
}

/// A document that has been understood and waits for its template.
struct PreparedDocument {
  let model: any DocumentModel.Type
  let identity: DocumentIdentity
  let dispatch: Dispatch?
  let legalBasis: LegalBasis
  /// Whether the record of the case is made from it.
  let holdsRecord: Bool
  let fill: (inout SlotTable) -> Void
}
