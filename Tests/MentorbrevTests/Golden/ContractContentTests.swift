import Casework
import Diagnostics
import Foundation
import Lawbook
import Mentorbrev
import Templating
import Testing

/// What contracts hold and what they may not hold, seen from the documents alone.
@Suite struct ContractContentTests {
  @Test func areThere() { #expect(GoldenCase.contracts.count >= 5) }

  @Test(arguments: GoldenCase.contracts) func showEachRequirement(_ golden: GoldenCase) throws {
    let lawbook = try Repository.letterbook().lawbook
    for document in try golden.documents() where document.format == .html {
      let page = try PageScanner(document.text)
      for requirement in try lawbook.requirements(kind: document.identity.kind.rawValue, on: document.identity.date)
      where requirement.output != .xml && requirement.condition == nil {
        #expect(
          page.marked(requirement.id).contains { !$0.collapsed.isEmpty }, "\(document.path): \(requirement.id)")
      }
    }
  }

  /// Neither the citizen nor a word of the support's own goal and tasks, where the contract has words of its own.
  @Test(arguments: GoldenCase.contracts) func holdNothingOfTheCitizen(_ golden: GoldenCase) throws {
    let sample = try golden.sample()
    guard sample["borger"] != nil else { return }
    var secrets = [try sample.text("borger.navn"), try sample.text("borger.cpr")]
    secrets += [
      sample["mentorstoette.maal.tekst"], sample["mentorstoette.opgaver.1.tekst"], sample["borger.adresse.vej"],
    ]
    .compactMap { $0 as? String }
    secrets += try sample.text("borger.navn").split(separator: " ").map(String.init)
    for document in try golden.documents() {
      for secret in secrets { #expect(!document.text.contains(secret), "\(document.path)") }
      #expect(!document.text.contains("6-3") && !document.text.contains("nr.\u{A0}7"))
    }
  }

  @Test(arguments: GoldenCase.contracts) func showWhatTheCaseSays(_ golden: GoldenCase) throws {
    let sample = try golden.sample()
    let own = sample["kontrakt.maal"] == nil ? "mentorstoette" : "kontrakt"
    for document in try golden.documents() {
      let text = document.text
      for path in ["sagsnummer", "mentor.navn", "\(own).maal.tekst", "\(own).opgaver.1.tekst"] {
        let value = try sample.text(path).replacing("&", with: "&amp;")
        #expect(text.contains(value), "\(document.path): \(path)")
      }
    }
  }

  @Test func citeTheNumbersOfTheirDay() throws {
    let sample = try Sample(golden: "kontrakt-virksomhed")
    let numbers = [
      ("2021-12-31", "§§\u{A0}120-124"), ("2022-01-01", "§§\u{A0}122-126"), ("2023-12-31", "§§\u{A0}122-126"),
      ("2024-01-01", "§§\u{A0}123-127"),
    ]
    for (day, number) in numbers {
      let page = try Repository.letterbook().documents(sample.with("kontrakt.dato", day), as: [.html])[0].text
      #expect(page.contains(number), "\(day)")
      #expect(page.contains("godkender bevillingen i VITAS") == (day >= "2024"), "\(day)")
      #expect(page.contains("til eIndkomstregisteret") == (day < "2024"), "\(day)")
    }
  }

  /// Where a rule is set aside, no paper says that it was kept.
  @Test(arguments: [("papir", "i et brev"), ("digitalPost", "i Digital Post")])
  func sayHowTheGrantComes(_ channel: String, _ words: String) throws {
    let waiver = ["regel": "R35", "grund": "Virksomheden har intet CVR-nummer."]
    let sample = try Sample(golden: "bevilling-arbejdsgiver").with("kontrakt.kanal", channel).with(
      "undtagelser", [waiver])
    let documents = try Repository.letterbook().documents(sample, as: [.html])
    #expect(!documents.contains { $0.text.contains("VITAS") })
    for kind in [DocumentKind.employerGrant, .contract] {
      let text = try #require(documents.first { $0.identity.kind == kind }).text
      #expect(text.contains(words), "\(kind)")
    }
  }

  /// The grant goes before the contract, so both say the same of VAT.
  @Test(arguments: [
    (nil, "Er ydelsen momspligtig, lægges momsen til på fakturaen."), ("uden", "Der lægges ikke moms til beløbene."),
    ("tillaegges", "Beløbene er uden moms. Momsen lægges til på fakturaen."),
    ("inkluderet", "Beløbene er med moms. Momsen vises særskilt på fakturaen."),
  ])
  func sayTheSameOfVAT(_ vat: String?, _ words: String) throws {
    let sample = try Sample(golden: "bevilling-arbejdsgiver").with("kontrakt.moms", vat)
    let documents = try Repository.letterbook().documents(sample, as: [.html])
    for kind in [DocumentKind.employerGrant, .contract] {
      let page = try PageScanner(try #require(documents.first { $0.identity.kind == kind }).text)
      #expect(page.marked("moms").contains { $0.collapsed.contains(words) }, "\(kind)")
    }
  }

  @Test func countOneDayAndOneWeekAsOne() throws {
    let invoicing: [String: Any] = ["sendesDage": 1, "fristDage": 1]
    let sample = try Sample(golden: "kontrakt-virksomhed").with("kontrakt.fakturering", invoicing)
      .with("kontrakt.opsigelse.dage", 1)
      .with("mentorstoette.periode", ["fra": "2026-12-01", "til": "2026-12-07"])
    let text = try Repository.letterbook().documents(sample, as: [.html])[0].text.replacing("\u{A0}", with: " ")
    #expect(text.contains("i 1 uge (7 dage)") && text.contains("et varsel på 1 dag."))
    for plural in [" 1 dage", "(1 dage", " 1 uger"] { #expect(!text.contains(plural), "\(plural)") }
  }

  /// A template of a contract cannot even name a person.
  @Test func cannotReadAboutTheCitizen() throws {
    let folder = try TemporaryFolder()
    let templates = try folder.templates()
    try Mutation.replace("<main>", with: "<main><p>{borger.navn}</p>", in: "\(templates)/documents/mentorkontrakt.html")
    let letterbook = try Letterbook(contentsOf: templates)
    let problems = #expect(throws: DiagnosticsError.self) {
      try letterbook.documents(Sample(kind: .contract), kinds: [.contract], as: [.html])
    }
    #expect(problems?.diagnostics.map(\.id) == ["unknown-field"])
    #expect(problems?.diagnostics.first?.message.contains("borger") == true)
  }
}
