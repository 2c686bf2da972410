import Casework
import Diagnostics
import Fields
import Hashing
import Lawbook
import Register
import Locking
import Templating

/// The templates, lawbook and profiles that runs issued documents with, as the register stores them. Any number of threads
/// may use one. Most runs share a bundle, so only the last few are kept.
final class StoredBundles: Sendable {
  private let reader: RegisterReader
  private let paths: RegisterPaths
  /// The runs by their numbers.
  let runs: [Int: RunRecord]
  private let opened = Monitor<[(hash: SHA256Hash, bundle: Result<StoredBundle, DiagnosticsError>)]>([])

  init(_ reader: RegisterReader, in paths: RegisterPaths) throws(DiagnosticsError) {
    self.reader = reader
    self.paths = paths
    let records = try DiagnosticsError.catching { try reader.runs() }.map { ($0.record.number, $0.record) }
    runs = Dictionary(records) { first, _ in first }
  }

  /// The bundle of a run, opened.
  ///
  /// - Throws: that the register does not hold it, or that this version of the program cannot read it.
  func bundle(ofRun number: Int) throws(DiagnosticsError) -> StoredBundle { try run(number).bundle }

  /// A run with its bundle, opened.
  ///
  /// - Throws: as `bundle(ofRun:)` does.
  func run(_ number: Int) throws(DiagnosticsError) -> (record: RunRecord, bundle: StoredBundle) {
    guard let run = runs[number] else { throw missing(number) }
    return (run, try bundle(of: run))
  }

  private func bundle(of run: RunRecord) throws(DiagnosticsError) -> StoredBundle {
    try opened.withLock { opened in
      if let found = opened.first(where: { $0.hash == run.bundle }) { return found.bundle }
      let bundle = Result { () throws(DiagnosticsError) in try open(run) }
      opened = opened.suffix(7) + [(run.bundle, bundle)]
      return bundle
    }.get()
  }

  private func open(_ run: RunRecord) throws(DiagnosticsError) -> StoredBundle {
    guard let files = try DiagnosticsError.catching({ try reader.files(of: run.bundle) }) else {
      throw missing(run.number)
    }
    do throws(DiagnosticsError) {
      return try StoredBundle(files)
    } catch {
      throw Self.unreadable(run, error)
    }
  }

  private func missing(_ run: Int) -> DiagnosticsError {
    DiagnosticsError(
      [
        Diagnostic(
          .error, "register-damaged", "Registret er beskadiget: skabelonerne fra kørsel \(run) mangler.",
          help: "Kør 'mentorbrev register rebuild\(paths.folderOption)': det laver databasen igen fra journalen.")
      ], in: .danish)
  }

  private static func unreadable(_ run: RunRecord, _ error: DiagnosticsError) -> DiagnosticsError {
    DiagnosticsError(
      [
        Diagnostic(
          .error, "bundle-unreadable",
          "Skabelonerne fra kørsel \(run.number) kan ikke læses, så dens dokumenter kan ikke laves igen.",
          help:
            "Dokumenterne er lavet med version \(run.engine), og dette er version \(engineVersion). Brug den første.",
          notes: error.diagnostics.prefix(3).map { Diagnostic.Note("\($0.message) [\($0.id)]") })
      ], in: .danish)
  }
}

/// One of them.
final class StoredBundle: Sendable {
  private struct Key: Hashable {
    var kind: String
    var era: CalendarDate
  }

  let letterbook: Letterbook
  private let files: [String: [UInt8]]
  private let requirements = Monitor<[Key: [Requirement]]>([:])
  /// The same with the law of today, when it has been asked for.
  private let corrected = Monitor<Result<Letterbook, DiagnosticsError>?>(nil)

  init(_ files: [String: [UInt8]]) throws(DiagnosticsError) {
    self.files = files
    letterbook = try Letterbook(TemplateBundle(stored: files, named: "registret"))
  }

  /// What a letter of a kind must hold on a day.
  func requirements(_ kind: String, on date: CalendarDate) throws(DiagnosticsError) -> [Requirement] {
    guard let era = letterbook.lawbook.eras(in: date...date).first else { return [] }
    // Within an era the law is the same.
    let key = Key(kind: kind, era: era.lowerBound)
    if let found = requirements.withLock({ $0[key] }) { return found }
    let found = try letterbook.lawbook.requirements(kind: kind, on: date).filter { $0.output != .xml }
    requirements.withLock { $0[key] = found }
    return found
  }

  /// These templates with the law of another bundle, always the same one.
  ///
  /// - Throws: where they do not go together.
  func letterbook(withLawOf today: TemplateBundle) throws(DiagnosticsError) -> Letterbook {
    try corrected.withLock { corrected in
      if let corrected { return corrected }
      var files = files.filter { !$0.key.hasPrefix("law/") }
      files.merge(today.files.filter { $0.key.hasPrefix("law/") }) { _, now in now }
      let made = Result { () throws(DiagnosticsError) in
        try Letterbook(TemplateBundle(stored: files, named: "registret"))
      }
      corrected = made
      return made
    }.get()
  }
}
