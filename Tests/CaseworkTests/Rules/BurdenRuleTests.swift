import Diagnostics
import Testing

@testable import Casework

/// R24 and R25: what a decision that refuses or takes something away must rest on.
@Suite struct BurdenRuleTests {
  private func understood(_ fixture: Fixture) throws -> Understanding<Refusal> {
    try fixture.understood(as: Refusal.self)
  }

  @Test func findsReasonsAndHearing() throws {
    let understanding = try understood(.refusal)
    #expect(understanding.outcome("R24") == .fulfilled)
    #expect(understanding.outcome("R25") == .fulfilled)
    #expect(understanding.outcome("R24a") == .fulfilled)
  }

  @Test(arguments: ["faktum", "hensyn"]) func refusesReasonsWithout(_ part: String) throws {
    #expect(try understood(.refusal.without("afgoerelse.begrundelse.\(part)")).outcome("R24") == .refused)
  }

  @Test func asksForAHearingOrAGround() throws {
    let understanding = try understood(.refusal.without("afgoerelse.partshoering"))
    let error = try understanding.only("missing-field")
    #expect(error.message == "Sendt (afgoerelse.partshoering.sendt) mangler.")
    #expect(error.basis == "§ 19 i forvaltningsloven")
    #expect(
      error.help
        == "Skriv dagen, hvor borgeren er hørt. Var høring ikke nødvendig, så skriv hvorfor i afgoerelse.partshoering.undladt: \"egneOplysninger\", \"anden\"."
    )
    #expect(understanding.outcome("R25") == .refused)
    #expect(understanding.model == nil)
  }

  @Test func acceptsThatTheInformationIsTheCitizensOwn() throws {
    let understanding = try understood(.refusal.with("afgoerelse.partshoering", ["undladt": "egneOplysninger"]))
    #expect(understanding.outcome("R25") == .fulfilled)
    #expect(understanding.model?.hearing == .ownInformation)
  }

  @Test func refusesThatACitizenHasWishedARefusal() throws {
    let understanding = try understood(.refusal.with("afgoerelse.partshoering", ["undladt": "egetOenske"]))
    let error = try understanding.only("not-a-wish")
    #expect(
      error.message
        == "Undladt (afgoerelse.partshoering.undladt) er \"egetOenske\". Det kan kun stå i en ændring eller et ophør, som borgeren selv har bedt om."
    )
    #expect(error.basis == "§ 19 i forvaltningsloven")
    #expect(error.help == "Hør borgeren, eller skriv en anden grund.")
    #expect(understanding.model == nil)
  }

  @Test func asksForTheWordsOfAnotherGround() throws {
    let understanding = try understood(.refusal.with("afgoerelse.partshoering", ["undladt": "anden"]))
    let error = try understanding.only("missing-field")
    #expect(error.message == "Grund til at undlade (afgoerelse.partshoering.undladtGrund) mangler.")
    #expect(error.help == "Skriv, hvorfor borgeren ikke skulle høres.")
    #expect(understanding.outcome("R25") == .refused)
    let given = try understood(
      .refusal.with("afgoerelse.partshoering", ["undladt": "anden", "undladtGrund": "Oplysningen er uden betydning."]))
    #expect(given.model?.hearing == .otherGround("Oplysningen er uden betydning."))
  }

  @Test func warnsOfAHearingFromBeforeTheApplication() throws {
    let early = Fixture.refusal.with("afgoerelse.ansoegning.dato", "2026-05-20")
      .with("afgoerelse.partshoering", ["sendt": "2026-05-19", "svar": "Du er uenig."])
    let warning = try understood(early).only("R25")
    #expect(warning.severity == .warning)
    #expect(
      warning.message
        == "Sendt (afgoerelse.partshoering.sendt) er den 19. maj 2026, før ansøgningen den 20. maj 2026, så borgeren ikke er hørt om den."
    )
    let sameDay = early.with("afgoerelse.partshoering.sendt", "2026-05-20")
    #expect(try understood(sameDay).outcome("R25") == .fulfilled)
  }

  @Test func refusesAHearingThatIsBothSentAndLeftOut() throws {
    let error = try understood(
      .refusal.with("afgoerelse.partshoering", ["sendt": "2026-05-18", "undladt": "egetOenske"])
    ).only("hearing-twice")
    #expect(
      error.message
        == "Partshøring (afgoerelse.partshoering) siger både, at borgeren er hørt, og at høringen er undladt.")
  }

  @Test func refusesAHearingAfterTheDecision() throws {
    let error = try understood(.refusal.with("afgoerelse.partshoering", ["sendt": "2026-06-09"])).only("R25")
    #expect(
      error.message
        == "Sendt (afgoerelse.partshoering.sendt) er den 9. juni 2026, efter afgørelsens dato den 8. juni 2026. Borgeren skal høres, før der træffes afgørelse."
    )
    #expect(error.basis == "§ 19 i forvaltningsloven")
  }

  @Test func refusesAHearingThatNobodyCouldAnswer() throws {
    let sameDay = try understood(.refusal.with("afgoerelse.partshoering", ["sendt": "2026-06-08"])).only("R25")
    #expect(sameDay.severity == .error)
    #expect(
      sameDay.message
        == "Sendt (afgoerelse.partshoering.sendt) er den 8. juni 2026, samme dag som afgørelsen, og borgeren har ikke svaret."
    )
    // By telephone it can be answered at once.
    let answered = ["sendt": "2026-06-08", "svar": "Du har svaret, at du er enig."]
    #expect(try understood(.refusal.with("afgoerelse.partshoering", answered)).outcome("R25") == .fulfilled)
    for last in ["2026-05-18", "2026-05-10"] {
      let dated = Fixture.refusal.with("afgoerelse.partshoering", ["sendt": "2026-05-18", "frist": last])
      #expect(
        try understood(dated).only("R25").message.hasSuffix(
          "men høringen er sendt den 18. maj 2026. Borgeren har ikke haft en frist til at svare i."))
    }
  }

  @Test func warnsOfAHearingThatLeftLittleTime() throws {
    func hearing(_ deadline: String?, paper: Bool = false) throws -> Understanding<Refusal> {
      var said = ["sendt": "2026-05-26"]
      said["frist"] = deadline
      return try understood(.refusal.with("afgoerelse.partshoering", said).with("borger.fritagetForDigitalPost", paper))
    }
    let warning = try hearing("2026-06-01").only("R25")
    #expect(warning.severity == .warning && warning.path == "afgoerelse.partshoering.frist")
    #expect(
      warning.message
        == "Høringen er sendt den 26. maj 2026, og borgeren har efter det sædvanlige haft den fra den 26. maj 2026. Fristen udløb den 1. juni 2026, og borgeren har ikke svaret."
    )
    #expect(try hearing("2026-06-02").outcome("R25") == .fulfilled)
    #expect(try hearing(nil).outcome("R25") == .fulfilled)
    // Six working days of the post, with Constitution Day among them.
    let paper = try hearing(nil, paper: true)
    #expect(paper.outcome("R25") == .warning)
    #expect(
      paper.diagnostics.contains {
        $0.id == "R25" && $0.message.contains("haft den fra den 3. juni 2026. Afgørelsen er truffet den 8. juni 2026")
      })
  }

  @Test func waitsForTheDeadlineThatTheCitizenWasGiven() throws {
    let open = Fixture.refusal.with("afgoerelse.partshoering", ["sendt": "2026-06-01", "frist": "2026-06-08"])
    let error = try understood(open).only("R25")
    #expect(
      error.message
        == "Svarfrist (afgoerelse.partshoering.frist) er den 8. juni 2026 og er ikke udløbet den 8. juni 2026. Borgeren har ikke svaret endnu."
    )
    #expect(error.help == "Vent med afgørelsen, til fristen er udløbet, eller skriv borgerens svar.")
    #expect(try understood(open.with("afgoerelse.dato", "2026-06-09")).outcome("R25") == .fulfilled)
    #expect(
      try understood(open.with("afgoerelse.partshoering.svar", "Du har svaret nej.")).outcome("R25") == .fulfilled)
  }
}

/// R24a, R28, R31 and R32: what no letter may say.
@Suite struct BurdenWordingTests {
  private func understood(_ fixture: Fixture) throws -> Understanding<Refusal> {
    try fixture.understood(as: Refusal.self)
  }

  @Test(arguments: [
    ("Det er der ikke plads til inden for kommunens økonomi.", "kommunens økonomi"),
    ("Derfor har vi ikke råd til støtten, og budgettet er brugt.", "kommunens økonomi"),
  ])
  func warnsOfMoney(_ words: String, _ subject: String) throws {
    let understanding = try understood(.refusal.with("afgoerelse.begrundelse.hensyn", words))
    let warning = try understanding.only("R24a")
    #expect(warning.severity == .warning)
    #expect(
      warning.message
        == "Hensyn (afgoerelse.begrundelse.hensyn) nævner \(subject). Det kan ikke begrunde en afgørelse om den enkelte borger."
    )
    #expect(understanding.model != nil)
  }

  @Test func refusesThemWhereTheCitizenHasARight() throws {
    let understanding = try understood(
      .refusal.with("mentorstoette", ["art": "udskrivning"])
        .with("afgoerelse.begrundelse.hensyn", "Vi skal finde besparelser."))
    let error = try understanding.only("R24a")
    #expect(error.severity == .error)
    #expect(
      error.message
        == "Hensyn (afgoerelse.begrundelse.hensyn) nævner kommunens økonomi. Borgeren har ret til støtten, og den kan ikke afslås, nedsættes eller stoppes af den grund."
    )
    #expect(error.basis == "§ 167, stk. 2, i lov om en aktiv beskæftigelsesindsats")
    #expect(understanding.model == nil)
  }

  @Test(arguments: ["Du vil gerne have styr på dit budget.", "Din økonomi er stram, og du har ikke råd til en bil."])
  func letsTheCitizensOwnMoneyPass(_ words: String) throws {
    #expect(try understood(.refusal.with("afgoerelse.begrundelse.faktum", words)).outcome("R24a") == .fulfilled)
  }

  @Test(arguments: [
    "En klage har opsættende virkning.", "Klager du, beholder du din mentor.",
    "Hvis du klager, fortsætter støtten, indtil klagen er afgjort.", "Mens klagen behandles, stopper støtten ikke.",
  ])
  func refusesThatAComplaintSuspends(_ words: String) throws {
    let understanding = try understood(.refusal.with("egenTekst.afslutning", words))
    let error = try understanding.only("R28")
    #expect(
      error.message == "Afslutning (egenTekst.afslutning) siger, at en klage udsætter afgørelsen. Det gør den ikke.")
    #expect(error.basis == "§ 72, stk. 1, i lov om retssikkerhed og administration på det sociale område")
    #expect(understanding.model == nil)
  }

  @Test(arguments: [
    "En klage har ikke opsættende virkning.", "Støtten fortsætter til den 1. juli.", "Hvis du klager, så ring til os.",
    "Mens klagen behandles, fortsætter støtten ikke.",
  ])
  func letsTheTruthPass(_ words: String) throws {
    #expect(try understood(.refusal.with("egenTekst.afslutning", words)).outcome("R28") == .fulfilled)
  }

  @Test func refusesTheCeilingBetweenStateAndMunicipalities() throws {
    let fixture = Fixture.refusal.with("afgoerelse.begrundelse.hensyn", "Loftet i LAB paragraf 203 a er nået.")
    let error = try understood(fixture).only("R31")
    #expect(
      error.message
        == "Hensyn (afgoerelse.begrundelse.hensyn) nævner § 203 a. Bestemmelsen er et loft mellem stat og kommuner og begrunder ingen afgørelse om en borger."
    )
    #expect(error.basis == "§ 203 a i lov om en aktiv beskæftigelsesindsats")
    #expect(try understood(.refusal).outcome("R31") == .fulfilled)
    #expect(
      try understood(.refusal.with("egenTekst.afslutning", "Mød os i lokale 203.")).outcome("R31") == .fulfilled)
  }

  @Test func knowsTheCeilingFromItsFirstDay() throws {
    let fixture = Fixture.refusal.with("afgoerelse.begrundelse.hensyn", "Se § 203 a.")
      .without("afgoerelse.ansoegning.dato").with("afgoerelse.partshoering", ["undladt": "egneOplysninger"])
    #expect(try understood(fixture.with("afgoerelse.dato", "2025-12-31")).outcome("R31") == nil)
    #expect(try understood(fixture.with("afgoerelse.dato", "2026-01-01")).outcome("R31") == .refused)
  }

  @Test(arguments: ["Du kan få en sanktion.", "Du har pligt til at deltage.", "Vi har talt om ret og pligt."])
  func refusesSanctions(_ words: String) throws {
    let understanding = try understood(.refusal.with("egenTekst.indledning", words))
    let error = try understanding.only("R32")
    #expect(
      error.message
        == "Indledning (egenTekst.indledning) nævner en sanktion eller en pligt til at deltage. Mentorstøtte er ikke et tilbud med pligt, og det får ingen følger at sige nej."
    )
    #expect(error.basis == "lov om en aktiv beskæftigelsesindsats")
    #expect(understanding.model == nil)
  }

  @Test func letsACaseSetTheRuleOnSanctionsAside() throws {
    let understanding = try understood(
      .refusal.with("afgoerelse.begrundelse.faktum", "Du fik en sanktion i marts.")
        .with("undtagelser", [["regel": "R32", "grund": "Sanktionen er et faktum i sagen."]]))
    #expect(understanding.outcome("R32") == .waived)
    #expect(understanding.model != nil)
  }

  @Test(arguments: ["Du har ikke pligt til at deltage.", "Du har pligt til at fortælle om ændringer."])
  func letsOtherDutiesPass(_ words: String) throws {
    #expect(try understood(.refusal.with("egenTekst.indledning", words)).outcome("R32") == .fulfilled)
  }
}
