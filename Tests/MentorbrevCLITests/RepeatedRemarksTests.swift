import Foundation
import Testing

/// A warning that many cases share is told of the first five and counted of the others; errors are told of each.
@Suite struct RepeatedRemarksTests {
  /// Cases whose period goes on into 2027, which is warned of (R39).
  private static func cases(_ count: Int, _ change: (Int, Sample) -> Sample = { $1 }) -> Data {
    let sample = Sample.grant.replacing("2026-12-06", with: "2027-01-06")
    let lines = (1...count).map { number in
      change(number, sample.numbered("A-\(number)")).text.replacing("\n", with: "") + "\n"
    }
    return Data(lines.joined().utf8)
  }

  private static func remark(_ number: Int) -> String {
    """
    sager.jsonl:\(number):756: advarsel: sag A-\(number): Perioden fortsætter efter den 31. december 2026. En ny hovedlov er varslet, men ikke bekræftet vedtaget, og det vides ikke, hvad den kan betyde for støtte, der allerede er bevilget. [R39]
      felt: mentorstoette.periode.til
      hjemmel: ingen endnu (en ny hovedlov er varslet, men ikke bekræftet vedtaget)
      hjælp: Bevillingen kan gives. Noter, at sagen skal ses igennem, hvis en ny lov bliver vedtaget.

    """
  }

  private static func counted(_ count: Int) -> String {
    "Advarsel R39 \"En periode, der går ind i 2027, kan blive berørt, hvis en ny hovedlov bliver vedtaget\": \(count) sager. "
      + "Den er vist for de første 5.\n"
  }

  private func program(_ lines: Data) throws -> Program {
    let program = try Program()
    try program.write(lines, as: "sager.jsonl")
    return program
  }

  @Test func isToldOfFiveCasesAndCounted() throws {
    let outcome = try program(Self.cases(8)).run("check", "sager.jsonl")
    #expect(outcome.code == 0)
    #expect(outcome.output == (1...8).map { "sager.jsonl:\($0): i orden, 1 advarsel\n" }.joined())
    #expect(
      outcome.errors == (1...5).map(Self.remark).joined() + Self.counted(8)
        + "Vil du se dem alle, så kør den samme kommando med --json. 'mentorbrev explain' forklarer én sag.\n"
        + "8 sager: 8 i orden, 0 afvises.\n")
  }

  @Test func leavesASmallRunAsItIs() throws {
    let outcome = try program(Self.cases(5)).run("check", "sager.jsonl")
    #expect(outcome.errors == (1...5).map(Self.remark).joined() + "5 sager: 5 i orden, 0 afvises.\n")
  }

  @Test func losesNothingForMachines() throws {
    let outcome = try program(Self.cases(8)).run("check", "sager.jsonl", "--json")
    #expect(outcome.errors == "")
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.contains(#""id":"R39""#) })
    #expect(outcome.output.split(separator: "\n").count == 8)
  }

  @Test func issuesAndRendersTellTheSame() throws {
    let program = try program(Self.cases(6))
    let rendered = try program.run("render", "sager.jsonl", "--output", "a")
    #expect(
      rendered.errors == (1...5).map(Self.remark).joined() + Self.counted(6)
        + "Vil du se dem alle, så kør den samme kommando med --json. 'mentorbrev explain' forklarer én sag.\n"
        + "6 sager: 6 skrevet, 0 afvist.\n")
    let issued = try program.run("issue", "sager.jsonl")
    #expect(
      issued.errors == (1...5).map(Self.remark).joined() + "Kørsel 1: Output/runs/1/index.html\n" + Self.counted(6)
        + "Vil du se dem alle, så kør 'mentorbrev check' på de samme sager med --json. 'mentorbrev explain' forklarer én "
        + "sag.\n6 sager: 6 udstedt, 0 afvist.\n")
  }

  @Test func aCopyOfTheListHasThemAll() throws {
    let program = try Program()
    let rows = TableCommandTests.list.replacing("6-12-2026", with: "6-1-2027").split(separator: "\r\n")
    let more = (1...7).map { rows[1].replacing("A-1;", with: "A-\($0);") }
    try program.write(Data((rows.prefix(1) + more.map { $0[...] }).joined(separator: "\r\n").utf8), as: "liste.csv")
    let outcome = try program.run("check", "liste.csv", "--errors", "ret.csv")
    #expect(outcome.code == 0)
    #expect(outcome.errors.split(separator: "\n").count { $0.hasSuffix("[R39]") } == 5)
    #expect(
      outcome.errors.hasSuffix(
        "mentorbrev: ret.csv holds the rows with what is wrong in each\n" + Self.counted(7)
          + "Vil du se dem alle, så se i ret.csv. 'mentorbrev explain' forklarer én sag.\n"
          + "7 sager: 7 i orden, 0 afvises.\n"), "\(outcome.errors.suffix(500))")
    #expect(try program.text(of: "ret.csv").components(separatedBy: "En ny hovedlov er varslet").count == 8)
  }

  @Test func refusalsAreToldOfEachCase() throws {
    let lines = Self.cases(8) { $1.replacing("2026-08-24", with: "2026-11-31") }
    let outcome = try program(lines).run("render", "sager.jsonl")
    #expect(outcome.code == 1)
    for number in 1...8 {
      #expect(
        outcome.errors.contains(
          """
          fejl: sag A-\(number): Dato: november 2026 har ikke en dag nr. 31. [no-such-date]
            felt: afgoerelse.dato
            hjælp: Skriv en dato, der findes, som år-måned-dag: 2026-11-23.
          sager.jsonl:\(number): afvist på grund af 1 fejl. Der er ikke skrevet noget for sagen.

          """), "\(number)")
    }
    #expect(outcome.errors.hasSuffix("8 sager: 0 skrevet, 8 afvist.\n"))
  }

  /// An error is found among the warnings, wherever it stands.
  @Test func anErrorAmongThemIsTold() throws {
    let lines = Self.cases(9) { $0 == 8 ? $1.replacing("2026-08-24", with: "2026-11-31") : $1 }
    let outcome = try program(lines).run("render", "sager.jsonl")
    #expect(outcome.code == 1)
    #expect(
      outcome.errors.hasPrefix(
        (1...5).map(Self.remark).joined()
          + """
          sager.jsonl:8:442: fejl: sag A-8: Dato: november 2026 har ikke en dag nr. 31. [no-such-date]
            felt: afgoerelse.dato
            hjælp: Skriv en dato, der findes, som år-måned-dag: 2026-11-23.
          sager.jsonl:8: afvist på grund af 1 fejl. Der er ikke skrevet noget for sagen.

          """ + Self.counted(8)), "\(outcome.errors)")
  }

  /// A list in the encoding of MS-DOS is wrong in each row by one fault: the fault is told five times, each row is refused.
  @Test func aFaultOfTheWholeListIsCounted() throws {
    let program = try Program()
    let rows = (1...7).map { Data("A-\($0);K".utf8) + [0x9B] + Data("benhavn\n".utf8) }
    try program.write(Data("sagsnummer;myndighed.navn\n".utf8) + rows.reduce(Data(), +), as: "liste.csv")
    let outcome = try program.run("render", "liste.csv")
    #expect(outcome.code == 1)
    let told = (2...8).map { line in
      let fault =
        line > 6
        ? ""
        : """
        liste.csv:\(line):1: fejl: Teksten er hverken UTF-8 eller Windows-1252; den ser ud til at være gemt til MS-DOS eller Macintosh. [encoding]
          celle: A\(line)
          hjælp: Gem som CSV UTF-8.

        """
      return fault + "liste.csv:\(line): afvist på grund af 1 fejl. Der er ikke skrevet noget for sagen.\n"
    }
    #expect(
      outcome.errors == told.joined() + "Fejl encoding: 7 sager. Den er vist for de første 5.\n"
        + "Vil du se dem alle, så kør den samme kommando med --json. 'mentorbrev explain' forklarer én sag.\n"
        + "7 sager: 0 skrevet, 7 afvist.\n", "\(outcome.errors)")
  }
}
