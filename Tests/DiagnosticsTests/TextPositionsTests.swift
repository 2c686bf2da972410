import Diagnostics
import Testing

@Suite struct TextPositionsTests {
  /// Line and column found the long way.
  private static func counted(_ bytes: [UInt8], _ offset: Int) -> (Int, Int) {
    let text = String(decoding: bytes[..<offset].drop { [0xEF, 0xBB, 0xBF].contains($0) }, as: UTF8.self)
    let lines = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n").split(
      separator: "\n" as Character, omittingEmptySubsequences: false)
    return (lines.count, lines.last!.unicodeScalars.count + 1)
  }

  @Test(arguments: [
    "æøå 😀 en linje uden ende, ", "en\nto\r\ntre\n\n", "en\rto\rtre", "\u{FEFF}æ\nb",
  ])
  func findsPlacesInLongTexts(_ piece: String) {
    let bytes = Array(String(repeating: piece.replacing("\u{FEFF}", with: ""), count: 3000).utf8)
    let mark: [UInt8] = piece.hasPrefix("\u{FEFF}") ? [0xEF, 0xBB, 0xBF] : []
    let marked = mark + bytes
    let positions = TextPositions(marked)
    // Around the places that are noted, and elsewhere; never inside a character or a line end.
    for place in [3, 500, 16_383, 16_384, 16_385, 32_767, 32_768, marked.count] where place <= marked.count {
      if place < marked.count {
        let isInside = marked[place] & 0xC0 == 0x80
        let isBetween = marked[place - 1] == 0x0D && marked[place] == 0x0A
        if isInside || isBetween { continue }
      }
      let found = positions.place(of: place, in: marked)
      #expect((found.line, found.column) == Self.counted(marked, place), "\(place)")
    }
  }

  @Test func endsWithTheText() {
    let bytes = Array("ab\nc".utf8)
    let place = TextPositions(bytes).place(of: 99, in: bytes)
    #expect((place.line, place.column) == (2, 2))
    let empty = TextPositions([]).place(of: 0, in: [])
    #expect((empty.line, empty.column) == (1, 1))
  }

  @Test func showsALineWithoutWhatEndsIt() {
    let source = SourceText(file: "a", bytes: Array("en\r\nto\rtre\nfire".utf8))
    let lines = (1...5).map { source.excerpt(at: SourceLocation(file: "a", line: $0, column: 1), width: 1, label: nil) }
    #expect(lines.map { $0?.line } == ["en", "to", "tre", "fire", ""])
  }
}
