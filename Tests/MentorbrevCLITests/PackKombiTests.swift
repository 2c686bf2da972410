import Foundation
import Testing

/// `pack --format kombi`: a request to SF1601 for each recipient, from the cases to the receipts.
@Suite struct PackKombiTests {
  private static let python = ProcessInfo.processInfo.environment["MENTORBREV_PYTHON"]
  private static let environment = ["MENTORBREV_PYTHON": python ?? "", "PATH": "/usr/bin:/bin"]
  private static let pack = ["pack", "1", "--into", "anmodninger", "--format", "kombi"]

  /// Three cases: one in Digital Post, one that is exempt, one with an address that no window can show.
  private func approved() throws -> Program {
    let program = try Program()
    let exempt = #""borger": { "fritagetForDigitalPost": true,"#
    let samples = [
      Sample.grant.numbered("A-1"), Sample.grant.numbered("B-1").replacing(#""borger": {"#, with: exempt),
      Sample.grant.numbered("C-1").replacing("Lærkevej 4", with: String(repeating: "x", count: 35)),
    ]
    try program.write(
      Data(samples.map { $0.text.replacing("\n", with: "") + "\n" }.joined().utf8), as: "sager.jsonl")
    #expect(try program.run("issue", "sager.jsonl").code == 0)
    return program
  }

  @Test(.enabled(if: python != nil, "MENTORBREV_PYTHON is not set")) func makesARequestForEachRecipient() throws {
    let program = try approved()
    let early = try program.run(Self.pack, environment: Self.environment)
    #expect(early.code == 1 && early.output == "")
    #expect(early.errors.hasPrefix("fejl: Kørsel 1 er ikke godkendt, så dens breve kan ikke pakkes. [not-approved]\n"))
    #expect(try program.run("approve", "1", "--by", "Kirsten Holm").code == 0)
    let outcome = try program.run(Self.pack + ["--json"], environment: Self.environment)
    #expect(outcome.code == 1)
    #expect(outcome.output.contains(#""case":"C-1","status":"refused""#))
    #expect(outcome.output.contains(#""id":"kombi-address""#))
    let uuids = try Program.uuids(outcome.output)
    #expect(uuids.mapValues(\.count) == ["A-1": 1, "B-1": 1, "C-1": 0])
    let names = try ["A-1", "B-1"].map { try #require(uuids[$0]?.first) + ".kombi.xml" }
    #expect(try program.files(in: "anmodninger") == names.sorted())
    let (digital, paper) = (
      try program.text(of: "anmodninger/\(names[0])"), try program.text(of: "anmodninger/\(names[1])")
    )
    #expect(digital.contains("<KombiValgKode>Automatisk Valg</KombiValgKode>") && digital.contains("memo:Message"))
    #expect(paper.contains("<KombiValgKode>Fysisk Post</KombiValgKode>") && !paper.contains("memo:"))
    #expect(!paper.contains("720590"))
    #expect(
      try program.shell("find anmodninger -type f ! -perm 600; find anmodninger -type d ! -perm 700").output == "")
    // The same requests as the way without a register makes.
    _ = try program.run(
      ["render", "sager.jsonl", "--format", "kombi", "--output", "tegnet"], environment: Self.environment)
    #expect(
      try program.shell("sha256sum anmodninger/* | cut -c -64 | sort").output
        == (try program.shell("find tegnet -name '*.kombi.xml' -exec sha256sum {} + | cut -c -64 | sort").output))
    try goesOn(program, uuids)
  }

  /// What was packed is recorded, left alone, sent again when it is asked, and found by its receipt.
  private func goesOn(_ program: Program, _ uuids: [String: [String]]) throws {
    #expect(try program.run("register", "runs").output.hasSuffix(", pakket 4\n"))
    let journal = try program.bytes(of: "Output/register.jsonl")
    let again = try program.run(Self.pack, environment: Self.environment)
    #expect(again.code == 1 && again.output == "")
    #expect(again.errors.hasSuffix("3 sager: 0 pakket (0 beskeder), 2 pakket før, 1 afvist.\n"))
    let before = try program.shell("sha256sum anmodninger/*").output
    let same = try program.run(Self.pack + ["--same", "--case", "B-1"], environment: Self.environment)
    #expect(same.errors == "1 sag: 1 pakket (1 besked).\n")
    #expect(try program.shell("sha256sum anmodninger/*").output == before)
    #expect(try program.bytes(of: "Output/register.jsonl") == journal)
    let second = try program.run(
      Self.pack + ["--again", "2", "--case", "A-1", "--json"], environment: Self.environment)
    #expect(try Program.uuids(second.output)["A-1"] != uuids["A-1"])
    let uuid = try #require(uuids["B-1"]?.first)
    let told = try program.run("register", "show", "B-1").output
    #expect(told.contains("Pakket"), "\(told)")
    #expect(try program.text(of: "Output/register.jsonl").contains(#""message":"\#(uuid)""#))
    #expect(try program.run("verify", "Output").code == 0)
  }

  /// As a kill leaves it between the files and their record.
  private func packedAndKilled() throws -> Program {
    let program = try approved()
    #expect(try program.run("approve", "1", "--by", "Kirsten Holm").code == 0)
    _ = try program.shell("cp -r Output urørt")
    #expect(try program.run(Self.pack, environment: Self.environment).code == 1)
    _ = try program.shell("rm -r Output; mv urørt Output")
    return program
  }

  private func names(_ program: Program) throws -> [String] { try program.files(in: "anmodninger") }

  @Test(
    .enabled(if: python != nil, "MENTORBREV_PYTHON is not set"),
    arguments: [
      ["withdraw", "A-1", "--reason", "Fejl."], ["withdraw", "B-1/min-plan-2026-08-24", "--reason", "Fejl."],
      ["mark-sent", "B-1"],
    ])
  func refusesALeftRequestOfALetterThatMustNotGoOut(_ ending: [String]) throws {
    let program = try packedAndKilled()
    let number = String(ending[1].prefix(3))
    #expect(try program.run(ending).code == 0)
    let register = try program.bytes(of: "Output/register.jsonl")
    for more in [[], ["--same"], ["--again", "2"]] {
      let outcome = try program.run(Self.pack + more, environment: Self.environment)
      #expect(outcome.code == 1 && outcome.output == "")
      #expect(
        outcome.errors.hasPrefix(
          "fejl: I mappen anmodninger ligger 1 forespørgsel, som ikke nåede at blive registreret, og hvis breve siden er "
            + "trukket tilbage, afløst eller sendt på anden vis. [request-outdated]\n  hjælp: Er den ikke sendt, så slet den"
        ),
        "\(outcome.errors)")
      #expect(outcome.errors.contains("\n  note: Sag \(number): "), "\(outcome.errors)")
    }
    #expect(try program.bytes(of: "Output/register.jsonl") == register)
    let told = try program.run(Self.pack, environment: Self.environment).errors
    let left = try #require(try names(program).first { told.contains($0) })
    _ = try program.shell("rm anmodninger/\(left)")
    let outcome = try program.run(Self.pack, environment: Self.environment)
    #expect(outcome.code == 1, "the case whose address no window can show")
    #expect(!outcome.errors.contains("request-"), "\(outcome.errors)")
    #expect(try !names(program).contains(left))
  }

  @Test(.enabled(if: python != nil, "MENTORBREV_PYTHON is not set")) func takesOverWhatIsLeftAndWarnsOfWhatIsNot()
    throws
  {
    let program = try packedAndKilled()
    let before = try program.shell("sha256sum anmodninger/*").output
    let strange = "8f14e45f-ceea-467f-a9d1-1f0c2d3e4b51.kombi.xml"
    try program.write(Data("<x/>".utf8), as: "anmodninger/\(strange)")
    let outcome = try program.run(Self.pack, environment: Self.environment)
    #expect(outcome.code == 1)
    #expect(outcome.output.split(separator: "\n").count == 2)
    #expect(
      outcome.errors.contains(
        "advarsel: Registret kender ikke 1 forespørgsel i mappen anmodninger: \(strange). [request-strange]\n"))
    #expect(outcome.errors.hasSuffix("3 sager: 2 pakket (2 beskeder), 1 afvist.\n"))
    _ = try program.shell("rm anmodninger/\(strange)")
    #expect(try program.shell("sha256sum anmodninger/*").output == before)
    // What is recorded is no news.
    let again = try program.run(Self.pack, environment: Self.environment)
    #expect(!again.errors.contains("request-"))
  }

  /// A kill at any time: what was told of is recorded.
  @Test(.enabled(if: python != nil, "MENTORBREV_PYTHON is not set")) func tellsOnlyOfWhatIsRecorded() throws {
    let program = try Program()
    let text = Sample.grant.text.replacing("\n", with: "") + "\n"
    let lines = (1...20).map { text.replacing("27.36.00-G01-3001-26", with: "A-\($0)") }
    try program.write(Data(lines.joined().utf8), as: "sager.jsonl")
    #expect(try program.run("issue", "sager.jsonl").code == 0)
    #expect(try program.run("approve", "1", "--by", "Kirsten Holm").code == 0)
    _ = try program.shell(
      """
      export MENTORBREV_PYTHON='\(Self.python ?? "")'
      "$PROGRAM" \(Self.pack.joined(separator: " ")) > fortalt & run=$!
      until [ -s fortalt ] || ! kill -0 $run; do sleep 0.02; done; kill -9 $run; wait
      """)
    let told = try program.text(of: "fortalt").split(separator: "\n")
    #expect(!told.isEmpty)
    let journal = try program.text(of: "Output/register.jsonl")
    for path in told where path.hasSuffix(".kombi.xml") {
      let uuid = path.dropFirst("anmodninger/".count).dropLast(".kombi.xml".count)
      #expect(journal.contains("\"message\":\"\(uuid)\""), "\(uuid)")
    }
    #expect(try program.run(Self.pack, environment: Self.environment).code == 0)
    #expect(try program.run("register", "runs").output.hasSuffix(", pakket 40\n"))
    #expect(try names(program).count == 20)
  }

  @Test func tellsWhatIsMissingAndPacksNothing() throws {
    let program = try approved()
    #expect(try program.run("approve", "1", "--by", "Kirsten Holm").code == 0)
    let journal = try program.bytes(of: "Output/register.jsonl")
    let outcome = try program.run(Self.pack, environment: ["MENTORBREV_PYTHON": "/intet/python"])
    #expect(outcome.code == 2)
    #expect(outcome.output == "")
    #expect(
      outcome.errors.hasPrefix(
        """
        error: PDF cannot be made here: there is no program '/intet/python' [no-pdf]
          help: sudo apt-get install -y python3-venv
        """), "\(outcome.errors)")
    #expect(!FileManager.default.fileExists(atPath: "\(program.folder)/anmodninger"))
    #expect(try program.bytes(of: "Output/register.jsonl") == journal)
  }
}
