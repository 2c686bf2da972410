import Diagnostics
import Fields
import Templating
import Testing

/// Each formatter at its boundaries.
@Suite struct FormatTests {
  private func printed(_ value: String, _ change: (inout Letter) -> Void) throws -> String {
    var letter = Letter()
    change(&letter)
    let body = try compile(body: "<p>{\(value)}</p>").body(letter)
    return String(body.dropFirst(3).dropLast(4)).replacing("\u{A0}", with: "~")
  }

  @Test(arguments: [
    (0, "ingen timer", "0", "0"), (1, "1~minut", "1", "0,02"), (59, "59~minutter", "59", "0,98"),
    (60, "1~time", "60", "1"), (61, "1~time og 1~minut", "61", "1,02"), (90, "1~time og 30~minutter", "90", "1,5"),
    (120, "2~timer", "120", "2"), (135, "2~timer og 15~minutter", "135", "2,25"), (2220, "37~timer", "2220", "37"),
    (-90, "-1~time og 30~minutter", "-90", "-1,5"), (-1, "-1~minut", "-1", "-0,02"),
    (.max, "153722867280912930~timer og 7~minutter", "9223372036854775807", "153.722.867.280.912.930,12"),
  ])
  func printsTimes(_ minutes: Int, _ words: String, _ code: String, _ decimal: String) throws {
    #expect(try printed("tid | timer") { $0.time = WorkingTime(minutes: minutes) } == words)
    #expect(try printed("tid | minutter") { $0.time = WorkingTime(minutes: minutes) } == code)
    #expect(try printed("tid | decimal") { $0.time = WorkingTime(minutes: minutes) } == decimal)
  }

  @Test(arguments: [
    (0, "0,00~kr.", "0.00"), (5, "0,05~kr.", "0.05"), (24_150, "241,50~kr.", "241.50"),
    (99_999, "999,99~kr.", "999.99"),
    (100_000, "1.000,00~kr.", "1000.00"), (123_456_789, "1.234.567,89~kr.", "1234567.89"), (-1, "-0,01~kr.", "-0.01"),
  ])
  func printsAmounts(_ oere: Int, _ words: String, _ code: String) throws {
    #expect(try printed("pris | kroner") { $0.price = Amount(oere: oere) } == words)
    #expect(try printed("pris | kode") { $0.price = Amount(oere: oere) } == code)
  }

  @Test(arguments: [
    (0, "0", "0.00"), (1, "0,01", "0.01"), (10, "0,1", "0.10"), (225, "2,25", "2.25"), (100_000, "1.000", "1000.00"),
    (-250, "-2,5", "-2.50"),
  ])
  func printsDecimals(_ hundredths: Int, _ words: String, _ code: String) throws {
    #expect(try printed("andel | tal") { $0.share = Decimal2(hundredths: hundredths) } == words)
    #expect(try printed("andel | kode") { $0.share = Decimal2(hundredths: hundredths) } == code)
  }

  @Test(arguments: [
    (0, "0"), (7, "7"), (999, "999"), (1000, "1.000"), (1_000_000, "1.000.000"), (1_234_567, "1.234.567"),
    (-1000, "-1.000"), (Int.max, "9.223.372.036.854.775.807"),
  ])
  func printsIntegers(_ number: Int, _ words: String) throws {
    #expect(try printed("niveau | tal") { $0.level = number } == words)
    #expect(try printed("niveau | kode") { $0.level = number } == words.replacing(".", with: ""))
  }

  @Test(arguments: [(0, "0~dage"), (1, "1~dag"), (14, "14~dage"), (1000, "1.000~dage"), (-1, "-1~dag")])
  func printsDays(_ number: Int, _ words: String) throws {
    #expect(try printed("niveau | dage") { $0.level = number } == words)
  }

  @Test(arguments: [(100, "1~uge"), (14, "0,14~uger"), (2614, "26,14~uger"), (200, "2~uger"), (-100, "-1~uge")])
  func printsWeeks(_ hundredths: Int, _ words: String) throws {
    #expect(try printed("andel | uger") { $0.share = Decimal2(hundredths: hundredths) } == words)
  }

  @Test(arguments: [
    ("2024-02-29", "29.~februar 2024", "torsdag den 29.~februar 2024", "29-02-2024"),
    ("2026-01-01", "1.~januar 2026", "torsdag den 1.~januar 2026", "01-01-2026"),
    ("2026-03-02", "2.~marts 2026", "mandag den 2.~marts 2026", "02-03-2026"),
    ("2026-04-07", "7.~april 2026", "tirsdag den 7.~april 2026", "07-04-2026"),
    ("2026-05-06", "6.~maj 2026", "onsdag den 6.~maj 2026", "06-05-2026"),
    ("2026-06-12", "12.~juni 2026", "fredag den 12.~juni 2026", "12-06-2026"),
    ("2026-07-11", "11.~juli 2026", "lørdag den 11.~juli 2026", "11-07-2026"),
    ("2026-08-09", "9.~august 2026", "søndag den 9.~august 2026", "09-08-2026"),
    ("2026-09-30", "30.~september 2026", "onsdag den 30.~september 2026", "30-09-2026"),
    ("2026-10-31", "31.~oktober 2026", "lørdag den 31.~oktober 2026", "31-10-2026"),
    ("2026-11-21", "21.~november 2026", "lørdag den 21.~november 2026", "21-11-2026"),
    ("1999-12-31", "31.~december 1999", "fredag den 31.~december 1999", "31-12-1999"),
    ("0001-01-01", "1.~januar 1", "mandag den 1.~januar 1", "01-01-0001"),
  ])
  func printsDates(_ iso: String, _ long: String, _ weekday: String, _ short: String) throws {
    let date = CalendarDate(iso: iso)!
    #expect(try printed("dato | dato") { $0.date = date } == long)
    #expect(try printed("dato | ugedag") { $0.date = date } == weekday)
    #expect(try printed("dato | kort") { $0.date = date } == short)
    #expect(try printed("dato | iso") { $0.date = date } == iso)
  }

  @Test(arguments: [
    ("ole", "Ole"), ("æble", "Æble"), ("øl", "Øl"), ("år", "År"), ("étude", "Étude"), ("Ole", "Ole"), ("1a", "1a"),
    ("÷", "÷"), ("ß", "ß"), ("ÿ", "ÿ"), ("€", "€"), ("<b", "&lt;b"),
  ])
  func capitalisesTheFirstLetter(_ text: String, _ expected: String) throws {
    #expect(try printed("nummer | stor") { $0.number = text } == expected)
  }

  @Test(arguments: [
    ("8211771212", "821177-1212"), ("821177121", "821177121"), ("æøåæø", "æøåæø"), ("82117712<1", "82117712&lt;1"),
  ])
  func printsCPRNumbers(_ text: String, _ expected: String) throws {
    #expect(try printed("cpr | cpr") { $0.cpr = text } == expected)
  }

  @Test(arguments: [
    (["Bus"], "Bus"), (["Bus", "Tale"], "Bus og Tale"), (["Bus", "Tale", "<Mad>"], "Bus, Tale og &lt;Mad&gt;"),
  ])
  func printsListsWithOg(_ tasks: [String], _ expected: String) throws {
    #expect(try printed("opgaver.tekst | og") { $0.tasks = tasks.map { Task(text: $0) } } == expected)
    let copies = try compile(body: "<p t:if=\"kopi\">{kopi | og}</p><p t:else=\"\">Ingen</p>")
    var letter = Letter()
    #expect(copies.body(letter) == "<p>Ingen</p>")
    letter.copies = tasks
    #expect(copies.body(letter) == "<p>\(expected)</p>")
  }

  @Test func printsWordsOfChoicesAndBooleans() throws {
    #expect(try printed("ansaettelse | ord") { $0.employment = .company } == "en virksomhed")
    #expect(try printed("ansaettelse | stor") { $0.employment = .company } == "En virksomhed")
    #expect(try printed("ansaettelse | kode") { $0.employment = .company } == "virksomhed")
    #expect(try printed("indgribende | ord") { $0.burdensome = true } == "ja")
    #expect(try printed("indgribende | ord") { _ in } == "nej")
    #expect(try printed("indgribende | kode") { _ in } == "false")
  }

  @Test func comparesAndBranches() throws {
    func holds(_ test: String, _ change: (inout Letter) -> Void = { _ in }) throws -> Bool {
      var letter = Letter()
      change(&letter)
      return try compile(body: "<p><t:if test=\"\(test)\">ja</t:if><t:else>nej</t:else></p>").body(letter)
        == "<p>ja</p>"
    }
    #expect(try holds("niveau == 2") && !holds("niveau != 2") && holds("niveau &lt;= 2") && !holds("niveau &lt; 2"))
    #expect(try holds("2 &gt;= niveau") && !holds("3 &lt; niveau") && holds("1 &lt; niveau"))
    #expect(try holds("dato == 2026-11-21") && holds("dato &gt; 2026-11-20") && !holds("dato &gt; 2026-11-21"))
    #expect(try holds("nummer == '27-1'") && !holds("nummer != '27-1'") && !holds("nummer == cpr"))
    #expect(try holds("opgaver.antal == 1") && holds("opgaver.antal &lt; niveau") && !holds("ekstra.antal &gt; 0"))
    #expect(try holds("not indgribende and (ansaettelse == 'skole' or niveau == 9)"))
    #expect(try !holds("indgribende or not (ansaettelse == 'skole')") && !holds("mentor") && !holds("kopi"))
    #expect(
      try holds("mentor and mentor.telefon and mentor.telefon == '1'") { $0.mentor = Person(name: "B", phone: "1") })
    #expect(
      try holds("firma and not firma.opgaver") { $0.firm = Firm() } && !holds("firma.opgaver") { $0.firm = Firm() })
    #expect(try holds("firma.ejer") { $0.firm = Firm(owner: Person(name: "E")) })
    #expect(try holds("indgribende == indgribende") && holds("tid == tid") && !holds("pris != pris"))
  }

  @Test func printsFallbacks() throws {
    #expect(try printed("note ?? cvr ?? 'nr. 3'") { _ in } == "nr.~3")
    #expect(try printed("note ?? cvr ?? 'x'") { $0.cvr = "c" } == "c")
    #expect(try printed("note ?? nummer | stor") { $0.note = "note" } == "Note")
    #expect(try printed("note ?? 'øh &amp; &lt;' | stor") { _ in } == "Øh &amp; &lt;")
    #expect(try printed("firma.telefon ?? firma.navn ?? 'x'") { $0.firm = Firm(name: "F") } == "F")
    #expect(try printed("(note ?? cvr) ?? 'x'") { $0.note = "n" } == "n")
    #expect(try printed("(note ?? cvr) ?? 'x'") { $0.cvr = "c" } == "c")
    #expect(try printed("(note ?? cvr) ?? 'x'") { _ in } == "x")
    #expect(try printed("((note ?? firma.ejer.navn) ?? cvr) ?? 'x'") { $0.note = "n" } == "n")
    #expect(try printed("((note ?? firma.ejer.navn) ?? cvr) ?? 'x'") { $0.firm = Firm() } == "x")
    #expect(
      try printed("((note ?? firma.ejer.navn) ?? cvr) ?? 'x'") { $0.firm = Firm(owner: Person(name: "E")) } == "E")
  }

  /// A fallback is there when one of its values is, also where a part asks for it by another name.
  @Test(arguments: [
    ("{p ?? 'x'}", ""), ("<t:if test=\"p\">{p}</t:if><t:else>x</t:else>", ""),
    ("<t:if test=\"not p\">x</t:if><t:else>{p}</t:else>", ""),
    ("<t:if test=\"not (not p)\">{p}</t:if><t:else>x</t:else>", ""),
    ("{p ?? q ?? 'x'}", "mentor.telefon ?? mentor.navn"), ("{q ?? p ?? 'x'}", "mentor.telefon ?? mentor.navn"),
    // Where one of its values is known to be there, so is the fallback.
    ("<t:if test=\"q\">{p}</t:if><t:else>{p ?? 'x'}</t:else>", "cvr"),
  ])
  func handsFallbacksOn(_ content: String, _ other: String) throws {
    let parameter = other.isEmpty ? "" : "<t:param name=\"q\" type=\"text?\"/>"
    let argument = other.isEmpty ? "" : " q=\"\(other)\""
    let template = try compile(
      body: "<p><t:part name=\"a\" p=\"note ?? cvr\"\(argument)/></p>",
      parts: ["a": "<t:param name=\"p\" type=\"text?\"/>\(parameter)\(content)"])
    var letter = Letter()
    #expect(template.body(letter) == "<p>x</p>")
    letter.cvr = "c"
    #expect(template.body(letter) == "<p>c</p>")
    letter.note = "n"
    #expect(template.body(letter) == "<p>n</p>")
    letter.cvr = nil
    #expect(template.body(letter) == "<p>n</p>")
  }
}
