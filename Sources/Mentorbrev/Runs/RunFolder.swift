import Casework
import Diagnostics
import Hashing
import Register

/// The folder of a run's page, `runs/<n>`: made of the register alone, so that it can always be made again.
struct RunFolder {
  let path: String
  private let paths: RegisterPaths

  init(_ paths: RegisterPaths, run: Int) {
    path = "\(paths.runs)/\(run)"
    self.paths = paths
  }

  private static let pageName = "index.html"

  var page: String { "\(path)/\(Self.pageName)" }

  var isThere: Bool { FileSystem.isThere(page) }

  /// Writes the page, and the list of refused cases when there are any: whole, over what stood there.
  ///
  /// - Throws: when that cannot be done. The page is made after what it tells of is recorded, so the message says that only
  ///   the page is lacking.
  func write(_ run: RecordedRun, _ reader: RegisterReader) throws(DiagnosticsError) {
    do {
      let overview = try RunOverview(run, reader)
      for folder in [FileSystem.parent(of: path), path, paths.staging] {
        try FileSystem.makeFolder(folder, mayBeLink: false)
      }
      if overview.counts.refused > 0 {
        try writeRefused(run.record.number, reader)
      } else {
        // Of refusals that have been forgotten since.
        FileSystem.remove("\(path)/\(RunPage.refusedName)")
      }
      let file = try newFile(Self.pageName)
      try file.write(Array(RunPage(overview: overview).html.utf8))
      try file.finish()
    } catch let error as FileError {
      throw unwritable(run.record.number, error)
    } catch {
      throw DiagnosticsError(catching: error)
    }
  }

  private func unwritable(_ run: Int, _ error: FileError) -> DiagnosticsError {
    let causes = DiagnosticsError(catching: error).diagnostics.map(\.message).joined(separator: " ")
    return DiagnosticsError(
      [
        Diagnostic(
          .error, "page-unwritable",
          "\(causes) Derfor er siden om kørsel \(run) ikke lavet. Det, den skal fortælle, står i registret.",
          help:
            "Fjern det, der er i vejen, og kør 'mentorbrev register rebuild\(paths.folderOption)': det laver også siderne igen."
        )
      ], in: .danish)
  }

  /// A file of the folder, in the staging folder until it is whole: what is left when this is killed there, the next run
  /// throws away.
  private func newFile(_ name: String) throws(FileError) -> NewFile {
    try NewFile("\(path)/\(name)", passing: "\(paths.staging)/\(name)")
  }

  /// A row for each reason: semicolons and a byte order mark, as spreadsheets in Danish expect.
  private func writeRefused(_ run: Int, _ reader: RegisterReader) throws {
    let file = try newFile(RunPage.refusedName)
    try Self.eachPieceOfRefused(run, reader) { try file.write($0) }
    try file.finish()
  }

  /// The list of refused cases piece by piece: there may be more of them than memory should hold.
  private static func eachPieceOfRefused(
    _ run: Int, _ reader: RegisterReader, _ body: ([UInt8]) throws -> Void
  ) throws {
    var lines = "\u{FEFF}sagsnummer;regel;besked;sted\r\n"
    try RegisterReader.give { (take) throws(RegisterError) in
      try reader.eachRefusal(inRun: run, take)
    } to: { refusal in
      for reason in refusal.reasons {
        let (id, message) = RunOverview.parts(reason)
        lines += [refusal.caseNumber ?? "", id, message, refusal.place ?? ""].map(cell).joined(separator: ";") + "\r\n"
      }
      guard lines.utf8.count > 1 << 16 else { return }
      try body(Array(lines.utf8))
      lines = ""
    }
    try body(Array(lines.utf8))
  }

  /// What belongs in the folder as the register is now: the hashes of its files by their names.
  static func files(of run: RecordedRun, _ reader: RegisterReader) throws(DiagnosticsError) -> [String: SHA256Hash] {
    try DiagnosticsError.catching {
      let overview = try RunOverview(run, reader)
      var files = [pageName: SHA256Hash(of: RunPage(overview: overview).html.utf8)]
      if overview.counts.refused > 0 {
        var hasher = StreamHasher()
        try eachPieceOfRefused(run.record.number, reader) { hasher.update($0) }
        files[RunPage.refusedName] = hasher.finish()
      }
      return files
    }
  }

  private static func cell(_ text: String) -> String {
    "\"\(Apostrophe.add(to: text).replacing("\"", with: "\"\""))\""
  }
}
