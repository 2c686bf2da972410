public import ArgumentParser
import Diagnostics
public import DigitalPost
import Mentorbrev

/// What holds for messages in Digital Post.
struct PostOptions: ParsableArguments {
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

  /// What cannot be asked for together.
  func validate(for form: MessageForm?, isDraft: Bool) throws {
    if form == nil, memoVersion != nil || attachments != nil || withoutPDF {
      throw ValidationError("--memo-version, --attachments and --without-pdf are for --format memo or kombi")
    }
    if form != nil, isDraft { throw ValidationError("a draft is not sent: leave out --draft or --format") }
    if form == .kombi, withoutPDF { throw ValidationError("--format kombi needs a PDF of each letter") }
    if attachments?.isEmpty == true { throw ValidationError("--attachments needs the name of a folder") }
  }

  /// Opens the templates of Digital Post, or reports everything that is wrong with them and ends.
  func open(_ form: MessageForm, _ letterbook: Letterbook, json: Bool) throws -> Post {
    do throws(DiagnosticsError) {
      return try letterbook.post(form, version: memoVersion ?? .v1_2, attachments: attachments)
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
