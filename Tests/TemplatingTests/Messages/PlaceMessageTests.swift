import Diagnostics
import Fields
import Templating
import Testing

/// The place that a message points to.
@Suite struct PlaceMessageTests {
  @Test func pointsBehindEntities() {
    #expect(
      errors(#"<p>A &amp; B &lt;&#167;&gt; {borger.nvn}</p>"#) == #"""
        documents/brev.html:2:37: error: unknown field 'borger.nvn' [unknown-field]
        2 | <p>A &amp; B &lt;&#167;&gt; {borger.nvn}</p>
          |                                     ^~~ 'borger' has: navn, telefon
          help: did you mean 'borger.navn'?
        """#)
  }

  @Test func pointsBehindDanishLetters() {
    #expect(
      errors(#"<p>Blåbærgrød på øen: {borger.nvn}</p>"#) == #"""
        documents/brev.html:2:31: error: unknown field 'borger.nvn' [unknown-field]
        2 | <p>Blåbærgrød på øen: {borger.nvn}</p>
          |                               ^~~ 'borger' has: navn, telefon
          help: did you mean 'borger.navn'?
        """#)
  }

  @Test func pointsIntoAttributesOfSeveralLines() {
    #expect(
      errors(
        #"""
        <p t:if="mentor and
          not (mentor.telefon
          or borger.tlf)">x</p>
        """#) == #"""
          documents/brev.html:4:13: error: unknown field 'borger.tlf' [unknown-field]
          4 |   or borger.tlf)">x</p>
            |             ^~~ 'borger' has: navn, telefon
          """#)
  }

  @Test func pointsIntoCDATA() {
    #expect(
      errors(#"<p><![CDATA[<§> {borger.nvn}]]></p>"#) == #"""
        documents/brev.html:2:25: error: unknown field 'borger.nvn' [unknown-field]
        2 | <p><![CDATA[<§> {borger.nvn}]]></p>
          |                         ^~~ 'borger' has: navn, telefon
          help: did you mean 'borger.navn'?
        """#)
  }

  @Test func pointsIntoParts() {
    #expect(
      errors(
        #"<div><t:part name="a" p="borger"/></div>"#,
        parts: ["a": #"<t:param name="p" type="person"/>\#n<p>{p.nvn}</p>"#]) == #"""
          parts/a.html:3:7: error: unknown field 'p.nvn' [unknown-field]
          3 | <p>{p.nvn}</p>
            |       ^~~ 'p' has: navn, telefon
            help: did you mean 'p.navn'?
          """#)
  }

  @Test func pointsIntoLawTexts() {
    #expect(
      errors(#"<p><t:law text="fejl"/></p>"#) == #"""
        law/lov.xml:3:17: error: unknown parameter 'klage' [unknown-parameter]
        3 | <udgave>Du kan {klage}.</udgave></tekst></lovbog>
          |                 ^~~~~ there are none
        """#)
  }

  @Test func showsAnErrorInAPartOnce() {
    #expect(
      errors(#"<div><t:part name="a"/><t:part name="a"/></div>"#, parts: ["a": #"<p>{x}</p>"#]) == #"""
        parts/a.html:2:5: error: unknown parameter 'x' [unknown-parameter]
        2 | <p>{x}</p>
          |     ^ there are none
        """#)
  }

  @Test func showsAllErrorsInTheOrderOfTheText() {
    #expect(
      errors(
        #"""
        <p>{borger.nvn}</p>
        <p>{dato} {mentor.navn}</p>
        <p t:if="niveau == '2'">{opgaver}</p>
        <blink>x</blink>
        """#) == #"""
          documents/brev.html:2:12: error: unknown field 'borger.nvn' [unknown-field]
          2 | <p>{borger.nvn}</p>
            |            ^~~ 'borger' has: navn, telefon
            help: did you mean 'borger.navn'?
          documents/brev.html:3:5: error: 'dato' is date and needs a formatter [needs-formatter]
          3 | <p>{dato} {mentor.navn}</p>
            |     ^~~~ it has: dato, ugedag, kort, iso
            help: for example {dato | dato}
          documents/brev.html:3:12: error: 'mentor.navn' may be missing [unguarded-optional]
          3 | <p>{dato} {mentor.navn}</p>
            |            ^~~~~~~~~~~
            help: guard it with t:if="mentor.navn", or give a fallback: {mentor.navn ?? 'tekst'}
          documents/brev.html:4:20: error: integer cannot be compared with text [type-mismatch]
          4 | <p t:if="niveau == '2'">{opgaver}</p>
            |                    ^~~
            help: write the number without quotes: 2
          documents/brev.html:4:26: error: 'opgaver' is non-empty list of 'opgave' and cannot be printed [needs-formatter]
          4 | <p t:if="niveau == '2'">{opgaver}</p>
            |                          ^~~~~~~
            help: print its fields
          documents/brev.html:5:1: error: 'blink' is not part of the HTML that templates may use [unknown-element]
          5 | <blink>x</blink>
            | ^~~~~~
            help: allowed: a abbr address article aside b body br caption dd div dl dt em footer h1 h2 h3 head header hr html li main meta nav ol p section small span strong style table tbody td th thead time title tr ul
          """#)
  }
}
