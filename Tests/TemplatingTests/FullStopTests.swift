import Fields
import Templating
import Testing

/// That a sentence ends in one mark, whatever the values in it end in.
@Suite struct FullStopTests {
  private func paragraph(_ text: String, _ change: (inout Letter) -> Void = { _ in }) throws -> String {
    var letter = Letter()
    letter.note = "kl. 9-12"
    change(&letter)
    return try compile(body: "<p>\(text)</p>").body(letter)
  }

  private func named(_ name: String) -> (inout Letter) -> Void { { $0.citizen.name = name } }

  @Test(arguments: [
    ("Ida", "Ida."), ("Ida jr.", "Ida jr."), ("Ida & Co.", "Ida &amp; Co."), ("Ida …", "Ida …"), ("Ida?", "Ida?"),
    ("Ida!", "Ida!"), ("Ida¦", "Ida¦."),
    ("I.D.A", "I.D.A."),
    ("Ida...", "Ida..."), ("Ida>", "Ida&gt;."), ("Ida.>", "Ida.&gt;."),
  ]) func isPrintedOnceAfterAValue(_ name: String, _ expected: String) throws {
    #expect(try paragraph("Det er {borger.navn}.", named(name)) == "<p>Det er \(expected)</p>")
    #expect(try paragraph("Det er {borger.navn}. Nyt.", named(name)) == "<p>Det er \(expected) Nyt.</p>")
  }

  @Test func isPrintedOnceAfterTheTagsAroundAValue() throws {
    let text = "Det er <strong><em>{borger.navn}</em></strong>. Nyt <b>er {borger.navn}.</b>"
    #expect(
      try paragraph(text, named("Ida jr."))
        == "<p>Det er <strong><em>Ida jr.</em></strong> Nyt <b>er Ida jr.</b></p>")
    #expect(
      try paragraph(text) == "<p>Det er <strong><em>Ida</em></strong>. Nyt <b>er Ida.</b></p>")
  }

  @Test func isPrintedOnceAfterADirective() throws {
    let text = "Ring<t:if test=\"note\"> {note}</t:if>. Til {note ?? borger.navn}."
    #expect(try paragraph(text) == "<p>Ring kl. 9-12. Til kl. 9-12.</p>")
    #expect(try paragraph(text) { $0.note = "kl. 9." } == "<p>Ring kl. 9. Til kl. 9.</p>")
    #expect(try paragraph(text) { $0.note = nil } == "<p>Ring. Til Ida.</p>")
    #expect(
      try paragraph("Det er {borger.navn | stor}, og {borger.navn | linjer}.", named("ida jr."))
        == "<p>Det er Ida jr., og ida jr.</p>")
  }

  @Test func isPrintedOnceAfterALoopAndAList() throws {
    let rows = "Husk <t:for each=\"opgave in opgaver\">{opgave.tekst}</t:for>. Husk {opgaver.tekst | og}."
    #expect(
      try paragraph(rows) { $0.tasks = [Task(text: "Bus"), Task(text: "mv.")] }
        == "<p>Husk Busmv. Husk Bus og mv.</p>")
    #expect(try paragraph(rows) { $0.tasks = [Task(text: "Bus")] } == "<p>Husk Bus. Husk Bus.</p>")
  }

  @Test func isPrintedOnceInARecord() throws {
    let template = try compile(document: xml("<a>{borger.navn}. Nyt.</a>"), output: .xml)
    var letter = Letter()
    #expect(template.text(letter).contains(">Ida. Nyt.</a>"))
    letter.citizen.name = "Ida jr."
    #expect(template.text(letter).contains(">Ida jr. Nyt.</a>"))
  }

  @Test func staysWhereNothingStandsBeforeItOnItsLine() throws {
    let template = try compile(body: "<p>{borger.navn}</p><p>.dk</p>")
    var letter = Letter()
    letter.citizen.name = "Ida jr."
    #expect(template.body(letter) == "<p>Ida jr.</p>\n<p>.dk</p>")
  }

  @Test func staysAsWrittenInTheTemplatesOwnWordsAndOfThreeDots() throws {
    #expect(try paragraph("Se nr. <b>5.</b>.") == "<p>Se nr. <b>5.</b>.</p>")
    #expect(try paragraph("Det er {borger.navn}... og mere.", named("Ida jr.")) == "<p>Det er Ida jr.... og mere.</p>")
    #expect(try paragraph("Det er {borger.navn}, {borger.navn}", named("Ida jr.")) == "<p>Det er Ida jr., Ida jr.</p>")
  }
}
