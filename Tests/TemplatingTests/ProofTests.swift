import Diagnostics
import Fields
import Templating
import Testing

/// The proof accepts what meets the requirements on every way, and nothing else.
@Suite struct ProofTests {
  @Test func countsSequencesBranchesChoicesAndRows() throws {
    let number = Requirement.simple("nr", .field("nummer"))
    let task = Requirement.simple("opgave", .field("opgaver.tekst"))
    _ = try compile(body: "<p t:fulfils=\"nr\">{nummer}</p>", requirements: [number])
    _ = try compile(
      body: "<p t:if=\"note\" t:fulfils=\"nr\">{nummer}</p><p t:else=\"\" t:fulfils=\"nr\">Sag {nummer}</p>",
      requirements: [number])
    _ = try compile(
      body: """
        <div t:fulfils="nr"><t:choose on="ansaettelse"><t:when is="skole"><p>{nummer}</p></t:when>
        <t:when is="virksomhed"><p>Nr. {nummer}</p></t:when></t:choose></div>
        """, requirements: [number])
    _ = try compile(
      body: "<ul t:fulfils=\"opgave\"><li t:for=\"o in opgaver\">{o.tekst}</li></ul>", requirements: [task])
    _ = try compile(body: "<p t:fulfils=\"opgave\">{opgaver.tekst | og}</p>", requirements: [task])
    _ = try compile(
      body: "<ul><li t:for=\"o in opgaver\" t:fulfils=\"opgave\">{o.tekst}</li></ul>", requirements: [task])
  }

  @Test func countsRowsOfAListThatIsKnownToHaveSome() {
    let messages = errors(
      "<ul t:if=\"ekstra\" t:fulfils=\"ekstra\"><li t:for=\"o in ekstra\">{o.tekst}</li></ul>",
      requirements: [.simple("ekstra", .field("ekstra.tekst"))])
    // The mark is sound; what is missing is the way without rows.
    #expect(!messages.contains("[missing-evidence]"))
    #expect(
      messages.contains("note: documents/brev.html:2:1: not when this condition does not hold: it has no 't:else'"))
  }

  @Test func countsRowsThatAWordImplies() throws {
    let extra = Requirement.simple(
      "ekstra", .field("ekstra.tekst"),
      when: Requirement.Condition(field: "ansaettelse", value: "virksomhed"))
    let rows = "<ul t:fulfils=\"ekstra\"><li t:for=\"o in ekstra\">{o.tekst}</li></ul>"
    _ = try compile(
      body: """
        <t:choose on="ansaettelse"><t:when is="skole"/><t:when is="virksomhed">\(rows)</t:when></t:choose>
        """, requirements: [extra])
    _ = try compile(body: "<t:if test=\"ansaettelse == 'virksomhed'\">\(rows)</t:if>", requirements: [extra])
    // What the proof assumes, it knows outside the choice too, and where the list itself is asked.
    _ = try compile(body: rows, requirements: [extra])
    _ = try compile(body: "<t:if test=\"ekstra\">\(rows)</t:if>", requirements: [extra])
    _ = try compile(
      body: "<p t:if=\"ansaettelse == 'virksomhed'\" t:fulfils=\"ekstra\">{ekstra.tekst | og}</p>",
      requirements: [extra])
  }

  @Test func countsNoRowsWhereAnotherWordIsChosen() {
    let rows = "<ul t:fulfils=\"ekstra\"><li t:for=\"o in ekstra\">{o.tekst}</li></ul>"
    #expect(
      errors(
        rows,
        requirements: [
          .simple(
            "ekstra", .field("ekstra.tekst"),
            when: Requirement.Condition(field: "ansaettelse", value: "skole"))
        ]
      ).contains("but does not show 'ekstra.tekst' on every path, when ansaettelse is skole [missing-evidence]"))
    #expect(
      errors("<p t:if=\"ansaettelse != 'virksomhed'\">{ekstra.tekst | og}</p>").contains("[possibly-empty]"))
  }

  @Test func countsMarksAndEvidenceInPartsLayoutsAndLawTexts() throws {
    let template = try compile(
      body: "<t:layout part=\"a\"><div t:fulfils=\"nr\"><t:part name=\"b\" x=\"nummer\"/></div></t:layout>",
      parts: [
        "a": "<section><p t:fulfils=\"klage\"><t:law text=\"klage\"/></p><t:content/></section>",
        "b": "<t:param name=\"x\" type=\"text\"/><p>{x}</p>",
      ],
      requirements: [
        .simple("nr", .field("nummer")), .simple("klage", .lawText("klage"), .provision("lab-167-1"), .words),
      ])
    #expect(template.marks["nr"]?.map(\.description) == ["documents/brev.html:2:20"])
    #expect(template.marks["klage"]?.map(\.description) == ["parts/a.html:2:10"])
    #expect(template.fieldsRead == ["nummer"])
    #expect(template.entriesPrinted == ["klage", "lab-167-1"])
    #expect(template.partsUsed == ["a.html", "b.html"])
  }

  /// Texts that print something on every way, however little of it is the same on all of them.
  @Test(arguments: [
    "Du kan klage.", "{brev | dato}", "<t:cite act=\"lab\"/>", "<t:term name=\"aktoer\"/>", "{grad | tal}",
    "{opgaver.antal}", "{note ?? '4'}", "<t:law text=\"klage\"/>",
    "<t:if test=\"note\">{note}</t:if><t:else>Ingen note.</t:else>",
    "<t:choose on=\"sted\"><t:when is=\"skole\">Skole</t:when><t:when is=\"virksomhed\">Job</t:when></t:choose>",
    "<span xmlns=\"http://www.w3.org/1999/xhtml\" t:for=\"o in opgaver\">{o.tekst}</span>",
  ])
  func countsALawTextThatCertainlyPrintsSomething(_ content: String) throws {
    let parameters =
      [("brev", "date", "dato"), ("grad", "integer", "niveau"), ("note", "text?", "note")]
      + [("sted", "ansaettelse", "ansaettelse"), ("opgaver", "list opgave", "opgaver")]
    let used = parameters.filter { content.contains($0.0) }
    let text = used.map { "<t:param name=\"\($0.0)\" type=\"\($0.1)\"/>" }.joined() + content
    let arguments = used.map { " \($0.0)=\"\($0.2)\"" }.joined()
    _ = try compile(
      body: "<p t:fulfils=\"virkning\"><t:law text=\"virkning\"\(arguments)/></p>",
      requirements: [.simple("virkning", .lawText("virkning"))], era: era(with: ["virkning": text]))
  }

  @Test func countsALawTextUnderTheConditionOfItsRequirement() throws {
    let text = "<t:param name=\"streng\" type=\"boolean\"/><t:if test=\"streng\">Du kan klage.</t:if>"
    let requirement = Requirement.simple(
      "virkning", .lawText("virkning"), when: Requirement.Condition(field: "indgribende", value: "true"))
    let era = era(with: ["virkning": text])
    let body = "<p t:fulfils=\"virkning\"><t:law text=\"virkning\" streng=\"indgribende\"/></p>"
    _ = try compile(body: body, requirements: [requirement], era: era)
    // Asked for always, it may be empty.
    #expect(
      errors(body, requirements: [.simple("virkning", .lawText("virkning"))], era: era).contains("[missing-evidence]"))
  }

  @Test func provesEachValueOfACondition() throws {
    func when(_ field: String, _ value: String) -> Requirement {
      .simple("nr", .field("nummer"), when: Requirement.Condition(field: field, value: value))
    }
    _ = try compile(
      body: "<p t:if=\"indgribende\" t:fulfils=\"nr\">{nummer}</p>", requirements: [when("indgribende", "true")])
    _ = try compile(
      body: "<p t:if=\"not indgribende\" t:fulfils=\"nr\">{nummer}</p>", requirements: [when("indgribende", "false")])
    _ = try compile(
      body: "<p t:if=\"mentor\" t:fulfils=\"nr\">{nummer}</p>", requirements: [when("mentor", "present")])
    _ = try compile(
      body: "<p t:if=\"mentor\">x</p><p t:else=\"\" t:fulfils=\"nr\">{nummer}</p>",
      requirements: [when("mentor", "absent")])
    _ = try compile(
      body: "<p t:if=\"ansaettelse == 'skole'\" t:fulfils=\"nr\">{nummer}</p>",
      requirements: [when("ansaettelse", "skole")])
    // The word implies that the number is there.
    _ = try compile(
      body: "<p t:if=\"cvr\" t:fulfils=\"nr\">{nummer}</p>", requirements: [when("ansaettelse", "virksomhed")])
    // A word inside an optional record says that the record is there.
    _ = try compile(
      body: "<p t:if=\"firma\" t:fulfils=\"nr\">{nummer}</p>", requirements: [when("firma.form", "skole")])
    for (field, value) in [
      ("indgribende", "false"), ("mentor", "absent"), ("ansaettelse", "virksomhed"), ("firma.form", "skole"),
    ] {
      let messages = errors(
        "<p t:if=\"indgribende and mentor and ansaettelse == 'skole'\" t:fulfils=\"nr\">{nummer}</p>",
        requirements: [when(field, value)])
      #expect(messages.contains("is not met on every path when \(field) is \(value) [missing-requirement]"))
    }
  }

  @Test func provesSeveralConditionsTogether() throws {
    let both = Requirement.Condition(
      field: "firma.form", value: "skole", also: [.init(field: "indgribende", value: "true")])
    let requirement = Requirement.simple("nr", .field("nummer"), when: both)
    _ = try compile(
      body: "<t:if test=\"indgribende\"><p t:if=\"firma\" t:fulfils=\"nr\">{nummer}</p></t:if>",
      requirements: [requirement])
    let body = "<t:if test=\"not indgribende\"><p t:if=\"firma\" t:fulfils=\"nr\">{nummer}</p></t:if>"
    #expect(
      errors(body, requirements: [requirement]).contains(
        "'nr' (Krav om nr) is not met on every path when firma.form is skole and indgribende is true "
          + "[missing-requirement]"))
    let never = Requirement.Condition(
      field: "firma.form", value: "hal", also: [.init(field: "indgribende", value: "true")])
    #expect(
      errors("<p>x</p>", requirements: [.simple("nr", .field("nummer"), when: never)]).contains(
        "requirement 'nr' depends on 'firma.form' being 'hal', which it never is"))
  }

  @Test func leavesOutBranchesThatAFixedWordExcludes() throws {
    let body = """
      <t:choose on="ansaettelse"><t:when is="skole"><p>Skole</p></t:when>
      <t:when is="virksomhed"><p t:fulfils="f"><t:cite provision="bab-133"/></p></t:when></t:choose>
      """
    let template = try compile(
      body: body,
      requirements: [
        .simple("f", .words, when: Requirement.Condition(field: "ansaettelse", value: "virksomhed"))
      ], fixed: ["ansaettelse": "skole"])
    #expect(template.body() == "<p>Skole</p>")
    #expect(template.entriesPrinted == [])
    #expect(errors(body, fixed: ["ansaettelse": "virksomhed"]).contains("[not-in-force]"))
    #expect(errors(body).contains("[not-in-force]"))
  }

  @Test func checksBranchesThatAFixedWordExcludes() {
    #expect(
      errors("<p t:if=\"ansaettelse == 'virksomhed'\">{nmmer}</p><p>x</p>", fixed: ["ansaettelse": "skole"])
        .contains("unknown field 'nmmer'"))
  }

  @Test func asksForARequirementInItsOutputOnly() throws {
    _ = try compile(body: "<p>x</p>", requirements: [.simple("nr", .field("nummer"), output: .xml)])
    #expect(
      errors("<p>x</p>", requirements: [.simple("nr", .field("nummer"), output: .html)]).contains("'nr' (Krav om nr)"))
    _ = try compile(
      document: xml("<a t:fulfils=\"nr\" n=\"{nummer}\"/>"), output: .xml,
      requirements: [.simple("nr", .field("nummer"), output: .xml)])
  }

  @Test func wantsEveryEvidenceOfRequirementsWithOneId() {
    #expect(
      errors(
        "<p t:fulfils=\"nr\">{nummer}</p>", requirements: [.simple("nr", .field("nummer")), .simple("nr", .words)]
      )
      .contains("does not hold words of the template's own"))
  }

  @Test func printsMarksInHTMLAndNotInXML() throws {
    let html = try compile(
      body: "<p t:fulfils=\"andet-krav nr ord\">Sag {nummer}</p>",
      requirements: [.simple("nr", .field("nummer")), .simple("ord", .words)])
    #expect(html.body() == "<p data-krav=\"nr ord\">Sag 27-1</p>")
    let text = try compile(
      body: "<p>Sag <t:fulfils id=\"nr\">{nummer}</t:fulfils>.</p>", requirements: [.simple("nr", .field("nummer"))])
    #expect(text.body() == "<p>Sag <span data-krav=\"nr\">27-1</span>.</p>")
    let record = try compile(
      document: xml("<nr t:fulfils=\"nr\">{nummer}</nr>"), output: .xml,
      requirements: [.simple("nr", .field("nummer"))])
    #expect(record.text().contains("<nr xmlns=\"urn:x\">27-1</nr>"))
  }
}
