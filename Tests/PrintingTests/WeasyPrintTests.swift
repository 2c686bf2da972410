import Foundation
import Testing

@testable import Printing

/// The worker with WeasyPrint, where it is installed: `Tests/tools.sh` names it in MENTORBREV_PYTHON.
@Suite(
  .enabled(if: ProcessInfo.processInfo.environment["MENTORBREV_PYTHON"] != nil, "MENTORBREV_PYTHON is not set"))
struct WeasyPrintTests {
  /// A letter with an address, as the templates make it.
  private func letter(_ main: String = "<p>Æblegrød på § 5</p>", name: String = "Ida Prøve", lines: Int = 3) -> [UInt8]
  {
    let address = (2...lines).map { "Adresselinje \($0) med fireogtredive t" }.joined(separator: "<br>")
    return Array(
      """
      <!DOCTYPE html>
      <html lang="da"><head><meta charset="utf-8"><title>Prøve</title><style>
      @page { size: 210mm 297mm; margin: 18mm 20mm }
      body { margin: 0; font: 10.5pt/1.4 "Liberation Sans" } p { margin: 0 }
      address { height: 42mm; padding-top: 10mm; width: 77mm; font-style: normal; overflow-wrap: break-word }
      </style></head><body><address class="modtager"><p>\(name)</p><p>\(address)</p></address>
      <main><h1>Prøve</h1>\(main)</main></body></html>
      """.utf8)
  }

  /// A picture of one dot.
  private static let pixel =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="

  @Test func givesTheSameBytesInAnyOrderAndFromAnyWorker() async throws {
    let one = Printer(workers: 1)
    let first = try await one.pdf(of: letter())
    let other = try await one.pdf(of: letter("<table><tr><td>Æ</td></tr></table>"))
    let again = try await one.pdf(of: letter())
    await one.close()
    let two = Printer(workers: 2)
    async let a = two.pdf(of: letter("<table><tr><td>Æ</td></tr></table>"))
    async let b = two.pdf(of: letter())
    #expect(try await a == other)
    #expect(try await b == first)
    #expect(again == first && other != first)
    await two.close()
  }

  @Test func refusesWhatItCannotPrintWhole() async throws {
    let printer = Printer(workers: 1)
    await #expect(throws: PrintingError.unprintable(["U+0645", "U+1F600"])) {
      try await printer.pdf(of: letter("<p>\u{645} \u{1F600}</p>"))
    }
    let outside = PrintingError.refused("it asks for something that is not in it")
    for source in ["http://127.0.0.1:9/a.png", "file:///etc/passwd", "ftp://127.0.0.1/a"] {
      await #expect(throws: outside) { try await printer.pdf(of: letter("<p><img alt='a' src='\(source)'></p>")) }
    }
    await #expect(throws: PrintingError.refused("Image \"%s\" has no required alt description")) {
      try await printer.pdf(of: letter("<p><img src='data:image/png;base64,\(Self.pixel)'></p>"))
    }
    await #expect(throws: PrintingError.refused("Missing required \"lang\" attribute at the root of the document")) {
      try await printer.pdf(of: Array("<p>brev".utf8))
    }
    // Not UTF-8: the place in the worker, and no word of the letter.
    let error = await #expect(throws: PrintingError.self) { try await printer.pdf(of: [0xFF, 0xFE]) }
    guard case .refused(let reason) = error else { throw error! }
    #expect(reason.hasPrefix("UnicodeDecodeError in worker.py:"))
    // The same worker still prints.
    #expect(try await printer.pdf(of: letter()).starts(with: "%PDF-1.7".utf8))
    await printer.close()
  }

  @Test func keepsTheAddressInTheWindow() async throws {
    let printer = Printer(workers: 1)
    let outside = PrintingError.outsideWindow(.danishTopLeft)
    #expect(try await !printer.pdf(of: letter(lines: 6)).isEmpty)
    #expect(
      try await !printer.pdf(of: letter(name: "Anne-Marie Frederikke Louise Højgaard-Christoffersen", lines: 6)).isEmpty
    )
    await #expect(throws: outside) { try await printer.pdf(of: letter(lines: 8)) }
    await #expect(throws: outside) {
      try await printer.pdf(of: letter("<p style='position: absolute; left: 40mm; top: 20mm'>Hemmeligt</p>"))
    }
    let low = String(decoding: letter(), as: UTF8.self).replacing("padding-top: 10mm", with: "padding-top: 45mm")
    await #expect(throws: outside) { try await printer.pdf(of: Array(low.utf8)) }
    // Papers without a recipient may use the place.
    let plain = String(decoding: letter(), as: UTF8.self).replacing("class=\"modtager\"", with: "")
    #expect(try await !printer.pdf(of: Array(plain.utf8)).isEmpty)
    await printer.close()
  }
}
