import Casework
import Diagnostics
import DigitalPost
import Foundation
import Templating
import Testing

@testable import Mentorbrev

/// Messages of a case, with pages that never change.
struct PostCase {
  /// A page and a PDF that stand for the letter's.
  static let page = Array("<!DOCTYPE html>\n<html lang=\"da\"><title>Brev</title></html>\n".utf8)
  static let pdf = Array("%PDF-1.7\n%%EOF\n".utf8)

  /// The profile that goes with the examples.
  static let profile = "\(Repository.templates)/examples/profiler/digital-post.json"
  static let attachments = "\(Repository.templates)/examples/bilag"

  private static let opened = Result<Letterbook, any Error> {
    try Letterbook(contentsOf: Repository.templates, authorityFile: profile)
  }

  var sample: Sample
  var form = MessageForm.memo
  var version = MessageVersion.v1_2
  var folder: String? = attachments
  var hasPDF = false

  init(_ sample: Sample) { self.sample = sample }

  init(example name: String) throws {
    let data = try Data(contentsOf: URL(filePath: "\(Repository.templates)/examples/\(name).json"))
    sample = Sample(try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any]))
  }

  /// The grant with a meeting, an attachment and a day of delivery.
  static func grant() throws -> PostCase { try PostCase(example: "bevilling-digital-post") }

  func with(_ path: String, _ value: Any?) -> PostCase {
    var changed = self
    changed.sample = sample.with(path, value)
    return changed
  }

  /// The result, with the pages of the letters replaced.
  func result() throws -> CaseResult {
    let letterbook = try Self.opened.get()
    let reading = try sample.reading()
    var rendered = try letterbook.render(reading, as: [.html])
    rendered.documents = rendered.documents.flatMap { document in
      let page = RenderedDocument(
        identity: document.identity, format: .html, bytes: Self.page, dispatch: document.dispatch)
      let pdf = RenderedDocument(identity: document.identity, format: .pdf, bytes: Self.pdf)
      return hasPDF ? [page, pdf] : [page]
    }
    return try letterbook.post(form, version: version, attachments: folder).messages(of: rendered, from: reading)
  }

  /// What is said of the case, in the words that a person reads.
  func says() throws -> [String] {
    try result().diagnostics.map { "\($0.severity.rawValue): \($0.message) [\($0.id)] \($0.path ?? "")" }
  }

  /// The messages as texts.
  func texts() throws -> [String] {
    let result = try result()
    if result.isRefused { throw DiagnosticsError(result.diagnostics) }
    return try result.messages.map { String(decoding: try $0.sealed.bytes(), as: UTF8.self) }
  }

  /// The UUID of the first message.
  func id() throws -> String { try #require(try result().messages.first).sealed.id }
}
