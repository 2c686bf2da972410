import Testing
import XMLTree

struct RefusalTests {
  private static let doctypeHelp = "  help: remove it; write characters as they are, or by number, such as &#160;"

  @Test func refusesADocumentType() {
    #expect(
      refusal("<?xml version=\"1.0\"?>\n<!-- x -->\n  <!DOCTYPE html>\n<html/>") == """
        test.xml:3:3: error: a document type declaration is not allowed [xml-doctype]
        3 |   <!DOCTYPE html>
          |   ^~~~~~~~~
        \(Self.doctypeHelp)
        """)
  }

  @Test(arguments: [
    "<!DOCTYPE a [<!ENTITY x 'aaaa'><!ENTITY y '&x;&x;&x;'>]><a>&y;</a>",
    "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
    "<!DOCTYPE a [<!ENTITY % p SYSTEM 'file:///etc/passwd'> %p;]><a/>",
    "<!DOCTYPE a SYSTEM 'http://127.0.0.1:9/x.dtd'><a/>",
    "<!DOCTYPE a PUBLIC 'x' 'y'><a/>",
    "<!DOCTYPE",
  ])
  func refusesEntitiesOfAnyKind(_ text: String) {
    #expect(
      refusal(text) == """
        test.xml:1:1: error: a document type declaration is not allowed [xml-doctype]
        1 | \(text)
          | ^~~~~~~~~
        \(Self.doctypeHelp)
        """)
  }

  @Test func refusesADocumentTypeAfterAnInstructionThatIsNotClosedWell() {
    #expect(refusal("<?x <!-- ?><!DOCTYPE a><a/>").contains("test.xml:1:12: error: a document type declaration"))
    #expect(refusal("<a><!DOCTYPE a></a>").contains("[xml-syntax]"))
  }

  @Test func refusesNamedEntitiesBeyondTheFive() {
    let text = refusal("<a>\n  10&nbsp;km</a>")
    #expect(text.hasPrefix("test.xml:2:"))
    #expect(
      text.hasSuffix(
        "  help: write the character itself, or its number, such as &#160;; only &amp; &lt; &gt; &quot; &apos; have names"
      ))
  }

  @Test func refusesAnElementThatIsNeverClosed() {
    #expect(
      refusal("<a>\n  <æble x=\"1\">\n    <c/>\n") == """
        test.xml:2:3: error: '<æble>' is never closed [xml-syntax]
        2 |   <æble x="1">
          |   ^~~~~
          help: add '</æble>'
        """)
  }

  @Test func refusesTheWrongEndTag() {
    #expect(
      refusal("<a>\n  <b>\n  </a>\n</b>") == """
        test.xml:3:3: error: found '</a>' where '</b>' is expected [xml-syntax]
        3 |   </a>
          |   ^~~~
          note: test.xml:2:3: '<b>' is opened here
        """)
  }

  @Test(arguments: [
    ("<a>\n<b x=1/></a>", "test.xml:2:"), ("<a>\n<b x='1' x='2'/></a>", "test.xml:2:"),
    ("<a>\n<b x='<'/></a>", "test.xml:2:"), ("<a>\n\n1 < 2</a>", "test.xml:3:"), ("<a>\nR&D</a>", "test.xml:2:"),
    ("<a>\n&#0;</a>", "test.xml:2:"), ("<a>\n\u{1}</a>", "test.xml:2:"), ("<a/>\n<b/>", "test.xml:2:1:"),
    ("<a>\n]]></a>", "test.xml:2:"), ("<a>\n<!-- -- --></a>", "test.xml:2:"), ("tekst", "test.xml:1:1:"),
    ("<a>\n<?xml version='1.0'?></a>", "test.xml:2:"), ("<a", "test.xml:1:"), ("<a><![CDATA[", "test.xml:1:"),
    ("<a b='", "test.xml:1:"), ("</a>", "test.xml:1:"), ("<a></a", "test.xml:1:"), ("<", "test.xml:1:"),
    ("<a xmlns:x='urn:x' xmlns:y='urn:x'>\n<b x:n='' y:n=''/></a>", "test.xml:2:"),
    ("<a>\n<b:c:d xmlns:b='urn:b'/></a>", "test.xml:2:"), ("<a>\n<b xmlns:c=''/></a>", "test.xml:2:"),
  ])
  func refusesWhatIsNotWellFormed(_ text: String, _ place: String) {
    let refusal = refusal(text)
    #expect(refusal.hasPrefix(place))
    #expect(refusal.contains(": error: ") && refusal.contains("[xml-syntax]"))
    #expect(!refusal.contains("cannot be told"))
  }

  /// A word processor has changed the quotation marks; on a screen they look much like those that are meant.
  @Test(arguments: ["“x”", "”x”", "„x“", "‘x’", "“x\"", "\"x”", "'x’"])
  func asksForStraightQuotationMarks(_ value: String) throws {
    let text = refusal("<a>\n  <b c=\(value)>tekst</b>\n  <b d=\"y\">tekst</b>\n</a>")
    let curly = try #require(value.first { !"x\"'".contains($0) })
    #expect(text.contains("[xml-syntax]"))
    #expect(
      text.hasSuffix(
        "  help: write straight quotation marks, \" or ', around the value of an attribute, not '\(curly)'"), "\(text)")
  }

  @Test(arguments: ["<a b=x>“</a>", "<a b='<'>“</a>", "<a>“x”<b c=1/></a>", "<a b='“' c=1/>"])
  func asksForThemOnlyWhereTheyAreTheReason(_ text: String) {
    #expect(!refusal(text).contains("straight quotation marks"))
  }

  @Test func refusesPrefixesThatAreNotDeclared() {
    #expect(
      refusal("<a>\n  <t:if/>\n  <b u:x=\"\"/></a>") == """
        test.xml:2:4: error: the prefix 't' is not declared [xml-syntax]
        2 |   <t:if/>
          |    ^
          help: declare it with xmlns:t="…" on this element or around it
        test.xml:3:6: error: the prefix 'u' is not declared [xml-syntax]
        3 |   <b u:x=""/></a>
          |      ^
          help: declare it with xmlns:u="…" on this element or around it
        """)
  }

  @Test func refusesOtherEncodings() {
    #expect(
      refusal("<?xml version='1.0' encoding='ISO-8859-1'?><a/>") == """
        test.xml:1:31: error: the file declares the encoding 'ISO-8859-1', not UTF-8 [xml-encoding]
        1 | <?xml version='1.0' encoding='ISO-8859-1'?><a/>
          |                               ^~~~~~~~~~
          help: save the file as UTF-8 and declare it so, or leave the declaration out
        """)
    let wide = """
      test.xml:1:1: error: the file is encoded as UTF-16, not as UTF-8 [xml-encoding]
        help: save the file as UTF-8
      """
    #expect(refusal([0xFF, 0xFE, 0x3C, 0, 0x61, 0, 0x2F, 0, 0x3E, 0]) == wide)
    #expect(refusal([0xFE, 0xFF, 0, 0x3C, 0, 0x61, 0, 0x2F, 0, 0x3E]) == wide)
    #expect(refusal([0x3C, 0, 0x61, 0, 0x2F, 0, 0x3E, 0]) == wide)
    #expect(refusal([0xFF, 0xFE, 0, 0, 0x3C, 0, 0, 0]).contains("UTF-32"))
  }

  @Test func refusesBytesThatAreNotUTF8() {
    #expect(
      refusal(Array("<a>\næ ".utf8) + [0xE6] + Array(" </a>".utf8)) == """
        test.xml:2:3: error: the byte 0xE6 is not UTF-8 here [xml-encoding]
          help: save the file as UTF-8
        """)
  }

  @Test(arguments: [
    [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80],
    [0xF5, 0x80, 0x80, 0x80], [0x80], [0xC3], [0xE2, 0x82], [0xF0, 0x9F, 0x99], [0xFF],
  ])
  func refusesOverlongSurrogateAndCutSequences(_ sequence: [UInt8]) {
    #expect(refusal(Array("<a>".utf8) + sequence + Array("</a>".utf8)).contains("test.xml:1:4: error: the byte 0x"))
    #expect(refusal(Array("<a>".utf8) + sequence).contains("test.xml:1:4: error: the byte 0x"))
  }

  @Test func refusesAZeroByte() {
    #expect(
      refusal(Array("<a>\n".utf8) + [0] + Array("</a>".utf8))
        == "test.xml:2:1: error: a zero byte (U+0000), which XML cannot hold [xml-syntax]")
  }

  @Test(arguments: ["", " \r\n\t", "\u{FEFF}", "\u{FEFF}\n"])
  func refusesAnEmptyFile(_ text: String) {
    #expect(
      refusal(text)
        == "test.xml:1:1: error: the file is empty; an XML document has one root element [xml-syntax]")
  }

  @Test func refusesADocumentThatIsTooLarge() {
    #expect(
      refusal("<a>12345</a>", limits: XMLLimits(maximumBytes: 11, maximumDepth: 9))
        == "test.xml:1:1: error: the file has 12 bytes; at most 11 are read [xml-too-large]")
    #expect(refusal("<a>12345</a>", limits: XMLLimits(maximumBytes: 12, maximumDepth: 9)) == "accepted")
  }

  @Test func refusesADocumentThatIsTooDeep() {
    let limits = XMLLimits(maximumBytes: 99, maximumDepth: 3)
    #expect(refusal("<a><b><c/></b></a>", limits: limits) == "accepted")
    #expect(
      refusal("<a><b>\n<c>-<d/></c></b></a>", limits: limits) == """
        test.xml:2:5: error: elements lie more than 3 levels deep [xml-too-deep]
        2 | <c>-<d/></c></b></a>
          |     ^
        """)
  }

  @Test(arguments: [101, 300, 100_000])
  func refusesDeepNestingByItsFirstElementTooMany(_ depth: Int) {
    let text = String(repeating: "<a>\n", count: depth) + String(repeating: "</a>", count: depth)
    #expect(
      refusal(text) == """
        test.xml:101:1: error: elements lie more than 100 levels deep [xml-too-deep]
        101 | <a>
            | ^
        """)
  }

  @Test func survivesEveryCutOfADocument() throws {
    let bytes = Array(
      "<?xml version='1.0'?><!-- c --><a x='1 &amp; 2'>æ<b y=\"&#229;\"/><![CDATA[z]]><?p d?>&lt;</a>".utf8)
    for count in 0..<bytes.count { #expect(refusal(Array(bytes[..<count])) != "accepted") }
    #expect(refusal(bytes) == "accepted")
  }

  @Test func survivesEveryChangedByteOfADocument() {
    let bytes = Array("<a x='1 &amp; 2'>æ<b:c xmlns:b=\"u\"/><![CDATA[z]]><?p d?>&#60;<!-- --></a>".utf8)
    for index in bytes.indices {
      for replacement in "<>&'\"/?!-] :=a\n\0".utf8 {
        var changed = bytes
        changed[index] = replacement
        #expect(!refusal(changed).contains("cannot be told"))
      }
    }
  }

  /// libxml2 alone would compare each of them with each.
  @Test func refusesAHundredThousandAttributesAtOnce() {
    let attributes = (0..<100_000).map { "a\($0)='>'" }.joined(separator: " ")
    #expect(
      refusal("<a>\n <b \(attributes)/></a>")
        == "test.xml:2:2: error: an element has more than 100 attributes [xml-too-large]")
  }

  @Test func takesManyEqualsSignsInText() throws {
    let text = String(repeating: "a='b' ", count: 200)
    #expect(try parse("<a>\(text)</a>").root.texts[0].value == text)
  }
}
