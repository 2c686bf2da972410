import Diagnostics
import Fields
import Testing

@testable import Casework

@Suite struct DelimitationUnderstandingTests {
  /// A note in which every scheme is answered with the same word.
  static func rows(_ answer: String) -> [[String: String]] {
    SupportScheme.allCases.map { ["ordning": $0.rawValue, "svar": answer] }
  }

  static var note: Fixture {
    Fixture.grant.with("afgraensning", ["dato": "2026-06-01", "ordninger": rows("ikke-relevant")])
  }

  private func understood(_ fixture: Fixture) throws -> Understanding<DelimitationNote> {
    DelimitationNote.understand(try fixture.caseFile(), lawbook: try Law.book())
  }

  @Test func holdsEveryScheme() throws {
    let understanding = try understood(Self.note)
    #expect(understanding.diagnostics.isEmpty, "\(understanding.diagnostics.map(\.message))")
    let model = try #require(understanding.model)
    #expect(model.delimitation.date == "2026-06-01")
    #expect(model.delimitation.answers.elements.map(\.scheme) == SupportScheme.allCases)
    #expect(!model.delimitation.isOpen)
    #expect(model.identity.path(extension: "html") == "27.36.00-G01-1-26/afgraensning-2026-06-01.html")
  }

  @Test func isMadeWhenTheCaseHoldsIt() throws {
    #expect(try Self.note.caseFile().documentKinds == [.grant, .minPlan, .delimitation])
    #expect(try Self.note.without("afgoerelse").caseFile().documentKinds == [.delimitation])
    #expect(try Fixture.grant.caseFile().documentKinds == [.grant, .minPlan])
  }

  @Test func takesTheDecisionsDate() throws {
    #expect(try understood(Self.note.without("afgraensning.dato")).model?.delimitation.date == "2026-06-08")
    let error = try understood(Self.note.without("afgraensning.dato").without("afgoerelse")).only("missing-field")
    #expect(error.message == "Dato (afgraensning.dato) mangler.")
  }

  @Test func warnsOfWhatIsOpenAndWritesTheForm() throws {
    let rows = Self.rows("ikke-relevant").filter { $0["ordning"] != "sps" && $0["ordning"] != "kriminalforsorgen" }
    let understanding = try understood(Self.note.with("afgraensning.ordninger", rows))
    let warning = try understanding.only("open-schemes")
    #expect(warning.severity == .warning)
    #expect(warning.message == "Disse ordninger er ikke undersøgt: SPS eller elevcoach, Kriminalforsorgens mentor.")
    let delimitation = try #require(understanding.model).delimitation
    #expect(delimitation.isOpen)
    #expect(
      delimitation.answers.elements.filter { $0.coverage == .open }.map(\.scheme) == [.educationSupport, .probation])
  }

  @Test func wantsANoteWhereASchemeCovers() throws {
    let error = try understood(
      Self.note.with("afgraensning.ordninger", [["ordning": "sps", "svar": "daekker"]])
    ).only("missing-field")
    #expect(error.message == "Note (afgraensning.ordninger.1.note) mangler.")
    #expect(error.help == "Skriv, hvad ordningen dækker, og hvad mentoren så skal.")
  }

  @Test func refusesASchemeTwice() throws {
    let rows = Self.rows("ikke-relevant") + [["ordning": "sps", "svar": "daekker-ikke"]]
    let error = try understood(Self.note.with("afgraensning.ordninger", rows)).only("repeated-scheme")
    #expect(error.message == "Ordningen \"sps\" står mere end én gang (afgraensning.ordninger.12).")
    #expect(error.help == "Saml svarene i én række.")
  }

  @Test func refusesADayThatTheLawbookDoesNotKnow() throws {
    let error = try understood(Self.note.with("afgraensning.dato", "2027-01-01")).only("R40")
    #expect(error.path == "afgraensning.dato")
  }

  @Test func findsACPRNumberInANote() throws {
    let rows = [["ordning": "sps", "svar": "daekker-ikke", "note": "Se 740395-1237"]]
    let understanding = try understood(Self.note.with("afgraensning.ordninger", rows))
    #expect(try understanding.only("R37").path == "afgraensning.ordninger.1.note")
  }
}
