public import Diagnostics
import Locking

/// Compiles the templates of a folder: parse, check, prove, lower.
///
/// ```swift
/// let compiler = TemplateCompiler(files)
/// let template = try compiler.compile(target)     // throws all that is wrong, at once
/// template.render(table, into: &buffer)           // cannot fail
/// ```
///
/// Files are read when first needed and kept; one compiler may be used from many tasks.
public struct TemplateCompiler: Sendable {
  private let templates: TemplateCache
  private let exhausted = Exhausted()

  /// Creates a compiler for a folder of templates.
  public init(_ files: any TemplateFiles) { templates = TemplateCache(files) }

  /// Compiles the template of a kind and output for an era.
  ///
  /// - Throws: every error in the template, its parts and the law texts it prints, and every requirement that it
  ///   does not meet, each with its place.
  public func compile(_ target: CompileTarget) throws(DiagnosticsError) -> CompiledTemplate {
    let reporter = Reporter()
    let path = "\(target.kind).\(target.output.rawValue)"
    if let known = exhausted.diagnostics(of: path) { throw DiagnosticsError(known) }
    guard let template = templates.document(kind: target.kind, output: target.output, reporter: reporter) else {
      throw DiagnosticsError(reporter.diagnostics)
    }
    let checker = ContentChecker(target: target, templates: templates, reporter: reporter)
    target.problems.forEach(reporter.add)
    let pieces = Spacing.settled(checker.document(template), reporter: reporter)
    let proof = Proof(
      target: target, pieces: pieces, document: template.document, element: template.element, reporter: reporter)
    // A template that is not understood proves nothing: its other errors come first.
    if !reporter.hasErrors { proof.check() }
    if reporter.hasErrors {
      let diagnostics = reporter.diagnostics.sortedByPlace
      exhausted.note(diagnostics, of: path)
      throw DiagnosticsError(diagnostics)
    }
    let parts = checker.partsUsed.sorted()
    return CompiledTemplate(
      kind: target.kind, output: target.output, program: Lowering.program(for: pieces, output: target.output),
      fieldsRead: checker.fieldsRead.sorted(), entriesPrinted: checker.entriesPrinted.sorted(),
      partsUsed: parts.map { "\($0).\(target.output.rawValue)" },
      substantiveChanges: ([template] + parts.compactMap { templates.part($0, output: target.output) })
        .compactMap(SubstantiveChange.init), marks: proof.marks)
  }
}

/// Templates that grow without measure, so that the work is not done again for every era.
private final class Exhausted: Sendable {
  private let found = Monitor<[String: [Diagnostic]]>([:])

  func diagnostics(of path: String) -> [Diagnostic]? { found.withLock { $0[path] } }

  func note(_ diagnostics: [Diagnostic], of path: String) {
    guard diagnostics.contains(where: { $0.id == "too-large" }) else { return }
    found.withLock { $0[path] = diagnostics }
  }
}
