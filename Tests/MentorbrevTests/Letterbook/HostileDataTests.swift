import Casework
import Diagnostics
import Foundation
import Mentorbrev
import Templating
import Testing
import XMLTree

/// That what a case file says stays text, and stays where it belongs.
@Suite struct HostileDataTests {
  static let texts = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "A & B &amp; C", "]]> <![CDATA[ <!-- -->",
    "{borger.cpr} {{ }} {sagsnummer}", "'; DROP TABLE sager; --", "</style></title></html>", "${HOME} $(id) %s",
    "javascript:alert(1)",
  ]

  private static let paths = [
    "borger.navn", "mentor.arbejdsgiver.navn", "mentor.titel", "sagsbehandler.navn", "myndighed.enhed",
    "mentorstoette.maal.tekst",
    "afgoerelse.begrundelse.faktum", "borger.adresse.vej", "egenTekst.afslutning",
  ]

  @Test(arguments: texts) func staysTextInAPage(_ hostile: String) throws {
    let harmless = Dictionary(
      grouping: try PageScanner(try page("ordinary")).elements.map(\.name), by: { $0 }
    ).mapValues(\.count)
    let text = try page(hostile)
    let scanned = try PageScanner(text)
    let elements = Dictionary(grouping: scanned.elements.map(\.name), by: { $0 }).mapValues(\.count)
    #expect(elements == harmless)
    for element in scanned.elements {
      #expect(element.attributes.keys.allSatisfy { !$0.hasPrefix("on") })
      #expect(element.attributes["href"].map { !$0.hasPrefix("javascript:") } != false)
    }
    // The names are there, letter by letter.
    #expect(scanned.marked("borger").contains { $0.collapsed.contains(hostile.collapsed) })
  }

  @Test(arguments: texts) func staysTextInARecord(_ hostile: String) throws {
    let document = try Repository.letterbook().documents(try sample(hostile), kinds: [.grant], as: [.xml])[0]
    let tree = try XMLTree.XMLDocument.parse(document.bytes, file: "record.xml")
    let name = tree.root.elements.first { $0.name == "borger" }?.elements.first { $0.name == "navn" }
    let texts = (name?.children ?? []).map { if case .text(let text) = $0 { text.value } else { "" } }
    #expect(texts == [hostile])
  }

  @Test func neverPutsACPRNumberIntoALetter() throws {
    for document in try Repository.letterbook().documents(.ordinary(), as: [.html]) {
      #expect(!document.text.contains("720590"))
      #expect(!document.path.contains("720590"))
    }
  }

  @Test(arguments: GoldenCase.letters) func neverPutsAPersonIntoTitleOrFileName(_ golden: GoldenCase) throws {
    let sample = try golden.sample()
    let number = try sample.text("borger.cpr").filter(\.isNumber)
    let names = try sample.text("borger.navn").split(separator: " ").map(String.init)
    for document in try golden.documents() {
      #expect(!document.path.filter(\.isNumber).contains(number))
      #expect(names.allSatisfy { !document.path.contains($0) })
      guard document.format == .html else { continue }
      let scanned = try PageScanner(document.text)
      let title = try #require(scanned.elements.first { $0.name == "title" }).text
      #expect(!title.isEmpty)
      #expect(names.allSatisfy { !title.contains($0) })
      #expect(title.allSatisfy { !$0.isNumber })
    }
  }

  /// The window of the envelope shows name and address, never the number (CPR-loven § 54).
  @Test(arguments: GoldenCase.letters) func neverShowsTheCPRNumberInTheWindow(_ golden: GoldenCase) throws {
    let number = try golden.sample().text("borger.cpr").filter(\.isNumber)
    // The internal note goes in no envelope.
    for document in try golden.documents() where document.format == .html && document.identity.kind != .delimitation {
      let window = try #require(
        try PageScanner(document.text).elements.first { $0.attributes["class"] == "modtager" })
      #expect(!window.text.collapsed.isEmpty)
      #expect(!window.text.filter(\.isNumber).contains(number.prefix(6)))
    }
  }

  @Test func keepsAProtectedAddressOutOfOtherPeoplesPapers() throws {
    let sample = try Sample(golden: "vaerge-og-beskyttet-adresse")
    let documents = try Repository.letterbook().documents(sample)
    let street = try sample.text("borger.adresse.vej")
    for document in documents where !(document.format == .html && document.identity.addressee == .citizen) {
      #expect(!document.text.contains(street), "\(document.path)")
      #expect(!document.text.contains("3210"), "\(document.path)")
    }
    // The guardian's own address is on the guardian's letter.
    #expect(try documents.ending("-vaerge.html").text.contains("Nordre Strandvej 210"))
    // And on no one else's.
    for document in documents where !document.fileName.hasSuffix("-vaerge.html") {
      #expect(!document.text.contains("Nordre Strandvej"), "\(document.path)")
    }
  }

  @Test func refusesAProtectedAddressInAText() throws {
    let sample = try Sample(golden: "vaerge-og-beskyttet-adresse")
      .with("egenTekst.afslutning", "Vi kommer forbi Lærkevej 4, st. th. på mandag.")
    let result = try Repository.letterbook().render(try sample.reading())
    #expect(result.documents.isEmpty)
    #expect(
      result.diagnostics.filter { $0.severity == .error }.map(\.message) == [
        "Afslutning (egenTekst.afslutning) indeholder borgerens adresse. Den er beskyttet, og dokumentet læses også af andre."
      ])
  }

  private func sample(_ hostile: String) throws -> Sample {
    Self.paths.reduce(try .ordinary()) { $0.with($1, hostile) }
  }

  private func page(_ hostile: String) throws -> String {
    try Repository.letterbook().documents(try sample(hostile), kinds: [.grant], as: [.html])[0].text
  }
}
