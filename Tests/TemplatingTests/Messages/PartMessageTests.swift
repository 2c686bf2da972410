import Diagnostics
import Fields
import Templating
import Testing

/// Parts, their parameters and their content.
@Suite struct PartMessageTests {
  @Test func refusesUnknownParts() {
    #expect(
      errors(#"<t:part name="adrese"/>"#, parts: ["adresse": #"<p>x</p>"#, "brev": #"<p>y</p>"#]) == #"""
        documents/brev.html:2:9: error: there is no part 'adrese' [unknown-part]
        2 | <t:part name="adrese"/>
          |         ^~~~ there are: adresse, brev
          help: did you mean 'adresse'?
        """#)
  }

  @Test func refusesNamesThatLeaveTheFolder() {
    #expect(
      errors(#"<t:part name="../documents/brev"/><t:part name="a/b"/><t:part name=""/><t:part name="A"/>"#) == #"""
        documents/brev.html:2:9: error: '../documents/brev' is no name of a file here [bad-name]
        2 | <t:part name="../documents/brev"/><t:part name="a/b"/><t:part name=""/><t:part name="A"/>
          |         ^~~~
          help: a name has lower-case letters, digits and hyphens; nothing outside the folder can be named
        documents/brev.html:2:43: error: 'a/b' is no name of a file here [bad-name]
        2 | <t:part name="../documents/brev"/><t:part name="a/b"/><t:part name=""/><t:part name="A"/>
          |                                           ^~~~
          help: a name has lower-case letters, digits and hyphens; nothing outside the folder can be named
        documents/brev.html:2:63: error: '' is no name of a file here [bad-name]
        2 | <t:part name="../documents/brev"/><t:part name="a/b"/><t:part name=""/><t:part name="A"/>
          |                                                               ^~~~
          help: a name has lower-case letters, digits and hyphens; nothing outside the folder can be named
        documents/brev.html:2:80: error: 'A' is no name of a file here [bad-name]
        2 | <t:part name="../documents/brev"/><t:part name="a/b"/><t:part name=""/><t:part name="A"/>
          |                                                                                ^~~~
          help: a name has lower-case letters, digits and hyphens; nothing outside the folder can be named
        """#)
  }

  @Test func refusesUnknownMissingAndMistypedArguments() {
    #expect(
      errors(
        #"<t:part name="a" navm="nummer" dag="nummer"/>"#,
        parts: ["a": #"<t:param name="navn" type="text"/><t:param name="dag" type="date"/><p>{navn} {dag | dato}</p>"#])
          == #"""
          documents/brev.html:2:1: error: part 'a' needs 'navn' (text) [missing-parameter]
          2 | <t:part name="a" navm="nummer" dag="nummer"/>
            | ^~~~~~~
            help: add navn="…"
          documents/brev.html:2:18: error: part 'a' has no parameter 'navm' [unknown-parameter]
          2 | <t:part name="a" navm="nummer" dag="nummer"/>
            |                  ^~~~
            help: did you mean 'navn'?
          documents/brev.html:2:37: error: part 'a' wants 'dag' as 'date'; this is text [type-mismatch]
          2 | <t:part name="a" navm="nummer" dag="nummer"/>
            |                                     ^~~~~~
          """#)
  }

  /// No caller can mend what the part declares; so the callers have no message.
  @Test func refusesATypeThatIsNone() {
    let part = #"<t:param name="navn" type="tekst?"/><p t:if="navn">{navn}</p>"#
    let message = #"""
      parts/a.html:2:28: error: there is no type 'tekst' [unknown-type]
      2 | \#(part)
        |                            ^~~~~~ a type is text, date, time, amount, integer, decimal, boolean, link, a record, a choice, or 'list' and a record
        help: did you mean 'text?'?
      """#
    #expect(errors(#"<t:part name="a"/>"#, parts: ["a": part]) == message)
    #expect(errors(#"<t:part name="a" navn="'x'"/>"#, parts: ["a": part]) == message)
    #expect(errors(#"<t:part name="a" navn="nummer"/><t:part name="a"/>"#, parts: ["a": part]) == message)
  }

  @Test(arguments: [
    ("dato", "date"), ("Tekst", "text"), ("opgavr", "opgave"), ("liste opgave", "list opgave"),
    ("list opgaver", "list opgave"), ("ansættelse", "ansaettelse"), ("", nil), ("hvadsomhelst", nil),
  ])
  func suggestsTheTypeThatWasProbablyMeant(_ type: String, _ meant: String?) {
    let part = #"<t:param name="x" type="\#(type)"/><p>{x}</p>"#
    let text = errors(#"<t:part name="a" x="nummer"/>"#, parts: ["a": part])
    #expect(text.hasPrefix("parts/a.html:2:"))
    #expect(text.contains("error: there is no type '\(type)' [unknown-type]"))
    #expect(text.contains("did you mean") == (meant != nil), "\(text)")
    if let meant { #expect(text.hasSuffix("help: did you mean '\(meant)'?")) }
  }

  /// A type that exists is never doubted: what does not fit is then the argument.
  @Test(arguments: ["date", "opgave", "list opgave", "list tekst", "ansaettelse", "person", "firma?", "link"])
  func asksForATypeThatExists(_ type: String) {
    let part = #"<t:param name="x" type="\#(type)"/><p>{x}</p>"#
    let text = errors(#"<t:part name="a" x="nummer"/>"#, parts: ["a": part])
    #expect(text.contains("error: part 'a' wants 'x' as '\(type)'; this is text [type-mismatch]"), "\(text)")
    #expect(!text.contains("unknown-type"))
  }

  @Test func asksForQuotesAroundATextOfSeveralWords() {
    #expect(
      errors(
        #"<t:part name="a" titel="Afgørelse om mentorstøtte"/>"#,
        parts: ["a": #"<t:param name="titel" type="text"/><p>{titel}</p>"#]) == #"""
          documents/brev.html:2:35: error: unexpected 'om' [expression-syntax]
          2 | <t:part name="a" titel="Afgørelse om mentorstøtte"/>
            |                                   ^~
            help: write a text in quotes: titel="'Afgørelse om mentorstøtte'"
          """#)
  }

  @Test(arguments: ["Afgørelse", "Mentor", "støtte", "§", "Ja, tak", "og/eller", "8. juni", "Hvad nu?", "Din plan."])
  func asksForQuotesAroundAText(_ words: String) {
    let text = errors(
      #"<t:part name="a" titel="\#(words)"/>"#, parts: ["a": #"<t:param name="titel" type="text"/><p>{titel}</p>"#])
    #expect(text.split(separator: "\n").count { $0.contains(" error: ") } == 1, "\(text)")
    #expect(text.hasSuffix("help: write a text in quotes: titel=\"'\(words)'\""), "\(text)")
  }

  /// What is written as an expression is helped as one.
  @Test(arguments: [
    ("numer", "did you mean 'nummer'?"), ("borger.nvn", "did you mean 'borger.navn'?"), ("xyz", "titel=\"'xyz'\""),
    ("nummer = note", "compare with '=='"), ("'Afgørelse", "end the text with '"),
    ("'Din' plan", "join conditions with 'and' or 'or'"),
    ("‘Afgørelse’", "texts stand between straight single quotes: 'tekst'"),
    ("’Afgørelse om støtte’", "texts stand between straight single quotes: 'tekst'"),
  ])
  func helpsWithAnArgumentThatIsNoText(_ value: String, _ help: String) {
    let text = errors(
      #"<t:part name="a" titel="\#(value)"/>"#, parts: ["a": #"<t:param name="titel" type="text"/><p>{titel}</p>"#])
    #expect(text.split(separator: "\n").count { $0.contains(" error: ") } == 1, "\(text)")
    #expect(text.hasSuffix(help), "\(text)")
  }

  @Test func asksForNoQuotesWhereNoTextIsWanted() {
    let part = #"<t:param name="dag" type="date"/><p>{dag | dato}</p>"#
    let text = errors(#"<t:part name="a" dag="Dato"/>"#, parts: ["a": part])
    #expect(text.hasSuffix("help: did you mean 'dato'?"), "\(text)")
  }

  @Test func refusesUnusedParameters() {
    #expect(
      errors(#"<t:part name="a" navn="nummer"/>"#, parts: ["a": #"<t:param name="navn" type="text"/><p>x</p>"#]) == #"""
        parts/a.html:2:1: error: part 'a' never uses its parameter 'navn' [unused-parameter]
        2 | <t:param name="navn" type="text"/><p>x</p>
          | ^~~~~~~~
        """#)
  }

  @Test func refusesAnOptionalArgumentWhereAValueIsNeeded() {
    #expect(
      errors(#"<t:part name="a" navn="note"/>"#, parts: ["a": #"<t:param name="navn" type="text"/><p>{navn}</p>"#])
        == #"""
        documents/brev.html:2:24: error: 'note' may be missing, and part 'a' needs it [unguarded-optional]
        2 | <t:part name="a" navn="note"/>
          |                        ^~~~
          help: guard the call with t:if="note", or declare the parameter as 'text?'
        """#)
  }

  @Test func demandsAGuardInThePartEvenWhenTheArgumentIsThere() {
    #expect(
      errors(#"<t:part name="a" navn="nummer"/>"#, parts: ["a": #"<t:param name="navn" type="text?"/><p>{navn}</p>"#])
        == #"""
        parts/a.html:2:40: error: 'navn' may be missing [unguarded-optional]
        2 | <t:param name="navn" type="text?"/><p>{navn}</p>
          |                                        ^~~~
          help: guard it with t:if="navn", or give a fallback: {navn ?? 'tekst'}
        """#)
  }

  @Test func refusesCycles() {
    #expect(
      errors(#"<t:part name="a"/>"#, parts: ["a": #"<t:part name="b"/>"#, "b": #"<p>x</p><t:part name="a"/>"#]) == #"""
        parts/b.html:2:9: error: part 'a' contains itself [cycle]
        2 | <p>x</p><t:part name="a"/>
          |         ^~~~~~~ part 'a' → part 'b' → part 'a'
        """#)
  }

  @Test func letsAPartSeeItsParametersOnly() {
    #expect(
      errors(
        #"<ul><li t:for="o in opgaver"><t:part name="a" x="o"/></li></ul>"#,
        parts: ["a": #"<t:param name="x" type="opgave"/>{x.tekst} {o.tekst} {nummer}"#]) == #"""
          parts/a.html:2:45: error: unknown parameter 'o' [unknown-parameter]
          2 | <t:param name="x" type="opgave"/>{x.tekst} {o.tekst} {nummer}
            |                                             ^ there are: x
            help: did you mean 'x'?
          parts/a.html:2:55: error: unknown parameter 'nummer' [unknown-parameter]
          2 | <t:param name="x" type="opgave"/>{x.tekst} {o.tekst} {nummer}
            |                                                       ^~~~~~ there are: x
          """#)
  }

  @Test func refusesContentOutsideALayout() {
    #expect(
      errors(#"<t:part name="a"/><t:content/>"#, parts: ["a": #"<t:content/>"#]) == #"""
        documents/brev.html:2:19: error: 't:content' prints what a t:layout holds, and nothing is held here [content-without-layout]
        2 | <t:part name="a"/><t:content/>
          |                   ^~~~~~~~~~
          help: call this part with <t:layout part="…">
        parts/a.html:2:1: error: 't:content' prints what a t:layout holds, and nothing is held here [content-without-layout]
        2 | <t:content/>
          | ^~~~~~~~~~
          help: call this part with <t:layout part="…">
        """#)
  }

  /// What would vanish is checked like everything else.
  @Test func refusesALayoutThatDoesNotPrintItsContent() {
    #expect(
      errors(
        #"<t:layout part="a">Sag <b>{nmmer}</b> <h1>{dato}</h1></t:layout>"#, parts: ["a": #"<p><b>x</b></p>"#]) == #"""
          documents/brev.html:2:1: error: part 'a' has no 't:content': what stands here would not be printed [layout-without-content]
          2 | <t:layout part="a">Sag <b>{nmmer}</b> <h1>{dato}</h1></t:layout>
            | ^~~~~~~~~
            help: put <t:content/> into part 'a', or call it with t:part
          documents/brev.html:2:28: error: unknown field 'nmmer' [unknown-field]
          2 | <t:layout part="a">Sag <b>{nmmer}</b> <h1>{dato}</h1></t:layout>
            |                            ^~~~~ there are: adresse, andel, ansaettelse, borger, cpr, cvr, dato, ekstra, firma, indgribende, kopi, mentor, niveau, note, nummer, opgaver, pris, svar, tid
            help: did you mean 'nummer'?
          documents/brev.html:2:44: error: 'dato' is date and needs a formatter [needs-formatter]
          2 | <t:layout part="a">Sag <b>{nmmer}</b> <h1>{dato}</h1></t:layout>
            |                                            ^~~~ it has: dato, ugedag, kort, iso
            help: for example {dato | dato}
          """#)
  }

  @Test func findsContentThatALayoutHandsOn() {
    let parts = ["a": #"<t:layout part="b"><t:content/></t:layout>"#, "b": #"<p><t:content/></p>"#]
    #expect(errors(#"<t:layout part="a">x</t:layout>"#, parts: parts) == "compiled")
    #expect(
      errors(#"<t:layout part="a">x</t:layout>"#, parts: ["a": parts["a"]!, "b": "<p>y</p>"]) == #"""
        parts/a.html:2:1: error: part 'b' has no 't:content': what stands here would not be printed [layout-without-content]
        2 | <t:layout part="b"><t:content/></t:layout>
          | ^~~~~~~~~
          help: put <t:content/> into part 'b', or call it with t:part
        """#)
  }

  @Test func letsContentSeeTheCallersNamesOnly() {
    #expect(
      errors(
        #"<t:layout part="a" x="nummer"><p>{x} {nummer}</p></t:layout>"#,
        parts: ["a": #"<t:param name="x" type="text"/><h1>{x}</h1><t:content/>"#]) == #"""
          documents/brev.html:2:35: error: unknown field 'x' [unknown-field]
          2 | <t:layout part="a" x="nummer"><p>{x} {nummer}</p></t:layout>
            |                                   ^ there are: adresse, andel, ansaettelse, borger, cpr, cvr, dato, ekstra, firma, indgribende, kopi, mentor, niveau, note, nummer, opgaver, pris, svar, tid
          """#)
  }

  @Test func refusesPartsThatGrowWithoutMeasure() {
    #expect(
      errors(
        "<t:part name=\"a0\"/>",
        parts: Dictionary(
          uniqueKeysWithValues: (0..<31).map {
            ("a\($0)", $0 == 30 ? "<p>x</p>" : "<t:part name=\"a\($0 + 1)\"/><t:part name=\"a\($0 + 1)\"/>")
          })) == #"""
          parts/a30.html:1:1: error: with its parts in place, the template has more than 100000 nodes or 8 MiB of text [too-large]
          1 | <t:part xmlns:t="urn:mentorbrev:template" xmlns="http://www.w3.org/1999/xhtml" name="a30" output="html">
            | ^~~~~~~
            help: parts that call parts twice double with each step
          """#)
  }

  @Test func refusesFallbacksThatGrowWithoutMeasure() {
    func part(_ number: Int) -> String {
      number == 30
        ? "<p>{p ?? q ?? 'x'}</p>"
        : "<t:part name=\"a\(number + 1)\"\nq=\"q ?? p\" p=\"p ?? q\"/>"
    }
    let parameters = "<t:param name=\"p\" type=\"text?\"/><t:param name=\"q\" type=\"text?\"/>"
    #expect(
      errors(
        "<t:part name=\"a0\" p=\"note\" q=\"cvr\"/>",
        parts: Dictionary(uniqueKeysWithValues: (0..<31).map { ("a\($0)", parameters + part($0)) })) == #"""
          parts/a6.html:3:4: error: with its arguments in place, this chooses between more than 100 values [too-large]
          3 | q="q ?? p" p="p ?? q"/>
            |    ^~~~~~
          parts/a6.html:3:15: error: with its arguments in place, this chooses between more than 100 values [too-large]
          3 | q="q ?? p" p="p ?? q"/>
            |               ^~~~~~
          """#)
  }

  @Test func refusesPartsThatNestWithoutMeasure() {
    #expect(
      errors(
        "<t:part name=\"a0\"/>",
        parts: Dictionary(
          uniqueKeysWithValues: (0..<250).map { ("a\($0)", $0 == 249 ? "<p>x</p>" : "<t:part name=\"a\($0 + 1)\"/>") }))
          == #"""
          parts/a197.html:1:1: error: elements and directives are nested more than 200 deep, those of parts included [too-large]
          1 | <t:part xmlns:t="urn:mentorbrev:template" xmlns="http://www.w3.org/1999/xhtml" name="a197" output="html">
            | ^~~~~~~
          """#)
  }

  @Test func refusesAnArgumentWithAPrefix() {
    #expect(
      errors(#"<t:part name="a" t:x="nummer"/>"#, parts: ["a": #"<p>x</p>"#]) == #"""
        documents/brev.html:2:18: error: 't:x' cannot stand here [unknown-attribute]
        2 | <t:part name="a" t:x="nummer"/>
          |                  ^~~
        """#)
  }
}
