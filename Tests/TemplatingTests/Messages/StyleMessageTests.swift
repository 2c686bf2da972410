import Diagnostics
import Fields
import Templating
import Testing

/// Stylesheets.
@Suite struct StyleMessageTests {
  @Test func refusesAStylesheetThatDoesNotExistOrLeavesTheFolder() {
    #expect(
      head(
        "<style><t:style file=\"brv.css\"/><t:style file=\"../brev.css\"/><t:style file=\"brev\"/></style><style>p</style><style><b>x</b></style>",
        styles: ["brev.css": "p {}"]) == #"""
          documents/brev.html:2:39: error: there is no stylesheet 'brv.css' [unknown-style]
          2 | <html lang="da"><head><style><t:style file="brv.css"/><t:style file="../brev.css"/><t:style file="brev"/></style><style>p</style><style><b>x</b></style></head><body/></html></t:document>
            |                                       ^~~~ there are: brev.css
          documents/brev.html:2:64: error: '../brev.css' is no name of a file here [bad-name]
          2 | <html lang="da"><head><style><t:style file="brv.css"/><t:style file="../brev.css"/><t:style file="brev"/></style><style>p</style><style><b>x</b></style></head><body/></html></t:document>
            |                                                                ^~~~
            help: a name has lower-case letters, digits and hyphens; nothing outside the folder can be named
          documents/brev.html:2:93: error: 'brev' is no name of a file here [bad-name]
          2 | <html lang="da"><head><style><t:style file="brv.css"/><t:style file="../brev.css"/><t:style file="brev"/></style><style>p</style><style><b>x</b></style></head><body/></html></t:document>
            |                                                                                             ^~~~
            help: a name has lower-case letters, digits and hyphens; nothing outside the folder can be named
          documents/brev.html:2:121: error: text cannot stand directly in 'style'; name a file with <t:style file="…"/> [misplaced-text]
          2 | <html lang="da"><head><style><t:style file="brv.css"/><t:style file="../brev.css"/><t:style file="brev"/></style><style>p</style><style><b>x</b></style></head><body/></html></t:document>
            |                                                                                                                         ^
            help: put it into an element, such as 'p'
          documents/brev.html:2:137: error: 'b' cannot stand inside 'style' [misplaced-element]
          2 | <html lang="da"><head><style><t:style file="brv.css"/><t:style file="../brev.css"/><t:style file="brev"/></style><style>p</style><style><b>x</b></style></head><body/></html></t:document>
            |                                                                                                                                         ^~
            help: 'style' holds a t:style only
          """#)
  }

  @Test func refusesStylesheetsThatReachOutside() {
    #expect(
      stylesheet(
        """
        @IMPORT "x.css";
        p { background: URL(a.png); color: u\\72l(x) }
        /* url( in a comment is no matter */ p::before { content: "</style><script>" }
        p { background: image-set("a" 1x); behavior: expression(x) }
        <!-- a -->
        """) == #"""
          style/brev.css:1:1: error: a stylesheet may not hold '@import': it loads another file [unsafe-style]
          1 | @IMPORT "x.css";
            | ^~~~~~~
            help: a document is self-contained; write the rule without it
          style/brev.css:2:17: error: a stylesheet may not hold 'url(': it loads another file [unsafe-style]
          2 | p { background: URL(a.png); color: u\72l(x) }
            |                 ^~~~
            help: a document is self-contained; write the rule without it
          style/brev.css:2:37: error: a stylesheet may not hold '\': an escape can hide what it means [unsafe-style]
          2 | p { background: URL(a.png); color: u\72l(x) }
            |                                     ^
            help: a document is self-contained; write the rule without it
          style/brev.css:3:60: error: a stylesheet may not hold '</': it could end the style element [unsafe-style]
          3 | /* url( in a comment is no matter */ p::before { content: "</style><script>" }
            |                                                            ^~
            help: a document is self-contained; write the rule without it
          style/brev.css:4:17: error: a stylesheet may not hold 'image-set(': it loads another file [unsafe-style]
          4 | p { background: image-set("a" 1x); behavior: expression(x) }
            |                 ^~~~~~~~~~
            help: a document is self-contained; write the rule without it
          style/brev.css:4:46: error: a stylesheet may not hold 'expression(': it runs code in old browsers [unsafe-style]
          4 | p { background: image-set("a" 1x); behavior: expression(x) }
            |                                              ^~~~~~~~~~~
            help: a document is self-contained; write the rule without it
          style/brev.css:5:1: error: a stylesheet may not hold '<!--': it could hide what follows [unsafe-style]
          5 | <!-- a -->
            | ^~~~
            help: a document is self-contained; write the rule without it
          style/brev.css:5:8: error: a stylesheet may not hold '-->': it could hide what went before [unsafe-style]
          5 | <!-- a -->
            |        ^~~
            help: a document is self-contained; write the rule without it
          """#)
  }

  @Test func refusesACommentWithoutEnd() {
    #expect(
      stylesheet("p { color: red }\n/* abc") == #"""
        style/brev.css:2:1: error: this comment has no end [unsafe-style]
        2 | /* abc
          | ^~
          help: close it with */
        """#)
  }

  @Test func refusesAQuoteWithoutEnd() {
    #expect(
      stylesheet("p::before { content: \"abc; }\nq { }") == #"""
        style/brev.css:1:22: error: this text has no closing quote on its line [unsafe-style]
        1 | p::before { content: "abc; }
          |                      ^
        """#)
  }

  @Test func refusesAByteOrderMark() {
    #expect(
      stylesheet("\u{FEFF}p { }") == #"""
        style/brev.css:1:1: error: the stylesheet begins with a byte order mark [unsafe-style]
        1 | ﻿p { }
          | ^
          help: save it as UTF-8 without one
        """#)
  }

  @Test func refusesAStylesheetOutsideTheHead() {
    #expect(
      errors(#"<t:style file="brev.css"/>"#, styles: ["brev.css": "p {}"]) == #"""
        documents/brev.html:2:1: error: 't:style' stands directly in 'style' [misplaced-element]
        2 | <t:style file="brev.css"/>
          | ^~~~~~~~
        """#)
  }
}
