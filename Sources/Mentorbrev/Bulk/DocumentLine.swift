import Casework
public import Diagnostics
import Fields
import Hashing
import Templating

/// A case whose documents are lines of JSON, for a program that works as a filter.
public struct FilteredCase: Sendable {
  /// What came of the case; its documents have been let go.
  public var outcome: CaseOutcome
  /// A line for each document, in UTF-8, each with its line feed.
  ///
  /// The keys are `case`, `kind`, `date`, `recipient`, `format`, `path`, `sha256` (of the document's UTF-8) and `content`.
  /// What is not to the citizen has no `recipient`.
  public var lines: [UInt8]

  init(_ outcome: CaseOutcome) {
    self.outcome = outcome
    lines = []
    for document in outcome.result.documents {
      lines += Self.line(document).bytes
      lines.append(0x0A)
    }
    self.outcome.result.documents = []
  }

  private static func line(_ document: RenderedDocument) -> JSONLine {
    var line = JSONLine()
    line.add("case", document.identity.caseNumber)
    line.add("kind", document.identity.kind.rawValue)
    line.add("date", document.identity.date.description)
    line.add("recipient", document.identity.recipient?.rawValue)
    line.add("format", document.format.rawValue)
    line.add("path", document.path)
    line.add("sha256", SHA256Hash(of: document.bytes).hex)
    line.add("content", utf8: document.bytes)
    return line
  }
}

extension Letterbook {
  /// Makes a line of JSON of each document, on all cores.
  ///
  /// Each case is looked at for itself, so the lines do not depend on which other cases there are, nor on how the cases are
  /// dealt out to programs on several machines. Two cases with one identity are therefore not refused here.
  ///
  /// - Throws: when the system has no more threads.
  public func filter(
    _ inputs: CaseInputs, _ options: RenderOptions = RenderOptions(), workers: Int? = nil
  ) throws(DiagnosticsError) -> CaseRun<FilteredCase> {
    try run(inputs, options, workers: workers) { { FilteredCase($0) } }
  }
}
