import Diagnostics
import Fields
import Templating
import Testing

/// Requirements that some way through the template does not meet.
@Suite struct ProofMessageTests {
  @Test func refusesATemplateWithoutTheMark() {
    #expect(
      errors(
        #"<p>{nummer}</p>"#,
        requirements: [
          .simple("nr", .field("nummer")), .simple("ord", .words, .provision("lab-167-1"), .lawText("klage")),
        ]) == #"""
          documents/brev.html:1:1: error: 'nr' (Krav om nr) is not met [missing-requirement]
          1 | <t:document xmlns:t="urn:mentorbrev:template" xmlns="http://www.w3.org/1999/xhtml" kind="brev" output="html"><html lang="da"><head><meta charset="utf-8"/><title>Brev</title></head><body>
            | ^~~~~~~~~~~ decided on 2024-03-01 to 2026-01-31
            basis: § 1, nr. 1
            help: mark the element with t:fulfils="nr"; inside it show 'nummer'
            note: law/krav.xml:7:3: demanded by the lawbook
          documents/brev.html:1:1: error: 'ord' (Krav om ord) is not met [missing-requirement]
          1 | <t:document xmlns:t="urn:mentorbrev:template" xmlns="http://www.w3.org/1999/xhtml" kind="brev" output="html"><html lang="da"><head><meta charset="utf-8"/><title>Brev</title></head><body>
            | ^~~~~~~~~~~ decided on 2024-03-01 to 2026-01-31
            basis: § 1, nr. 1
            help: mark the element with t:fulfils="ord"; inside it hold words of the template's own and cite 'lab-167-1' and print the law text 'klage'
            note: law/krav.xml:7:3: demanded by the lawbook
          """#)
  }

  @Test func refusesAMarkWithoutItsEvidence() {
    #expect(
      errors(#"<p t:fulfils="nr">{dato | dato}</p>"#, requirements: [.simple("nr", .field("nummer"), .words)]) == #"""
        documents/brev.html:2:1: error: this element is marked with 'nr' (Krav om nr), but does not show 'nummer' [missing-evidence]
        2 | <p t:fulfils="nr">{dato | dato}</p>
          | ^~
          basis: § 1, nr. 1
          help: show 'nummer' inside the element
        documents/brev.html:2:1: error: this element is marked with 'nr' (Krav om nr), but does not hold words of the template's own [missing-evidence]
        2 | <p t:fulfils="nr">{dato | dato}</p>
          | ^~
          basis: § 1, nr. 1
          help: hold words of the template's own inside the element
        """#)
  }

  @Test func refusesAMarkInOneBranchOnly() {
    #expect(
      errors(
        #"""
        <p t:if="note" t:fulfils="nr">{nummer}</p>
        <p t:else="">x</p>
        """#, requirements: [.simple("nr", .field("nummer"))]) == #"""
          documents/brev.html:1:1: error: 'nr' (Krav om nr) is not met on every path [missing-requirement]
          1 | <t:document xmlns:t="urn:mentorbrev:template" xmlns="http://www.w3.org/1999/xhtml" kind="brev" output="html"><html lang="da"><head><meta charset="utf-8"/><title>Brev</title></head><body>
            | ^~~~~~~~~~~ decided on 2024-03-01 to 2026-01-31
            basis: § 1, nr. 1
            help: mark the element with t:fulfils="nr"; inside it show 'nummer'
            note: documents/brev.html:3:1: not on this way
            note: law/krav.xml:7:3: demanded by the lawbook
          """#)
  }

  @Test func refusesEvidenceInOneBranchOnly() {
    #expect(
      errors(
        #"""
        <p t:fulfils="nr"><t:if test="note">{nummer}</t:if>
        <t:else>x</t:else></p>
        """#, requirements: [.simple("nr", .field("nummer"))]) == #"""
          documents/brev.html:2:1: error: this element is marked with 'nr' (Krav om nr), but does not show 'nummer' on every path [missing-evidence]
          2 | <p t:fulfils="nr"><t:if test="note">{nummer}</t:if>
            | ^~
            basis: § 1, nr. 1
            help: show 'nummer' inside the element
            note: documents/brev.html:3:1: not on this way
          """#)
  }

  @Test func refusesEvidenceInOneWordOfAChoiceOnly() {
    #expect(
      errors(
        #"""
        <div t:fulfils="nr"><t:choose on="ansaettelse">
        <t:when is="skole"><p>{nummer}</p></t:when>
        <t:when is="virksomhed"><p>x</p></t:when></t:choose></div>
        """#, requirements: [.simple("nr", .field("nummer"))]) == #"""
          documents/brev.html:2:1: error: this element is marked with 'nr' (Krav om nr), but does not show 'nummer' on every path [missing-evidence]
          2 | <div t:fulfils="nr"><t:choose on="ansaettelse">
            | ^~~~
            basis: § 1, nr. 1
            help: show 'nummer' inside the element
            note: documents/brev.html:4:1: not on this way
          """#)
  }

  @Test func refusesEvidenceInRowsOfWhichThereMayBeNone() {
    #expect(
      errors(
        #"<ul t:fulfils="ekstra"><li t:for="o in ekstra">{o.tekst}</li></ul>"#,
        requirements: [.simple("ekstra", .field("ekstra.tekst"))]) == #"""
          documents/brev.html:2:1: error: this element is marked with 'ekstra' (Krav om ekstra), but does not show 'ekstra.tekst' on every path [missing-evidence]
          2 | <ul t:fulfils="ekstra"><li t:for="o in ekstra">{o.tekst}</li></ul>
            | ^~~
            basis: § 1, nr. 1
            help: show 'ekstra.tekst' inside the element
            note: documents/brev.html:2:24: not when 'ekstra' has no rows, which may be
          """#)
  }

  @Test func refusesALawTextThatPrintsNothingOnSomeWay() {
    #expect(
      errors(
        #"<p t:fulfils="virkning"><t:law text="virkning" note="note"/></p>"#,
        requirements: [.simple("virkning", .lawText("virkning"))],
        era: era(with: [
          "virkning": #"<t:param name="note" type="text?"/><t:if test="note">Afgørelsen gælder.</t:if>"#
        ])) == #"""
          documents/brev.html:2:1: error: this element is marked with 'virkning' (Krav om virkning), but does not print the law text 'virkning' on every path [missing-evidence]
          2 | <p t:fulfils="virkning"><t:law text="virkning" note="note"/></p>
            | ^~
            basis: § 1, nr. 1
            help: print the law text 'virkning' inside the element
            note: law/lov.xml:3:44: not when this condition does not hold: it has no 't:else'
          """#)
  }

  @Test func refusesALawTextWhoseOwnTextPrintsNothingOnSomeWay() {
    #expect(
      errors(
        #"<p t:fulfils="ydre"><t:law text="ydre" opgaver="ekstra"/></p>"#,
        requirements: [.simple("ydre", .lawText("ydre"))],
        era: era(with: [
          "ydre": #"<t:param name="opgaver" type="list opgave"/><t:law text="indre" opgaver="opgaver"/>"#,
          "indre":
            #"<t:param name="opgaver" type="list opgave"/><b xmlns="http://www.w3.org/1999/xhtml" t:for="o in opgaver">{o.tekst}</b>"#,
        ])) == #"""
          documents/brev.html:2:1: error: this element is marked with 'ydre' (Krav om ydre), but does not print the law text 'ydre' on every path [missing-evidence]
          2 | <p t:fulfils="ydre"><t:law text="ydre" opgaver="ekstra"/></p>
            | ^~
            basis: § 1, nr. 1
            help: print the law text 'ydre' inside the element
            note: law/lov.xml:3:53: not when 'ekstra' has no rows, which may be
          """#)
  }

  /// Signs are no words, and neither is what has no ink at all.
  @Test(arguments: ["…", "\u{AD}", "<t:fulfils id=\"andet-krav\"/>", "<br xmlns=\"http://www.w3.org/1999/xhtml\"/>"])
  func refusesALawTextOfSignsAlone(_ content: String) {
    #expect(
      errors(
        #"<p t:fulfils="virkning"><t:law text="virkning"/></p>"#,
        requirements: [.simple("virkning", .lawText("virkning"))], era: era(with: ["virkning": content])) == #"""
          documents/brev.html:2:1: error: this element is marked with 'virkning' (Krav om virkning), but does not print the law text 'virkning' [missing-evidence]
          2 | <p t:fulfils="virkning"><t:law text="virkning"/></p>
            | ^~
            basis: § 1, nr. 1
            help: print the law text 'virkning' inside the element
          """#)
  }

  @Test func refusesEvidenceThatIsOnlyAFallback() {
    #expect(
      errors(#"<p t:fulfils="nr">{note ?? nummer}</p>"#, requirements: [.simple("nr", .field("note"))]) == #"""
        documents/brev.html:2:1: error: this element is marked with 'nr' (Krav om nr), but does not show 'note' on every path [missing-evidence]
        2 | <p t:fulfils="nr">{note ?? nummer}</p>
          | ^~
          basis: § 1, nr. 1
          help: show 'note' inside the element
          note: documents/brev.html:2:20: not on this way
        """#)
  }

  @Test func refusesEvidenceInAnAttribute() {
    #expect(
      errors(#"<p t:fulfils="nr" title="{nummer}">x</p>"#, requirements: [.simple("nr", .field("nummer"))]) == #"""
        documents/brev.html:2:1: error: this element is marked with 'nr' (Krav om nr), but does not show 'nummer' [missing-evidence]
        2 | <p t:fulfils="nr" title="{nummer}">x</p>
          | ^~
          basis: § 1, nr. 1
          help: show 'nummer' inside the element
        """#)
  }

  @Test func refusesEvidenceInTheHead() {
    #expect(
      errors(
        document:
          #"<t:document xmlns:t="urn:mentorbrev:template" xmlns="http://www.w3.org/1999/xhtml" kind="brev" output="html"><html lang="da"><head><meta charset="utf-8"/><title t:fulfils="nr">Sag {nummer}</title></head><body><p>x</p></body></html></t:document>"#,
        requirements: [.simple("nr", .field("nummer"), .words)]) == #"""
          documents/brev.html:1:155: error: this element is marked with 'nr' (Krav om nr), but does not show 'nummer' [missing-evidence]
          1 | <t:document xmlns:t="urn:mentorbrev:template" xmlns="http://www.w3.org/1999/xhtml" kind="brev" output="html"><html lang="da"><head><meta charset="utf-8"/><title t:fulfils="nr">Sag {nummer}</title></head><body><p>x</p></body></html></t:document>
            |                                                                                                                                                           ^~~~~~
            basis: § 1, nr. 1
            help: show 'nummer' inside the element
          documents/brev.html:1:155: error: this element is marked with 'nr' (Krav om nr), but does not hold words of the template's own [missing-evidence]
          1 | <t:document xmlns:t="urn:mentorbrev:template" xmlns="http://www.w3.org/1999/xhtml" kind="brev" output="html"><html lang="da"><head><meta charset="utf-8"/><title t:fulfils="nr">Sag {nummer}</title></head><body><p>x</p></body></html></t:document>
            |                                                                                                                                                           ^~~~~~
            basis: § 1, nr. 1
            help: hold words of the template's own inside the element
          """#)
  }

  @Test func refusesAnUnmetConditionalRequirement() {
    #expect(
      errors(
        #"<p t:if="indgribende" t:fulfils="nr">{nummer}</p>"#,
        requirements: [
          .simple("nr", .field("nummer"), when: Requirement.Condition(field: "indgribende", value: "false"))
        ]) == #"""
          documents/brev.html:1:1: error: 'nr' (Krav om nr) is not met on every path when indgribende is false [missing-requirement]
          1 | <t:document xmlns:t="urn:mentorbrev:template" xmlns="http://www.w3.org/1999/xhtml" kind="brev" output="html"><html lang="da"><head><meta charset="utf-8"/><title>Brev</title></head><body>
            | ^~~~~~~~~~~ decided on 2024-03-01 to 2026-01-31
            basis: § 1, nr. 1
            help: mark the element with t:fulfils="nr"; inside it show 'nummer'
            note: law/krav.xml:7:3: demanded by the lawbook
          """#)
  }

  @Test func refusesRequirementsThatNameWhatIsNot() {
    #expect(
      errors(
        #"<p t:fulfils="nr">x</p>"#,
        requirements: [
          .simple("nr", .field("nmmer"), .field("borger.telefn"), .field("nummer.x")),
          .simple("to", .words, when: .init(field: "borgr", value: "present")),
        ]) == #"""
          law/krav.xml:7:23: error: requirement 'to' names the field 'borgr', which 'brev' does not have [unknown-field]
          7 |   <krav id="to" naar="borgr" er="present"></krav>
            |                       ^~~~~ there are: adresse, andel, ansaettelse, borger, cpr, cvr, dato, ekstra, firma, indgribende, kopi, mentor, niveau, note, nummer, opgaver, pris, svar, tid
            help: did you mean 'borger'?
          law/krav.xml:7:28: error: requirement 'nr' names the field 'nmmer', which 'brev' does not have [unknown-field]
          7 |   <krav id="nr"><felt sti="nmmer"/><felt sti="borger.telefn"/><felt sti="nummer.x"/></krav>
            |                            ^~~~~ there are: adresse, andel, ansaettelse, borger, cpr, cvr, dato, ekstra, firma, indgribende, kopi, mentor, niveau, note, nummer, opgaver, pris, svar, tid
            help: did you mean 'nummer'?
          law/krav.xml:7:47: error: requirement 'nr' names the field 'borger.telefn', which 'brev' does not have [unknown-field]
          7 |   <krav id="nr"><felt sti="nmmer"/><felt sti="borger.telefn"/><felt sti="nummer.x"/></krav>
            |                                               ^~~~~~~~~~~~~ 'borger' has: navn, telefon
            help: did you mean 'borger.telefon'?
          law/krav.xml:7:74: error: requirement 'nr' names the field 'nummer.x', which 'brev' does not have [unknown-field]
          7 |   <krav id="nr"><felt sti="nmmer"/><felt sti="borger.telefn"/><felt sti="nummer.x"/></krav>
            |                                                                          ^~~~~~~~ 'nummer' has no fields
          """#)
  }

  @Test func refusesConditionsThatNeverHold() {
    #expect(
      errors(
        #"<p>x</p>"#,
        requirements: [
          .simple("et", .words, when: .init(field: "ansaettelse", value: "skolen")),
          .simple("to", .words, when: .init(field: "indgribende", value: "ja")),
          .simple("tre", .words, when: .init(field: "firma.form", value: "hjemme")),
          .simple("fire", .words, when: .init(field: "opgaver.note", value: "present")),
          .simple("fem", .words, when: .init(field: "nummer", value: "present")),
          .simple(
            "seks", .words,
            when: .init(field: "svar", value: "true", also: [.init(field: "mentor", value: "presnt")])),
        ]) == #"""
          law/krav.xml:7:24: error: requirement 'fem' depends on 'nummer', which is always there: it is text [impossible-condition]
          7 |   <krav id="fem" naar="nummer" er="present"></krav>
            |                        ^~~~~~
            help: let it depend on a choice, on yes or no, or on an optional field
          law/krav.xml:7:25: error: requirement 'fire' depends on 'opgaver.note', which each row of 'opgaver' has for itself [impossible-condition]
          7 |   <krav id="fire" naar="opgaver.note" er="present"></krav>
            |                         ^~~~~~~~~~~~
            help: let it depend on a field outside of lists
          law/krav.xml:7:40: error: requirement 'et' depends on 'ansaettelse' being 'skolen', which it never is [impossible-condition]
          7 |   <krav id="et" naar="ansaettelse" er="skolen"></krav>
            |                                        ^~~~~~ it is one of: virksomhed, skole
            help: did you mean 'skole'?
          law/krav.xml:7:40: error: requirement 'to' depends on 'indgribende' being 'ja', which it never is [impossible-condition]
          7 |   <krav id="to" naar="indgribende" er="ja"></krav>
            |                                        ^~ it is one of: true, false
          law/krav.xml:7:40: error: requirement 'tre' depends on 'firma.form' being 'hjemme', which it never is [impossible-condition]
          7 |   <krav id="tre" naar="firma.form" er="hjemme"></krav>
            |                                        ^~~~~~ it is one of: virksomhed, skole
          law/krav.xml:8:25: error: requirement 'seks' depends on 'mentor' being 'presnt', which it never is [impossible-condition]
          8 | <brug naar="mentor" er="presnt"/></lovbog>
            |                         ^~~~~~ it is one of: present, absent
            help: did you mean 'present'?
          """#)
  }

  @Test func pointsIntoAPartThatLosesTheEvidence() {
    #expect(
      errors(
        #"<div t:fulfils="nr"><t:part name="a" x="nummer" y="note"/></div>"#,
        parts: [
          "a":
            #"<t:param name="x" type="text"/><t:param name="y" type="text?"/>\#n<p t:if="y">{x}</p>\#n<p t:else="">x</p>"#
        ], requirements: [.simple("nr", .field("nummer"))]) == #"""
          documents/brev.html:2:1: error: this element is marked with 'nr' (Krav om nr), but does not show 'nummer' on every path [missing-evidence]
          2 | <div t:fulfils="nr"><t:part name="a" x="nummer" y="note"/></div>
            | ^~~~
            basis: § 1, nr. 1
            help: show 'nummer' inside the element
            note: parts/a.html:4:1: not on this way
          """#)
  }

  @Test func saysWhenAnElseIsNotWritten() {
    #expect(
      errors(#"<p t:if="note" t:fulfils="nr">{nummer}</p>"#, requirements: [.simple("nr", .field("nummer"))]) == #"""
        documents/brev.html:1:1: error: 'nr' (Krav om nr) is not met on every path [missing-requirement]
        1 | <t:document xmlns:t="urn:mentorbrev:template" xmlns="http://www.w3.org/1999/xhtml" kind="brev" output="html"><html lang="da"><head><meta charset="utf-8"/><title>Brev</title></head><body>
          | ^~~~~~~~~~~ decided on 2024-03-01 to 2026-01-31
          basis: § 1, nr. 1
          help: mark the element with t:fulfils="nr"; inside it show 'nummer'
          note: documents/brev.html:2:1: not when this condition does not hold: it has no 't:else'
          note: law/krav.xml:7:3: demanded by the lawbook
        """#)
  }
}
