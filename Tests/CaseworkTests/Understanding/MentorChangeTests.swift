import Diagnostics
import Fields
import Lawbook
import Testing

@testable import Casework

/// Information about another mentor: what it needs, and that it stays information.
@Suite struct MentorChangeTests {
  /// Another mentor from 1 September 2026, in support that was granted on 8 June.
  private static var change: Fixture {
    Fixture.grant.with("afgoerelse", ["type": "mentorskifte", "dato": "2026-08-24"]).with(
      "mentorskifte", ["fra": "2026-09-01", "bevillingsdato": "2026-06-08"])
  }

  @Test func needsTheDayAndTheDecisionThatStillApplies() throws {
    let understanding = try Self.change.without("mentorskifte").understood(as: MentorChange.self)
    #expect(
      understanding.diagnostics.filter { $0.severity == .error }.map(\.message) == [
        "Fra (mentorskifte.fra) mangler.", "Bevillingens dato (mentorskifte.bevillingsdato) mangler.",
      ])
    #expect(understanding.models.isEmpty)
  }

  @Test func keepsTheSupportAndPutsItIntoThePlan() throws {
    let caseFile = try Self.change.caseFile()
    #expect(caseFile.documentKinds == [.mentorChange, .minPlan])
    let understanding = try Self.change.understood(as: MentorChange.self)
    let letter = try #require(understanding.model, "\(understanding.diagnostics.map(\.message))")
    #expect(letter.granted.mentor.mentor?.name == "Hanne Skov")
    #expect(letter.handover == MentorHandover(from: "2026-09-01", grantDate: "2026-06-08"))
    // Nothing is decided: no rule of complaints, and no remark that the support has begun.
    #expect(!understanding.findings.contains { ["R23", "R26", "R27"].contains($0.rule.id) })
    #expect(understanding.ids == [])
    #expect(try Self.change.planned().ids == [])
  }

  @Test(arguments: ["2026-06-14", "2026-12-15"]) func refusesADayOutsideThePeriod(_ date: CalendarDate) throws {
    let error = try Self.change.with("mentorskifte.fra", date.description).understood(as: MentorChange.self).only(
      "outside-period")
    #expect(
      error.message
        == "Fra (mentorskifte.fra) er den \(date.danish), men støtten gives fra den 15. juni 2026 til den "
        + "14. december 2026.")
    #expect(error.help == "Ret datoen. Skal støtten vare længere, er det en forlængelse og ikke et mentorskifte.")
  }

  @Test func refusesADecisionThatIsYoungerThanTheLetter() throws {
    let error = try Self.change.with("mentorskifte.bevillingsdato", "2026-08-25").understood(as: MentorChange.self)
      .only("grant-after-letter")
    #expect(
      error.message
        == "Bevillingens dato (mentorskifte.bevillingsdato) er den 25. august 2026, efter brevets dato den "
        + "24. august 2026.")
  }

  @Test(arguments: ["Hanne Skov", " hanne  SKOV", "Hanne Skov."])
  func refusesAMentorWhoFollowsThemselves(_ name: String) throws {
    let understanding = try Self.change.with("mentorskifte.tidligereMentor", name).understood(as: MentorChange.self)
    let error = try understanding.only("same-mentor")
    #expect(
      error.message
        == "Tidligere mentor (mentorskifte.tidligereMentor) er den samme som Navn (mentor.navn).")
    #expect(
      error.help
        == "Skriv den nye mentor i mentor, og den, der stopper, i mentorskifte.tidligereMentor. Hedder de det samme, så slet mentorskifte.tidligereMentor."
    )
    #expect(understanding.models.isEmpty)
  }

  @Test(arguments: ["Hanne Skovgaard", "Hanne", "Bo Skov"]) func takesAnotherFormerMentor(_ name: String) throws {
    let change = Self.change.with("mentorskifte.tidligereMentor", name)
    #expect(try change.understood(as: MentorChange.self).ids == [])
    // Nobody has the name of a mentor who is still to be found.
    let later = change.without("mentor").with("mentorstoette.mentorOplyses", "Vi ringer til dig.")
    #expect(try !later.understood(as: MentorChange.self).ids.contains("same-mentor"))
  }

  @Test func tellsOfAFirstMentor() throws {
    let first = Self.change.with("mentorskifte.foerste", true)
    let understanding = try first.understood(as: MentorChange.self)
    #expect(understanding.ids == [])
    #expect(try #require(understanding.model).handover.isFirst)
    let other = try Self.change.with("mentorskifte.foerste", false).understood(as: MentorChange.self)
    #expect(try #require(other.model).handover.isFirst == false)
  }

  @Test(arguments: [
    ("tidligereMentor", "Poul Ravn", "sagen siger også mentorskifte.tidligereMentor"),
    ("aarsag", "Poul går på orlov.", "sagen siger også mentorskifte.aarsag"),
  ])
  func refusesAFirstMentorWhoTakesOver(_ key: String, _ value: String, _ other: String) throws {
    let error = try Self.change.with("mentorskifte.foerste", true).with("mentorskifte.\(key)", value)
      .understood(as: MentorChange.self).only("first-mentor")
    #expect(error.message == "Første mentor (mentorskifte.foerste) er ja, men \(other).")
    #expect(error.help == "Slet det ene. Den første mentor har et navn i mentor og afløser ingen.")
  }

  @Test func refusesAFirstMentorWhoIsNotThere() throws {
    let error = try Self.change.with("mentorskifte.foerste", true).without("mentor")
      .with("mentorstoette.mentorOplyses", "Vi ringer til dig inden den 1. september 2026.")
      .understood(as: MentorChange.self).only("first-mentor")
    #expect(error.message == "Første mentor (mentorskifte.foerste) er ja, men sagen har ingen mentor.")
    #expect(error.help == "Skriv mentor, eller slet mentorskifte.foerste.")
  }

  @Test func refusesAnotherDecision() throws {
    let error = try Self.change.with("afgoerelse.type", "bevilling").understood(as: MentorChange.self).only(
      "other-decision")
    #expect(
      error.message == "Type (afgoerelse.type) er bevilling, og sagen kan derfor ikke skrives som mentorskifte.")
    #expect(error.help == "Skriv \"mentorskifte\", hvis sagen er det.")
  }
}
