import Foundation
import Testing

/// Many cases at once: the same result for any number of workers, as files and as lines of a filter.
@Suite struct BulkTests {
  /// Sixty cases, some of them wrong, two with one identity.
  static let lines: Data = {
    let good = Sample.grant.text.replacing("\n", with: "")
    return Data(
      (0..<60).map { number in
        let text = good.replacing("27.36.00-G01-3001-26", with: "A-\(number == 41 ? 40 : number)")
        return (number % 13 == 5 ? text.replacing("2026-09-07", with: "2026-09-31") : text) + "\n"
      }.joined().utf8)
  }()

  /// Commands that deal out lines to several programs; GNU parallel where it is installed.
  static let dealers: [String] = {
    let parallel = "parallel --keep-order --pipe -N 7 \"$PROGRAM\" render --output - < sager.jsonl 2>told"
    let split = "split --lines=7 --filter='\"$PROGRAM\" render --output - 2>>told || [ $? -eq 1 ]' sager.jsonl"
    return FileManager.default.fileExists(atPath: "/usr/bin/parallel") ? [split, parallel] : [split]
  }()

  @Test(arguments: [2, 5, 16]) func anyNumberOfWorkersGivesTheSame(_ workers: Int) throws {
    let program = try Program()
    try program.write(Self.lines, as: "sager.jsonl")
    let one = try program.run("render", "sager.jsonl", "--output", "a", "--workers", "1")
    let many = try program.run("render", "sager.jsonl", "--output", "b", "--workers", "\(workers)")
    #expect(one.code == 1)
    #expect(one.errors.hasSuffix("60 sager: 54 skrevet, 6 afvist.\n"))
    #expect(many.output == one.output.replacing("a/A-", with: "b/A-"))
    #expect(many.errors == one.errors)
    let names = try program.files(in: "a")
    #expect(names.count == 54 * 4)
    #expect(try program.files(in: "b") == names)
    for name in names {
      let bytes = try program.bytes(of: "a/\(name)")
      #expect(try program.bytes(of: "b/\(name)") == bytes)
    }
    let machine = try ["1", "\(workers)"].map {
      try program.run("check", "sager.jsonl", "--json", "--workers", $0).output
    }
    #expect(machine[0] == machine[1])
    #expect(machine[0].split(separator: "\n").count == 60)
  }

  @Test func anyNumberOfWorkersGivesTheSameMessages() throws {
    let program = try Program()
    try program.write(Self.lines, as: "sager.jsonl")
    let outcomes = try [("a", "1"), ("b", "5")].map { folder, workers in
      try program.run(
        "render", "sager.jsonl", "--format", "memo", "--without-pdf", "--output", folder, "--workers", workers)
    }
    #expect(outcomes[0].code == 1)
    #expect(outcomes[0].errors.hasSuffix("60 sager: 54 skrevet, 6 afvist.\n"))
    #expect(
      outcomes[0].output
        == (0..<60).filter { $0 % 13 != 5 && $0 != 41 }.map { "a/A-\($0)/bevilling-2026-08-24.memo.xml\n" }.joined())
    #expect(outcomes[1].output == outcomes[0].output.replacing("a/A-", with: "b/A-"))
    #expect(outcomes[1].errors == outcomes[0].errors)
    #expect(try program.shell("diff -r a b").output == "")
  }

  @Test(arguments: ["INT", "TERM"]) func anInterruptionLeavesNothingHalf(_ signal: String) throws {
    let program = try Program()
    try program.write(Self.lines, as: "sager.jsonl")
    // The input has no end, so only the interruption ends the run; the first case shows that it has begun.
    let outcome = try program.shell(
      """
      mkfifo til fra
      "$PROGRAM" render - --input-format jsonl < til > fra & exec 3> til 4< fra
      head -n 1 sager.jsonl >&3; read -r first <&4
      kill -\(signal) $!; wait $!; echo $?; find Output -type f -name '.*'
      """)
    #expect(outcome.output == "130\n")
    #expect(
      outcome.errors.hasSuffix(
        "mentorbrev: interrupted; what was told before is done, and nothing is half. The same command does the rest\n"),
      "\(outcome.errors)")
    #expect(try program.files().count == 4)
  }

  /// The workers are in the middle of letters when they are stopped.
  @Test(arguments: ["INT", "TERM"]) func anInterruptionLeavesNoPassingNames(_ signal: String) throws {
    let program = try Program()
    try program.write(Self.lines, as: "sager.jsonl")
    let outcome = try program.shell(
      """
      mkfifo til
      "$PROGRAM" render - --input-format jsonl --workers 3 < til > /dev/null 2> fejl & exec 3> til
      pid=$!
      ( for i in 1 2 3 4 5 6 7 8; do sed 's/"sagsnummer": *"/&'$i'-/' sager.jsonl; done ) >&3 2>&1 &
      while [ "$(find Output -type f 2>/dev/null | wc -l)" -lt 20 ]; do sleep 0.01; done
      kill -\(signal) $pid; wait $pid; echo $?; find Output -type f -name '.*'
      """)
    #expect(outcome.output == "130\n", "\(outcome.output)")
  }

  @Test(arguments: ["pdf", "html,pdf", "memo", "kombi"]) func aFilterGivesText(_ format: String) throws {
    let outcome = try Program().run("render", "--output", "-", "--format", format, input: Self.lines)
    #expect(outcome.code == 64)
    #expect(outcome.errors.hasPrefix("Error: --output - gives lines of text: --format html, xml or both\n"))
  }

  @Test func aFilterGivesTheDocumentsThatRenderWrites() throws {
    let program = try Program()
    let input = Data(Self.lines.split(separator: 0x0A).prefix(5).joined(separator: [0x0A]))
    let outcome = try program.run("render", "--output", "-", input: input)
    #expect(outcome.code == 0)
    _ = try program.run("render", "-", "--input-format", "jsonl", input: input)
    let lines = try outcome.output.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: String])
    }
    #expect(lines.compactMap { $0["path"] }.sorted() == (try program.files()))
    #expect(
      lines.first?.filter { $0.key != "content" } == [
        "case": "A-0", "kind": "bevilling", "date": "2026-08-24", "recipient": "borger", "format": "html",
        "path": "A-0/bevilling-2026-08-24.html",
        "sha256": try program.sha256(of: "Output/A-0/bevilling-2026-08-24.html"),
      ])
    for line in lines {
      let path = try #require(line["path"])
      #expect(try program.bytes(of: "Output/\(path)") == line["content"].map { Data($0.utf8) })
    }
  }

  @Test func aFilterNamesNoRecipientOfPapersThatAreNotToTheCitizen() throws {
    let framework = Data(try Sample.example("rammeaftale").text.utf8)
    let outcome = try Program().run("render", "--output", "-", "--input-format", "json", input: framework)
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("\"kind\":\"rammeaftale\""))
    #expect(!outcome.output.contains("\"recipient\""))
  }

  @Test func aFilterTellsMachinesOfRefusedCases() throws {
    let outcome = try Program().run("render", "--output", "-", "--json", input: Self.lines)
    #expect(outcome.code == 1)
    #expect(outcome.errors == "")
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count { $0.contains(#""status":"refused""#) } == 5)
    #expect(lines.count { $0.hasPrefix(#"{"case":"A-40","#) } == 8, "each case is looked at for itself")
  }

  /// The examples of the README: dealt out to several programs, and put together again, the lines are the same.
  @Test(arguments: dealers) func aFilterGivesTheSameHoweverItsInputIsDealtOut(_ command: String) throws {
    let program = try Program()
    try program.write(Self.lines, as: "sager.jsonl")
    let whole = try program.run("render", "--output", "-", input: Self.lines)
    let dealt = try program.shell(command)
    #expect(dealt.output == whole.output)
  }

  @Test func aCaseIsWrittenAsSoonAsItHasCome() throws {
    let program = try Program()
    try program.write(Self.lines, as: "sager.jsonl")
    // The second case comes only when the documents of the first have been read.
    let outcome = try program.shell(
      """
      mkfifo til fra
      "$PROGRAM" render --output - --kind min-plan --format xml < til > fra &
      exec 3> til 4< fra
      head -n 1 sager.jsonl >&3; read -r first <&4
      sed -n 2p sager.jsonl >&3; exec 3>&-
      cat <&4 | wc -l
      """)
    #expect(outcome.output == "1\n")
  }

  @Test(arguments: ["render sager.jsonl", "render --output - <sager.jsonl", "check sager.jsonl", "issue sager.jsonl"])
  func aFullOutputEndsTheRun(_ command: String) throws {
    let program = try Program()
    try program.write(Self.lines, as: "sager.jsonl")
    let full = try program.shell("\"$PROGRAM\" \(command) > /dev/full")
    #expect(full.code == 2)
    #expect(full.errors.contains("mentorbrev: cannot write to standard output: No space left on device\n"))
    let closed = try program.shell("rm -rf Output; mkfifo ud; exec 3<>ud 4>ud 3>&-; \"$PROGRAM\" \(command) >&4")
    #expect(closed.code == 2)
    #expect(closed.errors.hasSuffix("mentorbrev: cannot write to standard output: Broken pipe\n"))
    #expect(try program.files().allSatisfy { !$0.contains("/.") }, "nothing under a passing name is left")
  }

  @Test func workersAreCounted() throws {
    let outcome = try Program().run("render", "sager.jsonl", "--workers", "0")
    #expect(outcome.code == 64)
    #expect(outcome.errors.hasPrefix("Error: --workers takes 1 to 256\n"))
  }
}

extension Program {
  /// Runs a command of the shell in the folder, with the program as `$PROGRAM`.
  func shell(_ command: String) throws -> Outcome {
    try run(
      ["-c", command],
      environment: ["PROGRAM": Self.executable.path, "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": folder],
      executable: URL(filePath: "/bin/bash"))
  }

  func sha256(of name: String) throws -> String {
    String(try shell("sha256sum '\(name)'").output.prefix(64))
  }
}
