import Casework
import Diagnostics
import Fields
import Foundation
import Templating
import Testing

@testable import DigitalPost

/// The repository's templates, read as the program reads them.
struct TestTemplates: TemplateFiles {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  func bytes(of path: String) -> [UInt8]? {
    (try? Data(contentsOf: Self.root.appending(path: "Templates/\(path)"))).map { Array($0) }
  }

  func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: Self.root.appending(path: "Templates/\(folder)").path)) ?? [])
      .sorted()
  }

  func displayName(of path: String) -> String { "Templates/\(path)" }
}

/// The official schemas, which are not ours to pass on: they lie beside the repository on the machine that tests it.
enum OfficialSchemas {
  static let folder = TestTemplates.root.deletingLastPathComponent().appending(path: "shared/schemas").path

  static var areThere: Bool { FileManager.default.fileExists(atPath: "\(folder)/memo-1.2/MeMo_core.xsd") }

  /// What the schema of a version says of a message; nil when it is valid.
  static func problem(in message: [UInt8], version: MessageVersion) throws -> String? {
    try xmllint(message, ["--schema", "\(folder)/memo-\(version.rawValue)/MeMo_core.xsd"])
  }

  static func xmllint(_ message: [UInt8], _ arguments: [String]) throws -> String? {
    let folder = try TemporaryFolder()
    let file = "\(folder.path)/message.xml"
    try Data(message).write(to: URL(filePath: file))
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["xmllint", "--nonet", "--noout", "--huge"] + arguments + [file]
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return process.terminationStatus == 0 ? nil : text
  }
}

/// A folder that is gone when the test is over.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "mentorbrev-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ bytes: [UInt8], as name: String) throws {
    let url = URL(filePath: "\(path)/\(name)")
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }
}

extension Message {
  /// A message in which nothing is wrong.
  static var good: Message {
    var message = Message(
      version: .v1_2, id: "0c1c9e7a-4f3f-4d5e-8a53-1d7c2f0f6b11", code: "bevilling", label: "Afgørelse om mentorstøtte",
      notification: "Du har fået et brev fra Gribskov Kommune.",
      sender: Party(number: "29188440", kind: "CVR", label: "Gribskov Kommune"),
      recipient: Party(number: "7403951237", kind: "CPR", label: "Mikkel Ørsted Bang"),
      created: "2026-06-08T10:00:00Z",
      main: Document(
        label: "Afgørelse om mentorstøtte",
        files: [
          File(
            format: "text/html", name: "bevilling-2026-06-08.html", language: "da", place: "",
            content: FileContent(Array("<!DOCTYPE html><html></html>".utf8)))
        ]),
      additional: [])
    message.placeFiles()
    return message
  }

  /// The message with a change.
  static func with(_ change: (inout Message) -> Void) -> Message {
    var message = good
    change(&message)
    message.placeFiles()
    return message
  }

  /// A file that nothing is wrong with.
  static func attachment(_ name: String, _ bytes: [UInt8] = Array("tekst".utf8)) -> Document {
    Document(
      label: "Bilag",
      files: [
        File(
          format: FileFormat.known[FileFormat.suffix(of: name)] ?? "application/octet-stream", name: name,
          language: "da",
          place: "", content: FileContent(bytes))
      ])
  }

  /// The message as it is sent, whatever is wrong with it.
  func written() throws -> [UInt8] { try Envelope(TestTemplates()).write(self).bytes() }

  /// What our rules say of it.
  var problems: [String] { MessageRule.problems(in: self).map { "\($0.message) [\($0.id)]" } }
}
