import Diagnostics

/// Reads case files in JSON: strict, in one pass, with every problem placed.
///
/// ```swift
/// let reading = CaseReader().read(bytes, file: "sag.json")
/// ```
///
/// Stricter than JSON: unknown and duplicate keys, `null`, and characters that a document cannot carry are errors.
/// White space around a text is dropped.
public struct CaseReader: Sendable {
  /// More than a case can need; a larger file is something else.
  static let byteLimit = 16 << 20

  /// Creates a reader.
  public init() {}

  /// Reads one case.
  ///
  /// - Parameters:
  ///   - bytes: the whole text, UTF-8, with or without a byte order mark.
  ///   - file: the file as the user named it, for messages.
  public func read(_ bytes: [UInt8], file: String) -> Reading {
    var reading = Reading(diagnostics: [], location: SourceLocation(file: file, line: 1, column: 1))
    read(bytes, of: CaseSource(file: file, bytes: bytes), in: .file, into: &reading)
    return reading
  }

  /// Reads one case of several into a reading that says where it stands; false when it is not certain where it ends.
  ///
  /// A reading is filled in place.
  @inline(never) @discardableResult
  func read(
    _ bytes: [UInt8], of source: CaseSource, in container: CaseScanner.Container, into reading: inout Reading
  ) -> Bool {
    if let problem = Self.problem(with: bytes, at: reading.location) {
      reading.diagnostics = [problem]
      return false
    }
    return bytes.withUnsafeBufferPointer { buffer in
      var scanner = CaseScanner(buffer, source: source, in: container)
      // A byte order mark.
      if buffer.count >= 3, buffer[0] == 0xEF, buffer[1] == 0xBB, buffer[2] == 0xBF { scanner.index = 3 }
      scanner.skipSpace()
      if let held = HeldCase(from: &scanner) { reading.held = held }
      scanner.end()
      if !scanner.diagnostics.isEmpty {
        reading.diagnostics = scanner.sortedDiagnostics
        reading.meantPaths = scanner.meantPaths
      }
      return !scanner.stopped || scanner.hasTooManyProblems
    }
  }

  /// What makes a text unreadable from its first bytes on.
  static func problem(with bytes: [UInt8], at start: SourceLocation) -> Diagnostic? {
    // A byte order mark of UTF-16, or one half of a letter.
    let isWide =
      bytes.count >= 2
      && (bytes[0] == 0xFF && bytes[1] == 0xFE || bytes[0] == 0xFE && bytes[1] == 0xFF
        || (bytes[0] == 0) != (bytes[1] == 0))
    // Four bytes for each character, of which at least the highest is zero.
    let isWider = bytes.count >= 4 && (bytes[0] == 0 && bytes[1] == 0 || isWide && bytes[2] == 0 && bytes[3] == 0)
    if isWide || isWider {
      return Diagnostic(
        .error, "encoding", "Filen er gemt som \(isWider ? "UTF-32" : "UTF-16"), og her læses UTF-8.", at: start,
        help: "Gem filen som UTF-8.")
    }
    if bytes.count > byteLimit {
      return Diagnostic(
        .error, "file-too-large", "Filen er større end 16 MB, og det er ingen sag.", at: start,
        help: "Se efter, om det er den rigtige fil.")
    }
    return nil
  }
}

extension CaseScanner {
  /// Whether a case begins here; reports and skips anything else.
  mutating func isAtCase() -> Bool {
    if next == UInt8(ascii: "{") { return true }
    if isAtList {
      report(
        "not-json", "Her står en linje, der ligner overskrifterne i en liste (CSV), og ingen sag i JSON.", at: index,
        help: "Skriv '--input-format csv', eller lad filens navn slutte på .csv.")
      stop()
    } else if index < bytes.count {
      reportNoCase()
    } else {
      report(
        "json-empty", "Filen er tom.", at: 0,
        help: "Kommandoen 'mentorbrev example bevilling' skriver en sag at begynde med.")
      stop()
    }
    return false
  }

  /// Reads a case, from its brace.
  mutating func readCase(into caseFile: inout CaseFile) {
    object(CaseFile.input, into: &caseFile)
    caseNumber = caseFile.caseNumber?.value
  }

  /// Whether the first line looks like the headings of a list: words with separators between them. In JSON a value that
  /// begins so has no comma, and a case without its brace has a key, which a colon follows.
  private var isAtList: Bool {
    guard container == .file, isLetter(next) || next >= 0x80 || next == UInt8(ascii: "\"") else { return false }
    let line = bytes[index...].prefix { $0 != 0x0A && $0 != 0x0D }
    let isKey = zip(line, line.dropFirst()).contains { $0 == UInt8(ascii: "\"") && $1 == UInt8(ascii: ":") }
    return !isKey && !line.contains(UInt8(ascii: "{")) && line.contains { ";,\t".utf8.contains($0) }
  }

  private mutating func reportNoCase() {
    let start = index
    guard let found = skipValue() else { return }
    let example = "Kommandoen 'mentorbrev example bevilling' skriver en sag at begynde med."
    let several = "Flere sager skrives som JSON Lines: én sag på hver linje, uden kantede parenteser og komma imellem."
    let (words, help) =
      switch found {
      case .list: ("en liste", several)
      case .text: ("en tekst", example)
      case .number: ("et tal", example)
      default: ("en anden værdi", example)
      }
    report("wrong-type", "Forventede en sag: felter i krøllede parenteser. Fandt \(words).", at: start, help: help)
  }

  /// Checks that nothing follows the case.
  mutating func end() {
    if stopped { return }
    skipSpace()
    if index < bytes.count {
      report(
        "json-trailing-content", "Der står mere efter sagen.", at: index,
        help: container == .line
          ? "I JSON Lines fylder hver sag én linje for sig."
          : bytes[index] == UInt8(ascii: "{")
            ? "Står der en sag på hver linje, er det JSON Lines: skriv '--input-format jsonl', eller lad navnet slutte på .jsonl."
            : "En fil med en sag slutter efter den sidste krøllede parentes.")
    }
  }

  /// The diagnostics in the order of the text, each with the case's number when that could be read.
  var sortedDiagnostics: [Diagnostic] {
    diagnostics.sortedByPlace.map { diagnostic in
      var diagnostic = diagnostic
      diagnostic.caseNumber = caseNumber
      return diagnostic
    }
  }
}
