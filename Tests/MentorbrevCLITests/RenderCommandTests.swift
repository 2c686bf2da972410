import Foundation
import Testing

/// `render` and `check`: what they write, where, and how they end.
@Suite struct RenderCommandTests {
  private static let folder = "27.36.00-G01-3001-26"

  private func program(_ sample: Sample = .grant) throws -> Program {
    let program = try Program()
    try program.write(sample, as: "sag.json")
    return program
  }

  @Test func writesFourFilesAndPrintsTheirPaths() throws {
    let program = try program()
    let outcome = try program.run("render", "sag.json")
    #expect(outcome.code == 0)
    #expect(outcome.errors == "")
    let names = ["bevilling-2026-08-24", "min-plan-2026-08-24"].flatMap { ["\($0).html", "\($0).xml"] }
    #expect(outcome.output == names.map { "Output/\(Self.folder)/\($0)\n" }.joined())
    #expect(try program.files() == names.map { "\(Self.folder)/\($0)" })
  }

  @Test func readsStandardInput() throws {
    let program = try Program()
    let outcome = try program.run("render", "-", "--output", "breve/", input: Sample.grant.data())
    #expect(outcome.code == 0)
    #expect(outcome.output.hasPrefix("breve/\(Self.folder)/bevilling-2026-08-24.html\n"))
    let refused = try program.run("render", "-", input: Data("{".utf8))
    #expect(refused.code == 1)
    #expect(refused.errors.hasPrefix("<stdin>:1:2: fejl: "))
  }

  @Test func acceptsAByteOrderMarkAndACPRNumberWithoutADash() throws {
    let program = try Program()
    try program.write(.grant, as: "a.json")
    let first = try program.run("render", "a.json", "--output", "a")
    try program.write(
      Data([0xEF, 0xBB, 0xBF]) + Sample.grant.replacing("720590-1230", with: "7205901230").data(),
      as: "b.json")
    let second = try program.run("render", "b.json", "--output", "b")
    #expect(first.code == 0 && second.code == 0)
    for name in try program.files(in: "a") {
      #expect(try program.bytes(of: "a/\(name)") == program.bytes(of: "b/\(name)"))
    }
  }

  @Test func marksADraft() throws {
    let program = try program()
    #expect(try program.run("render", "sag.json", "--draft", "--kind", "bevilling", "--format", "html").code == 0)
    let letter = String(
      decoding: try program.bytes(of: "Output/\(Self.folder)/bevilling-2026-08-24.html"), as: UTF8.self)
    #expect(letter.contains("<title>UDKAST: Afgørelse om mentorstøtte</title>"))
    #expect(try program.files() == ["\(Self.folder)/bevilling-2026-08-24.html"])
  }

  @Test func writesOnlyTheKindsAndFormatsAskedFor() throws {
    let program = try program()
    let outcome = try program.run(
      "render", "sag.json", "--kind", "min-plan", "--kind", "min-plan", "--format", "xml,html,xml")
    #expect(outcome.code == 0)
    #expect(
      try program.files() == ["\(Self.folder)/min-plan-2026-08-24.html", "\(Self.folder)/min-plan-2026-08-24.xml"])
  }

  @Test(arguments: [
    (["render"], "Missing expected argument '<cases> ...'"),
    (["render", "sag.json", "--kind", "klage"], "The value 'klage' is invalid for '--kind <kind>'."),
    (["render", "sag.json", "--format", "docx"], "The value 'docx' is invalid for '--format <formats>'"),
    (["render", "sag.json", "--format", ""], "The value '' is invalid for '--format <formats>'"),
    (["render", "sag.json", "--output", ""], "--output needs the name of a folder"),
    (["render", "sag.json", "--colour"], "Unknown option '--colour'"),
    (["write", "sag.json"], "2 unexpected arguments: 'write', 'sag.json'"),
    (["example", "klage"], "there is no example 'klage'; there are: "),
  ])
  func endsWith64OnWrongUsage(_ arguments: [String], _ message: String) throws {
    let program = try program()
    let outcome = try program.run(arguments)
    #expect(outcome.code == 64)
    #expect(outcome.output == "")
    #expect(outcome.errors.hasPrefix("Error: \(message)"), "\(outcome.errors)")
    #expect(try program.files().isEmpty)
  }

  @Test func endsWith2WhenTheTemplatesAreNotThere() throws {
    let program = try program()
    for arguments in [["render", "sag.json"], ["check", "sag.json"], ["templates", "check"], ["templates", "list"]] {
      let outcome = try program.run(arguments + ["--templates", "intet"])
      #expect(outcome.code == 2)
      #expect(outcome.output == "")
      #expect(
        outcome.errors == """
          error: 'intet' is no folder of templates: it has no 'law' and 'documents' [no-templates]
            help: name it with --templates, or with MENTORBREV_TEMPLATES

          """)
    }
    let outcome = try program.run("example", "--templates", "intet")
    #expect(outcome.code == 2)
    #expect(
      outcome.errors == "mentorbrev: 'intet/examples' holds no examples; name the templates with --templates\n")
  }

  @Test func findsTheTemplates() throws {
    let program = try program()
    let other = try program.run("render", "sag.json", environment: ["MENTORBREV_TEMPLATES": "intet"])
    #expect(other.code == 2)
    let named = try program.run(
      "render", "sag.json", "--templates", Program.templates, environment: ["MENTORBREV_TEMPLATES": "intet"])
    #expect(named.code == 0)
    try FileManager.default.createSymbolicLink(
      atPath: "\(program.folder)/Templates", withDestinationPath: Program.templates)
    let here = try program.run("render", "sag.json", environment: ["MENTORBREV_TEMPLATES": ""])
    #expect(here.code == 0)
  }

  @Test func findsTheTemplatesBesideTheProgramWhateverItWasCalledBy() throws {
    let program = try program()
    let installed = URL(filePath: "\(program.folder)/bin")
    try FileManager.default.createDirectory(at: installed, withIntermediateDirectories: false)
    try FileManager.default.copyItem(at: Program.executable, to: installed.appending(path: "mentorbrev"))
    try FileManager.default.createSymbolicLink(
      atPath: "\(program.folder)/bin/Templates", withDestinationPath: Program.templates)
    try FileManager.default.createSymbolicLink(
      atPath: "\(program.folder)/m", withDestinationPath: "\(program.folder)/bin/mentorbrev")
    let outcome = try program.run(
      ["render", "sag.json"], environment: ["MENTORBREV_TEMPLATES": ""],
      executable: URL(filePath: "\(program.folder)/m"))
    #expect(outcome.code == 0, "\(outcome.errors)")
  }

  @Test func endsWith2WhenTheOutputFolderIsAFile() throws {
    let program = try program()
    let outcome = try program.run("render", "sag.json", "sag.json", "--output", "sag.json")
    #expect(outcome.code == 2)
    #expect(outcome.output == "")
    #expect(
      outcome.errors == """
        error: cannot write sag.json: Not a directory; nothing was written for this case [unwritable]
          help: move away what stands there, or name another folder
        mentorbrev: stopped at sag.json; nothing was written for it and the cases after it

        """)
    #expect(try program.bytes(of: "sag.json") == Sample.grant.data())
  }

  @Test func endsWith2WhenFilesMayNotBeSoLarge() throws {
    let program = try program()
    let outcome = try program.shell(#"(ulimit -f 8; "$PROGRAM" render sag.json); echo $?; find Output -type f"#)
    #expect(outcome.output == "2\n", "\(outcome.output)")
    #expect(
      outcome.errors.contains("help: let the program write larger files (ulimit -f), and start the same command again"),
      "\(outcome.errors)")
  }

  @Test(.enabled(if: getuid() != 0, "root may write everywhere")) func endsWith2WhenTheFolderIsLocked() throws {
    let program = try program()
    try FileManager.default.createDirectory(
      atPath: "\(program.folder)/laast", withIntermediateDirectories: false, attributes: [.posixPermissions: 0o500])
    let outcome = try program.run("render", "sag.json", "--output", "laast")
    #expect(outcome.code == 2)
    #expect(outcome.errors.hasSuffix(": Permission denied; nothing was written for this case [unwritable]\n"))
  }

  #if os(Linux)
    @Test(arguments: [
      ["render", "sag.json"], ["render", "sag.json", "--json"], ["check", "sag.json"], ["schema", "json"],
    ])
    func endsWith2WhenStandardOutputIsFull(_ arguments: [String]) throws {
      let outcome = try program().run(arguments, output: "/dev/full")
      #expect(outcome.code == 2)
      #expect(outcome.errors == "mentorbrev: cannot write to standard output: No space left on device\n")
    }
  #endif

  @Test func refusesAProfileWithAWrongKey() throws {
    let program = try program()
    try program.write(
      Data(#"{"myndighed": {"navn": "Gribskov Kommune", "cvr": "29188440"}, "serviceniveau": []}"#.utf8),
      as: "profil.json")
    let outcome = try program.run("render", "sag.json", "--authority", "profil.json")
    #expect(outcome.code == 2)
    #expect(outcome.output == "")
    #expect(
      outcome.errors == """
        profil.json:1:64: fejl: ukendt nøgle 'serviceniveau'; mente du 'serviceniveauer'? [unknown-key]
          felt: serviceniveau
          hjælp: Ret nøglen til 'serviceniveauer'.

        """)
    for command in ["render", "check", "explain"] {
      let json = try program.run(command, "sag.json", "--authority", "profil.json", "--json")
      #expect(json.code == 2)
      #expect(json.errors == "")
      #expect(
        json.output == """
          {"status":"failed","diagnostics":[{"severity":"error","id":"unknown-key","message":"ukendt nøgle 'serviceniveau'; mente du 'serviceniveauer'?","file":"profil.json","line":1,"column":64,"path":"serviceniveau","help":"Ret nøglen til 'serviceniveauer'."}]}

          """)
    }
  }

  @Test func tellsMachinesOfTemplatesThatDoNotCompile() throws {
    let program = try program()
    let copy = "\(program.folder)/kopi"
    try FileManager.default.copyItem(atPath: Program.templates, toPath: copy)
    try FileManager.default.removeItem(atPath: "\(copy)/documents/min-plan.xml")
    let expected = """
      {"status":"failed","diagnostics":[{"severity":"error","id":"no-template","message":"there is no template kopi/documents/min-plan.xml","help":"the folder has: \(try program.files(in: "kopi/documents").joined(separator: ", "))"}]}

      """
    for arguments in [["render", "sag.json"], ["templates", "check"]] {
      let outcome = try program.run(arguments + ["--json", "--templates", "kopi"])
      #expect(outcome.code == 2)
      #expect(outcome.errors == "")
      #expect(outcome.output == expected)
    }
    #expect(try program.files().isEmpty)
  }

  @Test func refusesPipesAndDevicesAsCases() throws {
    let program = try program()
    try #require(mkfifo("\(program.folder)/roer.json", 0o600) == 0)
    let outcome = try program.run("check", "roer.json", "/dev/zero")
    #expect(outcome.code == 1)
    #expect(
      outcome.errors == """
        fejl: roer.json er ikke en almindelig fil. [unreadable]
          hjælp: Skriv - for at læse en sag fra standardinput.
        fejl: /dev/zero er ikke en almindelig fil. [unreadable]
          hjælp: Skriv - for at læse en sag fra standardinput.
        2 sager: 0 i orden, 2 afvises.

        """)
  }

  @Test func printsNoControlCharactersOfAFileName() throws {
    let program = try program()
    let name = "a\u{1B}[2J\n\u{202E}.json"
    try program.write(Data("{".utf8), as: name)
    for arguments in [["check", name], ["render", name], ["render", "mangler\u{1B}.json"]] {
      let outcome = try program.run(arguments)
      #expect(outcome.code == 1)
      #expect(!(outcome.errors + outcome.output).unicodeScalars.contains("\u{1B}"))
      #expect(!(outcome.errors + outcome.output).unicodeScalars.contains("\u{202E}"))
    }
    #expect(try program.run("check", name).output == "a\\u{1B}[2J\\u{A}\\u{202E}.json: afvises: 1 fejl\n")
  }

  @Test func usesAProfileForACaseWithoutAuthority() throws {
    let program = try Program()
    let start = try #require(Sample.grant.text.range(of: "  \"myndighed\""))
    let end = try #require(Sample.grant.text.range(of: "  \"sagsbehandler\""))
    var sample = Sample.grant
    sample.text.removeSubrange(start.lowerBound..<end.lowerBound)
    try program.write(sample, as: "sag.json")
    let without = try program.run("check", "sag.json")
    #expect(without.code == 1)
    #expect(without.output == "sag.json: afvises: 4 fejl\n")
    let with = try program.run("check", "sag.json", "--authority", "\(Program.templates)/authorities/gribskov.json")
    #expect(with.code == 0, "\(with.errors)")
  }

  @Test func checkWritesNothing() throws {
    let program = try program()
    let outcome = try program.run("check", "sag.json")
    #expect(outcome.code == 0)
    #expect(outcome.output == "sag.json: i orden\n")
    #expect(try program.files().isEmpty)
  }

  @Test(arguments: [
    ["TZ": "Pacific/Auckland", "LANG": "da_DK.UTF-8"], ["TZ": "UTC", "LANG": "C"],
    ["TZ": "America/Los_Angeles", "LC_ALL": "tr_TR.UTF-8"],
  ])
  func writesTheSameBytesEverywhere(_ environment: [String: String]) throws {
    let program = try program()
    #expect(try program.run("render", "sag.json", "--output", "her").code == 0)
    #expect(try program.run("render", "sag.json", "--output", "der", environment: environment).code == 0)
    #expect(try program.files(in: "her") == program.files(in: "der"))
    for name in try program.files(in: "her") {
      #expect(try program.bytes(of: "her/\(name)") == program.bytes(of: "der/\(name)"))
    }
  }
}
