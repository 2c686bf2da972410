import Casework
import Diagnostics
import Foundation
import Mentorbrev
import Templating
import Testing
import XMLTree

/// That every record follows the schema that other systems read it by.
@Suite struct SchemaTests {
  private static func schema() throws -> XMLSchema {
    let path = "\(Repository.templates)/schemas/dokument.rng"
    return try XMLSchema(relaxNG: try FileSystem.read(path), file: path)
  }

  @Test(arguments: GoldenCase.all) func acceptsEachRecord(_ golden: GoldenCase) throws {
    for document in try golden.documents() where document.format == .xml {
      let findings = try Self.schema().validate(document.bytes, file: document.path)
      #expect(findings.isEmpty, "\(document.path): \(findings.map(\.message))")
    }
  }

  @Test(arguments: [
    "sagsnummer", "dato", "retsgrundlag", "myndighed", "udsteder", "borger", "cpr", "modtagere", "modtager",
    "resultat", "mentorstoette", "maal", "mentor", "kontakt", "opgaver", "periode", "fra", "til", "timetal",
    "minutterPrUge", "begrundelse", "regler", "klage", "instans", "frist", "laengde", "modtagelsesdag", "sidsteDag",
  ])
  func refusesADecisionWithout(_ element: String) throws {
    try expectRefusal(of: .grant, without: element)
  }

  @Test(arguments: [
    "sagsnummer", "dato", "borger", "maal", "mentor", "navn", "kontakt", "opgaver", "periode", "fra", "til", "timetal",
    "minutterPrUge",
  ])
  func refusesAPlanWithout(_ element: String) throws {
    try expectRefusal(of: .minPlan, without: element)
  }

  @Test(arguments: [
    "resultat", "ansoegning", "tekst", "partshoering", "sendt", "svar", "begrundelse", "faktum", "hensyn", "regler",
    "klage",
  ])
  func refusesARefusalWithout(_ element: String) throws {
    try expectRefusal(of: .refusal, without: element)
  }

  private func expectRefusal(of kind: DocumentKind, without element: String) throws {
    // One way to reach the mentor, so that none is left when it is taken away.
    let sample = try Sample(kind: kind).with("mentor.email", nil)
    let document = try Repository.letterbook().documents(sample, kinds: [kind], as: [.xml])[0]
    let pattern = try Regex("<\(element)(\\s[^>]*)?(/>|>.*?</\(element)>)").dotMatchesNewlines()
    let text = document.text
    let range = try #require(text.firstRange(of: pattern), "\(element)")
    let findings = try Self.schema().validate(
      Array(text.replacingCharacters(in: range, with: "").utf8), file: "record.xml")
    #expect(findings.hasErrors, "\(element)")
  }
}
