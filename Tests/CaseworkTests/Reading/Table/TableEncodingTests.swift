import Foundation
import Diagnostics
import Testing

@testable import Casework

/// UTF-8 and Windows-1252 are told apart, and no other encoding is taken for one of them.
@Suite struct TableEncodingTests {
  private static let text =
    "sagsnummer;mentor.navn;mentorstoette.maal.tekst\nA-1;Ib;ja\nA-2;Åse Ærø;»så« – det\nA-3;Bø;\n"

  private static func bytes(_ text: String, _ encoding: String.Encoding) throws -> [UInt8] {
    Array(try #require(text.data(using: encoding)))
  }

  @Test(arguments: CaseStreamTests.pieceSizes) func recognisesWindows1252AndSaysSo(_ size: Int) throws {
    let readings = table(try Self.bytes(Self.text, .windowsCP1252), size)
    #expect(readings.map(\.isCase) == [true, false, true, true])
    #expect(readings.cases.map { $0.caseFile?.mentor?.name?.value } == ["Ib", "Åse Ærø", "Bø"])
    #expect(readings[2].caseFile?.support?.goal?.text?.value == "»så« – det")
    #expect(
      messages(readings) == """
        liste.csv:3:1: note: Filen er læst som Windows-1252, for den er ikke UTF-8. [encoding]
          hjælp: Se efter, at æ, ø og å står rigtigt i dokumenterne, eller gem som CSV UTF-8.
        """)
  }

  @Test func countsColumnsInCharacters() throws {
    let readings = table(try Self.bytes("sagsnummer;Kontrakt: Timeløn\nÆ-1;x\n", .windowsCP1252))
    #expect(readings.last?.diagnostics.first?.location?.column == 5)
    #expect(readings.last?.diagnostics.first?.caseNumber == "Æ-1")
  }

  @Test func saysNothingOfUTF8() {
    #expect(messages(table(Self.text)) == "")
    #expect(messages(table("\u{FEFF}" + Self.text)) == "")
  }

  @Test func refusesOneWrongByteInUTF8() {
    var bytes = Array(Self.text.utf8)
    bytes += Array("A-4;B".utf8) + [0xF8] + Array(";\nA-5;Ib;\n".utf8)
    let readings = table(bytes)
    #expect(readings.numbers == ["A-1", "A-2", "A-3", "A-4", "A-5"])
    #expect(
      messages(readings) == """
        liste.csv:5:6: fejl: sag A-4: Teksten er ikke gyldig UTF-8: her står byten 0xF8. Filen ser ud til at være gemt som Latin-1 (Windows-1252). [encoding]
          celle: B5
          felt: mentor.navn
          hjælp: Gem filen som UTF-8.
        """)
  }

  /// Spreadsheets offer them beside CSV UTF-8, and letters would become signs in a contract.
  @Test func refusesTheEncodingsOfMSDOSAndMacintosh() throws {
    // Åse Bøgh, and Bo Møller with ø as the older Macintosh writes it.
    for name in [
      [0x8F, 0x73, 0x65] as [UInt8], [0x42, 0x9B, 0x67, 0x68], [0x42, 0x6F, 0x20, 0x4D, 0xBF, 0x6C, 0x6C],
    ] {
      let readings = table(Array("sagsnummer;mentor.navn\nA-1;".utf8) + name + Array("\nA-2;Ib\n".utf8))
      #expect(readings.numbers == [nil, "A-2"])
      #expect(
        messages(readings) == """
          liste.csv:2:1: fejl: Teksten er hverken UTF-8 eller Windows-1252; den ser ud til at være gemt til MS-DOS eller Macintosh. [encoding]
            celle: A2
            hjælp: Gem som CSV UTF-8.
          """)
    }
  }

  @Test func refusesUTF16Once() throws {
    let readings = table(try Self.bytes(Self.text, .utf16))
    #expect(readings.flatMap(\.diagnostics).map(\.message) == ["Filen er gemt som UTF-16, og her læses UTF-8."])
  }
}
