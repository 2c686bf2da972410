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
            help: did you mean 'brev.css'?
          documents/brev.html:2:64: error: '../brev.css' is no name of a file here [bad-name]
          2 | <html lang="da"><head><style><t:style file="brv.css"/><t:style file="../brev.css"/><t:style file="brev"/></style><style>p</style><style><b>x</b></style></head><body/></html></t:document>
            |                                                                ^~~~
            help: a name has lower-case letters, digits and hyphens; nothing outside the folder can be named
          documents/brev.html:2:93: error: 'brev' is no name of a stylesheet [bad-name]
          2 | <html lang="da"><head><style><t:style file="brv.css"/><t:style file="../brev.css"/><t:style file="brev"/></style><style>p</style><style><b>x</b></style></head><body/></html></t:document>
            |                                                                                             ^~~~
            help: write it with its ending: file="brev.css"
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

  @Test func asksForTheStylesheetThatIsMeant() {
    #expect(
      head("<style><t:style file=\"breve.css\"/></style>", styles: ["brev.css": "p {}"]) == #"""
        documents/brev.html:2:39: error: there is no stylesheet 'breve.css' [unknown-style]
        2 | <html lang="da"><head><style><t:style file="breve.css"/></style></head><body/></html></t:document>
          |                                       ^~~~ there are: brev.css
          help: did you mean 'brev.css'?
        """#)
  }

  @Test func refusesStylesheetsThatReachOutside() {
    #expect(
      stylesheet(
        """
        @IMPORT "x.css";
        p { background: URL(a.png); order: u\\72l(x) }
        /* url( in a comment is no matter */ p::before { content: "</style><script>" }
        p { background: image-set("a" 1x); behavior: expression(x) }
        <!-- a -->
        """) == #"""
          style/brev.css:1:1: error: a stylesheet may not hold '@import': it loads another file [unsafe-style]
          1 | @IMPORT "x.css";
            | ^~~~~~~
            help: a document is self-contained; write the rule without it
          style/brev.css:2:17: error: a stylesheet may not hold 'url(': it loads another file [unsafe-style]
          2 | p { background: URL(a.png); order: u\72l(x) }
            |                 ^~~~
            help: a document is self-contained; write the rule without it
          style/brev.css:2:37: error: a stylesheet may not hold '\': an escape can hide what it means [unsafe-style]
          2 | p { background: URL(a.png); order: u\72l(x) }
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
        1 | p { }
          | ^
          help: save it as UTF-8 without one
        """#)
  }

  @Test func refusesCharactersThatDeceiveTheReader() {
    #expect(
      stylesheet("p::before { content: 'a\u{202E}b' }\n/* \u{200B} */") == """
        style/brev.css:1:24: error: the character U+202E turns the direction of writing, and can make a text look like another [bidi-character]
        1 | p::before { content: 'a�b' }
          |                        ^
          help: delete it; it often comes along with copied text
        style/brev.css:2:4: error: the character U+200B is invisible, and can hide what stands in a text [invisible-character]
        2 | /* � */
          |    ^
          help: delete it; it often comes along with copied text
        """)
  }

  @Test func refusesAStylesheetOutsideTheHead() {
    #expect(
      errors(#"<t:style file="brev.css"/>"#, styles: ["brev.css": "p {}"]) == #"""
        documents/brev.html:2:1: error: 't:style' stands directly in 'style' [misplaced-element]
        2 | <t:style file="brev.css"/>
          | ^~~~~~~~
        """#)
  }

  @Test func refusesWhatHidesTheTemplatesWords() {
    #expect(
      stylesheet(
        """
        .klage { display : NONE !important }
        @media print { .klage, h1::before { visibility: hidden; left: -9999px } }
        p { font-size: 1px; color: var(--x) } :root { --x: transparent }
        """) == #"""
          style/brev.css:1:10: error: 'display' may not be 'none' here: it can hide what the template prints [hiding-style]
          1 | .klage { display : NONE !important }
            |          ^~~~~~~~~~~~~~~~~~~~~~~~~
            help: leave out of the template what is not to be seen
          style/brev.css:2:37: error: 'visibility' may not be 'hidden' here: it can hide what the template prints [hiding-style]
          2 | @media print { .klage, h1::before { visibility: hidden; left: -9999px } }
            |                                     ^~~~~~~~~~~~~~~~~~
            help: leave out of the template what is not to be seen
          style/brev.css:2:57: error: 'left' may not be '-9999px' here: it reaches far beyond the sheet [hiding-style]
          2 | @media print { .klage, h1::before { visibility: hidden; left: -9999px } }
            |                                                         ^~~~~~~~~~~~~
            help: leave out of the template what is not to be seen
          style/brev.css:3:5: error: 'font-size' may not be '1px' here: it can be too small to read [hiding-style]
          3 | p { font-size: 1px; color: var(--x) } :root { --x: transparent }
            |     ^~~~~~~~~~~~~~
            help: leave out of the template what is not to be seen
          style/brev.css:3:47: error: '--x' may not be 'transparent' here: it can hide what the template prints [hiding-style]
          3 | p { font-size: 1px; color: var(--x) } :root { --x: transparent }
            |                                               ^~~~~~~~~~~~~~~~
            help: leave out of the template what is not to be seen
          """#)
  }

  @Test func refusesWhatCoversOrPushesTheTemplatesWords() {
    #expect(
      stylesheet(
        """
        p { display: table-column; color: #0000 }
        p { margin-left: 900mm; letter-spacing: 2cm }
        p { margin-left: 130mm; font-size-adjust: 0.01 }
        p::before { content: ''; border: 300px solid #fff }
        """) == #"""
          style/brev.css:1:5: error: 'display' may not be 'table-column' here: it can hide what the template prints [hiding-style]
          1 | p { display: table-column; color: #0000 }
            |     ^~~~~~~~~~~~~~~~~~~~~
            help: leave out of the template what is not to be seen
          style/brev.css:1:28: error: 'color' may not be '#0000' here: it can hide what the template prints [hiding-style]
          1 | p { display: table-column; color: #0000 }
            |                            ^~~~~~~~~~~~
            help: leave out of the template what is not to be seen
          style/brev.css:2:5: error: 'margin-left' may not be '900mm' here: it reaches far beyond the sheet [hiding-style]
          2 | p { margin-left: 900mm; letter-spacing: 2cm }
            |     ^~~~~~~~~~~~~~~~~~
            help: leave out of the template what is not to be seen
          style/brev.css:2:25: error: 'letter-spacing' may not be '2cm' here: it can move what the template prints out of sight [hiding-style]
          2 | p { margin-left: 900mm; letter-spacing: 2cm }
            |                         ^~~~~~~~~~~~~~~~~~~
            help: leave out of the template what is not to be seen
          style/brev.css:3:5: error: 'margin-left' may not be '130mm' here: it can move what the template prints out of sight [hiding-style]
          3 | p { margin-left: 130mm; font-size-adjust: 0.01 }
            |     ^~~~~~~~~~~~~~~~~~
            help: leave out of the template what is not to be seen
          style/brev.css:3:25: error: 'font-size-adjust' may not be '0.01' here: it can hide what the template prints [hiding-style]
          3 | p { margin-left: 130mm; font-size-adjust: 0.01 }
            |                         ^~~~~~~~~~~~~~~~~~~~~~
            help: leave out of the template what is not to be seen
          style/brev.css:4:26: error: 'border' may not be '300px solid #fff' here: what a stylesheet adds could cover what the template prints [hiding-style]
          4 | p::before { content: ''; border: 300px solid #fff }
            |                          ^~~~~~~~~~~~~~~~~~~~~~~~
            help: leave out of the template what is not to be seen
          """#)
  }

  @Test(arguments: [
    "p { display: table-column-group }", "p { display: ruby-text }", "p { color: #12345600 }",
    "p { color: rgb(0,0,0,0) }", "p { color: RGBA(0, 0, 0, 0) }", "p { color: hsl(0, 0%, 0%, 0.1) }",
    "p { color: hsl(0 0% 0% / 0) }", "p { color: hwb(0 0% 0% / 0) }", "p { color: color-mix(in srgb, red 1%, red 1%) }",
    "p { color: rgb(var(--x)) }", "p { color: var(--x, #0000) }", "p { color: var(--x, transparent) }",
    ":root { --x: #0000 }", ":root { --x: rgb(0 0 0 / 0) }", ":root { --x: hwb(0 0% 0% / 0) }",
    "@property --x { syntax: '*'; inherits: true; initial-value: #fff0 }", "p { padding-left: 999in }",
    "p { padding-left: 999px }", "p { padding-left: 70pc }", "p { margin-left: 30em }", "p { margin-left: 60cqw }",
    "p { letter-spacing: 999px }", "p { letter-spacing: 2em }", "p { word-spacing: 40% }", "p { column-gap: 500px }",
    "p { border-left: 999px solid #fff }", "p { margin-left: round(up, 999px, 999px) }", "p { text-size-adjust: 1% }",
    "p { -webkit-text-stroke: 9px #fff }", "p { text-decoration: line-through 40px #fff }",
    "p::before { position: fixed }", "p::before { border: solid var(--x) }",
    "p::before { border-width: var(--x) }", "p::before { border-left: min(4px + 4px, 99px) solid #fff }",
    "p::after { border-image: linear-gradient(#fff, #fff) 1 fill / 9em / 9em }", "p::after { outline: 9em solid #fff }",
    "p::after { font-size: 900px }", "p::after { font: 99pt Arial }", "p::after { transform: scale(99) }",
    "p::after { backdrop-filter: blur(9px) }", "p::after { text-shadow: 0 0 9px #fff }",
    "p::before { margin-left: -300px }", "p::before { display: inline-block; width: 900px }",
    "p { display: none }", "p { display: var(--d) }", "p{opacity:0}", "p { opacity: 0.2 }",
    "p { visibility: collapse }",
    "p { font-size: 0 }", "p { font-size: calc(1px * 0) }", "p { font-size: 5pt }", "p { font: 400 0/1 Georgia }",
    "p { font: 1px/1.2 Georgia }", "p { font: var(--f) }", "p { font: 1rem/0 Georgia }", "p { line-height: 0 }",
    "p { content: '' }", "p { position: absolute }", "p { position: fixed }", "p { position: relative; left: -50rem }",
    "p { inset: 4rem auto auto }", "p { text-indent: -5rem }", "p { margin-left: -50rem }",
    "p { margin: 0 0 0 calc(0px - 60em) }",
    "p { margin-left: 100% }", "p { padding-left: 1e4px }", "p { clip: rect(0 0 0 0) }",
    "p { max-lines: 1; continue: discard }",
    "p { clip-path: inset(50%) }",
    "p { -webkit-mask-image: linear-gradient(red, blue) }", "p { transform: scale(0) }", "p { scale: 0 }",
    "p { zoom: 0.01 }",
    "p { filter: opacity(0) }", "p { overflow: hidden }", "p { overflow-x: clip }", "p { color: transparent }",
    "p { color: rgb(0 0 0 / 1%) }", "p { -webkit-text-fill-color: white }", "p { letter-spacing: -1em }",
    "p { content-visibility: hidden }", "p { unicode-bidi: bidi-override }", "p { direction: rtl }",
    "p { -webkit-text-security: disc }", "a::before, p { position: absolute }", "h1 { & p { display: none } }",
    "@supports (color: red) { p { display: none } }", "p::before { background: #fff }",
    "p::after { box-shadow: 0 0 0 9em #fff }",
    "@media print { thead { display: none } }", "thead { clip-path: inset(50%) }",
    "@media screen, print { thead { display: none } }", "@media screen { thead th { display: none } }",
    "@keyframes a { to { opacity: 0 } }", "p { animation: a 1s }", "p::first-line { font-size: 0 }",
  ])
  func refusesEachWayOfHiding(_ css: String) {
    let text = stylesheet(css)
    #expect(text.contains("[hiding-style]"), "\(text)")
  }

  @Test(arguments: [
    "p::before { content: '\u{2022}'; position: absolute; left: 0 }", "p { position: relative; display: block }",
    "@media screen and (max-width: 46rem) { .t thead { position: absolute; width: 1px; clip-path: inset(50%) } }",
    "p { font: 400 1.5rem/1.15 Georgia; color: #12495a; letter-spacing: -0.01em; margin: 0 auto; opacity: 1 }",
    "@page { margin: 20mm; @bottom-right { content: 'Side ' counter(page); font: 8.5pt Arial } }",
    "p { box-shadow: 0 1px 2px rgb(22 35 43 / 18%); background: none; overflow-wrap: break-word; max-width: none }",
    "p:not(.a, .b) { width: calc((100% - 8.5rem) / 2) }",
    "@media print { html { font-size: 10.5pt; line-height: 1.42 } }",
    "p { color: rgb(22, 35, 43) } a { color: hsl(200 33% 13%) } b { color: CanvasText } i { color: var(--x, #123) }",
    ":root { --x: #16232b; --y: Charter, 'Liberation Serif'; --z: rgb(22 35 43); --w: 52rem }",
    "p { display: table-cell; padding: 60mm 5rem; column-gap: 33mm; letter-spacing: 0.12em; border-radius: 999px }",
    "p { border-left: 0.3rem solid var(--x); font-size-adjust: none; text-size-adjust: 100% }",
    "p::before { content: ''; display: inline-block; width: 0.9rem; border: 0.09rem solid var(--x) }",
    "p::before { position: absolute; left: -1.75rem; font: 700 1rem/1.2 var(--y); color: #0000; font-size: 80% }",
    "a { text-decoration: none } b { text-decoration: underline 0.1em }",
    "li::marker { color: var(--x); font-variant-numeric: tabular-nums }",
  ])
  func takesWhatHidesNothing(_ css: String) { #expect(stylesheet(css) == "compiled") }

  @Test(arguments: [
    ("p { color: red", "this block is not closed"), ("p { } }", "this brace closes nothing"),
    ("p { width: calc(1px; }", "this bracket is not closed"), ("p { width: 1px); }", "this bracket closes nothing"),
    ("@font-face { font-family: x }", "a stylesheet may not bring a font of its own"),
  ])
  func refusesBlocksThatDoNotFit(_ css: String, _ message: String) {
    #expect(stylesheet(css).contains("error: \(message) [unsafe-style]"), "\(stylesheet(css))")
  }

  @Test func readsEachStylesheetOnce() throws {
    let files = CountingFiles(
      MemoryFiles(files: [
        "documents/brev.html": """
        <t:document xmlns:t="urn:mentorbrev:template" xmlns="http://www.w3.org/1999/xhtml" kind="brev" output="html">
        <html lang="da"><head><meta charset="utf-8"/><title>Brev</title><style><t:style file="a.css"/></style></head><body/></html></t:document>
        """, "style/a.css": "p { color: red }",
      ]))
    let compiler = TemplateCompiler(files)
    let target = CompileTarget(
      kind: "brev", output: .html, model: Letter.fields.type, era: era, requirements: [], knownRequirements: [])
    for _ in 0..<3 { _ = try compiler.compile(target) }
    #expect(files.reads == ["documents/brev.html", "style/a.css"])
  }

  @Test func refusesAStylesheetThatIsTooLarge() {
    #expect(
      stylesheet(String(repeating: "p { color: red }\n", count: 40_000))
        == "style/brev.css:1:1: error: the stylesheet has 680000 bytes; at most 524288 are read [unsafe-style]")
  }

  @Test func doesNotTakeTheHeadOfATableForEvidence() {
    let table = "<table t:fulfils=\"nr\"><thead><tr><th scope=\"col\">{nummer}</th></tr></thead></table>"
    #expect(
      errors(table, requirements: [.simple("nr", .field("nummer"))]).contains(
        "this element is marked with 'nr' (Krav om nr), but does not show 'nummer' [missing-evidence]"))
  }
}
