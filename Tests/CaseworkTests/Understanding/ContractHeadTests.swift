import Diagnostics
import Fields
import Lawbook
import Testing

@testable import Casework

/// What all papers about contracts share, seen through one that adds nothing.
@Suite struct ContractHeadTests {
  struct Paper: ContractModel {
    static let kind = DocumentKind.grant
    static let inputs = ContractHead.inputs
    static let fields = Fields<Paper>("papir") { Field.all(of: ContractHead.fields, \.head) }
    var head: ContractHead

    static func understand(_ request: CaseRequest) -> Understanding<Paper> {
      Examination.contracts(request, rules: [.civilRegistrationNumbers, .mentorName, .periodLength]) { _, _ in
        { Paper(head: $0) }
      }
    }
  }

  private func understood(_ fixture: Fixture) throws -> Understanding<Paper> {
    Paper.understand(try fixture.caseFile(), lawbook: try Law.book())
  }

  @Test func needsNeitherDecisionNorCitizen() throws {
    let understanding = try understood(.contract)
    #expect(understanding.diagnostics.isEmpty, "\(understanding.diagnostics.map(\.message))")
    let head = try #require(understanding.model?.head)
    #expect(head.identity.path(extension: "html") == "27.36.00-G01-1-26/bevilling-2026-06-08.html")
    #expect(head.employment == .company)
    #expect(head.party.name == "Planteskolen ApS")
    #expect(head.party.contact?.name == "Bo Kruse")
    #expect(head.party.address?.city == "Vejby")
    #expect(head.effort.measure == .person)
  }

  @Test func takesGoalAndTasksOfTheSupportOnlyWithoutACitizen() throws {
    let own = Fixture.contract.without("kontrakt.maal").without("kontrakt.opgaver")
    #expect(try understood(own).model?.head.effort.goal.text == "Du får et job.")
    let understanding = try understood(own.with("borger", ["navn": "Mikkel Bang", "cpr": "740395-1237"]))
    #expect(understanding.model == nil)
    #expect(
      understanding.diagnostics.map(\.message) == [
        "Mål (kontrakt.maal) mangler.", "Opgaver (kontrakt.opgaver) mangler.",
      ])
    #expect(
      understanding.diagnostics.first?.help
        == "Skriv det med ord, som mentorens arbejdsgiver må læse. Borgerens egne tekster i mentorstoette kommer aldrig "
        + "med i papirer til andre end borgeren.")
  }

  @Test func prefersTheContractsOwnWords() throws {
    let effort = try #require(try understood(.contract).model?.head.effort)
    #expect(effort.goal.text == "Personen får fast arbejde i planteskolen.")
    #expect(effort.tasks.elements.map(\.text) == ["Støtte til at lære arbejdet"])
  }

  @Test(arguments: ["kontrakt.maal", "kontrakt.udoverSaedvanligOplaering"])
  func refusesTheCitizensNameInATextOfTheContract(_ path: String) throws {
    let text = "Mikkels plads i gartneriet."
    let value: Any = path == "kontrakt.maal" ? ["type": "beskaeftigelse", "tekst": text] : text
    let error = try understood(
      Fixture.contract.with("borger", ["navn": "Mikkel Bang", "cpr": "740395-1237"]).with(path, value)
    ).only("citizen-in-contract")
    #expect(error.severity == .error)
    #expect(
      error.message.hasSuffix("indeholder borgerens navn. Papirer til mentorens arbejdsgiver nævner ikke borgeren."))
    #expect(error.basis == "§ 27 i forvaltningsloven")
  }

  @Test(arguments: [
    ("Kirsten Åberg Bo", "Aftalen gælder KIRSTEN ÅBERG."), ("Kirsten Åberg Bo", "Kirsten A\u{30A}bergs plads."),
    ("Hans Vind", "Hans møder klokken otte."), ("Bo Ib", "Pladsen er til Bo Ib."),
    ("Mikkel Bang", "Spørg mikkel om det."),
  ])
  func findsTheNameHoweverItIsWritten(_ name: String, _ text: String) throws {
    let case_ = Fixture.contract.with("borger", ["navn": name, "cpr": "740395-1237"])
    #expect(try understood(case_.with("kontrakt.saerligeVilkaar", text)).ids == ["citizen-in-contract"])
  }

  @Test(arguments: [("Hans Vind", "Mentoren bruger hans egen bil."), ("Mikkel Bang", "Personen er bange for støj.")])
  func letsWordsPassThatAreNamesToo(_ name: String, _ text: String) throws {
    let case_ = Fixture.contract.with("borger", ["navn": name, "cpr": "740395-1237"])
    #expect(!(try understood(case_.with("kontrakt.saerligeVilkaar", text)).ids.contains("citizen-in-contract")))
  }

  /// A contract about a citizen, with all its lines.
  private static var lined: Fixture {
    let citizen: [String: Any] = [
      "navn": "Mikkel Ørsted Bang", "cpr": "740395-1237",
      "adresse": ["vej": "Bymosevej 18", "postnummer": "3200", "by": "Helsinge"],
    ]
    return Fixture.contract.with("borger", citizen)
      .with("kontrakt.loen", ["grundloen": 200.5, "andreBidrag": 41, "andreBidragTekst": "ATP"])
      .with("kontrakt.uddannelsestilskud", ["kursus": "Mentorkursus", "beloeb": 100])
      .with("kontrakt.fakturering", ["reference": "rekvisition 7"])
  }

  @Test(arguments: [
    ("kontrakt.fakturering.reference", "Mikkel Ørsted Bang", "navn"),
    ("kontrakt.fakturering.reference", "Bymosevej 18", "adresse"),
    ("kontrakt.uddannelsestilskud.kursus", "Kursus om Bang, Mikkel", "navn"),
    ("kontrakt.uddannelsestilskud.kursus", "Mikkel Ørsteds mentor", "navn"),
    ("kontrakt.loen.andreBidragTekst", "ørsted bang", "navn"),
    ("mentor.titel", "mentor for mikkel bang", "navn"), ("sagsbehandler.titel", "Mikkel Bangs rådgiver", "navn"),
  ])
  func refusesTheCitizenInALineOfTheContract(_ path: String, _ text: String, _ what: String) throws {
    #expect(try understood(Self.lined).ids == [])
    let error = try understood(Self.lined.with(path, text)).only("citizen-in-contract")
    #expect(error.severity == .error)
    #expect(error.message.contains(" indeholder borgerens \(what). "))
    #expect(!error.message.contains("Bang") && !error.message.contains("Bymosevej"))
  }

  /// Others have the same first name, or the same surname, or work in the citizen's street.
  @Test(arguments: [
    ("kontrakt.fakturering.reference", "att. Mikkel Holm"), ("kontrakt.fakturering.reference", "Bang & Søn"),
    ("kontrakt.fakturering.reference", "afdeling Bymosevej"), ("mentor.titel", "bager hos Bang"),
    ("mentor.navn", "Poul Ørsted Bang"), ("mentor.navn", "Mikkel Holm"),
    ("mentor.arbejdsgiver.kontakt.navn", "Mikkel Skov"),
  ])
  func letsOtherPersonsPass(_ path: String, _ text: String) throws {
    #expect(try understood(Self.lined.with(path, text)).ids == [])
  }

  /// A part of a double name is no second name.
  @Test func letsANamePassThatIsOneOfTwoWords() throws {
    let case_ = Fixture.contract.with("borger", ["navn": "Anne-Marie Holm", "cpr": "740395-1237"])
    #expect(try understood(case_.with("mentor.titel", "mentor og Anne-Marie-fan")).ids == [])
    #expect(try understood(case_.with("mentor.titel", "Anne-Marie Holms mentor")).ids == ["citizen-in-contract"])
  }

  @Test(arguments: [
    "mentor.navn", "mentor.arbejdsgiver.kontakt.navn", "mentor.arbejdsgiver.navn", "sagsbehandler.navn",
  ])
  func warnsOfAPersonWithTheCitizensName(_ path: String) throws {
    let understanding = try understood(Self.lined.with(path, "Mikkel Ørsted Bang"))
    let warning = try understanding.only("citizen-in-contract")
    #expect(warning.severity == .warning)
    #expect(warning.path == path)
    #expect(warning.message.contains("er det samme navn som borgerens") && !warning.message.contains("Bang"))
    #expect(understanding.model != nil)
  }

  @Test func refusesTheCitizensStreetInATextOfTheContract() throws {
    let citizen: [String: Any] = [
      "navn": "Mikkel Bang", "cpr": "740395-1237",
      "adresse": ["vej": "Bymosevej 18", "postnummer": "3200", "by": "Helsinge"],
    ]
    let error = try understood(
      Fixture.contract.with("borger", citizen).with("kontrakt.afgoerendeFor", "Hentes på Bymosevej 18.")
    ).only("citizen-in-contract")
    #expect(
      error.message
        == "Afgørende for (kontrakt.afgoerendeFor) indeholder borgerens adresse. Papirer til mentorens arbejdsgiver nævner "
        + "ikke borgeren.")
  }

  @Test func refusesACivilRegistrationNumberInATextOfTheContract() throws {
    #expect(try understood(.contract.with("kontrakt.afgoerendeFor", "740395-1237")).ids == ["R37"])
  }

  @Test func saysWhatIsMissing() throws {
    let bare = Fixture.contract.without("kontrakt.dato").without("mentor.ansaettelse").without("mentor.telefon")
    #expect(
      try understood(bare).diagnostics.map(\.message).sorted() == [
        "Ansættelse (mentor.ansaettelse) mangler.", "Dato (kontrakt.dato) mangler.",
        "Telefon (mentor.telefon) mangler.",
      ])
    #expect(
      try understood(.contract.without("mentor")).diagnostics.map(\.message).sorted()
        == ["Ansættelse (mentor.ansaettelse) mangler.", "Mentor (mentor) mangler."])
  }

  @Test func namesTheCounterpartByTheMentorsEmployment() throws {
    let alone = Fixture.contract.without("mentor.arbejdsgiver")
    #expect(try understood(alone).diagnostics.map(\.message) == ["Arbejdsgiver (mentor.arbejdsgiver) mangler."])
    let consultant = try understood(alone.with("mentor.ansaettelse", "ekstern")).model?.head
    #expect(consultant?.party.name == "Hanne Skov")
    #expect(consultant?.party.noun.definite == "leverandøren")
    let colleague = try understood(alone.with("mentor.ansaettelse", "kommune")).model?.head
    #expect(colleague?.party.name == "Gribskov Kommune")
  }

  @Test func offersOpenFieldsAlone() {
    #expect(Paper.clearance == .open)
    func visit(_ type: RecordType, _ path: String) {
      for field in type.fields {
        #expect(field.secrecy == .open, "\(path).\(field.name)")
        switch field.type.unwrapped {
        case .record(let inner), .list(let inner, _): visit(inner, "\(path).\(field.name)")
        default: break
        }
      }
    }
    visit(Paper.fields.type, "kontrakt")
  }
}
