import Diagnostics
import Fields
import Lawbook
import Templating

/// Collects what is wrong with a case while the parts of a document are made from it.
///
/// Nothing stops at the first problem: each part is made or reported on its own.
struct Examination {
  /// The case and what it is held against.
  let request: CaseRequest
  /// The kind of document.
  let kind: DocumentKind
  /// Whether the document is a paper about a contract, which prints other texts of the case than a letter does.
  let isContract: Bool
  /// The day whose law applies.
  let date: CalendarDate?
  private(set) var diagnostics: [Diagnostic] = []
  /// Whether the case number would tell who the citizen is; then no message names it.
  var caseNumberTells = false
  /// The paths of mandatory fields that are missing.
  private(set) var missing: Set<String> = []

  /// Begins with a case.
  init(_ request: CaseRequest, kind: DocumentKind, date: CalendarDate?, isContract: Bool = false) {
    self.request = request
    self.kind = kind
    self.date = date
    self.isContract = isContract
  }

  var caseFile: CaseFile { request.caseFile }
  var decisionKind: DecisionKind? { request.decisionKind }
  var profile: AuthorityProfile? { request.profile }
  var lawbook: Lawbook { request.lawbook }

  /// What a caseworker wrote in sentences, and this document may print.
  var freeTexts: [CaseText] { (isContract ? request.texts.ofContracts : request.texts.ofLetters).texts }

  /// Reports an error at a place of the case file.
  mutating func report(
    _ id: String, _ message: String, path: String, at position: UInt32?, basis: String? = nil, help: String
  ) {
    report(.error, id, message, path: path, at: position, basis: basis, help: help)
  }

  /// Reports a problem at a place of the case file, or of the profile that a text stands in; a note may be without help.
  mutating func report(
    _ severity: Diagnostic.Severity, _ id: String, _ message: String, path: String, at position: UInt32?,
    in source: CaseSource? = nil, basis: String? = nil, help: String?
  ) {
    diagnostics.append(
      Diagnostic(
        severity, id, message, at: location(position, in: source), path: path,
        caseNumber: caseNumberTells ? nil : caseFile.caseNumber?.value, basis: basis, help: help))
  }

  /// The value of a mandatory field, or nil after reporting that it is missing.
  ///
  /// Path and provisions are made only for the report.
  ///
  /// - Parameters:
  ///   - said: what the case file says.
  ///   - path: the field.
  ///   - position: where the record begins that should hold it; nil when the record itself is missing.
  ///   - provisions: the provisions that demand it.
  ///   - help: how to mend it; by default, to add the field.
  mutating func require<Value>(
    _ said: Said<Value>?, _ path: @autoclosure () -> String, in position: UInt32?,
    _ provisions: @autoclosure () -> [String] = [], help: String? = nil
  ) -> Value? {
    if let said { return said.value }
    reportMissing(path(), in: position, provisions(), help: help)
    return nil
  }

  /// Reports that a mandatory field is missing; once for each field.
  mutating func reportMissing(_ path: String, in position: UInt32?, _ provisions: [String] = [], help: String? = nil) {
    guard missing.insert(path).inserted else { return }
    report(
      "missing-field", "\(CaseLabels.name(of: path)) mangler.", path: path, at: position ?? caseFile.position,
      basis: cite(provisions), help: help ?? "Tilføj feltet \(path).")
  }

  /// Notes that mandatory fields are missing of which an error tells, or has told, in other words.
  mutating func noteMissing(_ paths: [String]) { missing.formUnion(paths) }

  /// The place of a byte offset, or nil.
  func location(_ position: UInt32?, in source: CaseSource? = nil) -> SourceLocation? {
    position.map { (source ?? caseFile.source).location(at: $0) }
  }

  /// Provisions as they are cited on the decision's date; nil when none is known on that day.
  func cite(_ provisions: [String]) -> String? {
    guard let date else { return nil }
    let citations = provisions.compactMap { lawbook.citation(provision: $0, on: date)?.withTitle }
    return citations.isEmpty ? nil : citations.inSentence
  }
}
