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
      as it is.
      """)

  @Argument(help: "Names of documents or of their files, or numbers of cases for all their documents.")
  var documents: [String] = []
  @Option(name: .customLong("run"), help: ArgumentHelp("Everything that a run issued.", valueName: "number"))
  var runs: [Int] = []
  @Option(name: .long, help: ArgumentHelp("When they were sent; otherwise now.", valueName: "yyyy-mm-dd"))
  var date: CalendarDate?
  @Option(name: .long, help: "Who says so.") var by: String?
  @OptionGroup var folder: RegisterFolder

  func validate() throws {
    if documents.isEmpty && runs.isEmpty { throw ValidationError("name documents, cases, or a run with --run") }
  }

  func run() throws {
    try EventReport(done: "sendt", before: "var sendt før").tell { () throws(DiagnosticsError) in
      try DocumentEvents(in: folder.path).markSent(
        documents.map { .named($0) } + runs.map { .run($0) }, on: date, by: by)
    }
  }
}

/// Tells what came of recording something of documents.
private struct EventReport {
  let done: String
  let before: String

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
      Terminal.report("Der er intet registreret: alle dokumenter er trukket tilbage eller afløst.")
    }
  }

  private static func documents(_ count: Int) -> String { count == 1 ? "1 dokument" : "\(count) dokumenter" }
}

extension CalendarDate: ExpressibleByArgument {
  /// A day as `2026-11-22`.
  public init?(argument: String) { self.init(iso: argument) }
}
