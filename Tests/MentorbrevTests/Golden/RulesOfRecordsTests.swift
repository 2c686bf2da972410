import Casework
import Mentorbrev
import Templating
import Testing

/// That a letter and its record name the same rules (FVL § 24): the provisions under "Reglerne" and those of `regler`.
@Suite struct RulesOfRecordsTests {
  @Test(arguments: GoldenCase.letters) func areThoseOfTheLetters(_ golden: GoldenCase) throws {
    try compare(try golden.documents(), golden.name)
  }

  @Test(arguments: DocumentKind.allCases) func areThoseOfTheLettersInEachExample(_ kind: DocumentKind) throws {
    try compare(try Repository.letterbook().documents(Sample(kind: kind), kinds: [kind]), kind.rawValue)
  }

  /// Decisions to the citizen that rest on a rule: none of them is passed over for want of the words that are looked for.
  @Test(arguments: [
    DocumentKind.grant, .partialGrant, .prolongation, .change, .refusal, .stop, .dischargeCoordinator, .educationStart,
  ]) func areNamedByEachDecision(_ kind: DocumentKind) throws {
    for document in try Repository.letterbook().documents(Sample(kind: kind), kinds: [kind]) {
      #expect(try Self.rules(document)?.isEmpty == false, "\(document.path)")
    }
  }

  private func compare(_ documents: [RenderedDocument], _ name: String) throws {
    for record in documents where record.format == .xml {
      let letters = documents.filter { $0.format == .html && $0.identity == record.identity }
      for letter in letters {
        guard let told = try Self.rules(letter), let recorded = try Self.rules(record) else { continue }
        #expect(told == recorded, "\(name): \(letter.path)")
      }
    }
  }

  /// The provisions that a document says that it rests on; nil when it does not say so in these words.
  private static func rules(_ document: RenderedDocument) throws -> Set<String>? {
    let (start, end) = document.format == .html ? ("<h3>Reglerne</h3>", "</section>") : ("<regler>", "</regler>")
    let parts = document.text.split(separator: start)
    guard parts.count > 1 else { return nil }
    let text = parts[1].split(separator: end)[0].replacing("\u{A0}", with: " ")
    let provision = /§ \d+( [a-h](?![a-zæøå]))?(, stk\. \d+)?/
    return Set(text.matches(of: provision).map { String($0.output.0) })
  }
}
