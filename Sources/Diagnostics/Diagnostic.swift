/// One thing that is wrong, or worth knowing, about a template, a lawbook or a case: where, what was found,
/// what was expected, and how to mend it.
///
/// Functions collect diagnostics and return them; only the command line prints. A diagnostic never holds a CPR
/// number or a name: about a case it gives the path of the field and the case number.
public struct Diagnostic: Error, Sendable, Hashable {
  /// How much it matters.
  public enum Severity: String, Sendable, Hashable, Comparable {
    /// Worth knowing; nothing is wrong.
    case note
    /// The result is made; a person should look at it.
    case warning
    /// Nothing can be made from this input.
    case error

    /// Orders from note to error.
    public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  /// A further place that explains the first.
  public struct Note: Sendable, Hashable {
    /// What is to be seen there.
    public var message: String
    /// Where, when it has a place.
    public var location: SourceLocation?

    /// Creates a note.
    public init(_ message: String, at location: SourceLocation? = nil) {
      self.message = message
      self.location = location
    }
  }

  /// The line of the author's text that a caret points into.
  ///
  /// Only for texts without personal data (templates, lawbook, stylesheets), never for a case file.
  public struct Excerpt: Sendable, Hashable {
    /// The whole line, without its line ending.
    public var line: String
    /// How many characters the caret underlines, from the location's column.
    public var width: Int
    /// A few words beside the caret.
    public var label: String?

    /// Creates an excerpt.
    public init(line: String, width: Int = 1, label: String? = nil) {
      self.line = line
      self.width = max(1, width)
      self.label = label
    }
  }

  /// How much it matters.
  public var severity: Severity
  /// A stable, documented identifier, such as `unknown-field` or `R01`.
  public var id: String
  /// What was found and what was expected, in one or two sentences.
  public var message: String
  /// Where.
  public var location: SourceLocation?
  /// The author's line, for texts without personal data.
  public var excerpt: Excerpt?
  /// The field of a case file, such as `mentorstoette.periode.til`.
  public var path: String?
  /// The number of the case, when there is one.
  public var caseNumber: String?
  /// The statute that demands it, as a letter would cite it.
  public var basis: String?
  /// How to mend it.
  public var help: String?
  /// Further places.
  public var notes: [Note]

  /// Creates a diagnostic.
  public init(
    _ severity: Severity, _ id: String, _ message: String, at location: SourceLocation? = nil,
    excerpt: Excerpt? = nil, path: String? = nil, caseNumber: String? = nil, basis: String? = nil,
    help: String? = nil, notes: [Note] = []
  ) {
    self.severity = severity
    self.id = id
    self.message = message
    self.location = location
    self.excerpt = excerpt
    self.path = path
    self.caseNumber = caseNumber
    self.basis = basis
    self.help = help
    self.notes = notes
  }
}

/// Everything that was wrong, thrown at once.
public struct DiagnosticsError: Error, Sendable {
  /// All of it, in the order of the text.
  public var diagnostics: [Diagnostic]
  /// The language in which they are written: Danish about cases and profiles, English about templates and lawbook.
  public var language: DiagnosticFormatter.Language

  /// Wraps diagnostics to be thrown; they should hold at least one error.
  public init(_ diagnostics: [Diagnostic], in language: DiagnosticFormatter.Language = .english) {
    self.diagnostics = diagnostics
    self.language = language
  }
}

extension Sequence<Diagnostic> {
  /// Whether anything here stops a document from being made.
  public var hasErrors: Bool { contains { $0.severity == .error } }

  /// The most important so many: errors before warnings before notes, in the order that they have here.
  ///
  /// - Parameter summary: what to add when some are left out, from how many those are.
  package func most(_ limit: Int, summary: (Int) -> Diagnostic) -> [Diagnostic] {
    let all = Array(self)
    guard all.count > limit else { return all }
    let order = all.indices.sorted { (all[$1].severity, $0) < (all[$0].severity, $1) }
    return order.prefix(limit).sorted().map { all[$0] } + [summary(all.count - limit)]
  }

  /// In the order of the text: by file, line and column; what has no place comes first.
  public var sortedByPlace: [Diagnostic] {
    let all = Array(self)
    // Of most cases there is nothing to say.
    if all.count < 2 { return all }
    return all.enumerated().sorted { a, b in
      switch (a.element.location, b.element.location) {
      case (nil, nil): a.offset < b.offset
      case (nil, _): true
      case (_, nil): false
      case (let x?, let y?): x == y ? a.offset < b.offset : x < y
      }
    }.map(\.element)
  }
}
