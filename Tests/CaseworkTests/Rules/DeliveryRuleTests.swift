import Diagnostics
import Fields
import Lawbook
import Testing

@testable import Casework

@Suite struct DeliveryRuleTests {
  static var exempt: Fixture { Fixture.grant.with("borger.fritagetForDigitalPost", true) }

  @Test func sendsDigitalPostByDefault() throws {
    #expect(try Fixture.grant.model().letter.recipient.channel == .digital)
  }

  @Test func sendsPaperToTheExempt() throws {
    let model = try Self.exempt.model()
    #expect(model.letter.recipient.channel == .paper)
    #expect(model.complaint.received == "2026-06-16")
    #expect(model.complaint.lastDay == "2026-07-14")
    #expect(model.complaint.channel == .paper)
  }

  @Test func refusesPaperToOthers() throws {
    let error = try Fixture.grant.with("modtagere", [["rolle": "borger", "kanal": "papir"]]).understood().only("R33")
    #expect(error.severity == .error)
    #expect(error.message == "Kanal (modtagere.1.kanal) er papir, men borgeren er ikke fritaget for Digital Post.")
    #expect(error.basis == "§ 132 i bekendtgørelse om en aktiv beskæftigelsesindsats")
  }

  @Test func refusesDigitalPostToTheExempt() throws {
    let error = try Self.exempt.with("modtagere", [["rolle": "borger", "kanal": "digital"]]).understood().only("R33")
    #expect(error.message == "Kanal (modtagere.1.kanal) er Digital Post, men borgeren er fritaget for Digital Post.")
  }

  @Test func doesNotKnowTheChannelRuleBefore2024() throws {
    let understanding = try Fixture.grant.with("modtagere", [["rolle": "borger", "kanal": "papir"]]).with(
      "afgoerelse.dato", "2023-06-05"
    ).understood()
    #expect(understanding.outcome("R33") == .notApplicable)
    // The support of the example begins three years later.
    #expect(understanding.ids == ["far-date"])
    #expect(understanding.model != nil)
  }

  @Test func refusesPaperWithoutAnAddress() throws {
    let error = try Self.exempt.without("borger.adresse").understood().only("missing-field")
    #expect(error.message == "Adresse (borger.adresse) mangler.")
  }

  @Test func refusesALetterWithoutItsIssuer() throws {
    let understanding = try Fixture.grant.without("sagsbehandler").understood()
    let error = try understanding.only("missing-field")
    #expect(error.message == "Navn (sagsbehandler.navn) mangler.")
    #expect(error.basis == "§ 133, stk. 2, i bekendtgørelse om en aktiv beskæftigelsesindsats")
    #expect(understanding.outcome("R34") == .refused)
  }

  @Test func usesTheNamedDayOfReceipt() throws {
    let model = try Fixture.grant.with("afgoerelse.modtagelsesdag", "2026-06-10").model()
    #expect(model.complaint.received == "2026-06-10")
    #expect(model.complaint.lastDay == "2026-07-08")
  }

  @Test func refusesReceiptBeforeTheDecision() throws {
    let error = try Fixture.grant.with("afgoerelse.modtagelsesdag", "2026-06-07").understood().only("R27")
    #expect(
      error.message
        == "Modtagelsesdag (afgoerelse.modtagelsesdag) er den 7. juni 2026, før afgørelsens dato den 8. juni 2026. Klagefristen ville blive for kort."
    )
  }

  @Test func countsFromTheDayOnWhichDigitalPostShowsTheLetter() throws {
    let waiting = Fixture.grant.with("forsendelse", ["leveresFra": "2026-06-10"])
    let model = try waiting.model()
    #expect(model.complaint.received == "2026-06-10" && model.complaint.lastDay == "2026-07-08")
    // A named day that is later still counts.
    #expect(try waiting.with("afgoerelse.modtagelsesdag", "2026-06-11").model().complaint.received == "2026-06-11")
  }

  @Test func refusesReceiptBeforeTheLetterCanBeRead() throws {
    let error = try Fixture.grant.with("forsendelse", ["leveresFra": "2026-06-10"])
      .with("afgoerelse.modtagelsesdag", "2026-06-09").understood().only("R27")
    #expect(error.severity == .error)
    #expect(
      error.message
        == "Modtagelsesdag (afgoerelse.modtagelsesdag) er den 9. juni 2026, men brevet kan først læses den 10. juni 2026 (forsendelse.leveresFra). Klagefristen ville blive for kort."
    )
    #expect(error.help == "Ret den ene af de to datoer.")
  }

  @Test func refusesDeliveryBeforeTheDecision() throws {
    let error = try Fixture.grant.with("forsendelse", ["leveresFra": "2026-06-07"]).understood().only("R27")
    #expect(
      error.message
        == "Leveres fra (forsendelse.leveresFra) er den 7. juni 2026, før afgørelsens dato den 8. juni 2026. Klagefristen ville blive for kort."
    )
    #expect(error.help == "Skriv en dag fra brevets dato og 12 dage frem, eller udelad feltet.")
  }

  @Test func needsToKnowWhereAComplaintGoes() throws {
    let understanding = try Fixture.grant.without("myndighed.telefon").understood()
    let error = try understanding.only("missing-field")
    #expect(error.message == "Telefon (myndighed.telefon) mangler.")
    #expect(
      error.basis
        == "§ 25 i forvaltningsloven og § 66 i lov om retssikkerhed og administration på det sociale område")
    #expect(understanding.outcome("R23") == .refused)
  }

  @Test func writesOneLetterForEachRecipient() throws {
    let understanding = try Fixture.grant.with(
      "modtagere",
      [
        ["rolle": "borger"],
        [
          "rolle": "vaerge", "navn": "Torben Holm", "kanal": "papir", "kopi": true,
          "adresse": ["vej": "Strandvej 1", "postnummer": "3250", "by": "Gilleleje"],
        ],
        ["rolle": "repraesentant", "navn": "Ida Lund"], ["rolle": "repraesentant", "navn": "Bo Lund"],
      ]
    ).understood()
    #expect(understanding.diagnostics.isEmpty)
    #expect(
      understanding.models.map { $0.identity.path(extension: "html") } == [
        "27.36.00-G01-1-26/bevilling-2026-06-08.html", "27.36.00-G01-1-26/bevilling-2026-06-08-vaerge.html",
        "27.36.00-G01-1-26/bevilling-2026-06-08-repraesentant.html",
        "27.36.00-G01-1-26/bevilling-2026-06-08-repraesentant-2.html",
      ])
    #expect(understanding.models[1].letter.otherRecipients.map(\.name) == ["Mikkel Bang", "Ida Lund", "Bo Lund"])
    // Whoever else gets the letter, and however: the deadline is the citizen's.
    #expect(
      Set(understanding.models.map(\.complaint)) == [ComplaintDeadline(received: "2026-06-08", channel: .digital)])
  }

  @Test func tellsNobodyWithCustodyOfAnAdult() throws {
    let others = [["rolle": "borger"], ["rolle": "foraeldremyndighed", "navn": "Karin Bang"]]
    // Eighteen on the day of the decision, and a day younger.
    let adult = try Fixture.grant.with("modtagere", others).with("borger.cpr", "680608-4237").understood()
    let error = try adult.only("custody-of-adult")
    #expect(
      error.message
        == "Rolle (modtagere.2.rolle) er indehaver af forældremyndigheden, men borgeren er fyldt 18 år efter CPR-nummeret."
    )
    #expect(adult.model == nil)
    let young = try Fixture.grant.with("modtagere", others).with("borger.cpr", "690608-4237").understood()
    #expect(young.diagnostics.isEmpty)
    #expect(young.models.count == 2)
  }

  @Test func warnsOfDigitalPostToAChild() throws {
    let child = Fixture.grant.with("borger.cpr", "690611-4237")
    let warning = try child.understood().only("citizen-under-15")
    #expect(
      warning.message == "Borgeren er under 15 år efter CPR-nummer (borger.cpr) og kan ikke have en digital postkasse.")
    #expect(try child.with("borger.fritagetForDigitalPost", true).understood().ids.isEmpty)
    #expect(try Fixture.grant.with("borger.cpr", "680611-4237").understood().ids.isEmpty)
  }

  @Test func keepsTheCitizensAddressOutOfOthersLetters() throws {
    let understanding = try Fixture.grant.with("borger.adressebeskyttet", true).with(
      "modtagere", [["rolle": "borger"], ["rolle": "repraesentant", "navn": "Ida Lund"]]
    ).understood()
    let model = try #require(understanding.models.last)
    var table = SlotTable()
    GrantDecision.fields.fill(&table, from: model)
    #expect(model.letter.recipient.address == nil)
    #expect(!String(decoding: table.bytes, as: UTF8.self).contains("Bymosevej"))
  }

  @Test func refusesAProtectedAddressInATextToOthers() throws {
    let fixture = Fixture.grant.with("borger.adressebeskyttet", true).with(
      "egenTekst.afslutning", "Vi mødes på Bymosevej 18.")
    #expect(try fixture.understood().diagnostics.isEmpty)
    let error = try fixture.with("modtagere", [["rolle": "borger"], ["rolle": "repraesentant", "navn": "Ida Lund"]])
      .understood().only("protected-address-in-text")
    #expect(
      error.message
        == "Afslutning (egenTekst.afslutning) indeholder borgerens adresse. Den er beskyttet, og dokumentet læses også af andre."
    )
  }

  @Test(arguments: [
    ("Bymosevej 18", "Han bor på Bymosevej."), ("Bymosevej 18", "BYMOSEVEJ  18"),
    ("Bymosevej 18", "Bymosevejs beboere"),
    ("Ågade 2", "på ågade"), ("ågade 2", "på ÅGADE 2"), ("Ågade 2", "på Aagade"), ("Ågade 2", "A\u{30A}gade"),
    ("Nordre  Strandvej 210, 2. tv.", "ved nordre\u{A0}strandvej"), ("Nordre Strandvej 210", "Nordre\n Strandvej"),
    ("Nordre Strandvej 210", "Nordre Strand\u{AD}vej"), ("c/o Lund, Bymosevej 18", "nær bymosevej"),
    ("H.C. Andersens Vej 4", "H. C. Andersens vej"), ("10. februar Vej 3", "10. Februar Vej"), ("Å 3", "Å 3"),
  ])
  func findsAProtectedStreetInAnyForm(_ street: String, _ text: String) throws {
    let understanding = try Fixture.grant.with("borger.adressebeskyttet", true).with("borger.adresse.vej", street)
      .with("modtagere", [["rolle": "borger"], ["rolle": "repraesentant", "navn": "Ida Lund"]])
      .with("egenTekst.afslutning", text).understood()
    let error = try understanding.only("protected-address-in-text")
    #expect(error.help == "Slet adressen fra teksten, også når kun vejens navn er nævnt.")
    #expect(!error.message.lowercased().contains("bymosevej"))
  }

  @Test(arguments: [
    ("Bymosevej 18", "Han bor på Mosevej."), ("Nordre Strandvej 210", "Nordre Ringvej og Søndre Strandvej"),
    ("Å 3", "Åen er 3 km lang"), ("Bymosevej 18", "bymose vej"),
  ])
  func letsOtherStreetsPass(_ street: String, _ text: String) throws {
    let understanding = try Fixture.grant.with("borger.adressebeskyttet", true).with("borger.adresse.vej", street)
      .with("modtagere", [["rolle": "borger"], ["rolle": "repraesentant", "navn": "Ida Lund"]])
      .with("egenTekst.afslutning", text).understood()
    #expect(understanding.ids.isEmpty)
  }

  @Test func findsAProtectedStreetInNamesAndTitles() throws {
    let understanding = try Fixture.grant.with("borger.adressebeskyttet", true).with(
      "mentor.titel", "nabo, Bymosevej 16"
    )
    .with("modtagere", [["rolle": "borger"], ["rolle": "repraesentant", "navn": "Ida Lund"]]).understood()
    #expect(
      try understanding.only("protected-address-in-text").message
        == "Titel (mentor.titel) indeholder borgerens adresse. Den er beskyttet, og dokumentet læses også af andre.")
  }

  @Test func refusesTheCitizenTwice() throws {
    let error = try Fixture.grant.with("modtagere", [["rolle": "borger"], ["rolle": "borger"]]).understood().only(
      "repeated-recipient")
    #expect(error.message == "Borgeren står flere gange i listen over modtagere (modtagere).")
  }

  @Test func warnsWhenTheCitizenGetsNothing() throws {
    let understanding = try Fixture.grant.with("modtagere", [["rolle": "repraesentant", "navn": "Ida Lund"]])
      .understood()
    let warning = try understanding.only("citizen-not-recipient")
    #expect(warning.severity == .warning)
    #expect(understanding.model?.letter.recipient.role == .representative)
  }

  @Test func refusesNothingButCopies() throws {
    let error = try Fixture.grant.with("modtagere", [["rolle": "borger", "kopi": true]]).understood().only(
      "no-main-recipient")
    #expect(error.message == "Alle modtagere (modtagere) får brevet som kopi.")
  }

  @Test func countsTheDeadlineOfACitizenWhoIsNotARecipient() throws {
    let recipients: [[String: Any]] = [["rolle": "vaerge", "navn": "Torben Holm"]]
    let digital = try Fixture.grant.with("modtagere", recipients).model()
    #expect(digital.complaint == ComplaintDeadline(received: "2026-06-08", channel: .digital))
    let exempt = try Self.exempt.with("modtagere", recipients).model()
    #expect(exempt.letter.recipient.channel == .digital)
    #expect(exempt.complaint == ComplaintDeadline(received: "2026-06-08", channel: .digital))
  }

  @Test func knowsWhoGetsTheLetterInTheCitizensPlace() throws {
    let guardian: [String: Any] = ["rolle": "vaerge", "navn": "Torben Holm"]
    let friend: [String: Any] = ["rolle": "repraesentant", "navn": "Ida Lund"]
    func inPlace(_ recipients: [[String: Any]]) throws -> [Bool] {
      try Fixture.grant.with("modtagere", recipients).understood().models.map(\.letter.recipient.isForCitizen)
    }
    #expect(try inPlace([guardian]) == [true])
    #expect(try inPlace([guardian, friend.merging(["kopi": true]) { $1 }]) == [true, false])
    #expect(try inPlace([guardian, friend]) == [false, false])
    #expect(try inPlace([["rolle": "borger"], guardian]) == [false, false])
    #expect(try inPlace([guardian, ["rolle": "borger", "kopi": true]]) == [false, false])
  }

  @Test func countsTheDeadlineByThoseWhomTheLetterIsTo() throws {
    let address = ["vej": "Strandvejen 4", "postnummer": "3250", "by": "Gilleleje"]
    let paper: [String: Any] = [
      "rolle": "repraesentant", "navn": "Torben Holm", "kanal": "papir", "adresse": address,
    ]
    func deadline(_ recipients: [[String: Any]]) throws -> ComplaintDeadline {
      try Fixture.grant.with("modtagere", recipients).model().complaint
    }
    let late = ComplaintDeadline(received: "2026-06-16", channel: .paper)
    let early = ComplaintDeadline(received: "2026-06-08", channel: .digital)
    #expect(try deadline([paper]) == late)
    // The citizen's own receipt counts, whoever else gets the letter.
    #expect(try deadline([["rolle": "borger"], paper]) == early)
    // Of somebody who acts for the citizen and the citizen's copy, the one that comes last.
    #expect(try deadline([paper, ["rolle": "borger", "kopi": true]]) == late)
    #expect(try deadline([["rolle": "vaerge", "navn": "Torben Holm"], paper.merging(["kopi": true]) { $1 }]) == early)
  }

  @Test func warnsOfDigitalPostToTheExemptAtAnyTime() throws {
    let understanding = try Self.exempt.with("modtagere", [["rolle": "borger", "kanal": "digital"]])
      .with("afgoerelse.dato", "2023-06-05").understood()
    let warning = try understanding.only("R33")
    #expect(warning.severity == .warning)
    #expect(warning.message == "Kanal (modtagere.1.kanal) er Digital Post, men borgeren er fritaget for Digital Post.")
    #expect(warning.basis == nil)
    #expect(understanding.model != nil)
  }

  @Test func warnsOfReceiptLongAfterTheLetter() throws {
    let understanding = try Fixture.grant.with("afgoerelse.modtagelsesdag", "2026-06-23").understood()
    let warning = try understanding.only("R27")
    #expect(warning.severity == .warning)
    #expect(
      warning.message
        == "Modtagelsesdag (afgoerelse.modtagelsesdag) er den 23. juni 2026, mere end 14 dage efter afgørelsens dato den 8. juni 2026."
    )
    #expect(warning.help == "Se efter, om dagen er rigtig. Klagefristen regnes fra den.")
    #expect(understanding.model?.complaint.received == "2026-06-23")
    let last = try Fixture.grant.with("afgoerelse.modtagelsesdag", "2026-08-07").understood().only("R27")
    #expect(last.severity == .warning)
    let usual = try Fixture.grant.with("afgoerelse.modtagelsesdag", "2026-06-22").understood()
    #expect(usual.outcome("R27") == .fulfilled)
  }

  @Test func refusesReceiptMonthsAfterTheLetter() throws {
    let understanding = try Fixture.grant.with("afgoerelse.modtagelsesdag", "2026-08-08").understood()
    let error = try understanding.only("R27")
    #expect(error.severity == .error)
    #expect(
      error.message
        == "Modtagelsesdag (afgoerelse.modtagelsesdag) er den 8. august 2026, mere end 60 dage efter afgørelsens dato den 8. juni 2026."
    )
    #expect(error.help == "Ret dagen. Skal brevet først sendes senere, så giv afgørelsen den dato.")
    #expect(understanding.model == nil)
  }
}
