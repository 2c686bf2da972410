import Diagnostics
import Fields
import Testing

@testable import Casework

/// A supplement, a grant to the employer, and a framework agreement.
@Suite struct OtherContractPapersTests {
  static var supplement: Fixture {
    Fixture.contract.with(
      "kontrakt.tillaeg",
      ["nummer": 1, "dato": "2026-08-03", "gaelderFra": "2026-08-17", "tidligere": ["timetal": ["timer": 4]]])
  }

  private func supplemented(_ fixture: Fixture) throws -> Understanding<ContractSupplement> {
    ContractSupplement.understand(try fixture.caseFile(), lawbook: try Law.book())
  }

  private func granted(_ fixture: Fixture) throws -> Understanding<EmployerGrant> {
    EmployerGrant.understand(try fixture.caseFile(), lawbook: try Law.book())
  }

  private func framed(_ fixture: Fixture) throws -> Understanding<FrameworkAgreement> {
    FrameworkAgreement.understand(try fixture.caseFile(), lawbook: try Law.book())
  }

  @Test func showsWhatChangesAndCapsWhatIsStillToCome() throws {
    #expect(try Self.supplement.caseFile().documentKinds == [.contractSupplement])
    let model = try #require(try supplemented(Self.supplement).model)
    #expect(model.identity.date == CalendarDate(iso: "2026-08-03"))
    #expect(
      model.amendment.changes.elements == [
        ChangedTerm(name: "Timer om ugen", before: "4 timer", now: "2 timer og 30 minutter"),
        // 120 days at 4 hours a week, and at 241,50 kr. an hour.
        ChangedTerm(
          name: "Højst timer fra den 17. august 2026", before: "68 timer og 34 minutter", now: "42 timer og 51 minutter"
        ),
        ChangedTerm(
          name: "Højst betaling fra den 17. august 2026", before: "16.558,85 kr.", now: "10.348,28 kr."),
      ])
    // 17 August to 14 December are 120 days.
    #expect(model.terms.cap.days == 120)
    #expect(model.terms.cap.wholeTime == WorkingTime(minutes: 2571))
    #expect(!model.amendment.isCorrection)
  }

  @Test func comparesCeilingsOfTheSameDays() throws {
    func ceilings(_ former: [String: Any]) throws -> [ChangedTerm] {
      try #require(try supplemented(Self.supplement.with("kontrakt.tillaeg.tidligere", former)).model)
        .amendment.changes.elements.filter { $0.name.hasPrefix("Højst") }
    }
    // A dearer hour costs more money and no more hours; another mentor or another notice costs the same.
    #expect(try ceilings(["timeloen": 230.5]).map(\.name) == ["Højst betaling fra den 17. august 2026"])
    #expect(try ceilings(["mentor": "Bo Gammel", "opsigelsesdage": 30]) == [])
    // 17 August to 1 October are 46 days: 16 hours and 26 minutes.
    #expect(
      try ceilings(["periode": ["fra": "2026-06-15", "til": "2026-10-01"]]).first
        == ChangedTerm(
          name: "Højst timer fra den 17. august 2026", before: "16 timer og 26 minutter",
          now: "42 timer og 51 minutter"))
    // A period that was over by then had no ceiling left.
    #expect(
      try ceilings(["periode": ["fra": "2026-06-15", "til": "2026-08-16"]]) == [
        ChangedTerm(
          name: "Højst timer fra den 17. august 2026", before: "ingen timer", now: "42 timer og 51 minutter"),
        ChangedTerm(
          name: "Højst betaling fra den 17. august 2026", before: "ingen betaling", now: "10.348,28 kr."),
      ])
  }

  private func phased(_ rows: [(from: String, to: String, hours: Int)]) -> Fixture {
    Self.supplement.with(
      "mentorstoette.timetal",
      ["faser": rows.map { ["fra": $0.from, "til": $0.to, "timer": $0.hours] as [String: Any] }])
  }

  /// What is said from a day is counted from that day: what went before it is over.
  @Test func saysTheHoursFromTheFirstDayOfTheNewTerms() throws {
    let one = phased([("2026-06-15", "2026-08-16", 3), ("2026-08-17", "2026-12-14", 1)])
    let model = try #require(try supplemented(one).model)
    #expect(model.amendment.changes.first == ChangedTerm(name: "Timer om ugen", before: "4 timer", now: "1 time"))
    #expect(model.head.effort.hours == .weekly(WorkingTime(hours: 1)))
    #expect(model.terms.cap.wholeTime == WorkingTime(hours: 17, minutes: 9))
    let several = phased([
      ("2026-06-15", "2026-08-31", 3), ("2026-09-01", "2026-11-30", 1), ("2026-12-01", "2026-12-14", 0),
    ])
    let rest = try #require(try supplemented(several).model)
    #expect(
      rest.amendment.changes.first.now
        == "3 timer fra den 17. august 2026 til den 31. august 2026, 1 time fra den 1. september 2026 til den "
        + "30. november 2026, ingen timer fra den 1. december 2026 til den 14. december 2026")
    // 15 days of 3 hours and 91 of 1 hour in 120 days.
    #expect(rest.head.effort.hours.weeklyAverage == WorkingTime(hours: 1, minutes: 8))
    #expect(rest.head.effort.period.from == CalendarDate(iso: "2026-06-15"))
  }

  @Test func refusesHoursThatAreTheSameFromTheFirstDay() throws {
    let same = phased([("2026-06-15", "2026-08-16", 3), ("2026-08-17", "2026-12-14", 4)])
    #expect(
      try supplemented(same).only("unchanged-term").message
        == "Tidligere timetal (kontrakt.tillaeg.tidligere.timetal) er det samme som nu: 4 timer.")
  }

  /// A shorter period takes hours away at its end, also where the last phase would have gone on.
  @Test func comparesCeilingsOfPhases() throws {
    let shorter = phased([("2026-06-15", "2026-08-31", 3), ("2026-09-01", "2026-12-14", 1)])
      .with("kontrakt.tillaeg.tidligere", ["periode": ["fra": "2026-06-15", "til": "2026-12-28"]])
    #expect(
      try supplemented(shorter).model?.amendment.changes.elements[1]
        == ChangedTerm(
          name: "Højst timer fra den 17. august 2026", before: "23 timer og 26 minutter",
          now: "21 timer og 26 minutter"))
  }

  @Test func knowsACorrectionFromAnAgreement() throws {
    let correction = Self.supplement.with("kontrakt.tillaeg.rettelse", true)
    #expect(try supplemented(correction).model?.amendment.isCorrection == true)
  }

  @Test func readsEachFormerTerm() throws {
    let former: [String: Any] = [
      "mentor": "Bo Gammel", "periode": ["fra": "2026-06-15", "til": "2026-10-01"], "timeloen": 230.5,
      "opsigelsesdage": 30,
    ]
    let model = try #require(
      try supplemented(
        Self.supplement.with("kontrakt.tillaeg.tidligere", former).with(
          "kontrakt.tillaeg.aendringer", [["vilkaar": "Sted", "foer": "Vejby", "nu": "Helsinge"]])
      ).model)
    #expect(
      model.amendment.changes.elements.map(\.name) == [
        "Mentor", "Periode", "Timesats", "Opsigelsesvarsel", "Højst timer fra den 17. august 2026",
        "Højst betaling fra den 17. august 2026", "Sted",
      ])
    #expect(
      model.amendment.changes.elements[2] == ChangedTerm(name: "Timesats", before: "230,50 kr.", now: "241,50 kr."))
  }

  @Test func refusesASupplementThatChangesNothing() throws {
    let same = Self.supplement.with("kontrakt.tillaeg.tidligere", ["timetal": ["timer": 2, "minutter": 30]])
    let error = try supplemented(same).only("unchanged-term")
    #expect(
      error.message
        == "Tidligere timetal (kontrakt.tillaeg.tidligere.timetal) er det samme som nu: 2 timer og 30 minutter.")
    let empty = Self.supplement.without("kontrakt.tillaeg.tidligere")
    #expect(
      try supplemented(empty).only("missing-field").help
        == "Skriv, hvad der gjaldt før: mentor, periode, timetal, pladser, timeloen eller opsigelsesdage. Andre vilkår skrives i "
        + "kontrakt.tillaeg.aendringer.")
  }

  @Test func refusesDaysThatCannotBe() throws {
    #expect(
      try supplemented(Self.supplement.with("kontrakt.tillaeg.dato", "2026-06-07")).only("supplement-before-contract")
        .message
        == "Tillæggets dato (kontrakt.tillaeg.dato) er den 7. juni 2026, før kontraktens dato den 8. juni 2026.")
    #expect(
      try supplemented(Self.supplement.with("kontrakt.tillaeg.gaelderFra", "2027-01-01")).only(
        "supplement-outside-period"
      ).message
        == "Gælder fra (kontrakt.tillaeg.gaelderFra) er den 1. januar 2027 og ligger ikke i kontraktens periode.")
    let late = try supplemented(Self.supplement.with("kontrakt.tillaeg.dato", "2027-01-01")).only("R40")
    #expect(late.path == "kontrakt.tillaeg.dato")
  }

  @Test func grantsSupportToCompaniesAndInstitutionsAlone() throws {
    #expect(try granted(.contract).model != nil)
    #expect(try granted(.contract.with("mentor.ansaettelse", "uddannelsesinstitution")).model != nil)
    let error = try granted(.contract.with("mentor.ansaettelse", "ekstern")).only("no-employer")
    #expect(
      error.message
        == "Ansættelse (mentor.ansaettelse) er ekstern konsulent, og der skrives ingen bevilling til en arbejdsgiver.")
    #expect(error.basis == "§ 169 i lov om en aktiv beskæftigelsesindsats")
    #expect(
      try Fixture.contract.with("kontrakt.bevilling", true).caseFile().documentKinds
        == [.employerGrant, .contract, .mentorOrder, .timeAccount, .statusReport])
  }

  @Test func framesPlacesAlsoForLongerThanSixMonths() throws {
    let frame = Self.framework
    #expect(try frame.caseFile().documentKinds == [.framework])
    let model = try #require(try framed(frame).model)
    #expect(model.framework == PlaceFramework(places: 4, answerDays: 7))
    #expect(try frame.contracted().only("R01").severity == .error)
    let error = try framed(frame.without("kontrakt.pladser")).only("missing-field")
    #expect(error.message == "Pladser (kontrakt.pladser) mangler.")
    #expect(error.basis == "§ 169, stk. 4, i lov om en aktiv beskæftigelsesindsats")
  }

  private static var framework: Fixture {
    Fixture.contract.with("kontrakt.pladser", 4).with("kontrakt.ramme", ["svarfristDage": 7])
      .with("mentorstoette.periode", ["fra": "2026-02-02", "til": "2026-12-31"]).with("kontrakt.dato", "2026-01-26")
  }

  @Test(arguments: [(0, "uden varsel"), (1, "1 dag"), (30, "30 dage")])
  func saysANoticeInWords(_ days: Int, _ words: String) throws {
    let model = try supplemented(Self.supplement.with("kontrakt.tillaeg.tidligere", ["opsigelsesdage": days])).model
    #expect(
      model?.amendment.changes.elements
        == [ChangedTerm(name: "Opsigelsesvarsel", before: words, now: "14 dage")])
  }

  /// It may run longer than the support of one person, also when it is changed.
  @Test func changesAFrameworkAgreementByASupplement() throws {
    let amended = Self.framework.with(
      "kontrakt.tillaeg",
      ["nummer": 1, "dato": "2026-08-03", "gaelderFra": "2026-08-17", "tidligere": ["pladser": 3]])
    #expect(try amended.caseFile().documentKinds == [.contractSupplement])
    let understanding = try supplemented(amended)
    #expect(!understanding.ids.contains("R01"))
    let model = try #require(understanding.model)
    #expect(model.framework == PlaceFramework(places: 4, answerDays: 7))
    #expect(
      model.amendment.changes.elements == [
        ChangedTerm(name: "Pladser", before: "3", now: "4"),
        // 137 days at 2 hours and 30 minutes a week are 2935.71 minutes for each place.
        ChangedTerm(
          name: "Højst timer fra den 17. august 2026", before: "146 timer og 47 minutter",
          now: "195 timer og 43 minutter"),
        ChangedTerm(
          name: "Højst betaling fra den 17. august 2026", before: "35.448,18 kr.", now: "47.265,58 kr."),
      ])
    #expect(
      try supplemented(amended.with("kontrakt.tillaeg.tidligere.pladser", 4)).only("unchanged-term").message
        == "Tidligere pladser (kontrakt.tillaeg.tidligere.pladser) er det samme som nu: 4.")
  }

  @Test func refusesThatPlacesBecomeHoursForOnePerson() throws {
    let amended = Fixture.contract.with(
      "kontrakt.tillaeg",
      ["nummer": 1, "dato": "2026-08-03", "gaelderFra": "2026-08-17", "tidligere": ["pladser": 5]])
    let understanding = try supplemented(amended)
    let error = try understanding.only("places-gone")
    #expect(
      error.message
        == "Tidligere pladser (kontrakt.tillaeg.tidligere.pladser) er 5, men kontrakten har ingen pladser nu. Timer til flere "
        + "pladser bliver ikke til timer for én person med et tillæg.")
    #expect(understanding.model == nil)
  }

  @Test func refusesASupplementToAFrameworkThatCannotBe() throws {
    let amended = Self.framework.with(
      "kontrakt.tillaeg", ["nummer": 1, "dato": "2026-08-03", "gaelderFra": "2026-08-17"]
    )
    .with("kontrakt.tillaeg.tidligere", ["opsigelsesdage": 30])
    #expect(try supplemented(amended).model != nil)
    #expect(
      try supplemented(amended.without("kontrakt.pladser")).only("missing-field").message
        == "Pladser (kontrakt.pladser) mangler.")
    let fee = try supplemented(amended.with("mentor.ansaettelse", "ekstern"))
    #expect(
      fee.diagnostics.first { $0.id == "no-employer" }?.message
        == "Ansættelse (mentor.ansaettelse) er ekstern konsulent, og der skrives ingen rammeaftale om pladser.")
    // A contract about places is none: six months are the most.
    #expect(try supplemented(amended.without("kontrakt.ramme")).only("R01").severity == .error)
  }

  /// What has been agreed is not written again with the terms that came after it.
  @Test func refusesToWriteAContractAgainWithTheTermsOfItsSupplement() throws {
    let message =
      "Tillæg (kontrakt.tillaeg) står i sagen, så sagen har de nye vilkår. Dokumentet (mentorkontrakt) er af kontraktens dato "
      + "(kontrakt.dato) og kan ikke skrives om med dem."
    let help =
      "Skriv tillægget: --kind kontrakttillaeg. Skal kontrakten selv skrives, så slet kontrakt.tillaeg, og skriv de vilkår, "
      + "der gjaldt på dens dato."
    let contract = try Self.supplement.contracted().only("contract-amended")
    #expect(contract.message == message && contract.path == "kontrakt.tillaeg" && contract.help == help)
    let framework = try framed(
      Self.framework.with(
        "kontrakt.tillaeg",
        ["nummer": 1, "dato": "2026-08-03", "gaelderFra": "2026-08-17", "tidligere": ["pladser": 3]])
    ).only("contract-amended")
    #expect(framework.message == message.replacing("mentorkontrakt", with: "rammeaftale") && framework.help == help)
    let grant = Self.supplement.with("kontrakt.bevilling", true)
    #expect(try grant.caseFile().documentKinds == [.employerGrant, .contractSupplement])
    #expect(
      try granted(grant).only("contract-amended").help
        == "Er bevillingen givet, så slet kontrakt.bevilling. Skal arbejdsgiveren have en ny, så skriv den i en sag uden "
        + "kontrakt.tillaeg, med sin egen dato i kontrakt.dato.")
    #expect(try Self.supplement.understood(as: MentorOrder.self).model != nil)
  }
}
