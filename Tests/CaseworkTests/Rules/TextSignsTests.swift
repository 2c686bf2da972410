import Testing

@testable import Casework

/// What rules look for in texts, found in one pass over their bytes.
@Suite struct TextSignsTests {
  private static let words: [(String, TextSigns)] = [
    ("§", .paragraph), ("jobcent", .jobcentre), ("serviceniveau", .serviceLevel), ("servicestandard", .serviceLevel),
    ("kvalitetsstandard", .serviceLevel), ("budget", .ceiling), ("udgiftsloft", .ceiling), ("203", .ceiling),
    ("sanktion", .duty), ("kontanthj", .duty), ("pligt", .duty), ("fradrag", .duty), ("forsørgelse", .duty),
    ("ydelse", .duty), ("dagpenge", .duty), ("obligatorisk", .duty), ("uddannelseshj", .duty),
  ]

  @Test func findsEachWordWhereverItStands() {
    for (word, sign) in Self.words {
      for text in [word, "Om \(word)er", "(\(word))", "rådigheds\(word)", "æ\(word)ø", "s\(word)s \(word)"] {
        #expect(TextSigns(of: text) == sign, "\(text)")
      }
      // Small and capital letters of ASCII are the same; Ø is not ø here.
      #expect(TextSigns(of: word.asciiCapitals) == sign)
    }
    #expect(TextSigns(of: Self.words.map(\.0).joined(separator: " ")).isSuperset(of: [.paragraph, .duty, .ceiling]))
  }

  @Test func findsNoWordThatIsNotWhole() {
    for (word, _) in Self.words where word != "§" {
      #expect(TextSigns(of: "Om \(word.dropLast()) og \(word.dropFirst())") == [], "\(word)")
      #expect(TextSigns(of: String(word.dropLast())) == [])
    }
    #expect(TextSigns(of: "") == [] && TextSigns(of: "s") == [] && TextSigns(of: "Â·") == [])
  }

  @Test(arguments: [
    ("123456789", false), ("1234567890", true), ("12 34 56 78 9 og 0", true), ("٠١٢٣٤٥٦٧٨٩", true),
    ("…………………………", false),
  ])
  func countsDigitsOfAllScripts(_ text: String, _ hasTen: Bool) {
    #expect(TextSigns(of: text).contains(.tenDigits) == hasTen)
    #expect(TextSigns.hasTenDigits(text) == hasTen)
  }
}

extension String {
  fileprivate var asciiCapitals: String {
    String(decoding: utf8.map { $0 &- 0x61 < 26 ? $0 & 0xDF : $0 }, as: UTF8.self)
  }
}
