import ArgumentParser
import Casework
import Diagnostics
import DigitalPost
import Mentorbrev
import Printing

/// `pack`: messages of letters that were issued and approved.
struct PackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack",
    _superCommandName: Program.name,
    abstract:
      "Make messages in Digital Post of the letters of approved runs, and record which message carries which letter.",
    discussion: """
      The letters are those that were issued, byte for byte. Messages go into containers (.tar.lzma), each with an index; \
      requests to SF1601 (--format kombi) are a file each. Letters that have been packed are left alone, so the same \
      command goes on where a stopped run was: Ctrl-C ends the container and records it. Letters that are withdrawn or \
      superseded are passed over.
      """)

  @Argument(help: "The numbers of the runs.") var runs: [Int]

  @Option(name: .long, help: ArgumentHelp("Where the containers or requests go.", valueName: "dir"))
  var into: String

  @Option(name: .long, help: "memo: messages in containers; kombi: requests to SF1601, to send or print.")
  var format = MessageForm.memo

  @OptionGroup var messages: MessageOptions

  @Option(
    name: .customLong("case"),
    help: ArgumentHelp("Only the letters of this case; may be repeated.", valueName: "number"))
  var cases: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Send letters that were packed once more, as new messages: 2 for the second time, 3 for the third. What has "
        + "been packed so often, or is delivered, is left alone.", valueName: "number"))
  var again: Int?

  @Flag(
    name: .long,
    help: "Make the messages that were packed last once more, with the same UUIDs: for a container that was lost.")
  var same = false

  @OptionGroup var folder: RegisterFolder
  @OptionGroup var letterbook: LetterbookOptions

  @Option(
    name: .long, help: ArgumentHelp("The authority's profile, for cases that do not name another.", valueName: "file"))
  var authority: String?

  @Flag(name: .long, help: "One line of JSON per case on standard output, for machines.")
  var json = false

  func validate() throws {
    if runs.isEmpty { throw ValidationError("Missing expected argument '<runs> ...'") }
    if into.isEmpty { throw ValidationError("--into needs the name of a folder") }
    if let again, !(2...99).contains(again) { throw ValidationError("--again is from 2 to 99") }
    if again != nil, same { throw ValidationError("--again makes new messages and --same the old ones: choose one") }
    if format == .kombi, messages.withoutPDF { throw ValidationError("--format kombi needs a PDF of each letter") }
    if format == .kombi, messages.limitsContainers {
      throw ValidationError("--pack-count and --pack-size are for --format memo")
    }
  }

  private var options: PackOptions {
    PackOptions(
      form: format, version: messages.memoVersion ?? .v1_2, attachments: messages.attachments,
      limits: messages.limits, cases: cases.isEmpty ? nil : Set(cases),
      sending: same ? .same : .number(again ?? 1))
  }

  func run() throws {
    let command = self
    try waiting { try await command.packAll() }
  }

  private func packAll() async throws {
    let interruption = Interruption()
    let letterbook = try letterbook.open(authority: authority, json: json)
    let printer = messages.withoutPDF ? nil : try await MessageOptions.startPrinter(for: format, json: json)
    do {
      try await pack(letterbook, printer, interruption)
    } catch {
      await printer?.close()
      throw error
    }
    await printer?.close()
  }

  private func pack(_ letterbook: Letterbook, _ printer: Printer?, _ interruption: Interruption) async throws {
    let run: PackRun
    do throws(DiagnosticsError) {
      run = try PackRun(orderedRuns, of: folder.path, into: into, with: letterbook, options, printer: printer)
    } catch {
      try Terminal.refuse(error, json: json)
    }
    defer { run.stop() }
    interruption.stops(run.interrupt)
    var report = RunReport(good: "pakket", bad: "afvist", json: json)
    var told = PackTally()
    do {
      while let batch = try await run.nextBatch() {
        for packed in batch {
          told.add(packed)
          try tell(packed, &report)
        }
        try report.show(nil)
      }
      try tell(run.finish(), &report)
      try tell(run.warnings, &report)
    } catch let error as DiagnosticsError {
      try report.fail(error)
      try report.tell(
        "mentorbrev: stopped; what was packed before is recorded, and the same command goes on from there")
      throw ExitCode.nothingDone
    }
    try interruption.check(&report)
    try report.flush()
    if !json { Terminal.report(told.text) }
    if told.refused > 0 { throw ExitCode.refused }
  }

  /// Each run once, in the order in which they were named.
  private var orderedRuns: [Int] { runs.reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }

  private func tell(_ packed: PackedCase, _ report: inout RunReport) throws {
    try report.tell(packed.diagnostics)
    report.count(isRefused: packed.status == .refused, isUnchanged: packed.status == .unchanged)
    guard json else {
      for message in packed.messages { if let path = message.path { report.add(path) } }
      return
    }
    var line = JSONLine()
    line.add("run", packed.run)
    line.add("case", packed.caseNumber)
    line.add("status", packed.status.rawValue)
    line.add(
      "messages",
      packed.messages.map { message in
        var line = JSONLine()
        line.add("uuid", message.uuid)
        line.add("recipient", message.recipient)
        line.add("documents", words: message.documents)
        line.add("formats", words: message.formats)
        line.add("path", message.path)
        return line
      })
    line.add("diagnostics", packed.diagnostics.map(JSONLine.init))
    report.add(line.text)
  }

  /// What is said of the folder, and of no case.
  private func tell(_ warnings: [Diagnostic], _ report: inout RunReport) throws {
    guard json, !warnings.isEmpty else { return try report.tell(warnings) }
    var line = JSONLine()
    line.add("status", "remark")
    line.add("diagnostics", warnings.map(JSONLine.init))
    report.add(line.text)
  }

  private func tell(_ containers: [ContainerPacker.Container], _ report: inout RunReport) throws {
    guard format == .memo else { return }
    if json { return report.add(JSONLine(packed: containers, in: into).text) }
    for container in containers {
      report.add("\(into)/\(container.name)")
      report.add("\(into)/\(container.index)")
    }
  }
}

/// What a run of `pack` came to, in numbers.
struct PackTally {
  private var total = 0
  private var messages = 0
  private var counts: [PackedCase.Status: Int] = [:]

  var refused: Int { counts[.refused, default: 0] }

  mutating func add(_ packed: PackedCase) {
    total += 1
    messages += packed.messages.count
    counts[packed.status, default: 0] += 1
  }

  /// `1.206 sager: 1.200 pakket (2.388 beskeder), 4 pakket før, 2 afvist.`
  var text: String {
    let words: [(PackedCase.Status, String)] = [
      (.packed, "pakket (\(grouped(messages)) \(messages == 1 ? "besked" : "beskeder"))"), (.unchanged, "pakket før"),
      (.skipped, "uden noget at pakke"), (.refused, "afvist"),
    ]
    let parts = words.compactMap { status, word in
      let count = counts[status, default: 0]
      return count == 0 && status != .packed ? nil : "\(grouped(count)) \(word)"
    }
    return "\(grouped(total)) \(total == 1 ? "sag" : "sager"): \(parts.joined(separator: ", "))."
  }
}
