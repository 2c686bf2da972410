import Casework
import Diagnostics
import Hashing
import Register
import Templating

/// Makes the letters of recorded cases again, from the data and the bundle that the register stores.
final class StoredCases: Sendable {
  private let folder: String
  private let bundles: StoredBundles

  init(_ paths: RegisterPaths, _ reader: RegisterReader) throws(DiagnosticsError) {
    folder = paths.folder
    bundles = try StoredBundles(reader, in: paths)
  }

  /// The letters of an issue, each with the recorded bytes; those among them that can no longer be had are told of.
  ///
  /// - Parameters:
  ///   - names: which documents.
  ///   - reading: the case.
  func letters(
    _ names: Set<String>, of issue: RecordedIssue, _ reading: Reading, in space: RenderSpace
  ) throws(DiagnosticsError) -> CaseResult {
    var result = try bundles.bundle(ofRun: issue.run).letterbook.render(
      reading, RenderOptions(kinds: issue.kinds, outputs: [.html], keepsCase: true), in: space)
    // The case was examined when it was issued; what was remarked then has been told.
    result.diagnostics.removeAll { $0.severity != .error }
    if result.isRefused { return result }
    var documents: [RenderedDocument] = []
    for recorded in issue.documents where names.contains(recorded.name) {
      guard let hash = recorded.files["html"] else { continue }
      let made = result.documents.first { $0.identity.name == recorded.name }
      if let letter = made.flatMap({ self.letter($0, recorded.name, hash) }) {
        documents.append(letter)
      } else {
        result.diagnostics.append(Self.lost(recorded))
      }
    }
    result.documents = result.isRefused ? [] : documents
    return result
  }

  /// What was rendered, when it is what was issued; otherwise the issued file, made by another version of the program.
  private func letter(_ made: RenderedDocument, _ name: String, _ hash: SHA256Hash) -> RenderedDocument? {
    if SHA256Hash(of: made.bytes) == hash { return made }
    guard let bytes = try? FileSystem.read("\(folder)/\(name).html"), SHA256Hash(of: bytes) == hash else { return nil }
    return RenderedDocument(identity: made.identity, format: .html, bytes: bytes, dispatch: made.dispatch)
  }

  private static func lost(_ document: RecordedDocument) -> Diagnostic {
    Diagnostic(
      .error, "letter-lost",
      "Dokumentet (\(document.title)) kan ikke laves igen, som det blev udstedt, og filen er en anden end den udstedte.",
      caseNumber: document.caseNumber,
      help: "Hent \(document.name).html fra en sikkerhedskopi, eller brug den version af Mentorbrev, der udstedte det.")
  }
}
