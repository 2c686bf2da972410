import Foundation
import Testing

/// A run that is killed and started again ends as one that nobody disturbed.
@Suite struct ResumeTests {
  private static let lines: Data = {
    let good = Sample.grant.text.replacing("\n", with: "")
    return Data(
      (0..<600).map { number in
        let text = good.replacing("27.36.00-G01-3001-26", with: "A-\(number)")
        return (number % 50 == 7 ? text.replacing("2026-09-07", with: "2026-09-31") : text) + "\n"
      }.joined().utf8)
  }()

  @Test func isTheSameAfterBeingKilled() throws {
    let program = try Program()
    try program.write(Self.lines, as: "sager.jsonl")
    let undisturbed = try program.run("issue", "sager.jsonl", "--kind", "min-plan", "--output", "hel")
    #expect(undisturbed.errors.hasSuffix("600 sager: 588 udstedt, 12 afvist.\n"))
    let export = try program.run("register", "export", "--without-times", "--output", "hel").output
    #expect(export.split(separator: "\n").count == 600)
    // Twenty kills, five in each folder, after 0.1 to 2.5 seconds from where the last one was killed.
    for folder in 0..<4 {
      for kill in 0..<5 {
        let tenths = (folder * 5 + kill) * 7 % 25 + 1
        _ = try program.shell(
          "timeout -s KILL \(Double(tenths) / 10) \"$PROGRAM\" issue sager.jsonl --kind min-plan --output brudt\(folder)"
        )
      }
      _ = try program.run("issue", "sager.jsonl", "--kind", "min-plan", "--output", "brudt\(folder)")
      let same = try program.shell(
        "diff -r -x 'register.*' -x runs hel brudt\(folder) && find brudt\(folder) -name '.*' ! -name .staging")
      #expect(same.code == 0)
      #expect(same.output == "")
      #expect(
        try program.run("register", "export", "--without-times", "--output", "brudt\(folder)").output == export)
    }
  }

  @Test func beginsAgainWhereTheDatabaseWasMadeAndTheJournalNot() throws {
    let program = try Program()
    try program.write(Sample.grant, as: "sag.json")
    _ = try program.run("issue", "sag.json", "--output", "hel")
    let before = try program.run("register", "export", "--without-times", "--output", "hel").output
    // An empty database, as a run leaves it that is killed between the two.
    _ = try program.shell("mkdir -m 700 Output && : > Output/register.sqlite && chmod 600 Output/register.sqlite")
    let outcome = try program.run("issue", "sag.json")
    #expect(outcome.code == 0)
    #expect(outcome.errors == "Kørsel 1: Output/runs/1/index.html\n")
    #expect(try program.run("register", "export", "--without-times").output == before)
  }

  /// Whether a small disk can be made here: for that one must be root.
  static let canMount = (try? Program().shell("mkdir d && mount -t tmpfs -o size=1m tmpfs d && umount d").code) == 0

  @Test(.enabled(if: canMount, "no rights to mount a small disk here")) func saysThatTheDiskIsFullAndGoesOnLater()
    throws
  {
    let program = try Program()
    try program.write(Self.lines, as: "sager.jsonl")
    #expect(try program.shell("mkdir Output && mount -t tmpfs -o size=2m,mode=700 tmpfs Output").code == 0)
    defer { _ = try? program.shell("umount Output") }
    let full = try program.run("issue", "sager.jsonl", "--kind", "min-plan")
    #expect(full.code == 2)
    #expect(full.errors.contains("No space left on device") || full.errors.contains("disk is full"))
    #expect(
      full.errors.hasSuffix(
        "mentorbrev: stopped; what was issued is recorded, and the same command goes on from there\n"))
    _ = try program.shell("mount -o remount,size=200m Output")
    let rest = try program.run("issue", "sager.jsonl", "--kind", "min-plan")
    #expect(rest.code == 1)
    _ = try program.run("issue", "sager.jsonl", "--kind", "min-plan", "--output", "hel")
    #expect(try program.shell("diff -r -x 'register.*' -x runs hel Output").code == 0)
    let exports = try ["hel", "Output"].map {
      try program.run("register", "export", "--without-times", "--output", $0).output
    }
    #expect(exports[0] == exports[1])
  }
}
