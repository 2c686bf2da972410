import Casework
import Diagnostics
import Fields
import Foundation
import Lawbook
import Mentorbrev
import Templating
import Testing

/// The matrix of requirements by templates.
@Suite struct TemplateCheckTests {
  @Test func findsNothingWrong() throws {
    let check = try Repository.letterbook().checkTemplates()
    #expect(check.diagnostics.isEmpty, "\(check.diagnostics.map(\.message))")
    #expect(
      check.templates.map { "\($0.kind.rawValue).\($0.output.rawValue)" }
        == DocumentKind.allCases.flatMap { kind in Output.allCases.map { "\(kind.rawValue).\($0.rawValue)" } })
    for template in check.templates {
      // The right at the start of an education came later.
      let first = template.kind == .educationStart ? "2022-01-01" : "2020-01-01"
      #expect(template.days == CalendarDate(iso: first)!...CalendarDate(iso: "2026-12-31")!)
      #expect(template.eras > 5)
    }
  }

  @Test func namesAPlaceForEachRequirement() throws {
    let letterbook = try Repository.letterbook()
    let check = letterbook.checkTemplates()
    for kind in DocumentKind.allCases {
      for output in Output.allCases {
        let rows = check.rows.filter { $0.kind == kind && $0.output == output }
        for day in ["2020-01-01", "2022-06-01", "2025-05-01", "2026-12-31"] {
          let date = try #require(CalendarDate(iso: day))
          if kind == .educationStart, date.description < "2022-01-01" { continue }
          let required = try letterbook.lawbook.requirements(kind: kind.rawValue, on: date)
            .filter { $0.output == nil || $0.output == output }
          for requirement in required {
            #expect(rows.contains { $0.requirement == requirement.id }, "\(kind) \(output) \(requirement.id)")
          }
        }
        for row in rows {
          #expect(!row.places.isEmpty, "\(kind) \(output) \(row.requirement)")
          #expect(!row.basis.isEmpty && !row.title.isEmpty)
          for place in row.places { #expect(try mark(of: row.requirement, at: place)) }
        }
      }
    }
  }

  /// A value of a condition that the documents do not know is shown where the lawbook writes it.
  @Test func showsWhereARequirementNamesAValueInVain() throws {
    let folder = try TemporaryFolder()
    let templates = try folder.templates()
    let law = "\(templates)/law/krav-genvurdering.xml"
    try Mutation.replace(
      "naar=\"bevilget.mentorvalg\" er=\"senere\"", with: "naar=\"bevilget.mentorvalg\" er=\"sener\"", in: law)
    let check = try Letterbook(contentsOf: templates).checkTemplates()
    let found = Set(check.diagnostics.filter { $0.id == "impossible-condition" })
    #expect(
      found.map { DiagnosticFormatter(.english).text(for: $0) } == [
        """
        \(law):48:38: error: requirement 'mentor-oplyses' depends on 'bevilget.mentorvalg' being 'sener', which it never is [impossible-condition]
        48 |       naar="bevilget.mentorvalg" er="sener">
           |                                      ^~~~~ it is one of: navngivet, senere
          help: did you mean 'senere'?
        """
      ])
  }

  @Test func tellsOfAPartThatNoTemplateUses() throws {
    let folder = try TemporaryFolder()
    let templates = try folder.templates()
    try """
    <t:part xmlns:t="urn:mentorbrev:template" xmlns="http://www.w3.org/1999/xhtml" name="glemt" output="html"><p>x</p></t:part>
    """.write(toFile: "\(templates)/parts/glemt.html", atomically: true, encoding: .utf8)
    let check = try Letterbook(contentsOf: templates).checkTemplates()
    #expect(check.diagnostics.map(\.message) == ["no template uses \(templates)/parts/glemt.html"])
    #expect(check.diagnostics.first?.help == "remove the file, or call it with <t:part name=\"glemt\"/>")
  }

  /// A file beside the templates that nothing reads is a letter that somebody believes is sent.
  @Test func tellsOfADocumentThatIsOfNoKind() throws {
    let folder = try TemporaryFolder()
    let templates = try folder.templates()
    let kinds = DocumentKind.allCases.map(\.rawValue).joined(separator: ", ")
    let found = [
      "Min-Plan.HTML": "did you mean 'min-plan.html'? Otherwise remove the file: it is not read",
      "bevilling - Kopi.html": "did you mean 'bevilling.html'? Otherwise remove the file: it is not read",
      "bevilling-arbejdsgiver2.xml":
        "did you mean 'bevilling-arbejdsgiver.xml'? Otherwise remove the file: it is not read",
      "bevillling.html": "did you mean 'bevilling.html'? Otherwise remove the file: it is not read",
      "tilsagn.html": "remove the file, which is not read, or name it after a kind: \(kinds)",
    ]
    // What is no template by its name is nobody's mistake.
    for name in Array(found.keys) + ["LÆSMIG.md", "noter"] {
      try "not xml".write(toFile: "\(templates)/documents/\(name)", atomically: true, encoding: .utf8)
    }
    let check = try Letterbook(contentsOf: templates).checkTemplates()
    #expect(
      check.diagnostics.map(\.message)
        == found.keys.sorted().map { "no kind of document has this template: \(templates)/documents/\($0)" })
    #expect(check.diagnostics.allSatisfy { $0.severity == .warning && $0.id == "unknown-document" })
    #expect(check.diagnostics.map(\.help) == found.keys.sorted().map { found[$0] })
  }

  /// The mistake is in the part, and is told there and once, not in each document that calls it.
  @Test func tellsOnceOfATypeThatIsNone() throws {
    let folder = try TemporaryFolder()
    let templates = try folder.templates()
    let part = "\(templates)/parts/naeste-skridt.html"
    let first = #"<t:param name="helhedsorienteretPlan""#
    for type in ["tekst", "afgraensningg?"] {
      try Mutation.replace(first, with: #"<t:param name="foo" type="\#(type)"/>\#(first)"#, in: part)
      let found = try Letterbook(contentsOf: templates).checkTemplates().diagnostics
      #expect(found.map(\.id) == ["unknown-type"])
      #expect(found.first?.location?.file == part)
      #expect(found.first?.help == "did you mean '\(type == "tekst" ? "text" : "afgraensning?")'?")
      try Mutation.replace(#"<t:param name="foo" type="\#(type)"/>"#, with: "", in: part)
    }
  }

  @Test func saysInWhichErasAProblemIsThere() throws {
    let folder = try TemporaryFolder()
    let templates = try folder.templates()
    try Mutation.replace(
      "<t:cite provision=\"bab-udskrivning\"/>", with: "<t:cite provision=\"rsb-11-13\"/>",
      in: "\(templates)/documents/udskrivningskoordinator.html")
    let found = try Letterbook(contentsOf: templates).checkTemplates().diagnostics
    #expect(found.count == 1)
    #expect(found.first?.location?.file == "\(templates)/documents/udskrivningskoordinator.html")
    #expect(found.first?.message.hasPrefix("provision 'rsb-11-13' cannot be printed: ") == true)
    #expect(found.first?.notes.last?.message.hasPrefix("for decisions from 2020-01-01 to ") == true)
    #expect(found.first?.notes.last?.message.hasSuffix(" to 2025-06-30") == true)
  }

  /// Whether the line of a place marks a requirement.
  private func mark(of requirement: String, at place: Diagnostics.SourceLocation) throws -> Bool {
    let lines = try String(contentsOfFile: place.file, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    return lines.indices.contains(place.line - 1) && lines[place.line - 1].contains(requirement)
  }

  // MARK: What the program needs of the lawbook

  /// Every rule of the lawbook is one that the program checks, and the other way round.
  @Test func knowsEachRuleOfTheLawbook() throws {
    #expect(try Repository.letterbook().lawbook.rules.map(\.id).sorted() == CheckedRules.ids)
  }

  @Test func findsARuleAndAKindThatTheLawbookLacks() throws {
    let folder = try TemporaryFolder()
    let templates = try folder.templates()
    try Mutation.replace("id=\"R17\"", with: "id=\"R017\"", in: "\(templates)/law/regler.xml")
    try FileManager.default.removeItem(atPath: "\(templates)/law/krav-timeregnskab.xml")
    let found = try Letterbook(contentsOf: templates).checkTemplates().diagnostics
    #expect(
      found.map(\.message) == [
        "the lawbook does not say what a 'timeregnskab' must hold, so none can be written",
        "the lawbook has no rule R17, so each case that it is for would be refused",
      ])
    #expect(found.map(\.id) == ["kind-not-in-lawbook", "rule-not-in-lawbook"])
  }

  /// A kind for a legal basis that no case has would be compiled for nobody, and nothing would be wrong with it.
  @Test func findsALegalBasisThatNoCaseHas() throws {
    let folder = try TemporaryFolder()
    let templates = try folder.templates()
    let law = "\(templates)/law/krav-bevilling.xml"
    try Mutation.replace("retsgrundlag=\"lab\"", with: "retsgrundlag=\"lap\"", in: law)
    let error = try #require(try Letterbook(contentsOf: templates).checkTemplates().diagnostics.first)
    #expect(error.id == "unknown-legal-basis")
    #expect(error.message == "'bevilling' is verified for the legal basis 'lap', which no case can have")
    #expect(error.location?.file == law)
    #expect(error.help == "did you mean 'lab'?")
  }

  /// The letter would say six weeks, and a last day after four.
  @Test func findsADeadlineThatIsCountedOtherwise() throws {
    let folder = try TemporaryFolder()
    let templates = try folder.templates()
    let law = "\(templates)/law/klagevejledning.xml"
    try Mutation.replace(">4 uger</udgave>", with: ">6 uger</udgave>", in: law)
    let error = try #require(try Letterbook(contentsOf: templates).checkTemplates().diagnostics.first)
    #expect(error.id == "deadline-differs" && error.severity == .error && error.location?.file == law)
    #expect(
      error.message
        == "the text 'klagefrist' says '6 uger' from 2020-01-01, but the last day in a letter is counted as 4 uger")
  }
}
