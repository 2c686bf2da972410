import Foundation
import Testing

/// HR's list on the command line: read, checked, mended in a spreadsheet, rendered.
@Suite struct TableCommandTests {
  /// Two grants as a spreadsheet saves them.
  static let list = [
    "sagsnummer;myndighed.navn;myndighed.cvr;myndighed.telefon;myndighed.adresse.vej;myndighed.adresse.postnummer;"
      + "myndighed.adresse.by;sagsbehandler.navn;borger.navn;borger.cpr;borger.adresse.vej;borger.adresse.postnummer;"
      + "borger.adresse.by;afgoerelse.type;afgoerelse.dato;afgoerelse.begrundelse.faktum;afgoerelse.begrundelse.hensyn;"
      + "mentorstoette.maal.type;mentorstoette.maal.tekst;mentorstoette.opgaver.1.omraade;"
      + "mentorstoette.opgaver.1.tekst;mentorstoette.periode.fra;mentorstoette.periode.til;"
      + "mentorstoette.timetal.timer;mentorstoette.timetal.minutter;mentor.navn;mentor.telefon;mentor.email;"
      + "mentor.ansaettelse",
    row("A-1", "24-8-2026", "2"), row("B-1", "24.08.2026", "3"), "",
  ].joined(separator: "\r\n")

  private static func row(_ number: String, _ date: String, _ hours: String) -> String {
    "\(number);Gribskov Kommune;29188440;72 49 60 00;Rådhusvej 3;3200;Helsinge;Bente Kjærgaard;Asta Vind;720590-1230;"
      + "Lærkevej 4;3210;Vejby;bevilling;\(date);Du har været syg.;Du har brug for støtte.;beskaeftigelse;Du får et job.;"
      + "praktisk;Planlægge din uge;7-9-2026;6-12-2026;\(hours);30;Poul Ravn;20 11 22 33;"
      + "poul.ravn@boernehuset.example;kommune"
  }

  private func program(_ text: String) throws -> Program {
    let program = try Program()
    try program.write(Data(text.utf8), as: "liste.csv")
    return program
  }

  /// A row and a case file that say the same become the same letter.
  @Test func writesWhatACaseFileWrites() throws {
    let program = try program(Self.list)
    try program.write(.grant.numbered("A-1"), as: "sag.json")
    let outcome = try program.run("render", "liste.csv", "--output", "a")
    #expect(outcome.code == 0)
    #expect(outcome.errors == "2 sager: 2 skrevet, 0 afvist.\n")
    #expect(try program.run("render", "sag.json", "--output", "b").code == 0)
    let names = try program.files(in: "b")
    #expect(names.count == 4)
    for name in names {
      let written = try program.bytes(of: "a/\(name)")
      #expect(try program.bytes(of: "b/\(name)") == written)
    }
  }

  @Test func readsATableFromStandardInput() throws {
    let outcome = try Program().run("check", "-", "--input-format", "csv", input: Data(Self.list.utf8))
    #expect(outcome.code == 0)
    #expect(outcome.output == "<stdin>:2: i orden\n<stdin>:3: i orden\n")
  }

  @Test func saysHowATableFromStandardInputIsRead() throws {
    let outcome = try Program().run("check", "-", input: Data(Self.list.utf8))
    #expect(outcome.code == 1)
    #expect(
      outcome.errors == """
        <stdin>:1:1: fejl: Her står en linje, der ligner overskrifterne i en liste (CSV), og ingen sag i JSON. [not-json]
          hjælp: Skriv '--input-format csv', eller lad filens navn slutte på .csv.

        """)
  }

  @Test func placesWhatTheRulesSayInCells() throws {
    let program = try program(
      Self.list.replacing("Poul Ravn;20 11 22 33;poul.ravn@boernehuset.example", with: "Poul Ravn;;"))
    let outcome = try program.run("check", "liste.csv")
    #expect(outcome.code == 1)
    #expect(outcome.output == "liste.csv:2: afvises: 1 fejl\nliste.csv:3: afvises: 1 fejl\n")
    #expect(
      outcome.errors.hasPrefix(
        """
        liste.csv:2:282: fejl: sag A-1: Telefon (mentor.telefon) mangler. [missing-field]
          celle: AA2
          felt: mentor.telefon
          hjemmel: § 52, nr. 2, i bekendtgørelse om en aktiv beskæftigelsesindsats
          hjælp: Skriv mentorens telefon, e-mail eller begge dele.

        """), "\(outcome.errors)")
    let machine = try program.run("check", "liste.csv", "--json")
    #expect(machine.output.contains(#""line":2,"column":282,"cell":"AA2","path":"mentor.telefon""#))
  }

  @Test func isMendedInACopyAndRendered() throws {
    let broken = Self.list.replacing("7-9-2026;6-12-2026;3", with: "7/9/2026;6-12-2026;3")
    let program = try program(broken)
    let outcome = try program.run("check", "liste.csv", "--errors", "ret.csv")
    #expect(outcome.code == 1)
    #expect(outcome.output == "liste.csv:2: i orden\nliste.csv:3: afvises: 1 fejl\n")
    #expect(
      outcome.errors.hasSuffix(
        """
        mentorbrev: ret.csv holds the rows with what is wrong in each
        2 sager: 1 i orden, 1 afvises.

        """))
    let copy = String(decoding: try program.bytes(of: "ret.csv"), as: UTF8.self)
    let lines = copy.split(separator: "\r\n").map(String.init)
    #expect(lines.count == 3)
    #expect(lines[0].hasPrefix("\u{FEFF}sagsnummer;") && lines[0].hasSuffix(";mentor.ansaettelse;fejl;advarsler"))
    #expect(lines[1].hasSuffix(";kommune;;"))
    #expect(
      lines[2].hasSuffix(
        ";kommune;V3: Startdato: med skråstreger er det ikke til at vide, om dag eller måned står først. Skriv dag-måned-år, fx 23-11-2026.;"
      ))
    // The spreadsheet changes one cell and leaves the columns of the copy.
    try program.write(Data(copy.replacing("7/9/2026", with: "7-9-2026").utf8), as: "ret.csv")
    _ = try program.run("render", "ret.csv", "--output", "a")
    try program.write(Data(Self.list.utf8), as: "liste.csv")
    _ = try program.run("render", "liste.csv", "--output", "b")
    let names = try program.files(in: "b")
    #expect(names.count == 8)
    for name in names {
      let written = try program.bytes(of: "a/\(name)")
      #expect(try program.bytes(of: "b/\(name)") == written)
    }
  }

  /// No message of the copy holds a person; the rows are the user's own.
  @Test func addsNobodyToTheCopy() throws {
    let program = try program(
      Self.list.replacing("720590-1230", with: "720590-12X0").replacing("praktisk", with: "Asta"))
    _ = try program.run("check", "liste.csv", "--errors", "ret.csv")
    let copy = String(decoding: try program.bytes(of: "ret.csv"), as: UTF8.self)
    for line in copy.split(separator: "\r\n").dropFirst() {
      let said = try #require(line.range(of: ";kommune;")).upperBound
      #expect(line[said...].contains("CPR-nummer"))
      for secret in Sample.secrets { #expect(!line[said...].contains(secret), "\(secret)") }
    }
  }

  @Test(arguments: [
    (["--errors", "liste.csv"], "--errors needs a file of its own for the copy"),
    (["--errors", ""], "--errors needs a file of its own for the copy"),
    (["--errors", "./liste.csv"], "--errors needs a file of its own for the copy"),
    (["--errors", "link.csv"], "--errors needs a file of its own for the copy"),
    (["--errors", "-"], "--errors needs a file of its own for the copy"),
    (["andre.csv", "--errors", "ret.csv"], "--errors copies one CSV file"),
  ])
  func copiesOneTable(_ arguments: [String], _ message: String) throws {
    let program = try program(Self.list)
    _ = try program.shell("ln -s liste.csv link.csv")
    let outcome = try program.run(["check", "liste.csv"] + arguments)
    #expect(outcome.code == 64)
    #expect(outcome.errors.contains(message))
    #expect(try program.run("check", "sag.json", "--errors", "ret.csv").code == 64)
  }

  @Test func writesNoCopyOfWhatIsNoTable() throws {
    let program = try program("Asta Vind;720590-1230\n")
    let outcome = try program.run("check", "liste.csv", "--errors", "ret.csv")
    #expect(outcome.code == 1)
    #expect(
      outcome.errors == """
        liste.csv:1:1: fejl: Første række er ikke overskrifter: ingen af dens 2 celler er navnet på et felt. [csv-no-header]
          hjælp: Skriv felternes navne i første række; 'mentorbrev schema csv' udskriver dem. Ingen rækker er læst.
        mentorbrev: no rows to copy; ret.csv was not written

        """)
    #expect(try FileManager.default.contentsOfDirectory(atPath: program.folder) == ["liste.csv"])
    let locked = try program.run("check", "liste.csv", "--errors", "findes-ikke/ret.csv")
    #expect(locked.code == 2)
    #expect(locked.errors == "mentorbrev: cannot write findes-ikke/ret.csv: No such file or directory\n")
  }

  @Test(arguments: ["mappe", "link.csv", "/dev/null"]) func writesNoCopyOverWhatIsNoFile(_ path: String) throws {
    let program = try program(Self.list)
    _ = try program.shell("mkdir mappe; ln -s andet.csv link.csv")
    let before = try FileManager.default.contentsOfDirectory(atPath: program.folder).sorted()
    let outcome = try program.run("check", "liste.csv", "--errors", path)
    #expect(outcome.code == 2)
    #expect(
      outcome.errors
        == "mentorbrev: cannot write \(path): it is no file but a folder, a link or a device; name another file\n")
    #expect(try FileManager.default.contentsOfDirectory(atPath: program.folder).sorted() == before)
  }

  /// A letter that is lost in one reading is still missed in the next.
  @Test func takesNoCopyOfAListWhoseLettersAreLost() throws {
    let program = try Program()
    // Bjørn as MS-DOS writes it, in one cell of a list in UTF-8.
    var list = Data(Self.list.utf8)
    let name = try #require(list.range(of: Data("Asta".utf8)))
    list.replaceSubrange(name, with: [0x42, 0x6A, 0x9B, 0x72, 0x6E])
    try program.write(list, as: "liste.csv")
    #expect(try program.run("check", "liste.csv", "--errors", "ret.csv").code == 1)
    let again = try program.run("check", "ret.csv")
    #expect(again.code == 1)
    #expect(again.errors.contains("[lost-character]") || again.errors.contains("[encoding]"), "\(again.errors)")
  }

  @Test func keepsAnEmptyCellEmptyInTheCopy() throws {
    let program = try program(Self.list)
    _ = try program.shell(#"sed '1s/\r*$/;mentor.titel/; 2,3s/\r*$/;"\t"/' liste.csv > tom.csv"#)
    #expect(try program.run("check", "tom.csv", "--errors", "ret.csv").code == 0)
    #expect(try program.run("check", "ret.csv").code == 0)
  }

  @Test func printsTheHeader() throws {
    let paths = try Program().run("schema", "csv", "--rows", "1")
    #expect(paths.code == 0)
    #expect(paths.output.hasPrefix("sagsnummer;loebenummer;"))
    #expect(paths.output.contains(";mentorstoette.opgaver.1.tekst;"))
    #expect(!paths.output.contains(".2."))
    let labels = try Program().run("schema", "csv", "--labels")
    #expect(labels.output.hasPrefix("\u{FEFF}Sagsnummer;Løbenummer;"))
    #expect(labels.output.contains(";Mentorstøtte: Opgaver 3: Opgavetekst;"))
    #expect(try Program().run("schema", "csv", "--rows", "0").code == 64)
  }
}
