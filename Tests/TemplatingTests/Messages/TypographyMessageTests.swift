import Diagnostics
import Fields
import Templating
import Testing

/// Spaces and marks around what is printed.
@Suite struct TypographyMessageTests {
  @Test func refusesMissingSpaces() {
    #expect(
      errors(#"<p>Den{dato | dato}til {nummer}a {nummer}{note ?? 'x'} §{niveau | tal} og §167, nr.1</p>"#) == #"""
        documents/brev.html:2:6: error: no space between this and the value after it [typography]
        2 | <p>Den{dato | dato}til {nummer}a {nummer}{note ?? 'x'} §{niveau | tal} og §167, nr.1</p>
          |      ^
          help: put a space before the value
        documents/brev.html:2:20: error: no space between the value and the word after it [typography]
        2 | <p>Den{dato | dato}til {nummer}a {nummer}{note ?? 'x'} §{niveau | tal} og §167, nr.1</p>
          |                    ^
          help: put a space before the word
        documents/brev.html:2:32: error: no space between the value and the word after it [typography]
        2 | <p>Den{dato | dato}til {nummer}a {nummer}{note ?? 'x'} §{niveau | tal} og §167, nr.1</p>
          |                                ^
          help: put a space before the word
        documents/brev.html:2:43: error: no space between the value and this value [typography]
        2 | <p>Den{dato | dato}til {nummer}a {nummer}{note ?? 'x'} §{niveau | tal} og §167, nr.1</p>
          |                                           ^~~~~~~~~~~
          help: put a space or a word between them
        documents/brev.html:2:56: error: no space between '§' and its number [typography]
        2 | <p>Den{dato | dato}til {nummer}a {nummer}{note ?? 'x'} §{niveau | tal} og §167, nr.1</p>
          |                                                        ^
          help: write '§ ' and the number
        documents/brev.html:2:75: error: no space between '§' and its number [typography]
        2 | <p>Den{dato | dato}til {nummer}a {nummer}{note ?? 'x'} §{niveau | tal} og §167, nr.1</p>
          |                                                                           ^
          help: write '§ ' and the number
        """#)
  }

  @Test func pointsAtADanishLetterBeforeAValue() {
    #expect(
      errors(#"<p>på{nummer}</p>"#) == #"""
        documents/brev.html:2:5: error: no space between this and the value after it [typography]
        2 | <p>på{nummer}</p>
          |     ^
          help: put a space before the value
        """#)
  }

  @Test func refusesSpacesBeforePunctuation() {
    #expect(
      errors(#"<p>Sag {nummer} , eller {nummer} . <strong>Ja</strong> ; <t:if test="note">{note}</t:if> !</p>"#) == #"""
        documents/brev.html:2:16: error: a space before ',' [typography]
        2 | <p>Sag {nummer} , eller {nummer} . <strong>Ja</strong> ; <t:if test="note">{note}</t:if> !</p>
          |                ^
          help: let the mark follow the word directly
        documents/brev.html:2:33: error: a space before '.' [typography]
        2 | <p>Sag {nummer} , eller {nummer} . <strong>Ja</strong> ; <t:if test="note">{note}</t:if> !</p>
          |                                 ^
          help: let the mark follow the word directly
        documents/brev.html:2:55: error: a space before ';' [typography]
        2 | <p>Sag {nummer} , eller {nummer} . <strong>Ja</strong> ; <t:if test="note">{note}</t:if> !</p>
          |                                                       ^
          help: let the mark follow the word directly
        documents/brev.html:2:57: error: a space before '!' [typography]
        2 | <p>Sag {nummer} , eller {nummer} . <strong>Ja</strong> ; <t:if test="note">{note}</t:if> !</p>
          |                                                         ^
          help: let the mark follow the word directly
        """#)
  }

  @Test func refusesTwoFullStops() {
    #expect(
      errors(#"<p>Det koster {pris | kroner}.</p>"#) == #"""
        documents/brev.html:2:30: error: two full stops: the value ends in 'kr.' [typography]
        2 | <p>Det koster {pris | kroner}.</p>
          |                              ^
          help: remove the full stop after '}'
        """#)
  }

  @Test func refusesCitationsAndTermsGluedToWords() {
    #expect(
      errors(
        #"<p>Se<t:cite act="lab"/>og <t:term name="aktoer"/>s {nummer}<t:term name="aktoer"/><t:cite act="lab"/></p>"#)
          == #"""
          documents/brev.html:2:5: error: no space between this and the citation after it [typography]
          2 | <p>Se<t:cite act="lab"/>og <t:term name="aktoer"/>s {nummer}<t:term name="aktoer"/><t:cite act="lab"/></p>
            |     ^
            help: put a space before the citation
          documents/brev.html:2:25: error: no space between the citation and the word after it [typography]
          2 | <p>Se<t:cite act="lab"/>og <t:term name="aktoer"/>s {nummer}<t:term name="aktoer"/><t:cite act="lab"/></p>
            |                         ^
            help: put a space before the word
          documents/brev.html:2:51: error: no space between the term and the word after it [typography]
          2 | <p>Se<t:cite act="lab"/>og <t:term name="aktoer"/>s {nummer}<t:term name="aktoer"/><t:cite act="lab"/></p>
            |                                                   ^
            help: a genitive s does not fit every value: write the sentence without it, as 'sagen om …' or 'planen for …'
          documents/brev.html:2:61: error: no space between the value and this term [typography]
          2 | <p>Se<t:cite act="lab"/>og <t:term name="aktoer"/>s {nummer}<t:term name="aktoer"/><t:cite act="lab"/></p>
            |                                                             ^~~~~~~
            help: put a space or a word between them
          documents/brev.html:2:84: error: no space between the term and this citation [typography]
          2 | <p>Se<t:cite act="lab"/>og <t:term name="aktoer"/>s {nummer}<t:term name="aktoer"/><t:cite act="lab"/></p>
            |                                                                                    ^~~~~~~
            help: put a space or a word between them
          """#)
  }

  @Test func refusesAGenitiveAfterAValue() {
    #expect(
      errors("<p>{borger.navn}s sag og {borger.navn}s. Og {borger.navn}sag</p>") == #"""
        documents/brev.html:2:17: error: no space between the value and the word after it [typography]
        2 | <p>{borger.navn}s sag og {borger.navn}s. Og {borger.navn}sag</p>
          |                 ^
          help: a genitive s does not fit every value: write the sentence without it, as 'sagen om …' or 'planen for …'
        documents/brev.html:2:39: error: no space between the value and the word after it [typography]
        2 | <p>{borger.navn}s sag og {borger.navn}s. Og {borger.navn}sag</p>
          |                                       ^
          help: a genitive s does not fit every value: write the sentence without it, as 'sagen om …' or 'planen for …'
        documents/brev.html:2:58: error: no space between the value and the word after it [typography]
        2 | <p>{borger.navn}s sag og {borger.navn}s. Og {borger.navn}sag</p>
          |                                                          ^
          help: put a space before the word
        """#)
  }
}
