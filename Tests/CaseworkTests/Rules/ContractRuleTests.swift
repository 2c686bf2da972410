import Diagnostics
import Fields
import Lawbook
import Testing

@testable import Casework

/// R15 to R21, R35 and R38: each with a case that breaks it and one that does not.
@Suite struct ContractRuleTests {
  static let citizen = ["navn": "Mikkel Bang", "cpr": "740395-1237", "maalgruppe": "6-7"]

  @Test func acceptsAContractAsItIs() throws {
    let understanding = try Fixture.contract.contracted()
    #expect(understanding.ids == ["data-role-assumed", "missing-invoice-number"])
    for rule in ["R15", "R16", "R17", "R18", "R20", "R35"] {
      #expect(understanding.outcome(rule) == .fulfilled, "\(rule)")
    }
    for rule in ["R19", "R21", "R38"] { #expect(understanding.outcome(rule) == .notApplicable, "\(rule)") }
  }

  @Test(arguments: ["udoverSaedvanligOplaering", "afgoerendeFor"])
  func asksACompanyForBothStatements(_ key: String) throws {
    let understanding = try Fixture.contract.without("kontrakt.\(key)").contracted()
    let error = try understanding.only("missing-field")
    #expect(error.path == "kontrakt.\(key)")
    #expect(error.basis == "§ 169, stk. 1, i lov om en aktiv beskæftigelsesindsats")
    #expect(understanding.outcome("R15") == .refused)
    #expect(
      try Fixture.contract.without("kontrakt.\(key)").with("mentor.ansaettelse", "ekstern").contracted().model != nil)
  }

  @Test(arguments: [
    ("udoverSaedvanligOplaering", "Ud over sædvanlig oplæring", "ja"),
    ("afgoerendeFor", "Afgørende for", "Ja!"), ("afgoerendeFor", "Afgørende for", "x"),
    ("udoverSaedvanligOplaering", "Ud over sædvanlig oplæring", "se bilag"),
  ])
  func warnsOfAStatementThatSaysNothing(_ key: String, _ label: String, _ text: String) throws {
    let understanding = try Fixture.contract.with("kontrakt.\(key)", text).contracted()
    let warning = try understanding.only("R15")
    #expect(warning.severity == .warning)
    #expect(
      warning.message == "\(label) (kontrakt.\(key)) er kun få ord. Linjen skal vise, at betingelsen er opfyldt.")
    #expect(warning.basis == "§ 169, stk. 1, i lov om en aktiv beskæftigelsesindsats")
    #expect(understanding.model != nil)
    #expect(understanding.outcome("R15") == .warning)
  }

  @Test func warnsOfBothStatements() throws {
    let both = Fixture.contract.with("kontrakt.udoverSaedvanligOplaering", "ja").with("kontrakt.afgoerendeFor", "ja")
    #expect(try both.contracted().ids.filter { $0 == "R15" }.count == 2)
  }

  @Test(arguments: ["nej", "Nej.", "FALSK"])
  func refusesAStatementThatSaysNo(_ text: String) throws {
    let understanding = try Fixture.contract.with("kontrakt.afgoerendeFor", text).contracted()
    let error = try understanding.only("R15")
    #expect(error.severity == .error)
    #expect(
      error.message
        == "Afgørende for (kontrakt.afgoerendeFor) er nej. Så kan der ikke gives støtte til en mentor, som er ansat på "
        + "stedet.")
    #expect(
      error.help
        == "Er det en fejl, så ret den. Skriv i en sætning, hvilken aktivitet, hvilket tilbud eller hvilken ansættelse "
        + "mentoren er afgørende for.")
    #expect(understanding.model == nil)
  }

  @Test(arguments: [
    "praktikken bliver gennemført", "Nej til praktik uden mentoren", "Ja: praktikken kan ikke gennemføres ellers",
    "Vejledning ud over skolens egen",
  ])
  func acceptsAShortSentence(_ text: String) throws {
    #expect(try Fixture.contract.with("kontrakt.afgoerendeFor", text).contracted().outcome("R15") == .fulfilled)
  }

  /// A consultant from outside need not show it.
  @Test func asksNoStatementOfAConsultant() throws {
    let fixture = Fixture.contract.with("mentor.ansaettelse", "ekstern").with("kontrakt.afgoerendeFor", "nej")
    #expect(try fixture.contracted().outcome("R15") == .notApplicable)
  }

  @Test(arguments: ["virksomhed", "ekstern"])
  func warnsOfAnHourThatCostsNothing(_ employment: String) throws {
    let free = Fixture.contract.with("mentor.ansaettelse", employment).with("kontrakt.timeloen", 0)
    let understanding = try free.contracted()
    let warning = try understanding.only("R18")
    #expect(warning.severity == .warning)
    #expect(
      warning.message
        == "Timeløn (kontrakt.timeloen) er 0 kr. Papiret siger, at en time med mentoren ikke koster noget.")
    #expect(warning.basis == nil)
    #expect(understanding.model != nil)
  }

  @Test func countsAllPartsOfAWage() throws {
    let parts = Fixture.contract.without("kontrakt.timeloen")
    let free = parts.with("kontrakt.loen", ["grundloen": 0, "feriepenge": 0])
    #expect(try free.contracted().only("R18").path == "kontrakt.loen.grundloen")
    let paid = parts.with("kontrakt.loen", ["grundloen": 0, "feriepenge": 12.5])
    #expect(try paid.contracted().outcome("R18") == .fulfilled)
    let fee = parts.with("mentor.ansaettelse", "ekstern").with("kontrakt.loen", ["honorar": 0])
    #expect(try fee.contracted().only("R18").path == "kontrakt.loen.honorar")
  }

  @Test(arguments: [
    ("Forberedelse af samtaler", "R16", "forbered", "Forberedelse kan ikke regnes med i timesatsen."),
    (
      "Kørsel og ATP", "R17", "kørsel",
      "Transport, sygdom eller omkostninger ved at levere ydelsen kan ikke regnes med i timesatsen."
    ),
    (
      "Overhead 10 pct.", "R17", "overhead",
      "Transport, sygdom eller omkostninger ved at levere ydelsen kan ikke regnes med i timesatsen."
    ),
    ("ATP og kursusdage", "R20", "kursus", "Kursustid kan ikke regnes med i timesatsen."),
  ])
  func refusesWhatCannotBePaid(_ text: String, _ rule: String, _ word: String, _ end: String) throws {
    let pay: [String: Any] = ["grundloen": 200.0, "andreBidrag": 10.5, "andreBidragTekst": text]
    let case_ = Fixture.contract.without("kontrakt.timeloen").with("kontrakt.loen", pay)
    let error = try case_.contracted().only(rule)
    #expect(error.severity == .error)
    #expect(error.message == "Hvilke bidrag (kontrakt.loen.andreBidragTekst) nævner \"\(word)\". \(end)")
    #expect(error.help == "Tag beløbet ud af timesatsen. Er det et bidrag til en fond, så skriv fondens navn.")
    let lawful = case_.with("kontrakt.loen.andreBidragTekst", "ATP, AES og barselsfond")
    #expect(try lawful.contracted().outcome(rule) == .fulfilled)
  }

  /// BAB § 125, stk. 2: a contribution counts, whatever its fund is named after.
  @Test(arguments: [
    "ATP, AES og Arbejdsgivernes Uddannelsesbidrag", "Industriens Uddannelses- og Samarbejdsfond", "uddannelsesfonden",
    "Administrationsbidrag til PensionDanmark", "Transportens pensionsfond og ATP", "ATP/AUB (uddannelsesbidrag)",
  ])
  func countsAContributionWhateverItsName(_ text: String) throws {
    let pay: [String: Any] = ["grundloen": 200.0, "andreBidrag": 10.5, "andreBidragTekst": text]
    let understanding = try Fixture.contract.without("kontrakt.timeloen").with("kontrakt.loen", pay).contracted()
    for rule in ["R16", "R17", "R20"] { #expect(understanding.outcome(rule) == .fulfilled, "\(rule)") }
  }

  @Test(arguments: [
    ("Barselsfond og kørsel", "R17"), ("Kørselsbidrag", "R17"), ("Bidrag til uddannelse", "R20"),
    ("Kursus, pensionsfond", "R20"), ("Administrationsbidrag", "R17"), ("Kørsel med pensionsbidrag", "R17"),
    ("ATP + transport + uddannelsesfond", "R17"),
  ])
  func refusesWhatStandsBesideAContribution(_ text: String, _ rule: String) throws {
    let pay: [String: Any] = ["grundloen": 200.0, "andreBidrag": 10.5, "andreBidragTekst": text]
    let understanding = try Fixture.contract.without("kontrakt.timeloen").with("kontrakt.loen", pay).contracted()
    #expect(try understanding.only(rule).severity == .error)
  }

  @Test(arguments: [
    (
      "Mentoren får kørsel betalt med 3,94 kr. pr. km og løn under mentorens sygdom og for forberedelse.",
      ["R16", "R17"]
    ),
    ("Befordring godtgøres efter statens takster.", ["R17"]),
    ("Kørsel betales ikke, men forberedelse betales med en time om ugen.", ["R16"]),
    ("Timer på kursus betales som andre timer.", ["R20"]), ("Mentoren får løn under uddannelsen.", ["R20"]),
  ])
  func warnsOfPaymentInASpecialTerm(_ text: String, _ rules: [String]) throws {
    let understanding = try Fixture.contract.with("kontrakt.saerligeVilkaar", text).contracted()
    #expect(understanding.ids.filter { ["R16", "R17", "R20"].contains($0) }.sorted() == rules)
    for rule in rules {
      #expect(try understanding.only(rule).severity == .warning)
      #expect(try understanding.only(rule).path == "kontrakt.saerligeVilkaar")
      #expect(understanding.outcome(rule) == .warning)
    }
    #expect(understanding.model != nil)
  }

  @Test(arguments: [
    "Kørsel, sygdom og forberedelse betales ikke.", "Der betales aldrig for transport, løn under sygdom eller lokaler.",
    "Virksomheden betaler kørsel.", "Kørsel med 3,94 kr. pr. km betales af virksomheden.",
    "Mentoren forbereder personen på samtalen. Timerne betales hver måned.",
    "Der gives tilskud til kurset, og det betales mod faktura.", "Personen er i uddannelse 20 timer om ugen.",
  ])
  func letsATermPassThatPromisesNothing(_ text: String) throws {
    let understanding = try Fixture.contract.with("kontrakt.saerligeVilkaar", text).contracted()
    for rule in ["R16", "R17", "R20"] { #expect(understanding.outcome(rule) == .fulfilled, "\(rule)") }
  }

  @Test func looksForPaymentInASupplement() throws {
    let row = ["vilkaar": "Kørsel", "foer": "Betales ikke", "nu": "3,94 kr. pr. km"]
    let supplement = Fixture.contract.with(
      "kontrakt.tillaeg", ["nummer": 1, "dato": "2026-08-03", "gaelderFra": "2026-08-17", "aendringer": [row]])
    let understanding = ContractSupplement.understand(try supplement.caseFile(), lawbook: try Law.book())
    let warning = try understanding.only("R17")
    #expect(warning.path == "kontrakt.tillaeg.aendringer.1.nu")
    #expect(
      warning.message
        == "Nu (kontrakt.tillaeg.aendringer.1.nu) ser ud til at love betaling for transport, sygdom eller omkostninger ved "
        + "at levere ydelsen. Det kan ikke betales.")
  }

  @Test(arguments: [
    ("2021-12-31", "§ 122 i bekendtgørelse om en aktiv beskæftigelsesindsats"),
    ("2022-01-01", "§ 124 i bekendtgørelse om en aktiv beskæftigelsesindsats"),
    ("2023-12-31", "§ 124 i bekendtgørelse om en aktiv beskæftigelsesindsats"),
    ("2024-01-01", "§ 125 i bekendtgørelse om en aktiv beskæftigelsesindsats"),
  ])
  func refusesAnAverageWithTheNumberOfItsDay(_ day: String, _ basis: String) throws {
    let error = try Fixture.contract.with("kontrakt.dato", day).with("kontrakt.loen", ["grundlag": "gennemsnit"])
      .contracted().only("R18")
    #expect(error.severity == .error)
    #expect(error.basis == basis)
    #expect(
      error.message
        == "Lønnens grundlag (kontrakt.loen.grundlag) er et gennemsnit eller en fast takst. Der betales de faktiske "
        + "lønomkostninger for den enkelte mentor.")
  }

  @Test func warnsOfARoundAmountUnlessItComesFromThePayroll() throws {
    let round = Fixture.contract.with("kontrakt.timeloen", 250)
    let understanding = try round.contracted()
    let warning = try understanding.only("R18")
    #expect(warning.severity == .warning)
    #expect(warning.message == "Timeløn (kontrakt.timeloen) er et rundt tal, 250,00 kr. Det ligner en fast takst.")
    #expect(understanding.model != nil)
    #expect(try round.with("kontrakt.loen", ["grundlag": "loensystem"]).contracted().outcome("R18") == .fulfilled)
    #expect(try round.with("mentor.ansaettelse", "ekstern").contracted().outcome("R18") == .notApplicable)
  }

  @Test(arguments: [("ekstern", "ekstern konsulent"), ("kommune", "ansat i kommunen")])
  func refusesACourseGrantForOthers(_ word: String, _ label: String) throws {
    let grant = Fixture.contract.with("kontrakt.uddannelsestilskud", ["kursus": "Mentorkursus", "beloeb": 3600])
    let error = try grant.with("mentor.ansaettelse", word).contracted().only("R19")
    #expect(
      error.message
        == "Uddannelsestilskud (kontrakt.uddannelsestilskud) kan kun gives til en ansat i en virksomhed eller på en "
        + "uddannelsesinstitution. Mentoren er \(label).")
    #expect(error.basis == "§ 169, stk. 2, i lov om en aktiv beskæftigelsesindsats")
    let lawful = try grant.contracted()
    #expect(lawful.outcome("R19") == .fulfilled)
    #expect(lawful.model?.terms.cap.training == Amount(oere: 360_000))
  }

  @Test func keepsPlacesApartFromAPerson() throws {
    let places = Fixture.contract.with("kontrakt.pladser", 3)
    #expect(try places.contracted().outcome("R21") == .fulfilled)
    let error = try places.with("borger", Self.citizen).contracted().only("R21")
    #expect(
      error.message
        == "Pladser (kontrakt.pladser) er oplyst, men sagen handler om en bestemt borger. Et timetal pr. plads gælder, "
        + "uanset hvem der har pladsen.")
    #expect(error.basis == "§ 169, stk. 4, i lov om en aktiv beskæftigelsesindsats")
    #expect(
      try places.with("mentor.ansaettelse", "ekstern").contracted().only("R21").message
        == "Pladser (kontrakt.pladser) er oplyst, men timetallet kan kun fastsættes pr. plads sammen med en virksomhed eller "
        + "en uddannelsesinstitution.")
  }

  @Test func demandsVITASOfCompaniesFrom2024() throws {
    let letter = Fixture.contract.with("kontrakt.kanal", "papir")
    let error = try letter.contracted().only("R35")
    #expect(
      error.message
        == "Kanal for bevillingen (kontrakt.kanal) er brev på papir. En virksomhed skal modtage og godkende bevillingen i "
        + "VITAS.")
    #expect(error.basis == "§ 136, stk. 4, i bekendtgørelse om en aktiv beskæftigelsesindsats")
    #expect(try letter.with("kontrakt.dato", "2023-12-31").contracted().outcome("R35") == nil)
    #expect(try letter.with("mentor.ansaettelse", "ekstern").contracted().outcome("R35") == .notApplicable)
    let waived = try letter.with("undtagelser", [["regel": "R35", "grund": "Virksomheden har intet CVR-nummer."]])
      .contracted()
    #expect(waived.outcome("R35") == .waived)
    #expect(waived.model != nil)
  }

  @Test func letsTheStateRefundOneGroupAlone() throws {
    let refund = Fixture.contract.with("kontrakt.statsrefusion", true).with("mentor.ansaettelse", "kommune")
    let other = refund.with("borger", Self.citizen).with("borger.maalgruppe", "6-3")
    #expect(
      try other.contracted().only("R38").message
        == "Statsrefusion (kontrakt.statsrefusion) er valgt, men borgeren er omfattet af §\u{A0}6, nr.\u{A0}3. Staten "
        + "refunderer kun udgifter til mentorstøtte til personer efter § 6, nr. 7.")
    #expect(try other.contracted().model == nil)
    #expect(try refund.with("borger", Self.citizen).contracted().outcome("R38") == .fulfilled)
    #expect(try refund.contracted().only("R38").severity == .warning)
    let shown = try refund.with("borger", Self.citizen).with("mentor.ansaettelse", "virksomhed").contracted()
    #expect(
      try shown.only("R38").message
        == "Statsrefusion (kontrakt.statsrefusion) står i en kontrakt, som andre læser. Linjen viser, at personen er i "
        + "jobafklaringsforløb.")
    #expect(shown.model != nil)
    #expect(try refund.with("kontrakt.dato", "2024-02-29").contracted().outcome("R38") == nil)
  }

  @Test func refusesADayThatIsNotVerified() throws {
    let error = try Fixture.contract.with("kontrakt.dato", "2027-01-01").contracted().only("R40")
    #expect(error.path == "kontrakt.dato")
    #expect(error.message.hasPrefix("Dato (kontrakt.dato) er den 1. januar 2027."))
  }

  @Test(arguments: [
    ("2025-09-14", "den 14. september 2025, mere end 9 måneder før periodens første dag den 15. juni 2026."),
    ("2026-12-15", "den 15. december 2026, efter periodens sidste dag den 14. december 2026."),
  ]) func warnsOfAContractFarFromItsPeriod(_ date: String, _ distance: String) throws {
    let warning = try Fixture.contract.with("kontrakt.dato", date).contracted().only("far-date")
    #expect(warning.severity == .warning)
    #expect(warning.message == "Dato (kontrakt.dato) er \(distance)")
    #expect(warning.help == "Se efter, om datoen er rigtig. Den bestemmer, hvilken lov der gælder.")
  }

  @Test(arguments: ["2025-09-15", "2026-12-14"])
  func takesAContractNearItsPeriod(_ date: String) throws {
    #expect(try !Fixture.contract.with("kontrakt.dato", date).contracted().ids.contains("far-date"))
  }
}
