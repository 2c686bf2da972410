import Foundation
import Testing

/// A timetable may start the program with some of its three streams closed. A file of its own never takes their places.
@Suite struct StandardStreamsTests {
  private func run(_ command: String, in program: Program) throws -> Program.Outcome {
    try program.run(
      ["-c", "exec \"$0\" \(command)", Program.executable.path], executable: URL(filePath: "/bin/sh"))
  }

  @Test func tellsThatNothingCanBeReadFromAClosedInput() throws {
    let outcome = try run("render - <&-", in: Program())
    #expect(outcome.code == 1)
    #expect(outcome.errors.contains("[unreadable]"), "\(outcome.errors)")
  }

  @Test func tellsThatNothingCanBeWrittenToAClosedOutput() throws {
    let program = try Program()
    try program.write(Sample.grant, as: "sag.json")
    let outcome = try run("check sag.json >&-", in: program)
    #expect(outcome.code == 2)
    #expect(outcome.errors.hasPrefix("mentorbrev: cannot write to standard output: "), "\(outcome.errors)")
  }

  @Test func writesNoMessageIntoTheRegister() throws {
    let program = try Program()
    try program.write(Sample.grant.replacing("2026-08-24", with: "2026-11-31"), as: "sag.json")
    let outcome = try run("issue sag.json --output Ud <&- 2>&-", in: program)
    #expect(outcome.code == 1)
    let folder = "\(program.folder)/Ud"
    #expect(try Data(contentsOf: URL(filePath: "\(folder)/register.lock")).isEmpty)
    #expect(try program.run("verify", "Ud").errors == "")
  }
}
