import Casework
import Diagnostics
import Hashing
import Register
import Templating

/// The files of one issue, looked at one by one; its documents are made again when the first of them is not as it was.
struct IssueRestoration {
  /// What was made again, or why it cannot be.
  private enum Remade {
    case documents([String: RenderedDocument])
    case impossible(String, [Diagnostic])
  }

  private let issue: RecordedIssue
  private let folder: String
  private let bundles: StoredBundles
  private let keeping: ChangedFiles?
  private var remade: Remade?

  init(_ issue: RecordedIssue, in folder: String, _ bundles: StoredBundles, _ keeping: ChangedFiles?) {
    self.issue = issue
    self.folder = folder
    self.bundles = bundles
    self.keeping = keeping
  }

  /// Looks at a file, and makes it again where it can.
  ///
  /// - Returns: what became of it; nil when it is as it was issued.
  mutating func restore(
    _ name: String, _ hash: SHA256Hash, in space: RenderSpace
  ) throws(DiagnosticsError) -> RestoredFile? {
    let path = "\(folder)/\(name)"
    let check = FileCheck(path, hash: hash, again: RegisterPaths(folder: folder).restoreCommand)
    if check.state == .asRecorded { return nil }
    if check.state == .unusable { return RestoredFile(path, problem: check.findings.first) }
    let document: RenderedDocument
    switch made(in: space) {
    case .impossible(let reason, let notes): return impossible(path, reason, notes)
    case .documents(let documents):
      guard let found = documents[name] else { return impossible(path, "sagen giver den ikke længere") }
      guard SHA256Hash(of: found.bytes) == hash else { return impossible(path, "den bliver en anden") }
      document = found
    }
    do throws(FileError) {
      guard case .changed(let bytes) = check.state else {
        try write(document)
        return RestoredFile(path)
      }
      guard let keeping else { return changed(path) }
      guard let kept = try keeping.keep(bytes, of: name) else { return taken(path) }
      try write(document)
      return RestoredFile(path, kept: kept)
    } catch {
      if error.code == FileError.link { return link(path, at: error.path) }
      guard error.isOfOneCase(in: folder) else { throw DiagnosticsError(catching: error) }
      return taken(path, error)
    }
  }

  /// Writes it where a run writes what it is about to issue, and then gives it its name.
  private func write(_ document: RenderedDocument) throws(FileError) {
    let staging = RegisterPaths(folder: folder).staging
    try FileSystem.makeFolder(staging, mayBeLink: false)
    _ = try DocumentWriter(folder: folder).stage([document], in: staging).place()
  }

  private mutating func made(in space: RenderSpace) -> Remade {
    if let remade { return remade }
    let made = make(in: space)
    remade = made
    return made
  }

  private func make(in space: RenderSpace) -> Remade {
    do throws(DiagnosticsError) {
      let reading = issue.reading
      let letterbook = try bundles.run(issue.run).bundle.letterbook
      let result = try letterbook.remake(reading, kinds: issue.kinds, isRendering: true, in: space) { _, _, _ in }
      if result.isRefused {
        return .impossible("sagen bliver afvist", result.diagnostics.filter { $0.severity == .error })
      }
      return .documents(Dictionary(result.documents.map { ($0.path, $0) }) { first, _ in first })
    } catch {
      return .impossible("kørslens skabeloner kan ikke bruges", error.diagnostics)
    }
  }

  // MARK: What is left alone

  private func impossible(_ path: String, _ reason: String, _ diagnostics: [Diagnostic] = []) -> RestoredFile {
    let engine = bundles.runs[issue.run]?.engine ?? "ukendt"
    return RestoredFile(
      path,
      problem: Diagnostic(
        .error, "restore-impossible",
        "Filen \(path.visible) kan ikke laves igen, som den blev udstedt: \(reason).",
        help: engine == engineVersion
          ? "Hent den fra en sikkerhedskopi. Den er udstedt med den samme version (\(engineVersion)), så meld fejlen."
          : "Prøv igen med version \(engine), som den er udstedt med (dette er version \(engineVersion)), eller hent den "
            + "fra en sikkerhedskopi.",
        notes: diagnostics.prefix(3).map { Diagnostic.Note("\($0.message) [\($0.id)]") }))
  }

  private func changed(_ path: String) -> RestoredFile {
    RestoredFile(
      path,
      problem: Diagnostic(
        .error, "restore-changed", "Filen \(path.visible) er ændret og er ladt urørt.",
        help:
          "Den kan være det, der blev sendt. Kør igen med --keep-changed-in MAPPE: så bliver den lagt i MAPPE, og den "
          + "udstedte fil kommer tilbage."))
  }

  private func taken(_ path: String) -> RestoredFile {
    RestoredFile(
      path,
      problem: Diagnostic(
        .error, "restore-kept",
        "Filen \(path.visible) er ændret, og mappen til ændrede filer har allerede en af det navn.",
        help: "Vælg en anden mappe til --keep-changed-in. Intet er skrevet over."))
  }

  private func taken(_ path: String, _ error: FileError) -> RestoredFile {
    RestoredFile(
      path,
      problem: Diagnostic(
        .error, "restore-place-taken",
        "Filen \(path.visible) er ikke lavet igen: \(error.path.visible) \(error.obstacle).",
        help: "Flyt det, der ligger der, et andet sted hen, og kør igen. De andre sager er set efter."))
  }

  private func link(_ path: String, at place: String) -> RestoredFile {
    RestoredFile(
      path,
      problem: Diagnostic(
        .error, "restore-link", "Filen \(path.visible) er ikke lavet igen: \(place.visible) er et link.",
        help: "Læg mappen selv i stedet for linket, og kør igen. Der skrives aldrig gennem et link."))
  }
}
