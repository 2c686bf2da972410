import ArgumentParser
import Casework
import Diagnostics
import Mentorbrev

/// `issue`: writes the documents of cases and records them.
struct IssueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "issue",
    _superCommandName: Program.name,
    abstract: "Write the documents of cases and record them: they are never overwritten.",
    discussion: """
      Documents are synced to the disk before they are recorded in the register of the folder. Issuing the same case again \
      does nothing; a case that would change an issued document is refused. A run that was stopped, however that happened, \
      goes on where it was when it is started again with the same cases. One run at a time writes to a folder. At its end \
      it writes runs/<n>/index.html: what was issued and refused, and a sample to read, for the person who approves it.
      """)

  @OptionGroup var options: CaseOptions
  @OptionGroup var folder: RegisterFolder

  func validate() throws { try options.requireCases() }

  func run() throws {
    let interruption = Interruption()
    let run: IssueRun
    let bundle: TemplateBundle
    do throws(DiagnosticsError) {
      bundle = try TemplateBundle(contentsOf: options.letterbook.folder, authorityFile: options.authority)
      run = try IssueRun(
        options.inputs(), with: bundle, into: folder.path, kinds: options.kinds, workers: options.workers)
    } catch {
      try Terminal.fail(error, json: options.json)
    }
    defer { run.stop() }
    interruption.stops(run.interrupt)
    var report = RunReport(
      good: "udstedt", bad: "afvist", repeated: RepeatedRemarks(try? Letterbook(bundle).lawbook, .byCheck),
      json: options.json)
    while let batch = try run.next(&report) {
      for issued in batch { try tell(issued, &report) }
      try report.show(run.progress)
    }
    try run.tellPage(&report, json: options.json)
    try interruption.check(&report)
    try report.finish()
  }

  private func tell(_ issued: IssuedCase, _ report: inout RunReport) throws {
    if try report.tellsOfFile(issued.reading) { return }
    guard let status = issued.status else { return }
    let (reading, result) = (issued.reading, issued.result)
    try report.tell(ofCase: result.diagnostics)
    report.count(isRefused: status == .refused, isUnchanged: status == .unchanged)
    if options.json {
      var line = JSONLine()
      line.add(reading)
      line.add("case", result.caseNumber)
      line.add("status", status.rawValue)
      line.add("paths", words: issued.paths)
      line.add("waiting", words: result.waiting.map(\.rawValue))
      line.add("diagnostics", result.diagnostics.map(JSONLine.init))
      report.add(line.text)
    } else if status == .refused {
      let errors = result.diagnostics.filter { $0.severity == .error }.count
      try report.tell(
        "\(reading.name): afvist på grund af \(errors) fejl. "
          + "Der er ikke udstedt noget for sagen.")
    } else {
      for path in issued.paths { report.add(path) }
    }
  }
}

extension IssueRun {
  /// Says where the page of the run lies, when it recorded something.
  func tellPage(_ report: inout RunReport, json: Bool) throws {
    guard let page else { return }
    guard json else { return try report.tell("Kørsel \(page.run): \(page.path)") }
    var line = JSONLine()
    line.add("status", "run")
    line.add("run", page.run)
    line.add("page", page.path)
    report.add(line.text)
  }

  /// The next cases, or nil at the end; what ends the run is told, and ends the command.
  func next(_ report: inout RunReport) throws -> [IssuedCase]? {
    do throws(DiagnosticsError) {
      return try nextBatch()
    } catch {
      try report.fail(error)
      try report.tell("mentorbrev: stopped; what was issued is recorded, and the same command goes on from there")
      throw ExitCode.nothingDone
    }
  }
}
