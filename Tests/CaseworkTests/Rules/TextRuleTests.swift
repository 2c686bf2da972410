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
    "740395 - 1237", "740395 \u{2013} 1237", "740395\u{AD}-\u{AD}1237", "74\u{200D}0395-1237", "740395.1237",
    "740395 / 1237", "740395, 1237", "740395 (1237", "740395\n1237", "740395\u{2212}1237", "740395\u{2003}1237",
    "740395\u{D7}1237", "740395 \u{F7} 1237",
    "74.03.95-1237", "74/03/95 - 1237", "74.03.1995-1237", "7403 95 1237", "74 03 95 12 37", "7 4 0 3 9 5 1 2 3 7",
    "７４０３９５-１２３７", "\u{667}\u{664}\u{660}\u{663}\u{669}\u{665}-\u{661}\u{662}\u{663}\u{667}",
  ])
  func seesACPRNumberInAnyForm(_ digits: String) throws {
    // Another person's number.
    let understanding = try Fixture.grant.with("borger.cpr", "821177-1212")
      .with("egenTekst.afslutning", "Nr. \(digits).").understood()
    #expect(understanding.outcome("R37") == .refused)
  }

  @Test func seesACPRNumberInEveryFieldThatTakesText() throws {
    for (path, form) in Self.textFields(CaseFile.input.shape, "") {
      let text =
        switch form {
        case .phone: "74 03 95 12 37"
        case .email: "x@a7403951237.example"
        case .link: "https://kommune.example/?nr=740395%2D1237"
        case .rule: "7403951237"
        default: "Nr. 740395-1237"
        }
      let json = path.split(separator: ".").reversed().reduce("\"\(text)\"") { inner, key in
        key == "1" ? "[\(inner)]" : "{\"\(key)\": \(inner)}"
      }
      let file = try #require(caseFile(json), "\(path)")
      #expect(file.texts.holdingNumbers.map(\.path) == [path])
    }
  }

  /// Texts that are as long as they may be and hold nothing but one thing: what looks from each place for something
  /// further on would take minutes in one of them.
  @Test(arguments: [" ", "\n", "ord ", "e\u{301}\u{316}\u{317}\u{318}\u{319}\u{31C}\u{31D}\u{31E}", "\u{200D}", ". "])
  func understandsTextsOfAnyLength(_ filling: String) throws {
    func text(_ form: TextForm) -> String {
      let unit = form.isMultiline ? filling : filling.replacing("\n", with: "\u{A0}")
      return "a" + String(repeating: unit, count: (form.limit - 2) / unit.unicodeScalars.count) + "b"
    }
    func record(_ shape: InputShape) -> [String: Any] {
      shape.entries.reduce(into: [:]) { fields, entry in
        switch entry.type {
        case .record(let inner): fields[entry.name] = record(inner)
        case .list(let inner): fields[entry.name] = [record(inner)]
        case .text(let form): if form.isFree { fields[entry.name] = text(form) }
        default: break
        }
      }
    }
    func filled(_ fixture: Fixture, _ shape: InputShape, _ path: String) -> Fixture {
      shape.entries.reduce(fixture) { fixture, entry in
        let own = path + entry.name
        switch entry.type {
        case .record(let inner): return filled(fixture, inner, own + ".")
        case .list(let inner): return fixture.with(own, [record(inner)])
        case .text(let form): return form.isFree ? fixture.with(own, text(form)) : fixture
        default: return fixture
        }
      }
    }
    let decision = try filled(.prolongation, CaseFile.input.shape, "").understood(as: ProlongationDecision.self)
    #expect(decision.outcome("R37") != nil, "\(decision.diagnostics.map(\.message))")
    let contract = try filled(.contract, CaseFile.input.shape, "").contracted()
    #expect(contract.outcome("R37") != nil, "\(contract.diagnostics.map(\.message))")
  }

  /// The fields in which a text may be written, with its form.
  private static func textFields(_ shape: InputShape, _ path: String) -> [(String, TextForm)] {
    shape.entries.flatMap { entry -> [(String, TextForm)] in
      let own = path + entry.name
      switch entry.type {
      case .record(let inner): return textFields(inner, own + ".")
      case .list(let inner): return textFields(inner, own + ".1.")
      case .text(let form):
        switch form {
        case .line, .lines, .phone, .email, .link, .rule: return [(own, form)]
        case .postcode, .caseNumber, .civilRegistrationNumber, .digits, .clock: return []
        }
      default: return []
      }
    }
  }

  @Test(arguments: [
    "740395 - 1237", "74.03.95-1237", "74/03-95 1237", "7403 95 1237", "740395\u{AD}1237", "0740395-1237",
  ])
  func seesTheCitizensOwnNumberInEveryForm(_ digits: String) throws {
    let understanding = try Fixture.grant.with("borger.cpr", "7403951237")
      .with("egenTekst.afslutning", "Nr. \(digits).").understood()
    #expect(understanding.outcome("R37") == .refused)
  }

  @Test(arguments: [
    "Ring på 72 49 60 00", "Sag 27.36.00", "CVR 29188440", "beløb 1.234.567.890", "72 49 60 00 1234",
    "+45 20 10 12 14", "+45 2010 1214 eller 20 10 12 15", "0045 20101214", "sag 27.03.00-1234-26",
    "27.03.00-G01-1012-26",
    "fra 01.12.2026 til 31.05.2027", "12.03-14.03.26", "01.12.2026-31.05.2027", "12/1-14/3 2026", "EAN 5798009876543",
    "kl. 08.30-10.00, 12.30-14.00", "1012 m og 3200 Helsinge",
  ])
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

  @Test func refusesAServiceLevelAsReason() throws {
    let error = try Fixture.grant.with("afgoerelse.begrundelse.hensyn", "Kommunens serviceniveau er to timer.")
      .understood().only("R24a")
    #expect(error.severity == .error)
    #expect(
      error.message
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

  @Test(arguments: [
    ("mentor.telefon", "74 03 95 12 37"), ("sagsbehandler.telefon", "7403951237"),
    ("myndighed.digitalPost", "https://kommune.example/740395-1237"),
    ("myndighed.persondata", "https://kommune.example/?cpr=740395%2D1237"),
  ])
  func refusesACPRNumberInATelephoneOrALink(_ path: String, _ text: String) throws {
    let error = try Fixture.grant.with(path, text).understood().only("R37")
    #expect(error.severity == .error)
    #expect(error.message == "\(CaseLabels.name(of: path)) indeholder cifre, der ligner et CPR-nummer.")
  }

  /// A profile with standard wording of its own.
  private static func profile(_ wording: String) throws -> AuthorityProfile {
    let text = "{ \"myndighed\": { \"cvr\": \"29188440\" },\n \"standardtekst\": { \"afslutning\": \"\(wording)\" } }"
    return try AuthorityProfile.read(Array(text.utf8), file: "profil.json")
  }

  @Test func looksAtTheProfilesStandardWordingToo() throws {
    let understanding = try Fixture.grant.understood(
      try Self.profile("Jobcentret følger § 96 i BAB og kommunens serviceniveau."))
    #expect(understanding.ids == ["R24a", "R29", "R30"])
    #expect(understanding.model != nil)
    for id in understanding.ids {
      let warning = try understanding.only(id)
      #expect(warning.severity == .warning)
      #expect(warning.path == "standardtekst.afslutning")
      #expect(warning.location == SourceLocation(file: "profil.json", line: 2, column: 35))
    }
    let field = "Profilens standardtekst (standardtekst.afslutning)"
    #expect(
      try understanding.only("R29").message
        == "\(field) bruger ordet \"jobcentret\". Fra 1. februar 2026 er lovens ord \"kommunen\" (sandsynligt).")
    #expect(
      try understanding.only("R30").message
        == "\(field) nævner en paragraf. Nummeret kan ikke kontrolleres mod lovbogen.")
    #expect(
      try understanding.only("R24a").message
        == "\(field) nævner serviceniveauet. Det kan ikke begrunde en afgørelse om den enkelte borger.")
  }

  @Test func saysWhyACPRNumberIsLeftOut() throws {
    let error = try Fixture.grant.with("egenTekst.afslutning", "740395-1237").understood().only("R37")
    #expect(
      error.help
        == "Slet nummeret. Borgerens CPR-nummer hører kun til i borger.cpr. Loven forbyder det ikke i selve brevet; vi udelader det, fordi brevet kan nå andre."
    )
  }
}

extension TextForm {
  /// Whether any characters may stand in it.
  fileprivate var isFree: Bool {
    switch self {
    case .line, .lines: true
    default: false
    }
  }
}
