import Diagnostics
import Hashing
import Register

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension UnrecordedFiles {
  /// Holds the pages of the runs against the register, which they are made of, and finds what else lies among them.
  mutating func lookAtPages() throws(DiagnosticsError) {
    let paths = RegisterPaths(folder: folder)
    var numbers: Set<String> = []
    for run in try DiagnosticsError.catching({ try reader.runs() }) {
      let folder = RunFolder(paths, run: run.record.number)
      numbers.insert(String(run.record.number))
      let files = try RunFolder.files(of: run, reader)
      checkMode(of: folder.path)
      for (name, hash) in files { try check("\(folder.path)/\(name)", hash, of: run) }
      eachName(in: folder.path) { walk, name in
        if files[name] == nil { walk.addUnrecorded("\(folder.path)/\(name)") }
      }
    }
    eachName(in: paths.runs) { walk, name in
      if !numbers.contains(name) { walk.addUnrecorded("\(paths.runs)/\(name)") }
    }
  }

  private mutating func check(
    _ path: String, _ hash: SHA256Hash, of run: RecordedRun
  ) throws(DiagnosticsError) {
    let number = run.record.number
    let option = RegisterPaths(folder: folder).folderOption
    let rebuild = "mentorbrev register rebuild\(option)"
    let help = "Kør '\(rebuild)': det laver siderne igen af registret."
    guard FileCheck.status(path) != nil else {
      // As a run leaves it that was killed.
      return add(
        path,
        Diagnostic(.warning, "verify-run-page", "\(path.visible), som hører til kørsel \(number), mangler.", help: help)
      )
    }
    let check = FileCheck(path, hash: hash, again: rebuild)
    add(check.findings.filter { $0.id != "verify-changed" }, of: path)
    if check.bytes == nil || check.isAsRecorded { return }
    // A page is not made again when a letter is withdrawn or superseded, and another version may word it otherwise.
    // What has been undone meanwhile counts as well: the page may have been made before that.
    let hasEnded = try DiagnosticsError.catching { try reader.hasEnded(inRun: number) }
    let mayBeOlder = run.record.engine != engineVersion || hasEnded
    let why = mayBeOlder ? " Den kan være ældre end det, der siden er sket med kørslens breve." : ""
    add(
      path,
      Diagnostic(
        mayBeOlder ? .warning : .error, "verify-run-page",
        "\(path.visible) er ikke, som registret giver den for kørsel \(number).\(why)", help: help))
  }

  /// What a killed run has left in the staging folder, which the next run empties of files.
  mutating func lookAtStaging(_ path: String) {
    var count = 0
    eachName(in: path) { walk, name in
      let isFile = FileCheck.status("\(path)/\(name)").map { $0.st_mode & S_IFMT == S_IFREG } ?? false
      if isFile { count += 1 } else { walk.addUnrecorded("\(path)/\(name)") }
    }
    if count == 0 { return }
    add(
      path,
      Diagnostic(
        .note, "verify-staging",
        "I mappen \(path.visible) ligger \(counted(count, "fil", "filer")) fra en kørsel, der blev afbrudt.",
        help: "De er ikke udstedt. Den næste 'issue' fjerner dem."))
  }
}
