import Diagnostics
import Testing

@testable import Casework

@Suite struct StopUnderstandingTests {
  private func understood(_ fixture: Fixture) throws -> Understanding<StopDecision> {
    try fixture.understood(as: StopDecision.self)
  }

  @Test func saysWhenWhyAndWhatNext() throws {
    let understanding = try understood(.stop)
    #expect(understanding.diagnostics.isEmpty, "\(understanding.diagnostics.map(\.message))")
    let model = try #require(understanding.model)
    #expect(
      model.stop
        == Stop(
          granted: try #require(Period(from: "2026-03-01", to: "2026-08-31")), lastDay: "2026-06-30",
          ground: .changedFacts, next: "Vi ringer til dig."))
    #expect(model.reasons.facts == "Du har været syg.")
    #expect(understanding.outcome("R09") == .fulfilled)
    #expect(understanding.outcome("R25") == .fulfilled)
  }

  @Test(arguments: [
    (
      "ophoer.sidsteDag", "Sidste dag",
      "Skriv den sidste dag, hvor borgeren får støtte. Stopper støtten, før den begynder, så skriv true i ophoer.begynderIkke."
    ),
    (
      "ophoer.grundlag", "Grundlag",
      "En bevilget støtte kan kun stoppe, når noget er ændret. Skriv \"aendredeForhold\", \"egetOenske\", \"tilbagekaldelse\"."
    ),
    (
      "ophoer.videre", "Det videre forløb",
      "Skriv, hvad der sker nu, og hvilken anden hjælp der er taget stilling til."
    ),
    ("afgoerelse.begrundelse.hensyn", "Hensyn", "Skriv de hovedhensyn, der har været afgørende."),
  ])
  func needs(_ path: String, _ label: String, _ help: String) throws {
    let understanding = try understood(.stop.without(path))
    let error = try understanding.only("missing-field")
    #expect(error.message == "\(label) (\(path)) mangler.")
    #expect(error.help == help)
    #expect(understanding.model == nil)
  }

  @Test func needsAHearingUnlessTheCitizenWishesIt() throws {
    let unheard = Fixture.stop.without("afgoerelse.partshoering")
    #expect(try understood(unheard).outcome("R25") == .refused)
    let wished = try understood(unheard.with("ophoer.grundlag", "egetOenske"))
    #expect(wished.outcome("R25") == .notApplicable)
    #expect(wished.model?.hearing == .ownWish)
  }

  @Test func refusesAWishWhereTheGroundIsAnother() throws {
    let stop = Fixture.stop.with("afgoerelse.partshoering", ["undladt": "egetOenske"])
    let error = try understood(stop).only("not-a-wish")
    #expect(
      error.help
        == "Skriv \"egetOenske\" i ophoer.grundlag, hvis det er rigtigt. Ellers hør borgeren, eller skriv en anden grund."
    )
    #expect(try understood(stop.with("ophoer.grundlag", "egetOenske")).model?.hearing == .ownWish)
  }

  @Test(arguments: ["2026-08-31", "2026-09-01"]) func refusesAStopThatIsNotEarly(_ day: String) throws {
    let error = try understood(.stop.with("ophoer.sidsteDag", day)).only("stop-not-early")
    #expect(error.message.hasSuffix("og støtten er kun bevilget til den 31. august 2026. Den stopper ikke før tid."))
    #expect(error.help == "Ret datoen. En periode, der løber ud, er ikke et ophør: brug \"udloeb\".")
  }

  @Test func refusesAStopBeforeTheStart() throws {
    let error = try understood(.stop.with("ophoer.sidsteDag", "2026-02-28")).only("stop-before-start")
    #expect(
      error.message
        == "Sidste dag (ophoer.sidsteDag) er den 28. februar 2026, før støttens første dag den 1. marts 2026.")
    #expect(error.help?.hasSuffix("så slet datoen, og skriv true i ophoer.begynderIkke.") == true)
  }

  /// The support of the fixture, decided to stop before it begins.
  private static var unbegun: Fixture {
    .stop.without("ophoer.sidsteDag").with("ophoer.begynderIkke", true)
      .with("mentorstoette.periode.fra", "2026-06-09")
  }

  @Test func stopsSupportThatHasNotBegun() throws {
    let understanding = try understood(Self.unbegun)
    #expect(understanding.diagnostics.isEmpty, "\(understanding.diagnostics.map(\.message))")
    #expect(understanding.model?.stop.lastDay == nil)
    #expect(understanding.outcome("R09") == .notApplicable)
  }

  @Test func refusesThatSupportDoesNotBeginWhenItHas() throws {
    let begun = try understood(Self.unbegun.with("mentorstoette.periode.fra", "2026-06-08"))
    let error = try begun.only("stop-after-start")
    #expect(
      error.message
        == "Begynder ikke (ophoer.begynderIkke) er true, men støtten begyndte den 8. juni 2026, og afgørelsen er af 8. juni 2026."
    )
    #expect(error.help == "Skriv den sidste dag med støtte i ophoer.sidsteDag, og slet ophoer.begynderIkke.")
    let both = try understood(Self.unbegun.with("ophoer.sidsteDag", "2026-06-30")).only("stop-without-start")
    #expect(
      both.message
        == "Sidste dag (ophoer.sidsteDag) er den 30. juni 2026, men støtten begynder ikke (ophoer.begynderIkke).")
    #expect(try understood(Self.unbegun.with("ophoer.begynderIkke", false)).ids == ["missing-field"])
  }

  @Test func warnsWhenARightDoesNotBegin() throws {
    let right = Self.unbegun.with("mentorstoette.art", "udskrivning")
    let warning = try understood(right).only("stops-a-right")
    #expect(warning.path == "ophoer.begynderIkke")
    #expect(
      warning.message
        == "Begynder ikke (ophoer.begynderIkke) er true. Borgeren har ret til støtte ved udskrivning i mindst 6 måneder i alt."
    )
    #expect(try understood(right.with("ophoer.grundlag", "egetOenske")).ids.isEmpty)
  }

  @Test func warnsOfAStopInThePast() throws {
    let understanding = try understood(.stop.with("ophoer.sidsteDag", "2026-06-07"))
    #expect(
      try understanding.only("stop-before-decision").message
        == "Sidste dag (ophoer.sidsteDag) er den 7. juni 2026, før afgørelsens dato den 8. juni 2026.")
    #expect(understanding.outcome("R09") == .warning)
    #expect(understanding.model != nil)
  }

  @Test func warnsOfAStopBeforeTheCitizenHasTheLetter() throws {
    let paper = Fixture.stop.with("borger.fritagetForDigitalPost", true).with("ophoer.sidsteDag", "2026-06-15")
    let warning = try understood(paper).only("stop-before-receipt")
    #expect(
      warning.message
        == "Sidste dag (ophoer.sidsteDag) er den 15. juni 2026, men borgeren har først brevet den 16. juni 2026.")
    #expect(try !understood(paper.with("ophoer.sidsteDag", "2026-06-16")).ids.contains("stop-before-receipt"))
    #expect(try !understood(paper.with("ophoer.grundlag", "egetOenske")).ids.contains("stop-before-receipt"))
  }

  @Test func warnsOfTwoWeeksThatAreGone() throws {
    #expect(try understood(.stop.with("ophoer.sidsteDag", "2026-06-22")).outcome("R09") == .fulfilled)
    let warning = try understood(.stop.with("ophoer.sidsteDag", "2026-06-21")).only("R09")
    #expect(
      warning.message
        == "Kommunen skal sandsynligvis senest 2 uger før støtten hører op, den 7. juni 2026, tage stilling til, om der er brug for anden hjælp. Den dag er før afgørelsens dato."
    )
    #expect(warning.basis == "§ 7 a i lov om retssikkerhed og administration på det sociale område")
  }

  @Test func warnsOfARevocation() throws {
    #expect(
      try understood(.stop.with("ophoer.grundlag", "tilbagekaldelse")).only("revocation").message
        == "Grundlag (ophoer.grundlag) er tilbagekaldelse. Det kræver særskilt hjemmel eller en alvorlig fejl i bevillingen."
    )
  }

  @Test func warnsWhenARightIsCutShort() throws {
    let right = Fixture.stop.with("mentorstoette.art", "udskrivning")
    let warning = try understood(right).only("stops-a-right")
    #expect(warning.basis == "§ 167, stk. 2, i lov om en aktiv beskæftigelsesindsats")
    #expect(try understood(right.with("ophoer.grundlag", "egetOenske")).ids.isEmpty)
    // Two months before, and four until 30 June: the right has been used.
    let used = [["fra": "2025-12-20", "til": "2026-02-20"]]
    #expect(try understood(right.with("mentorstoette.tidligerePerioder", used)).ids.isEmpty)
    let little = [["fra": "2026-01-20", "til": "2026-02-20"]]
    #expect(try understood(right.with("mentorstoette.tidligerePerioder", little)).ids == ["stops-a-right"])
  }

  @Test func warnsWhenAPauseHasTakenSomeOfTheRight() throws {
    let right = Fixture.stop.with("mentorstoette.art", "udskrivning").with("mentorstoette.periode.til", "2026-12-31")
      .with("ophoer.sidsteDag", "2026-08-31")
    #expect(try understood(right).ids.isEmpty)
    let phases: [[String: Any]] = [
      ["fra": "2026-03-01", "til": "2026-03-31", "timer": 0], ["fra": "2026-04-01", "til": "2026-12-31", "timer": 2],
    ]
    #expect(try understood(right.with("mentorstoette.timetal", ["faser": phases])).ids == ["stops-a-right"])
  }

  @Test func warnsWhenTheRightAtTheStartOfAnEducationIsCutShort() throws {
    let right = Fixture.stop.with("mentorstoette.art", "uddannelsesstart")
    let warning = try understood(right).only("stops-a-right")
    #expect(warning.severity == .warning && warning.path == "ophoer.sidsteDag")
    #expect(
      warning.message
        == "Sidste dag (ophoer.sidsteDag) er den 30. juni 2026. Borgeren har ret til støtte ved start på en uddannelse i op til 6 måneder."
    )
    #expect(warning.basis == "§ 167, stk. 3, i lov om en aktiv beskæftigelsesindsats")
    #expect(try understood(right.with("ophoer.grundlag", "egetOenske")).ids.isEmpty)
    // First used on 20 December since the admission: the six months are over on 19 June.
    let admitted = right.with("mentorstoette.uddannelse.optaget", "2025-12-01")
    let used = [["fra": "2025-12-20", "til": "2026-02-20"]]
    #expect(try understood(admitted.with("mentorstoette.tidligerePerioder", used)).ids.isEmpty)
    let before = [["fra": "2025-11-20", "til": "2025-11-30"]]
    #expect(try understood(admitted.with("mentorstoette.tidligerePerioder", before)).ids == ["stops-a-right"])
  }

  @Test func knowsOfNoRightAtTheStartOfAnEducationBefore2022() throws {
    let early = Fixture.stop.with("mentorstoette.art", "uddannelsesstart").with("afgoerelse.dato", "2021-06-08")
      .with("afgoerelse.partshoering", ["sendt": "2021-05-18", "svar": "Du har svaret, at du er enig."])
      .with("mentorstoette.periode", ["fra": "2021-03-01", "til": "2021-08-31"])
      .with("ophoer.sidsteDag", "2021-06-30")
    #expect(try !understood(early).ids.contains("stops-a-right"))
    #expect(try understood(early.with("mentorstoette.art", "udskrivning")).ids.contains("stops-a-right"))
  }

  @Test func refusesToStopARightForMoney() throws {
    let fixture = Fixture.stop.with("mentorstoette.art", "udskrivning")
      .with("afgoerelse.begrundelse.hensyn", "Støtten er ikke længere inden for kommunens budget.")
    #expect(try understood(fixture).outcome("R24a") == .refused)
    #expect(try understood(fixture.with("mentorstoette.art", "almindelig")).outcome("R24a") == .warning)
  }

  @Test func refusesThatAComplaintKeepsTheSupport() throws {
    let understanding = try understood(.stop.with("ophoer.videre", "Klager du, fortsætter støtten så længe."))
    #expect(understanding.outcome("R28") == .refused)
    #expect(understanding.model == nil)
  }
}
