import Casework
import Diagnostics
import Mentorbrev
import Templating
import Testing

/// Words that depend on the case: tense, who reads, and what the parties have agreed.
@Suite struct LetterWordsTests {
  private func page(_ sample: Sample, _ kind: DocumentKind) throws -> String {
    let documents = try Repository.letterbook().documents(sample, kinds: [kind], as: [.html])
    return try #require(documents.first).text.replacing("\u{A0}", with: " ").split { $0.isWhitespace }
      .joined(separator: " ")
  }

  // MARK: A period that is over

  @Test func tellOfAPeriodThatIsOverInThePast() throws {
    let sample = try Sample(kind: .expiry)
    let last = try sample.text("mentorstoette.periode.til")
    let before = try page(sample, .expiry)
    #expect(before.contains("Hvorfor slutter støtten?") && before.contains("Tal med din mentor om"))
    let onTheDay = try page(
      sample.with("afgoerelse.udloeb", ["nyPeriode": "efter-oenske"]).with("afgoerelse.dato", last), .expiry)
    #expect(onTheDay.contains("<h1>Din mentorstøtte slutter snart</h1>"))
    let after = try page(
      sample.with("afgoerelse.udloeb", ["nyPeriode": "efter-oenske"]).with("afgoerelse.dato", "2026-06-08"), .expiry)
    #expect(last == "2026-06-07")
    for words in [
      "<h1>Din mentorstøtte er slut</h1>", "Hvorfor sluttede støtten?", "Støtten sluttede, fordi den var givet",
      "Din mentor var", "Fortæl os også gerne, hvad du har fået ud af støtten",
    ] { #expect(after.contains(words), "\(words)") }
    #expect(!after.contains("Støtten slutter") && !after.contains("Tal med din mentor"))
  }

  // MARK: Letters that decide nothing

  @Test(arguments: [DocumentKind.mentorChange, .information, .expiry, .hearing])
  func doNotTellAGuardianOfAComplaint(_ kind: DocumentKind) throws {
    let guardian: [String: Any] = [
      "rolle": "vaerge", "navn": "Torben Eskildsen", "kanal": "papir",
      "adresse": ["vej": "Nordre Strandvej 210", "postnummer": "3250", "by": "Gilleleje"],
    ]
    let page = try page(Sample(kind: kind).with("modtagere", [guardian]), kind)
    #expect(page.contains("Du får dette brev, fordi du er værge for"))
    #expect(!page.contains("Du kan klage for"))
  }

  @Test func informationTellsOfEachFactWhatItIsAndFromWhen() throws {
    let sample = try Sample(golden: "orientering-uden-stoette")
    let mixed = try page(sample, .information)
    for words in [
      "Dette er nyt: vores åbningstid, telefontid om fredagen og indgang med elevator.",
      "Vores afgørelse af 20. marts 2023 gælder stadig. Du får den samme støtte som før.",
      "<td>Ikke oplyst</td>", "Gælder ikke længere", "Fra den 1. juni 2023", "Fra den 12. maj 2023",
      "Brevet er en orientering, ikke en ny afgørelse. Det giver ikke en ny klagefrist.",
    ] { #expect(mixed.contains(words), "\(words)") }
    // What the case does not tell of the support is not told of it.
    #expect(!mixed.contains("Det er det samme som før"))
    let row = ["hvad": "mødested", "nu": "Lokale 31", "gaelderFra": "2023-06-01"]
    let one = try page(sample.with("orientering.aendringer", [row]), .information)
    #expect(one.contains("Dette er nyt fra den 1. juni 2023: mødested."))
    #expect(!one.contains(">Før<") && !one.contains("Fra den 1. juni 2023"))
  }

  // MARK: The right at the start of an education

  @Test func aRefusalNamesTheRightOnlyWhereThereIsOne() throws {
    let sample = try Sample(kind: .refusal).with("mentorstoette", ["art": "uddannelsesstart"])
      .with("afgoerelse.ansoegning", ["tekst": "En mentor på skolen"])
      .with("afgoerelse.partshoering", ["undladt": "egneOplysninger"])
    let early = try page(sample.with("afgoerelse.dato", "2021-12-31"), .refusal)
    #expect(
      early.contains("Du kan få mentorstøtte, når den kan hjælpe dig med at få eller fastholde en ordinær uddannelse."))
    #expect(early.contains("§ 167, stk. 1, i lov om en aktiv beskæftigelsesindsats"))
    #expect(!early.contains("har ret til mentorstøtte"))
    let late = try page(sample.with("afgoerelse.dato", "2022-01-01"), .refusal)
    #expect(late.contains("Unge i bestemte målgrupper har ret til mentorstøtte i op til 6 måneder."))
    #expect(late.contains("§ 167, stk. 3, i lov om en aktiv beskæftigelsesindsats"))
  }

  @Test func theLetterOfTheRightBeginsWith2022() throws {
    let sample = try Sample(golden: "graense-uddannelsesstart-2022-01-01")
    #expect(try page(sample, .educationStart).contains("§ 167, stk. 3, i lov om en aktiv beskæftigelsesindsats"))
    let result = try Repository.letterbook().render(
      try sample.with("afgoerelse.dato", "2021-12-31").reading(), kinds: [.educationStart])
    #expect(result.documents.isEmpty)
    let error = try #require(result.diagnostics.first { $0.id == "R40" })
    #expect(
      error.message
        == "Dato (afgoerelse.dato) er den 31. december 2021. Lovbogen er kun bekræftet fra den 1. januar 2022 til den 31. december 2026, og loven gættes ikke."
    )
  }

  // MARK: Terms that no law sets

  @Test func aContractHasNoNumberThatNobodyAgreedOn() throws {
    let sample = try Sample(kind: .contract)
    let plain = try page(sample, .contract)
    #expect(plain.contains("gemmer timeregnskab og bilag, så længe regnskabsreglerne kræver det, og udleverer dem"))
    #expect(plain.contains("får kommunen besked straks. Beskeden siger"))
    #expect(!plain.contains("Kommunen kan afvise en faktura"))
    #expect(!plain.contains("Parterne har vurderet"))
    let agreed = try page(
      sample.with("kontrakt.opbevaringAar", 5).with("kontrakt.databrudTimer", 24)
        .with("kontrakt.fakturering.afvisesMaaneder", 1), .contract)
    #expect(agreed.contains("gemmer timeregnskab og bilag i 5 år efter det år, de vedrører, og udleverer dem"))
    #expect(agreed.contains("får kommunen besked straks og senest inden 24 timer. Beskeden siger"))
    #expect(agreed.contains("Kommunen kan afvise en faktura, der kommer mere end 1 måned for sent."))
  }
}
