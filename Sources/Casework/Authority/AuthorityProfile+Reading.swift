public import Diagnostics
import Fields

extension AuthorityProfile {
  /// Reads a profile from JSON, as strictly as a case file: unknown keys, wrong types and duplicates are errors.
  ///
  /// ```json
  /// {
  ///   "myndighed": { "navn": "Gribskov Kommune", "cvr": "29188440" },
  ///   "serviceniveauer": [ { "niveau": 1, "tilTimer": 2 }, { "niveau": 2 } ]
  /// }
  /// ```
  ///
  /// - Parameters:
  ///   - bytes: the whole text, UTF-8.
  ///   - file: the file as the user named it, for messages.
  /// - Throws: everything that is wrong with the text.
  public static func read(_ bytes: [UInt8], file: String) throws(DiagnosticsError) -> AuthorityProfile {
    let source = CaseSource(file: file, bytes: bytes)
    if let problem = CaseReader.problem(with: bytes, at: source.location(at: 0)) {
      throw DiagnosticsError([problem], in: .danish)
    }
    var diagnostics: [Diagnostic] = []
    var isWhole = false
    var said = ProfileFile(position: 0)
    bytes.withUnsafeBufferPointer { buffer in
      var scanner = CaseScanner(buffer, source: source)
      if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { scanner.index = 3 }
      scanner.skipSpace()
      if scanner.next == UInt8(ascii: "{") {
        scanner.object(ProfileFile.input, into: &said)
        scanner.end()
        isWhole = !scanner.stopped
      } else {
        scanner.report(
          "wrong-type", "Forventede en myndighedsprofil: felter i krøllede parenteser.", at: scanner.index,
          help: "Se efter, om det er den rigtige fil. En profil begynder med { og 'myndighed'.")
      }
      diagnostics = scanner.diagnostics
    }
    // What is missing can only be told of a text that was read to its end, and of fields that were read at all.
    if isWhole {
      let wrong = Set(diagnostics.compactMap(\.path))
      diagnostics += said.problems(source).filter { !wrong.contains($0.path ?? "") }
    }
    if diagnostics.hasErrors { throw DiagnosticsError(diagnostics.sortedByPlace, in: .danish) }
    return AuthorityProfile(said, source: source)
  }
}
