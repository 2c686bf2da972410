import Diagnostics
import Testing

@testable import Casework

@Suite struct HearingLetterTests {
  private func understood(_ fixture: Fixture) throws -> Understanding<HearingLetter> {
    try fixture.understood(as: HearingLetter.self)
  }

  @Test func asksAboutWhatIsConsidered() throws {
    let understanding = try understood(.hearing)
    #expect(understanding.diagnostics.isEmpty, "\(understanding.diagnostics.map(\.message))")
    #expect(
      understanding.model?.question
        == HearingQuestion(
          intended: .stop, consideration: "Vi overvejer at stoppe støtten.", information: "Du er begyndt i et job.",
          significance: "Målet er nået.", deadline: "2026-06-22"))
  }

  @Test(arguments: [
    ("paataenkt", "Påtænkt afgørelse", "Skriv \"afslag\", \"delvis-bevilling\", \"aendring\", \"ophoer\"."),
    ("overvejelse", "Overvejelse", "Skriv, hvad der overvejes."),
    ("oplysninger", "Oplysninger", "Skriv de oplysninger, som borgeren skal have mulighed for at udtale sig om."),
    ("betydning", "Betydning", "Skriv, hvorfor oplysningerne har betydning for sagen."),
    ("frist", "Svarfrist", "Skriv den sidste dag for borgerens svar."),
  ])
  func needs(_ key: String, _ label: String, _ help: String) throws {
    let understanding = try understood(.hearing.without("afgoerelse.partshoering.\(key)"))
    let error = try understanding.only("missing-field")
    #expect(error.message == "\(label) (afgoerelse.partshoering.\(key)) mangler.")
    #expect(error.basis == "§ 19 i forvaltningsloven")
    #expect(error.help == help)
    #expect(understanding.model == nil)
  }

  @Test(arguments: ["2026-06-01", "2026-06-08"]) func refusesADeadlineThatIsOver(_ day: String) throws {
    let error = try understood(.hearing.with("afgoerelse.partshoering.frist", day)).only("deadline-before-letter")
    #expect(error.message.hasSuffix("men brevets dato er den 8. juni 2026."))
    #expect(error.help == "Giv borgeren tid til at svare, for eksempel to uger.")
  }

  @Test func countsFromTheDayOnWhichALetterOnPaperArrives() throws {
    let paper = Fixture.hearing.with("borger.fritagetForDigitalPost", true)
    let error = try understood(paper.with("afgoerelse.partshoering.frist", "2026-06-15"))
      .only("deadline-before-receipt")
    #expect(
      error.message
        == "Svarfrist (afgoerelse.partshoering.frist) er den 15. juni 2026, men borgeren har først brevet den 16. juni 2026."
    )
    #expect(try understood(paper.with("afgoerelse.partshoering.frist", "2026-06-22")).ids == ["short-deadline"])
    #expect(try understood(paper.with("afgoerelse.partshoering.frist", "2026-06-23")).ids.isEmpty)
  }

  @Test func warnsOfAShortDeadline() throws {
    let warning = try understood(.hearing.with("afgoerelse.partshoering.frist", "2026-06-14")).only("short-deadline")
    #expect(warning.severity == .warning)
    #expect(
      warning.message
        == "Svarfrist (afgoerelse.partshoering.frist) er den 14. juni 2026, mindre end 7 dage efter at borgeren har brevet den 8. juni 2026."
    )
    #expect(try understood(.hearing.with("afgoerelse.partshoering.frist", "2026-06-15")).ids.isEmpty)
  }

  @Test func asksForNoHearingOfItself() throws {
    #expect(try understood(.hearing).outcome("R25") == nil)
    #expect(try understood(.hearing).outcome("R23") == nil)
  }
}
