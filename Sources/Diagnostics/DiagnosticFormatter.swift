/// Writes diagnostics for people: place, message, the author's line with a caret, statute and help.
///
/// ```
/// Templates/documents/bevilling.html:27:12: error: unknown field 'mentor.nvn' [unknown-field]
/// 27 | <p>{mentor.nvn}</p>
///    |            ^~~ 'mentor' has: navn, titel
///   help: did you mean 'mentor.navn'?
/// ```
public struct DiagnosticFormatter: Sendable {
  /// The language of the fixed words: messages about templates and usage are English, those about a case Danish.
  public enum Language: Sendable {
    /// `error`, `warning`, `help`.
    case english
    /// `fejl`, `advarsel`, `hjælp`.
    case danish
  }

  /// The language of the fixed words.
  public var language: Language

  /// Creates a formatter.
  public init(_ language: Language) { self.language = language }

  /// One diagnostic as text, its lines separated by line feeds, without one at the end.
  public func text(for diagnostic: Diagnostic) -> String {
    var lines = [headline(diagnostic)]
    if let location = diagnostic.location, let excerpt = diagnostic.excerpt {
      lines += caret(location, excerpt)
    }
    if let cell = diagnostic.location?.cell { lines.append("  \(word("cell", "celle")): \(cell)") }
    if let path = diagnostic.path { lines.append("  \(word("field", "felt")): \(path)") }
    if let basis = diagnostic.basis { lines.append("  \(word("basis", "hjemmel")): \(basis)") }
    if let help = diagnostic.help { lines.append("  \(word("help", "hjælp")): \(help)") }
    for note in diagnostic.notes {
      let place = note.location.map { "\($0): " } ?? ""
      lines.append("  \(word("note", "note")): \(place)\(note.message)")
    }
    return lines.joined(separator: "\n")
  }

  /// Several diagnostics, each after the other.
  public func text(for diagnostics: [Diagnostic]) -> String {
    diagnostics.map(text(for:)).joined(separator: "\n")
  }

  private func headline(_ diagnostic: Diagnostic) -> String {
    let place = diagnostic.location.map { "\($0): " } ?? ""
    let number = diagnostic.caseNumber.map { "\(word("case", "sag")) \($0): " } ?? ""
    return "\(place)\(name(diagnostic.severity)): \(number)\(diagnostic.message) [\(diagnostic.id)]"
  }

  private func caret(_ location: SourceLocation, _ excerpt: Diagnostic.Excerpt) -> [String] {
    let number = String(location.line)
    let gutter = String(repeating: " ", count: number.count)
    // Tabs are kept, so that the caret stands under its character whatever the width of a tab.
    let before = excerpt.line.unicodeScalars.prefix(location.column - 1).map { $0 == "\t" ? "\t" : " " }.joined()
    let marks = "^" + String(repeating: "~", count: excerpt.width - 1)
    let label = excerpt.label.map { " \($0)" } ?? ""
    return ["\(number) | \(visible(excerpt.line))", "\(gutter) | \(before)\(marks)\(label)"]
  }

  /// The line with a sign for each character that may not stand in a text, so that it cannot deceive here either, and
  /// the caret stands under its character.
  private func visible(_ line: String) -> String {
    if line.unicodeScalars.allSatisfy(isShown) { return line }
    var shown = String.UnicodeScalarView()
    shown.append(contentsOf: line.unicodeScalars.map { isShown($0) ? $0 : "\u{FFFD}" })
    return String(shown)
  }

  private func isShown(_ scalar: Unicode.Scalar) -> Bool { scalar == "\t" || TextCharacter.isAllowed(scalar.value) }

  private func name(_ severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: word("error", "fejl")
    case .warning: word("warning", "advarsel")
    case .note: word("note", "note")
    }
  }

  private func word(_ english: String, _ danish: String) -> String {
    switch language {
    case .english: english
    case .danish: danish
    }
  }
}
