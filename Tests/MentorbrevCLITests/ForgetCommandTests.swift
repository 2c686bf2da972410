import Foundation
import Testing

/// `forget`: a case that may no longer be kept is gone, and that it was there is told.
@Suite struct ForgetCommandTests {
  private func issued() throws -> Program {
    let program = try Program()
    for name in ["A-1", "B-1"] { try program.write(Sample.grant.numbered(name), as: "\(name).json") }
    try program.write(Sample.grant.numbered("A-1").replacing("2026-08-24", with: "2026-11-31"), as: "fejl.json")
    #expect(try program.run("issue", "A-1.json", "B-1.json", "fejl.json").code == 1)
    return program
  }

  @Test func leavesNothingOfTheCaseAndTellsThatItWasThere() throws {
    let program = try issued()
    _ = try program.run("mark-sent", "A-1")
    let outcome = try program.run("forget", "A-1", "--reason", "Fem år efter sidste afgørelse.")
    #expect(outcome.code == 0)
    #expect(outcome.output == "slettet: 1 sag, 2 dokumenter (bevilling 1, Min Plan 1), 1 afvisning\n")
    #expect(outcome.errors == "")
    // B-1 is of the same person and says the same, but for its number.
    #expect(try program.shell("grep -rl 'A-1' Output").output == "")
    #expect(
      try program.shell("ls -A Output | grep -v -e '-wal' -e '-shm' | LC_ALL=C sort | tr '\\n' ' '").output
        == ".staging B-1 register.jsonl register.lock register.sqlite runs ")
    let list = try program.run("register", "list").output
    #expect(
      list.hasSuffix(": Fem år efter sidste afgørelse.\n") && list.contains("slettet  ")
        && list.contains("1 sag, 2 dokumenter (bevilling 1, Min Plan 1), 1 afvisning"))
    #expect(
      try program.run("register", "show", "A-1").errors
        == "mentorbrev: registret i mappen Output kender ikke sagen; "
        + "'mentorbrev register list' viser dem, det kender\n")
    #expect(try program.run("verify", "Output", "--reproduce").code == 0)
    // The register knows nothing of it, so it is a new case.
    #expect(try program.run("issue", "A-1.json").code == 0)
    #expect(try program.run("verify", "Output").code == 0)
  }

  @Test func leavesNoDataOfAPersonWhoIsGone() throws {
    let program = try issued()
    #expect(try program.run("forget", "A-1", "B-1", "--reason", "Slettefrist.").code == 0)
    for secret in Sample.secrets where secret != "1230" {
      #expect(try program.shell("grep -rlaF '\(secret)' Output").output == "", "\(secret)")
    }
  }

  @Test func tellsOfCasesThatAreNotKnownAndOfFilesThatAreLeft() throws {
    let program = try issued()
    _ = try program.shell("echo x > Output/A-1/bevilling-2026-08-24.pdf")
    #expect(try program.shell("grep -rl A-1 Output/runs").output.contains("Output/runs/1/index.html\n"))
    let outcome = try program.run("forget", "X-1", "A-1", "--reason", "Slettefrist.")
    #expect(outcome.code == 1)
    #expect(outcome.output == "slettet: 1 sag, 2 dokumenter (bevilling 1, Min Plan 1), 1 afvisning\n")
    #expect(
      outcome.errors == """
        fejl: sag X-1: Registret kender ikke sagen. [unknown-case]
          hjælp: Se efter, om nummeret er rigtigt. En sag, der er slettet, kendes ikke mere.
        fejl: Filen Output/A-1/bevilling-2026-08-24.pdf ligger der stadig. [forget-left]
          hjælp: Den er ikke udstedt herfra eller kan ikke slettes. Slet den selv, hvis den også skal væk.

        """)
    // The page of the run is made again without the case.
    #expect(try program.shell("grep -rl A-1 Output/runs").output == "")
  }

  @Test func saysThatTheCaseIsGoneWhenOnlyThePageCannotBeWritten() throws {
    let program = try issued()
    _ = try program.shell("rm -r Output/runs; touch Output/runs")
    let outcome = try program.run("forget", "A-1", "--reason", "Slettefrist.")
    #expect(outcome.code == 1)
    #expect(outcome.output == "slettet: 1 sag, 2 dokumenter (bevilling 1, Min Plan 1), 1 afvisning\n")
    #expect(
      outcome.errors == """
        fejl: Output/runs kan ikke skrives: Not a directory. Derfor er siden om kørsel 1 ikke lavet. Det, den skal fortælle, står i registret. [page-unwritable]
          hjælp: Fjern det, der er i vejen, og kør 'mentorbrev register rebuild': det laver også siderne igen.

        """)
    #expect(try program.run("register", "rebuild").code == 1)
    _ = try program.shell("rm Output/runs")
    #expect(try program.run("register", "rebuild").code == 0)
    #expect(try program.shell("grep -l B-1 Output/runs/1/*").output == "Output/runs/1/index.html\n")
  }

  @Test func forgetsWhatIsStuckAndTellsWhatIsLeft() throws {
    let program = try issued()
    let setup = """
      mkdir -p Output/.staging/x && mv Output/A-1 andet && ln -s ../andet Output/A-1
      rm Output/B-1/bevilling-2026-08-24.html && mkdir Output/B-1/bevilling-2026-08-24.html
      """
    _ = try program.shell(setup)
    let outcome = try program.run("forget", "A-1", "B-1", "--reason", "Slettefrist.")
    #expect(outcome.code == 1)
    #expect(outcome.output == "slettet: 2 sager, 4 dokumenter (bevilling 2, Min Plan 2), 1 afvisning\n")
    #expect(
      outcome.errors == """
        fejl: Mappen Output/B-1/bevilling-2026-08-24.html ligger der stadig. [forget-left]
          hjælp: Den er ikke udstedt herfra eller kan ikke slettes. Slet den selv, hvis den også skal væk.
        fejl: Mappen Output/.staging/x ligger der stadig. [forget-left]
          hjælp: Den er ikke udstedt herfra eller kan ikke slettes. Slet den selv, hvis den også skal væk.
        fejl: Output/A-1 var et link til ../andet og er fjernet. [forget-link]
          hjælp: Det, linket pegede på, er ikke rørt. Slet det selv, hvis det også skal væk.

        """)
    #expect(try program.shell("ls andet/*.html | wc -l").output == "2\n")
    #expect(try program.run("register", "runs").code == 0)
  }

  /// A process was killed while it forgot a case, and the same command is run again.
  @Test(arguments: [
    (["A-1"], "1 sag, 2 dokumenter (bevilling 1, Min Plan 1)"),
    (["B-1", "A-1"], "2 sager, 4 dokumenter (bevilling 2, Min Plan 2)"),
  ])
  func finishesWhatWasInterruptedAndTellsIt(_ cases: [String], _ told: String) throws {
    let program = try issued()
    let journal = try program.text(of: "Output/register.jsonl")
    let commits = try #require(journal.matches(of: /"entry":"commit","number":(\d+)/).last?.1)
    let wish = #"{"at":"2026-11-22T08:00:00Z","cases":["A-1"],"commits":\#(commits),"why":"Slettefrist."}"#
    try program.write(Data(wish.utf8), as: "Output/register.forget")
    let outcome = try program.run(["forget"] + cases + ["--reason", "Slettefrist."])
    #expect(outcome.code == 0)
    #expect(outcome.errors == "")
    #expect(outcome.output == "slettet: \(told), 1 afvisning\n")
    #expect(try program.shell("grep -rl A-1 Output").output == "")
    #expect(try program.run("verify", "Output").code == 0)
  }

  /// Another command has finished it, so the case is not known; its pages are made again all the same.
  @Test func leavesNoPageThatNamesACaseThatAnotherCommandForgot() throws {
    let program = try issued()
    let page = try program.bytes(of: "Output/runs/1/index.html")
    #expect(try program.run("forget", "A-1", "--reason", "Slettefrist.").code == 0)
    try program.write(page, as: "Output/runs/1/index.html")
    #expect(try program.run("forget", "A-1", "--reason", "Slettefrist.").code == 1)
    #expect(try program.shell("grep -rl A-1 Output").output == "")
  }

  @Test func refusesAReasonThatNamesTheCaseAndAFolderWithoutARegister() throws {
    let program = try issued()
    let before = try program.bytes(of: "Output/register.jsonl")
    let named = try program.run("forget", "A-1", "--reason", "Sag A-1 er forældet.")
    #expect(named.code == 1)
    #expect(
      named.errors == """
        fejl: Begrundelsen (--reason) nævner en af de sager, der skal slettes. [reason-tells]
          hjælp: Skriv den uden sagsnummer: den bliver stående i registret, når sagen er væk.

        """)
    #expect(try program.bytes(of: "Output/register.jsonl") == before)
    let none = try program.run("forget", "A-1", "--reason", "Slettefrist.", "--output", "tom")
    #expect(none.code == 2)
    #expect(none.errors.hasPrefix("fejl: Der er intet register i mappen tom. [register-missing]\n"))
    #expect(try program.run("forget", "A-1").code == 64)
  }

  /// A run that was killed before it recorded a case has left its letters.
  @Test func namesWhatLiesThereOfACaseThatIsNotKnown() throws {
    let program = try Program.issued()
    _ = try program.shell("mkdir Output/X-1 && cp Output/A-1/bevilling-2026-08-24.html Output/X-1")
    let outcome = try program.run("forget", "X-1", "--reason", "Slettefrist.")
    #expect(outcome.code == 1)
    #expect(outcome.errors.contains("sag X-1: Registret kender ikke sagen. [unknown-case]\n"))
    #expect(outcome.errors.contains("Filen Output/X-1/bevilling-2026-08-24.html ligger der stadig. [forget-left]\n"))
  }
}
