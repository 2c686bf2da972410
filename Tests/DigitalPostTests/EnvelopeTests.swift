import Casework
import Diagnostics
import Foundation
import Templating
import Testing

@testable import DigitalPost

/// The envelope holds everything but the contents, and each content once.
@Suite struct EnvelopeTests {
  @Test func noTextOfACaseIsTakenForAPlace() throws {
    let message = Message.with { message in
      message.label = "fil-1"
      message.main.label = "</memo:label><memo:content>fil-1</memo:content>"
      message.additional = [Message.attachment("fil-1.txt", Array("indhold".utf8))]
    }
    let text = String(decoding: try message.written(), as: UTF8.self)
    #expect(text.contains("<memo:label>fil-1</memo:label>"))
    #expect(text.contains("&lt;memo:content&gt;fil-1&lt;/memo:content&gt;"))
    #expect(text.contains("<memo:content>aW5kaG9sZA==</memo:content>"))
    #expect(text.components(separatedBy: "<memo:content>").count == 3)
  }

  @Test func aTemplateThatForgetsAFileIsRefused() throws {
    struct Forgetful: TemplateFiles {
      func bytes(of path: String) -> [UInt8]? {
        guard path.hasSuffix("dokument.xml") else { return TestTemplates().bytes(of: path) }
        let text = TestTemplates().bytes(of: path).map { String(decoding: $0, as: UTF8.self) } ?? ""
        return Array(text.replacing("{fil.plads}", with: "intet").utf8)
      }
      func names(in folder: String) -> [String] { TestTemplates().names(in: folder) }
      func displayName(of path: String) -> String { path }
    }
    let envelope = try Envelope(Forgetful())
    do throws(DiagnosticsError) {
      _ = try envelope.write(.good)
      Issue.record("the message was written")
    } catch {
      #expect(
        error.diagnostics.map(\.message) == [
          "the template of messages gives 0 of 1 files a place for their content"
        ])
    }
  }

  @Test func piecesOfAnySizeAreTheSameMessage() throws {
    let sealed = try Envelope(TestTemplates()).write(.good)
    var pieces: [UInt8] = []
    try sealed.write { pieces += $0 }
    #expect(try sealed.bytes() == pieces)
    #expect(sealed.id == Message.good.id)
  }
}
