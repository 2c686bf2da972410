import ArgumentParser
import Diagnostics
import Mentorbrev

/// `verify`: proves that a folder is what its register says.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    _superCommandName: Program.name,
    abstract: "Prove that a folder of issued documents is what its register says.",
    discussion: """
      Looks at the register itself, at every recorded file and its hash, at what lies there besides, and at each letter: \
      whether it still holds what law demands of it. With --reproduce each document is made again from the recorded case and \
      the stored templates, and the bytes are compared. Everything that is wrong is told; no document is changed.
      """)

  @Argument(help: "The folder of issued documents and their register.") var folder = "Output"
  @Flag(name: .long, help: "Make each document again, and compare the bytes.") var reproduce = false
  @Flag(name: .long, help: "One line of JSON for each finding, and one for the whole, for machines.") var json = false
  @Option(name: .long, help: "How many threads work; what is found does not depend on it. Otherwise one for each core.")
  var workers: Int?

  func validate() throws {
    if folder.isEmpty || folder == "-" { throw ValidationError("verify needs the name of a folder") }
    if let workers, !(1...256).contains(workers) { throw ValidationError("--workers takes 1 to 256") }
  }

  func run() throws {
    let interruption = Interruption()
    let verification: Verification
    do throws(DiagnosticsError) {
      verification = try Verification(of: folder, reproduces: reproduce, workers: workers)
    } catch {
      try Terminal.fail(error, json: json)
    }
    defer { verification.stop() }
    interruption.stops(verification.interrupt)
    var report = RunReport(good: "set efter", bad: "forkert", json: json)
    var cases = 0
    while let findings = verification.nextBatch() {
      if json { for finding in findings { report.add(JSONLine(finding).text) } }
      try report.tell(findings)
      for _ in cases..<verification.counts.cases { report.count(isRefused: false) }
      cases = verification.counts.cases
      try report.show(verification.progress)
    }
    try report.flush()
    try interruption.check(&report)
    try finish(verification.counts)
  }

  private func finish(_ counts: Verification.Counts) throws {
    if json {
      var line = JSONLine()
      line.add("status", counts.errors == 0 ? "verified" : "wrong")
      line.add("documents", counts.documents)
      line.add("files", counts.files)
      line.add("errors", counts.errors)
      try Terminal.print(line.text)
    } else {
      let seen = "\(counts.documents) dokumenter og \(counts.files) filer er set efter"
      let again = reproduce ? ", og hvert dokument er lavet igen" : ""
      try Terminal.print(
        counts.errors == 0
          ? "\(seen)\(again): alt er, som registret siger." : "\(seen)\(again): \(counts.errors) fejl.")
    }
    if counts.errors > 0 { throw ExitCode.refused }
  }
}
