import Diagnostics
import Fields
import Templating
import Testing

/// The frame of a document: one outermost element, one head before one body, no id twice.
@Suite struct FrameMessageTests {
  @Test func refusesASecondOutermostElement() {
    #expect(
      errors(document: xml("<a>x</a>\n<note t:if=\"note\">y</note>"), output: .xml) == #"""
        documents/brev.xml:2:1: error: 'note' would be a second outermost element [outermost-element]
        2 | <note t:if="note">y</note></t:document>
          | ^~~~~
          help: a document has exactly one: put it inside 'a', or print only one of the two, with t:else
          note: documents/brev.xml:1:86: the first is here
        """#)
  }

  @Test func refusesASecondPage() {
    #expect(
      errors(
        document: page(
          "<html lang=\"da\">\(Self.wholeHead)<body/></html>\n<html lang=\"da\">\(Self.wholeHead)<body/></html>"))
          == #"""
          documents/brev.html:3:1: error: 'html' would be a second outermost element [outermost-element]
          3 | <html lang="da"><head><meta charset="utf-8"/><title>Brev</title></head><body/></html></t:document>
            | ^~~~~
            help: a document has exactly one: put what it holds inside 'html', or print only one of the two, with t:else
            note: documents/brev.html:2:1: the first is here
          """#)
  }

  @Test func refusesAnOutermostElementThatAPartBringsAgain() {
    #expect(
      messages { () throws(DiagnosticsError) in
        try compile(
          document: xml("<a>x</a>\n<t:part name=\"b\"/>"), output: .xml, parts: ["b": "<b>y</b>"])
      } == #"""
        parts/b.xml:2:1: error: 'b' would be a second outermost element [outermost-element]
        2 | <b>y</b>
          | ^~
          help: a document has exactly one: put it inside 'a', or print only one of the two, with t:else
          note: documents/brev.xml:1:86: the first is here
        """#)
  }

  @Test func refusesAnOutermostElementInALoop() {
    #expect(
      errors(document: xml("\n<a t:for=\"o in opgaver\">{o.tekst}</a>"), output: .xml) == #"""
        documents/brev.xml:2:1: error: 'a' is outermost and stands in a loop, which may print it several times [outermost-element]
        2 | <a t:for="o in opgaver">{o.tekst}</a></t:document>
          | ^~
          help: put an element around the loop
        """#)
  }

  @Test func refusesADocumentWithoutElement() {
    #expect(
      errors(document: xml(""), output: .xml) == #"""
        documents/brev.xml:1:1: error: the document does not have an outermost element [outermost-element]
        1 | <t:document xmlns:t="urn:mentorbrev:template" xmlns="urn:x" kind="brev" output="xml"></t:document>
          | ^~~~~~~~~~~
          help: put an element around all that is printed
        """#)
  }

  @Test func refusesAWayWithoutOutermostElement() {
    #expect(
      errors(document: xml("\n<a t:if=\"note\">x</a>"), output: .xml) == #"""
        documents/brev.xml:1:1: error: the document does not have an outermost element on every way [outermost-element]
        1 | <t:document xmlns:t="urn:mentorbrev:template" xmlns="urn:x" kind="brev" output="xml">
          | ^~~~~~~~~~~
          help: print one on every way, with t:else
          note: documents/brev.xml:2:1: not when this condition does not hold: it has no 't:else'
        """#)
  }

  @Test func refusesAWordOfAChoiceWithoutOutermostElement() {
    #expect(
      errors(
        document: xml(
          "\n<t:choose on=\"ansaettelse\"><t:when is=\"skole\"><a/></t:when>\n<t:when is=\"virksomhed\"/></t:choose>"),
        output: .xml) == #"""
          documents/brev.xml:1:1: error: the document does not have an outermost element on every way [outermost-element]
          1 | <t:document xmlns:t="urn:mentorbrev:template" xmlns="urn:x" kind="brev" output="xml">
            | ^~~~~~~~~~~
            help: print one on every way, with t:else
            note: documents/brev.xml:3:1: not on this way
          """#)
  }

  @Test func takesOneOutermostElementOnEveryWay() throws {
    let either = try compile(
      document: xml("<t:if test=\"note\"><a/></t:if><t:else><t:layout part=\"b\"><c/></t:layout></t:else>"),
      output: .xml,
      parts: ["b": "<b><t:content/></b>"])
    #expect(either.text().contains("<b xmlns=\"urn:brev\">"))
    let chosen = xml(
      "<t:choose on=\"ansaettelse\"><t:when is=\"skole\"><a/></t:when><t:when is=\"virksomhed\"><b/></t:when></t:choose>"
    )
    #expect(throws: Never.self) { try compile(document: chosen, output: .xml) }
    // What a fixed word rules out is not printed, and so is no second.
    let fixed = xml(
      "<t:choose on=\"ansaettelse\"><t:when is=\"skole\"><a/></t:when><t:when is=\"virksomhed\"/></t:choose>")
    #expect(throws: Never.self) { try compile(document: fixed, output: .xml, fixed: ["ansaettelse": "skole"]) }
  }

  @Test func refusesAPageWithoutHead() {
    #expect(
      errors(document: page("<html lang=\"da\"><body><p>x</p></body></html>")) == #"""
        documents/brev.html:2:1: error: 'html' does not have 'head' [page-frame]
        2 | <html lang="da"><body><p>x</p></body></html></t:document>
          | ^~~~~
          help: write it inside 'html'
        """#)
  }

  @Test func refusesAPageWithoutBody() {
    #expect(
      errors(document: page("<html lang=\"da\">\(Self.wholeHead)</html>")) == #"""
        documents/brev.html:2:1: error: 'html' does not have 'body' [page-frame]
        2 | <html lang="da"><head><meta charset="utf-8"/><title>Brev</title></head></html></t:document>
          | ^~~~~
          help: write it inside 'html'
        """#)
  }

  @Test func refusesAHeadAfterTheBody() {
    #expect(
      errors(document: page("<html lang=\"da\"><body/>\(Self.wholeHead)</html>")) == #"""
        documents/brev.html:2:24: error: 'head' stands after 'body' [page-frame]
        2 | <html lang="da"><body/><head><meta charset="utf-8"/><title>Brev</title></head></html></t:document>
          |                        ^~~~~
          help: put it first in 'html'
        """#)
  }

  @Test func refusesASecondHeadBodyAndMain() {
    #expect(
      errors(
        document: page(
          "<html lang=\"da\">\(Self.wholeHead)\n<head/>\n<body><main><div><main/></div></main></body>\n<body/></html>"))
          == #"""
          documents/brev.html:3:1: error: this would be a second 'head' [page-frame]
          3 | <head/>
            | ^~~~~
            help: a page has one: leave one of them out
            note: documents/brev.html:2:17: the first is here
          documents/brev.html:4:18: error: this would be a second 'main' [page-frame]
          4 | <body><main><div><main/></div></main></body>
            |                  ^~~~~
            help: a page has one: leave one of them out
            note: documents/brev.html:4:7: the first is here
          documents/brev.html:5:1: error: this would be a second 'body' [page-frame]
          5 | <body/></html></t:document>
            | ^~~~~
            help: a page has one: leave one of them out
            note: documents/brev.html:4:1: the first is here
          """#)
  }

  @Test func refusesAHeadWithoutCharacterSetAndTitle() {
    #expect(
      head("<meta name=\"viewport\" content=\"width=device-width\"/>", styles: [:]) == #"""
        documents/brev.html:2:17: error: 'head' does not have <meta charset="utf-8"/> [page-frame]
        2 | <html lang="da"><head><meta name="viewport" content="width=device-width"/></head><body/></html></t:document>
          |                 ^~~~~
          help: write it inside 'head'
        documents/brev.html:2:17: error: 'head' does not have 'title' [page-frame]
        2 | <html lang="da"><head><meta name="viewport" content="width=device-width"/></head><body/></html></t:document>
          |                 ^~~~~
          help: write it inside 'head'
        """#)
  }

  @Test func refusesACharacterSetThatIsNotFirstOrNotUTF8() {
    #expect(
      head("<title>Brev</title><meta charset=\"utf-8\"/>\n<meta charset=\"latin1\"/>", styles: [:]) == #"""
        documents/brev.html:2:42: error: the character set stands after something else [page-frame]
        2 | <html lang="da"><head><title>Brev</title><meta charset="utf-8"/>
          |                                          ^~~~~
          help: put it first in 'head'
        documents/brev.html:3:1: error: this would be a second <meta charset="utf-8"/> [page-frame]
        3 | <meta charset="latin1"/></head><body/></html></t:document>
          | ^~~~~
          help: a page has one: leave one of them out
          note: documents/brev.html:2:42: the first is here
        documents/brev.html:3:7: error: a page is written in UTF-8 [page-frame]
        3 | <meta charset="latin1"/></head><body/></html></t:document>
          |       ^~~~~~~
          help: write charset="utf-8"
        """#)
  }

  @Test func refusesASecondTitle() {
    #expect(
      head("<meta charset=\"utf-8\"/><title>Brev</title>\n<title t:if=\"note\">Note</title>", styles: [:]) == #"""
        documents/brev.html:3:1: error: this would be a second 'title' [page-frame]
        3 | <title t:if="note">Note</title></head><body/></html></t:document>
          | ^~~~~~
          help: a page has one: leave one of them out
          note: documents/brev.html:2:46: the first is here
        """#)
  }

  @Test func refusesATitleOnSomeWayOnly() {
    #expect(
      head("<meta charset=\"utf-8\"/>\n<title t:if=\"note\">Note</title>", styles: [:]) == #"""
        documents/brev.html:2:17: error: 'head' does not have 'title' on every way [page-frame]
        2 | <html lang="da"><head><meta charset="utf-8"/>
          |                 ^~~~~
          help: print it on every way, with t:else
          note: documents/brev.html:3:1: not when this condition does not hold: it has no 't:else'
        """#)
  }

  @Test func refusesATitleInWhichNothingCanBeSeen() {
    #expect(
      head("<meta charset=\"utf-8\"/><title>\u{A0}</title>", styles: [:]) == """
        documents/brev.html:2:46: error: 'title' may have no words in it [page-frame]
        2 | <html lang="da"><head><meta charset="utf-8"/><title>\u{A0}</title></head><body/></html></t:document>
          |                                              ^~~~~~
          help: write what the page is about
        """)
  }

  @Test func refusesATitleThatMayBeEmpty() {
    #expect(
      head("<meta charset=\"utf-8\"/><title lang=\"{nummer}\">\n<t:if test=\"note\">Note</t:if></title>", styles: [:])
        == #"""
        documents/brev.html:2:46: error: 'title' may have no words in it [page-frame]
        2 | <html lang="da"><head><meta charset="utf-8"/><title lang="{nummer}">
          |                                              ^~~~~~
          help: write what the page is about
          note: documents/brev.html:3:1: not when this condition does not hold: it has no 't:else'
        """#)
  }

  @Test func refusesAMarkInATitle() {
    #expect(
      messages { () throws(DiagnosticsError) in
        try compile(
          document: page(
            "<html lang=\"da\"><head><meta charset=\"utf-8\"/><title><t:fulfils id=\"nr\">x</t:fulfils></title></head><body/></html>"
          ),
          requirements: [.simple("nr", .words)])
      } == #"""
        documents/brev.html:2:53: error: a 't:fulfils' cannot stand inside 'title', which holds text only [misplaced-element]
        2 | <html lang="da"><head><meta charset="utf-8"/><title><t:fulfils id="nr">x</t:fulfils></title></head><body/></html></t:document>
          |                                                     ^~~~~~~~~~
          help: what stands in the head proves nothing: mark the words in the letter
        """#)
  }

  @Test func refusesAnIdThatIsThereAlready() {
    #expect(
      errors("<p id=\"a\">x</p>\n<p id=\"a\">y</p>") == #"""
        documents/brev.html:3:1: error: the id 'a' is there already [duplicate-id]
        3 | <p id="a">y</p>
          | ^~
          help: give each element of a page an id of its own
          note: documents/brev.html:2:1: the first is here
        """#)
  }

  @Test func refusesAnIdInALoop() {
    #expect(
      errors("<ul><li t:for=\"o in opgaver\" id=\"a\">{o.tekst}</li></ul>") == #"""
        documents/brev.html:2:5: error: the id 'a' stands in a loop, which may print it several times [duplicate-id]
        2 | <ul><li t:for="o in opgaver" id="a">{o.tekst}</li></ul>
          |     ^~~
          help: leave the id out, or give it to an element around the loop
        """#)
  }

  @Test func refusesAnIdThatIsNoWord() {
    #expect(
      errors("<p id=\"\">x</p><p id=\"a b\">y</p>") == #"""
        documents/brev.html:2:4: error: an 'id' is one word [bad-id]
        2 | <p id="">x</p><p id="a b">y</p>
          |    ^~
          help: write a word without spaces, or leave the 'id' out
        documents/brev.html:2:18: error: an 'id' is one word [bad-id]
        2 | <p id="">x</p><p id="a b">y</p>
          |                  ^~
          help: write a word without spaces, or leave the 'id' out
        """#)
  }

  @Test func takesAnIdOnEachOfTwoWays() {
    #expect(throws: Never.self) { try compile(body: "<p t:if=\"note\" id=\"a\">x</p><p t:else=\"\" id=\"a\">y</p>") }
  }

  private static let wholeHead = "<head><meta charset=\"utf-8\"/><title>Brev</title></head>"

  private func page(_ content: String) -> String {
    """
    <t:document xmlns:t="urn:mentorbrev:template" xmlns="http://www.w3.org/1999/xhtml" kind="brev" output="html">
    \(content)</t:document>
    """
  }
}
