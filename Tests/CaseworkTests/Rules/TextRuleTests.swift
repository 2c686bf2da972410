import Diagnostics
import Lawbook
import Testing

@testable import Casework

@Suite struct TextRuleTests {
  @Test(arguments: [
    "afgoerelse.begrundelse.faktum", "egenTekst.indledning", "mentorstoette.maal.tekst", "borger.navn",
    "borger.adresse.vej", "mentor.titel", "sagsbehandler.titel", "myndighed.enhed",
  ])
  func refusesACPRNumberInAText(_ path: String) throws {
    let error = try Fixture.grant.with(path, "Se 740395-1237").understood().only("R37")
    #expect(error.severity == .error)
    #expect(error.path == path)
    #expect(error.message.hasSuffix("(\(path)) indeholder cifre, der ligner et CPR-nummer."))
    #expect(!error.message.contains("740395"))
    #expect(error.basis == "§ 54 i CPR-loven og § 11 i databeskyttelsesloven")
  }

  @Test(arguments: [
    "7403951237", "740395 1237", "740395\u{2013}1237", "740395\u{A0}1237", "74 03 95-1237", "74-03-95 1237",
  ])
  func seesACPRNumberInAnyForm(_ digits: String) throws {
    let understanding = try Fixture.grant.with("egenTekst.afslutning", "Nr. \(digits).").understood()
    #expect(understanding.outcome("R37") == .refused)
  }

  @Test(arguments: [
    "740395 - 1237", "74.03.95-1237", "74/03-95 1237", "7403 95 1237", "740395\u{200B}1237", "0740395-1237",
  ])
  func seesTheCitizensOwnNumberInEveryForm(_ digits: String) throws {
    let understanding = try Fixture.grant.with("borger.cpr", "7403951237")
      .with("egenTekst.afslutning", "Nr. \(digits).").understood()
    #expect(understanding.outcome("R37") == .refused)
  }

  @Test(arguments: ["Ring på 72 49 60 00", "Sag 27.36.00", "CVR 29188440", "beløb 1.234.567.890", "72 49 60 00 1234"])
  func letsOtherNumbersPass(_ text: String) throws {
    #expect(try Fixture.grant.with("egenTekst.afslutning", text).understood().outcome("R37") == .fulfilled)
  }

  @Test func warnsOfTheOldWordFromFebruary2026() throws {
    let understanding = try Fixture.grant.with("egenTekst.indledning", "Jobcenteret glæder sig.").understood()
    let warning = try understanding.only("R29")
    #expect(warning.severity == .warning)
    #expect(
      warning.message
        == "Indledning (egenTekst.indledning) bruger ordet \"jobcenteret\". Fra 1. februar 2026 er lovens ord \"kommunen\" (sandsynligt)."
    )
    #expect(warning.help == "Skriv \"kommunen\".")
    #expect(understanding.model != nil)
  }

  @Test func acceptsTheOldWordBefore() throws {
    let understanding = try Fixture.grant.with("egenTekst.indledning", "Jobcenteret glæder sig.").with(
      "afgoerelse.dato", "2026-01-31"
    ).understood()
    #expect(understanding.outcome("R29") == .notApplicable)
    #expect(understanding.ids.isEmpty)
  }

  @Test func warnsOfParagraphsInTexts() throws {
    let warning = try Fixture.grant.with("egenTekst.begrundelse", "Se § 123 i BAB.").understood().only("R30")
    #expect(warning.severity == .warning)
    #expect(
      warning.message
        == "Begrundelse (egenTekst.begrundelse) nævner en paragraf. Nummeret kan ikke kontrolleres mod lovbogen.")
  }

  @Test func warnsOfAServiceLevelAsReason() throws {
    let warning = try Fixture.grant.with("afgoerelse.begrundelse.hensyn", "Kommunens serviceniveau er to timer.")
      .understood().only("R24a")
    #expect(
      warning.message
        == "Hensyn (afgoerelse.begrundelse.hensyn) nævner serviceniveauet. Det kan ikke begrunde en afgørelse om den enkelte borger."
    )
  }

  @Test(arguments: ["JOBCENTRET glæder sig.", "Jobcentrets team.", "jobcenterets team"])
  func knowsTheOldWordInAnySpelling(_ text: String) throws {
    let warning = try Fixture.grant.with("egenTekst.indledning", text).understood().only("R29")
    let word = text.lowercased().hasPrefix("jobcentr") ? "jobcentret" : "jobcenteret"
    #expect(
      warning.message
        == "Indledning (egenTekst.indledning) bruger ordet \"\(word)\". Fra 1. februar 2026 er lovens ord \"kommunen\" (sandsynligt)."
    )
  }

  @Test func saysWhyACPRNumberIsLeftOut() throws {
    let error = try Fixture.grant.with("egenTekst.afslutning", "740395-1237").understood().only("R37")
    #expect(
      error.help
        == "Slet nummeret. Borgerens CPR-nummer hører kun til i borger.cpr. Loven forbyder det ikke i selve brevet; vi udelader det, fordi brevet kan nå andre."
    )
  }
}
