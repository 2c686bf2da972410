import Diagnostics
import Fields
import Lawbook
import Templating
import Testing

/// The lawbook of the repository: what it prints on which day.
struct RealLawbookTests {
  @Test func loadsWithoutAnyDiagnostic() {
    if case .failure(let error) = RealLawbook.shared {
      Issue.record("\(DiagnosticFormatter(.english).text(for: error.diagnostics))")
    }
  }

  @Test func citesInLegalDanish() throws {
    let citation = try #require(
      try RealLawbook.get().citation(provision: "lab-167-1", on: day("2026-11-21")))
    #expect(
      citation.full
        == "§ 167, stk. 1, i lov om en aktiv beskæftigelsesindsats (lovbekendtgørelse nr. 280 af 1. marts 2024)")
    #expect(citation.withTitle == "§ 167, stk. 1, i lov om en aktiv beskæftigelsesindsats")
    #expect(citation.short == "§ 167, stk. 1")
  }

  @Test func setsNoCommaAfterAWholeParagraph() throws {
    let lawbook = try RealLawbook.get()
    #expect(lawbook.citation(provision: "fvl-8", on: day("2026-11-21"))?.withTitle == "§ 8 i forvaltningsloven")
    #expect(
      lawbook.citation(provision: "bab-52-3", on: day("2026-11-21"))?.withTitle
        == "§ 52, nr. 3, i bekendtgørelse om en aktiv beskæftigelsesindsats")
  }

  @Test(arguments: [
    ("2021-12-31", "§ 123", "bekendtgørelse nr. 2006 af 11. december 2020"),
    ("2022-01-01", "§ 125", "bekendtgørelse nr. 2636 af 28. december 2021"),
    ("2023-12-31", "§ 125", "bekendtgørelse nr. 2636 af 28. december 2021"),
    ("2024-01-01", "§ 126", "bekendtgørelse nr. 1216 af 28. september 2023"),
  ])
  func numbersDirectContactByDate(date: String, number: String, edition: String) throws {
    let citation = try RealLawbook.get().citation(provision: "bab-direkte-kontakt", on: day(date))
    #expect(citation?.full == "\(number) i bekendtgørelse om en aktiv beskæftigelsesindsats (\(edition))")
  }

  @Test(arguments: [
    ("2022-05-21", "lov nr. 548 af 7. maj 2019 med senere ændringer"),
    ("2022-05-22", "lovbekendtgørelse nr. 701 af 22. maj 2022"),
    ("2024-02-29", "lovbekendtgørelse nr. 701 af 22. maj 2022"),
    ("2024-03-01", "lovbekendtgørelse nr. 280 af 1. marts 2024"),
  ])
  func namesTheEditionOfTheActByDate(date: String, edition: String) throws {
    #expect(
      try RealLawbook.get().citation(act: "lab", on: day(date))?.full
        == "lov om en aktiv beskæftigelsesindsats (\(edition))")
  }

  @Test(arguments: [
    ("2026-01-31", "jobcenteret", "jobcenterets"), ("2026-02-01", "kommunen", "kommunens"),
  ])
  func saysJobcenterUntilFebruary2026(date: String, word: String, genitive: String) throws {
    let lawbook = try RealLawbook.get()
    #expect(lawbook.term("aktoer", on: day(date)) == word)
    #expect(lawbook.term("aktoers", on: day(date)) == genitive)
    #expect(lawbook.era(containing: day(date))?.terms["aktoer"] == word)
  }

  @Test func keepsTheConfidenceOfATerm() throws {
    let lawbook = try RealLawbook.get()
    #expect(lawbook.entry("aktoer", on: day("2026-01-31"))?.provenance?.confidence == .confirmed)
    let entry = try #require(lawbook.entry("aktoer", on: day("2026-02-01")))
    #expect(entry.provenance?.confidence == .likely)
    #expect(entry.provenance?.sources.first == "https://www.retsinformation.dk/eli/lta/2025/1750")
    #expect(entry.days == day("2026-02-01")...day("2026-12-31"))
  }

  @Test func keepsThreeDatesApart() throws {
    let entry = try #require(try RealLawbook.get().entry("bab", on: day("2024-01-01")))
    #expect(entry.provenance?.inForceFrom == day("2024-01-01"))
    #expect(entry.provenance?.legalBasisFrom == day("2020-01-01"))
    #expect(entry.provenance?.verifiedOn == day("2026-11-21"))
  }

  @Test func printsNoNumberThatIsNotConfirmed() throws {
    let lawbook = try RealLawbook.get()
    for (id, date) in [
      ("rsl-67", "2025-04-01"), ("rsb-11-1", "2025-06-30"), ("bab-133-2", "2023-12-31"), ("dpl-10", "2021-04-14"),
      ("lab-167-3", "2021-12-31"), ("int-23-d", "2026-02-22"),
    ] {
      #expect(lawbook.citation(provision: id, on: day(date)) == nil, "\(id)")
      #expect(lawbook.era(containing: day(date))?.unavailable[id] != nil, "\(id)")
      #expect(lawbook.era(containing: day(date))?.provisions[id] == nil, "\(id)")
    }
    #expect(
      lawbook.era(containing: day("2021-12-31"))?.unavailable["lab-167-3"] == "the lawbook knows it from 2022-01-01")
    #expect(
      lawbook.era(containing: day("2025-04-01"))?.unavailable["rsl-67"]
        == "Nummeret er kun bekræftet i lovbekendtgørelse nr. 354 af 2. april 2025.")
  }

  @Test func holdsNothingForDaysThatAreNotVerified() throws {
    let lawbook = try RealLawbook.get()
    for kind in ["bevilling", "min-plan"] {
      #expect(lawbook.verifiedSpan(kind: kind, legalBasis: "lab") == day("2020-01-01")...day("2026-12-31"))
      #expect(lawbook.verifiedSpan(kind: kind, legalBasis: "integration") == nil)
    }
    #expect(
      lawbook.unsettledReason(kind: "bevilling", legalBasis: "integration")
        == "Klageinstansen for afgørelser efter integrationsloven § 23 d er ikke bekræftet.")
    #expect(lawbook.unsettledReason(kind: "bevilling", legalBasis: "lab") == nil)
    #expect(lawbook.era(containing: day("2019-12-31")) == nil)
    #expect(lawbook.era(containing: day("2027-01-01")) == nil)
  }

  @Test func erasCoverTheSpanWithoutGapOrOverlap() throws {
    let lawbook = try RealLawbook.get()
    let eras = lawbook.eras(in: day("2020-01-01")...day("2026-12-31"))
    #expect(eras.first?.lowerBound == day("2020-01-01"))
    #expect(eras.last?.upperBound == day("2026-12-31"))
    for (earlier, later) in zip(eras, eras.dropFirst()) {
      #expect(earlier.upperBound.adding(days: 1) == later.lowerBound)
    }
    for days in eras {
      for date in [days.lowerBound, days.upperBound] {
        let era = try #require(lawbook.era(containing: date))
        #expect(era.from...era.until == days)
      }
    }
    #expect(lawbook.eras(in: day("2026-01-31")...day("2026-02-01")).count == 2)
  }

  @Test func demandsTheIssuerByLawFrom2024() throws {
    let lawbook = try RealLawbook.get()
    func basis(_ date: String) throws -> String? {
      try lawbook.requirements(kind: "bevilling", on: day(date)).first { $0.id == "udsteder" }?.basis
    }
    #expect(try basis("2023-12-31") == "god forvaltningsskik")
    #expect(try basis("2024-01-01") == "§ 133, stk. 2, i bekendtgørelse om en aktiv beskæftigelsesindsats")
  }

  @Test func demandsTheFiveFieldsOfMinPlan() throws {
    let lawbook = try RealLawbook.get()
    #expect(lawbook.kinds.contains("min-plan"))
    let demanded = try lawbook.requirements(kind: "min-plan", on: day("2026-11-21"))
    for number in 1...5 {
      let requirement = try #require(demanded.first { $0.id == "bab-52.\(number)" })
      #expect(requirement.basis == "§ 52, nr. \(number), i bekendtgørelse om en aktiv beskæftigelsesindsats")
      #expect(requirement.condition == nil)
      #expect(requirement.output == nil)
    }
    #expect(
      demanded.first { $0.id == "bab-52.2" }?.evidence == [.field("mentor.navn"), .field("mentor.kontakter.vaerdi")])
  }

  @Test func demandsAnIDOnlyOncePerOutput() throws {
    let lawbook = try RealLawbook.get()
    for kind in lawbook.kinds {
      for days in lawbook.eras(in: day("2020-01-01")...day("2026-12-31")) {
        for output in Output.allCases {
          let ids = try lawbook.requirements(kind: kind, on: days.lowerBound)
            .filter { $0.output == nil || $0.output == output }.map(\.id)
          #expect(Set(ids).count == ids.count)
        }
      }
    }
  }

  @Test func demandsTheMentorOrWhenOneIsTold() throws {
    let demanded = try RealLawbook.get().requirements(kind: "bevilling", on: day("2026-11-21"))
    #expect(
      demanded.first { $0.id == "bab-52.2" }?.condition == .init(field: "mentorvalg", value: "navngivet"))
    #expect(
      demanded.first { $0.id == "mentor-oplyses" }?.condition == .init(field: "mentorvalg", value: "senere"))
  }

  @Test func knowsTheRulesOfAGrant() throws {
    let lawbook = try RealLawbook.get()
    let ids = lawbook.rules.map(\.id)
    #expect(ids == ids.sorted())
    #expect(Set(ids).count == ids.count)
    #expect(Set(ids).isSuperset(of: ["R01", "R02", "R03", "R03b", "R04", "R05", "R07a", "R23", "R27", "R37", "R41"]))
    let rule = try #require(lawbook.rule("R01"))
    #expect(rule.severity == .law)
    #expect(rule.confidence == .confirmed)
    #expect(!rule.waivable)
    #expect(
      lawbook.basis(of: rule, on: day("2026-11-21")) == "§ 167, stk. 1, i lov om en aktiv beskæftigelsesindsats")
    #expect(lawbook.rule("R99") == nil)
  }

  @Test func namesTheActAloneWhereTheNumberIsNotKnown() throws {
    let lawbook = try RealLawbook.get()
    let rule = try #require(lawbook.rule("R09"))
    let rsl = "lov om retssikkerhed og administration på det sociale område"
    #expect(lawbook.basis(of: rule, on: day("2025-04-01")) == rsl)
    #expect(lawbook.basis(of: rule, on: day("2025-04-02")) == "§ 7 a i \(rsl)")
  }

  @Test(arguments: ["R05", "R06", "R07", "R23", "R26", "R27", "R41"])
  func necessaryRulesCannotBeWaived(id: String) throws {
    #expect(try RealLawbook.get().rule(id)?.waivable == false)
  }

  @Test(arguments: ["R12", "R13", "R14"])
  func serviceLevelsAreTheMunicipalitysOwn(id: String) throws {
    let rule = try RealLawbook.get().rule(id)
    #expect(rule?.severity == .municipality)
    #expect(rule?.waivable == true)
  }

  @Test func rulesApplyBetweenTheirDays() throws {
    let lawbook = try RealLawbook.get()
    let crossing = try #require(lawbook.rule("R39"))
    #expect(crossing.applies(on: day("2020-01-01")))
    #expect(!crossing.applies(on: day("2027-01-01")))
    #expect(lawbook.rule("R40")?.applies(on: day("2030-01-01")) == true)
  }

  @Test func namesSourcesWithoutAnAddressInWords() throws {
    let lawbook = try RealLawbook.get()
    for id in ["R12", "R13"] {
      #expect(lawbook.rule(id)?.sources == ["Gribskov Kommunes servicestandard for mentorstøtte (2014)"])
    }
    #expect(
      lawbook.rule("R22")?.sources == [
        "Styrelsen for Arbejdsmarked og Rekrutterings vejledning om mentorordningen af 25. november 2019"
      ])
  }

  @Test func citesNoCompanyRuleForTheHoursOfACitizen() throws {
    let rule = try #require(try RealLawbook.get().rule("R07"))
    #expect(rule.title == "Timetallet er fastsat ud fra et konkret behov og er større end nul")
    #expect(rule.bases == [.provision("bab-52-5")])
  }
}
