import Diagnostics
import Fields
import Templating
import Testing

@Suite struct RobustnessTests {
  private static let source = """
    <t:document xmlns:t="urn:mentorbrev:template" xmlns="http://www.w3.org/1999/xhtml" kind="brev" output="html"><html lang="da"><head><meta charset="utf-8"/><title>Brev</title></head><body>
    <p t:if="mentor and not (note == 'x')">Kære {mentor.navn ?? 'øh'} &amp; {{</p><p t:else="" title="{nummer | stor}">§ 1</p>
    <ul><li t:for="o in opgaver">{o.tekst}<!-- å --></li></ul>
    <t:choose on="ansaettelse"><t:when is="skole"/><t:when is="virksomhed"><p>{cvr}</p></t:when></t:choose>
    <p t:fulfils="nr"><t:cite provision="lab-167-1" form="short"/> <t:law text="frist" dag="dato"/></p>
    </body></html></t:document>
    """

  /// Bytes deleted, inserted and replaced at every place: it compiles, or it fails with a place inside a file.
  @Test func neverCrashesOnADamagedTemplate() {
    let bytes = Array(Self.source.replacing("note ==", with: "nummer ==").utf8)
    let inserted = Array("{}<>&'\"/= \u{0}\nt:x".utf8) + [0xFF, 0xC3]
    var dice = Dice(state: 167)
    var failures = 0
    for place in bytes.indices {
      for change in 0..<3 {
        var mutant = bytes
        let byte = inserted.randomElement(using: &dice)!
        switch change {
        case 0: mutant.remove(at: place)
        case 1: mutant.insert(byte, at: place)
        default: mutant[place] = byte
        }
        do throws(DiagnosticsError) {
          _ = try TemplateCompiler(RawFiles(document: mutant)).compile(Self.target).text()
        } catch {
          failures += 1
          let lines = mutant.split(separator: 0x0A, omittingEmptySubsequences: false)
          #expect(!error.diagnostics.isEmpty)
          for diagnostic in error.diagnostics where diagnostic.location?.file == "documents/brev.html" {
            let location = diagnostic.location!
            #expect((1...lines.count).contains(location.line), "\(diagnostic)")
            #expect((1...lines[location.line - 1].count + 1).contains(location.column), "\(diagnostic)")
          }
          #expect(error.diagnostics.contains { $0.location != nil })
        }
      }
    }
    #expect(failures > bytes.count)
  }

  private static let target = CompileTarget(
    kind: "brev", output: .html, model: Letter.fields.type, era: era,
    requirements: [.simple("nr", .provision("lab-167-1"))], knownRequirements: [])

  private struct RawFiles: TemplateFiles {
    let document: [UInt8]
    func bytes(of path: String) -> [UInt8]? { path == "documents/brev.html" ? document : nil }
    func names(in folder: String) -> [String] { [] }
    func displayName(of path: String) -> String { path }
  }

  /// Parts that call the next one ten times make more nodes than any document; that is found out once, not per era: the
  /// work of a thousand further eras would last far beyond the limit, which only keeps the test from hanging.
  @Test(.timeLimit(.minutes(1))) func doesTheWorkOfATemplateThatGrowsWithoutMeasureOnce() throws {
    var files: [String: String] = [
      "documents/brev.html": """
      <t:document xmlns:t="urn:mentorbrev:template" xmlns="http://www.w3.org/1999/xhtml" kind="brev" output="html"><html lang="da"><head><meta charset="utf-8"/><title>Brev</title></head><body><t:part name="p0"/></body></html></t:document>
      """
    ]
    for level in 0..<8 {
      let calls = String(repeating: "<t:part name=\"p\(level + 1)\"/>", count: level < 7 ? 10 : 0)
      files["parts/p\(level).html"] = """
        <t:part xmlns:t="urn:mentorbrev:template" xmlns="http://www.w3.org/1999/xhtml" name="p\(level)" output="html"><p>x</p>\(calls)</t:part>
        """
    }
    let counting = CountingFiles(MemoryFiles(files: files))
    let compiler = TemplateCompiler(counting)
    func failure() -> String { messages { () throws(DiagnosticsError) in try compiler.compile(Self.target) } }
    let first = failure()
    #expect(first.contains("with its parts in place, the template has more than 100000 nodes or 8 MiB of text"))
    for _ in 0..<1000 { #expect(failure() == first) }
  }

  @Test func rendersAModelOfMoreThan65535Slots() throws {
    struct Wide: Sendable { var last = "sidst" }
    func nested(_ depth: Int) -> RecordType {
      let inner = Fields<Wide>("bred\(depth)") {
        Field.text("a", "A", \.last)
        Field.text("b", "B", \.last)
      }
      return inner.type
    }
    _ = nested(0)
    let two = Fields<Wide>("w0") {
      Field.text("a", "A", \.last)
      Field.text("b", "B", \.last)
    }
    var fields = two
    for level in 1...16 {
      let inner = fields
      fields = Fields<Wide>("w\(level)") {
        Field.record("a", "A", inner, \.self)
        Field.record("b", "B", inner, \.self)
      }
    }
    #expect(fields.type.slotCount == 131_072)
    let path = Array(repeating: "b", count: 17).joined(separator: ".")
    let template = try compile(document: xml("<a>{\(path)}</a>"), output: .xml, model: fields.type)
    var table = SlotTable()
    fields.fill(&table, from: Wide())
    var buffer = OutputBuffer()
    template.render(table, into: &buffer)
    #expect(String(decoding: buffer.bytes, as: UTF8.self).contains("<a xmlns=\"urn:x\">sidst</a>"))
  }

  @Test func takesAnAttributeOfTenThousandValues() throws {
    let values = Array(repeating: "{nummer}", count: 10_000).joined(separator: " ")
    let text = try compile(document: xml("<a b=\"\(values)\"/>"), output: .xml).text()
    #expect(text.utf8.count > 10_000 * 5)
  }

  @Test func stopsAfterTwoHundredMessages() {
    let lines = errors(Array(repeating: "<p>{x}</p>", count: 1000).joined(separator: "\n")).split(separator: "\n")
    #expect(lines.count { $0.contains("error:") } == 201)
    #expect(lines.contains("error: there are more than 200 errors; the rest is not shown [too-many-errors]"))
  }

  @Test func compilesToTheSameProgramAndMessagesEachTime() throws {
    func outcome(_ body: String) -> String {
      do {
        let template = try compile(
          body: body, parts: MutationTests.parts.mapValues { $0.filter { !"⟦⟧".contains($0) } })
        return "\(template)"
      } catch {
        return DiagnosticFormatter(.english).text(for: error.diagnostics)
      }
    }
    for body in [
      "<p>{numer} {borgr.navn} {x}</p><t:part name=\"b\"/>", "<p>{nummer} {ansaettelse | ord} {note ?? 'x'}</p>",
    ] {
      let first = outcome(body)
      for _ in 0..<20 { #expect(outcome(body) == first) }
    }
  }
}
