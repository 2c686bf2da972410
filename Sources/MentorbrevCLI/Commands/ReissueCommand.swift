import ArgumentParser
import Casework
import Diagnostics
import Fields
public import Mentorbrev

/// `reissue`: issues again what differs from what was issued, and nothing else.
struct ReissueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reissue",
    _superCommandName: Program.name,
    abstract: "Compare cases with what was issued of them, and issue again what differs.",
    discussion: """
      Each case is compared with the register of the folder, field by field; documents that would come out the same are \
      left alone. What a re-issue is in law is said with --as: 'ny-afgoerelse' (the support changes), 'orientering' (the \
      citizen is told something), 'rettelse' (an error of the authority), 'registrering' (only the record). \
      --dry-run tells what would be made and why, and writes nothing. Started again, it does nothing.
      """)

  @OptionGroup var options: CaseOptions
  @OptionGroup var folder: RegisterFolder

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("What it is: ny-afgoerelse, orientering, rettelse or registrering.", valueName: "form"))
  var form: ReissueOrder.Form

  @Option(
    name: .long, help: ArgumentHelp("The date of the documents that are made: 2026-11-23.", valueName: "date"))
  var date: CalendarDate

  @Flag(
    name: .long, help: "Recorded cases whose documents printed an entry of the lawbook that has been corrected since.")
  var lawbookCorrected = false

  @Flag(
    name: .long, help: "Recorded cases whose documents were made before a change that a template declares substantive.")
  var templatesChanged = false

  @Flag(name: .long, help: "Tell what would be done, and do nothing.")
  var dryRun = false

  @Flag(name: .long, help: "With --dry-run: show old and new values. They are personal data.")
  var showValues = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Only this kind of document, this case or this reason (such as 'timetal'); may be repeated.",
      valueName: "kind, case or reason"))
  var only: [String] = []

  func validate() throws {
    if lawbookCorrected || templatesChanged {
      guard options.cases.isEmpty, lawbookCorrected != templatesChanged else {
        throw ValidationError("name cases, or --lawbook-corrected, or --templates-changed: one of the three")
      }
      guard form == .correction || form == .record else {
        throw ValidationError("an error of law or templates is corrected: --as rettelse, or --as registrering")
      }
    } else {
      try options.requireCases()
    }
    if !options.kind.isEmpty { throw ValidationError("--kind belongs to 'issue'; here it is --only KIND") }
    if showValues, !dryRun { throw ValidationError("--show-values belongs to --dry-run") }
  }

  private var cause: ReissueOrder.Cause {
    lawbookCorrected ? .lawbook : templatesChanged ? .templates : .data
  }

  private var order: ReissueOrder { ReissueOrder(form, on: date, because: cause, only: only) }

  func run() throws {
    if dryRun { try plan() } else { try reissue() }
  }

  // MARK: What would be done

  private func plan() throws {
    let bundle = try bundle()
    let run = try options.start { inputs, workers throws(DiagnosticsError) in
      try ReissuePlan.run(inputs, order, with: bundle, in: folder.path, workers: workers)
    }
    defer { run.stop() }
    let interruption = Interruption()
    interruption.stops(run.stop)
    var report = RunReport(
      good: "ville blive udstedt igen", bad: "ville blive afvist", same: "uændret", isAlwaysTold: !only.isEmpty,
      repeated: RepeatedRemarks(try? Letterbook(bundle).lawbook, .byMachine), json: options.json)
    var plan = ReissueSummary()
    var once = CasesOnce()
    var isWhole = true
    while let batch = run.nextBatch() {
      for var proposal in batch {
        once.check(&proposal)
        if try report.tellsOfFile(proposal.reading) {
          if proposal.reading.diagnostics.hasErrors { isWhole = false }
          continue
        }
        if let failure = proposal.failure {
          try report.fail(failure)
          throw ExitCode.nothingDone
        }
        try report.tell(ofCase: proposal.diagnostics)
        guard let status = proposal.status else { continue }
        report.count(isRefused: status == .refused, isUnchanged: status == .unaffected)
        plan.add(proposal)
        if options.json {
          report.add(JSONLine(proposal, showsValues: showValues).text)
        } else {
          for line in ReissueText.lines(proposal, order.form, showsValues: showValues) { report.add(line) }
        }
      }
      try report.show(run.progress)
    }
    try interruption.check(&report)
    if !options.json {
      for line in plan.lines { report.add(line) }
      // Silence would leave open whether anything was looked at.
      if plan.lines.isEmpty, isWhole { report.add("Ingen udstedte dokumenter er berørt.") }
    }
    try report.finish()
  }

  private func bundle() throws -> TemplateBundle {
    do throws(DiagnosticsError) {
      return try TemplateBundle(contentsOf: options.letterbook.folder, authorityFile: options.authority)
    } catch {
      try Terminal.fail(error, json: options.json)
    }
  }

  // MARK: Doing it

  private func reissue() throws {
    let interruption = Interruption()
    let bundle = try bundle()
    let run: IssueRun
    do throws(DiagnosticsError) {
      run = try IssueRun(
        reissuing: options.inputs(), order, with: bundle, into: folder.path, workers: options.workers)
    } catch {
      try Terminal.fail(error, json: options.json)
    }
    defer { run.stop() }
    interruption.stops(run.interrupt)
    var report = RunReport(
      good: "udstedt igen", bad: "afvist", same: "uændret", isAlwaysTold: !only.isEmpty,
      repeated: RepeatedRemarks(try? Letterbook(bundle).lawbook, .byCheck), json: options.json)
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
    guard let status = issued.status, issued.proposal?.status != nil else { return }
    try report.tell(ofCase: issued.result.diagnostics)
    report.count(isRefused: status == .refused, isUnchanged: status == .unchanged)
    if options.json { return report.add(JSONLine(issued, status).text) }
    if status == .refused {
      try report.tell("\(issued.reading.name): afvist. Der er ikke udstedt noget for sagen.")
    }
    for path in issued.paths { report.add(path) }
  }
}

extension ReissueOrder.Form: WordArgument {}
