import Diagnostics
import Testing
import XMLTree

struct TreeTests {
  @Test func readsNamesNamespacesAndValues() throws {
    let document = try parse(
      """
      <?xml version="1.0" encoding="utf-8"?>
      <!-- before --><?before it?>
      <t:document xmlns:t="urn:t" xmlns="urn:h" kind="bevilling" t:if='a &lt; "b"'>
        <p xml:lang="da">Blåbærgrød &amp; <b/>&#230;</p>
        <!-- inside --><?target some data?>
      </t:document><!-- after -->
      """)
    let root = document.root
    #expect(root.name == "document" && root.prefix == "t" && root.namespace == "urn:t")
    #expect(root.namespaceDeclarations.map(\.prefix) == ["t", nil])
    #expect(root.namespaceDeclarations.map(\.uri) == ["urn:t", "urn:h"])
    #expect(root.attributes.map(\.name) == ["kind", "if"])
    #expect(root.attribute("kind")?.value == "bevilling")
    #expect(root.attribute("kind")?.prefix == nil)
    #expect(root.attribute("if", namespace: "urn:t")?.value == "a < \"b\"")
    #expect(root.attribute("if") == nil)
    let paragraph = root.elements[0]
    #expect(paragraph.name == "p" && paragraph.prefix == nil && paragraph.namespace == "urn:h")
    #expect(
      paragraph.attribute("lang", namespace: "http://www.w3.org/XML/1998/namespace")?.prefix == "xml")
    #expect(paragraph.texts.map(\.value) == ["Blåbærgrød & ", "æ"])
    #expect(root.comments.map(\.value) == [" inside "])
    guard case .processingInstruction(let instruction) = root.children[4] else {
      Issue.record("no instruction")
      return
    }
    #expect(instruction.target == "target" && instruction.data == "some data")
    #expect(document.place(instruction.position) == "5:18")
  }

  @Test func givesPlacesOfElementsAndAttributes() throws {
    let source = MarkedSource(
      """
      <a>æøå🙂 ‹<b x="1 > 0"
          ‹æble="‹blåbær>"
        ‹y = '‹&#229;"'
      >›<c/>‹<d ‹z=""/>›</b  >
      </a>
      """)
    let document = try parse(source.text)
    let b = document.root.elements[0]
    let d = b.elements[1]
    #expect(
      [
        b.position, b.attributes[1].position, b.attributes[1].valuePosition, b.attributes[2].position,
        b.attributes[2].valuePosition, b.startTagEnd, d.position, d.attributes[0].position, d.startTagEnd,
      ].map(document.place) == source.marks)
    #expect(b.attributes.map(\.value) == ["1 > 0", "blåbær>", "å\""])
    #expect(document.place(d.attributes[0].valuePosition) == "4:12")
  }

  @Test func mapsTextsBackThroughReferencesSectionsAndLineEnds() throws {
    let source = MarkedSource(
      "<a>ø ‹A &lt; ‹B &#xE5;&#128578;‹C<![CDATA[‹D & ]] > <x> ‹E]]>‹F<![CDATA[]]>&amp;‹G\n\n  ‹H</a>")
    let document = try parse(source.text)
    let text = document.root.texts[0]
    #expect(document.root.children.count == 1)
    #expect(text.value == "ø A < B å🙂CD & ]] > <x> EF&G\n\n  H")
    #expect(try ["A", "B", "C", "D", "E", "F", "G", "H"].map { try document.place(text, $0) } == source.marks)
    #expect(try document.place(text, "🙂") == "1:21")
  }

  @Test func mapsOffsetsThroughNormalisedLineEnds() throws {
    let document = try parse("<a>ét\r\nto\rtre <b x='ét\r\nto\rtre\tfire'/></a>")
    let text = document.root.texts[0]
    #expect(text.value == "ét\nto\ntre ")
    #expect(document.position(in: text, utf8Offset: 4).utf8Offset == 8)
    #expect(document.position(in: text, utf8Offset: 7).utf8Offset == 11)
    let attribute = document.root.elements[0].attributes[0]
    #expect(attribute.value == "ét to tre fire")
    let start = Int(attribute.valuePosition.utf8Offset)
    #expect(Int(document.position(in: attribute, utf8Offset: 4).utf8Offset) == start + 5)
    #expect(try document.place(attribute, "fire") == "5:5")
  }

  @Test func mapsAttributesBackThroughReferences() throws {
    let source = MarkedSource("<a x='‹A &amp;&#38;&amp;#38; ‹B &quot;\n‹C &#10; ‹D'/>")
    let document = try parse(source.text)
    let attribute = document.root.attributes[0]
    #expect(attribute.value == "A &&&#38; B \" C \n D")
    #expect(try ["A", "B", "C", "D"].map { try document.place(attribute, $0) } == source.marks)
    #expect(document.place(document.position(in: attribute, utf8Offset: 10_000)) == "2:10")
  }

  @Test func mergesTextsAndKeepsCommentsApart() throws {
    let document = try parse("<a>en<![CDATA[ to]]> tre<!--x-->fire<![CDATA[]]><b/><![CDATA[]]></a>")
    #expect(document.root.texts.map(\.value) == ["en to tre", "fire"])
    #expect(document.root.children.count == 4)
    #expect(document.root.texts.map { $0.position.utf8Offset } == [3, 32])
  }

  @Test func switchesTheDefaultNamespaceOff() throws {
    let root = try parse("<a xmlns='urn:x'><b xmlns=''><c xmlnsx='1'/></b></a>").root
    #expect(root.namespace == "urn:x")
    #expect(root.elements[0].namespace == nil)
    #expect(root.elements[0].namespaceDeclarations.map(\.uri) == [""])
    #expect(root.elements[0].elements[0].attributes.map(\.name) == ["xmlnsx"])
  }

  @Test func acceptsAByteOrderMark() throws {
    let document = try parse("\u{FEFF}<?xml version='1.0'?><a><b/></a>")
    #expect(document.place(document.root.position) == "1:22")
    #expect(document.root.position.utf8Offset == 24)
  }

  @Test func showsTheLineOfAPlace() throws {
    let document = try parse("<a>\r\n  <b x='æ'/>\r\n</a>")
    let location = document.location(of: document.root.elements[0].attributes[0].position)
    #expect(location.description == "test.xml:2:6")
    #expect(document.excerpt(at: location, width: 99)?.line == "  <b x='æ'/>")
    #expect(document.excerpt(at: location, width: 99)?.width == 7)
    #expect(document.excerpt(at: location, width: 1, label: "her")?.label == "her")
    #expect(document.excerpt(at: SourceLocation(file: "", line: 9, column: 5)) == nil)
    let long = try parse("<a>" + String(repeating: "x", count: 500) + "</a>")
    #expect(long.excerpt(at: long.location(of: long.root.position)) == nil)
  }

  @Test func everyPositionOfALargeDocumentPointsAtItsSource() throws {
    let text = generatedDocument(elements: 4_000)
    let bytes = Array(text.utf8)
    let document = try parse(text)
    let all = document.root.all
    #expect(all.count == 4_001)
    #expect(all.reduce(0) { $0 + $1.attributes.count } > 8_000)
    func stands(_ expected: String, at position: XMLPosition) -> Bool {
      bytes[Int(position.utf8Offset)...].starts(with: expected.utf8)
    }
    for element in all {
      let name = (element.prefix.map { "\($0):" } ?? "") + element.name
      #expect(stands("<\(name)", at: element.position))
      #expect(bytes[Int(element.startTagEnd.utf8Offset) - 1] == UInt8(ascii: ">"))
      for attribute in element.attributes {
        let name = (attribute.prefix.map { "\($0):" } ?? "") + attribute.name
        #expect(stands("\(name)=", at: attribute.position))
        #expect(stands(escaped(attribute.value), at: attribute.valuePosition))
      }
      for text in element.texts { #expect(stands(escaped(text.value), at: text.position)) }
    }
  }

  @Test func parsesSideBySide() async throws {
    let text = generatedDocument(elements: 300)
    let expected = try parse(text).root
    let equal = await withTaskGroup(of: Bool.self) { group in
      for index in 0..<64 {
        group.addTask {
          // Every other parse fails, so that errors of one would show in another.
          if index % 2 == 0 { return refusal("<a>\n<b></a>").contains("test.xml:2:4") }
          return (try? parse(text).root) == expected
        }
      }
      return await group.reduce(true) { $0 && $1 }
    }
    #expect(equal)
  }

  private func escaped(_ value: String) -> String {
    var result = ""
    for character in value {
      switch character {
      case "<": result += "&lt;"
      case "&": result += "&amp;"
      case "\"": result += "&quot;"
      default: result.append(character)
      }
    }
    return result
  }

  /// Elements in pseudo-random nesting, with attributes over several lines; the same for the same number.
  private func generatedDocument(elements: Int) -> String {
    var state: UInt64 = 20_260_201
    func random(_ bound: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % bound
    }
    let values = ["æøå", "a > b", "x &lt; y", "", "R&amp;D", "&quot;ja&quot;", "🙂", "xmlns:q=1"]
    var text = "<root xmlns:t=\"urn:t\">"
    var open: [String] = []
    for index in 0..<elements {
      while let last = open.last, open.count > 12 || random(3) == 0 {
        text += "</\(last)>"
        open.removeLast()
      }
      let name = ["p", "t:if", "afsnit-ø", "t:x"][Int(random(4))]
      text += ["", "tekst ", "<!-- <p> -->", "\n"][Int(random(4))] + "<\(name)"
      for number in 0..<random(6) {
        let space = [" ", "\n  ", "\t"][Int(random(3))]
        text += "\(space)\(number % 2 == 0 ? "" : "t:")n\(number)=\"\(values[Int(random(8))])\""
      }
      if random(2) == 0 {
        text += "/>"
      } else {
        text += ">\(values[Int(random(8))])nr. \(index)"
        open.append(name)
      }
    }
    return text + open.reversed().map { "</\($0)>" }.joined() + "</root>"
  }
}
