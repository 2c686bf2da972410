import Diagnostics
import Testing

@testable import Casework

/// Lines of an input, and where they stand, however its bytes come in pieces.
@Suite struct InputBufferTests {
  /// All texts of so many of a few characters.
  private static func texts(_ length: Int) -> [String] {
    (0..<length).reduce([""]) { texts, _ in texts.flatMap { text in ["a", "æ", "\r", "\n"].map { text + $0 } } }
  }

  /// The column after some bytes, and the line, a carriage return and a line feed being one end.
  private static func place(after bytes: [UInt8]) -> [Int] {
    var (line, column) = (1, 1)
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case 0x0D: (line, column) = (line + 1, 1)
      case 0x0A: (line, column) = (index > 0 && bytes[index - 1] == 0x0D ? line : line + 1, 1)
      case 0x80..<0xC0: break
      default: column += 1
      }
    }
    return [line, column]
  }

  @Test(arguments: [1, 2, 7]) func tellsWhereEachLineBegins(_ pieceLength: Int) {
    for text in Self.texts(5) {
      let bytes = Array(text.unicodeScalars.map(String.init).joined().utf8)
      var rest = bytes[...]
      var buffer = InputBuffer(file: "sager.jsonl") { () throws(DiagnosticsError) in
        defer { rest = rest.dropFirst(pieceLength) }
        return Array(rest.prefix(pieceLength))
      }
      var taken: [UInt8] = []
      while buffer.has(1) {
        #expect([buffer.line, buffer.column] == Self.place(after: taken))
        while buffer.firstIndex(of: 0x0A) == nil, buffer.more() {}
        let end = buffer.firstIndex(of: 0x0A)
        let line = buffer.takeLine(end ?? buffer.count)
        #expect(!line.contains(0x0A))
        taken += line + (end == nil ? [] : [0x0A])
      }
      #expect(taken == bytes)
      #expect([buffer.line, buffer.column] == Self.place(after: taken))
    }
  }

  @Test func looksForAByteWithinBoundsAlone() {
    var pieces: [[UInt8]] = [Array("ab\rc\n".utf8)]
    var buffer = InputBuffer(file: "sager.jsonl") { () throws(DiagnosticsError) in pieces.popLast() ?? [] }
    #expect(buffer.firstIndex(of: 0x0A) == nil)
    let isRead = buffer.has(1)
    #expect(isRead)
    #expect(buffer.firstIndex(of: 0x0A) == 4)
    #expect(buffer.firstIndex(of: 0x0A, before: 4) == nil)
    #expect(buffer.firstIndex(of: 0x0D, from: 2) == 2)
    #expect(buffer.firstIndex(of: 0x0D, from: 3) == nil)
    #expect(buffer.firstIndex(of: 0x0A, from: 9) == nil)
  }
}
