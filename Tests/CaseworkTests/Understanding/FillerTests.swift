import Diagnostics
import Fields
import Testing

@testable import Casework

/// Texts that stand in the place of words, and say nothing.
@Suite struct FillerTests {
  /// A partial grant after a hearing that the citizen has answered.
  private static var heard: Fixture {
    Fixture.partialGrant.with(
      "afgoerelse.partshoering", ["sendt": "2026-05-18", "frist": "2026-06-01", "svar": "Du vil have 6 timer."])
  }

  @Test(arguments: [
    "-", "?", "…", "xxx", "x", "ja", "Nej.", "FALSE", "tbd", "(skrives senere)", "Følger", "N/A", "Ikke udfyldt",
    "xx yy",
    "*** test ***",
  ]) func fill(_ text: String) { #expect(FillerWords.fill(text)) }

  @Test(arguments: [
    "Ro", "Bus", "3", "Nr. 5", "Ja, til job", "Ingen", "Han følger planen.", "At komme i gang senere", "IT",
    "C++ og mig",
    "Nej til for mange møder", "李 明", "mangler bil",
  ]) func saySomething(_ text: String) { #expect(!FillerWords.fill(text)) }

  @Test(arguments: [
    ("afgoerelse.begrundelse.faktum", "§ 24 i forvaltningsloven"),
    ("afgoerelse.begrundelse.hensyn", "§ 24 i forvaltningsloven"),
    ("afgoerelse.ikkeBevilget", "§ 24 i forvaltningsloven"),
    ("afgoerelse.partshoering.svar", "§ 19 i forvaltningsloven"),
    ("mentorstoette.maal.tekst", "§ 52, nr. 1, i bekendtgørelse om en aktiv beskæftigelsesindsats"),
  ]) func areNoReasonsInADecision(_ path: String, _ basis: String) throws {
    let understanding = try Self.heard.with(path, "-").understood(as: PartialGrantDecision.self)
    let error = try understanding.only("says-nothing")
    #expect(error.severity == .error && error.path == path && error.basis == basis)
    #expect(error.message == "\(CaseLabels.name(of: path)) siger ikke noget, og teksten står i dokumentet.")
    #expect(error.help == "Skriv det, som læseren skal vide. Er der ikke noget, så udelad nøglen.")
    #expect(understanding.model == nil)
  }

  @Test func areNoAssessmentAndNoTask() throws {
    let prolongation = Fixture.prolongation.with("afgoerelse.vurdering", ["opnaaet": "-", "resterer": "?"])
    let paths = try prolongation.understood(as: ProlongationDecision.self).diagnostics.filter {
      $0.id == "says-nothing"
    }
    .compactMap(\.path)
    #expect(paths == ["afgoerelse.vurdering.opnaaet", "afgoerelse.vurdering.resterer"])
    let task = try Fixture.grant.with("mentorstoette.opgaver", [["omraade": "praktisk", "tekst": "xxx"]])
      .understood().only("says-nothing")
    #expect(task.path == "mentorstoette.opgaver.1.tekst")
  }

  @Test(arguments: ["Ikke svaret endnu", "Intet svar", "Du har ikke svaret.", "Vi har ikke hørt noget"])
  func areNoAnswerInAHearing(_ answer: String) throws {
    let understanding = try Self.heard.with("afgoerelse.partshoering.svar", answer)
      .understood(as: PartialGrantDecision.self)
    let error = try understanding.only("R25")
    #expect(error.severity == .error && error.path == "afgoerelse.partshoering.svar")
    #expect(
      error.message
        == "Svar (afgoerelse.partshoering.svar) siger, at borgeren ikke har svaret, og brevet vil vise det som et svar."
    )
    #expect(error.help == "Udelad nøglen. Så afgør fristen, om der kan træffes afgørelse.")
  }

  @Test(arguments: ["Jeg har ingen bemærkninger.", "Du svarer, at du ikke kan møde om fredagen og ikke har bil."])
  func answersAreAnswers(_ answer: String) throws {
    let understanding = try Self.heard.with("afgoerelse.partshoering.svar", answer)
      .understood(as: PartialGrantDecision.self)
    #expect(understanding.outcome("R25") == .fulfilled)
  }
}
