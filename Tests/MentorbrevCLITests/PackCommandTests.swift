import Foundation
import Testing

/// `pack`: messages of approved letters, each once, and recorded.
@Suite struct PackCommandTests {
  private static let pack = ["pack", "1", "--into", "pakker", "--without-pdf"]

  @Test func refusesWhatNobodyHasApproved() throws {
    let program = try Program.issued()
    let outcome = try program.run(Self.pack)
    #expect(outcome.code == 1)
    #expect(outcome.output == "")
    #expect(
      outcome.errors == """
        fejl: Kørsel 1 er ikke godkendt, så dens breve kan ikke pakkes. [not-approved]
          hjælp: Læs Output/runs/1/index.html, og kør 'mentorbrev approve 1 --by NAVN'.
          note: En myndighed kan i sin profil lade breve i en enkelt sag gå uden: godkendelse.enkeltbreveUdenGodkendelse.

        """)
    #expect(!FileManager.default.fileExists(atPath: "\(program.folder)/pakker"))
    let unknown = try program.run("pack", "1", "9", "--into", "pakker", "--without-pdf")
    #expect(unknown.code == 1)
    #expect(unknown.errors.contains("fejl: Der er ingen kørsel 9 i registret i mappen Output. [no-such-run]\n"))
  }

  @Test func packsTheMessagesThatRenderWouldMake() throws {
    let program = try Program.approved()
    let outcome = try program.run(Self.pack)
    #expect(outcome.code == 0)
    #expect(outcome.errors == "2 sager: 2 pakket (2 beskeder).\n")
    let names = try program.files(in: "pakker")
    #expect(names.count == 2)
    #expect(Set(outcome.output.split(separator: "\n")) == Set(names.map { "pakker/\($0)" }))
    _ = try program.run("render", "sager.jsonl", "--format", "memo", "--without-pdf", "--output", "tegnet")
    let unpacked = try program.shell("xz --format=lzma -dc pakker/*.tar.lzma | tar -xO | sha256sum").output
    #expect(try program.shell("cat tegnet/*/*.memo.xml | sha256sum").output == unpacked)
    #expect(try program.run("register", "runs").output.hasSuffix("pakket 4\n"))
    #expect(try program.shell("find pakker -type f ! -perm 600; find pakker -type d ! -perm 700").output == "")
  }

  @Test func packsNothingTwiceUnlessItIsAsked() throws {
    let program = try Program.approved()
    let first = try Program.uuids(try program.run(Self.pack + ["--json"]).output)
    #expect(first.mapValues(\.count) == ["A-1": 1, "C-1": 1])
    let before = try program.bytes(of: "Output/register.jsonl")
    let again = try program.run(Self.pack)
    #expect(again.code == 0)
    #expect(again.output == "")
    #expect(again.errors == "2 sager: 0 pakket (0 beskeder), 2 pakket før.\n")
    // Another version of MeMo is no reason to send twice.
    let older = try program.run(Self.pack + ["--memo-version", "1.1"])
    #expect(older.errors == again.errors)
    #expect(try program.bytes(of: "Output/register.jsonl") == before)
    let second = try Program.uuids(try program.run(Self.pack + ["--again", "2", "--case", "C-1", "--json"]).output)
    #expect(Array(second.keys) == ["C-1"])
    #expect(second["C-1"] != first["C-1"])
    let rest = try program.run(Self.pack + ["--again", "2"])
    #expect(rest.errors == "2 sager: 1 pakket (1 besked), 1 pakket før.\n")
    let third = try program.run(Self.pack + ["--again", "4"])
    #expect(third.output == "")
    #expect(
      third.errors.hasPrefix(
        "note: sag A-1: Dokumentet (bevilling af 2026-08-24) er pakket 2 gange, så næste forsendelse er nummer 3. "
          + "Det er ikke pakket. [not-packed]\n"))
    #expect(third.errors.hasSuffix("2 sager: 0 pakket (0 beskeder), 2 uden noget at pakke.\n"))
  }

  @Test func makesALostContainerAgain() throws {
    let program = try Program.approved()
    #expect(try program.run(Self.pack).code == 0)
    let before = try (program.shell("sha256sum pakker/*").output, program.bytes(of: "Output/register.jsonl"))
    _ = try program.shell("rm -r pakker")
    let outcome = try program.run(Self.pack + ["--same"])
    #expect(outcome.code == 0)
    #expect(outcome.errors == "2 sager: 2 pakket (2 beskeder).\n")
    #expect(try program.shell("sha256sum pakker/*").output == before.0)
    #expect(try program.bytes(of: "Output/register.jsonl") == before.1)
    let other = try program.run(["pack", "1", "--into", "andre", "--without-pdf", "--same", "--memo-version", "1.1"])
    #expect(other.code == 1)
    #expect(
      other.errors.hasPrefix(
        """
        fejl: sag A-1: Sagen giver en anden besked end den, der blev pakket før. [other-message]
          hjælp: Brug samme MeMo-version (--memo-version) og de samme bilag (--attachments) som dengang. Er et af beskedens dokumenter trukket tilbage siden, så træk også de andre tilbage.

        """))
  }

  @Test func saysThatAWithdrawnLetterLiesInAContainer() throws {
    let program = try Program.approved()
    #expect(try program.run(Self.pack).code == 0)
    #expect(try program.run("withdraw", "A-1", "--reason", "Fejl.").code == 0)
    let outcome = try program.run(Self.pack + ["--same"])
    #expect(
      outcome.errors.hasPrefix(
        """
        advarsel: sag A-1: Dokumentet (bevilling af 2026-08-24) er trukket tilbage, men ligger i en pakke fra før. Det er ikke pakket nu. [not-packed]
          hjælp: Er pakken ikke sendt, så slet den og dens indeks, før den laves igen med --same: en pakke, der ligger der, bliver stående.

        """))
    #expect(try program.shell("cat pakker/*.index.jsonl").output.contains("A-1"))
    _ = try program.shell("rm -r pakker")
    #expect(try program.run(Self.pack + ["--same"]).code == 0)
    #expect(try !program.shell("cat pakker/*.index.jsonl").output.contains("A-1"))
  }

  @Test func goesOnBehindTheLastWholeContainer() throws {
    let program = try Program.approved()
    _ = try program.shell("cp -r Output urørt")
    let each = Self.pack + ["--pack-count", "1"]
    #expect(try program.run(each).code == 0)
    let whole = try program.shell("sha256sum pakker/*").output
    // As a kill leaves it: the first container is whole and not recorded, the second has its index alone, a third is half.
    let second = try program.shell("grep -l C-1 pakker/*.index.jsonl").output.dropLast(".index.jsonl\n".count)
    _ = try program.shell(
      "rm -r Output \(second).tar.lzma; cp -r urørt Output; echo x > pakker/.halv.tar.lzma.999999-1")
    let outcome = try program.run(each)
    #expect(outcome.code == 0)
    #expect(outcome.errors == "2 sager: 2 pakket (2 beskeder).\n")
    #expect(outcome.output == "\(second).tar.lzma\n\(second).index.jsonl\n")
    #expect(try program.shell("sha256sum pakker/*; ls -A pakker | grep halv").output == whole)
    #expect(try program.run(each).errors == "2 sager: 0 pakket (0 beskeder), 2 pakket før.\n")
  }

  @Test(arguments: [["withdraw", "A-1", "--reason", "Fejl."], ["forget", "A-1", "--reason", "Slettefrist."]])
  func refusesAnUnrecordedContainerWithALetterThatMustNotGoOut(_ ending: [String]) throws {
    let program = try Program.approved()
    _ = try program.shell("cp -r Output urørt")
    #expect(try program.run(Self.pack).code == 0)
    _ = try program.shell("rm -r Output; mv urørt Output")
    let name = try program.shell("cd pakker; ls *.tar.lzma").output.dropLast()
    #expect(try program.run(ending).code == 0)
    #expect(try program.run("approve", "1", "--by", "Kirsten Holm").code == 0)
    let register = try program.bytes(of: "Output/register.jsonl")
    for more in [[], ["--same"], ["--case", "C-1"]] {
      let outcome = try program.run(Self.pack + more)
      #expect(outcome.code == 1)
      #expect(outcome.output == "")
      #expect(
        outcome.errors == """
          fejl: Pakken pakker/\(name) nåede ikke at blive registreret, og i den ligger 1 brev, som siden er trukket tilbage, afløst, slettet eller sendt på anden vis. [container-outdated]
            hjælp: Er pakken ikke sendt, så slet den og dens indeks (.index.jsonl), og kør den samme kommando igen: de andre breve i den bliver pakket igen. Er den sendt, så flyt begge filer ud af mappen, og skriv med 'mentorbrev mark-sent', hvilke breve der er sendt: ellers bliver de pakket igen.
            note: Sag A-1: bevilling.

          """)
    }
    #expect(try program.bytes(of: "Output/register.jsonl") == register)
    _ = try program.shell("rm pakker/*")
    #expect(try program.run(Self.pack).code == 0)
    #expect(try program.shell("cat pakker/*.index.jsonl | grep -c C-1").output == "1\n")
    #expect(try program.shell("cat pakker/*.index.jsonl | grep -c A-1").output == "0\n")
  }

  /// Two registers with one folder for their containers: neither knows what the other has.
  @Test func saysNothingOfAContainerThatCanBeAnothers() throws {
    let program = try Program()
    for name in ["A-1", "B-1", "C-1"] { try program.write(Sample.grant.numbered(name), as: "\(name).json") }
    for (folder, cases) in [("ene", ["A-1.json", "B-1.json"]), ("andet", ["C-1.json"])] {
      #expect(try program.run(["issue"] + cases + ["--output", folder]).code == 0)
      #expect(try program.run("approve", "1", "--by", "Kirsten Holm", "--output", folder).code == 0)
    }
    #expect(try program.run(Self.pack + ["--output", "andet"]).errors == "1 sag: 1 pakket (1 besked).\n")
    let container = try program.shell("ls pakker/*.tar.lzma").output.dropLast()
    #expect(try program.run("forget", "A-1", "--reason", "Slettefrist.", "--output", "ene").code == 0)
    #expect(try program.run("approve", "1", "--by", "Kirsten Holm", "--output", "ene").code == 0)
    let outcome = try program.run(Self.pack + ["--output", "ene"])
    #expect(outcome.code == 0)
    #expect(
      outcome.errors == """
        advarsel: Registret kender hverken pakken \(container) eller en eneste af dens sager. Den kan være fra en anden mappe, eller dens sager kan være slettet siden. [container-strange]
          hjælp: Er den fra en anden mappe, så lad den ligge, og brug helst en mappe til pakker (--into) for hvert register. Er den herfra, så send den ikke: slet den og dens indeks (.index.jsonl).
        1 sag: 1 pakket (1 besked).

        """)
    #expect(try program.files(in: "pakker").count == 4)
    let machine = try program.run(Self.pack + ["--output", "ene", "--json"])
    #expect(
      machine.output.contains(#"{"status":"remark","diagnostics":[{"severity":"warning","id":"container-strange""#))
    // Where nothing was forgotten, a container of others is no news.
    #expect(
      try program.run(Self.pack + ["--output", "andet"]).errors == "1 sag: 0 pakket (0 beskeder), 1 pakket før.\n")
  }

  @Test func packsEachLetterOnceHoweverItIsStopped() throws {
    let program = try Program()
    let text = Sample.grant.text.replacing("\n", with: "") + "\n"
    let lines = (1...120).map { text.replacing("27.36.00-G01-3001-26", with: "A-\($0)") }
    try program.write(Data(lines.joined().utf8), as: "sager.jsonl")
    #expect(try program.run("issue", "sager.jsonl", "--kind", "min-plan").code == 0)
    #expect(try program.run("approve", "1", "--by", "Kirsten Holm").code == 0)
    let pack = "pack 1 --into pakker --without-pdf --pack-count 7"
    for (signal, tenths) in [("KILL", 2), ("INT", 4), ("KILL", 5), ("INT", 7)] {
      _ = try program.shell("timeout -s \(signal) \(Double(tenths) / 10) \"$PROGRAM\" \(pack)")
    }
    #expect(try program.run(pack.split(separator: " ").map(String.init)).code == 0)
    #expect(try program.run("register", "runs").output.hasSuffix(", pakket 120\n"))
    let packed = "for f in pakker/*.lzma; do xz --format=lzma -dc $f | tar -t; done | sort"
    let told = #"grep -oh '"entry":"[^"]*"' pakker/*.jsonl | cut -d '"' -f 4 | sort"#
    let recorded = #"grep -oh '"message":"[^"]*"' Output/register.jsonl | cut -d '"' -f 4 | sed 's/$/.xml/' | sort"#
    let entries = try program.shell(packed).output
    #expect(Set(entries.split(separator: "\n")).count == 120)
    #expect(entries.split(separator: "\n").count == 120, "each once")
    #expect(try program.shell(told).output == entries)
    #expect(try program.shell(recorded).output == entries)
    #expect(try program.shell("ls -A pakker | grep '^[.]'").output == "", "nothing under a passing name is left")
  }

  @Test func refusesAProfileWhoseWaiverIsNeitherYesNorNo() throws {
    let program = try Program.approved()
    let profile = """
      { "myndighed": { "navn": "Gribskov Kommune", "cvr": "29188440" },
        "godkendelse": { "enkeltbreveUdenGodkendelse": "ja" } }
      """
    try program.write(Data(profile.utf8), as: "profil.json")
    let outcome = try program.run(Self.pack + ["--authority", "profil.json"])
    #expect(outcome.code == 2)
    #expect(
      outcome.errors == """
        profil.json:2:50: fejl: Enkeltbreve uden godkendelse: forventede true (ja) eller false (nej) uden anførselstegn, fandt en tekst på 2 tegn. [wrong-type]
          felt: godkendelse.enkeltbreveUdenGodkendelse
          hjælp: Skriv true eller false uden anførselstegn.

        """)
  }

  @Test func sendsWhatWasIssuedAlsoWhenTheFileIsGone() throws {
    let program = try Program.approved()
    _ = try program.shell("rm Output/A-1/*.html; echo x >> Output/C-1/bevilling-2026-08-24.html")
    let outcome = try program.run(Self.pack)
    #expect(outcome.code == 0)
    _ = try program.run("render", "sager.jsonl", "--format", "memo", "--without-pdf", "--output", "tegnet")
    #expect(
      try program.shell("xz --format=lzma -dc pakker/*.tar.lzma | tar -xO | sha256sum").output
        == (try program.shell("cat tegnet/*/*.memo.xml | sha256sum").output))
  }

  @Test func letsASingleLetterGoWhereTheProfileWaivesApproval() throws {
    let program = try Program()
    try program.write(.grant, as: "sag.json")
    let profile = """
      { "myndighed": { "navn": "Gribskov Kommune", "cvr": "29188440" },
        "godkendelse": { "enkeltbreveUdenGodkendelse": true } }
      """
    try program.write(Data(profile.utf8), as: "profil.json")
    #expect(try program.run("issue", "sag.json").code == 0)
    #expect(try program.run(Self.pack).code == 1)
    let outcome = try program.run(Self.pack + ["--authority", "profil.json"])
    #expect(outcome.code == 0)
    #expect(outcome.errors == "1 sag: 1 pakket (1 besked).\n")
    let several = try Program.issued()
    try several.write(Data(profile.utf8), as: "profil.json")
    #expect(try several.run(Self.pack + ["--authority", "profil.json"]).code == 1)
    // A run of two is none of a single case when one of them is forgotten.
    #expect(try several.run("forget", "A-1", "--reason", "Slettefrist.").code == 0)
    #expect(try several.run("register", "runs").output.contains("issue: udstedt 2 i 1 sag"))
    func refused() throws {
      let left = try several.run(Self.pack + ["--authority", "profil.json"])
      #expect(left.code == 1)
      #expect(left.errors.hasPrefix("fejl: Kørsel 1 er ikke godkendt, så dens breve kan ikke pakkes. [not-approved]\n"))
    }
    try refused()
    #expect(try several.text(of: "Output/runs/1/index.html").contains("<dt>Slettede sager</dt><dd>1</dd>"))
    #expect(try several.run("register", "rebuild").code == 0)
    try refused()
    #expect(try several.run("verify", "Output").code == 0)
  }

  @Test func refusesACaseWhoseMessageCannotBeMadeAndPacksTheOthers() throws {
    let program = try Program()
    let attachment = "\"forsendelse\": { \"bilag\": [ { \"fil\": \"kort.pdf\" } ] }, \"sagsbehandler\""
    let samples = [
      Sample.grant.numbered("A-1"), .grant.numbered("C-1").replacing("\"sagsbehandler\"", with: attachment),
    ]
    try program.write(Data("[\(samples.map(\.text).joined(separator: ","))]".utf8), as: "sager.json")
    #expect(try program.run("issue", "sager.json").code == 0)
    #expect(try program.run("approve", "1", "--by", "Kirsten Holm").code == 0)
    let outcome = try program.run(Self.pack)
    #expect(outcome.code == 1)
    #expect(outcome.errors.contains("sag C-1: Bilag (forsendelse.bilag) kan ikke hentes"), "\(outcome.errors)")
    #expect(outcome.errors.hasSuffix("2 sager: 1 pakket (1 besked), 1 afvist.\n"))
    _ = try program.shell("mkdir bilag; printf '%%PDF-1.7\\n' > bilag/kort.pdf")
    let mended = try program.run(Self.pack + ["--attachments", "bilag"])
    #expect(mended.code == 0)
    #expect(mended.errors == "2 sager: 1 pakket (1 besked), 1 pakket før.\n")
  }

  @Test(arguments: [
    (["pack", "--into", "p"], "Missing expected argument '<runs> ...'"),
    (["pack", "1"], "Missing expected argument '--into <dir>'"),
    (["pack", "1", "--into", "p", "--again", "1"], "--again is from 2 to 99"),
    (
      ["pack", "1", "--into", "p", "--again", "2", "--same"],
      "--again makes new messages and --same the old ones: choose one"
    ),
    (["pack", "1", "--into", "p", "--format", "kombi", "--without-pdf"], "--format kombi needs a PDF of each letter"),
    (
      ["pack", "1", "--into", "p", "--format", "kombi", "--pack-count", "3"],
      "--pack-count and --pack-size are for --format memo"
    ),
    (["pack", "1", "--into", "p", "--pack-size", "0"], "--pack-size is from 1 to 7000"),
    (["pack", "en", "--into", "p"], "The value 'en' is invalid for '<runs>'"),
  ])
  func endsWith64OnWrongUsage(_ arguments: [String], _ message: String) throws {
    let outcome = try Program().run(arguments)
    #expect(outcome.code == 64)
    #expect(outcome.errors.hasPrefix("Error: \(message)"), "\(outcome.errors)")
  }

  @Test(arguments: ["Output", "Output/A-1", "link/pakker"]) func packsNothingWithinTheFolder(_ into: String) throws {
    let program = try Program.approved()
    _ = try program.shell("ln -s Output link")
    let outcome = try program.run("pack", "1", "--into", into, "--without-pdf")
    #expect(outcome.code == 1)
    #expect(
      outcome.errors == """
        fejl: Mappen \(into) til pakker ligger i mappen med de udstedte dokumenter. [pack-within]
          hjælp: Vælg en mappe uden for Output: i den hører kun det til, som er udstedt.

        """)
    #expect(try program.run("verify", "Output").code == 0)
  }

  @Test(arguments: [
    ["pack", "1", "--into"], ["render", "sager.jsonl", "--output", "ny", "--format", "memo", "--pack"],
  ])
  func saysWhichIndexCannotBeRead(_ command: [String]) throws {
    let program = try Program.approved()
    let name = "pakker/8f14e45f-ceea-467f-a9d1-1f0c2d3e4b51"
    _ = try program.shell("mkdir -p \(name).index.jsonl; touch \(name).tar.lzma")
    let outcome = try program.run(command + ["pakker", "--without-pdf"])
    #expect(outcome.code == 2)
    #expect(
      outcome.errors == """
        fejl: Indekset \(name).index.jsonl er en mappe og ikke en fil. [unreadable]
          hjælp: Hent det fra en sikkerhedskopi, eller flyt det, der ligger i dets sted.

        """)
  }

  @Test func renderPacksNothingThatWasIssued() throws {
    let program = try Program.issued()
    let outcome = try program.run("render", "sager.jsonl", "--format", "memo", "--without-pdf", "--pack", "pakker")
    #expect(outcome.code == 2)
    #expect(
      outcome.errors == """
        fejl: I mappen Output ligger udstedte dokumenter, og de bliver ikke overskrevet. [issued-documents]
          hjælp: Pak de udstedte breve med 'mentorbrev pack', når kørslen er godkendt.

        """)
  }
}
