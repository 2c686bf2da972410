import Diagnostics
import Fields
import Templating
import Testing

/// Names, types and what is known to be present.
@Suite struct TypeMessageTests {
  @Test func refusesMisspeltFields() {
    #expect(
      errors(#"<p>{bruger.navn} {borger.nanv} {borger.navn.x} {nummer.x}</p>"#) == #"""
        documents/brev.html:2:5: error: unknown field 'bruger' [unknown-field]
        2 | <p>{bruger.navn} {borger.nanv} {borger.navn.x} {nummer.x}</p>
          |     ^~~~~~ there are: adresse, andel, ansaettelse, borger, cpr, cvr, dato, ekstra, firma, indgribende, kopi, mentor, niveau, note, nummer, opgaver, pris, svar, tid
          help: did you mean 'borger'?
        documents/brev.html:2:26: error: unknown field 'borger.nanv' [unknown-field]
        2 | <p>{bruger.navn} {borger.nanv} {borger.navn.x} {nummer.x}</p>
          |                          ^~~~ 'borger' has: navn, telefon
          help: did you mean 'borger.navn'?
        documents/brev.html:2:45: error: 'borger.navn' is text and has no fields [no-fields]
        2 | <p>{bruger.navn} {borger.nanv} {borger.navn.x} {nummer.x}</p>
          |                                             ^
        documents/brev.html:2:56: error: 'nummer' is text and has no fields [no-fields]
        2 | <p>{bruger.navn} {borger.nanv} {borger.navn.x} {nummer.x}</p>
          |                                                        ^
        """#)
  }

  @Test func refusesAnUnguardedOptional() {
    #expect(
      errors(#"<p>{note} {mentor.navn} {firma.ejer.navn}</p>"#) == #"""
        documents/brev.html:2:5: error: 'note' may be missing [unguarded-optional]
        2 | <p>{note} {mentor.navn} {firma.ejer.navn}</p>
          |     ^~~~
          help: guard it with t:if="note", or give a fallback: {note ?? 'tekst'}
        documents/brev.html:2:12: error: 'mentor.navn' may be missing [unguarded-optional]
        2 | <p>{note} {mentor.navn} {firma.ejer.navn}</p>
          |            ^~~~~~~~~~~
          help: guard it with t:if="mentor.navn", or give a fallback: {mentor.navn ?? 'tekst'}
        documents/brev.html:2:26: error: 'firma.ejer.navn' may be missing [unguarded-optional]
        2 | <p>{note} {mentor.navn} {firma.ejer.navn}</p>
          |                          ^~~~~~~~~~~~~~~
          help: guard it with t:if="firma.ejer.navn", or give a fallback: {firma.ejer.navn ?? 'tekst'}
        """#)
  }

  @Test func refusesAnOptionalGuardedOnlyInPart() {
    #expect(
      errors(
        #"""
        <p t:if="mentor">{mentor.navn} {mentor.telefon}</p>
        <p t:if="firma and firma.ejer">{firma.ejer.telefon}</p>
        """#) == #"""
          documents/brev.html:2:33: error: 'mentor.telefon' may be missing [unguarded-optional]
          2 | <p t:if="mentor">{mentor.navn} {mentor.telefon}</p>
            |                                 ^~~~~~~~~~~~~~
            help: guard it with t:if="mentor.telefon", or give a fallback: {mentor.telefon ?? 'tekst'}
          documents/brev.html:3:33: error: 'firma.ejer.telefon' may be missing [unguarded-optional]
          3 | <p t:if="firma and firma.ejer">{firma.ejer.telefon}</p>
            |                                 ^~~~~~~~~~~~~~~~~~
            help: guard it with t:if="firma.ejer.telefon", or give a fallback: {firma.ejer.telefon ?? 'tekst'}
          """#)
  }

  @Test func forgetsWhatItKnewAfterTheBranch() {
    #expect(
      errors(
        #"""
        <p t:if="note">{note}</p>
        <p>{note}</p>
        """#) == #"""
          documents/brev.html:3:5: error: 'note' may be missing [unguarded-optional]
          3 | <p>{note}</p>
            |     ^~~~
            help: guard it with t:if="note", or give a fallback: {note ?? 'tekst'}
          """#)
  }

  @Test func doesNotKnowInTheElse() {
    #expect(
      errors(#"<p t:if="note">{note}</p><p t:else="">{note}</p>"#) == #"""
        documents/brev.html:2:40: error: 'note' may be missing [unguarded-optional]
        2 | <p t:if="note">{note}</p><p t:else="">{note}</p>
          |                                        ^~~~
          help: guard it with t:if="note", or give a fallback: {note ?? 'tekst'}
        """#)
  }

  @Test func doesNotKnowAfterOr() {
    #expect(
      errors(#"<p t:if="note or cvr">{note} {cvr}</p>"#) == #"""
        documents/brev.html:2:24: error: 'note' may be missing [unguarded-optional]
        2 | <p t:if="note or cvr">{note} {cvr}</p>
          |                        ^~~~
          help: guard it with t:if="note", or give a fallback: {note ?? 'tekst'}
        documents/brev.html:2:31: error: 'cvr' may be missing [unguarded-optional]
        2 | <p t:if="note or cvr">{note} {cvr}</p>
          |                               ^~~
          help: guard it with t:if="cvr", or give a fallback: {cvr ?? 'tekst'}
        """#)
  }

  @Test func doesNotKnowAfterNotAnd() {
    #expect(
      errors(#"<p t:if="not (note and cvr)">x</p><p t:else="">{note} {cvr}</p><p t:if="not note">{note}</p>"#) == #"""
        documents/brev.html:2:84: error: 'note' may be missing [unguarded-optional]
        2 | <p t:if="not (note and cvr)">x</p><p t:else="">{note} {cvr}</p><p t:if="not note">{note}</p>
          |                                                                                    ^~~~
          help: guard it with t:if="note", or give a fallback: {note ?? 'tekst'}
        """#)
  }

  @Test func doesNotMixTwoLoopsOverOneList() {
    #expect(
      errors(
        #"<ul><li t:for="a in opgaver"><t:if test="a.note"><t:for each="b in opgaver">{a.note} {b.note} </t:for></t:if></li></ul>"#
      ) == #"""
        documents/brev.html:2:87: error: 'b.note' may be missing [unguarded-optional]
        2 | <ul><li t:for="a in opgaver"><t:if test="a.note"><t:for each="b in opgaver">{a.note} {b.note} </t:for></t:if></li></ul>
          |                                                                                       ^~~~~~
          help: guard it with t:if="b.note", or give a fallback: {b.note ?? 'tekst'}
        """#)
  }

  @Test func doesNotKnowThePresenceThatAnotherWordImplies() {
    #expect(
      errors(
        #"""
        <t:choose on="ansaettelse"><t:when is="skole"><p>{cvr}</p></t:when><t:when is="virksomhed"><p>{cvr}</p></t:when></t:choose>
        <p t:if="ansaettelse != 'virksomhed'">{cvr}</p><p t:else="">{cvr}</p>
        """#) == #"""
          documents/brev.html:2:51: error: 'cvr' may be missing [unguarded-optional]
          2 | <t:choose on="ansaettelse"><t:when is="skole"><p>{cvr}</p></t:when><t:when is="virksomhed"><p>{cvr}</p></t:when></t:choose>
            |                                                   ^~~
            help: guard it with t:if="cvr", or give a fallback: {cvr ?? 'tekst'}
          documents/brev.html:3:40: error: 'cvr' may be missing [unguarded-optional]
          3 | <p t:if="ansaettelse != 'virksomhed'">{cvr}</p><p t:else="">{cvr}</p>
            |                                        ^~~
            help: guard it with t:if="cvr", or give a fallback: {cvr ?? 'tekst'}
          """#)
  }

  @Test func doesNotKnowThePresenceThatOnlyOneOfTwoWordsImplies() {
    #expect(
      errors(#"<t:choose on="ansaettelse"><t:when is="skole virksomhed"><p>{cvr}</p></t:when></t:choose>"#) == #"""
        documents/brev.html:2:62: error: 'cvr' may be missing [unguarded-optional]
        2 | <t:choose on="ansaettelse"><t:when is="skole virksomhed"><p>{cvr}</p></t:when></t:choose>
          |                                                              ^~~
          help: guard it with t:if="cvr", or give a fallback: {cvr ?? 'tekst'}
        """#)
  }

  @Test func doesNotTakeOneRecordsImpliedFieldForAnothers() {
    #expect(
      errors(#"<p t:if="firma and firma.form == 'virksomhed'">{firma.cvr} {cvr}</p>"#) == #"""
        documents/brev.html:2:61: error: 'cvr' may be missing [unguarded-optional]
        2 | <p t:if="firma and firma.form == 'virksomhed'">{firma.cvr} {cvr}</p>
          |                                                             ^~~
          help: guard it with t:if="cvr", or give a fallback: {cvr ?? 'tekst'}
        """#)
  }

  @Test func refusesTheNumberOfRowsOfAListThatMayBeMissing() {
    #expect(
      errors(#"<p>{firma.opgaver.antal}</p>"#) == #"""
        documents/brev.html:2:5: error: 'firma.opgaver.antal' may be missing [unguarded-optional]
        2 | <p>{firma.opgaver.antal}</p>
          |     ^~~~~~~~~~~~~~~~~~~
          help: guard it with t:if="firma.opgaver"
        """#)
  }

  @Test func refusesToListWhatMayBeMissingOrEmpty() {
    #expect(
      errors(#"<p>{firma.opgaver.tekst | og} {ekstra.tekst | og} {kopi | og} {kopi} {opgaver.tekst}</p>"#) == #"""
        documents/brev.html:2:5: error: 'firma.opgaver' may have no rows, and an empty list prints nothing [possibly-empty]
        2 | <p>{firma.opgaver.tekst | og} {ekstra.tekst | og} {kopi | og} {kopi} {opgaver.tekst}</p>
          |     ^~~~~~~~~~~~~~~~~~~
          help: guard it with t:if="firma.opgaver"
        documents/brev.html:2:32: error: 'ekstra' may have no rows, and an empty list prints nothing [possibly-empty]
        2 | <p>{firma.opgaver.tekst | og} {ekstra.tekst | og} {kopi | og} {kopi} {opgaver.tekst}</p>
          |                                ^~~~~~~~~~~~
          help: guard it with t:if="ekstra"
        documents/brev.html:2:52: error: 'kopi' may have no rows, and an empty list prints nothing [possibly-empty]
        2 | <p>{firma.opgaver.tekst | og} {ekstra.tekst | og} {kopi | og} {kopi} {opgaver.tekst}</p>
          |                                                    ^~~~
          help: guard it with t:if="kopi"
        documents/brev.html:2:64: error: a list of texts needs a formatter [needs-formatter]
        2 | <p>{firma.opgaver.tekst | og} {ekstra.tekst | og} {kopi | og} {kopi} {opgaver.tekst}</p>
          |                                                                ^~~~ it has: og
          help: write {kopi | og}, or use t:for
        documents/brev.html:2:71: error: a list of texts needs a formatter [needs-formatter]
        2 | <p>{firma.opgaver.tekst | og} {ekstra.tekst | og} {kopi | og} {kopi} {opgaver.tekst}</p>
          |                                                                       ^~~~~~~~~~~~~ it has: og
          help: write {opgaver.tekst | og}, or use t:for
        """#)
  }

  @Test func refusesUselessGuards() {
    #expect(
      errors(
        #"<p t:if="nummer">x</p><p t:if="opgaver">x</p><p t:if="borger">x</p><p>{nummer ?? note}</p><p t:if="true">x</p>"#
      ) == #"""
        documents/brev.html:2:10: error: 'nummer' is always present [constant-condition]
        2 | <p t:if="nummer">x</p><p t:if="opgaver">x</p><p t:if="borger">x</p><p>{nummer ?? note}</p><p t:if="true">x</p>
          |          ^~~~~~
          help: remove the condition
        documents/brev.html:2:32: error: 'opgaver' is always present [constant-condition]
        2 | <p t:if="nummer">x</p><p t:if="opgaver">x</p><p t:if="borger">x</p><p>{nummer ?? note}</p><p t:if="true">x</p>
          |                                ^~~~~~~
          help: remove the condition
        documents/brev.html:2:55: error: 'borger' is always present [constant-condition]
        2 | <p t:if="nummer">x</p><p t:if="opgaver">x</p><p t:if="borger">x</p><p>{nummer ?? note}</p><p t:if="true">x</p>
          |                                                       ^~~~~~
          help: remove the condition
        documents/brev.html:2:72: error: 'nummer' is always present [useless-fallback]
        2 | <p t:if="nummer">x</p><p t:if="opgaver">x</p><p t:if="borger">x</p><p>{nummer ?? note}</p><p t:if="true">x</p>
          |                                                                        ^~~~~~
          help: remove '??' and what follows
        documents/brev.html:2:100: error: this is always true [constant-condition]
        2 | <p t:if="nummer">x</p><p t:if="opgaver">x</p><p t:if="borger">x</p><p>{nummer ?? note}</p><p t:if="true">x</p>
          |                                                                                                    ^~~~
          help: remove the condition
        """#)
  }

  @Test func refusesConditionsThatAreNone() {
    #expect(
      errors(
        #"<p t:if="'a'">x</p><p t:if="12">x</p><p t:if="note ?? 'x'">x</p><p t:if="svar">x</p><p t:if="dato | iso">x</p>"#
      ) == #"""
        documents/brev.html:2:10: error: this is no condition [not-a-condition]
        2 | <p t:if="'a'">x</p><p t:if="12">x</p><p t:if="note ?? 'x'">x</p><p t:if="svar">x</p><p t:if="dato | iso">x</p>
          |          ^~~
          help: write a field, a comparison, or conditions joined with 'and', 'or', 'not'
        documents/brev.html:2:29: error: this is no condition [not-a-condition]
        2 | <p t:if="'a'">x</p><p t:if="12">x</p><p t:if="note ?? 'x'">x</p><p t:if="svar">x</p><p t:if="dato | iso">x</p>
          |                             ^~
          help: write a field, a comparison, or conditions joined with 'and', 'or', 'not'
        documents/brev.html:2:47: error: this is no condition [not-a-condition]
        2 | <p t:if="'a'">x</p><p t:if="12">x</p><p t:if="note ?? 'x'">x</p><p t:if="svar">x</p><p t:if="dato | iso">x</p>
          |                                               ^~~~~~~~~~~
          help: write a field, a comparison, or conditions joined with 'and', 'or', 'not'
        documents/brev.html:2:74: error: 'svar' may be missing, true or false [ambiguous-condition]
        2 | <p t:if="'a'">x</p><p t:if="12">x</p><p t:if="note ?? 'x'">x</p><p t:if="svar">x</p><p t:if="dato | iso">x</p>
          |                                                                          ^~~~
          help: ask for one of the three: svar == true is not enough; make the field required in the model
        documents/brev.html:2:94: error: this is no condition [not-a-condition]
        2 | <p t:if="'a'">x</p><p t:if="12">x</p><p t:if="note ?? 'x'">x</p><p t:if="svar">x</p><p t:if="dato | iso">x</p>
          |                                                                                              ^~~~~~~~~~
          help: write a field, a comparison, or conditions joined with 'and', 'or', 'not'
        """#)
  }

  @Test func refusesImpossibleComparisons() {
    #expect(
      errors(
        #"""
        <p t:if="ansaettelse == 'skolen'">x</p>
        <p t:if="dato == 'i dag'">x</p>
        <p t:if="niveau == nummer">x</p>
        <p t:if="dato &lt; 3">x</p>
        <p t:if="nummer &lt; 'a'">x</p>
        <p t:if="ansaettelse &gt; 'skole'">x</p>
        <p t:if="indgribende == true">x</p>
        <p t:if="'a' == 'b'">x</p>
        <p t:if="note == 'a'">x</p>
        <p t:if="(note ?? 'b') == 'a'">x</p>
        <p t:if="borger == mentor">x</p>
        """#) == #"""
          documents/brev.html:2:25: error: 'ansaettelse' is never 'skolen' [impossible-comparison]
          2 | <p t:if="ansaettelse == 'skolen'">x</p>
            |                         ^~~~~~~~ it is one of: virksomhed, skole
            help: did you mean 'skole'?
          documents/brev.html:3:18: error: date cannot be compared with text [type-mismatch]
          3 | <p t:if="dato == 'i dag'">x</p>
            |                  ^~~~~~~
            help: write a day without quotes, with year, month and day: 2026-02-01
          documents/brev.html:4:10: error: integer cannot be compared with text [type-mismatch]
          4 | <p t:if="niveau == nummer">x</p>
            |          ^~~~~~~~~~~~~~~~
          documents/brev.html:5:10: error: date cannot be compared with integer [type-mismatch]
          5 | <p t:if="dato &lt; 3">x</p>
            |          ^~~~~~~~~~~
          documents/brev.html:6:22: error: only numbers, amounts, times and dates have an order [no-order]
          6 | <p t:if="nummer &lt; 'a'">x</p>
            |                      ^~~
            help: use == or !=
          documents/brev.html:7:27: error: only numbers, amounts, times and dates have an order [no-order]
          7 | <p t:if="ansaettelse &gt; 'skole'">x</p>
            |                           ^~~~~~~
            help: use == or !=
          documents/brev.html:8:10: error: a yes-or-no field is its own condition [boolean-comparison]
          8 | <p t:if="indgribende == true">x</p>
            |          ^~~~~~~~~~~~~~~~~~~
            help: write the field alone, or 'not' before it
          documents/brev.html:9:10: error: a comparison needs a field on one side [not-comparable]
          9 | <p t:if="'a' == 'b'">x</p>
            |          ^~~~~~~~~~
            help: a fallback or two literals cannot be compared; join conditions with 'or'
          documents/brev.html:10:10: error: 'note' may be missing [unguarded-optional]
          10 | <p t:if="note == 'a'">x</p>
             |          ^~~~
            help: guard it with t:if="note", or give a fallback: {note ?? 'tekst'}
          documents/brev.html:11:10: error: a comparison needs a field on one side [not-comparable]
          11 | <p t:if="(note ?? 'b') == 'a'">x</p>
             |          ^~~~~~~~~~~~~~~~~~~~
            help: a fallback or two literals cannot be compared; join conditions with 'or'
          documents/brev.html:12:20: error: 'mentor' may be missing [unguarded-optional]
          12 | <p t:if="borger == mentor">x</p>
             |                    ^~~~~~
            help: guard it with t:if="mentor"
          """#)
  }

  @Test func refusesChoicesThatDoNotCoverAll() {
    #expect(
      errors(
        #"""
        <t:choose on="ansaettelse"><t:when is="skole"><p>x</p></t:when></t:choose>
        <t:choose on="ansaettelse"><t:when is="skole skole"/><t:when is="virksomhed"/><t:when is="skole"/><t:when is="firma"/></t:choose>
        <t:choose on="nummer"/>
        """#) == #"""
          documents/brev.html:2:1: error: this choice does not cover: virksomhed [not-exhaustive]
          2 | <t:choose on="ansaettelse"><t:when is="skole"><p>x</p></t:when></t:choose>
            | ^~~~~~~~~
            help: add <t:when is="virksomhed">…</t:when>
          documents/brev.html:3:46: error: 'skole' is covered twice [duplicate-case]
          3 | <t:choose on="ansaettelse"><t:when is="skole skole"/><t:when is="virksomhed"/><t:when is="skole"/><t:when is="firma"/></t:choose>
            |                                              ^~~~~
          documents/brev.html:3:91: error: 'skole' is covered twice [duplicate-case]
          3 | <t:choose on="ansaettelse"><t:when is="skole skole"/><t:when is="virksomhed"/><t:when is="skole"/><t:when is="firma"/></t:choose>
            |                                                                                           ^~~~~
          documents/brev.html:3:111: error: 'ansaettelse' is never 'firma' [impossible-comparison]
          3 | <t:choose on="ansaettelse"><t:when is="skole skole"/><t:when is="virksomhed"/><t:when is="skole"/><t:when is="firma"/></t:choose>
            |                                                                                                               ^~~~~ it is one of: virksomhed, skole
          documents/brev.html:4:15: error: 't:choose' needs a choice; this is text [not-a-choice]
          4 | <t:choose on="nummer"/>
            |               ^~~~~~
            help: use t:if
          """#)
  }

  @Test func refusesFallbacksOfAnotherType() {
    #expect(
      errors(#"<p>{note ?? dato}</p><p>{note ?? ''}</p><p>{note ?? cvr}</p>"#) == #"""
        documents/brev.html:2:13: error: the fallback is date, the value is text [type-mismatch]
        2 | <p>{note ?? dato}</p><p>{note ?? ''}</p><p>{note ?? cvr}</p>
          |             ^~~~
        documents/brev.html:2:34: error: an empty text prints nothing [empty-text]
        2 | <p>{note ?? dato}</p><p>{note ?? ''}</p><p>{note ?? cvr}</p>
          |                                  ^~
          help: write words; white space and signs that cannot be seen leave a hole
        documents/brev.html:2:45: error: 'note ?? cvr' may be missing [unguarded-optional]
        2 | <p>{note ?? dato}</p><p>{note ?? ''}</p><p>{note ?? cvr}</p>
          |                                             ^~~~~~~~~~~
          help: let the last fallback be a text: {note ?? cvr ?? 'tekst'}
        """#)
  }

  @Test func refusesValuesWithoutFormatter() {
    #expect(
      errors(#"<p>{dato} {pris} {indgribende} {ansaettelse} {tid} {andel} {niveau} {borger}</p>"#) == #"""
        documents/brev.html:2:5: error: 'dato' is date and needs a formatter [needs-formatter]
        2 | <p>{dato} {pris} {indgribende} {ansaettelse} {tid} {andel} {niveau} {borger}</p>
          |     ^~~~ it has: dato, ugedag, kort, iso
          help: for example {dato | dato}
        documents/brev.html:2:12: error: 'pris' is amount and needs a formatter [needs-formatter]
        2 | <p>{dato} {pris} {indgribende} {ansaettelse} {tid} {andel} {niveau} {borger}</p>
          |            ^~~~ it has: kroner, kode
          help: for example {pris | kroner}
        documents/brev.html:2:19: error: 'indgribende' is boolean and needs a formatter [needs-formatter]
        2 | <p>{dato} {pris} {indgribende} {ansaettelse} {tid} {andel} {niveau} {borger}</p>
          |                   ^~~~~~~~~~~ it has: ord, kode
          help: for example {indgribende | ord}
        documents/brev.html:2:33: error: 'ansaettelse' is choice 'ansaettelse' and needs a formatter [needs-formatter]
        2 | <p>{dato} {pris} {indgribende} {ansaettelse} {tid} {andel} {niveau} {borger}</p>
          |                                 ^~~~~~~~~~~ it has: ord, stor, kode
          help: for example {ansaettelse | ord}
        documents/brev.html:2:47: error: 'tid' is time and needs a formatter [needs-formatter]
        2 | <p>{dato} {pris} {indgribende} {ansaettelse} {tid} {andel} {niveau} {borger}</p>
          |                                               ^~~ it has: timer, minutter, decimal
          help: for example {tid | timer}
        documents/brev.html:2:53: error: 'andel' is decimal and needs a formatter [needs-formatter]
        2 | <p>{dato} {pris} {indgribende} {ansaettelse} {tid} {andel} {niveau} {borger}</p>
          |                                                     ^~~~~ it has: tal, uger, kode
          help: for example {andel | tal}
        documents/brev.html:2:61: error: 'niveau' is integer and needs a formatter [needs-formatter]
        2 | <p>{dato} {pris} {indgribende} {ansaettelse} {tid} {andel} {niveau} {borger}</p>
          |                                                             ^~~~~~ it has: tal, dage, kode
          help: for example {niveau | tal}
        documents/brev.html:2:70: error: 'borger' is record 'person' and cannot be printed [needs-formatter]
        2 | <p>{dato} {pris} {indgribende} {ansaettelse} {tid} {andel} {niveau} {borger}</p>
          |                                                                      ^~~~~~
          help: print its fields
        """#)
  }

  @Test func refusesUnknownFormatters() {
    #expect(
      errors(#"<p>{dato | dta} {nummer | dato} {nummer | stor | stor} {borger | stor} {opgaver.tekst | stor}</p>"#)
        == #"""
        documents/brev.html:2:12: error: date has no formatter 'dta' [unknown-formatter]
        2 | <p>{dato | dta} {nummer | dato} {nummer | stor | stor} {borger | stor} {opgaver.tekst | stor}</p>
          |            ^~~ date has: dato, ugedag, kort, iso
        documents/brev.html:2:27: error: text has no formatter 'dato' [unknown-formatter]
        2 | <p>{dato | dta} {nummer | dato} {nummer | stor | stor} {borger | stor} {opgaver.tekst | stor}</p>
          |                           ^~~~ text has: linjer, stor, cpr
        documents/brev.html:2:50: error: a value takes one formatter [two-formatters]
        2 | <p>{dato | dta} {nummer | dato} {nummer | stor | stor} {borger | stor} {opgaver.tekst | stor}</p>
          |                                                  ^~~~
        documents/brev.html:2:66: error: record 'person' has no formatter 'stor' [unknown-formatter]
        2 | <p>{dato | dta} {nummer | dato} {nummer | stor | stor} {borger | stor} {opgaver.tekst | stor}</p>
          |                                                                  ^~~~
        documents/brev.html:2:89: error: non-empty list of 'opgave' has no formatter 'stor' [unknown-formatter]
        2 | <p>{dato | dta} {nummer | dato} {nummer | stor | stor} {borger | stor} {opgaver.tekst | stor}</p>
          |                                                                                         ^~~~ non-empty list of 'opgave' has: og
        """#)
  }

  @Test func refusesLinesOutsideText() {
    #expect(
      errors(#"<p title="{nummer | linjer}">x</p>"#) == #"""
        documents/brev.html:2:12: error: 'linjer' makes lines in the text of HTML only [formatter-place]
        2 | <p title="{nummer | linjer}">x</p>
          |            ^~~~~~~~~~~~~~~
          help: leave out '| linjer'
        """#)
  }

  @Test func refusesToPrintLiterals() {
    #expect(
      errors(#"<p>{12} {2026-02-01} {true} {nummer == 'x'}</p>"#) == #"""
        documents/brev.html:2:5: error: a literal or a condition cannot be printed [constant-value]
        2 | <p>{12} {2026-02-01} {true} {nummer == 'x'}</p>
          |     ^~
          help: write the words themselves, or use t:if
        documents/brev.html:2:10: error: a literal or a condition cannot be printed [constant-value]
        2 | <p>{12} {2026-02-01} {true} {nummer == 'x'}</p>
          |          ^~~~~~~~~~
          help: write the words themselves, or use t:if
        documents/brev.html:2:23: error: a literal or a condition cannot be printed [constant-value]
        2 | <p>{12} {2026-02-01} {true} {nummer == 'x'}</p>
          |                       ^~~~
          help: write the words themselves, or use t:if
        documents/brev.html:2:30: error: a literal or a condition cannot be printed [constant-value]
        2 | <p>{12} {2026-02-01} {true} {nummer == 'x'}</p>
          |                              ^~~~~~~~~~~~~
          help: write the words themselves, or use t:if
        """#)
  }

  @Test func refusesLoopsOverOtherThingsAndTakenNames() {
    #expect(
      errors(#"<ul><li t:for="x in nummer">{x}</li><li t:for="borger in opgaver">{borger.tekst}</li></ul>"#) == #"""
        documents/brev.html:2:21: error: 'nummer' is text, not a list [not-a-list]
        2 | <ul><li t:for="x in nummer">{x}</li><li t:for="borger in opgaver">{borger.tekst}</li></ul>
          |                     ^~~~~~
        documents/brev.html:2:48: error: 'borger' already has a meaning here [shadowed-name]
        2 | <ul><li t:for="x in nummer">{x}</li><li t:for="borger in opgaver">{borger.tekst}</li></ul>
          |                                                ^~~~~~
          help: choose another name
        """#)
  }

  @Test func refusesARowThatIsNotUsed() {
    #expect(
      errors(#"<ul><li t:for="o in opgaver">x</li></ul>"#) == #"""
        documents/brev.html:2:16: error: the row 'o' is never used [unused-name]
        2 | <ul><li t:for="o in opgaver">x</li></ul>
          |                ^
        """#)
  }

  @Test func refusesAListsFieldThatIsNoText() {
    #expect(
      errors(#"<p>{opgaver.timer | og} {opgaver.nte | og}</p>"#) == #"""
        documents/brev.html:2:13: error: only a text field of a list can be listed; 'timer' is time [list-projection]
        2 | <p>{opgaver.timer | og} {opgaver.nte | og}</p>
          |             ^~~~~
          help: use t:for to print each row
        documents/brev.html:2:34: error: unknown field 'opgaver.nte' [unknown-field]
        2 | <p>{opgaver.timer | og} {opgaver.nte | og}</p>
          |                                  ^~~ 'opgaver' has: antal, note, tekst, timer
          help: did you mean 'opgaver.note'?
        """#)
  }

  @Test func refusesLoopsThatAreTooDeep() {
    #expect(
      errors(
        #"<ul><li t:for="o0 in opgaver"><t:if test="o0.note">x</t:if><ul><li t:for="o1 in opgaver"><t:if test="o1.note">x</t:if><ul><li t:for="o2 in opgaver"><t:if test="o2.note">x</t:if><ul><li t:for="o3 in opgaver"><t:if test="o3.note">x</t:if><ul><li t:for="o4 in opgaver"><t:if test="o4.note">x</t:if><ul><li t:for="o5 in opgaver"><t:if test="o5.note">x</t:if><ul><li t:for="o6 in opgaver"><t:if test="o6.note">x</t:if><ul><li t:for="o7 in opgaver"><t:if test="o7.note">x</t:if><ul></ul></li></ul></li></ul></li></ul></li></ul></li></ul></li></ul></li></ul></li></ul>"#
      ) == #"""
        documents/brev.html:2:435: error: loops may be nested 7 deep, those of layouts included [loop-depth]
        """#)
  }

  @Test(arguments: ["\u{A0}", "\u{2003}", "\u{3000}", "\u{202F}", "\u{200A}", "\u{2800}", "\u{AD}", "\u{301}"])
  func refusesATextInWhichNothingCanBeSeen(_ text: String) {
    #expect(
      errors("<p>{note ?? '\(text)'}</p>") == """
        documents/brev.html:2:13: error: an empty text prints nothing [empty-text]
        2 | <p>{note ?? '\(text)'}</p>
          |             ^~~
          help: write words; white space and signs that cannot be seen leave a hole
        """)
  }

  @Test(arguments: ["–", "·", "1", "ö", "…", "\u{A0}x"])
  func takesATextInWhichSomethingCanBeSeen(_ text: String) throws {
    #expect(try compile(body: "<p>{note ?? '\(text)'}</p>").body() == "<p>\(text)</p>")
  }

  @Test func tellsHowToWriteWhatWasPutInQuotes() {
    #expect(
      errors(
        #"""
        <p t:if="dato &gt; '2026-02-01'">x</p>
        <p t:if="niveau &lt;= '2'">x</p>
        <p t:if="'høj' == niveau">x</p>
        <p t:if="pris &gt; '100 kr.'">x</p>
        """#) == #"""
          documents/brev.html:2:20: error: date cannot be compared with text [type-mismatch]
          2 | <p t:if="dato &gt; '2026-02-01'">x</p>
            |                    ^~~~~~~~~~~~
            help: write the day without quotes: 2026-02-01
          documents/brev.html:3:23: error: integer cannot be compared with text [type-mismatch]
          3 | <p t:if="niveau &lt;= '2'">x</p>
            |                       ^~~
            help: write the number without quotes: 2
          documents/brev.html:4:10: error: integer cannot be compared with text [type-mismatch]
          4 | <p t:if="'høj' == niveau">x</p>
            |          ^~~~~
            help: write a whole number without quotes
          documents/brev.html:5:20: error: amount cannot be compared with text [type-mismatch]
          5 | <p t:if="pris &gt; '100 kr.'">x</p>
            |                    ^~~~~~~~~
            help: compare it with another amount
          """#)
  }
}
