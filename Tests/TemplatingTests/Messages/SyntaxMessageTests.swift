import Diagnostics
import Fields
import Templating
import Testing

/// What is wrong with the structure of a template, as a person reads it.
@Suite struct SyntaxMessageTests {
  @Test func refusesAnElementThatIsNoDirective() {
    #expect(
      errors(#"<p><t:fi test="mentor">x</t:fi></p>"#) == #"""
        documents/brev.html:2:4: error: unknown directive 't:fi' [unknown-directive]
        2 | <p><t:fi test="mentor">x</t:fi></p>
          |    ^~~~~
          help: did you mean 't:if'?
        """#)
  }

  @Test func refusesAttributesThatADirectiveDoesNotHave() {
    #expect(
      errors(#"<t:if tets="mentor"><p>x</p></t:if>"#) == #"""
        documents/brev.html:2:1: error: 't:if' needs the attribute 'test' [missing-attribute]
        2 | <t:if tets="mentor"><p>x</p></t:if>
          | ^~~~~
        documents/brev.html:2:7: error: 't:if' has no attribute 'tets' [unknown-attribute]
        2 | <t:if tets="mentor"><p>x</p></t:if>
          |       ^~~~
          help: did you mean 'test'?
        """#)
  }

  @Test func refusesADirectiveAttributeThatDoesNotExist() {
    #expect(
      errors(#"<p t:iff="mentor">x</p>"#) == #"""
        documents/brev.html:2:4: error: unknown directive 't:iff' [unknown-attribute]
        2 | <p t:iff="mentor">x</p>
          |    ^~~~~
          help: did you mean 't:if'?
        """#)
  }

  @Test func refusesElseWithoutIf() {
    #expect(
      errors(
        #"""
        <p>x</p>
        <p t:else="">y</p>
        <t:else><p>z</p></t:else>
        """#) == #"""
          documents/brev.html:3:1: error: this 't:else' has no 't:if' directly before it [else-without-if]
          3 | <p t:else="">y</p>
            | ^~
            help: put it right after the element with t:if, with only white space between
          documents/brev.html:4:1: error: this 't:else' has no 't:if' directly before it [else-without-if]
          4 | <t:else><p>z</p></t:else>
            | ^~~~~~~
            help: put it right after the element with t:if, with only white space between
          """#)
  }

  @Test func refusesElseWithACondition() {
    #expect(
      errors(#"<p t:if="mentor">x</p><p t:else="note">y</p>"#) == #"""
        documents/brev.html:2:26: error: 't:else' takes no condition [else-with-condition]
        2 | <p t:if="mentor">x</p><p t:else="note">y</p>
          |                          ^~~~~~
          help: write t:else=""; for a further condition put a <t:if> inside
        """#)
  }

  @Test func refusesElseAfterWords() {
    #expect(
      errors(#"<p><t:if test="mentor">x</t:if> og <t:else>y</t:else></p>"#) == #"""
        documents/brev.html:2:36: error: this 't:else' has no 't:if' directly before it [else-without-if]
        2 | <p><t:if test="mentor">x</t:if> og <t:else>y</t:else></p>
          |                                    ^~~~~~~
          help: put it right after the element with t:if, with only white space between
        """#)
  }

  @Test func refusesTwoDirectivesOnOneElement() {
    #expect(
      errors(#"<ul><li t:if="note" t:for="o in opgaver">{o.tekst}</li></ul>"#) == #"""
        documents/brev.html:2:21: error: an element cannot have both t:for and t:if [two-directives]
        2 | <ul><li t:if="note" t:for="o in opgaver">{o.tekst}</li></ul>
          |                     ^~~~~
          help: put a <t:if> around the element or inside it, to say which of the two you mean
        """#)
  }

  @Test func refusesALoopWithoutIn() {
    #expect(
      errors(#"<ul><li t:for="opgaver">x</li><li t:for="1a in opgaver">y</li></ul>"#) == #"""
        documents/brev.html:2:9: error: a loop reads 'row in list' [loop-syntax]
        2 | <ul><li t:for="opgaver">x</li><li t:for="1a in opgaver">y</li></ul>
          |         ^~~~~
          help: for example t:for="opgave in mentorstoette.opgaver"
        documents/brev.html:2:42: error: '1a' is no name for a row [loop-syntax]
        2 | <ul><li t:for="opgaver">x</li><li t:for="1a in opgaver">y</li></ul>
          |                                          ^~
        """#)
  }

  @Test func refusesAnEmptyAttribute() {
    #expect(
      errors(#"<t:choose on="ansaettelse"><t:when is=" "><p>x</p></t:when><t:when is="skole virksomhed"/></t:choose>"#)
        == #"""
        documents/brev.html:2:36: error: 'is' is empty [empty-attribute]
        2 | <t:choose on="ansaettelse"><t:when is=" "><p>x</p></t:when><t:when is="skole virksomhed"/></t:choose>
          |                                    ^~
        """#)
  }

  @Test func refusesBracesThatAreNotClosed() {
    #expect(
      errors(
        #"""
        <p>Kære {navn</p>
        <p>Kære }navn</p>
        """#) == #"""
          documents/brev.html:2:9: error: this '{' has no '}' [open-brace]
          2 | <p>Kære {navn</p>
            |         ^
            help: close the value with '}', or write '{{' for a brace
          documents/brev.html:3:9: error: a '}' without '{' [stray-brace]
          3 | <p>Kære }navn</p>
            |         ^
            help: write '}}' for a brace
          """#)
  }

  @Test func pointsBehindDoubledBraces() {
    #expect(
      errors(#"<p>{{{{ {borger.nvn}</p>"#) == #"""
        documents/brev.html:2:17: error: unknown field 'borger.nvn' [unknown-field]
        2 | <p>{{{{ {borger.nvn}</p>
          |                 ^~~ 'borger' has: navn, telefon
          help: did you mean 'borger.navn'?
        """#)
  }

  @Test func refusesContentWhereADirectiveHoldsNothing() {
    #expect(
      errors(#"<p><t:cite provision="lab-167-1">x</t:cite><t:term name="aktoer"><b/></t:term></p>"#) == #"""
        documents/brev.html:2:4: error: 't:cite' holds nothing [unexpected-content]
        2 | <p><t:cite provision="lab-167-1">x</t:cite><t:term name="aktoer"><b/></t:term></p>
          |    ^~~~~~~
        documents/brev.html:2:44: error: 't:term' holds nothing [unexpected-content]
        2 | <p><t:cite provision="lab-167-1">x</t:cite><t:term name="aktoer"><b/></t:term></p>
          |                                            ^~~~~~~
        documents/brev.html:2:44: error: no space between the citation and this term [typography]
        2 | <p><t:cite provision="lab-167-1">x</t:cite><t:term name="aktoer"><b/></t:term></p>
          |                                            ^~~~~~~
          help: put a space or a word between them
        """#)
  }

  @Test func refusesWhatIsNotAWhenInAChoice() {
    #expect(
      errors(#"<t:choose on="ansaettelse">ord<p/><t:when is="skole virksomhed"/></t:choose>"#) == #"""
        documents/brev.html:2:28: error: only 't:when' may stand inside a 't:choose' [misplaced-content]
        2 | <t:choose on="ansaettelse">ord<p/><t:when is="skole virksomhed"/></t:choose>
          |                            ^
        documents/brev.html:2:31: error: only 't:when' may stand inside a 't:choose' [misplaced-content]
        2 | <t:choose on="ansaettelse">ord<p/><t:when is="skole virksomhed"/></t:choose>
          |                               ^~
        """#)
  }

  @Test func refusesMisplacedDirectives() {
    #expect(
      errors(#"<t:when is="a"/><t:param name="a" type="text"/><t:document/>"#) == #"""
        documents/brev.html:2:1: error: a 't:when' stands directly inside a 't:choose' [misplaced-when]
        2 | <t:when is="a"/><t:param name="a" type="text"/><t:document/>
          | ^~~~~~~
        documents/brev.html:2:17: error: a 't:param' stands at the beginning of a part or a law text [misplaced-param]
        2 | <t:when is="a"/><t:param name="a" type="text"/><t:document/>
          |                 ^~~~~~~~
        documents/brev.html:2:48: error: 't:document' is the root of a file [misplaced-root]
        2 | <t:when is="a"/><t:param name="a" type="text"/><t:document/>
          |                                                ^~~~~~~~~~~
        """#)
  }

  @Test func refusesACitationOfTwoThingsOrNone() {
    #expect(
      errors(
        #"<p><t:cite/> og <t:cite provision="lab-167-1" act="lab"/> og <t:cite act="lab" form="kort"/> og <t:term name="aktoer" form="lille"/></p>"#
      ) == #"""
        documents/brev.html:2:4: error: a 't:cite' names one provision or one act [citation-target]
        2 | <p><t:cite/> og <t:cite provision="lab-167-1" act="lab"/> og <t:cite act="lab" form="kort"/> og <t:term name="aktoer" form="lille"/></p>
          |    ^~~~~~~
          help: write provision="lab-167-1" or act="lab"
        documents/brev.html:2:17: error: a 't:cite' names one provision or one act [citation-target]
        2 | <p><t:cite/> og <t:cite provision="lab-167-1" act="lab"/> og <t:cite act="lab" form="kort"/> og <t:term name="aktoer" form="lille"/></p>
          |                 ^~~~~~~
          help: write provision="lab-167-1" or act="lab"
        documents/brev.html:2:80: error: unknown form 'kort' [unknown-word]
        2 | <p><t:cite/> og <t:cite provision="lab-167-1" act="lab"/> og <t:cite act="lab" form="kort"/> og <t:term name="aktoer" form="lille"/></p>
          |                                                                                ^~~~ expected 'full', 'title', 'short'
        documents/brev.html:2:119: error: unknown form 'lille' [unknown-word]
        2 | <p><t:cite/> og <t:cite provision="lab-167-1" act="lab"/> og <t:cite act="lab" form="kort"/> og <t:term name="aktoer" form="lille"/></p>
          |                                                                                                                       ^~~~ expected 'stor'
        """#)
  }

  @Test func refusesAMissingAttribute() {
    #expect(
      errors(#"<t:for><p>x</p></t:for>"#) == #"""
        documents/brev.html:2:1: error: 't:for' needs the attribute 'each' [missing-attribute]
        2 | <t:for><p>x</p></t:for>
          | ^~~~~~
        """#)
  }

  @Test func refusesExpressionsThatCannotBeRead() {
    #expect(
      errors(
        #"""
        <p>{}</p>
        <p>{a b}</p>
        <p>{a.}</p>
        <p>{'abc}</p>
        <p t:if="a = 'b'">x</p>
        <p t:if="(a">x</p>
        <p t:if="a == 2026-02-30">x</p>
        <p t:if="a == 99999999999999999999">x</p>
        <p t:if="a &amp;&amp; b">x</p>
        <p>{a | }</p>
        <p>{a ?? }</p>
        <p t:if="not">x</p>
        """#) == #"""
          documents/brev.html:2:5: error: expected a field or a value, found the end [expression-syntax]
          2 | <p>{}</p>
            |     ^
          documents/brev.html:3:7: error: unexpected 'b' [expression-syntax]
          3 | <p>{a b}</p>
            |       ^
            help: join conditions with 'and' or 'or'
          documents/brev.html:4:7: error: expected a field after '.', found the end [expression-syntax]
          4 | <p>{a.}</p>
            |       ^
          documents/brev.html:5:4: error: this '{' has no '}' [open-brace]
          5 | <p>{'abc}</p>
            |    ^
            help: close the value with '}', or write '{{' for a brace
          documents/brev.html:6:12: error: unexpected character '=' [expression-syntax]
          6 | <p t:if="a = 'b'">x</p>
            |            ^
            help: compare with '=='
          documents/brev.html:7:12: error: expected ')', found the end [expression-syntax]
          7 | <p t:if="(a">x</p>
            |            ^
          documents/brev.html:8:15: error: '2026-02-30' is neither a number nor a date [expression-syntax]
          8 | <p t:if="a == 2026-02-30">x</p>
            |               ^~~~~~~~~~
            help: write a day as 2026-02-01, if it exists
          documents/brev.html:9:15: error: '99999999999999999999' is neither a number nor a date [expression-syntax]
          9 | <p t:if="a == 99999999999999999999">x</p>
            |               ^~~~~~~~~~~~~~~~~~~~
            help: the number is too large
          documents/brev.html:10:12: error: unexpected character '&' [expression-syntax]
          10 | <p t:if="a &amp;&amp; b">x</p>
             |            ^~~~~
            help: join conditions with 'and'
          documents/brev.html:11:9: error: expected the name of a formatter, found the end [expression-syntax]
          11 | <p>{a | }</p>
             |         ^
          documents/brev.html:12:10: error: expected a field or a value, found the end [expression-syntax]
          12 | <p>{a ?? }</p>
             |          ^
          documents/brev.html:13:13: error: expected a field or a value, found the end [expression-syntax]
          13 | <p t:if="not">x</p>
             |             ^
          """#)
  }

  @Test func refusesAnExpressionThatIsTooDeepOrTooLong() {
    #expect(
      errors("<p t:if=\"" + String(repeating: "(", count: 70) + "note" + String(repeating: ")", count: 70) + "\">x</p>")
        == #"""
        documents/brev.html:2:73: error: this expression is nested too deeply [expression-syntax]
        2 | <p t:if="((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((note))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))">x</p>
          |                                                                         ^
        """#)
  }

  @Test func refusesAnExpressionThatIsTooLong() {
    #expect(
      errors("<p t:if=\"\n" + Array(repeating: "note", count: 300).joined(separator: "\n and ") + "\">x</p>").split(
        separator: "\n"
      ).prefix(1).joined() == #"""
        documents/brev.html:253:5: error: this expression is too long [expression-syntax]
        """#)
  }

  @Test func refusesAParameterAfterContentAndTwice() {
    #expect(
      errors(
        #"<t:part name="a" x="nummer"/>"#,
        parts: [
          "a":
            #"<t:param name="x" type="text"/><t:param name="x" type="text"/><p>{x}</p><t:param name="y" type="text"/>"#
        ]) == #"""
          documents/brev.html:2:1: error: part 'a' needs 'y' (text) [missing-parameter]
          2 | <t:part name="a" x="nummer"/>
            | ^~~~~~~
            help: add y="…"
          parts/a.html:2:32: error: parameter 'x' is declared twice [duplicate-param]
          2 | <t:param name="x" type="text"/><t:param name="x" type="text"/><p>{x}</p><t:param name="y" type="text"/>
            |                                ^~~~~~~~
          parts/a.html:2:73: error: a 't:param' stands before all content [misplaced-param]
          2 | <t:param name="x" type="text"/><t:param name="x" type="text"/><p>{x}</p><t:param name="y" type="text"/>
            |                                                                         ^~~~~~~~
          """#)
  }
}
