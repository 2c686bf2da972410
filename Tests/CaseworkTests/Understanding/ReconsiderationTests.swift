import Diagnostics
import Testing

@testable import Casework

@Suite struct ReconsiderationTests {
  private func understood(_ fixture: Fixture) throws -> Understanding<ReconsiderationLetter> {
    try fixture.understood(as: ReconsiderationLetter.self)
  }

  /// A complaint that leads to no new decision.
  private func sentOn(_ outcome: String) -> Fixture {
    Fixture.reconsideration.without("mentorstoette").without("mentor").with("genvurdering.udfald", outcome)
  }

  @Test func givesWhatTheNewDecisionGives() throws {
    let understanding = try understood(.reconsideration)
    #expect(understanding.diagnostics.isEmpty, "\(understanding.diagnostics.map(\.message))")
    let model = try #require(understanding.model)
    #expect(model.complaintCase == ComplaintCase(received: "2026-05-18", decisionDate: "2026-05-04"))
    #expect(model.outcome == .partlyUpheld)
    #expect(model.granted?.support.period.to == "2026-12-14")
    #expect(model.reasons?.facts == "Du har været syg.")
  }

  @Test func needsNoReasonsForWhoIsWhollyRight() throws {
    let right = Fixture.reconsideration.with("genvurdering.udfald", "medhold")
    #expect(try understood(right).model?.reasons != nil)
    let model = try #require(try understood(right.without("afgoerelse.begrundelse")).model)
    #expect(model.reasons == nil)
    #expect(model.granted != nil)
  }

  @Test(arguments: ["delvist-medhold", "fastholdt"]) func needsReasonsFor(_ outcome: String) throws {
    let understanding = try understood(
      .reconsideration.with("genvurdering.udfald", outcome).without("afgoerelse.begrundelse.hensyn"))
    #expect(try understanding.only("missing-field").path == "afgoerelse.begrundelse.hensyn")
    #expect(understanding.outcome("R24") == .refused)
    #expect(understanding.model == nil)
  }

  private static let reasonKeys = [
    ("faktum", ["hensyn"]), ("hensyn", ["faktum"]), ("andenHjaelp", ["faktum", "hensyn"]),
  ]

  @Test(arguments: reasonKeys) func asksForTheRestOfReasonsThatNeedNotBe(_ key: String, _ missing: [String]) throws {
    let path = "afgoerelse.begrundelse"
    let late = sentOn("for-sen").with("genvurdering.afgoerelsesdato", "2026-04-13")
      .with("genvurdering.klagefrist", "2026-05-13")
    for fixture in [Fixture.reconsideration.with("genvurdering.udfald", "medhold"), late] {
      let understanding = try understood(fixture.with(path, [key: "Du har været syg."]))
      #expect(
        understanding.diagnostics.filter { $0.id == "missing-field" }.map(\.path) == missing.map { "\(path).\($0)" })
      #expect(understanding.model == nil)
    }
    #expect(try understood(late).model?.reasons?.facts == "Du har været syg.")
    #expect(try understood(late.with(path, [:] as [String: String])).model?.missedDeadline == "2026-05-13")
  }

  @Test func sendsOnWithoutSupport() throws {
    let understanding = try understood(sentOn("fastholdt"))
    #expect(understanding.diagnostics.isEmpty, "\(understanding.diagnostics.map(\.message))")
    #expect(understanding.model?.granted == nil)
    #expect(understanding.outcome("R01") == nil)
  }

  @Test func needsTheSupportOfANewDecision() throws {
    let understanding = try understood(sentOn("medhold"))
    #expect(understanding.ids.contains("missing-field"))
    #expect(understanding.model == nil)
  }

  @Test func makesAPlanOnlyOfANewDecision() throws {
    #expect(try Fixture.reconsideration.caseFile().documentKinds == [.reconsideration, .minPlan])
    #expect(try sentOn("fastholdt").caseFile().documentKinds == [.reconsideration])
  }

  @Test(arguments: [
    ("klageModtaget", "Klagen modtaget", "Skriv den dag, hvor klagen er modtaget."),
    ("afgoerelsesdato", "Den påklagede afgørelses dato", "Skriv datoen på den afgørelse, der er klaget over."),
    ("udfald", "Udfald", "Skriv \"medhold\", \"delvist-medhold\", \"fastholdt\", \"for-sen\"."),
  ])
  func needs(_ key: String, _ label: String, _ help: String) throws {
    let understanding = try understood(.reconsideration.without("genvurdering.\(key)"))
    let error = try understanding.only("missing-field")
    #expect(error.message == "\(label) (genvurdering.\(key)) mangler.")
    #expect(error.help == help)
    #expect(understanding.model == nil)
  }

  @Test func keepsTheOrderOfTime() throws {
    #expect(
      try understood(.reconsideration.with("genvurdering.afgoerelsesdato", "2026-05-19"))
        .only("complaint-before-decision").message
        == "Klagen modtaget (genvurdering.klageModtaget) er den 18. maj 2026, før den påklagede afgørelse af 19. maj 2026."
    )
    #expect(
      try understood(.reconsideration.with("genvurdering.klageModtaget", "2026-06-09")).only("complaint-after-letter")
        .message
        == "Klagen modtaget (genvurdering.klageModtaget) er den 9. juni 2026, efter brevets dato den 8. juni 2026.")
  }

  @Test func warnsAfterFourWeeks() throws {
    let day = "genvurdering.klageModtaget"
    #expect(try understood(.reconsideration.with(day, "2026-05-11")).outcome("R27a") == .fulfilled)
    let late = Fixture.reconsideration.with(day, "2026-05-10")
    let warning = try understood(late).only("R27a")
    #expect(warning.severity == .warning)
    #expect(
      warning.message
        == "Klagen modtaget (genvurdering.klageModtaget) er den 10. maj 2026. Genvurderingen skulle være færdig senest den 7. juni 2026."
    )
    #expect(
      warning.basis
        == "§ 11, stk. 1, i bekendtgørelse om retssikkerhed og administration på det sociale område")
    #expect(
      try understood(late.with("genvurdering.forsinkelseMeddelt", "2026-06-07")).outcome("R27a") == .fulfilled)
    #expect(try understood(late.with("genvurdering.forsinkelseMeddelt", "2026-06-08")).outcome("R27a") == .warning)
  }

  @Test func refusesAnImpossibleDayOfTheDelay() throws {
    let path = "genvurdering.forsinkelseMeddelt"
    let late = Fixture.reconsideration.with("genvurdering.klageModtaget", "2026-05-10")
    let before = try understood(late.with(path, "2026-05-09"))
    #expect(
      try before.only("delay-before-complaint").message
        == "Forsinkelse meddelt (genvurdering.forsinkelseMeddelt) er den 9. maj 2026, før klagen blev modtaget den 10. maj 2026."
    )
    #expect(before.model == nil)
    #expect(try !understood(late.with(path, "2026-05-10")).ids.contains("delay-before-complaint"))
    let after = try understood(late.with(path, "2026-06-09"))
    #expect(
      try after.only("delay-after-letter").message
        == "Forsinkelse meddelt (genvurdering.forsinkelseMeddelt) er den 9. juni 2026, efter brevets dato den 8. juni 2026."
    )
    #expect(after.model == nil)
    #expect(try understood(late.with(path, "2026-06-08")).model != nil)
  }

  @Test func sendsALateComplaintOn() throws {
    let late = sentOn("for-sen").without("afgoerelse.begrundelse").with("genvurdering.afgoerelsesdato", "2026-04-13")
    let error = try understood(late).only("missing-field")
    #expect(error.message == "Klagefristens sidste dag (genvurdering.klagefrist) mangler.")
    let model = try #require(try understood(late.with("genvurdering.klagefrist", "2026-05-13")).model)
    #expect(model.missedDeadline == "2026-05-13")
    #expect(model.reasons == nil)
    #expect(model.complaint == nil)
  }

  @Test func refusesADeadlineThatIsShorterThanTheLaws() throws {
    // Of 4 May: four weeks end on 1 June 2026, a Monday.
    let late = sentOn("for-sen").with("genvurdering.klageModtaget", "2026-06-02").with("afgoerelse.dato", "2026-06-08")
    let error = try understood(late.with("genvurdering.klagefrist", "2026-05-29")).only("R27b")
    #expect(error.severity == .error)
    #expect(
      error.message
        == "Klagefristens sidste dag (genvurdering.klagefrist) er den 29. maj 2026, men afgørelsen er fra den 4. maj 2026, og fristen kan tidligst slutte den 1. juni 2026."
    )
    #expect(
      error.help
        == "Fristen er 4 uger fra den dag, borgeren fik afgørelsen. Kom klagen inden da, skal den genvurderes.")
    #expect(try understood(late.with("genvurdering.klagefrist", "2026-06-01")).outcome("R27b") == .fulfilled)
  }

  /// Of Monday 13 April on paper: presumed received on 21 April, and four weeks end on 19 May.
  @Test func refusesADeadlineThatLeavesOutTheTimeOfThePost() throws {
    let late = sentOn("for-sen").with("genvurdering.afgoerelsesdato", "2026-04-13")
      .with("genvurdering.klageModtaget", "2026-05-18").with("genvurdering.klagefrist", "2026-05-13")
    #expect(try understood(late).outcome("R27b") == .fulfilled)
    let paper = late.with("borger.fritagetForDigitalPost", true)
    let error = try understood(paper).only("R27b")
    #expect(
      error.message
        == "Klagefristens sidste dag (genvurdering.klagefrist) er den 13. maj 2026, men borgeren får breve på papir, og et brev fra den 13. april 2026 er efter det sædvanlige først modtaget, så fristen slutter den 19. maj 2026."
    )
    let handedOver = [["regel": "R27b", "grund": "Borgeren hentede selv brevet den 13. april."]]
    #expect(try understood(paper.with("undtagelser", handedOver)).outcome("R27b") == .waived)
  }

  @Test func refusesADeadlineThatEndsOnAClosedDay() throws {
    // 17 May 2026 is a Sunday.
    for outcome in ["for-sen", "fastholdt", "medhold"] {
      let sent = sentOn(outcome).with("genvurdering.klagefrist", "2026-05-17")
        .with("genvurdering.afgoerelsesdato", "2026-04-13")
      let error = try understood(sent).only("R27b")
      #expect(error.severity == .error)
      #expect(
        error.message
          == "Klagefristens sidste dag (genvurdering.klagefrist) er den 17. maj 2026, og på den dag slutter en frist ikke. Den slutter den næste arbejdsdag, den 18. maj 2026."
      )
      #expect(error.help == "Skriv den 18. maj 2026, og se efter, om klagen kom i tide.")
    }
  }

  /// Also before the provision about late complaints is confirmed: the letter would contradict itself.
  @Test(arguments: ["2026-06-08", "2025-06-20"]) func refusesToCallAComplaintLateThatWasNot(_ date: String) throws {
    let year = String(date.prefix(4))
    let error = try understood(
      sentOn("for-sen").with("genvurdering.klagefrist", "\(year)-05-19")
        .with("genvurdering.klageModtaget", "\(year)-05-19").with("genvurdering.afgoerelsesdato", "\(year)-04-14")
        .with("afgoerelse.dato", date)
    ).only("complaint-in-time")
    #expect(
      error.message
        == "Klagefristens sidste dag (genvurdering.klagefrist) er den 19. maj \(year), og klagen er modtaget den 19. maj \(year). Den kom i tide."
    )
    #expect(error.help == "Ret datoen eller udfaldet.")
  }

  @Test func refusesToMaintainOnALateComplaint() throws {
    let late = sentOn("fastholdt").with("genvurdering.klagefrist", "2026-05-13")
    let error = try understood(late).only("R27b")
    #expect(
      error.message
        == "Klagefristens sidste dag (genvurdering.klagefrist) er den 13. maj 2026, og klagen er modtaget den 18. maj 2026. En klage, der kommer for sent, sendes straks til Ankestyrelsen."
    )
    #expect(error.severity == .error)
    #expect(
      try understood(.reconsideration.with("genvurdering.klagefrist", "2026-05-13")).outcome("R27b") == .warning)
  }
}
