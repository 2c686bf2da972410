import ArgumentParser
import Diagnostics
import Mentorbrev

/// `restore`: makes issued files again that are missing or changed.
struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    _superCommandName: Program.name,
    abstract: "Make issued files again that are missing or changed.",
    discussion: """
      Each is made from the recorded case and the stored templates, and gets its place only when its hash is the recorded \
      one. A changed file may be what was sent, so it is left alone, unless --keep-changed-in names a folder to move it to. \
      What cannot be made again is told with the reason. 'verify' tells what is wrong and changes nothing.
      """)

  @Argument(help: "The folder of issued documents and their register.") var folder = "Output"
  @Option(name: .customLong("case"), help: ArgumentHelp("Only this case; may be repeated.", valueName: "number"))
  var cases: [String] = []
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Move changed files into this folder, outside of the other, and make them again.", valueName: "dir"))
  var keepChangedIn: String?
  @Flag(name: .long, help: "One line of JSON for each file, and one for the whole, for machines.") var json = false

  func validate() throws {
    if folder.isEmpty || folder == "-" { throw ValidationError("restore needs the name of a folder") }
    if keepChangedIn == "" { throw ValidationError("--keep-changed-in needs the name of a folder") }
  }

  func run() throws {
    let interruption = Interruption()
    var report = RunReport(good: "set efter", bad: "forkert", json: json)
    let restoration: Restoration
    do throws(DiagnosticsError) {
      restoration = try Restoration(of: folder, cases: cases, keepingChangedIn: keepChangedIn)
    } catch {
      try Terminal.fail(error, json: json)
    }
    while let files = try next(restoration, &report) {
      for file in files { try tell(file, &report) }
      report.count(isRefused: false)
      try report.show(restoration.progress)
      try interruption.check(&report)
    }
    try report.flush()
    try finish(restoration.counts)
  }

  private func next(_ restoration: Restoration, _ report: inout RunReport) throws -> [RestoredFile]? {
    do throws(DiagnosticsError) {
      return try restoration.nextCase()
    } catch {
      try report.fail(error)
      throw ExitCode.nothingDone
    }
  }

  private func tell(_ file: RestoredFile, _ report: inout RunReport) throws {
    if json {
      var line = JSONLine()
      line.add("status", file.problem == nil ? "restored" : "left")
      line.add("path", file.path)
      line.add("kept", file.kept)
      line.add("diagnostics", [file.problem].compactMap(\.self).map(JSONLine.init))
      return report.add(line.text)
    }
    if let problem = file.problem { return try report.tell([problem]) }
    report.add(file.kept.map { "\(file.path)  (den ændrede ligger i \($0))" } ?? file.path)
  }

  private func finish(_ counts: Restoration.Counts) throws {
    if json {
      var line = JSONLine()
      line.add("status", counts.left == 0 ? "whole" : "wrong")
      line.add("files", counts.files)
      line.add("restored", counts.restored)
      line.add("left", counts.left)
      try Terminal.print(line.text)
    } else {
      let left = counts.left == 0 ? ": alle er, som de blev udstedt" : ", \(counts.left) er ladt urørt"
      Terminal.report("\(counts.files) filer er set efter, \(counts.restored) er lavet igen\(left).")
    }
    if counts.left > 0 { throw ExitCode.refused }
  }
}
