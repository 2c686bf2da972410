import Diagnostics
import Fields
import Lawbook
import Testing

@testable import Casework

@Suite struct MentorRuleTests {
  static var later: Fixture {
    Fixture.grant.without("mentor").with(
      "mentorstoette.mentorOplyses", "Du får brev om det senest den 20. juni 2026.")
  }

  @Test func grantsBeforeTheMentorIsFound() throws {
    let understanding = try Self.later.understood()
    #expect(understanding.diagnostics.isEmpty)
    #expect(understanding.model?.granted.mentor.choice == .later)
    #expect(understanding.outcome("R05") == .notApplicable)
    #expect(understanding.outcome("R41") == .notApplicable)
  }

  @Test func promisesNoMentorForAPeriodThatIsGone() throws {
    // The period ends on 14 December.
    let late = Self.later.with("afgoerelse.dato", "2026-12-15")
    let understanding = try late.understood()
    let error = try understanding.only("mentor-too-late")
    #expect(understanding.model == nil)
    #expect(
      error.message
        == "Perioden sluttede den 14. december 2026, før brevets dato den 15. december 2026, og sagen har ingen mentor. Brevet ville love borgeren en mentor i en periode, der er gået."
    )
    #expect(error.path == "mentorstoette.mentorOplyses")
    #expect(error.basis == "§ 52, nr. 2, i bekendtgørelse om en aktiv beskæftigelsesindsats")
    #expect(
      error.help
        == "Havde borgeren en mentor i perioden, så skriv mentor, og slet mentorstoette.mentorOplyses. Ellers ret perioden (mentorstoette.periode), så borgeren kan få støtten."
    )
    // On its last day somebody can still be found, and a mentor whom the citizen has had is named.
    #expect(try !Self.later.with("afgoerelse.dato", "2026-12-14").understood().ids.contains("mentor-too-late"))
    #expect(try !Fixture.grant.with("afgoerelse.dato", "2026-12-15").understood().ids.contains("mentor-too-late"))
  }

  @Test func letsMinPlanWaitAndSaysSo() throws {
    let understanding = try Self.later.planned()
    #expect(understanding.isWaiting)
    #expect(understanding.model == nil)
    let note = try understanding.only("min-plan-waits")
    #expect(note.severity == .note)
    #expect(
      note.message
        == "Min Plan venter, til mentoren er fundet: planen skal indeholde mentorens navn og kontaktdata.")
    #expect(note.basis == "§ 52, nr. 2, i bekendtgørelse om en aktiv beskæftigelsesindsats")
  }

  @Test func refusesAGrantThatIsSilentOnTheMentor() throws {
    let error = try Fixture.grant.without("mentor").understood().only("missing-field")
    #expect(error.message == "Mentor (mentor) mangler.")
    #expect(
      error.help
        == "Skriv mentorens navn og telefon eller e-mail. Er mentoren ikke fundet, så skriv i mentorstoette.mentorOplyses, hvordan og hvornår borgeren får det at vide."
    )
    #expect(error.basis == "§ 52, nr. 2, i bekendtgørelse om en aktiv beskæftigelsesindsats")
  }

  @Test func refusesAMentorWhoCannotBeReached() throws {
    let error = try Fixture.grant.without("mentor.telefon").understood().only("missing-field")
    #expect(error.message == "Telefon (mentor.telefon) mangler.")
    #expect(error.help == "Skriv mentorens telefon, e-mail eller begge dele.")
  }

  @Test func acceptsMailAlone() throws {
    let mentor = try Fixture.grant.without("mentor.telefon").with("mentor.email", "hanne@planteskole.example").model()
      .granted.mentor.mentor
    #expect(mentor?.contacts.elements.map(\.kind) == [.email])
  }

  @Test(arguments: [
    "Planteskolen ApS", "planteskolen aps", "Vikar & Co A/S", "Gribskov Kommune", "Vikar I/S", "Dansk P/S", "Hus K/S",
  ])
  func refusesAFirmsName(_ name: String) throws {
    let error = try Fixture.grant.with("mentor.navn", name).understood().only("R41")
    #expect(error.severity == .error)
    #expect(
      error.message == "Navn (mentor.navn) er navnet på en virksomhed eller en afdeling og ikke på en person.")
    #expect(error.basis == "§ 52, nr. 2, i bekendtgørelse om en aktiv beskæftigelsesindsats")
  }

  @Test(arguments: [
    "Planteskolen", "Kommunen", "Jobcenter Gribskov", "En mentor fra Falck", "Din jobkonsulent", "vores konsulent",
  ]) func refusesWhatIsNobodysName(_ name: String) throws {
    let grant = Fixture.grant.with("mentor.navn", name).with("mentor.arbejdsgiver.navn", "Planteskolen ApS")
    #expect(try grant.understood().only("R41").severity == .error)
  }

  @Test func warnsOfTheCitizensOwnName() throws {
    let citizen = try #require(try Fixture.grant.model().letter.citizen.name)
    let warning = try Fixture.grant.with("mentor.navn", citizen.uppercased()).understood().only("R41")
    #expect(warning.severity == .warning)
    #expect(warning.message == "Navn (mentor.navn) er det samme som borgerens navn.")
    #expect(warning.help == "Se efter, om det er mentorens navn.")
  }

  @Test(arguments: ["-", "?", "ukendt", "TBD", "x", "følger senere"])
  func refusesAnAnnouncementThatSaysNothing(_ words: String) throws {
    let error = try Fixture.grant.without("mentor").with("mentorstoette.mentorOplyses", words).understood()
      .only("announcement-says-nothing")
    #expect(error.path == "mentorstoette.mentorOplyses")
    #expect(
      error.message
        == "Mentor oplyses (mentorstoette.mentorOplyses) siger ikke, hvordan og hvornår borgeren får at vide, hvem mentoren er."
    )
  }

  @Test func refusesTheEmployersName() throws {
    let error = try Fixture.grant.with("mentor.navn", "Sol og Vind").with("mentor.arbejdsgiver.navn", "sol og vind")
      .understood().only("R41")
    #expect(error.severity == .error)
  }

  @Test(arguments: [
    "Team Øst", "Region Hovedstaden", "Center Nord", "Afdeling Syd", "Falck Healthcare", "Mentor Gruppen",
    "Psykiatrien Øst",
  ])
  func warnsOfAUnitsName(_ name: String) throws {
    let understanding = try Fixture.grant.with("mentor.navn", name).understood()
    let warning = try understanding.only("R41")
    #expect(warning.severity == .warning)
    #expect(warning.message == "Navn (mentor.navn) ligner navnet på en virksomhed eller en afdeling.")
    #expect(understanding.model != nil)
  }

  @Test func acceptsANameThatLooksLikeACompanysForm() throws {
    #expect(try Fixture.grant.with("mentor.navn", "Bo As").understood().diagnostics.isEmpty)
  }

  @Test(arguments: [
    "Mentor", "N.N.", "Ikke fundet", "Vikar 2", "Mentor findes senere", "Endnu ikke fundet", "Ikke fundet endnu",
    "Mentor ikke fundet", "Findes senere", "MENTOR: UKENDT", "Mentor (afventer)", "Afventer", "Oplyses snart",
    "Navn følger", "Fornavn Efternavn", "mentor\u{A0}findes\u{2009}senere", "Mentor\u{2013}ukendt", "Mentor NN",
    "Mentor?",
    "Ikke valgt",
  ])
  func refusesAPlaceholder(_ name: String) throws {
    let error = try Fixture.grant.with("mentor.navn", name).understood().only("R41")
    #expect(error.severity == .error)
    #expect(error.message == "Navn (mentor.navn) er ikke et navn.")
  }

  @Test(arguments: ["?", "-", "…", "– –", "***", "xxx yyy", "xx", "Xx Yy", "aaa bbb", "Ib xxx"])
  func refusesWhatFillsTheFieldAndIsNoName(_ name: String) throws {
    let error = try Fixture.grant.with("mentor.navn", name).understood().only("R41")
    #expect(error.severity == .error)
  }

  /// Words that placeholders are made of, within names and beside them.
  @Test(arguments: [
    "Mentor Krasniqi", "Vikar Ahmed", "Jan van der Aa", "John Smith III", "Malcolm X", "Åse Ærø", "Ng Oo", "Ii Naoko",
    "Nils-Ole O'Neill", "Ib Å.", "Søren Fund", "Anna Findesen", "Bo Navne", "Vera Seneres", "Hanne (Hanna) Skov", "李 明",
    "Мария Иванова", "Nnamdi Nna", "Øø Ååå", "Bo\u{A0}Å",
  ])
  func acceptsNamesThatLookLikePlaceholders(_ name: String) throws {
    #expect(try Fixture.grant.with("mentor.navn", name).understood().outcome("R41") == .fulfilled)
  }

  @Test func warnsOfAFirstNameAlone() throws {
    let understanding = try Fixture.grant.with("mentor.navn", "Hanne").understood()
    let warning = try understanding.only("R41")
    #expect(warning.severity == .warning)
    #expect(
      warning.message == "Navn (mentor.navn) er et enkelt ord. Borgeren skal kunne se, hvem mentoren er.")
    #expect(understanding.model != nil)
  }

  @Test func warnsOfTheEmployersMissingNumbers() throws {
    let understanding = try Fixture.grant.without("mentor.arbejdsgiver.pnummer").understood()
    let warning = try understanding.only("R08")
    #expect(warning.severity == .warning)
    #expect(
      warning.message
        == "P-nummer (mentor.arbejdsgiver.pnummer) mangler. Det skal med i indberetningen af mentorstøtten.")
    #expect(understanding.model != nil)
    #expect(try Fixture.grant.without("mentor.arbejdsgiver").understood().ids == ["R08", "R08"])
  }

  @Test func asksForNoNumbersOfAMunicipalMentor() throws {
    let understanding = try Fixture.grant.without("mentor.arbejdsgiver").with("mentor.ansaettelse", "kommune")
      .understood()
    #expect(understanding.diagnostics.isEmpty)
  }

  @Test func warnsOfWordsThatWillNotBePrinted() throws {
    let warning = try Fixture.grant.with("mentorstoette.mentorOplyses", "Du får brev.").understood().only(
      "announcement-not-used")
    #expect(
      warning.message
        == "Mentor oplyses (mentorstoette.mentorOplyses) kommer ikke med i brevet, fordi mentoren er navngivet.")
    #expect(warning.help == "Slet teksten: mentoren er fundet.")
  }
}
