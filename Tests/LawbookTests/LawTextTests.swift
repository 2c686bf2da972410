import Diagnostics
import Fields
import Lawbook
import Templating
import Testing

/// The standard texts of the repository, printed by the template compiler.
struct LawTextTests {
  @Test func everyTextPrintsInEveryEra() throws {
    for days in try RealLawbook.get().eras(in: day("2020-01-01")...day("2026-12-31")) {
      for output in [LetterModel.Channel.digital, .paper] {
        let text = try print(on: days.lowerBound, channel: output)
        #expect(text.contains("Ankestyrelsens Beskæftigelsesudvalg"), "\(days)")
      }
    }
  }

  @Test func saysTheLastDayForALetterInDigitalPost() throws {
    let text = try print(on: day("2026-11-23"))
    #expect(
      text.contains(
        """
        Vi skal have din klage senest 4 uger efter den dag, du fik afgørelsen. Har du modtaget afgørelsen i Digital Post \
        den 23. november 2026, skal vi have din klage senest den 21. december 2026. Du har fået afgørelsen den dag, den \
        ligger i din digitale postkasse, også selv om du ikke har åbnet den. Har du fået afgørelsen en anden dag, regner \
        du fristen fra den dag.
        """), "\(text)")
  }

  @Test func saysTheLastDayForALetterOnPaper() throws {
    let text = try print(on: day("2026-11-23"), channel: .paper)
    #expect(
      text.contains(
        "Har du modtaget brevet den 23. november 2026, skal vi have din klage senest den 21. december 2026."), "\(text)"
    )
    #expect(!text.contains("afgørelsen i Digital Post"))
  }

  @Test func namesTheUnitToComplainTo() throws {
    let text = try print(on: day("2026-11-23"))
    #expect(text.contains("Brev: Gribskov Kommune, Jobcenter Gribskov, Rådhusvej 3, 3200 Helsinge"), "\(text)")
    #expect(text.contains("Telefon: 72 49 60 00 (mandag til torsdag 9-15)"), "\(text)")
  }

  @Test func leavesOutWhatAUnitDoesNotHave() throws {
    let unit = LetterModel.Unit(office: nil, hours: nil, post: nil, data: nil)
    let text = try print(on: day("2026-11-23"), unit: unit, channel: .paper)
    #expect(text.contains("Brev: Gribskov Kommune, Rådhusvej 3, 3200 Helsinge"), "\(text)")
    #expect(text.contains("Telefon: 72 49 60 00 Fortæl gerne"), "\(text)")
    #expect(text.contains("Du kan spørge os, hvordan vi behandler dine oplysninger"), "\(text)")
    #expect(!text.contains("Digital Post"))
  }

  @Test func citesTheRulesOnComplaintsOfTheDay() throws {
    let rsl = "lov om retssikkerhed og administration på det sociale område"
    #expect(try print(on: day("2025-04-01")).contains("marts 2024) og i \(rsl)."))
    #expect(
      try print(on: day("2025-04-02")).contains(
        "marts 2024) og i §§ 60, 66, 67 og 72 i \(rsl) (lovbekendtgørelse nr. 354 af 2. april 2025)."))
    #expect(
      try print(on: day("2025-07-01")).contains(
        "2. april 2025) og i §§ 11-13 i bekendtgørelse om retssikkerhed og administration på det sociale område "
          + "(bekendtgørelse nr. 861 af 19. juni 2025)."))
  }

  @Test func meetsTheRequirementsOnComplaints() throws {
    let lawbook = try RealLawbook.get()
    let ids: Set = ["fvl-25.instans", "fvl-25.fremgangsmaade", "rsl-66", "rsl-67", "rsl-72"]
    for days in lawbook.eras(in: day("2020-01-01")...day("2026-12-31")) {
      let demanded = try lawbook.requirements(kind: "bevilling", on: days.lowerBound).filter { ids.contains($0.id) }
      #expect(demanded.count == 5)
      _ = try compile(on: days.lowerBound, requirements: demanded)
    }
  }

  @Test func refusesALetterThatMarksTheDeadlineButDoesNotSayIt() throws {
    let lawbook = try RealLawbook.get()
    let demanded = try lawbook.requirements(kind: "bevilling", on: day("2026-11-21")).filter { $0.id == "rsl-67" }
    do {
      _ = try compile(
        on: day("2026-11-21"), requirements: demanded,
        content: #"<p t:fulfils="rsl-67">Vi skal have din klage senest den {klage.sidsteDag | dato}.</p>"#)
      Issue.record("compiled")
    } catch {
      #expect(
        error.diagnostics.map(\.message) == [
          "this element is marked with 'rsl-67' (Klagefristen og dens sidste dag), but does not print the law text 'klagefrist'",
          "this element is marked with 'rsl-67' (Klagefristen og dens sidste dag), but does not show 'klage.modtagelsesdag'",
        ])
      #expect(
        error.diagnostics.first?.basis
          == "§ 25 i forvaltningsloven og § 67 i lov om retssikkerhed og administration på det sociale område")
    }
  }

  @Test func refusesToPrintTheUnsettledComplaintGuidance() throws {
    do {
      _ = try compile(on: day("2026-11-21"), content: #"<t:law text="klagevejledning-integration"/>"#)
      Issue.record("compiled")
    } catch {
      #expect(
        error.diagnostics.map(\.message) == [
          """
          law text 'klagevejledning-integration' cannot be printed for 2026-02-22 to 2026-12-31: \
          Klageinstansen for afgørelser efter integrationsloven § 23 d er ikke bekræftet.
          """
        ])
    }
  }

  @Test func complaintGuidanceIsEasyToRead() throws {
    let text = try print(on: day("2026-11-23"), content: "guidance")
    // LIX: words per sentence, and long words in a hundred; under 45 is ordinary prose.
    let words = text.split { $0.isWhitespace }.map { $0.filter(\.isLetter) }.filter { !$0.isEmpty }
    let sentences = text.split(separator: ".").count
    let lix = Double(words.count) / Double(sentences) + 100 * Double(words.count { $0.count > 6 }) / Double(words.count)
    #expect(lix < 45)
  }

  // MARK: Printing

  private static let everything = """
    <t:law text="klagevejledning" myndighed="myndighed" klage="klage" borger="borger"/>
    <p><t:law text="aktindsigt"/> <t:law text="bisidder"/> <t:law text="min-plan-note" borger="borger"/></p>
    <p><t:law text="persondata" myndighed="myndighed"/></p>
    <p><t:law text="digital-post" kanal="kanal"/></p>
    <p><t:term name="aktoer"/> <t:term name="aktoers"/></p>
    """

  private struct OneFile: TemplateFiles {
    let text: String

    func bytes(of path: String) -> [UInt8]? { path == "documents/brev.html" ? Array(text.utf8) : nil }
    func names(in folder: String) -> [String] { [] }
    func displayName(of path: String) -> String { path }
  }

  private func compile(
    on date: CalendarDate, requirements: [Requirement] = [], content: String = everything
  ) throws(DiagnosticsError) -> CompiledTemplate {
    let lawbook = try RealLawbook.shared.get()
    guard let era = lawbook.era(containing: date) else { throw DiagnosticsError([]) }
    let template = """
      <t:document xmlns:t="urn:mentorbrev:template" xmlns="http://www.w3.org/1999/xhtml" kind="brev" output="html">
      <html lang="da"><head><meta charset="utf-8"/><title>Brev</title></head><body>
      \(content)
      </body></html></t:document>
      """
    return try TemplateCompiler(OneFile(text: template)).compile(
      CompileTarget(
        kind: "brev", output: .html, model: LetterModel.fields.type, era: era, requirements: requirements,
        knownRequirements: lawbook.requirementIDs))
  }

  /// The words of a letter, without markup and with plain spaces.
  private func print(
    on date: CalendarDate, unit: LetterModel.Unit = .init(), channel: LetterModel.Channel = .digital,
    content: String = everything
  ) throws -> String {
    let content =
      content == "guidance"
      ? #"<t:law text="klagevejledning" myndighed="myndighed" klage="klage" borger="borger"/>"# : content
    let template = try compile(on: date, content: content)
    var table = SlotTable()
    LetterModel.fields.fill(&table, from: LetterModel(authority: unit, channel: channel))
    var buffer = OutputBuffer()
    template.render(table, into: &buffer)
    let html = String(decoding: buffer.bytes, as: UTF8.self)
    let body = html.split(separator: "<body>", maxSplits: 1).last ?? ""
    return String(body.replacing(/<[^>]*>/, with: "").replacing("\u{A0}", with: " ").replacing(/\s+/, with: " "))
  }
}
