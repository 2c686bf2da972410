import ArgumentParser
import Diagnostics
public import DigitalPost
public import Mentorbrev
import Printing

/// What holds for all messages in Digital Post, and for the containers that they are packed into.
struct MessageOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("The version of MeMo: 1.2 or 1.1.", valueName: "version"))
  var memoVersion: MessageVersion?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The folder below which the files are found that cases name in forsendelse.bilag; links are not followed.",
      valueName: "dir"))
  var attachments: String?

  @Flag(
    name: .customLong("without-pdf"), help: "Send the letters as HTML alone, also where PDF can be made: much faster.")
  var withoutPDF = false

  @Option(name: .long, help: ArgumentHelp("The most messages in one container (1000).", valueName: "count"))
  var packCount: Int?

  @Option(
    name: .long,
    help: ArgumentHelp("The most megabytes in one container before it is compressed (256).", valueName: "mb"))
  var packSize: Int?

  func validate() throws {
    if attachments?.isEmpty == true { throw ValidationError("--attachments needs the name of a folder") }
    if let packCount, packCount < 1 { throw ValidationError("--pack-count is at least 1") }
    if let packSize, !(1...7000).contains(packSize) { throw ValidationError("--pack-size is from 1 to 7000") }
  }

  /// Whether something is asked of containers.
  var limitsContainers: Bool { packCount != nil || packSize != nil }

  /// How large containers become.
  var limits: ContainerLimits {
    var limits = ContainerLimits()
    if let packCount { limits.entries = packCount }
    if let packSize { limits.bytes = packSize << 20 }
    return limits
  }

  /// Starts the printer for messages; nil where they do without because none can be had.
  static func startPrinter(for form: MessageForm, json: Bool) async throws -> Printer? {
    let printer = Printer()
    do throws(PrintingError) {
      try await printer.start()
      return printer
    } catch {
      guard form == .memo else { try Terminal.fail(DiagnosticsError([error.diagnostic]), json: json) }
      // The same letter as HTML is a whole message.
      await printer.close()
      Terminal.report(
        "mentorbrev: no PDF is made here, so the messages hold the letters as HTML alone; "
          + "render --format pdf tells what is missing")
      return nil
    }
  }
}

extension MessageVersion: WordArgument {}
extension MessageForm: WordArgument {}
