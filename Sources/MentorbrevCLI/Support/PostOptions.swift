public import ArgumentParser
import Diagnostics
public import DigitalPost
public import Mentorbrev
import Printing

/// What holds for all messages in Digital Post.
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

  func validate() throws {
    if attachments?.isEmpty == true { throw ValidationError("--attachments needs the name of a folder") }
  }

  /// Starts the printer; nil where none is wanted, or where messages do without because none can be had.
  func startPrinter(for form: MessageForm, json: Bool) async throws -> Printer? {
    if withoutPDF { return nil }
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

/// How large containers become.
struct ContainerOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("The most messages in one container (1000).", valueName: "count"))
  var packCount: Int?

  @Option(
    name: .long,
    help: ArgumentHelp("The most megabytes in one container before it is compressed (256).", valueName: "mb"))
  var packSize: Int?

  func validate() throws {
    if let packCount, packCount < 1 { throw ValidationError("--pack-count is at least 1") }
    if let packSize, !(1...7000).contains(packSize) { throw ValidationError("--pack-size is from 1 to 7000") }
  }

  var isGiven: Bool { packCount != nil || packSize != nil }

  var limits: ContainerLimits {
    var limits = ContainerLimits()
    if let packCount { limits.entries = packCount }
    if let packSize { limits.bytes = packSize << 20 }
    return limits
  }
}

/// What holds for messages of letters that are rendered, and not issued.
struct PostOptions: ParsableArguments {
  @OptionGroup var messages: MessageOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Pack the messages into containers for Digital Post (.tar.lzma) in this folder, each with an index; for a system that keeps "
        + "its own approvals. What was issued is packed by 'pack'.",
      valueName: "dir"))
  var pack: String?

  @OptionGroup var containers: ContainerOptions

  /// What cannot be asked for together.
  func validate(for form: MessageForm?, isDraft: Bool) throws {
    if form == nil, messages.memoVersion != nil || messages.attachments != nil || messages.withoutPDF {
      throw ValidationError("--memo-version, --attachments and --without-pdf are for --format memo or kombi")
    }
    if form != nil, isDraft { throw ValidationError("a draft is not sent: leave out --draft or --format") }
    if form == .kombi, messages.withoutPDF { throw ValidationError("--format kombi needs a PDF of each letter") }
    if pack == nil, containers.isGiven {
      throw ValidationError("--pack-count and --pack-size are for --pack")
    }
    if pack != nil, form != .memo { throw ValidationError("--pack is for --format memo") }
    if pack?.isEmpty == true { throw ValidationError("--pack needs the name of a folder") }
  }

  /// Opens the templates of Digital Post, or reports everything that is wrong with them and ends.
  func open(_ form: MessageForm, _ letterbook: Letterbook, json: Bool) throws -> Post {
    if let attachments = messages.attachments, !FileSystem.isFolder(attachments) {
      // Every case would be refused for it, and none of them can be mended.
      let problem = Diagnostic(
        .error, "no-attachments", "there is no folder \(attachments.visible)",
        help: "--attachments names the folder below which the files are found that cases name in forsendelse.bilag")
      try Terminal.fail(DiagnosticsError([problem]), json: json)
    }
    do throws(DiagnosticsError) {
      return try letterbook.post(form, version: messages.memoVersion ?? .v1_2, attachments: messages.attachments)
    } catch {
      try Terminal.fail(error, json: json)
    }
  }

  /// What packs the messages, where they are packed; or reports what is wrong with the folder and ends.
  func packer(json: Bool) throws -> ContainerPacker? {
    guard let folder = pack else { return nil }
    do throws(DiagnosticsError) {
      let packed = try PackedFile.entries(in: folder)
      return ContainerPacker(limits: containers.limits, packed: packed) { name in try PackedFile(name, in: folder) }
    } catch {
      try Terminal.fail(error, json: json)
    }
  }

  /// An attachment that was another file when it was written than when it was checked.
  static func problem(_ error: AttachmentError, of caseNumber: String?) -> Diagnostic {
    Diagnostic(
      .error, "memo-attachment", "Et bilag (forsendelse.bilag) \(error.danish).", path: "forsendelse.bilag",
      caseNumber: caseNumber, help: "Kør igen, når ingen ændrer filerne.")
  }
}

extension MessageVersion: ExpressibleByArgument {}
extension MessageForm: ExpressibleByArgument {}
