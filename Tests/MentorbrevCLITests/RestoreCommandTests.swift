import Foundation
import Testing

/// `restore`: an issued file is made again with its recorded bytes, or it is left alone with the reason.
@Suite struct RestoreCommandTests {
  private static let letter = "A-1/bevilling-2026-08-24.html"

  private func issued() throws -> Program {
    let program = try Program()
    for name in ["A-1", "B-1"] { try program.write(Sample.grant.numbered(name), as: "\(name).json") }
    #expect(try program.run("issue", "A-1.json", "B-1.json").code == 0)
    return program
  }

  private func mode(of name: String, in program: Program) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: "\(program.folder)/\(name)")
    return try #require(attributes[.posixPermissions] as? Int)
  }

  @Test func makesMissingFilesAgain() throws {
    let program = try issued()
    let before = try program.bytes(of: "Output/\(Self.letter)")
    _ = try program.shell("rm Output/\(Self.letter); rm -r Output/B-1")
    let outcome = try program.run("restore", "Output/")
    #expect(outcome.code == 0)
    #expect(
      outcome.output == """
        Output/A-1/bevilling-2026-08-24.html
        Output/B-1/bevilling-2026-08-24.html
        Output/B-1/bevilling-2026-08-24.xml
        Output/B-1/min-plan-2026-08-24.html
        Output/B-1/min-plan-2026-08-24.xml

        """)
    #expect(outcome.errors == "8 filer er set efter, 5 er lavet igen: alle er, som de blev udstedt.\n")
    #expect(try program.bytes(of: "Output/\(Self.letter)") == before)
    #expect(try mode(of: "Output/\(Self.letter)", in: program) == 0o600)
    #expect(try mode(of: "Output/B-1", in: program) == 0o700)
    #expect(try program.run("verify", "--reproduce").code == 0)
    let again = try program.run("restore")
    #expect(again.code == 0)
    #expect(again.output == "")
    #expect(again.errors == "8 filer er set efter, 0 er lavet igen: alle er, som de blev udstedt.\n")
  }

  /// What is changed may be what was sent.
  @Test func leavesAChangedFileAlone() throws {
    let program = try issued()
    try program.write(Data("sendt sådan".utf8), as: "Output/\(Self.letter)")
    let outcome = try program.run("restore")
    #expect(outcome.code == 1)
    #expect(outcome.output == "")
    #expect(
      outcome.errors == """
        fejl: Filen Output/A-1/bevilling-2026-08-24.html er ændret og er ladt urørt. [restore-changed]
          hjælp: Den kan være det, der blev sendt. Kør igen med --keep-changed-in MAPPE: så bliver den lagt i MAPPE, og den udstedte fil kommer tilbage.
        8 filer er set efter, 0 er lavet igen, 1 er ladt urørt.

        """)
    #expect(try program.text(of: "Output/\(Self.letter)") == "sendt sådan")
  }

  @Test func keepsAChangedFileWhereItIsTold() throws {
    let program = try issued()
    let before = try program.bytes(of: "Output/\(Self.letter)")
    try program.write(Data("sendt sådan".utf8), as: "Output/\(Self.letter)")
    let outcome = try program.run("restore", "--keep-changed-in", "Ændret/")
    #expect(outcome.code == 0)
    #expect(
      outcome.output
        == "Output/A-1/bevilling-2026-08-24.html  (den ændrede ligger i Ændret/A-1/bevilling-2026-08-24.html)\n")
    #expect(outcome.errors == "8 filer er set efter, 1 er lavet igen: alle er, som de blev udstedt.\n")
    #expect(try program.bytes(of: "Output/\(Self.letter)") == before)
    #expect(try program.text(of: "Ændret/\(Self.letter)") == "sendt sådan")
    #expect(try mode(of: "Ændret/\(Self.letter)", in: program) == 0o600)
    #expect(try program.run("verify").code == 0)
    // A second change does not write over the first.
    try program.write(Data("ændret igen".utf8), as: "Output/\(Self.letter)")
    let second = try program.run("restore", "--keep-changed-in", "Ændret")
    #expect(second.code == 1)
    #expect(
      second.errors == """
        fejl: Filen Output/A-1/bevilling-2026-08-24.html er ændret, og mappen til ændrede filer har allerede en af det navn. [restore-kept]
          hjælp: Vælg en anden mappe til --keep-changed-in. Intet er skrevet over.
        8 filer er set efter, 0 er lavet igen, 1 er ladt urørt.

        """)
    #expect(try program.text(of: "Ændret/\(Self.letter)") == "sendt sådan")
    #expect(try program.text(of: "Output/\(Self.letter)") == "ændret igen")
  }

  @Test(arguments: ["Output/gamle", "Output", "link/gamle"]) func keepsNothingWithinTheFolder(_ keep: String) throws {
    let program = try issued()
    _ = try program.shell("ln -s Output link")
    try program.write(Data("x".utf8), as: "Output/\(Self.letter)")
    let outcome = try program.run("restore", "--keep-changed-in", keep)
    #expect(outcome.code == 2)
    #expect(
      outcome.errors == """
        fejl: Mappen \(keep) til ændrede filer ligger i mappen med de udstedte dokumenter. [restore-within]
          hjælp: Vælg en mappe uden for Output: i den hører kun det til, som er udstedt.

        """)
    #expect(try program.text(of: "Output/\(Self.letter)") == "x")
    #expect(!FileManager.default.fileExists(atPath: "\(program.folder)/Output/gamle"))
  }

  @Test func writesNeverThroughALink() throws {
    let program = try issued()
    _ = try program.shell(
      """
      mv Output/B-1 andre; ln -s ../andre Output/B-1; rm andre/min-plan-2026-08-24.xml
      mv Output/\(Self.letter) brev; ln -s ../../brev Output/\(Self.letter)
      """)
    let outcome = try program.run("restore", "--keep-changed-in", "Ændret")
    #expect(outcome.code == 1)
    #expect(outcome.output == "")
    #expect(
      outcome.errors == """
        fejl: Output/A-1/bevilling-2026-08-24.html er ikke en almindelig fil. [verify-type]
          hjælp: Flyt det, der ligger dér, væk, og kør 'mentorbrev restore': det laver filen igen.
        fejl: Filen Output/B-1/min-plan-2026-08-24.xml er ikke lavet igen: Output/B-1 er et link. [restore-link]
          hjælp: Læg mappen selv i stedet for linket, og kør igen. Der skrives aldrig gennem et link.
        8 filer er set efter, 0 er lavet igen, 2 er ladt urørt.

        """)
    #expect(try program.files(in: "andre").count == 3)
  }

  @Test(arguments: ["touch Output/A-1", "mkfifo Output/A-1", "ln -s /dev/null Output/A-1"])
  func goesOnBehindACaseWhosePlaceIsTaken(_ taking: String) throws {
    let program = try issued()
    _ = try program.shell("rm -r Output/A-1 Output/B-1; \(taking)")
    let outcome = try program.run("restore")
    #expect(outcome.code == 1)
    // The case behind it has its files again.
    #expect(outcome.output.split(separator: "\n").count == 4)
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.hasPrefix("Output/B-1/") })
    #expect(
      outcome.errors.hasSuffix("\n8 filer er set efter, 4 er lavet igen, 4 er ladt urørt.\n"), "\(outcome.errors)")
    if !taking.hasPrefix("ln") {
      #expect(
        outcome.errors.hasPrefix(
          """
          fejl: Filen Output/\(Self.letter) er ikke lavet igen: Output/A-1 er ikke en mappe. [restore-place-taken]
            hjælp: Flyt det, der ligger der, et andet sted hen, og kør igen. De andre sager er set efter.

          """), "\(outcome.errors)")
    }
    _ = try program.shell("rm Output/A-1")
    #expect(try program.run("restore").code == 0)
  }

  @Test func takesCasesAndTellsMachines() throws {
    let program = try issued()
    _ = try program.shell("rm Output/\(Self.letter) Output/B-1/min-plan-2026-08-24.xml")
    let outcome = try program.run("restore", "--case", "B-1", "--json")
    #expect(outcome.code == 0)
    #expect(outcome.errors == "")
    #expect(
      outcome.output == """
        {"status":"restored","path":"Output/B-1/min-plan-2026-08-24.xml","diagnostics":[]}
        {"status":"whole","files":4,"restored":1,"left":0}

        """)
    #expect(!FileManager.default.fileExists(atPath: "\(program.folder)/Output/\(Self.letter)"))
  }

  @Test func saysThatAForgottenCaseCannotBeMade() throws {
    let program = try issued()
    #expect(try program.run("forget", "A-1", "--reason", "Fem år er gået.").code == 0)
    let outcome = try program.run("restore", "--case", "A-1")
    #expect(outcome.code == 1)
    #expect(
      outcome.errors == """
        fejl: Registret i mappen Output har ingen dokumenter i sagen A-1. [restore-unknown]
          hjælp: Se efter, om nummeret er skrevet rigtigt. Er sagen slettet (forget), er der intet at lave dem af.
        0 filer er set efter, 0 er lavet igen, 1 er ladt urørt.

        """)
    #expect(try program.files(in: "Output/A-1") == [])
    // Of all cases, the others are whole.
    #expect(try program.run("restore").code == 0)
  }

  /// Without a whole register nobody knows what was issued.
  @Test func refusesADamagedRegister() throws {
    let program = try issued()
    _ = try program.shell("rm Output/\(Self.letter); sed -i 's/Du får et job/Du får to job/' Output/register.jsonl")
    let outcome = try program.run("restore")
    #expect(outcome.code == 2)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains("[register-damaged]"), "\(outcome.errors)")
    #expect(!FileManager.default.fileExists(atPath: "\(program.folder)/Output/\(Self.letter)"))
  }

  @Test func refusesAFolderWithoutARegister() throws {
    let outcome = try Program().run("restore", "Andet")
    #expect(outcome.code == 2)
    #expect(outcome.output == "")
    #expect(
      outcome.errors == """
        fejl: Der er intet register i mappen Andet. [register-missing]
          hjælp: Nævn den rigtige mappe: 'verify MAPPE' og 'restore MAPPE', i de andre kommandoer --output MAPPE. Registret laves af 'mentorbrev issue'.

        """)
  }
}
