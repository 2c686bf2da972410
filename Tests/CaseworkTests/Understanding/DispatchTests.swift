import Diagnostics
import Testing

@testable import Casework

/// What a case says about its message is looked at with the letter: when it is packed, the letter is recorded already.
@Suite struct DispatchTests {
  private func understood(_ dispatch: [String: Any], paper: Bool = false) throws -> Understanding<GrantDecision> {
    try Fixture.grant.with("forsendelse", dispatch).with("borger.fritagetForDigitalPost", paper)
      .understood(as: GrantDecision.self)
  }

  private func meeting(_ changes: [String: Any] = [:]) -> [String: Any] {
    let meeting: [String: Any] = [
      "dato": "2026-06-15", "fra": "9:00", "til": "10:00", "emne": "Første møde", "tekst": "Vi taler om støtten.",
      "sted": "Rådhusvej 3",
    ]
    return ["moede": meeting.merging(changes) { $1 }]
  }

  @Test func takesAMeetingATitleAndADay() throws {
    var dispatch = meeting(["dato": "2026-06-20"])
    dispatch["titel"] = String(repeating: "æ", count: 128)
    dispatch["leveresFra"] = "2026-06-20"
    #expect(try understood(dispatch).ids == [])
  }

  @Test func refusesAMeetingThatCannotBe() throws {
    let ended = try understood(meeting(["til": "08:30"])).only("meeting-order")
    #expect(ended.severity == .error && ended.path == "forsendelse.moede.til")
    #expect(
      ended.message == "Mødet slutter (forsendelse.moede.til) er 08:30 og ligger ikke efter 09:00, hvor mødet begynder."
    )
    let past = try understood(meeting(["dato": "2026-06-07"])).only("meeting-before-letter")
    #expect(
      past.message
        == "Mødets dato (forsendelse.moede.dato) er den 7. juni 2026, før den dag, borgeren kan læse brevet, den 8. juni 2026."
    )
    var later = meeting(["dato": "2026-06-15"])
    later["leveresFra"] = "2026-06-16"
    #expect(try understood(later).only("meeting-before-letter").message.hasSuffix("den 16. juni 2026."))
  }

  @Test func refusesATitleThatDigitalPostHasNoRoomFor() throws {
    let title = try understood(["titel": String(repeating: "æ", count: 129)]).only("too-long-for-post")
    #expect(title.message == "Forsendelsens titel (forsendelse.titel) er på 129 tegn. Digital Post har plads til 128.")
    let subject = try understood(meeting(["emne": String(repeating: "å", count: 129)])).only("too-long-for-post")
    #expect(subject.path == "forsendelse.moede.emne")
    let attachment = ["bilag": [["fil": "kort.pdf", "titel": String(repeating: "a", count: 129)]]]
    #expect(try understood(attachment).only("too-long-for-post").path == "forsendelse.bilag.1.titel")
  }

  @Test func refusesADayThatDigitalPostDoesNotWaitFor() throws {
    let error = try understood(["leveresFra": "2026-06-21"]).only("delivery-too-late")
    #expect(
      error.message
        == "Leveres fra (forsendelse.leveresFra) er den 21. juni 2026, 13 dage efter brevets dato. Digital Post venter højst 12."
    )
  }

  @Test(arguments: ["Brev til Mikkel Bang", "Til Bang", "mikkel bang"])
  func refusesATitleThatNamesTheCitizen(_ title: String) throws {
    let understanding = try Fixture.grant.with("borger.navn", "Mikkel Ørsted Bang")
      .with("forsendelse", ["titel": title]).understood(as: GrantDecision.self)
    let error = try understanding.only("title-tells")
    #expect(
      error.message
        == "Forsendelsens titel (forsendelse.titel) nævner borgeren. Titlen står i lister og på en låst telefon.")
    #expect(!error.message.contains("Mikkel"))
  }

  /// Nothing of it reaches who gets a letter on paper.
  @Test func leavesPaperAlone() throws {
    #expect(try !understood(meeting(["til": "08:30"]), paper: true).ids.contains("meeting-order"))
  }
}
