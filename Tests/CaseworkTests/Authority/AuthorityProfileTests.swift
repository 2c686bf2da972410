import Diagnostics
import Fields
import Lawbook
import Testing

@testable import Casework

@Suite struct AuthorityProfileTests {
  static func failure(_ text: String) throws -> [Diagnostic] {
    let error = #expect(throws: DiagnosticsError.self) {
      try AuthorityProfile.read(Array(text.utf8), file: "profil.json")
    }
    return try #require(error).diagnostics
  }

  @Test func readsTheExample() throws {
    let profile = try Repository.gribskov()
    #expect(profile.authority.companyNumber?.value.digits == "29188440")
    #expect(profile.serviceLevels.map(\.number) == [1, 2, 3, 4])
    #expect(profile.serviceLevels.map(\.upTo) == [2, 3, 4].map { WorkingTime(hours: $0) } + [nil])
    #expect(profile.serviceLevels.last?.maximumMonths == 3)
    #expect(profile.problems(in: try Law.book()).isEmpty)
  }

  @Test func givesWhatTheCaseDoesNotSay() throws {
    let model = try Fixture.grant.without("myndighed").model(try Repository.gribskov())
    #expect(model.letter.authority.name == "Gribskov Kommune")
    #expect(model.letter.authority.unit == "Center for Arbejdsmarked")
    #expect(model.identity.companyNumber == "29188440")
  }

  @Test func yieldsToTheCase() throws {
    let model = try Fixture.grant.with("myndighed.telefon", "11 22 33 44").model(try Repository.gribskov())
    #expect(model.letter.authority.phone == "11 22 33 44")
    #expect(model.letter.authority.phoneHours == "mandag-torsdag kl. 9-14 og fredag kl. 9-12")
  }

  @Test func isNotUsedForAnotherAuthority() throws {
    let model = try Fixture.grant.with("myndighed.cvr", "11111111").model(try Repository.gribskov())
    #expect(model.letter.authority.unit == nil)
  }

  @Test func putsStandardWordingBeforeTheCaseworkersWords() throws {
    let text = """
      { "myndighed": { "cvr": "29188440" }, "standardtekst": { "afslutning": "Skriv til os i Digital Post." } }
      """
    let profile = try AuthorityProfile.read(Array(text.utf8), file: "profil.json")
    let model = try Fixture.grant.with("egenTekst.afslutning", "Vi ses.").model(profile)
    #expect(model.letter.ownWords.closing == "Skriv til os i Digital Post.\nVi ses.")
    #expect(model.letter.ownWords.introduction == nil)
  }

  @Test func refusesAProfileWithoutANumber() throws {
    let found = try Self.failure("{ \"myndighed\": { \"navn\": \"Kommune\" } }")
    #expect(found.map(\.message) == ["CVR-nummer (myndighed.cvr) mangler."])
    #expect(found.first?.location?.column == 16)
  }

  @Test func refusesUnknownKeys() throws {
    let found = try Self.failure("{ \"myndighed\": { \"cvr\": \"29188440\" }, \"serviceniveau\": [] }")
    #expect(found.map(\.id) == ["unknown-key"])
  }

  @Test func refusesLevelsOutOfOrder() throws {
    let found = try Self.failure(
      """
      { "myndighed": { "cvr": "29188440" },
        "serviceniveauer": [ { "niveau": 1 }, { "niveau": 2, "tilTimer": 3 }, { "niveau": 2, "tilTimer": 3 } ] }
      """)
    #expect(
      found.map(\.message) == [
        "Niveauet (serviceniveauer.1) har ingen øvre grænse, men er ikke det øverste.",
        "Niveauet (serviceniveauer.3) har ikke en højere grænse end niveauet før.",
        "Niveauernes numre (serviceniveauer) stiger ikke.",
      ])
  }

  /// As of a case, so that nobody looks for what is wrong with the words.
  @Test func saysInWhichEncodingAProfileIsSaved() throws {
    let bytes: [UInt8] = [0xFF, 0xFE, 0x7B, 0, 0x7D, 0]
    let error = #expect(throws: DiagnosticsError.self) { try AuthorityProfile.read(bytes, file: "profil.json") }
    #expect(error?.diagnostics.map(\.message) == ["Filen er gemt som UTF-16, og her læses UTF-8."])
    #expect(error?.diagnostics.map(\.help) == ["Gem filen som UTF-8."])
  }

  @Test func refusesSomethingElseThanAProfile() throws {
    #expect(try Self.failure("[]").map(\.id) == ["wrong-type"])
    #expect(try Self.failure("").map(\.id) == ["wrong-type"])
    #expect(try Self.failure("{ \"myndighed\": {").map(\.id) == ["json-truncated"])
  }

  @Test func cannotEnforceTheLawOrAnUnknownRule() throws {
    let profile = try MunicipalRuleTests.enforcing("R08", "R133")
    #expect(
      profile.problems(in: try Law.book()).map(\.message) == [
        "Reglen R08 er ikke kommunens egen og kan ikke skærpes af en profil.", "Reglen R133 findes ikke i lovbogen.",
      ])
    #expect(try Fixture.grant.without("mentor.arbejdsgiver").understood(profile).model != nil)
  }

  @Test(arguments: ["indledning", "begrundelse", "afslutning"])
  func refusesACPRNumberInStandardWording(_ field: String) throws {
    let found = try Self.failure(
      """
      { "myndighed": { "cvr": "29188440" }, "standardtekst": { "\(field)": "Se 740395-1237." } }
      """)
    #expect(
      found.map(\.message) == ["Teksten (standardtekst.\(field)) indeholder cifre, der ligner et CPR-nummer."])
    #expect(found.first?.help == "Slet nummeret. Teksten står i alle kommunens breve.")
    #expect(found.first?.location?.line == 1)
  }

  @Test func refusesACPRNumberInItsContact() throws {
    let found = try Self.failure("{ \"myndighed\": { \"cvr\": \"29188440\", \"enhed\": \"7403951237\" } }")
    #expect(found.map(\.path) == ["myndighed.enhed"])
  }

  @Test(arguments: [
    "", "0f5c3a1e", "0f5c3a1e-7d24-4b6a-9c11-00000000000", "0f5c3a1e-7d24-4b6a-9c11-00000000000g",
    "0f5c3a1e07d2404b6a09c110000000000001", "0f5c3a1e-7d24-4b6a9-c11-000000000001",
    "٠f5c3a1e-7d24-4b6a-9c11-000000000001",
  ])
  func refusesAContactPointWithoutAUUID(_ id: String) throws {
    guard !id.isEmpty else { return #expect(!id.isUUID) }
    let found = try Self.failure(Self.dispatch("\"kontaktpunkt\": { \"id\": \"\(id)\" }"))
    #expect(found.map(\.id) == ["invalid-uuid"])
  }

  @Test(arguments: ["27.36", "27.36.0", "27.36.00.", "27-36-00", "2７.36.00"])
  func refusesASubjectThatIsNone(_ key: String) throws {
    let row = "{ \"emne\": \"\(key)\", \"version\": \"2026\", \"tekst\": \"Mentor\" }"
    #expect(try Self.failure(Self.dispatch("\"kle\": [ \(row) ]")).map(\.id) == ["invalid-subject"])
  }

  /// Any version, small letters and capitals: the authority's own systems gave it.
  @Test(arguments: ["0f5c3a1e-7d24-4b6a-9c11-000000000001", "0F5C3A1E-7D24-1B6A-0C11-00000000000A"])
  func takesAnyUUIDOfAContactPoint(_ id: String) throws {
    let text = Self.dispatch(
      "\"kontaktpunkt\": { \"id\": \"\(id)\" }, "
        + "\"kle\": [ { \"emne\": \"27.36.00\", \"version\": \"2026\", \"tekst\": \"Mentor\" } ]")
    #expect(try AuthorityProfile.read(Array(text.utf8), file: "p.json").dispatch.contactPoint?.id == id)
  }

  private static func dispatch(_ fields: String) -> String {
    "{ \"myndighed\": { \"cvr\": \"29188440\" }, \"forsendelse\": { \(fields) } }"
  }
}
