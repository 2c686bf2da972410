public import ArgumentParser
import Diagnostics
public import Fields
import Mentorbrev

/// `withdraw`: documents that were never sent, and will not be.
struct WithdrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw",
    _superCommandName: Program.name,
    abstract: "Record that issued documents were never sent and will not be.",
    discussion: "A document that was sent is refused: only a new letter changes it. What is withdrawn already stays so."
  )

  @Argument(help: "Names of documents or of their files, or numbers of cases for all their documents.")
  var documents: [String]
  @Option(name: .long, help: "Why, without names and CPR numbers.") var reason: String
  @Option(name: .long, help: "Who says so.") var by: String?
  @OptionGroup var folder: RegisterFolder

  func run() throws {
    try EventReport(done: "trukket tilbage", before: "var trukket tilbage før").tell { () throws(DiagnosticsError) in
      try DocumentEvents(in: folder.path).withdraw(documents, why: reason, by: by)
    }
  }
}

/// `mark-sent`: documents that have gone out by another way than a message.
struct MarkSentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mark-sent",
    _superCommandName: Program.name,
    abstract: "Record that issued documents have gone out by another way than Digital Post.",
    discussion: """
      Of a case or a run all documents are meant but those that are withdrawn or superseded. What is recorded already stays \
      as it is. With --undo it is taken back that documents have gone out, when it was said by mistake: they are again what \
      they were before.
      """)

  @Argument(help: "Names of documents or of their files, or numbers of cases for all their documents.")
  var documents: [String] = []
  @Option(name: .customLong("run"), help: ArgumentHelp("Everything that a run issued.", valueName: "number"))
  var runs: [Int] = []
  @Option(name: .long, help: ArgumentHelp("When they were sent; otherwise now.", valueName: "yyyy-mm-dd"))
  var date: CalendarDate?
  @Flag(name: .long, help: "Take it back: they have not gone out. What messages have told stands.") var undo = false
  @Option(name: .long, help: "Who says so.") var by: String?
  @OptionGroup var folder: RegisterFolder

  func validate() throws {
    if undo, date != nil { throw ValidationError("--undo takes back whatever day was told: leave out --date") }
    if documents.isEmpty && runs.isEmpty { throw ValidationError("name documents, cases, or a run with --run") }
  }

  func run() throws {
    let events = DocumentEvents(in: folder.path)
    let selections = documents.map { DocumentSelection.named($0) } + runs.map { .run($0) }
    guard undo else {
      return try EventReport(done: "sendt", before: "var sendt før").tell { () throws(DiagnosticsError) in
        try events.markSent(selections, on: date, by: by)
      }
    }
    let report = EventReport(
      done: "ikke sendt", before: "var ikke skrevet som sendt",
      none: "alle dokumenter er sendt som beskeder eller afløst")
    try report.tell { () throws(DiagnosticsError) in try events.unmarkSent(selections, by: by) }
  }
}

/// Tells what came of recording something of documents.
private struct EventReport {
  let done: String
  let before: String
  /// Why nothing came of it.
  var none = "alle dokumenter er trukket tilbage eller afløst"

  func tell(_ record: () throws(DiagnosticsError) -> DocumentEvents.Told) throws {
    let told: DocumentEvents.Told
    do throws(DiagnosticsError) {
      told = try record()
    } catch {
      try Terminal.refuse(error)
    }
    Terminal.report(told.warnings, .danish)
    for name in told.names { try Terminal.print("\(done)  \(name)") }
    let others = told.changed - told.names.count
    if others > 0 { try Terminal.print("\(done)  \(Self.documents(others))") }
    if told.unchanged > 0 { Terminal.report("\(Self.documents(told.unchanged)) \(before).") }
    if told.changed == 0, told.unchanged == 0 {
      Terminal.report("Der er intet registreret: \(none).")
    }
  }

  private static func documents(_ count: Int) -> String { count == 1 ? "1 dokument" : "\(count) dokumenter" }
}

extension CalendarDate: ExpressibleByArgument {
  /// A day as `2026-11-22`.
  public init?(argument: String) { self.init(iso: argument) }
}
