import Testing

@testable import Mentorbrev

/// The reader that letters are read back with: what is seen on a page counts, and nothing else does.
@Suite struct PageReaderTests {
  private func page(_ body: String) throws -> PageReader {
    try PageReader(
      Array("<!DOCTYPE html>\n<html lang=\"da\"><head><title>x</title></head><body>\(body)</body></html>\n".utf8))
  }

  private func isSeen(_ body: String) throws -> [Bool] { try page(body).marks.map(\.isSeen) }

  @Test(arguments: [
    "<p data-krav=\"a\">Brev</p>", "<div data-krav=\"a\"><ul><li>x</li></ul></div>", "<p data-krav=\"a\">&amp;</p>",
    "<p data-krav=\"a\"><strong class=\"x\">Æ</strong></p>", "<dd data-krav=\"a\"><br>7</dd>",
  ]) func seesWhatIsThere(_ body: String) throws { #expect(try isSeen(body) == [true]) }

  @Test(arguments: [
    "<p data-krav=\"a\"></p>", "<p data-krav=\"a\"> \n\t</p>", "<p data-krav=\"a\">\u{A0}\u{200B}\u{AD}\u{FEFF}</p>",
    "<p data-krav=\"a\"><!-- Brev --></p>", "<p data-krav=\"a\" hidden>Brev</p>",
    "<p hidden=\"\" data-krav=\"a\">Brev</p>",
    "<div hidden><p data-krav=\"a\">Brev</p></div>", "<p data-krav=\"a\"><span aria-hidden=\"true\">Brev</span></p>",
    "<p data-krav=\"a\" style=\"display:none\">Brev</p>", "<template><p data-krav=\"a\">Brev</p></template>",
    "<p data-krav=\"a\"><script>Brev</script></p>", "<details><p data-krav=\"a\">Brev</p></details>",
    "<div inert><p data-krav=\"a\">Brev</p></div>", "<p data-krav=\"a\"><br></p>",
  ]) func doesNotSeeWhatNobodySees(_ body: String) throws { #expect(try isSeen(body) == [false]) }

  @Test func readsSeveralRequirementsOfAnElement() throws {
    #expect(
      try page("<p data-krav=\"a b\"><em data-krav=\"c\">x</em></p>").marks.map(\.requirements) == [["a", "b"], ["c"]])
  }

  @Test(arguments: [
    ("<p>x", "</body> slutter ikke det element, der er åbent"),
    ("<p>x</em></p>", "</em> slutter ikke det element, der er åbent"),
    ("<p class=x>x</p>", "en attribut står ikke i anførselstegn"), ("<p class=\"x>x</p>", "en attribut slutter ikke"),
    ("<p>1 < 2</p>", "et < indleder ikke et element"), ("<!-- x", "en kommentar slutter ikke"),
    ("<style>p {", "en typografi slutter ikke"), ("</body></html>x", "der står tekst uden for siden"),
    ("<p \"x\">x</p>", "en attribut har intet navn"),
  ]) func refusesWhatIsNoLetter(_ body: String, _ reason: String) {
    let fault = #expect(throws: PageReader.Fault.self) { _ = try page(body) }
    #expect(fault == PageReader.Fault(reason: reason, line: 2))
  }

  @Test func refusesAnotherBeginningAndAnUnfinishedPage() {
    let none = #expect(throws: PageReader.Fault.self) { _ = try PageReader(Array("<html></html>".utf8)) }
    #expect(none == PageReader.Fault(reason: "den begynder ikke med <!DOCTYPE html>", line: 1))
    let half = #expect(throws: PageReader.Fault.self) { _ = try PageReader(Array("<!DOCTYPE html>\n<html><p>".utf8)) }
    #expect(half == PageReader.Fault(reason: "den slutter midt i et element", line: 2))
    let garbled = #expect(throws: PageReader.Fault.self) {
      _ = try PageReader(Array("<!DOCTYPE html><p>".utf8) + [0xFF, 0x41] + Array("</p>".utf8))
    }
    #expect(garbled == PageReader.Fault(reason: "den er ikke UTF-8", line: 1))
  }

  @Test(arguments: [
    ("p { display: none; }", "display:none"),
    ("@media print { .x{VISIBILITY : hidden!important} }", "visibility:hidden"),
    ("p { opacity: .1 }", "opacity:.1"), ("p{font-size:0px}", "font-size:0px"),
    ("p { content-visibility: hidden }", "content-visibility:hidden"),
  ]) func findsAStyleThatHides(_ style: String, _ rule: String) {
    var rules = HidingRules()
    #expect(rules.first(in: Array(style.utf8)[...]) == rule)
    #expect(rules.first(in: Array(style.utf8)[...]) == rule)
  }

  @Test func aStyleThatShowsIsNoneOfThem() {
    var rules = HidingRules()
    #expect(rules.first(in: Array("p { display: block; opacity: 1; font-size: 0.875rem } a:hover{}".utf8)[...]) == nil)
  }
}
