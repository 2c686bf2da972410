import Casework
import Diagnostics
import Fields
import Lawbook
import Locking
import Templating

/// Compiled templates, each made when it is first needed.
final class TemplateStore: Sendable {
  private struct Key: Hashable {
    let kind: DocumentKind
    let output: Output
    let era: CalendarDate
    let legalBasis: LegalBasis
  }

  let files: any TemplateFiles
  private let lawbook: Lawbook
  private let compiler: TemplateCompiler
  private let compiled = Monitor<[Key: CompiledTemplate]>([:])
  /// The law of the eras that templates were compiled for, by their first days: a case has several documents.
  private let eras = Monitor<[CalendarDate: Era]>([:])

  init(files: any TemplateFiles, lawbook: Lawbook) {
    self.files = files
    self.lawbook = lawbook
    compiler = TemplateCompiler(files)
  }

  /// The template for a kind of document on a day.
  func template(
    _ model: any DocumentModel.Type, output: Output, date: CalendarDate, legalBasis: LegalBasis
  ) throws(DiagnosticsError) -> CompiledTemplate {
    guard let days = lawbook.eras(in: date...date).first else { throw Self.noLaw(date) }
    let key = Key(kind: model.kind, output: output, era: days.lowerBound, legalBasis: legalBasis)
    if let known = compiled.withLock({ $0[key] }) { return known }
    guard let era = era(from: days.lowerBound) else { throw Self.noLaw(date) }
    // Two tasks may compile the same template at once; both get the same result.
    let template = try compiler.compile(
      CompileTarget(
        kind: model.kind.rawValue, output: output, model: model.recordType, era: era,
        requirements: try lawbook.requirements(kind: model.kind.rawValue, on: date),
        knownRequirements: lawbook.requirementIDs, clearance: model.clearance,
        fixed: ["retsgrundlag": legalBasis.rawValue], otherModels: Self.models))
    compiled.withLock { $0[key] = template }
    return template
  }

  /// The models of all kinds of document.
  @Sendable private static func models() -> [RecordType] { DocumentKind.allCases.map { $0.model.recordType } }

  private func era(from day: CalendarDate) -> Era? {
    eras.withLock { known in
      if let era = known[day] { return era }
      known[day] = lawbook.era(containing: day)
      return known[day]
    }
  }

  private static func noLaw(_ date: CalendarDate) -> DiagnosticsError {
    DiagnosticsError([
      Diagnostic(.error, "no-law", "the lawbook has no law for \(date)", help: "extend it with a supplement file")
    ])
  }
}

extension DocumentModel {
  /// The fields that templates of this kind read.
  static var recordType: RecordType { fields.type }
}
