import Casework
import Diagnostics
import Register

/// The folder of a run's page, `runs/<n>`: made of the register alone, so that it can always be made again.
struct RunFolder {
  let path: String

  init(_ paths: RegisterPaths, run: Int) { path = "\(paths.runs)/\(run)" }

  var page: String { "\(path)/index.html" }

  var isThere: Bool { FileSystem.isThere(page) }

  /// Writes the page, and the list of refused cases when there are any: whole, over what stood there.
  func write(_ run: RecordedRun, _ reader: RegisterReader) throws(DiagnosticsError) -> RunOverview {
    try DiagnosticsError.catching {
      let overview = try RunOverview(run, reader)
      try FileSystem.makeFolder(path)
      if overview.counts.refused > 0 {
        try writeRefused(run.record.number, reader)
      } else {
        // Of refusals that have been forgotten since.
        FileSystem.remove("\(path)/\(RunPage.refusedName)")
      }
      let file = try NewFile(page)
      try file.write(Array(RunPage(overview: overview).html.utf8))
      try file.finish()
      return overview
    }
  }

  /// A row for each reason: semicolons and a byte order mark, as spreadsheets in Danish expect.
  private func writeRefused(_ run: Int, _ reader: RegisterReader) throws {
    let file = try NewFile("\(path)/\(RunPage.refusedName)")
    try file.write(Array("\u{FEFF}sagsnummer;regel;besked\r\n".utf8))
    var lines = ""
    try reader.eachRefusal(inRun: run) { refusal in
      for reason in refusal.reasons {
        let (id, message) = RunOverview.parts(reason)
        lines += [refusal.caseNumber ?? "", id, message].map(Self.cell).joined(separator: ";") + "\r\n"
      }
    }
    try file.write(Array(lines.utf8))
    try file.finish()
  }

  private static func cell(_ text: String) -> String {
    "\"\(Apostrophe.add(to: text).replacing("\"", with: "\"\""))\""
  }
}
