import ArgumentParser
import Casework
import Diagnostics
import DigitalPost
import Fields
import Mentorbrev
import Register

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// `receipts`: what became of messages that were sent.
struct ReceiptsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "receipts",
    _superCommandName: Program.name,
    abstract: "Record what became of messages that were sent, and say it, by their receipts.",
    discussion: """
      Reads receipts of Digital Post (JSON: one, a list, or one a line), PKO_PostStatus of SF1601 and the messages of \
      the Beskedfordeler that carry it, and finds their cases through the register, or through the indexes of containers \
      (--index). For each message one line: delivered, and the last day for a complaint; refused, why, and what to mend; \
      to be printed; unknown. The register keeps it, and 'register show' tells it. The order of the receipts does not \
      matter, nor how often each is given. Exit code 1 when a message was refused or a file could not be read.
      """)

  @Argument(help: "Files with receipts.")
  var files: [String]

  @Option(
    name: .long, parsing: .upToNextOption,
    help: ArgumentHelp(
      "The indexes of containers (.index.jsonl), for messages that no register knows.", valueName: "file"))
  var index: [String] = []

  @Option(
    name: .customLong("output"),
    help: ArgumentHelp("The folder of issued documents and their register (Output).", valueName: "dir"))
  var folder: String?

  @Flag(name: .long, help: "One line of JSON per message on standard output, for machines.")
  var json = false

  func validate() throws {
    if folder?.isEmpty == true || folder == "-" { throw ValidationError("--output needs the name of a folder") }
  }

  func run() throws {
    var problems: [Diagnostic] = []
    let reader = ReceiptReader()
    let entries = contents(of: index, &problems) { bytes, file throws(DiagnosticsError) in
      try reader.readIndex(bytes, file: file)
    }
    // Without a whole index, messages would seem to be those of strangers.
    if problems.hasErrors { try Terminal.fail(DiagnosticsError(problems, in: .danish), json: json) }
    let receipts = contents(of: files, &problems) { bytes, file throws(DiagnosticsError) in
      try reader.read(bytes, file: file)
    }
    var register = try openRegister()
    try guarded { () throws(DiagnosticsError) in try register?.look(for: receipts, and: entries) }
    // The register knows more of a message than an index does.
    var book = ReceiptBook(entries.map { register?.entry(of: $0.messageUUID) ?? $0 } + (register?.entries ?? []))
    book.add(receipts + (register?.receipts ?? []))
    let statuses = book.statuses
    let warnings = try guarded { () throws(DiagnosticsError) in try register?.warnings(of: statuses) ?? [] }
    // First of all, for nobody may read what is told: a full disk, or a pipe that is closed after a line.
    try guarded { () throws(DiagnosticsError) in try register?.record(statuses) }
    signal(SIGPIPE, SIG_IGN)
    for problem in problems { try tell(problem) }
    for status in statuses { try tell(status) }
    for uuid in book.strangers { try tell(Self.stranger(uuid)) }
    for warning in warnings { try tell(warning) }
    let failed = try tellOfTransmissions(book)
    if !json { Terminal.report(Self.sum(statuses)) }
    if failed || problems.hasErrors || statuses.contains(where: { $0.stage == .refused }) { throw ExitCode.refused }
  }

  /// The register that was named, or the one that is there; without one, indexes tell of the messages.
  private func openRegister() throws -> ReceiptRegister? {
    let path = RegisterPaths(folder: DocumentWriter(folder: folder ?? "Output").folder)
    if folder == nil, !index.isEmpty, !path.isThere { return nil }
    return try guarded { () throws(DiagnosticsError) in try ReceiptRegister(folder: path.folder) }
  }

  private func guarded<Value>(_ body: () throws(DiagnosticsError) -> Value) throws -> Value {
    do throws(DiagnosticsError) {
      return try body()
    } catch {
      try Terminal.fail(error, json: json)
    }
  }

  private func contents<Item>(
    of files: [String], _ problems: inout [Diagnostic], read: ([UInt8], String) throws(DiagnosticsError) -> [Item]
  ) -> [Item] {
    var items: [Item] = []
    for file in files {
      let bytes: [UInt8]
      do throws(FileError) {
        bytes = try FileSystem.read(file, limit: 256 << 20)
      } catch {
        problems.append(error.unreadable("Filen"))
        continue
      }
      do throws(DiagnosticsError) {
        items += try read(bytes, file)
      } catch {
        problems += error.diagnostics
      }
    }
    return items
  }

  private func tell(_ diagnostic: Diagnostic) throws {
    guard json else { return Terminal.report([diagnostic], .danish) }
    var line = JSONLine()
    line.add("status", diagnostic.severity.rawValue)
    line.add("diagnostics", [JSONLine(diagnostic)])
    try Terminal.print(line.text)
  }

  private func tell(_ status: MessageStatus) throws {
    guard json else {
      try Terminal.print(status.report)
      if let help = status.help { try Terminal.print("  hjælp: \(help)") }
      return
    }
    var line = JSONLine()
    line.add("case", status.entry.caseNumber)
    line.add("kind", status.entry.kind)
    line.add("recipient", status.entry.recipient)
    line.add("messageUUID", status.entry.messageUUID)
    line.add("status", status.stage.rawValue)
    line.add("day", status.receipt?.time.day.description)
    line.add("time", status.receipt?.time.clock)
    line.add("complaintDeadline", status.complaintDeadline?.description)
    line.add("report", status.report)
    line.add("help", status.help)
    try Terminal.print(line.text)
  }

  private static func stranger(_ uuid: String) -> Diagnostic {
    Diagnostic(
      .warning, "receipt-stranger", "Der er en kvittering for meddelelsen \(uuid.visible), som ikke kendes her.",
      help:
        "Nævn mappen med registret (--output), eller indekset for den pakke, som meddelelsen blev sendt i (--index).")
  }

  /// Whole transmissions that were refused are errors: none of their messages came through.
  private func tellOfTransmissions(_ book: ReceiptBook) throws -> Bool {
    for transmission in book.transmissions { try tell(transmission) }
    return book.transmissions.contains(where: \.isRefused)
  }

  private func tell(_ transmission: TransmissionReceipt) throws {
    let diagnostic = Self.diagnostic(transmission)
    guard json else { return Terminal.report([diagnostic], .danish) }
    var line = JSONLine()
    line.add("status", diagnostic.severity.rawValue)
    line.add("transmissionId", transmission.name)
    line.add("errorCode", transmission.code)
    line.add("day", transmission.time.day.description)
    line.add("time", transmission.time.clock)
    line.add("diagnostics", [JSONLine(diagnostic)])
    try Terminal.print(line.text)
  }

  private static func diagnostic(_ transmission: TransmissionReceipt) -> Diagnostic {
    let name = transmission.name.map { " (transmissionId \($0))" } ?? ""
    let when = "den \(transmission.time.day.danish) kl. \(transmission.time.clock)"
    guard transmission.isRefused else {
      return Diagnostic(
        .note, "transmission",
        "En kvittering for en hel forsendelse\(name) kom \(when). Den siger ikke, at brevene er leveret.",
        at: transmission.location)
    }
    return Diagnostic(
      .error, "transmission-refused",
      "En hel forsendelse\(name) blev afvist \(when). "
        + (transmission.code.map { "\($0)." } ?? "Kvitteringen siger ikke hvorfor."),
      at: transmission.location,
      help: "Ingen af dens meddelelser er nået frem. "
        + (name.isEmpty
          ? "Kvitteringen nævner ingen transmissionId: find pakken ved tidspunktet, "
          : "Find pakken ved dens transmissionId, ")
        + "ret fejlen, og send den igen.")
  }

  private static func sum(_ statuses: [MessageStatus]) -> String {
    let words: [(MessageStatus.Stage, String)] = [
      (.delivered, "leveret"), (.received, "på vej"), (.refused, "afvist"), (.toPrint, "skal printes"),
      (.printed, "printet"), (.posted, "hos posten"), (.recalled, "kaldt tilbage"), (.unknown, "ukendt"),
    ]
    let parts = words.compactMap { stage, word in
      let count = statuses.count { $0.stage == stage }
      return count == 0 ? nil : "\(count) \(word)"
    }
    if statuses.isEmpty { return "0 meddelelser." }
    return "\(statuses.count) \(statuses.count == 1 ? "meddelelse" : "meddelelser"): \(parts.joined(separator: ", "))."
  }
}
