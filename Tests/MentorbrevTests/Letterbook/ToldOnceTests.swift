import Casework
import Diagnostics
import Foundation
import Mentorbrev
import Testing

/// What several documents of a case find is told once, and only what is known to be wrong.
@Suite struct ToldOnceTests {
  private static let words =
    "bevilling, delvis-bevilling, forlaengelse, aendring, mentorskifte, afslag, ophoer, udskrivningskoordinator, "
    + "uddannelsesstart, partshoering, udloeb, genvurdering, berigtigelse, orientering"

  private func check(_ sample: Sample, kinds: [DocumentKind]? = nil) throws -> [Diagnostic] {
    try Repository.letterbook().check(try sample.reading(), kinds: kinds).diagnostics
  }

  /// Letter and plan rest on a rule each.
  @Test func tellsOfOneFieldOnceWithEachStatute() throws {
    let found = try check(try .ordinary().with("sagsbehandler.navn", nil))
    let error = try #require(found.first { $0.severity == .error })
    #expect(found.filter { $0.path == "sagsbehandler.navn" }.count == 1)
    #expect(error.message == "Navn (sagsbehandler.navn) mangler.")
    #expect(
      error.basis
        == "§ 133, stk. 2, i bekendtgørelse om en aktiv beskæftigelsesindsats og § 135, stk. 1, i bekendtgørelse om en "
        + "aktiv beskæftigelsesindsats")
    let alone = try check(try .ordinary().with("sagsbehandler.navn", nil), kinds: [.minPlan])
    #expect(
      alone.first { $0.severity == .error }?.basis
        == "§ 135, stk. 1, i bekendtgørelse om en aktiv beskæftigelsesindsats")
  }

  /// The same words about two fields, or at two places, are two things to mend.
  @Test func tellsOfDifferentFieldsEach() throws {
    let found = try check(try .ordinary().with("borger.navn", nil).with("sagsbehandler.navn", nil))
    #expect(
      Set(found.filter { $0.severity == .error }.compactMap(\.path)) == ["borger.navn", "sagsbehandler.navn"])
    let names = ["§ 1", "§ 1"].map { ["omraade": "praktisk", "tekst": "Hjælpe dig efter \($0) i huset"] }
    let numbers = try check(try .ordinary().with("mentorstoette.opgaver", names)).filter { $0.id == "R30" }
    #expect(numbers.map(\.path) == ["mentorstoette.opgaver.1.tekst", "mentorstoette.opgaver.2.tekst"])
  }

  @Test func asksForTheTypeOnceWithAllWords() throws {
    let errors = try check(try .ordinary().with("afgoerelse.type", nil)).filter { $0.severity == .error }
    #expect(errors.map(\.message) == ["Type (afgoerelse.type) mangler."])
    #expect(errors.first?.help == "Skriv et af ordene \(Self.words) i afgoerelse.type.")
  }

  @Test func asksOnceForWhatADecisionHolds() throws {
    let errors = try check(try .ordinary().with("afgoerelse", nil)).filter { $0.severity == .error }
    #expect(errors.map(\.path) == ["afgoerelse.type", "afgoerelse.dato"])
  }

  /// Who writes a refusal is not told to grant, nor asked for a mentor.
  @Test(arguments: [DocumentKind.refusal, .stop, .expiry, .hearing, .information, .correction, .mentorChange])
  func asksNothingOfAnotherLetterBeforeTheTypeIsKnown(_ kind: DocumentKind) throws {
    let sample = try Sample(kind: kind)
    let silent = try check(sample.with("afgoerelse.type", nil)).filter { $0.severity == .error }
    #expect(silent.map(\.path) == ["afgoerelse.type"])
    let misspelt = try check(sample.with("afgoerelse.type", "afgørelse")).filter { $0.severity == .error }
    #expect(misspelt.map(\.id) == ["unknown-word"])
  }

  @Test func tellsWhatIsWrongWhateverIsDecided() throws {
    let sample = try Sample(kind: .refusal).with("afgoerelse.type", nil).with("borger.cpr", nil).with("sagsnummer", nil)
      .with("afgoerelse.begrundelse.faktum", "Du har nummer 740395-1238.")
    let errors = try check(sample).filter { $0.severity == .error }
    #expect(
      Set(errors.compactMap(\.path)) == [
        "afgoerelse.type", "borger.cpr", "sagsnummer", "afgoerelse.begrundelse.faktum",
      ])
  }

  /// Whoever names the kind is told all that it needs.
  @Test func tellsAllThatAKindNeedsThatWasAskedFor() throws {
    let sample = try Sample(kind: .refusal).with("afgoerelse.type", nil)
    let errors = try check(sample, kinds: [.grant]).filter { $0.severity == .error }
    #expect(errors.compactMap(\.path).contains("mentorstoette.timetal"))
    #expect(errors.filter { $0.path == "afgoerelse.type" }.count == 1)
  }

  @Test func keepsWhatIsWrongWithTheContractOfACase() throws {
    let sample = try Sample(kind: .contract).with("afgoerelse", ["dato": "2026-06-08"]).with("kontrakt.loen", nil)
    #expect(try check(sample).contains { $0.path == "kontrakt.timeloen" && $0.severity == .error })
  }
}
