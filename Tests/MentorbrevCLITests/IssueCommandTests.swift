import Foundation
import Testing

/// `issue` and `register`: what is recorded stands, and is found again.
@Suite struct IssueCommandTests {
  private static func lines(_ samples: [Sample]) -> Data {
    Data(samples.map { $0.text.replacing("\n", with: "") + "\n" }.joined().utf8)
  }

  private static let cases = lines([
    Sample.grant.numbered("A-1"), Sample.grant.numbered("B-1").replacing("2026-08-24", with: "2026-11-31"),
    Sample.grant.numbered("C-1"),
  ])

  /// A folder with two cases issued and one refused.
  private func issued() throws -> Program {
    let program = try Program()
    try program.write(Self.cases, as: "sager.jsonl")
    let outcome = try program.run("issue", "sager.jsonl")
    #expect(outcome.code == 1)
    #expect(
      outcome.output == """
        Output/A-1/bevilling-2026-08-24.html
        Output/A-1/bevilling-2026-08-24.xml
        Output/A-1/min-plan-2026-08-24.html
        Output/A-1/min-plan-2026-08-24.xml
        Output/C-1/bevilling-2026-08-24.html
        Output/C-1/bevilling-2026-08-24.xml
        Output/C-1/min-plan-2026-08-24.html
        Output/C-1/min-plan-2026-08-24.xml

        """)
    #expect(outcome.errors.hasSuffix("3 sager: 2 udstedt, 1 afvist.\n"))
    return program
  }

  private func export(_ program: Program) throws -> String {
    try program.run("register", "export", "--without-times").output
  }

  @Test func writesNothingThroughALink() throws {
    let program = try Program()
    for name in ["A-1", "B-1"] { try program.write(Sample.grant.numbered(name), as: "\(name).json") }
    _ = try program.shell("mkdir -m 700 Output ude; ln -s ../ude Output/B-1")
    let outcome = try program.run("issue", "A-1.json", "B-1.json")
    #expect(outcome.code == 1)
    #expect(
      outcome.errors.hasPrefix(
        """
        fejl: sag B-1: Sagens dokumenter kan ikke skrives: Output/B-1 er et link, og der bliver aldrig skrevet gennem et link. [place-taken]
          hjælp: Flyt det, der ligger der, et andet sted hen, og kør sagen igen.
        B-1.json: afvist på grund af 1 fejl. Der er ikke udstedt noget for sagen.
        """), "\(outcome.errors)")
    // The case before it is issued all the same.
    #expect(outcome.output.split(separator: "\n").count == 4)
    #expect(try program.run("render", "B-1.json", "--output", "Output").code == 2)
    _ = try program.shell("rm -rf Output/B-1 Output/runs; ln -s ../ude Output/runs")
    let page = try program.run("issue", "B-1.json")
    #expect(page.code == 2)
    #expect(
      page.errors == """
        fejl: Output/runs er et link. Der skrives ikke gennem links. Derfor er siden om kørsel 1 ikke lavet. Det, den skal fortælle, står i registret. [page-unwritable]
          hjælp: Fjern det, der er i vejen, og kør 'mentorbrev register rebuild': det laver også siderne igen.

        """)
    #expect(try program.files(in: "ude") == [])
    // The output folder itself may be one.
    _ = try program.shell("rm Output/runs; mv Output mappe; ln -s mappe Output")
    #expect(try program.run("issue", "B-1.json").code == 0)
  }

  @Test func writesWhatRenderWritesForTheUserAlone() throws {
    let program = try issued()
    _ = try program.run("render", "sager.jsonl", "--output", "tegnet")
    for name in try program.files(in: "tegnet") {
      let bytes = try program.bytes(of: "tegnet/\(name)")
      #expect(try program.bytes(of: "Output/\(name)") == bytes)
    }
    let own = ["register.jsonl", "register.lock", "register.sqlite", "runs/1/afviste.csv", "runs/1/index.html"]
    #expect(try program.files() == (try program.files(in: "tegnet") + own).sorted())
    #expect(try program.shell("find Output -type f ! -perm 600; find Output -type d ! -perm 700").output == "")
  }

  @Test func doesNothingWithTheSameContent() throws {
    let program = try issued()
    let before = try (
      program.bytes(of: "Output/register.jsonl"), program.shell("ls -Rl --time-style=full-iso Output/A-1")
    )
    let again = try program.run("issue", "sager.jsonl")
    #expect(again.output == "")
    #expect(again.errors.hasSuffix("3 sager: 0 udstedt, 1 afvist, 2 udstedt før.\n"))
    #expect(try program.bytes(of: "Output/register.jsonl") == before.0)
    #expect(try program.shell("ls -Rl --time-style=full-iso Output/A-1").output == before.1.output)
    let machine = try program.run("issue", "sager.jsonl", "--json")
    #expect(machine.output.contains(#""case":"A-1","status":"unchanged","paths":[]"#))
  }

  @Test func keepsNoHashOfARefusedCaseWhoseNumberIsNotKnown() throws {
    let program = try Program()
    let text = Sample.grant.numbered("B-1").text.replacing("\n", with: "").replacing("B-1", with: "")
    try program.write(Data((text + "\n").utf8), as: "sager.jsonl")
    #expect(try program.run("issue", "sager.jsonl").code == 1)
    let journal = try program.text(of: "Output/register.jsonl")
    #expect(journal.contains(#""entry":"refused""#))
    let hash = try program.shell("printf %s '\(text)' | sha256sum | cut -c1-64").output.prefix(64)
    #expect(hash.count == 64)
    #expect(!journal.contains(hash))
    // It is recorded once, however often it comes again.
    #expect(try program.run("issue", "sager.jsonl").code == 1)
    #expect(try program.text(of: "Output/register.jsonl") == journal)
  }

  @Test func keepsNoNameOfAnInput() throws {
    let program = try Program()
    let (names, secret) = (["610190-1230 mangler.json", "610190-1230.jsonl"], "610190")
    let numberless = Sample.grant.numbered("").text.replacing("\n", with: "") + "\n"
    try program.write(
      Data((Sample.grant.numbered("A-1").text.replacing("\n", with: "") + "\n" + numberless).utf8),
      as: names[1])
    let outcome = try program.run(["issue"] + names)
    #expect(outcome.code == 1)
    // Whoever runs it is told which file it was.
    #expect(outcome.errors.hasPrefix("fejl: \(names[0]) findes ikke. [unreadable]\n"))
    #expect(outcome.errors.hasSuffix("Kørsel 1: Output/runs/1/index.html\n3 sager: 1 udstedt, 2 afvist.\n"))
    let kept =
      try ["register.jsonl", "runs/1/index.html", "runs/1/afviste.csv"].map {
        try program.text(of: "Output/\($0)")
      }.joined() + (try program.run("register", "export").output)
    #expect(!kept.contains(secret) && !kept.contains("mangler.json"))
    // A hash of the name would let anybody try guessed numbers.
    for name in names + ["\(names[1]):2"] {
      let hash = try program.shell("printf %s '\(name)' | sha256sum | cut -c1-64").output.prefix(64)
      #expect(hash.count == 64 && !kept.contains(hash))
    }
    #expect(kept.components(separatedBy: #""entry":"refused""#).count == 2, "the case without a number, once")
    // A file that is not there is no run.
    let journal = try program.bytes(of: "Output/register.jsonl")
    #expect(try program.run("issue", names[0]).code == 1)
    #expect(try program.bytes(of: "Output/register.jsonl") == journal)
    #expect(try program.run("issue", names[0], "--output", "ny").code == 1)
    #expect(try !program.files(in: "ny").contains { $0.hasPrefix("runs/") })
  }

  @Test func saysWhereARefusedCaseStandsThatHasNoNumber() throws {
    let program = try Program()
    let line = Sample.grant.text.replacing("\n", with: "")
    let unnumbered = line.replacing("27.36.00-G01-3001-26", with: "")
    try program.write(Data((line + "\n").utf8), as: "sager.jsonl")
    try program.write(Data((line + "\n\n" + unnumbered + "\n").utf8), as: "720590-1230 Asta Vind.jsonl")
    try program.write(Data(unnumbered.utf8), as: "sag.json")
    let outcome = try program.run("issue", "sager.jsonl", "720590-1230 Asta Vind.jsonl", "sag.json")
    #expect(outcome.code == 1)
    let journal = try program.text(of: "Output/register.jsonl")
    #expect(journal.contains(#""place":"fil 2, linje 3""#) && journal.contains(#""place":"fil 3""#))
    let list = try program.text(of: "Output/runs/1/afviste.csv")
    #expect(list.contains("\";\"fil 2, linje 3\"\r\n") && list.contains("\";\"fil 3\"\r\n"), "\(list)")
    let page = try program.text(of: "Output/runs/1/index.html")
    #expect(page.contains("Uden læseligt sagsnummer <span class=\"note\">fil 2, linje 3</span>"))
    for text in [list, page] { for secret in Sample.secrets { #expect(!text.contains(secret)) } }
    // The name of the file is a citizen's, and stands nowhere.
    #expect(!journal.contains("Asta Vind.jsonl") && !page.contains("Asta") && !list.contains("Asta"))
    // The register keeps it when its database is made again.
    _ = try program.run("register", "rebuild")
    #expect(try program.text(of: "Output/runs/1/afviste.csv") == list)
  }

  @Test func refusesAnotherContentAndNamesTheWayOut() throws {
    let program = try issued()
    let before = try program.bytes(of: "Output/A-1/bevilling-2026-08-24.html")
    try program.write(Sample.grant.numbered("A-1").replacing("Du har været syg.", with: "Du var syg."), as: "a.json")
    let outcome = try program.run("issue", "a.json")
    #expect(outcome.code == 1)
    #expect(
      outcome.errors == """
        a.json:1:1: fejl: sag A-1: Dokumentet (bevilling af 2026-08-24) er udstedt før med et andet indhold, og det bliver ikke overskrevet. [issued-before]
          felt: loebenummer
          hjælp: Er oplysningerne ændret siden, så brug 'mentorbrev reissue'. Er det et andet dokument, så giv det sin egen dato eller et løbenummer (loebenummer).
        a.json: afvist på grund af 1 fejl. Der er ikke udstedt noget for sagen.
        Kørsel 2: Output/runs/2/index.html

        """)
    #expect(try program.bytes(of: "Output/A-1/bevilling-2026-08-24.html") == before)
    try program.write(
      Sample.grant.numbered("A-1").replacing("\"sagsbehandler\"", with: "\"loebenummer\": 2, \"sagsbehandler\""),
      as: "ny.json")
    #expect(try program.run("issue", "ny.json").code == 0)
  }

  @Test func refusesAnotherCitizenUnderANumberThatIsUsed() throws {
    let program = try issued()
    let other = Sample.grant.numbered("A-1").replacing("720590-1230", with: "740395-1237")
      .replacing("2026-08-24", with: "2026-08-25")
    try program.write(other, as: "anden.json")
    func message(_ place: String) -> String {
      """
      \(place):1:1: fejl: sag A-1: CPR-nummer (borger.cpr) er et andet, end da sagen blev udstedt. Et sagsnummer hører til \
      én borger. [issued-other-citizen]
        felt: borger.cpr
        hjælp: Se efter, om sagsnummeret eller CPR-nummeret er skrevet forkert, og ret det. Var de udstedte breve til en \
      forkert borger, og er de ikke sendt, så træk dem tilbage med 'mentorbrev withdraw', og giv de nye et løbenummer \
      (loebenummer). Har borgeren selv fået et nyt CPR-nummer, så giv sagen et nyt sagsnummer.

      """
    }
    let outcome = try program.run("issue", "anden.json")
    #expect(outcome.code == 1)
    #expect(outcome.output == "")
    #expect(
      outcome.errors == message("anden.json") + """
        anden.json: afvist på grund af 1 fejl. Der er ikke udstedt noget for sagen.
        Kørsel 2: Output/runs/2/index.html

        """)
    // The same citizen, however the number is written, gets a new letter.
    let same = Sample.grant.numbered("A-1").replacing("720590-1230", with: "7205901230")
      .replacing("2026-08-24", with: "2026-08-25")
    try program.write(same, as: "samme.json")
    #expect(try program.run("issue", "samme.json").code == 0)
    // What reached nobody holds no number back.
    #expect(try program.run("withdraw", "A-1", "--reason", "Forkert sag.").code == 0)
    try program.write(
      other.replacing("\"sagsbehandler\"", with: "\"loebenummer\": 2, \"sagsbehandler\""), as: "ny.json")
    #expect(try program.run("issue", "ny.json").code == 0)
  }

  @Test func refusesTwoCitizensUnderOneNumberInOneRun() throws {
    let program = try Program()
    try program.write(
      Self.lines([
        .grant.numbered("A-1"),
        .grant.numbered("A-1").replacing("720590-1230", with: "740395-1237").replacing(
          "2026-08-24", with: "2026-08-25"),
        .grant.numbered("A-1").replacing("2026-08-24", with: "2026-08-26"),
      ]), as: "sager.jsonl")
    let outcome = try program.run("issue", "sager.jsonl")
    #expect(outcome.code == 1)
    #expect(outcome.errors.contains("sager.jsonl:2:1: fejl: sag A-1: CPR-nummer (borger.cpr) er et andet, end da "))
    #expect(!outcome.errors.contains("740395") && !outcome.errors.contains("720590"))
    #expect(outcome.errors.hasSuffix("3 sager: 2 udstedt, 1 afvist.\n"))
    #expect(!(try program.text(of: "Output/register.jsonl")).contains(#""name":"A-1/bevilling-2026-08-25""#))
  }

  @Test func tellsTheHistoryOfACaseWithoutNamesAndNumbers() throws {
    let program = try issued()
    try program.write(Sample.grant.numbered("B-1"), as: "b.json")
    #expect(try program.run("issue", "b.json").code == 0)
    let shown = try program.run("register", "show", "B-1").output.split(separator: "\n").map { line in
      line.replacing(/^\d+\. [a-z]+ 20\d\d kl\. \d\d\.\d\d/, with: "TID")
    }
    #expect(
      shown == [
        "TID  Afvist (kørsel 1): Dato: november 2026 har ikke en dag nr. 31.",
        "TID  Udstedt: bevilling af 24. august 2026 (kørsel 2).",
        "    B-1/bevilling-2026-08-24.html, B-1/bevilling-2026-08-24.xml",
        "TID  Udstedt: Min Plan af 24. august 2026 (kørsel 2).",
        "    B-1/min-plan-2026-08-24.html, B-1/min-plan-2026-08-24.xml",
      ])
    let told = try ["list", "export"].map { try program.run("register", $0).output }.joined()
    for secret in Sample.secrets where secret != "1230" { #expect(!told.contains(secret)) }
    let unknown = try program.run("register", "show", "X-1")
    #expect(unknown.code == 1)
    #expect(
      unknown.errors
        == "mentorbrev: registret i mappen Output kender ikke sagen; "
        + "'mentorbrev register list' viser dem, det kender\n")
    #expect(
      try program.run("register", "list", "--state", "refused").output.hasSuffix("sag B-1\n"))
  }

  @Test func makesTheDatabaseAgainFromTheJournal() throws {
    let program = try issued()
    let before = try export(program)
    #expect(before.split(separator: "\n").count == 5)
    _ = try program.shell("rm Output/register.sqlite*")
    #expect(try export(program) == before)
    _ = try program.shell("echo skade > Output/register.sqlite")
    let damaged = try program.run("register", "list")
    #expect(damaged.code == 2)
    #expect(damaged.errors.contains("Registret er beskadiget: Output/register.sqlite:"))
    #expect(damaged.errors.contains("hjælp: Kør 'mentorbrev register rebuild'"))
    let rebuilt = try program.run("register", "rebuild")
    #expect(rebuilt.output == "Output/register.sqlite\n")
    #expect(rebuilt.errors.hasPrefix("Registret er beskadiget: Output/register.sqlite: "))
    #expect(rebuilt.errors.hasSuffix(" Den er erstattet af en ny, som siger det samme som journalen.\n"))
    #expect(try program.run("register", "rebuild").errors == "")
    #expect(try export(program) == before)
  }

  @Test func takesUpWhatTheJournalHasAndTheDatabaseHasNot() throws {
    let program = try issued()
    _ = try program.shell("cp Output/register.sqlite gammel")
    try program.write(Sample.grant.numbered("D-1"), as: "d.json")
    #expect(try program.run("issue", "d.json").code == 0)
    let after = try export(program)
    _ = try program.shell("rm Output/register.sqlite*; cp gammel Output/register.sqlite")
    #expect(try export(program) == after)
  }

  @Test func letsGoOfABatchThatWasNotWrittenWhole() throws {
    let program = try issued()
    let before = try (export(program), program.bytes(of: "Output/register.jsonl"))
    // As a power cut leaves it: lines without their commit, the last one halved.
    _ = try program.shell(
      "grep -m 1 '\"issued\"' Output/register.jsonl > linje; (cat linje; head -c 90 linje) >> Output/register.jsonl")
    #expect(try export(program) == before.0)
    #expect(try program.bytes(of: "Output/register.jsonl") == before.1)
  }

  @Test func findsAChangedCharacterInTheJournal() throws {
    let program = try issued()
    _ = try program.shell("sed -i 's/Du har været syg/Du har været rig/' Output/register.jsonl")
    let outcome = try program.run("register", "rebuild")
    #expect(outcome.code == 2)
    #expect(outcome.errors.contains("fejl: Registret er beskadiget: Output/register.jsonl: linjerne før den "))
    _ = try program.shell("rm Output/register.jsonl")
    let missing = try program.run("issue", "sager.jsonl")
    #expect(missing.code == 2)
    #expect(missing.errors.contains("Registret er beskadiget: Output/register.jsonl: journalen mangler."))
  }

  @Test func writesToAFolderFromOneProcessAtATime() throws {
    let program = try issued()
    let outcome = try program.shell("flock Output/register.lock \"$PROGRAM\" issue sager.jsonl")
    #expect(outcome.code == 2)
    #expect(
      outcome.errors == """
        fejl: Mappen Output bruges af en anden kørsel. [register-locked]
          hjælp: Vent, til den er færdig, og start igen. Der er ikke ændret noget.

        """)
  }

  /// A journal that is to be fetched from a backup does not make letters free that were issued.
  @Test func rendersNotOverWhatIsIssuedWhileTheJournalIsAway() throws {
    let program = try issued()
    _ = try program.shell("mv Output/register.jsonl .")
    let outcome = try program.run("render", "sager.jsonl", "--draft")
    #expect(outcome.code == 2)
    #expect(outcome.errors.contains("de bliver ikke overskrevet. [issued-documents]"))
    let list = try program.run("register", "list")
    #expect(list.code == 2)
    #expect(list.errors.contains("Output/register.jsonl: journalen mangler. [register-damaged]"))
  }

  @Test(arguments: [[], ["--format", "memo", "--without-pdf"]]) func rendersNotOverWhatIsIssued(
    _ format: [String]
  ) throws {
    let program = try issued()
    let outcome = try program.run(["render", "sager.jsonl"] + format)
    #expect(outcome.code == 2)
    #expect(
      outcome.errors == """
        fejl: I mappen Output ligger udstedte dokumenter, og de bliver ikke overskrevet. [issued-documents]
          hjælp: Skriv til en anden mappe (--output), eller udsted sagen med 'mentorbrev issue'.

        """)
    let none = try program.run("register", "list", "--output", "tom")
    #expect(none.code == 2)
    #expect(none.errors.hasPrefix("fejl: Der er intet register i mappen tom. [register-missing]\n"))
  }

  @Test func aListIsTheSameAsLines() throws {
    let program = try issued()
    let list = Data("[\(Sample.grant.numbered("A-1").text),\(Sample.grant.numbered("C-1").text)]".utf8)
    try program.write(list, as: "sager.json")
    let again = try program.run("issue", "sager.json")
    #expect(again.code == 0)
    #expect(again.errors == "2 sager: 0 udstedt, 0 afvist, 2 udstedt før.\n")
  }
}
