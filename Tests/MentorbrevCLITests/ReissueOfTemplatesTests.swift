import Foundation
import Testing

/// `reissue` for errors of the lawbook and of templates: only those who have the error get a letter.
@Suite struct ReissueOfTemplatesTests {
  /// A folder with three cases, and templates of its own that can be changed.
  private func issued() throws -> Program {
    let program = try Program()
    _ = try program.shell("cp -r \(Program.templates) Skabeloner && chmod -R u+w Skabeloner")
    var lines = ""
    for (number, contact) in [("A-1", ""), ("B-1", ""), ("C-1", "min-plan")] {
      let text = Sample.grant.numbered(number).text.replacing("\n", with: "") + "\n"
      lines += text
      if !contact.isEmpty {
        try program.write(Data(text.utf8), as: "plan.jsonl")
        _ = try run(program, ["issue", "plan.jsonl", "--kind", contact])
        lines.removeLast(text.count)
      }
    }
    try program.write(Data(lines.utf8), as: "sager.jsonl")
    #expect(try run(program, ["issue", "sager.jsonl"]).code == 0)
    return program
  }

  private func run(_ program: Program, _ arguments: [String]) throws -> Program.Outcome {
    try program.run(arguments, environment: ["MENTORBREV_TEMPLATES": "Skabeloner"])
  }

  private func replace(_ old: String, with new: String, in file: String, _ program: Program) throws {
    let text = try String(decoding: program.bytes(of: "Skabeloner/\(file)"), as: UTF8.self)
    #expect(text.contains(old))
    try program.write(Data(text.replacing(old, with: new).utf8), as: "Skabeloner/\(file)")
  }

  private static let order = ["--as", "rettelse", "--date", "2026-10-05"]

  @Test func leavesEverybodyAloneAfterAComma() throws {
    let program = try issued()
    try replace("<h1", with: "<!-- et komma --><h1", in: "documents/bevilling.html", program)
    try replace("</h1>", with: "!</h1>", in: "documents/min-plan.html", program)
    for cause in ["--templates-changed", "--lawbook-corrected"] {
      let outcome = try run(program, ["reissue", cause] + Self.order)
      #expect(outcome.output == "")
      #expect(outcome.errors == "3 sager: 0 udstedt igen, 0 afvist, 3 uændret.\n")
    }
  }

  @Test func correctsThoseWhoseTemplateDeclaresASubstantiveChange() throws {
    let program = try issued()
    try replace(
      #"kind="bevilling" output="html""#,
      with:
        #"kind="bevilling" output="html" vaesentlig="2026-10-01" hvad="Overskriften" stod="Forkert" skulleStaa="Rigtigt""#,
      in: "documents/bevilling.html", program)
    // Declared, and yet nothing that anybody would see.
    let silent = try run(program, ["reissue", "--templates-changed"] + Self.order)
    #expect(silent.errors == "3 sager: 0 udstedt igen, 0 afvist, 3 uændret.\n")
    try replace("</h1>", with: "!</h1>", in: "documents/bevilling.html", program)
    let plan = try run(program, ["reissue", "--templates-changed", "--dry-run"] + Self.order)
    #expect(plan.output.contains("Overskriften (skabelon:documents/bevilling.html) ændret: 2\n"))
    let outcome = try run(program, ["reissue", "--templates-changed"] + Self.order)
    #expect(
      outcome.output == """
        Output/A-1/berigtigelse-2026-10-05.html
        Output/A-1/berigtigelse-2026-10-05.xml
        Output/B-1/berigtigelse-2026-10-05.html
        Output/B-1/berigtigelse-2026-10-05.xml

        """)
    let letter = try String(decoding: program.bytes(of: "Output/A-1/berigtigelse-2026-10-05.html"), as: UTF8.self)
    #expect(letter.contains("Forkert") && letter.contains("Rigtigt"))
    let again = try run(program, ["reissue", "--templates-changed"] + Self.order)
    #expect(again.errors == "3 sager: 0 udstedt igen, 0 afvist, 3 uændret.\n")
  }

  /// As in a document: whoever has a letter with the part has the error.
  @Test func correctsThoseWhoHaveAPartThatDeclaresIt() throws {
    let program = try issued()
    try replace(
      #"name="brevslut" output="html""#,
      with:
        #"name="brevslut" output="html" vaesentlig="2026-10-01" hvad="Spørgsmål" stod="Har du spørgsmål?" skulleStaa="Spørg os""#,
      in: "parts/brevslut.html", program)
    try replace(">Har du spørgsmål?<", with: ">Spørg os<", in: "parts/brevslut.html", program)
    let plan = try run(program, ["reissue", "--templates-changed", "--dry-run"] + Self.order)
    #expect(plan.output.contains("Spørgsmål (skabelon:parts/brevslut.html) ændret: 2\n"), "\(plan.output)")
    let outcome = try run(program, ["reissue", "--templates-changed"] + Self.order)
    let letters = outcome.output.split(separator: "\n").filter { $0.hasSuffix("berigtigelse-2026-10-05.html") }
    #expect(letters == ["Output/A-1/berigtigelse-2026-10-05.html", "Output/B-1/berigtigelse-2026-10-05.html"])
    let again = try run(program, ["reissue", "--templates-changed"] + Self.order)
    #expect(again.errors == "3 sager: 0 udstedt igen, 0 afvist, 3 uændret.\n")
  }

  /// The register is read in batches; the letters come in the order in which the cases were first issued.
  @Test func correctsManyCasesInTheirOrder() throws {
    let program = try Program()
    _ = try program.shell("cp -r \(Program.templates) Skabeloner && chmod -R u+w Skabeloner")
    let numbers = (1...35).map { "N-\(36 - $0)" }
    let lines = numbers.map { Sample.grant.numbered($0).text.replacing("\n", with: "") }
    try program.write(Data(lines.joined(separator: "\n").utf8), as: "sager.jsonl")
    #expect(try run(program, ["issue", "sager.jsonl", "--kind", "bevilling"]).code == 0)
    try replace(">4 uger</udgave>", with: ">5 uger</udgave>", in: "law/klagevejledning.xml", program)
    let outcome = try run(program, ["reissue", "--lawbook-corrected"] + Self.order)
    let files = outcome.output.split(separator: "\n")
    let letters = files.filter { $0.contains("berigtigelse") && $0.hasSuffix(".html") }
    #expect(letters == numbers.map { "Output/\($0)/berigtigelse-2026-10-05.html" })
    let again = try run(program, ["reissue", "--lawbook-corrected"] + Self.order)
    #expect(again.errors == "35 sager: 0 udstedt igen, 0 afvist, 35 uændret.\n")
  }

  @Test func correctsThoseWhoReadACorrectedEntryAndGivesANewDeadline() throws {
    let program = try issued()
    try replace(">4 uger</udgave>", with: ">5 uger</udgave>", in: "law/klagevejledning.xml", program)
    let plan = try run(program, ["reissue", "--lawbook-corrected", "--dry-run", "--show-values"] + Self.order)
    #expect(plan.output.contains("Klagefristens længde (lov:klagefrist): 4 uger -> 5 uger\n"))
    #expect(!plan.output.contains("C-1"))
    let outcome = try run(program, ["reissue", "--lawbook-corrected"] + Self.order)
    #expect(outcome.output.split(separator: "\n").count == 4)
    let letter = try String(decoding: program.bytes(of: "Output/B-1/berigtigelse-2026-10-05.html"), as: UTF8.self)
    #expect(letter.contains("Klagefristens længde") && letter.contains("2.\u{A0}november 2026"))
    let again = try run(program, ["reissue", "--lawbook-corrected"] + Self.order)
    #expect(again.errors == "3 sager: 0 udstedt igen, 0 afvist, 3 uændret.\n")
  }

  @Test func quotesNoTextOfTheLawThatIsAnotherInEachCase() throws {
    let program = try issued()
    try replace("Vi bruger oplysninger", with: "Vi skal bruge oplysninger", in: "law/persondata.xml", program)
    let outcome = try run(program, ["reissue", "--lawbook-corrected", "--only", "A-1"] + Self.order)
    #expect(outcome.code == 1 && outcome.output == "")
    #expect(
      outcome.errors.hasPrefix(
        """
        registret:1:1: fejl: sag A-1: Lovbogens tekst skifter fra sag til sag og kan ikke gengives i en rettelse: Kort om \
        behandlingen af personoplysninger. [reissue-untold]
          hjælp: Skriv en berigtigelse for sagen med afgoerelse.berigtigelse.rettelser, og udsted den med 'mentorbrev \
        issue'. Før den derefter i registret med --as registrering.

        """))
  }

  @Test func saysThatNothingIsAffected() throws {
    let program = try issued()
    for cause in ["--lawbook-corrected", "--templates-changed"] {
      let words = ["reissue", cause, "--dry-run"] + Self.order
      let plan = try run(program, words)
      #expect(plan.code == 0 && plan.output == "Ingen udstedte dokumenter er berørt.\n")
      // A machine counts the lines.
      let lines = try run(program, words + ["--json"]).output.split(separator: "\n")
      #expect(lines.count == 3 && lines.allSatisfy { $0.contains(#""status":"unaffected""#) })
    }
    // What could not be read may be affected.
    try program.write(Data("{".utf8), as: "skadet.jsonl")
    let damaged = try program.run(
      "reissue", "skadet.jsonl", "--as", "rettelse", "--date", "2026-10-05", "--dry-run")
    #expect(damaged.code == 1 && !damaged.output.contains("Ingen"), "\(damaged.output)")
  }

  @Test func refusesADeclarationThatIsNotWhole() throws {
    let program = try issued()
    try replace(
      #"kind="bevilling" output="html""#, with: #"kind="bevilling" output="html" vaesentlig="i går" hvad="Et komma""#,
      in: "documents/bevilling.html", program)
    let check = try run(program, ["templates", "check"])
    #expect(check.code == 2)
    #expect(check.errors.contains("'vaesentlig' takes the day of the change [substantive-change]"))
    #expect(
      check.errors.contains(
        "a substantive change is declared with vaesentlig, hvad, stod, skulleStaa; 'stod' is missing"))
  }

  @Test func listsGrantsThatCrossADayWhenTheirLawChanges() throws {
    let program = try Program()
    let crossing = Sample.grant.replacing("2026-12-06", with: "2027-02-28")
    try program.write(crossing, as: "sag.json")
    #expect(try program.run("issue", "sag.json").code == 0)
    let report = try program.run("register", "law-changes", "--date", "2026-10-01")
    #expect(
      report.output == """
        2027-01-01  27.36.00-G01-3001-26/bevilling-2026-08-24  støtte til 2027-02-28: loven er ikke kendt

        """)
    let none = try program.run("register", "law-changes", "--date", "2027-03-01")
    #expect(none.code == 0 && none.output == "")
    #expect(
      none.errors
        == "Ingen bevilling, der løber den 1. marts 2027 eller senere, løber hen over en dag, hvor loven ændres.\n")
  }
}
