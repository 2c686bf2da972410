import Diagnostics
import Fields
import Templating
import Testing

/// What is printed from the lawbook.
@Suite struct LawMessageTests {
  @Test func refusesUnknownLaw() {
    #expect(
      errors(
        #"<p><t:cite provision="lab-167-2"/> og <t:cite act="lba"/> og <t:term name="aktør"/> og <t:law text="klag"/></p>"#
      ) == #"""
        documents/brev.html:2:12: error: the lawbook has no provision 'lab-167-2' [unknown-provision]
        2 | <p><t:cite provision="lab-167-2"/> og <t:cite act="lba"/> og <t:term name="aktør"/> og <t:law text="klag"/></p>
          |            ^~~~~~~~~
          help: did you mean 'lab-167-1'?
        documents/brev.html:2:47: error: the lawbook has no act 'lba' [unknown-act]
        2 | <p><t:cite provision="lab-167-2"/> og <t:cite act="lba"/> og <t:term name="aktør"/> og <t:law text="klag"/></p>
          |                                               ^~~
          help: did you mean 'lab'?
        documents/brev.html:2:70: error: the lawbook has no term 'aktør' [unknown-term]
        2 | <p><t:cite provision="lab-167-2"/> og <t:cite act="lba"/> og <t:term name="aktør"/> og <t:law text="klag"/></p>
          |                                                                      ^~~~
        documents/brev.html:2:95: error: the lawbook has no law text 'klag' [unknown-law-text]
        2 | <p><t:cite provision="lab-167-2"/> og <t:cite act="lba"/> og <t:term name="aktør"/> og <t:law text="klag"/></p>
          |                                                                                               ^~~~
          help: did you mean 'klage'?
        """#)
  }

  @Test func refusesLawThatIsNotInForce() {
    #expect(
      errors(#"<p><t:cite provision="bab-133"/></p>"#) == #"""
        documents/brev.html:2:12: error: provision 'bab-133' cannot be printed for 2024-03-01 to 2026-01-31: in force from 2027-01-01 [not-in-force]
        2 | <p><t:cite provision="bab-133"/></p>
          |            ^~~~~~~~~
        """#)
  }

  @Test func refusesArgumentsThatALawTextDoesNotTake() {
    #expect(
      errors(#"<p><t:law text="frist"/>, <t:law text="klage" dag="dato"/> og <t:law text="frist" dag="nummer"/></p>"#)
        == #"""
        documents/brev.html:2:4: error: law text 'frist' needs 'dag' (date) [missing-parameter]
        2 | <p><t:law text="frist"/>, <t:law text="klage" dag="dato"/> og <t:law text="frist" dag="nummer"/></p>
          |    ^~~~~~
          help: add dag="…"
        documents/brev.html:2:47: error: law text 'klage' has no parameter 'dag' [unknown-parameter]
        2 | <p><t:law text="frist"/>, <t:law text="klage" dag="dato"/> og <t:law text="frist" dag="nummer"/></p>
          |                                               ^~~
        documents/brev.html:2:88: error: law text 'frist' wants 'dag' as 'date'; this is text [type-mismatch]
        2 | <p><t:law text="frist"/>, <t:law text="klage" dag="dato"/> og <t:law text="frist" dag="nummer"/></p>
          |                                                                                        ^~~~~~
        """#)
  }

  @Test func refusesUnknownRequirements() {
    #expect(
      errors(#"<p t:fulfils="klag andet-kravv">x</p>"#, requirements: [.simple("klage", .words)]) == #"""
        documents/brev.html:2:15: error: the lawbook has no requirement 'klag' [unknown-requirement]
        2 | <p t:fulfils="klag andet-kravv">x</p>
          |               ^~~~
          help: did you mean 'klage'?
        documents/brev.html:2:20: error: the lawbook has no requirement 'andet-kravv' [unknown-requirement]
        2 | <p t:fulfils="klag andet-kravv">x</p>
          |                    ^~~~~~~~~~~
          help: did you mean 'andet-krav'?
        """#)
  }
}
