import Casework
import Diagnostics
import Testing

@Suite struct CaseNumberTests {
  @Test(arguments: ["740395.1237", "74-03-95-12-37", "7403-95-1237", "74/03/95-1237"])
  func refusesTheCitizensOwnNumberInAnyForm(_ number: String) throws {
    let understanding = try Fixture.grant.with("sagsnummer", number).with("borger.cpr", "7403951237").understood()
    #expect(understanding.models.isEmpty)
    let problem = try #require(understanding.diagnostics.first { $0.id == "case-number-tells" })
    #expect(problem.message == "Sagsnummer (sagsnummer) indeholder borgerens CPR-nummer.")
    #expect(problem.caseNumber == nil)
  }

  @Test func refusesTheCitizensName() throws {
    let understanding = try Fixture.grant.with("sagsnummer", "Sag øRSTED 2026").with(
      "borger.navn", "Mikkel Ørsted Bang"
    )
    .understood()
    #expect(
      understanding.diagnostics.first { $0.id == "case-number-tells" }?.message
        == "Sagsnummer (sagsnummer) indeholder borgerens navn.")
  }

  @Test func acceptsAnOrdinaryNumber() throws {
    let understanding = try Fixture.grant.with("sagsnummer", "27.36.00-G01-1042-26").understood()
    #expect(!understanding.diagnostics.contains { $0.id == "case-number-tells" })
  }

  @Test func refusesAListThatIsTooLong() {
    let tasks = Array(repeating: #"{"omraade": "faglig", "tekst": "Hjælpe"}"#, count: 101).joined(separator: ",")
    let reading = CaseReader().read(Array(#"{"mentorstoette": {"opgaver": [\#(tasks)]}}"#.utf8), file: "sag.json")
    #expect(reading.diagnostics.map(\.id) == ["too-many-rows"])
    #expect(reading.diagnostics.first?.message == "Opgaver: listen er længere end 100.")
    #expect(reading.caseFile?.support?.tasks.count == 100)
  }
}
