import Foundation
import Testing

/// What lies beside the documents.
@Suite struct RegisterFilesTests {
  @Test func saysThatThereAreNoRuns() throws {
    let program = try Program()
    // As an issue leaves it that was killed at once.
    _ = try program.shell("mkdir Output; touch Output/register.jsonl")
    let outcome = try program.run("register", "runs")
    #expect(outcome.code == 0)
    #expect(outcome.output == "")
    #expect(outcome.errors == "mentorbrev: der er ingen kørsler i registret i mappen Output\n")
    #expect(try program.run("register", "runs", "--json").errors == "")
  }

  /// Files beside the database tell nobody anything, and are taken for damage by whoever compares two folders.
  @Test func eachCommandLeavesNothingBesideTheDatabase() throws {
    let program = try Program.issued()
    let reissue = ["reissue", "sager.jsonl", "--as", "registrering", "--date", "2026-10-05"]
    let commands = [
      ["register", "list"], ["register", "runs"], ["register", "export"], ["register", "show", "A-1"],
      ["register", "law-changes", "--date", "2026-12-01"], ["verify", "Output", "--reproduce"],
      ["approve", "1", "--by", "Kirsten Holm"], ["pack", "1", "--into", "pakker", "--without-pdf"],
      ["pack", "9", "--into", "pakker", "--without-pdf"], reissue, reissue + ["--dry-run"],
      ["reissue", "--lawbook-corrected", "--as", "rettelse", "--date", "2026-10-05"],
      ["reissue", "--lawbook-corrected", "--as", "rettelse", "--date", "2026-10-05", "--dry-run"],
      ["issue", "sager.jsonl"], ["issue", "ingen.jsonl"], ["mark-sent", "A-1"],
      ["withdraw", "A-1", "--reason", "Forkert."],
      ["withdraw", "C-1", "--reason", "Forkert."], ["forget", "C-1", "--reason", "Slettefrist."],
      ["register", "rebuild"],
    ]
    for command in commands {
      let outcome = try program.run(command)
      #expect(outcome.code != 64, "\(command): \(outcome.errors)")
      #expect(try program.files().filter { $0.hasPrefix("register.sqlite") } == ["register.sqlite"], "\(command)")
    }
  }

  /// A full disk behind the output is no fault of the register's, also while rows are still being read.
  @Test func aFullOutputIsNoDamage() throws {
    let program = try Program()
    let lines = (1...60).map { Sample.grant.numbered("A-\($0)").text.replacing("\n", with: "") + "\n" }
    try program.write(Data(lines.joined().utf8), as: "sager.jsonl")
    #expect(try program.run("issue", "sager.jsonl").code == 0)
    let full = try program.shell("\"$PROGRAM\" register export > /dev/full")
    #expect(full.code == 2)
    #expect(full.errors == "mentorbrev: cannot write to standard output: No space left on device\n")
  }

  #if os(Linux)
    /// Root without the right to pass over permissions is as good as any other user.
    @Test(
      .enabled(if: getuid() == 0, "only root may give rights away"),
      arguments: [
        "register list", "verify Output", "approve 1 --by 'Kirsten Holm'", "withdraw A-1 --reason Forkert",
        "forget A-1 --reason Slettefrist", "pack 1 --into pakker --without-pdf",
      ])
    func tellsThatAFolderIsSomebodyElses(_ command: String) throws {
      let program = try Program.issued()
      let command = command.hasPrefix("verify") ? command : "\(command) --output Output"
      let outcome = try program.shell(
        "chown -R 65534 Output && setpriv --bounding-set=-dac_override,-dac_read_search \"$PROGRAM\" \(command)")
      #expect(outcome.code == 2)
      #expect(
        outcome.errors == """
          fejl: Der er ikke adgang til mappen Output. [register-unreadable]
            hjælp: Kør kommandoen som den bruger, der ejer mappen, eller bed om adgang til den.

          """)
    }
  #endif
}
