import Diagnostics
import Fields
import Templating
import Testing

/// White space, indentation, parts and XML output.
@Suite struct LayoutTests {
  @Test func putsPartsIntoRecords() throws {
    let template = try compile(
      document: """
        <t:document xmlns:t="urn:mentorbrev:template" xmlns="urn:brev" kind="brev" output="xml">\
        <sag><t:layout part="ramme" nummer="nummer"><indhold/></t:layout></sag></t:document>
        """, output: .xml,
      parts: ["ramme": #"<t:param name="nummer" type="text"/><foer nr="{nummer}"/><t:content/>"#])
    #expect(
      template.text() == """
        <?xml version="1.0" encoding="UTF-8"?>
        <sag xmlns="urn:brev">
          <foer nr="27-1"/>
          <indhold/>
        </sag>

        """)
    #expect(template.partsUsed == ["ramme.xml"])
  }

  private func empty() -> Letter { Letter() }
  private func full() -> Letter {
    var letter = Letter()
    letter.note = "N"
    letter.cvr = "1"
    letter.mentor = Person(name: "Bo", phone: "20 30")
    letter.extra = [Task(text: "X", note: "n"), Task(text: "Y")]
    return letter
  }

  @Test(arguments: [
    ("Foo <t:if test=\"note\">bar</t:if> baz", "Foo baz", "Foo bar baz"),
    ("Foo<t:if test=\"note\"> bar</t:if>.", "Foo.", "Foo bar."),
    (
      "\n <t:if test=\"note\">A.</t:if>\n <t:if test=\"cvr\">B.</t:if>\n <t:if test=\"mentor\">C.</t:if>\n", "",
      "A. B. C."
    ),
    ("S. <t:if test=\"note\">A.</t:if> <t:if test=\"cvr\">B.</t:if> T.", "S. T.", "S. A. B. T."),
    ("Foo <!-- c --> bar<!-- d --> baz", "Foo bar baz", "Foo bar baz"),
    ("Foo <strong> bar </strong> <em>x</em> y<b> z</b>", "Foo <strong>bar</strong> <em>x</em> y <b>z</b>", nil),
    (
      "Tlf.\n<t:for each=\"o in ekstra\">{o.tekst}<t:if test=\"o.note\"> ({o.note})</t:if> </t:for>slut", "Tlf. slut",
      "Tlf. X (n) Y slut"
    ),
    ("A<t:for each=\"o in ekstra\">, {o.tekst}</t:for> B", "A B", "A, X, Y B"),
    ("Linje 1 <br/> Linje 2", "Linje 1<br>Linje 2", nil),
    (
      "<t:choose on=\"ansaettelse\"> <t:when is=\"skole\">S</t:when> <t:when is=\"virksomhed\">V</t:when></t:choose> x",
      "S x", nil
    ),
    ("Klag <t:law text=\"frist\" dag=\"dato\"/>.", "Klag Senest den 21.~november 2026.", nil),
    ("{{{nummer}}} og {{x}}", "{27-1} og {x}", nil),
    (
      "<a href=\"tel:{nummer}\">her</a> <t:term name=\"aktoer\" form=\"stor\"/>",
      "<a href=\"tel:27-1\">her</a> Kommunen", nil
    ),
  ])
  func keepsOneSpaceBetweenWords(_ body: String, _ bare: String, _ rich: String?) throws {
    let template = try compile(body: "<p>\(body)</p>")
    #expect(template.body(empty()).replacing("\u{A0}", with: "~") == "<p>\(bare)</p>")
    #expect(template.body(full()).replacing("\u{A0}", with: "~") == "<p>\(rich ?? bare)</p>")
  }

  @Test func joinsNumbersWithTheirSignsAndUnits() throws {
    #expect(
      try compile(
        body: """
          <p>§ 167, stk. 1, nr. 3, kl. 9, 100 kr., §§ 1
          og 2, 4 uger, {niveau | tal} timer, {tid | minutter} minutter, § {niveau | tal}, {opgaver.antal} dage, 21. november 2026, side 3</p>
          """
      ).body().replacing("\u{A0}", with: "~")
        == "<p>§~167, stk.~1, nr.~3, kl.~9, 100~kr., §§~1 og 2, 4~uger, 2~timer, 150~minutter, §~2, 1~dage, 21.~november 2026, side~3</p>"
    )
  }

  @Test func indentsBlocksAndKeepsTextOnItsLine() throws {
    #expect(
      try compile(
        body: """
          <div t:if="note"><p>x</p></div><ul><li><p>a</p></li><li>b</li></ul>
          <div><t:law text="klage"/></div><div><t:part name="a"/></div><section/>
          <t:choose on="ansaettelse"><t:when is="skole">
          <p>S</p></t:when><t:when is="virksomhed"/></t:choose>
          """, parts: ["a": "\n<p>del</p>\n"]
      ).body().replacing("\u{A0}", with: "~") == """
        <ul>
          <li>
            <p>a</p>
          </li>
          <li>b</li>
        </ul>
        <div>Du kan klage til §~167, stk.~1, i loven (lov nr.~1).</div>
        <div>
          <p>del</p>
        </div>
        <section></section>
        <p>S</p>
        """)
  }

  @Test func putsContentWithItsLoopsInsideTheLoopsOfALayout() throws {
    let template = try compile(
      body: """
        <t:layout part="a" xs="opgaver" y="nummer"><p t:for="o in opgaver">{o.tekst} {nummer}<t:if test="o.note"> {o.note}</t:if></p></t:layout>
        """,
      parts: [
        "a": """
        <t:param name="xs" type="list opgave"/><t:param name="y" type="text"/>
        <section t:for="x in xs"><h2>{x.tekst}</h2><t:layout part="b" t="y"><t:content/></t:layout><p>{x.timer | timer}</p></section>
        """,
        "b": "<t:param name=\"t\" type=\"text\"/><div><t:content/><p>{t}</p></div>",
      ])
    var letter = Letter()
    letter.tasks = [Task(text: "A", note: "n"), Task(text: "B", hours: WorkingTime(hours: 2))]
    #expect(
      template.body(letter).replacing("\u{A0}", with: "~") == """
        <section>
          <h2>A</h2>
          <div>
            <p>A 27-1 n</p>
            <p>B 27-1</p>
            <p>27-1</p>
          </div>
          <p>1~time og 30~minutter</p>
        </section>
        <section>
          <h2>B</h2>
          <div>
            <p>A 27-1 n</p>
            <p>B 27-1</p>
            <p>27-1</p>
          </div>
          <p>2~timer</p>
        </section>
        """)
  }

  @Test func takesOptionalParametersThatAreThere() throws {
    let parts = ["a": "<t:param name=\"n\" type=\"text?\"/><p t:if=\"n\">{n}</p><p t:else=\"\">ingen</p>"]
    #expect(try compile(body: "<t:part name=\"a\" n=\"nummer\"/>", parts: parts).body() == "<p>27-1</p>")
    let optional = try compile(body: "<t:part name=\"a\" n=\"note\"/>", parts: parts)
    #expect(optional.body(empty()) == "<p>ingen</p>")
    #expect(optional.body(full()) == "<p>N</p>")
    let record = [
      "p":
        "<t:param name=\"m\" type=\"person?\"/><p t:if=\"m\">{m.navn}<t:if test=\"m.telefon\"> {m.telefon}</t:if></p>"
    ]
    #expect(try compile(body: "<t:part name=\"p\" m=\"mentor\"/>", parts: record).body(full()) == "<p>Bo 20 30</p>")
    #expect(try compile(body: "<t:part name=\"p\" m=\"borger\"/>", parts: record).body(full()) == "<p>Ida</p>")
  }

  @Test func knowsTheFieldsThatAWordImplies() throws {
    let template = try compile(
      body: """
        <p t:if="ansaettelse == 'virksomhed'">{cvr}</p>
        <t:if test="firma"><p t:if="firma.form != 'virksomhed'">x</p><p t:else="">{firma.cvr}</p></t:if>
        """)
    var letter = Letter()
    letter.employment = .company
    letter.cvr = "1"
    letter.firm = Firm(employment: .company, cvr: "2")
    #expect(template.body(letter) == "<p>1</p>\n<p>2</p>")
  }

  @Test func writesXML() throws {
    let template = try compile(
      document: """
        <t:document xmlns:t="urn:mentorbrev:template" xmlns="urn:a" xmlns:b="urn:b" kind="brev" output="xml">
          <!-- not printed -->
          <rod b:kode="{ansaettelse | kode}" xml:lang="da">
            <tom/><b:barn/><uden xmlns=""/>
            <opgave t:for="o in opgaver" nr="1">{o.tekst}</opgave>
            <blandet>Se <b:navn>{borger.navn}</b:navn> nu</blandet>
            <lov><t:law text="klage"/></lov>
          </rod>
        </t:document>
        """, output: .xml)
    #expect(
      template.text().replacing("\u{A0}", with: "~") == """
        <?xml version="1.0" encoding="UTF-8"?>
        <rod xmlns="urn:a" xmlns:b="urn:b" b:kode="skole" xml:lang="da">
          <tom/>
          <b:barn/>
          <uden xmlns=""/>
          <opgave nr="1">Bus</opgave>
          <blandet>Se <b:navn>Ida</b:navn> nu</blandet>
          <lov>Du kan klage til §~167, stk.~1, i loven (lov nr.~1).</lov>
        </rod>

        """)
  }

  @Test func writesAWholePage() throws {
    let page = """
      <t:document xmlns:t="urn:mentorbrev:template" xmlns="http://www.w3.org/1999/xhtml" kind="brev" output="html">
      <html lang="da"><head><meta charset="utf-8"/><title>Sag {nummer}</title>
      <style><t:style file="brev.css"/></style></head><body><p class="a" id="b">x<br/>y</p><hr/></body></html></t:document>
      """
    #expect(
      try compile(
        document: page, styles: ["brev.css": "/* a */\np {\n  margin: 0/**/auto;\n}\n\nh1::before { content: '  a' }\n"]
      ).text()
        == """
        <!DOCTYPE html>
        <html lang="da">
          <head>
            <meta charset="utf-8">
            <title>Sag 27-1</title>
            <style>
        p {
        margin: 0 auto;
        }
        h1::before { content: '  a' }
            </style>
          </head>
          <body>
            <p class="a" id="b">x<br>y</p>
            <hr>
          </body>
        </html>

        """)
  }
}
