import ArgumentParser
import Diagnostics
import DigitalPost
import Mentorbrev

/// The messages of letters that are rendered, and not issued.
extension RenderCommand {
  /// What cannot be asked for together.
  func validateMessages() throws {
    let form = format.form
    if form == nil, messages.memoVersion != nil || messages.attachments != nil || messages.withoutPDF {
      throw ValidationError("--memo-version, --attachments and --without-pdf are for --format memo or kombi")
    }
    if form != nil, draft { throw ValidationError("a draft is not sent: leave out --draft or --format") }
    if form == .kombi, messages.withoutPDF { throw ValidationError("--format kombi needs a PDF of each letter") }
    if pack == nil, messages.limitsContainers {
      throw ValidationError("--pack-count and --pack-size are for --pack")
    }
    if pack != nil, form != .memo { throw ValidationError("--pack is for --format memo") }
    if pack?.isEmpty == true { throw ValidationError("--pack needs the name of a folder") }
  }

  /// Opens the templates of Digital Post, or reports everything that is wrong with them and ends; nil when no messages are
  /// asked for.
  func openPost(_ letterbook: Letterbook) throws -> Post? {
    guard let form = format.form else { return nil }
    if let attachments = messages.attachments, !FileSystem.isFolder(attachments) {
      // Every case would be refused for it, and none of them can be mended.
      let problem = Diagnostic(
        .error, "no-attachments", "there is no folder \(attachments.visible)",
        help: "--attachments names the folder below which the files are found that cases name in forsendelse.bilag")
      try Terminal.fail(DiagnosticsError([problem]), json: options.json)
    }
    do throws(DiagnosticsError) {
      return try letterbook.post(form, version: messages.memoVersion ?? .v1_2, attachments: messages.attachments)
    } catch {
      try Terminal.fail(error, json: options.json)
    }
  }

  /// What packs the messages, where they are packed; or reports what is wrong with the folder and ends.
  func openPacker() throws -> ContainerPacker? {
    guard let folder = pack else { return nil }
    do throws(DiagnosticsError) {
      let packed = try PackedFile.entries(in: folder)
      return ContainerPacker(limits: messages.limits, packed: packed) { name in try PackedFile(name, in: folder) }
    } catch {
      try Terminal.fail(error, json: options.json)
    }
  }
}
