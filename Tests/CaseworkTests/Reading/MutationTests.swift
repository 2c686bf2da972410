import Diagnostics
import Testing

@testable import Casework

/// Whatever happens to a file, reading it ends in a case or in an error, and never in a crash.
@Suite struct MutationTests {
  private static let text = Array(ReadingTexts.short.utf8)
  /// Bytes that mean something to the reader, and some that mean nothing.
  private static let spoilers =
    Array("\"\\{}[]:,'/*-+.eE019ntuf \n\t#=Å".utf8) + [0x00, 0x7F, 0x80, 0xC3, 0xE2, 0xF4, 0xFF]

  private func check(_ bytes: [UInt8]) {
    let reading = CaseReader().read(bytes, file: "sag.json")
    if reading.diagnostics.isEmpty {
      #expect(reading.caseFile != nil)
    } else {
      #expect(reading.diagnostics.allSatisfy { $0.severity == .error && $0.location != nil })
    }
  }

  @Test func survivesEveryTruncation() {
    for length in Self.text.indices {
      let reading = CaseReader().read(Array(Self.text[..<length]), file: "sag.json")
      #expect(reading.diagnostics.hasErrors)
      #expect(reading.caseFile == nil)
    }
  }

  @Test func survivesEveryDeletedByte() {
    for index in Self.text.indices {
      var bytes = Self.text
      bytes.remove(at: index)
      check(bytes)
    }
  }

  @Test func survivesEveryFlippedBit() {
    for index in Self.text.indices {
      for bit in 0..<8 {
        var bytes = Self.text
        bytes[index] ^= 1 << UInt8(bit)
        check(bytes)
      }
    }
  }

  @Test func survivesEveryInsertedAndReplacedByte() {
    for index in Self.text.indices {
      for spoiler in Self.spoilers {
        var bytes = Self.text
        bytes[index] = spoiler
        check(bytes)
        bytes[index] = Self.text[index]
        bytes.insert(spoiler, at: index)
        check(bytes)
      }
    }
  }

  @Test func survivesSwappedPieces() {
    for step in stride(from: 3, to: 60, by: 7) {
      for start in stride(from: 0, to: Self.text.count - 2 * step, by: step) {
        let middle = start + step
        let end = middle + step
        var bytes = Self.text
        bytes.replaceSubrange(start..<end, with: Array(Self.text[middle..<end]) + Array(Self.text[start..<middle]))
        check(bytes)
      }
    }
  }

  @Test func readsTheSameOnOneLine() {
    #expect(problems(in: ReadingTexts.complete.replacing("\n", with: " ")) == "")
  }

  @Test func neverRepeatsValuesInMessages() {
    let secret = "Søren8211771212"
    let spoilt = ReadingTexts.complete.split(separator: "\"", omittingEmptySubsequences: false)
    for index in spoilt.indices where index % 2 == 1 {
      var pieces = spoilt
      pieces[index] = Substring(secret)
      #expect(!problems(in: pieces.joined(separator: "\"")).contains("8211771212"))
    }
  }
}
