import Diagnostics
import Fields
import Testing

@testable import Casework

/// Persons outside LAB § 6.
@Suite struct OutsideGroupTests {
  @Test(arguments: OutsideGroup.allCases) func areGivenOrdinarySupport(_ group: OutsideGroup) throws {
    let understanding = try Fixture.grant.with("borger.maalgruppe", group.rawValue).understood()
    let citizen = try #require(understanding.model?.letter.citizen)
    #expect(citizen.outsideGroup == group)
    #expect(citizen.targetGroup == nil)
    let isStudent = group == .student || group == .futureStudent
    #expect(understanding.ids == (group == .oldAgePensioner ? ["R06a"] : isStudent ? ["R06"] : []))
  }

  /// The letter says what support is for in the group: another goal contradicts it.
  @Test(arguments: [
    ("uddannelse", "i ordinær uddannelse", "beskaeftigelse", "beskæftigelse"),
    ("foer-uddannelse", "på vej i ordinær uddannelse", "beskaeftigelse", "beskæftigelse"),
    ("job", "i ordinært job", "uddannelse", "uddannelse"), ("seniorjob", "i seniorjob", "uddannelse", "uddannelse"),
  ])
  func haveTheGoalOfTheirGroup(_ group: String, _ label: String, _ goal: String, _ word: String) throws {
    let case_ = Fixture.grant.with("borger.maalgruppe", group).with("mentorstoette.maal.type", goal)
    let warning = try case_.understood().only("R06")
    #expect(warning.severity == .warning)
    #expect(warning.message == "Målgruppe (borger.maalgruppe) siger, at borgeren er \(label), men målet er \(word).")
    let other = goal == "uddannelse" ? "beskaeftigelse" : "uddannelse"
    #expect(try case_.with("mentorstoette.maal.type", other).understood().outcome("R06") == .fulfilled)
  }

  @Test func areNotGivenSupportOnAnOldAgePension() throws {
    let warning = try Fixture.grant.with("borger.maalgruppe", "folkepension").understood().only("R06a")
    #expect(warning.severity == .warning)
    #expect(
      warning.message
        == "Borgeren får folkepension. Efter vejledningen gives der ikke mentorstøtte til pensionister, fordi støtten ikke har et mål om job eller uddannelse."
    )
    #expect(warning.help == "Se efter, om målet er et job eller en uddannelse. Giv ellers afslag.")
    #expect(
      warning.basis == "Styrelsen for Arbejdsmarked og Rekrutterings vejledning om mentorordningen af 25. november 2019"
    )
  }

  @Test func needAGoalOnEarlyRetirementPension() throws {
    let fixture = Fixture.grant.with("borger.maalgruppe", "foertidspension")
    #expect(try fixture.understood().outcome("R06a") == .fulfilled)
    #expect(try fixture.without("mentorstoette.maal").understood().outcome("R06a") == .refused)
    #expect(try Fixture.grant.understood().outcome("R06a") == .notApplicable)
  }

  @Test func haveNoRightAroundADischarge() throws {
    let understanding = try Fixture.discharge.with("borger.maalgruppe", "job").discharged()
    let error = try understanding.only("R03")
    #expect(error.severity == .error)
    #expect(
      error.message
        == "Målgruppe (borger.maalgruppe) er ikke en gruppe i § 6. Retten til støtte ved udskrivning gælder kun personer i en af grupperne."
    )
    #expect(
      error.help
        == "Giv almindelig mentorstøtte: skriv \"bevilling\" i afgoerelse.type, og slet mentorstoette.udskrivning.")
    #expect(understanding.model == nil)
  }

  @Test func haveNoRightAtTheStartOfAnEducation() throws {
    let error = try Fixture.educationStart.with("borger.maalgruppe", "foer-uddannelse").startingEducation().only("R04")
    #expect(error.message == "Målgruppe (borger.maalgruppe) er ikke § 6, nr. 4 eller 5. Retten gælder kun dem.")
  }

  @Test func areNotToldOfARightThatTheyLack() throws {
    let fixture = Fixture.grant.with("borger.maalgruppe", "foer-uddannelse")
      .with("mentorstoette.maal.type", "uddannelse")
    #expect(try fixture.understood().outcome("R04") == .notApplicable)
  }

  @Test(arguments: ["6-0", "6-14", "6-03", "Job", "pension"]) func areNamedByAClosedListOfWords(_ word: String) throws {
    let error = try Fixture.grant.with("borger.maalgruppe", word).understood().only("unknown-target-group")
    #expect(
      error.message
        == "Målgruppe (borger.maalgruppe) er hverken et nummer i § 6 i lov om en aktiv beskæftigelsesindsats eller et af ordene for personer uden for § 6."
    )
    #expect(
      error.help
        == "Skriv gruppen som \"6-3\" for § 6, nr. 3. Numrene går fra 1 til 13. Er borgeren ikke i § 6, så skriv \"job\" (i ordinært job), \"seniorjob\" (i seniorjob), \"voksenlaerling\" (voksenlærling), \"uddannelse\" (i ordinær uddannelse), \"foer-uddannelse\" (på vej i ordinær uddannelse), \"afsoning\" (under afsoning), \"foertidspension\" (på førtidspension) eller \"folkepension\" (på folkepension)."
    )
  }
}
