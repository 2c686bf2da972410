import Diagnostics
import Foundation
import Hashing
import Testing

@testable import Register

/// A folder with a register, gone when the test is over: three cases issued, one refused, one letter sent.
final class RegisterFolder: Sendable {
  static let time = "2026-11-22T08:00:00Z"

  let path: String
  var paths: RegisterPaths { RegisterPaths(folder: path) }

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "register-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    let writer = try RegisterWriter(paths)
    let material = Material(Array("<brev/>".utf8))
    let bundle = BundleRecord(["documents/brev.html": material.hash])
    try writer.record(
      [
        .material(material), .bundle(bundle),
        .run(RunRecord(number: 1, command: "issue", engine: "0.1.0", bundle: bundle.hash)), try issue("A-1"),
        .refused(Refused(run: 1, caseNumber: "A-1", data: SHA256Hash(of: "A-1"), reasons: ["R01: for lang"])),
      ], at: Self.time)
    try writer.record([try issue("B-1"), try issue("C-1")], at: Self.time)
    try writer.record([.event(Event(.sent, ["A-1/brev", "B-1/brev"], day: "2026-11-21"))], at: Self.time)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// A case whose letter lies in the folder.
  private func issue(_ number: String) throws -> Entry {
    try write("Brev \(number)", to: "\(number)/brev.html")
    let document = Issued.Document(
      name: "\(number)/brev", kind: "bevilling", date: "2026-11-20", recipient: "borger",
      files: ["html": SHA256Hash(of: "Brev \(number)")])
    return .issued(
      Issued(
        run: 1, authority: "29188440", caseNumber: number,
        data: CaseData(form: "json", bytes: Array("{\"cpr\":\"hemmelig \(number)\"}".utf8)), documents: [document]))
  }

  func write(_ text: String, to name: String) throws {
    let url = URL(filePath: "\(path)/\(name)")
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func text(of name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: "\(path)/\(name)")), as: UTF8.self)
  }

  /// The names in the folder and below, in order.
  func names() throws -> [String] { try FileManager.default.subpathsOfDirectory(atPath: path).sorted() }

  /// Changes the lines of the journal.
  func changeJournal(_ change: (inout [String]) -> Void) throws {
    var lines = try text(of: "register.jsonl").split(separator: "\n").map(String.init)
    change(&lines)
    try write(lines.map { $0 + "\n" }.joined(), to: "register.jsonl")
  }

  /// What the register says, without times.
  func export() throws -> [String] {
    let reader = try RegisterReader(paths)
    var lines: [String] = []
    try reader.eachDocument { lines.append($0.line(withTimes: false).text) }
    try reader.eachRefusal { lines.append($0.line(withTimes: false).text) }
    lines += try reader.forgettings().map { $0.line(withTimes: false).text }
    return lines
  }
}
