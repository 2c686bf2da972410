import Diagnostics
import Testing

@Suite struct DiagnosticTests {
  private let place = SourceLocation(file: "a/b.html", line: 12, column: 5)

  @Test func writesEverythingItKnows() {
    let diagnostic = Diagnostic(
      .error, "some-id", "something is wrong", at: place,
      excerpt: Diagnostic.Excerpt(line: "<p>{æ}</p>", width: 2, label: "here"), path: "a.b", caseNumber: "27-1",
      basis: "§ 1", help: "mend it", notes: [Diagnostic.Note("see", at: place), Diagnostic.Note("and")])
    #expect(
      DiagnosticFormatter(.english).text(for: diagnostic) == """
        a/b.html:12:5: error: case 27-1: something is wrong [some-id]
        12 | <p>{æ}</p>
           |     ^~ here
          field: a.b
          basis: § 1
          help: mend it
          note: a/b.html:12:5: see
          note: and
        """)
    #expect(
      DiagnosticFormatter(.danish).text(for: diagnostic) == """
        a/b.html:12:5: fejl: sag 27-1: something is wrong [some-id]
        12 | <p>{æ}</p>
           |     ^~ here
          felt: a.b
          hjemmel: § 1
          hjælp: mend it
          note: a/b.html:12:5: see
          note: and
        """)
  }

  @Test func keepsErrorsBeforeWarningsWhenThereAreTooMany() {
    let all = [
      Diagnostic(.note, "1", ""), Diagnostic(.warning, "2", ""), Diagnostic(.error, "3", ""),
      Diagnostic(.warning, "4", ""), Diagnostic(.error, "5", ""),
    ]
    func summary(_ count: Int) -> Diagnostic { Diagnostic(.note, "more", "og \(count) til") }
    #expect(all.most(5, summary: summary) == all)
    #expect(all.most(3, summary: summary).map(\.id) == ["2", "3", "5", "more"])
    #expect(all.most(2, summary: summary).last?.message == "og 3 til")
  }

  @Test func writesNamesOfFilesWithoutWhatATerminalObeys() {
    let location = SourceLocation(file: "a\u{1B}[31m\n\u{202E}æ.json", line: 1, column: 2)
    #expect(location.description == "a\\u{1B}[31m\\u{A}\\u{202E}æ.json:1:2")
  }

  @Test func writesTheLeastThatThereIs() {
    #expect(
      DiagnosticFormatter(.danish).text(for: Diagnostic(.warning, "R01", "se efter")) == "advarsel: se efter [R01]")
    #expect(DiagnosticFormatter(.english).text(for: Diagnostic(.note, "x", "look")) == "note: look [x]")
    #expect(DiagnosticFormatter(.english).text(for: []) == "")
  }

  @Test func keepsTabsSoThatTheCaretStandsUnderItsCharacter() {
    let diagnostic = Diagnostic(
      .error, "x", "m", at: SourceLocation(file: "f", line: 1, column: 3), excerpt: Diagnostic.Excerpt(line: "\ta{b}"))
    #expect(DiagnosticFormatter(.english).text(for: diagnostic) == "f:1:3: error: m [x]\n1 | \ta{b}\n  | \t ^")
  }

  @Test func showsASignForACharacterThatDeceives() {
    let place = SourceLocation(file: "a.html", line: 1, column: 5)
    let diagnostic = Diagnostic(
      .error, "x", "m", at: place, excerpt: .init(line: "a\u{202E}\u{200B}\u{9B}bæ", width: 2))
    #expect(
      DiagnosticFormatter(.english).text(for: diagnostic) == """
        a.html:1:5: error: m [x]
        1 | a\u{FFFD}\u{FFFD}\u{FFFD}bæ
          |     ^~
        """)
  }

  @Test func ordersByPlaceAndKeepsTheOrderOfEquals() {
    func at(_ file: String, _ line: Int, _ column: Int, _ id: String) -> Diagnostic {
      Diagnostic(.error, id, "m", at: SourceLocation(file: file, line: line, column: column))
    }
    let none = Diagnostic(.error, "none", "m")
    let sorted = [
      at("b", 1, 1, "5"), at("a", 10, 1, "4"), at("a", 2, 9, "2"), at("a", 2, 9, "3"), at("a", 2, 1, "1"), none,
    ]
    .sortedByPlace
    #expect(sorted.map(\.id) == ["none", "1", "2", "3", "4", "5"])
  }

  @Test func knowsErrorsFromWarnings() {
    #expect(![Diagnostic(.warning, "a", "m"), Diagnostic(.note, "b", "m")].hasErrors)
    #expect([Diagnostic(.warning, "a", "m"), Diagnostic(.error, "b", "m")].hasErrors)
    #expect(Diagnostic.Severity.note < .warning && .warning < Diagnostic.Severity.error)
  }

  @Test(arguments: [
    ("navm", "navn"), ("NAVN", "navn"), ("nvan", "navn"), ("telefonnummer", nil), ("tlefon", "telefon"), ("x", nil),
    ("", nil), ("telefo", "telefon"),
  ])
  func suggestsTheNearestName(_ written: String, _ expected: String?) {
    #expect(suggestion(for: written, among: ["navn", "telefon", "adresse"]) == expected)
  }

  @Test func suggestsTheFirstOfTwoEquallyNear() {
    #expect(suggestion(for: "ab", among: ["ac", "ad"]) == "ac")
    #expect(suggestion(for: "ab", among: []) == nil)
  }
}
