import Fields
import Lawbook
import Testing

/// What an entry prints, as plain text: the words that a correction quotes are those of the letter.
@Suite struct EntryWordsTests {
  private func words(_ text: String) throws -> String? {
    let law = try load(
      """
      <retsakt id="lov" titel="lov om noget"><udgave fra="2020-01-01" til="2026-12-31" navn="lov nr. 1 af 2. maj 2019"/></retsakt>
      <bestemmelse id="lov-1" retsakt="lov" emne="x"><nummer fra="2020-01-01" til="2026-12-31" paragraf="§ 1"/></bestemmelse>
      <begreb id="aktoer" emne="x"><ord fra="2020-01-01" til="2026-12-31" tekst="kommunen"/></begreb>
      <tekst id="svar" emne="x"><udgave fra="2020-01-01" til="2026-12-31">Vi svarer.</udgave></tekst>
      <tekst id="brev" emne="x"><udgave fra="2020-01-01" til="2026-12-31">\(text)</udgave></tekst>
      """)
    return law.words(ofEntry: "brev", on: day("2024-05-01"))
  }

  @Test func areThoseOfATerm() throws {
    #expect(try words(#"Spørg <t:term name="aktoer"/>."#) == "Spørg kommunen.")
    #expect(try words(#"<t:term name="aktoer" form="stor"/> svarer."#) == "Kommunen svarer.")
  }

  @Test func areThoseOfACitationInItsForm() throws {
    #expect(try words(#"Se <t:cite provision="lov-1"/>."#) == "Se § 1 i lov om noget (lov nr. 1 af 2. maj 2019).")
    #expect(try words(#"Se <t:cite provision="lov-1" form="title"/>."#) == "Se § 1 i lov om noget.")
    #expect(try words(#"Se <t:cite provision="lov-1" form="short"/>."#) == "Se § 1.")
    #expect(try words(#"Se <t:cite act="lov" form="title"/>."#) == "Se lov om noget.")
  }

  @Test func areThoseOfATextInIt() throws {
    #expect(try words(#"Skriv. <t:law text="svar"/>"#) == "Skriv. Vi svarer.")
  }

  @Test func areNoneWhereTheCaseDecides() throws {
    #expect(try words("Kære {borger.navn}") == nil)
  }
}
