public import Casework
public import Diagnostics
public import Fields
import Lawbook
public import Templating

/// What a check of all templates found.
public struct TemplateCheck: Sendable {
  /// One requirement, and where one template meets it.
  public struct Row: Sendable, Hashable {
    /// The kind of document.
    public var kind: DocumentKind
    /// The act that the documents rest on.
    public var legalBasis: LegalBasis
    /// The output.
    public var output: Output
    /// The requirement's id.
    public var requirement: String
    /// What is required, in Danish.
    public var title: String
    /// The statute, as it is cited in the last era in which the requirement holds.
    public var basis: String
    /// When it is required, `mentorvalg = navngivet`; nil for always.
    public var condition: String?
    /// The elements that meet it.
    public var places: [SourceLocation]
  }

  /// What one template reads and prints.
  public struct Template: Sendable, Hashable {
    /// The kind of document.
    public var kind: DocumentKind
    /// The act that the documents rest on.
    public var legalBasis: LegalBasis
    /// The output.
    public var output: Output
    /// The file.
    public var file: String
    /// The days for which it is compiled and proven.
    public var days: ClosedRange<CalendarDate>
    /// How many eras of law there are in those days; the proof ran once in each.
    public var eras: Int
    /// The fields that it reads, in any era.
    public var fields: [String]
    /// The lawbook entries that it prints, in any era.
    public var entries: [String]
    /// The parts that it uses.
    public var parts: [String]
  }

  /// Requirement by template.
  public var rows: [Row] = []
  /// Template by template.
  public var templates: [Template] = []
  /// Everything that is wrong, each once.
  public var diagnostics: [Diagnostic] = []

  /// How many proofs were run: each template in each of its eras.
  public var proofs: Int { templates.reduce(0) { $0 + $1.eras } }
}

extension Letterbook {
  /// Compiles and proves every template for every era and legal basis that the lawbook has verified.
  public func checkTemplates() -> TemplateCheck {
    var check = TemplateCheck()
    var problems = EraProblems()
    var usedParts: Set<String> = []
    for kind in DocumentKind.allCases {
      for legalBasis in LegalBasis.allCases {
        guard let span = lawbook.verifiedSpan(kind: kind.rawValue, legalBasis: legalBasis.rawValue) else { continue }
        for output in Output.allCases {
          var report = TemplateReport(kind: kind, legalBasis: legalBasis, output: output)
          let eras = lawbook.eras(in: span)
          for days in eras {
            // An era may begin before the span does; then its first verified day speaks for it.
            let day = max(days.lowerBound, span.lowerBound)
            do throws(DiagnosticsError) {
              let template = try store.template(kind.model, output: output, date: day, legalBasis: legalBasis)
              report.add(template, try lawbook.requirements(kind: kind.rawValue, on: day))
            } catch {
              problems.add(error.diagnostics, days)
            }
          }
          check.diagnostics += problems.take(of: eras)
          usedParts.formUnion(report.parts)
          guard report.eras > 0 else { continue }
          check.rows += report.rows
          check.templates.append(
            report.template(
              file: store.files.displayName(of: "documents/\(kind.rawValue).\(output.rawValue)"), days: span))
        }
      }
    }
    check.diagnostics += lawProblems()
    check.diagnostics += postTemplateProblems()
    check.diagnostics += unknownDocuments()
    // A mistake in a part is one mistake, however many documents print the part.
    var told: Set<Diagnostic> = []
    check.diagnostics = check.diagnostics.filter { told.insert($0).inserted }
    if !check.diagnostics.hasErrors { check.diagnostics += unusedParts(besides: usedParts) }
    return check
  }

  /// Files that look like templates of documents and that no kind of document takes: nothing reads them.
  private func unknownDocuments() -> [Diagnostic] {
    let kinds = DocumentKind.allCases.map(\.rawValue)
    return store.files.names(in: "documents").compactMap { file in
      guard let dot = file.lastIndex(of: ".") else { return nil }
      let (name, suffix) = (String(file[..<dot]), String(file[file.index(after: dot)...]))
      guard let output = Output(rawValue: suffix.lowercased()), suffix != output.rawValue || !kinds.contains(name)
      else {
        return nil
      }
      // A copy keeps the name and adds to it: 'bevilling - Kopi'.
      let copied = kinds.filter { name.lowercased().hasPrefix($0) }.max { $0.count < $1.count }
      let near = copied ?? suggestion(for: name, among: kinds)
      return Diagnostic(
        .warning, "unknown-document",
        "no kind of document has this template: \(store.files.displayName(of: "documents/\(file)").visible)",
        help: near.map { "did you mean '\($0).\(output.rawValue)'? Otherwise remove the file: it is not read" }
          ?? "remove the file, which is not read, or name it after a kind: \(kinds.joined(separator: ", "))")
    }
  }

  private func unusedParts(besides used: Set<String>) -> [Diagnostic] {
    store.files.names(in: "parts").filter { !used.contains($0) }.compactMap { name in
      guard let dot = name.lastIndex(of: "."), Output(rawValue: String(name[name.index(after: dot)...])) != nil else {
        return nil
      }
      return Diagnostic(
        .warning, "unused-part", "no template uses \(store.files.displayName(of: "parts/\(name)"))",
        help: "remove the file, or call it with <t:part name=\"\(name[..<dot])\"/>")
    }
  }
}

/// What is wrong with one template, each problem once, with the eras in which it is there.
private struct EraProblems {
  private var found: [(diagnostic: Diagnostic, eras: [ClosedRange<CalendarDate>])] = []

  mutating func add(_ diagnostics: [Diagnostic], _ era: ClosedRange<CalendarDate>) {
    for var diagnostic in diagnostics {
      // A message may name its era; what is wrong in many of them is said once, with a note of when.
      diagnostic.message = diagnostic.message.replacing(" for \(era.lowerBound) to \(era.upperBound)", with: "")
      // The statute may be cited in another way in another era; it is the same problem.
      let known = found.firstIndex { other, _ in
        other.id == diagnostic.id && other.message == diagnostic.message && other.location == diagnostic.location
      }
      if let known {
        found[known].eras.append(era)
      } else {
        found.append((diagnostic, [era]))
      }
    }
  }

  /// The problems so far; those that are not in all eras say in which.
  mutating func take(of eras: [ClosedRange<CalendarDate>]) -> [Diagnostic] {
    defer { found = [] }
    return found.map { diagnostic, days in
      var dated = diagnostic
      // The caret names the era in which the problem was met first.
      if days.count > 1, let label = dated.excerpt?.label,
        label.hasSuffix("\(days[0].lowerBound) to \(days[0].upperBound)")
      {
        dated.excerpt?.label = "\(label), the first of \(days.count) eras"
      }
      guard days.count < eras.count else { return dated }
      let spans = days.map { "\($0.lowerBound) to \($0.upperBound)" }.joined(separator: ", ")
      dated.notes.append(Diagnostic.Note("for decisions from \(spans)"))
      return dated
    }
  }
}

/// Gathers what the eras of one template have in common.
private struct TemplateReport {
  let kind: DocumentKind
  let legalBasis: LegalBasis
  let output: Output
  var eras = 0
  var parts: Set<String> = []
  private var fields: Set<String> = []
  private var entries: Set<String> = []
  private var order: [String] = []
  private var rowsByID: [String: TemplateCheck.Row] = [:]

  init(kind: DocumentKind, legalBasis: LegalBasis, output: Output) {
    self.kind = kind
    self.legalBasis = legalBasis
    self.output = output
  }

  mutating func add(_ template: CompiledTemplate, _ required: [Requirement]) {
    eras += 1
    parts.formUnion(template.partsUsed)
    fields.formUnion(template.fieldsRead)
    entries.formUnion(template.entriesPrinted)
    for requirement in required where requirement.output == nil || requirement.output == output {
      let condition = requirement.condition.map { condition in
        condition.all.map { "\($0.field) = \($0.value)" }.joined(separator: ", ")
      }
      var row =
        rowsByID[requirement.id]
        ?? TemplateCheck.Row(
          kind: kind, legalBasis: legalBasis, output: output, requirement: requirement.id, title: requirement.title,
          basis: requirement.basis, condition: condition, places: [])
      if rowsByID[requirement.id] == nil { order.append(requirement.id) }
      row.basis = requirement.basis
      for place in template.marks[requirement.id] ?? [] where !row.places.contains(place) { row.places.append(place) }
      rowsByID[requirement.id] = row
    }
  }

  var rows: [TemplateCheck.Row] { order.compactMap { rowsByID[$0] } }

  func template(file: String, days: ClosedRange<CalendarDate>) -> TemplateCheck.Template {
    TemplateCheck.Template(
      kind: kind, legalBasis: legalBasis, output: output, file: file, days: days, eras: eras, fields: fields.sorted(),
      entries: entries.sorted(), parts: parts.sorted())
  }
}
