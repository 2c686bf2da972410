import Foundation
import Testing

/// Several cases in one input: lists and lines, from files and from standard input.
@Suite struct SeveralCasesTests {
  private static let good = Sample.grant.numbered("A-1")
  private static let late = Sample.grant.numbered("B-1").replacing("2026-08-24", with: "2026-11-31")
  private static let other = Sample.grant.numbered("C-1")

  private static var list: Data { Data("[\n\(good.text),\n\(late.text),\n\(other.text)]\n".utf8) }

  private static func line(_ sample: Sample) -> String { sample.text.replacing("\n", with: "") }

  private static var lines: Data { Data([good, late, other].map { line($0) + "\n" }.joined().utf8) }

  @Test func writesTheGoodCasesOfAListAndCountsThem() throws {
    let program = try Program()
    try program.write(Self.list, as: "sager.json")
    let outcome = try program.run("render", "sager.json", "--format", "xml", "--kind", "bevilling")
    #expect(outcome.code == 1)
    #expect(outcome.output == "Output/A-1/bevilling-2026-08-24.xml\nOutput/C-1/bevilling-2026-08-24.xml\n")
    #expect(
      outcome.errors == """
        sager.json:47:13: fejl: sag B-1: Dato: november 2026 har ikke en dag nr. 31. [no-such-date]
          felt: afgoerelse.dato
          hjælp: Skriv en dato, der findes, som år-måned-dag: 2026-11-23.
        sager.json:33: afvist på grund af 1 fejl. Der er ikke skrevet noget for sagen.
        3 sager: 2 skrevet, 1 afvist.

        """)
  }

  @Test func readsLinesFromStandardInput() throws {
    let outcome = try Program().run("check", "-", "--input-format", "jsonl", input: Self.lines)
    #expect(outcome.code == 1)
    #expect(outcome.output == "<stdin>:1: i orden\n<stdin>:2: afvises: 1 fejl\n<stdin>:3: i orden\n")
    #expect(outcome.errors.hasSuffix("3 sager: 2 i orden, 1 afvises.\n"))
  }

  @Test func writesTheSameFromAListAndFromLines() throws {
    let program = try Program()
    try program.write(Self.list, as: "sager.json")
    try program.write(Self.lines, as: "sager.jsonl")
    _ = try program.run("render", "sager.json", "--output", "a")
    _ = try program.run("render", "sager.jsonl", "--output", "b")
    let names = try program.files(in: "a")
    #expect(names.count == 8)
    #expect(try program.files(in: "b") == names)
    for name in names {
      let written = try program.bytes(of: "a/\(name)")
      #expect(try program.bytes(of: "b/\(name)") == written)
    }
  }

  @Test func namesTheLineOfEachCaseToMachines() throws {
    let outcome = try Program().run("check", "-", "--input-format", "jsonl", "--json", input: Self.lines)
    #expect(outcome.errors == "")
    let lines = try outcome.output.split(separator: "\n").map {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] ?? [:]
    }
    #expect(lines.map { $0["line"] as? Int } == [1, 2, 3])
    #expect(lines.map { $0["status"] as? String } == ["ok", "refused", "ok"])
  }

  @Test func refusesTheLaterOfTwoCasesWithOneIdentityInAFile() throws {
    let program = try Program()
    try program.write(Data("\(Self.line(Self.good))\n\(Self.line(Self.good))\n".utf8), as: "sager.jsonl")
    let outcome = try program.run("render", "sager.jsonl", "--format", "xml", "--kind", "min-plan")
    #expect(outcome.code == 1)
    #expect(outcome.output == "Output/A-1/min-plan-2026-08-24.xml\n")
    #expect(
      outcome.errors == """
        sager.jsonl:2:1: fejl: sag A-1: Sagen giver det samme dokument (Min Plan af 2026-08-24) som en tidligere sag i samme kørsel. [duplicate-identity]
          felt: loebenummer
          hjælp: Giv det ene dokument et løbenummer (loebenummer), eller fjern den ene af de to sager.
        sager.jsonl:2: afvist på grund af 1 fejl. Der er ikke skrevet noget for sagen.
        2 sager: 1 skrevet, 1 afvist.

        """)
  }

  @Test func countsNoErrorBetweenCasesAsACase() throws {
    let input = Data("[\(Self.line(Self.good)),\(Self.line(Self.other)),]".utf8)
    let program = try Program()
    let outcome = try program.run("check", "-", input: input)
    #expect(outcome.code == 1)
    #expect(outcome.errors.contains("fejl: Der står et komma efter den sidste sag"))
    #expect(outcome.errors.hasSuffix("2 sager: 2 i orden, 0 afvises.\n"))
    let machine = try program.run("check", "-", "--json", input: input)
    #expect(machine.output.contains(#""status":"error","diagnostics":[{"severity":"error","id":"json-trailing-comma""#))
  }

  /// A machine gets all that a person reads: also the place that explains the first.
  @Test func machinesGetTheNotesOfAnError() throws {
    let outcome = try Program().run(
      "check", "-", "--json", input: Data(#"{"sagsnummer": "A-1", "sagsnummer": "A-2"}"#.utf8))
    #expect(
      outcome.output.contains(
        #""notes":[{"message":"Her står den første gang.","file":"<stdin>","line":1,"column":2}]"#), "\(outcome.output)"
    )
    #expect(outcome.output.components(separatedBy: "\"notes\"").count == 2)
  }

  @Test func anEmptyListIsRemarkedAndNoError() throws {
    let outcome = try Program().run("render", "-", input: Data("[]".utf8))
    #expect(outcome.code == 0)
    #expect(
      outcome.errors == """
        <stdin>:1:2: advarsel: Listen er tom: der er ingen sager i den. [no-cases]
          hjælp: Se efter, om det er den rigtige fil.

        """)
  }

  /// What lies in the place of one case is no reason to stop at it for ever.
  @Test(arguments: [
    ("ln -s ../andet Output/B-1", "Output/B-1 er et link, og der bliver aldrig skrevet gennem et link"),
    ("touch Output/B-1", "Output/B-1 er ikke en mappe"),
    (
      "mkdir -p Output/B-1/bevilling-2026-08-24.html",
      "Output/B-1/bevilling-2026-08-24.html er en mappe og ikke en fil"
    ),
  ])
  func aPlaceThatIsTakenStopsNoOtherCase(_ blocking: String, _ words: String) throws {
    for command in ["render", "issue"] {
      let program = try Program()
      for name in ["A-1", "B-1", "C-1"] { try program.write(Sample.grant.numbered(name), as: "\(name).json") }
      _ = try program.shell("mkdir Output andet; \(blocking)")
      let outcome = try program.run(command, "A-1.json", "B-1.json", "C-1.json")
      #expect(outcome.code == 1)
      #expect(
        outcome.errors.contains("sag B-1: Sagens dokumenter kan ikke skrives: \(words). [place-taken]"),
        "\(command): \(outcome.errors)")
      #expect(try program.files(in: "Output/A-1").count == 4 && program.files(in: "Output/C-1").count == 4)
      #expect(try program.files(in: "andet").isEmpty)
    }
  }
}
