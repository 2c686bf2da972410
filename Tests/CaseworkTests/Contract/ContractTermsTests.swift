import Diagnostics
import Fields
import Testing

@testable import Casework

@Suite struct ContractTermsTests {
  private func period(_ from: String, _ to: String) throws -> Period {
    let first = try #require(CalendarDate(iso: from))
    let last = try #require(CalendarDate(iso: to))
    return try #require(Period(from: first, to: last))
  }

  private func effort(_ hours: WorkingHours, from: String, to: String, places: Int? = nil) throws -> ContractEffort {
    return ContractEffort(
      goal: Goal(kind: .employment, text: "Job"), tasks: NonEmpty(MentorTask(area: .practical, text: "Mødetid")),
      period: try period(from, to), hours: hours, places: places)
  }

  @Test func capsWholeWeeks() throws {
    let cap = ContractCap(
      effort: try effort(.weekly(WorkingTime(minutes: 150)), from: "2026-12-01", to: "2027-05-31"),
      rate: Amount(oere: 24150), training: Amount(oere: 360_000))
    #expect(cap.days == 182)
    #expect(cap.weeks == Decimal2(hundredths: 2600))
    #expect(!cap.areWeeksRounded)
    #expect(cap.wholeTime == WorkingTime(hours: 65))
    #expect(cap.amount == Amount(oere: 1_569_750))
    #expect(cap.total == Amount(oere: 1_929_750))
  }

  /// 178 days are 25 weeks and 3 days: 25.43. 90 minutes a week are 2288.57 minutes, so 2289; at 312 kroner 11 902.80.
  @Test func roundsTimeToMinutesAndMoneyToOere() throws {
    let cap = ContractCap(
      effort: try effort(.weekly(WorkingTime(minutes: 90)), from: "2027-01-04", to: "2027-06-30"),
      rate: Amount(oere: 31200))
    #expect(cap.weeks == Decimal2(hundredths: 2543))
    #expect(cap.areWeeksRounded)
    #expect(cap.wholeTime == WorkingTime(minutes: 2289))
    #expect(cap.amount == Amount(oere: 1_190_280))
    #expect(cap.total == cap.amount)
  }

  @Test func countsEachPlaceAndEachPhase() throws {
    let places = ContractCap(
      effort: try effort(.fortnightly(WorkingTime(hours: 5)), from: "2026-01-05", to: "2026-03-01", places: 3),
      rate: Amount(oere: 10001))
    #expect(places.wholeTime == WorkingTime(hours: 60))
    #expect(places.amount == Amount(oere: 600_060))
    let first = try period("2026-01-05", "2026-01-18")
    let rest = try period("2026-01-19", "2026-03-01")
    let phases = NonEmpty(
      HoursPhase(period: first, weekly: WorkingTime(hours: 3)),
      [HoursPhase(period: rest, weekly: WorkingTime(hours: 1))])
    let phased = ContractCap(
      effort: try effort(.phased(phases), from: "2026-01-05", to: "2026-03-01"), rate: Amount(oere: 10000))
    #expect(phased.wholeTime == WorkingTime(hours: 12))
  }

  /// 333 days at 2 hours and 15 minutes a week are 6422.14 minutes for a place, and 32110.71 for five: not five times 6422.
  @Test func roundsTheTimeOfAllPlacesOnce() throws {
    let cap = ContractCap(
      effort: try effort(.weekly(WorkingTime(minutes: 135)), from: "2026-02-02", to: "2026-12-31", places: 5),
      rate: Amount(oere: 6000))
    #expect(cap.days == 333)
    #expect(cap.wholeTime == WorkingTime(hours: 535, minutes: 11))
    #expect(cap.amount == Amount(oere: 3_211_100))
  }

  @Test(arguments: [
    ("virksomhed", nil, GrantPath.vitas), ("virksomhed", "vitas", .vitas), ("virksomhed", "papir", .paper),
    ("virksomhed", "digitalPost", .digitalPost), ("uddannelsesinstitution", nil, .unsettled),
    ("uddannelsesinstitution", "papir", .paper), ("uddannelsesinstitution", "vitas", .unsettled),
    ("ekstern", "papir", .unsettled), ("kommune", nil, .unsettled),
  ])
  func saysHowTheGrantComes(_ employment: String, _ channel: String?, _ path: GrantPath) throws {
    let case_ = Fixture.contract.with("mentor.ansaettelse", employment).with("kontrakt.kanal", channel)
      .with("undtagelser", [["regel": "R35", "grund": "Virksomheden har intet CVR-nummer."]])
    #expect(try case_.contracted().model?.terms.grantPath == path)
  }

  @Test func addsUpTheParts() throws {
    let pay: [String: Any] = [
      "grundloen": 192.5, "feriepenge": 24.06, "pension": 19.25, "andreBidrag": 5.69, "andreBidragTekst": "ATP og AES",
    ]
    let case_ = Fixture.contract.without("kontrakt.timeloen").with("kontrakt.loen", pay)
    let rate = try #require(try case_.contracted().model?.terms.rate)
    #expect(rate.form == .split)
    #expect(rate.amount == Amount(oere: 24150))
    #expect(try case_.with("kontrakt.timeloen", 241.5).contracted().model != nil)
    let error = try case_.with("kontrakt.timeloen", 240.5).contracted().only("rate-twice")
    #expect(error.message == "Timeløn (kontrakt.timeloen) er 240,50 kr., men kontrakt.loen giver 241,50 kr.")
    #expect(error.help == "Ret det ene, eller slet timeloen.")
  }

  @Test func asksForTheWordsOfOtherContributionsAndForTheWage() throws {
    let bare = Fixture.contract.without("kontrakt.timeloen")
    #expect(
      try bare.with("kontrakt.loen", ["grundloen": 200.5, "andreBidrag": 4]).contracted().only("missing-field").message
        == "Hvilke bidrag (kontrakt.loen.andreBidragTekst) mangler.")
    #expect(
      try bare.with("kontrakt.loen", ["feriepenge": 20]).contracted().only("missing-field").message
        == "Løn i timen (kontrakt.loen.grundloen) mangler.")
    #expect(
      try bare.contracted().only("missing-field").help
        == "Skriv prisen for en time i kontrakt.timeloen, eller del den op i kontrakt.loen.")
  }

  @Test func paysAFeeToAConsultantAlone() throws {
    let fee = Fixture.contract.without("kontrakt.timeloen").with("kontrakt.loen", ["honorar": 475])
    let error = try fee.contracted().only("fee-for-employee")
    #expect(
      error.message
        == "Honorar (kontrakt.loen.honorar) er kun for en ekstern konsulent. For en ansat betales de faktiske "
        + "lønomkostninger.")
    #expect(try fee.with("mentor.ansaettelse", "ekstern").contracted().model?.terms.rate == .fee(Amount(oere: 47500)))
    #expect(
      try Fixture.contract.with("mentor.ansaettelse", "ekstern").contracted().model?.terms.rate
        == .fee(Amount(oere: 24150)))
  }

  @Test func dropsNoPartOfAWageBesideAFee() throws {
    let fee = Fixture.contract.without("kontrakt.timeloen").with("mentor.ansaettelse", "ekstern")
    let both = try fee.with("kontrakt.loen", ["honorar": 500, "grundloen": 300, "pension": 40]).contracted()
    #expect(both.model == nil)
    #expect(
      both.diagnostics.filter { $0.id == "rate-twice" }.map(\.path) == [
        "kontrakt.loen.grundloen", "kontrakt.loen.pension",
      ])
    #expect(
      both.diagnostics.first { $0.id == "rate-twice" }?.message
        == "Løn i timen (kontrakt.loen.grundloen) er en del af en løn, men kontrakt.loen.honorar er hele prisen.")
  }

  @Test func asksForTheAmountOfContributionsThatAreNamed() throws {
    let pay: [String: Any] = ["grundloen": 200.5, "andreBidragTekst": "ATP"]
    let error = try Fixture.contract.without("kontrakt.timeloen").with("kontrakt.loen", pay).contracted()
      .only("missing-field")
    #expect(error.path == "kontrakt.loen.andreBidrag")
    #expect(error.help == "Skriv beløbet i kontrakt.loen.andreBidrag, eller slet andreBidragTekst.")
  }

  @Test func demandsANotice() throws {
    let error = try Fixture.contract.without("kontrakt.opsigelse").contracted().only("missing-field")
    #expect(error.message == "Dage (kontrakt.opsigelse.dage) mangler.")
    #expect(error.help == "Skriv varslet i dage. Ingen lov bestemmer det, så parterne skal aftale det.")
  }

  @Test(arguments: [
    ("virksomhed", DataRole.controller), ("uddannelsesinstitution", .controller), ("ekstern", .processor),
    ("kommune", .municipality),
  ])
  func assumesTheUsualDataRole(_ employment: String, _ role: DataRole) throws {
    let understanding = try Fixture.contract.with("mentor.ansaettelse", employment).contracted()
    #expect(understanding.model?.terms.dataRole == role)
    #expect(understanding.ids.contains("data-role-assumed") == (role != .municipality))
  }

  @Test func refusesARoleThatCannotBe() throws {
    let own = Fixture.contract.with("kontrakt.datarolle", "kommunen")
    #expect(
      try own.contracted().only("data-role").message
        == "Datarolle (kontrakt.datarolle) er \"kommunen\", men mentoren er ansat i en virksomhed.")
    #expect(try own.with("mentor.ansaettelse", "kommune").contracted().model != nil)
    #expect(
      try own.with("kontrakt.datarolle", "databehandler").with("mentor.ansaettelse", "kommune").contracted().only(
        "data-role"
      ).help == "Skriv \"kommunen\", eller slet feltet: kommunens egne ansatte er en del af kommunen.")
  }

  private func days(_ from: String, _ to: String, on date: String) throws -> ReportingDays {
    ReportingDays(for: try period(from, to), on: try #require(CalendarDate(iso: date)))
  }

  @Test func reportsMidwayAndInTimeForADecision() throws {
    let long = try days("2026-12-01", "2027-05-31", on: "2026-11-23")
    #expect(long.midway == CalendarDate(iso: "2027-03-02"))
    #expect(long.final == CalendarDate(iso: "2027-05-17"))
    #expect(try days("2026-12-01", "2027-01-24", on: "2026-11-23").midway == nil)
    // 2 December leaves a day to report on.
    #expect(try days("2026-12-01", "2026-12-16", on: "2026-11-23").final == CalendarDate(iso: "2026-12-02"))
  }

  /// Neither before there is anything to tell, nor before the paper that promises it.
  @Test(arguments: [
    ("2026-07-01", "2026-07-10", "2026-06-22"), ("2026-07-01", "2026-07-15", "2026-06-22"),
    ("2026-07-01", "2026-07-21", "2026-07-10"), ("2026-05-04", "2026-11-03", "2026-10-21"),
  ])
  func reportsOnTheLastDayWhenThereIsNoEarlierOne(_ from: String, _ to: String, _ date: String) throws {
    let found = try days(from, to, on: date)
    #expect(found.final == CalendarDate(iso: to))
    #expect(found.midway == nil)
  }

  @Test func reportsMidwayOnlyOnADayToCome() throws {
    #expect(try days("2026-05-04", "2026-11-03", on: "2026-08-04").midway == CalendarDate(iso: "2026-08-04"))
    #expect(try days("2026-05-04", "2026-11-03", on: "2026-08-05").midway == nil)
    let late = Fixture.contract.with("kontrakt.dato", "2026-09-15")
    #expect(try late.contracted().model?.terms.reporting == days("2026-06-15", "2026-12-14", on: "2026-09-15"))
    let order = try late.understood(as: MentorOrder.self).model
    #expect(order?.steps.status.midway == nil && order?.steps.status.final == CalendarDate(iso: "2026-11-30"))
  }

  @Test func leadsToAContractAndItsPacket() throws {
    #expect(try Fixture.contract.caseFile().documentKinds == [.contract, .mentorOrder, .timeAccount, .statusReport])
    #expect(try Fixture.grant.caseFile().documentKinds == [.grant, .minPlan])
    #expect(
      try Fixture.grant.with("kontrakt", ["dato": "2026-06-08"]).caseFile().documentKinds == [
        .grant, .minPlan, .contract, .mentorOrder, .timeAccount, .statusReport,
      ])
  }

  /// On the very day on which a month ends no invoice of it can be there, and none is paid as it comes.
  @Test(arguments: ["sendesDage", "fristDage"]) func refusesATimeOfNoDays(_ key: String) throws {
    let text = #"{"sagsnummer": "1", "kontrakt": {"fakturering": {"\#(key)": 0}}}"#
    #expect(CaseReader().read(Array(text.utf8), file: "sag.json").diagnostics.map(\.id) == ["out-of-range"])
    #expect(try Fixture.contract.with("kontrakt.fakturering", [key: 1]).contracted().model != nil)
  }
}
