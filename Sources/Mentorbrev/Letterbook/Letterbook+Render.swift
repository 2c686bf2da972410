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
    try render(examine(reading, kinds: options.kinds, isDraft: options.isDraft), as: options.outputs, in: space)
  }

  /// Renders the documents of a case that has been understood.
  func render(
    _ examined: (result: CaseResult, documents: [UnderstoodDocument]), as outputs: [Output], in space: RenderSpace
  ) throws(DiagnosticsError) -> CaseResult {
    var (result, documents) = examined
    guard !result.isRefused else { return result }
    for document in documents {
      for output in outputs {
        guard let template = try template(output, of: document) else { continue }
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

  /// The template of a document for an output; nil when the document is not made as that.
  func template(
    _ output: Output, of document: UnderstoodDocument
  ) throws(DiagnosticsError) -> CompiledTemplate? {
    // A letter is made for each recipient; the record is about the case and made once.
    guard output == .html || document.holdsRecord else { return nil }
    return try store.template(
      document.model, output: output, date: document.identity.date, legalBasis: document.legalBasis)
  }

  /// The templates that make a document: the letter, and the record when it is made with this one.
  func templates(of document: UnderstoodDocument) throws(DiagnosticsError) -> [CompiledTemplate] {
    var templates: [CompiledTemplate] = []
    for output in Output.allCases {
      if let template = try template(output, of: document) { templates.append(template) }
    }
    return templates
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
    let examined = examine(reading, kinds: kinds)
    if !examined.result.isRefused {
      for document in examined.documents {
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
    let examined = examine(request(for: caseFile, isDraft: isDraft), kinds: kinds)
    let result = try render(examined, as: [output], in: RenderSpace())
    if result.isRefused { throw DiagnosticsError(result.diagnostics, in: .danish) }
    return result.documents
  }
}

extension CompiledTemplate {
  /// What it makes of some values.
  func bytes(of table: SlotTable) -> [UInt8] {
    var buffer = OutputBuffer()
    render(table, into: &buffer)
    return buffer.bytes
  }
}
