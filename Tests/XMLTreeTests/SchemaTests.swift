import Diagnostics
import Testing
import XMLTree

struct SchemaTests {
  private static let relaxNG = """
    <element name="brev" xmlns="http://relaxng.org/ns/structure/1.0"
        datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
      <element name="dato"><data type="date"/></element>
      <oneOrMore><element name="linje"><attribute name="nr"><data type="integer"/></attribute><text/></element></oneOrMore>
    </element>
    """

  private static let xsd = """
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
      <xs:element name="brev"><xs:complexType><xs:sequence>
        <xs:element name="cpr"><xs:simpleType><xs:restriction base="xs:string"><xs:pattern value="[0-9]{10}"/></xs:restriction></xs:simpleType></xs:element>
        <xs:element name="dato" type="xs:date" maxOccurs="2"/>
      </xs:sequence><xs:attribute name="nr" type="xs:integer" use="required"/></xs:complexType></xs:element>
    </xs:schema>
    """

  private func relaxNG(_ text: String = relaxNG) throws -> XMLSchema {
    try XMLSchema(relaxNG: Array(text.utf8), file: "test.rng")
  }

  private func xsd(_ text: String = xsd) throws -> XMLSchema {
    try XMLSchema(xsd: Array(text.utf8), file: "test.xsd")
  }

  private func places(_ findings: [Diagnostic]) -> [String] {
    findings.map { "\($0.location?.line ?? 0):\($0.location?.column ?? 0) \($0.id)" }
  }

  private func refusal(of schema: () throws -> XMLSchema) -> [Diagnostic] {
    do {
      _ = try schema()
      return []
    } catch {
      return (error as? DiagnosticsError)?.diagnostics ?? []
    }
  }

  @Test func acceptsAValidDocument() throws {
    let relaxNGDocument = Array("<brev><dato>2026-02-01</dato><linje nr='1'>æ</linje></brev>".utf8)
    #expect(try relaxNG().validate(relaxNGDocument, file: "brev.xml") == [])
    let xsdDocument = Array("<brev nr='1'><cpr>0101010000</cpr><dato>2026-02-01</dato></brev>".utf8)
    #expect(try xsd().validate(xsdDocument, file: "brev.xml") == [])
  }

  @Test func relaxNGGivesThePlaceOfTheElement() throws {
    let source = MarkedSource("<brev><dato>2026-02-01</dato>\n  <linje nr='1'/> ‹<linie\n nr='2'/></brev>")
    let findings = try relaxNG().validate(Array(source.text.utf8), file: "brev.xml")
    #expect(places(findings).contains("\(source.marks[0]) xml-invalid"))
    #expect(findings.allSatisfy { $0.excerpt == nil && $0.severity == .error })
    let shown = try relaxNG().validate(Array(source.text.utf8), file: "brev.xml", excerpts: true)
    #expect(shown.contains { $0.excerpt?.line == "  <linje nr='1'/> <linie" })
  }

  @Test func xsdGivesThePlaceOfElementsAndAttributes() throws {
    let source = MarkedSource("<brev ‹nr='æ'><cpr>0101010000</cpr> ‹<dato\n>i dag</dato>\n ‹<slut/></brev>")
    let findings = try xsd().validate(Array(source.text.utf8), file: "brev.xml")
    let found = Set(places(findings))
    for mark in source.marks.dropFirst() { #expect(found.contains("\(mark) xml-invalid")) }
    #expect(found.contains("\(source.marks[0]) xml-invalid") || found.contains("1:1 xml-invalid"))
  }

  @Test(arguments: ["Jens O'Brien 010101-1234", "0101011234x", "a' b 'c"])
  func neverQuotesValues(_ secret: String) throws {
    let attribute = secret.replacing("'", with: "&apos;")
    let documents = [
      "<brev nr='\(attribute)'><cpr>\(secret)</cpr><dato>\(secret)</dato></brev>",
      "<brev nr='1'>\(secret)<cpr>0101010000</cpr><dato>2026-01-01</dato></brev>",
      "<brev><dato>\(secret)</dato><linje nr='\(attribute)'>\(secret)</linje></brev>",
      "<brev>\(secret)<dato>2026-01-01</dato><linje nr='1' navn='\(attribute)'>\(secret)</linje></brev>",
    ]
    for document in documents {
      for schema in [try relaxNG(), try xsd()] {
        let text = written(schema.validate(Array(document.utf8), file: "brev.xml"))
        #expect(!text.isEmpty)
        for word in secret.split(whereSeparator: { " '".contains($0) }) where word.count > 1 {
          #expect(!text.contains(word))
        }
      }
    }
  }

  @Test func saysWhatIsWrongWithAValue() throws {
    let text = "<brev nr='1'>\n<cpr>123</cpr><dato>2026-01-01</dato></brev>"
    #expect(
      written(try xsd().validate(Array(text.utf8), file: "brev.xml")).contains(
        "brev.xml:2:1: error: the value here is not allowed: it does not have the form that the schema describes [xml-invalid]"
      ))
  }

  @Test func refusesDocumentsThatAreNotWellFormed() throws {
    let findings = try xsd().validate(Array("<brev>\n<cpr></brev>".utf8), file: "brev.xml")
    #expect(
      written(findings) == """
        brev.xml:2:6: error: found '</brev>' where '</cpr>' is expected [xml-syntax]
          note: brev.xml:2:1: '<cpr>' is opened here
        """)
    #expect(places(try relaxNG().validate(Array("<!DOCTYPE brev><brev/>".utf8), file: "b")) == ["1:1 xml-doctype"])
  }

  @Test func readsNoSchemaThatADocumentNames() throws {
    let document = """
      <brev nr='1' xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:noNamespaceSchemaLocation='/nowhere/a.xsd'
        i:schemaLocation='urn:x http://127.0.0.1:9/x.xsd'><cpr>0101010000</cpr><dato>2026-02-01</dato></brev>
      """
    #expect(try xsd().validate(Array(document.utf8), file: "brev.xml") == [])
  }

  @Test func refusesSchemasThatReadOthers() {
    let included = refusal {
      try relaxNG("<grammar xmlns='http://relaxng.org/ns/structure/1.0'>\n <include href='/etc/passwd'/></grammar>")
    }
    #expect(
      written(included) == """
        test.rng:2:2: error: 'include' would read another schema, which is not allowed [xml-schema]
        2 |  <include href='/etc/passwd'/></grammar>
          |  ^~~~~~~~
          help: put everything into one schema
        """)
    for name in ["import", "include", "redefine"] {
      let text =
        "<x:schema xmlns:x='http://www.w3.org/2001/XMLSchema'><x:\(name) schemaLocation='http://127.0.0.1:9/'/></x:schema>"
      #expect(places(refusal { try xsd(text) }) == ["1:54 xml-schema"])
    }
    #expect(
      places(
        refusal { try relaxNG("<externalRef xmlns='http://relaxng.org/ns/structure/1.0' href='http://127.0.0.1:9/'/>") }
      ) == ["1:1 xml-schema"])
  }

  @Test func refusesSchemasThatAreWrong() {
    let reference = refusal {
      try relaxNG(
        "<grammar xmlns='http://relaxng.org/ns/structure/1.0'><start>\n  <ref name='missing'/></start></grammar>")
    }
    #expect(!reference.isEmpty && reference.allSatisfy { $0.id == "xml-schema" })
    let type = refusal {
      try xsd(
        "<x:schema xmlns:x='http://www.w3.org/2001/XMLSchema'>\n  <x:element name='a' type='missing'/></x:schema>")
    }
    #expect(places(type) == ["2:3 xml-schema"])
    #expect(places(refusal { try xsd("<a>") }) == ["1:1 xml-syntax"])
    #expect(refusal { try relaxNG("<a/>") }.allSatisfy { $0.id == "xml-schema" })
    #expect(!refusal { try relaxNG("<a/>") }.isEmpty)
  }

  @Test func checksSideBySide() async throws {
    let schemas = [try relaxNG(), try xsd()]
    let documents = [
      Array("<brev><dato>2026-02-01</dato><linje nr='1'>æ</linje></brev>".utf8),
      Array("<brev nr='1'><cpr>0101010000</cpr><dato>2026-02-01</dato></brev>".utf8),
    ]
    let right = await withTaskGroup(of: Bool.self) { group in
      for index in 0..<64 {
        group.addTask {
          let isValid = schemas[index % 2].validate(documents[index / 2 % 2], file: "brev.xml").isEmpty
          return isValid == (index % 2 == index / 2 % 2)
        }
      }
      return await group.reduce(true) { $0 && $1 }
    }
    #expect(right)
  }
}
