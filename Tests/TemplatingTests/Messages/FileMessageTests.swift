import Diagnostics
import Fields
import Templating
import Testing

/// What is wrong with a file as a whole.
@Suite struct FileMessageTests {
  @Test func refusesAFileThatIsNoDocument() {
    #expect(
      errors(document: #"<html/>"#) == #"""
        documents/brev.html:1:1: error: the root of this file must be 't:document' [wrong-root]
        1 | <html/>
          | ^~~~~
          help: with xmlns:t="urn:mentorbrev:template"
        """#)
  }

  @Test func refusesAFileThatSaysItIsAnother() {
    #expect(
      errors(document: #"<t:document xmlns:t="urn:mentorbrev:template" kind="andet" output="xml" knd="x"/>"#) == #"""
        documents/brev.html:1:47: error: this file is for kind 'brev', not 'andet' [wrong-file]
        1 | <t:document xmlns:t="urn:mentorbrev:template" kind="andet" output="xml" knd="x"/>
          |                                               ^~~~
          help: write kind="brev", or rename the file
        documents/brev.html:1:60: error: this file is for output 'html', not 'xml' [wrong-file]
        1 | <t:document xmlns:t="urn:mentorbrev:template" kind="andet" output="xml" knd="x"/>
          |                                                            ^~~~~~
          help: write output="html", or rename the file
        documents/brev.html:1:73: error: 't:document' has no attribute 'knd' [unknown-attribute]
        1 | <t:document xmlns:t="urn:mentorbrev:template" kind="andet" output="xml" knd="x"/>
          |                                                                         ^~~
        """#)
  }

  @Test func refusesAFileThatDoesNotSayWhatItIs() {
    #expect(
      errors(document: #"<t:document xmlns:t="urn:mentorbrev:template"/>"#) == #"""
        documents/brev.html:1:1: error: 't:document' needs kind="brev" [missing-attribute]
        1 | <t:document xmlns:t="urn:mentorbrev:template"/>
          | ^~~~~~~~~~~
        documents/brev.html:1:1: error: 't:document' needs output="html" [missing-attribute]
        1 | <t:document xmlns:t="urn:mentorbrev:template"/>
          | ^~~~~~~~~~~
        """#)
  }

  @Test func tellsOfAFileThatCannotBeRead() {
    let target = CompileTarget(
      kind: "brev", output: .html, model: Letter.fields.type, era: era, requirements: [], knownRequirements: [])
    #expect(
      messages { () throws(DiagnosticsError) in try TemplateCompiler(LockedFiles()).compile(target) }
        == """
        error: cannot read 'documents/brev.html': Permission denied [unreadable]
          help: see whether it is a file that you may read; what cannot be read is never taken for missing
        """)
  }

  @Test func refusesAnElementWithTooManyAttributes() {
    let attributes = (0..<101).map { "a\($0)=''" }.joined(separator: " ")
    #expect(
      errors(document: "<t:document xmlns:t=\"urn:mentorbrev:template\">\n<p \(attributes)/></t:document>")
        == "documents/brev.html:2:1: error: an element has more than 100 attributes [xml-too-large]")
  }

  @Test func refusesAFileThatIsTooLarge() {
    #expect(
      errors(document: String(repeating: " ", count: 524_289))
        == "documents/brev.html:1:1: error: the file has 524289 bytes; at most 524288 are read [xml-too-large]")
  }

  @Test func refusesAnEmptyFile() {
    #expect(
      errors(document: #""#) == #"""
        documents/brev.html:1:1: error: the file is empty; an XML document has one root element [xml-syntax]
        """#)
  }

  @Test func refusesADocumentType() {
    #expect(
      errors(
        document: #"""
          <!DOCTYPE t:document [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>
          <t:document xmlns:t="urn:mentorbrev:template" kind="brev" output="html">&b;</t:document>
          """#) == #"""
          documents/brev.html:1:1: error: a document type declaration is not allowed [xml-doctype]
          1 | <!DOCTYPE t:document [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>
            | ^~~~~~~~~
            help: remove it; write characters as they are, or by number, such as &#160;
          """#)
  }

  @Test func refusesAFileThatIsNotWellFormed() {
    #expect(
      errors(
        document: #"""
          <t:document xmlns:t="urn:mentorbrev:template" kind="brev" output="html">
          <p>Hej</b>
          </t:document>
          """#) == #"""
          documents/brev.html:2:7: error: found '</b>' where '</p>' is expected [xml-syntax]
          2 | <p>Hej</b>
            |       ^~~~
            note: documents/brev.html:2:1: '<p>' is opened here
          """#)
  }

  /// Wherever they stand: in text, in an attribute, as a reference, in a comment.
  @Test func refusesCharactersThatDeceiveTheReader() {
    #expect(
      errors(
        "<p title=\"x\u{2066}\">Sag \u{202E}1-72\u{202C} {nummer}&#x200B; og&#8238;.</p>\n<!-- \u{85} --><p>\u{AD}&amp;\u{2028}</p>"
      ) == """
        documents/brev.html:2:12: error: the character U+2066 turns the direction of writing, and can make a text look like another [bidi-character]
        2 | <p title="x�">Sag �1-72� {nummer}&#x200B; og&#8238;.</p>
          |            ^
          help: delete it; it often comes along with copied text
        documents/brev.html:2:19: error: the character U+202E turns the direction of writing, and can make a text look like another [bidi-character]
        2 | <p title="x�">Sag �1-72� {nummer}&#x200B; og&#8238;.</p>
          |                   ^
          help: delete it; it often comes along with copied text
        documents/brev.html:2:24: error: the character U+202C turns the direction of writing, and can make a text look like another [bidi-character]
        2 | <p title="x�">Sag �1-72� {nummer}&#x200B; og&#8238;.</p>
          |                        ^
          help: delete it; it often comes along with copied text
        documents/brev.html:2:34: error: the character U+200B is invisible, and can hide what stands in a text [invisible-character]
        2 | <p title="x�">Sag �1-72� {nummer}&#x200B; og&#8238;.</p>
          |                                  ^~~~~~~~
          help: delete it; it often comes along with copied text
        documents/brev.html:2:45: error: the character U+202E turns the direction of writing, and can make a text look like another [bidi-character]
        2 | <p title="x�">Sag �1-72� {nummer}&#x200B; og&#8238;.</p>
          |                                             ^~~~~~~
          help: delete it; it often comes along with copied text
        documents/brev.html:3:6: error: the character U+0085 cannot stand in a document [control-character]
        3 | <!-- � --><p>\u{AD}&amp;�</p>
          |      ^
          help: delete it; it often comes along with copied text
        documents/brev.html:3:20: error: the character U+2028 cannot stand in a document [control-character]
        3 | <!-- � --><p>\u{AD}&amp;�</p>
          |                    ^
          help: delete it; it often comes along with copied text
        """)
  }

  @Test func takesCharactersThatBelongToWords() {
    #expect(errors("<p>Ærø\u{AD}skø\u{A0}bing – “x” … 👩\u{200D}⚕\u{FE0F} &#160;&#xE6; &amp; &#10;x</p>") == "compiled")
  }

  @Test func refusesAFileThatIsTooDeep() {
    #expect(
      errors(document: String(repeating: "<b>", count: 150) + String(repeating: "</b>", count: 150)).split(
        separator: "\n"
      ).prefix(1).joined() == #"""
        documents/brev.html:1:301: error: elements lie more than 100 levels deep [xml-too-deep]
        """#)
  }

  @Test func refusesAnUnknownKind() {
    #expect(
      messages { () throws(DiagnosticsError) in
        try TemplateCompiler(MemoryFiles(files: ["documents/andet.html": ""])).compile(
          CompileTarget(
            kind: "brev", output: .html, model: Letter.fields.type, era: era, requirements: [], knownRequirements: []))
      } == #"""
        error: there is no template documents/brev.html [no-template]
          help: the folder has: andet.html
        """#)
  }

  @Test func refusesAKindThatNamesAPath() {
    #expect(
      messages { () throws(DiagnosticsError) in
        try TemplateCompiler(MemoryFiles(files: [:])).compile(
          CompileTarget(
            kind: "../brev", output: .html, model: Letter.fields.type, era: era, requirements: [], knownRequirements: []
          ))
      } == #"""
        error: there is no template documents/../brev.html [no-template]
          help: the folder has no documents
        """#)
  }

  @Test func readsAFileWithAByteOrderMarkAndStillPointsRight() {
    #expect(
      errors(
        document:
          "\u{FEFF}<t:document xmlns:t=\"urn:mentorbrev:template\" xmlns=\"http://www.w3.org/1999/xhtml\" kind=\"brev\" output=\"html\">æ</t:document>"
      ) == #"""
        documents/brev.html:1:110: error: text cannot stand directly in document 'brev' [misplaced-text]
        1 | <t:document xmlns:t="urn:mentorbrev:template" xmlns="http://www.w3.org/1999/xhtml" kind="brev" output="html">æ</t:document>
          |                                                                                                              ^
          help: put it into an element, such as 'p'
        """#)
  }

  @Test func refusesAFixedWordThatTheModelDoesNotHave() {
    #expect(
      errors(#"<p>x</p>"#, fixed: ["ansaettelse": "hjemme", "findes.ikke": "x"]) == #"""
        error: 'brev' is compiled for 'ansaettelse' being 'hjemme', which it never is [impossible-condition]
        error: 'brev' is compiled for 'findes.ikke' being 'x', which it never is [impossible-condition]
        """#)
  }
}
