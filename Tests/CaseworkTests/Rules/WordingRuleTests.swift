import Diagnostics
import Testing

@testable import Casework

/// What caseworkers write, and what looks like it: the words of R24a, R28, R31 and R32.
@Suite struct WordingRuleTests {
  private func outcome(_ rule: String, _ path: String, _ words: String) throws -> Finding.Outcome? {
    try Fixture.refusal.with(path, words).understood(as: Refusal.self).outcome(rule)
  }

  // MARK: R24a

  @Test(arguments: [
    "Kommunens serviceniveau er to timer.", "Kommunens servicestandard giver højst to timer.",
    "Det følger af vores kvalitetsstandard.",
  ])
  func refusesAServiceLevelAmongTheReasons(_ words: String) throws {
    let refusal = Fixture.refusal.with("afgoerelse.begrundelse.hensyn", words)
    let understanding = try refusal.understood(as: Refusal.self)
    let error = try understanding.only("R24a")
    #expect(error.severity == .error)
    #expect(
      error.message
        == "Hensyn (afgoerelse.begrundelse.hensyn) nævner serviceniveauet. Det kan ikke begrunde en afgørelse om den enkelte borger."
    )
    #expect(error.help == "Begrund afgørelsen med borgerens eget behov.")
    #expect(understanding.model == nil)
    let waived = refusal.with("undtagelser", [["regel": "R24a", "grund": "Teksten siger, at niveauet ikke er brugt."]])
    #expect(try waived.understood(as: Refusal.self).model != nil)
  }

  @Test func refusesAServiceLevelAmongTheReasonsOfAGrantToo() throws {
    let grant = Fixture.grant.with("egenTekst.begrundelse", "Timerne følger kommunens serviceniveau.")
    #expect(try grant.understood().only("R24a").severity == .error)
    let elsewhere = Fixture.grant.with("egenTekst.afslutning", "Læs om vores serviceniveau på kommune.example.")
    let warning = try elsewhere.understood().only("R24a")
    #expect(warning.severity == .warning)
    #expect(try elsewhere.understood().model != nil)
  }

  /// A number that is one of the authority's own levels may be another's: a person must look.
  @Test func warnsOfALevelByItsNumberAmongTheReasons() throws {
    func found(_ words: String, _ profile: AuthorityProfile?) throws -> [Diagnostic] {
      try Fixture.grant.with("egenTekst.begrundelse", words).understood(profile).diagnostics.filter { $0.id == "R24a" }
    }
    let profile = try Repository.gribskov()
    let warning = try #require(try found("Du er på NIVEAU\u{A0}2.", profile).first)
    #expect(warning.severity == .warning)
    #expect(
      warning.message
        == "Begrundelse (egenTekst.begrundelse) nævner et niveau med nummer. Er det kommunens serviceniveau, kan det "
        + "ikke begrunde en afgørelse om den enkelte borger.")
    #expect(try found("Du er på niveau 2.", nil).isEmpty)
    for other in ["Du er på niveau 22.", "Du er på et højt niveau.", "2 timer på C-niveau."] {
      #expect(try found(other, profile).isEmpty, "\(other)")
    }
  }

  @Test(arguments: [
    ("Økonomien tillader ikke mere støtte.", "kommunens økonomi"),
    ("Der er ikke afsat midler til flere mentorer.", "kommunens økonomi"),
    ("Rammen er brugt for i år.", "kommunens økonomi"),
    ("Vi har ikke ressourcer til det.", "kommunens økonomi"),
    ("Kommunen har ikke flere penge i år.", "kommunens økonomi"),
    ("I år har vi desværre ikke midler nok.", "kommunens økonomi"),
    ("Derfor må vi spare på mentorer.", "kommunens økonomi"),
    ("Mentoren er for dyr for os.", "kommunens økonomi"),
    ("Der er ikke råd til en mentor.", "kommunens økonomi"),
    ("Vi bevilger højst to timer om ugen.", "en fast grænse"),
    ("Kommunen giver aldrig mentor til studerende.", "en fast grænse"),
    ("Vi siger nej af økonomiske årsager.", "økonomi, som kan være kommunens"),
  ])
  func warnsOfGroundsThatAreNone(_ words: String, _ subject: String) throws {
    let warning = try Fixture.refusal.with("afgoerelse.begrundelse.hensyn", words).understood(as: Refusal.self)
      .only("R24a")
    #expect(warning.severity == .warning)
    #expect(
      warning.message
        == "Hensyn (afgoerelse.begrundelse.hensyn) nævner \(subject). Det kan ikke begrunde en afgørelse om den enkelte borger."
    )
  }

  @Test(arguments: [
    "Du har mange ressourcer og et godt netværk.", "Du får lægemidler og har ingen hjælpemidler til hjemmet.",
    "Du vil gerne lære at lægge et budget.", "Bussen er for dyr, så du cykler.", "Du skal spare op til et kørekort.",
    "Du har svært ved at få pengene til at slå til.", "Din praktik giver højst 20 timer om ugen.",
    "Du har ikke penge til en telefon, så vi skriver til dig.", "Kommunen har fået oplyst, at du ikke har flere penge.",
  ])
  func letsTheCitizensLifePass(_ words: String) throws {
    #expect(try outcome("R24a", "afgoerelse.begrundelse.faktum", words) == .fulfilled)
  }

  @Test func refusesNothingForMoneyThatMayBeTheCitizens() throws {
    let understanding = try Fixture.refusal.with("mentorstoette", ["art": "udskrivning"])
      .with("afgoerelse.begrundelse.faktum", "Du stoppede på skolen af økonomiske grunde.")
      .understood(as: Refusal.self)
    #expect(try understanding.only("R24a").severity == .warning)
    #expect(understanding.model != nil)
  }

  @Test func findsTheGroundInWordsOfItsOwnToo() throws {
    let closing = try Fixture.refusal.with("egenTekst.afslutning", "Kommunens budget for mentorer er brugt op.")
      .understood(as: Refusal.self)
    #expect(try closing.only("R24a").severity == .warning)
  }

  @Test func citesTheRightOfTheYoung() throws {
    let understanding = try Fixture.refusal.with("mentorstoette", ["art": "uddannelsesstart"])
      .with("afgoerelse.begrundelse.hensyn", "Vores budget er brugt.").understood(as: Refusal.self)
    let error = try understanding.only("R24a")
    #expect(error.severity == .error)
    #expect(error.basis == "§ 167, stk. 3, i lov om en aktiv beskæftigelsesindsats")
  }

  // MARK: R28

  @Test(arguments: [
    "Hvis du klager, kører støtten videre.", "Klager du, fortsætter støtten, så du ikke mister din mentor.",
    "Støtten stopper først, når klagen er afgjort.", "Afgørelsen træder først i kraft, når Ankestyrelsen har svaret.",
    "Vi venter med at stoppe støtten, til klagen er behandlet.", "En klage udsætter stoppet.",
    "Afgørelsen er i bero, mens din klage behandles.", "Du beholder din mentor, så længe Ankestyrelsen ser på sagen.",
    "Klager du, ophører støtten ikke.", "Klagen får opsættende effekt.",
  ])
  func refusesThatAComplaintDelays(_ words: String) throws {
    #expect(try outcome("R28", "egenTekst.afslutning", words) == .refused)
  }

  @Test(arguments: [
    "I din klage skriver du, at du gerne vil fortsætte.", "Du klager over smerter, men du fortsætter i praktikken.",
    "Afgørelsen gælder, selv om du klager.", "Klager du, fortsætter sagen hos Ankestyrelsen.",
    "Hvis du klager, og vi ikke ændrer afgørelsen, sender vi klagen videre.", "En klage udsætter ikke afgørelsen.",
    "Når klagen er afgjort, kan støtten fortsætte, hvis du får ret.", "Klager du for sent, gælder klagen ikke.",
    "Støtten stopper, også mens klagen behandles.",
  ])
  func letsTrueWordsAboutComplaintsPass(_ words: String) throws {
    #expect(try outcome("R28", "egenTekst.afslutning", words) == .fulfilled)
  }

  @Test func holdsForAGrantToo() throws {
    let words = "Klager du inden for fire uger, venter vi med at starte."
    let understanding = try Fixture.grant.with("egenTekst.afslutning", words).understood(as: GrantDecision.self)
    #expect(understanding.outcome("R28") == .refused)
    #expect(understanding.model == nil)
  }

  // MARK: R23

  @Test(arguments: [
    ("Du kan ikke klage over denne afgørelse.", "at der ikke kan klages"),
    ("Der er ingen klageadgang.", "at der ikke kan klages"),
    ("Du har 2 uger til at klage.", "en anden frist for at klage"),
    ("Vil du klage, skal det ske senest den 5. juli.", "en anden frist for at klage"),
    ("Klagefristen er 14 dage.", "en anden frist for at klage"),
    ("Klagen skal du sende til Ankestyrelsen.", "at en klage sendes til andre end kommunen"),
    ("Send din klage direkte til Ankestyrelsen.", "at en klage sendes til andre end kommunen"),
  ])
  func refusesOtherGuidanceOnComplaints(_ words: String, _ subject: String) throws {
    let understanding = try Fixture.grant.with("egenTekst.afslutning", words).understood(as: GrantDecision.self)
    let error = try understanding.only("R23")
    #expect(
      error.message
        == "Afslutning (egenTekst.afslutning) siger \(subject). Det modsiger brevets klagevejledning.")
    #expect(error.basis == "§ 25 i forvaltningsloven")
    #expect(understanding.model == nil)
  }

  @Test(arguments: [
    "Du har 4 uger til at klage.", "Du klager over smerter, og du har været syg i 3 uger.",
    "Send klagen til os. Vi sender den videre til Ankestyrelsen.", "Hvis du vil klage, så ring til os.",
    "Du har klaget over støjen i 14 dage.", "Kommunen sender klagen til Ankestyrelsen.",
    "Du kan klage til Ankestyrelsen.",
    "Du kan ikke arbejde mere end 3 timer, og du klager over rygsmerter.",
  ])
  func letsTheGuidanceBeRepeated(_ words: String) throws {
    #expect(
      try Fixture.grant.with("egenTekst.afslutning", words).understood(as: GrantDecision.self).outcome("R23")
        == .fulfilled)
  }

  @Test func letsALetterAboutAComplaintTellOfItsDeadline() throws {
    let words = "Klagefristen på 4 uger og 2 dage var ikke gået, da du klagede."
    let upheld = Fixture.reconsideration.with("egenTekst.afslutning", words)
    #expect(try upheld.understood(as: ReconsiderationLetter.self).outcome("R23") != .refused)
  }

  // MARK: R31

  @Test(arguments: [
    "Se § 203 a.", "Se §203a, stk. 3.", "Jf. §\u{A0}203\u{A0}A i loven.", "Efter LAB 203 a er der et loft.",
    "Det følger af § 203, litra a.", "Kommunens udgiftsloft er nået.", "Det sker af hensyn til budgetgarantien.",
    "Budgetloftet for året er brugt.",
  ])
  func refusesTheCeilingInAnyForm(_ words: String) throws {
    #expect(try outcome("R31", "egenTekst.indledning", words) == .refused)
  }

  @Test(arguments: [
    "Du har arbejdet i 203 arbejdsdage.", "Vi mødes på Hovedgaden 203 A.", "Mød op i lokale 203 aftenen før.",
    "Du vil lære at lægge budget.", "Sag 203 a blev lukket.",
  ])
  func letsOtherNumbersThanTheCeilingPass(_ words: String) throws {
    #expect(try outcome("R31", "egenTekst.indledning", words) == .fulfilled)
  }

  // MARK: R32

  @Test(arguments: [
    "Du kan miste din ydelse, hvis du ikke møder din mentor.", "Møder du ikke, kan din kontanthjælp blive sat ned.",
    "Udebliver du, trækker vi dig i uddannelseshjælp.", "Siger du nej, får det konsekvenser for dine dagpenge.",
    "Du er forpligtet til at tage imod din mentor.", "Du har mødepligt hos din mentor.",
    "Det er obligatorisk at mødes med mentoren.", "Du har pligt til at samarbejde med din mentor.",
    "Udebliver du to gange, stopper støtten.", "Du skal møde op til alle aftaler, ellers stopper støtten.",
    "Kommer du ikke til aftalerne, mister du din mentor.", "Støtten bortfalder, hvis du udebliver.",
  ])
  func refusesThreatsAndDuties(_ words: String) throws {
    #expect(try outcome("R32", "egenTekst.indledning", words) == .refused)
  }

  @Test(arguments: [
    "Støtten stopper, når du får job.", "Udebliver du, mister du ikke din mentor.",
    "Du udeblev tre gange, og din praktik stoppede.", "Når støtten ophører, kommer du ikke til møder mere.",
    "Hvis du får job, stopper din kontanthjælp.", "Siger du nej, får det ingen betydning for din ydelse.",
    "Du mistede dine dagpenge sidste år.", "Du har ingen pligt til at deltage.",
    "Matematik er obligatorisk på uddannelsen.", "Du er ikke forpligtet til at tage imod støtten.",
    "Du har fradrag i skat.", "Du får sygedagpenge.",
  ])
  func letsFactsAndRightsPass(_ words: String) throws {
    #expect(try outcome("R32", "egenTekst.indledning", words) == .fulfilled)
  }

  private static let staysAway = "Vi stopper støtten, fordi du ikke møder op til aftalerne med din mentor."
  private static let mayStayAway = "Når du udebliver, kan det betyde, at støtten stopper."

  @Test func letsALetterAboutAStopSayWhy() throws {
    let stop = Fixture.stop.with("afgoerelse.begrundelse.hensyn", Self.staysAway)
    #expect(try stop.understood(as: StopDecision.self).outcome("R32") == .fulfilled)
    let hearing = Fixture.hearing.with("afgoerelse.partshoering.betydning", Self.mayStayAway)
    for intended in ["ophoer", "aendring"] {
      let letter = try hearing.with("afgoerelse.partshoering.paataenkt", intended).understood(as: HearingLetter.self)
      #expect(letter.outcome("R32") == .fulfilled, "\(intended)")
    }
    let maintained = Fixture.reconsideration.without("mentorstoette").without("mentor")
      .with("genvurdering.udfald", "fastholdt").with("afgoerelse.begrundelse.hensyn", Self.staysAway)
    #expect(try maintained.understood(as: ReconsiderationLetter.self).outcome("R32") == .fulfilled)
  }

  @Test func letsNoOtherLetterThreatenWithTheEnd() throws {
    let words = "Udebliver du, stopper mentorstøtten."
    #expect(
      try Fixture.grant.with("afgoerelse.begrundelse.hensyn", words).understood().outcome("R32") == .refused)
    let hearing = Fixture.hearing.with("afgoerelse.partshoering.betydning", Self.mayStayAway)
      .with("afgoerelse.partshoering.paataenkt", "delvis-bevilling")
    #expect(try hearing.understood(as: HearingLetter.self).outcome("R32") == .refused)
    let partly = Fixture.reconsideration.with("afgoerelse.begrundelse.hensyn", words)
    #expect(try partly.understood(as: ReconsiderationLetter.self).outcome("R32") == .refused)
  }

  @Test(arguments: [
    "Når du udebliver, kan det betyde, at din kontanthjælp stopper.",
    "Vi stopper støtten, fordi du ikke møder op, og du kan miste din ydelse.",
    "Du har pligt til at møde op, og derfor stopper støtten.", "Udebliver du, får du en sanktion.",
  ])
  func refusesThreatsToWhatTheCitizenLivesOnInAStop(_ words: String) throws {
    let stop = Fixture.stop.with("afgoerelse.begrundelse.hensyn", words)
    #expect(try stop.understood(as: StopDecision.self).outcome("R32") == .refused)
    let hearing = Fixture.hearing.with("afgoerelse.partshoering.betydning", words)
    #expect(try hearing.understood(as: HearingLetter.self).outcome("R32") == .refused)
  }
}
