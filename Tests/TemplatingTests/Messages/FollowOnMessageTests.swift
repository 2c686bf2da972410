import Diagnostics
import Templating
import Testing

/// All errors at once: what stands inside a mistake is checked too, and a mistake brings no others that mending it takes away.
@Suite struct FollowOnMessageTests {
  @Test func keepsTheElseOfAConditionThatCannotBeRead() {
    #expect(
      errors(
        #"""
        <p t:if="indgribende = true">a {note}</p>
        <p t:else="">b {borger.nvn}</p>
        <t:if>c</t:if>
        <t:else>d</t:else>
        """#) == #"""
          documents/brev.html:2:22: error: unexpected character '=' [expression-syntax]
          2 | <p t:if="indgribende = true">a {note}</p>
            |                      ^
            help: compare with '=='
          documents/brev.html:3:24: error: unknown field 'borger.nvn' [unknown-field]
          3 | <p t:else="">b {borger.nvn}</p>
            |                        ^~~ 'borger' has: navn, telefon
            help: did you mean 'borger.navn'?
          documents/brev.html:4:1: error: 't:if' needs the attribute 'test' [missing-attribute]
          4 | <t:if>c</t:if>
            | ^~~~~
          documents/brev.html:4:7: error: text cannot stand directly in 'body' [misplaced-text]
          4 | <t:if>c</t:if>
            |       ^
            help: put it into an element, such as 'p'
          documents/brev.html:5:9: error: text cannot stand directly in 'body' [misplaced-text]
          5 | <t:else>d</t:else>
            |         ^
            help: put it into an element, such as 'p'
          """#)
  }

  @Test func saysNothingOfWhatABrokenConditionMayGuard() {
    #expect(
      errors(
        #"""
        <p t:if="mentr">{mentor.navn} {note ?? 'x'} {ekstra.tekst | og}</p>
        <p t:else="">{cvr} {dato}</p>
        """#) == #"""
          documents/brev.html:2:10: error: unknown field 'mentr' [unknown-field]
          2 | <p t:if="mentr">{mentor.navn} {note ?? 'x'} {ekstra.tekst | og}</p>
            |          ^~~~~ there are: adresse, andel, ansaettelse, borger, cpr, cvr, dato, ekstra, firma, indgribende, kopi, mentor, niveau, note, nummer, opgaver, pris, svar, tid
            help: did you mean 'mentor'?
          documents/brev.html:3:21: error: 'dato' is date and needs a formatter [needs-formatter]
          3 | <p t:else="">{cvr} {dato}</p>
            |                     ^~~~ it has: dato, ugedag, kort, iso
            help: for example {dato | dato}
          """#)
  }

  @Test func looksIntoALayoutThatIsUnknown() {
    #expect(
      errors(
        #"""
        <t:layout part="brevv" titel="nummr">
          <p>{borger.nvn}</p>
          <ul><p>x</p></ul>
        </t:layout>
        """#) == #"""
          documents/brev.html:2:11: error: there is no part 'brevv' [unknown-part]
          2 | <t:layout part="brevv" titel="nummr">
            |           ^~~~ there are: 
          documents/brev.html:2:31: error: unknown field 'nummr' [unknown-field]
          2 | <t:layout part="brevv" titel="nummr">
            |                               ^~~~~ there are: adresse, andel, ansaettelse, borger, cpr, cvr, dato, ekstra, firma, indgribende, kopi, mentor, niveau, note, nummer, opgaver, pris, svar, tid
            help: did you mean 'nummer'?
          documents/brev.html:3:14: error: unknown field 'borger.nvn' [unknown-field]
          3 |   <p>{borger.nvn}</p>
            |              ^~~ 'borger' has: navn, telefon
            help: did you mean 'borger.navn'?
          documents/brev.html:4:7: error: 'p' cannot stand inside 'ul' [misplaced-element]
          4 |   <ul><p>x</p></ul>
            |       ^~
            help: 'ul' holds 'li'
          """#)
  }

  @Test func asksNotWhereTheContentOfAnUnknownLayoutStands() {
    #expect(
      errors("<ul><t:layout part=\"punkt\"><li>x</li>y<tr><td>z</td></tr></t:layout></ul>") == #"""
        documents/brev.html:2:15: error: there is no part 'punkt' [unknown-part]
        2 | <ul><t:layout part="punkt"><li>x</li>y<tr><td>z</td></tr></t:layout></ul>
          |               ^~~~ there are: 
        """#)
  }

  @Test func looksIntoAnUnknownElement() {
    #expect(
      errors("<blink title=\"{borger.nvn}\"><p>{dato}</p></blink>") == #"""
        documents/brev.html:2:1: error: 'blink' is not part of the HTML that templates may use [unknown-element]
        2 | <blink title="{borger.nvn}"><p>{dato}</p></blink>
          | ^~~~~~
          help: allowed: a abbr address article aside b body br caption dd div dl dt em footer h1 h2 h3 head header hr html li main meta nav ol p section small span strong style table tbody td th thead time title tr ul
        documents/brev.html:2:23: error: unknown field 'borger.nvn' [unknown-field]
        2 | <blink title="{borger.nvn}"><p>{dato}</p></blink>
          |                       ^~~ 'borger' has: navn, telefon
          help: did you mean 'borger.navn'?
        documents/brev.html:2:33: error: 'dato' is date and needs a formatter [needs-formatter]
        2 | <blink title="{borger.nvn}"><p>{dato}</p></blink>
          |                                 ^~~~ it has: dato, ugedag, kort, iso
          help: for example {dato | dato}
        """#)
  }

  @Test func looksIntoAChoiceOverNothing() {
    #expect(
      errors(
        #"""
        <t:choose on="ansaettelsen"><t:when is="skole"><p>{cvr} {borger.nvn}</p></t:when></t:choose>
        <t:choose><t:when is="skole"><p>{dato}</p></t:when></t:choose>
        <t:choose on="nummer"><t:when is="skole"><p>{dato}</p></t:when></t:choose>
        """#) == #"""
          documents/brev.html:2:15: error: unknown field 'ansaettelsen' [unknown-field]
          2 | <t:choose on="ansaettelsen"><t:when is="skole"><p>{cvr} {borger.nvn}</p></t:when></t:choose>
            |               ^~~~~~~~~~~~ there are: adresse, andel, ansaettelse, borger, cpr, cvr, dato, ekstra, firma, indgribende, kopi, mentor, niveau, note, nummer, opgaver, pris, svar, tid
            help: did you mean 'ansaettelse'?
          documents/brev.html:2:65: error: unknown field 'borger.nvn' [unknown-field]
          2 | <t:choose on="ansaettelsen"><t:when is="skole"><p>{cvr} {borger.nvn}</p></t:when></t:choose>
            |                                                                 ^~~ 'borger' has: navn, telefon
            help: did you mean 'borger.navn'?
          documents/brev.html:3:1: error: 't:choose' needs the attribute 'on' [missing-attribute]
          3 | <t:choose><t:when is="skole"><p>{dato}</p></t:when></t:choose>
            | ^~~~~~~~~
          documents/brev.html:3:34: error: 'dato' is date and needs a formatter [needs-formatter]
          3 | <t:choose><t:when is="skole"><p>{dato}</p></t:when></t:choose>
            |                                  ^~~~ it has: dato, ugedag, kort, iso
            help: for example {dato | dato}
          documents/brev.html:4:15: error: 't:choose' needs a choice; this is text [not-a-choice]
          4 | <t:choose on="nummer"><t:when is="skole"><p>{dato}</p></t:when></t:choose>
            |               ^~~~~~
            help: use t:if
          documents/brev.html:4:46: error: 'dato' is date and needs a formatter [needs-formatter]
          4 | <t:choose on="nummer"><t:when is="skole"><p>{dato}</p></t:when></t:choose>
            |                                              ^~~~ it has: dato, ugedag, kort, iso
            help: for example {dato | dato}
          """#)
  }

  @Test func looksIntoALoopWithoutList() {
    #expect(
      errors(
        #"""
        <t:for><p>{opgave.tekst} {borger.nvn}</p></t:for>
        <p t:for="opgaver">{o.tekst} {dato}</p>
        <p t:for="o in opgver">{o.tekst} {pris}</p>
        <p t:for="1o in opgaver">{o.tekst} {pris}</p>
        """#) == #"""
          documents/brev.html:2:1: error: 't:for' needs the attribute 'each' [missing-attribute]
          2 | <t:for><p>{opgave.tekst} {borger.nvn}</p></t:for>
            | ^~~~~~
          documents/brev.html:2:34: error: unknown field 'borger.nvn' [unknown-field]
          2 | <t:for><p>{opgave.tekst} {borger.nvn}</p></t:for>
            |                                  ^~~ 'borger' has: navn, telefon
            help: did you mean 'borger.navn'?
          documents/brev.html:3:4: error: a loop reads 'row in list' [loop-syntax]
          3 | <p t:for="opgaver">{o.tekst} {dato}</p>
            |    ^~~~~
            help: for example t:for="opgave in mentorstoette.opgaver"
          documents/brev.html:3:31: error: 'dato' is date and needs a formatter [needs-formatter]
          3 | <p t:for="opgaver">{o.tekst} {dato}</p>
            |                               ^~~~ it has: dato, ugedag, kort, iso
            help: for example {dato | dato}
          documents/brev.html:4:16: error: unknown field 'opgver' [unknown-field]
          4 | <p t:for="o in opgver">{o.tekst} {pris}</p>
            |                ^~~~~~ there are: adresse, andel, ansaettelse, borger, cpr, cvr, dato, ekstra, firma, indgribende, kopi, mentor, niveau, note, nummer, opgaver, pris, svar, tid
            help: did you mean 'opgaver'?
          documents/brev.html:4:35: error: 'pris' is amount and needs a formatter [needs-formatter]
          4 | <p t:for="o in opgver">{o.tekst} {pris}</p>
            |                                   ^~~~ it has: kroner, kode
            help: for example {pris | kroner}
          documents/brev.html:5:11: error: '1o' is no name for a row [loop-syntax]
          5 | <p t:for="1o in opgaver">{o.tekst} {pris}</p>
            |           ^~
          documents/brev.html:5:37: error: 'pris' is amount and needs a formatter [needs-formatter]
          5 | <p t:for="1o in opgaver">{o.tekst} {pris}</p>
            |                                     ^~~~ it has: kroner, kode
            help: for example {pris | kroner}
          """#)
  }

  @Test func looksIntoAMarkWithoutId() {
    #expect(
      errors("<p><t:fulfils>{borger.nvn}</t:fulfils></p>") == #"""
        documents/brev.html:2:4: error: 't:fulfils' needs the attribute 'id' [missing-attribute]
        2 | <p><t:fulfils>{borger.nvn}</t:fulfils></p>
          |    ^~~~~~~~~~
        documents/brev.html:2:23: error: unknown field 'borger.nvn' [unknown-field]
        2 | <p><t:fulfils>{borger.nvn}</t:fulfils></p>
          |                       ^~~ 'borger' has: navn, telefon
          help: did you mean 'borger.navn'?
        """#)
  }

  @Test func looksIntoAWordOfAChoiceThatIsNotNamed() {
    #expect(
      errors(
        #"<t:choose on="ansaettelse"><t:when><p>{cvr} {dato}</p></t:when><t:when is="skol"><p>{cvr}</p></t:when></t:choose>"#
      )
        == #"""
        documents/brev.html:2:28: error: 't:when' needs the attribute 'is' [missing-attribute]
        2 | <t:choose on="ansaettelse"><t:when><p>{cvr} {dato}</p></t:when><t:when is="skol"><p>{cvr}</p></t:when></t:choose>
          |                            ^~~~~~~
        documents/brev.html:2:46: error: 'dato' is date and needs a formatter [needs-formatter]
        2 | <t:choose on="ansaettelse"><t:when><p>{cvr} {dato}</p></t:when><t:when is="skol"><p>{cvr}</p></t:when></t:choose>
          |                                              ^~~~ it has: dato, ugedag, kort, iso
          help: for example {dato | dato}
        documents/brev.html:2:76: error: 'ansaettelse' is never 'skol' [impossible-comparison]
        2 | <t:choose on="ansaettelse"><t:when><p>{cvr} {dato}</p></t:when><t:when is="skol"><p>{cvr}</p></t:when></t:choose>
          |                                                                            ^~~~ it is one of: virksomhed, skole
          help: did you mean 'skole'?
        """#)
  }
}
