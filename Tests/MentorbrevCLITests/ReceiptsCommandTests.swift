import Foundation
import Testing

/// `receipts`: from files with receipts to what became of each case.
@Suite struct ReceiptsCommandTests {
  private static let uuids = (1...4).map { "8f14e45f-ceea-467f-a9d1-1f0c2d3e4b5\($0)" }

  private func program() throws -> Program {
    let program = try Program()
    let lines = zip(Self.uuids, ["bevilling", "min-plan", "afslag", "bevilling"]).enumerated().map { index, message in
      #"{"case":"27.36.00-G01-\#(index + 1)-26","container":"a.tar.lzma","entry":"\#(message.0).xml","#
        + #""kind":"\#(message.1)","messageUUID":"\#(message.0)"}"# + "\n"
    }
    try program.write(Data(lines.joined().utf8), as: "a.index.jsonl")
    try program.write(Data(json(0, "COMPLETED").utf8), as: "1.json")
    try program.write(Data(json(1, "RECEIVED").utf8), as: "2.json")
    let invalid = json(2, "INVALID").replacing("}", with: #","errorCode":"memo.invalid","errorMessage":"order"}"#)
    try program.write(Data(invalid.utf8), as: "3.json")
    return program
  }

  private func json(_ index: Int, _ status: String) -> String {
    #"{"messageUUID":"\#(Self.uuids[index])","timeStamp":"2026-06-09T08:15:30Z","receiptStatus":"\#(status)"}"#
  }

  @Test func tellsOfEachMessage() throws {
    let outcome = try program().run("receipts", "2.json", "1.json", "3.json", "1.json", "--index", "a.index.jsonl")
    #expect(outcome.code == 1)
    #expect(
      outcome.output == """
        27.36.00-G01-1-26, bevilling: Leveret i Digital Post den 9. juni 2026 kl. 10.15. Sidste dag for en klage er den 7. juli 2026.
        27.36.00-G01-2-26, Min Plan: Modtaget af Digital Post den 9. juni 2026 kl. 10.15, men ikke leveret endnu.
        27.36.00-G01-3-26, afslag: Afvist den 9. juni 2026 kl. 10.15. memo.invalid.
          hjælp: Meddelelsen er forkert bygget. Ret årsagen, og send brevet igen som en ny besked: 'mentorbrev pack' med --again 2 og --case, uden register et højere forsendelse.nummer.
        27.36.00-G01-4-26, bevilling: Ukendt. Der er ingen kvittering endnu.

        """)
    #expect(outcome.errors == "4 meddelelser: 1 leveret, 1 på vej, 1 afvist, 1 ukendt.\n")
  }

  @Test func tellsMachines() throws {
    let outcome = try program().run("receipts", "1.json", "--index", "a.index.jsonl", "--json")
    #expect(outcome.code == 0)
    #expect(outcome.errors == "")
    #expect(
      outcome.output.hasPrefix(
        #"{"case":"27.36.00-G01-1-26","kind":"bevilling","messageUUID":"\#(Self.uuids[0])","status":"delivered","#
          + #""day":"2026-06-09","time":"10.15","complaintDeadline":"2026-07-07","report":"#))
    #expect(outcome.output.split(separator: "\n").count == 4)
  }

  @Test func tellsOfFilesAndMessagesThatItDoesNotKnow() throws {
    let program = try program()
    try program.write(Data(json(0, "COMPLETED").replacing("8f14", with: "9f14").utf8), as: "4.json")
    let outcome = try program.run("receipts", "4.json", "mangler.json", "--index", "a.index.jsonl")
    #expect(outcome.code == 1)
    #expect(
      outcome.errors == """
        fejl: Filen mangler.json findes ikke. [unreadable]
          hjælp: Se efter, om stien er rigtig.
        advarsel: Der er en kvittering for meddelelsen 9f14e45f-ceea-467f-a9d1-1f0c2d3e4b51, som ikke kendes her. [receipt-stranger]
          hjælp: Nævn mappen med registret (--output), eller indekset for den pakke, som meddelelsen blev sendt i (--index).
        4 meddelelser: 4 ukendt.

        """)
  }

  @Test func endsWith2WithoutAWholeIndex() throws {
    let program = try program()
    let outcome = try program.run("receipts", "1.json", "--index", "1.json")
    #expect(outcome.code == 2)
    #expect(outcome.output == "")
    #expect(
      outcome.errors.hasPrefix("1.json:1:1: fejl: Linjen er ikke en linje af et indeks fra --pack. [index-line]\n"))
    let nowhere = try program.run("receipts", "1.json")
    #expect(nowhere.code == 2)
    #expect(nowhere.errors.hasPrefix("fejl: Der er intet register i mappen Output. [register-missing]\n"))
    let usage = try program.run("receipts", "1.json", "--output", "-")
    #expect(usage.code == 64)
    #expect(usage.errors.hasPrefix("Error: --output needs the name of a folder\n"))
  }
}

/// `receipts` with a register: what it keeps, and what it tells of a case.
@Suite struct RegisteredReceiptsTests {
  private static func receipt(_ uuid: String, _ status: String, _ time: String, _ more: String = "") -> Data {
    Data(#"{"messageUUID":"\#(uuid)","timeStamp":"\#(time)","receiptStatus":"\#(status)"\#(more)}"#.utf8)
  }

  /// Two cases packed, and the UUIDs of their messages.
  private static func packed() throws -> (Program, a: String, c: String) {
    let program = try Program.approved()
    let uuids = try Program.uuids(
      try program.run("pack", "1", "--into", "pakker", "--without-pdf", "--json").output)
    return (program, try #require(uuids["A-1"]?.first), try #require(uuids["C-1"]?.first))
  }

  private static func history(_ program: Program, _ number: String) throws -> [String] {
    try program.run("register", "show", number).output.split(separator: "\n").map { line in
      String(line.replacing(/^\d+\. [a-z]+ 20\d\d kl\. \d\d\.\d\d  (Udstedt|Godkendt|Pakket)/) { "TID  \($0.1)" })
    }
  }

  @Test func keepsThemAndTellsOneHistory() throws {
    let (program, a, c) = try Self.packed()
    try program.write(Self.receipt(a, "COMPLETED", "2026-12-01T23:30:00Z"), as: "1.json")
    try program.write(
      Self.receipt(
        c, "INVALID", "2026-12-01T09:00:00Z", #","errorCode":"memo.invalid","errorMessage":"Asta Vind 1205901230""#),
      as: "2.json")
    let outcome = try program.run("receipts", "1.json", "2.json")
    #expect(outcome.code == 1)
    #expect(
      outcome.output == """
        A-1, bevilling: Leveret i Digital Post den 2. december 2026 kl. 00.30. Sidste dag for en klage er den 30. december 2026.
        C-1, bevilling: Afvist den 1. december 2026 kl. 10.00. memo.invalid.
          hjælp: Meddelelsen er forkert bygget. Ret årsagen, og send brevet igen som en ny besked: 'mentorbrev pack' med --again 2 og --case, uden register et højere forsendelse.nummer.

        """)
    #expect(outcome.errors == "2 meddelelser: 1 leveret, 1 afvist.\n")
    #expect(
      try Self.history(program, "A-1") == [
        "TID  Udstedt: bevilling af 24. august 2026 (kørsel 1).",
        "    A-1/bevilling-2026-08-24.html, A-1/bevilling-2026-08-24.xml",
        "TID  Udstedt: Min Plan af 24. august 2026 (kørsel 1).",
        "    A-1/min-plan-2026-08-24.html, A-1/min-plan-2026-08-24.xml",
        "TID  Godkendt til afsendelse: kørsel 1.",
        "TID  Pakket til afsendelse: bevilling af 24. august 2026 og Min Plan af 24. august 2026. Besked \(a).",
        "2. december 2026 kl. 00.30  bevilling af 24. august 2026 og Min Plan af 24. august 2026: Leveret i Digital Post "
          + "den 2. december 2026 kl. 00.30. Sidste dag for en klage er den 30. december 2026.",
      ])
    #expect(
      try Self.history(program, "C-1").last
        == "1. december 2026 kl. 10.00  bevilling af 24. august 2026 og Min Plan af 24. august 2026: Afvist "
        + "den 1. december 2026 kl. 10.00. memo.invalid.")
    #expect(try !program.text(of: "Output/register.jsonl").contains("Asta Vind 12"))
    #expect(try program.run("register", "runs").output.hasSuffix("pakket 4, leveret 2, kommet retur 2\n"))
    #expect(
      try program.run("register", "list", "--state", "returned").output.split(separator: "\n").count == 2)
    for secret in Sample.secrets { #expect(!(try Self.history(program, "A-1").joined().contains(secret))) }
  }

  @Test func doublesAndLateOnesChangeNothing() throws {
    let (program, a, c) = try Self.packed()
    try program.write(Self.receipt(a, "COMPLETED", "2026-12-02T08:00:00Z"), as: "leveret.json")
    try program.write(Self.receipt(a, "RECEIVED", "2026-12-01T08:00:00Z"), as: "foer.json")
    try program.write(Self.receipt(a, "INVALID", "2026-12-03T08:00:00Z"), as: "efter.json")
    try program.write(Self.receipt(c, "RECEIVED", "2026-12-01T08:00:00Z"), as: "andet.json")
    #expect(try program.run("receipts", "leveret.json", "andet.json").code == 0)
    let before = try program.bytes(of: "Output/register.jsonl")
    for files in [["leveret.json"], ["foer.json"], ["efter.json"], ["andet.json", "foer.json", "leveret.json"]] {
      let outcome = try program.run(["receipts"] + files)
      #expect(outcome.code == 0)
      #expect(outcome.output.contains("A-1, bevilling: Leveret i Digital Post den 2. december 2026 kl. 09.00."))
    }
    #expect(try program.bytes(of: "Output/register.jsonl") == before)
    // The other way round it comes to the same.
    let (other, x, _) = try Self.packed()
    #expect(x == a)
    for name in ["efter.json", "foer.json", "leveret.json"] {
      try other.write(try program.bytes(of: name), as: name)
      _ = try other.run("receipts", name)
    }
    let export = ["register", "export", "--without-times"]
    #expect(
      try other.run(export).output.split(separator: "\n").filter { $0.contains("A-1/") }
        == (try program.run(export).output.split(separator: "\n").filter { $0.contains("A-1/") }))
    #expect(try other.run("register", "list").output.contains("sendt  2026-08-24  bevilling  A-1/"))
  }

  @Test func keepsWhatGoesToThePrinter() throws {
    let (program, a, _) = try Self.packed()
    let xml = """
      <PKO_PostStatus xmlns="http://serviceplatformen.dk/xml/print/PKO_PostStatus/1/types">
      <MessageUUID>\(a)</MessageUUID><TransaktionsDatoTid>2026-12-02T08:00:00Z</TransaktionsDatoTid>
      <TransaktionsStatusKode>Modtaget Fjern-print</TransaktionsStatusKode></PKO_PostStatus>
      """
    try program.write(Data(xml.utf8), as: "print.xml")
    let outcome = try program.run("receipts", "print.xml")
    #expect(outcome.code == 0)
    #expect(
      try Self.history(program, "A-1").last
        == "2. december 2026 kl. 09.00  bevilling af 24. august 2026 og Min Plan af 24. august 2026: Skal printes: "
        + "ligger hos printleverandøren siden den 2. december 2026 kl. 09.00.")
  }

  @Test func warnsOfAWithdrawnLetterThatGoesOutAllTheSame() throws {
    let (program, a, c) = try Self.packed()
    #expect(try program.run("withdraw", "A-1", "C-1/min-plan-2026-08-24", "--reason", "Fejl.").code == 0)
    try program.write(Self.receipt(a, "COMPLETED", "2026-12-02T08:00:00Z"), as: "a.json")
    try program.write(Self.receipt(c, "RECEIVED", "2026-12-02T08:00:00Z"), as: "c.json")
    let outcome = try program.run("receipts", "a.json", "c.json")
    #expect(outcome.code == 0)
    let end =
      "og send det rigtige: ret sagen, og udsted den med en anden dato eller et løbenummer (loebenummer). Er det en "
      + "forkert borger, der har fået brev, så giv den rigtige borgers sag et nyt sagsnummer; det er et brud på "
      + "persondatasikkerheden."
    #expect(
      outcome.errors == """
        advarsel: sag A-1: Dokumenterne (bevilling af 2026-08-24), (Min Plan af 2026-08-24) er trukket tilbage, men er nået frem til modtageren alligevel. [receipt-withdrawn]
          hjælp: Fortæl modtageren, at dokumenterne var en fejl, \(end)
        advarsel: sag C-1: Dokumentet (Min Plan af 2026-08-24) er trukket tilbage, men er sendt alligevel. [receipt-withdrawn]
          hjælp: Fortæl modtageren, at dokumentet var en fejl, \(end)
        2 meddelelser: 1 leveret, 1 på vej.

        """)
    #expect(try Self.history(program, "A-1").last?.contains("Leveret i Digital Post") == true)
    let machine = try program.run("receipts", "a.json", "--json")
    #expect(machine.errors == "" && machine.output.contains(#""id":"receipt-withdrawn""#))
  }

  @Test(arguments: [("COMPLETED", 1), ("RECEIVED", 1), ("INVALID", 0)])
  func keepsTheNumberOfAWithdrawnLetterThatSomebodyHasGot(_ status: String, _ code: Int32) throws {
    let (program, a, _) = try Self.packed()
    #expect(try program.run("withdraw", "A-1", "--reason", "Forkert borger.").code == 0)
    try program.write(Self.receipt(a, status, "2026-12-02T08:00:00Z"), as: "1.json")
    let told = try program.run("receipts", "1.json").errors
    #expect(told.contains("receipt-withdrawn") == (code == 1))
    let other = Sample.grant.numbered("A-1").replacing("720590-1230", with: "740395-1237")
      .replacing("2026-08-24", with: "2026-08-25")
    try program.write(other, as: "anden.json")
    let outcome = try program.run("issue", "anden.json")
    #expect(outcome.code == code)
    #expect(outcome.errors.contains("[issued-other-citizen]") == (code == 1))
  }

  @Test func recordsThemAlsoWhenNobodyReadsWhatIsTold() throws {
    let (program, a, c) = try Self.packed()
    try program.write(Self.receipt(a, "COMPLETED", "2026-12-02T08:00:00Z"), as: "a.json")
    try program.write(Self.receipt(c, "COMPLETED", "2026-12-02T08:00:00Z"), as: "c.json")
    let full = try program.run(["receipts", "a.json"], output: "/dev/full")
    #expect(full.code == 2)
    #expect(full.errors.hasPrefix("mentorbrev: cannot write to standard output: "))
    let closed = try program.shell("{ sleep 0.3; \"$PROGRAM\" receipts c.json; echo $? > kode; } | true")
    #expect(closed.errors.hasPrefix("mentorbrev: cannot write to standard output: "), "\(closed.errors)")
    #expect(try program.text(of: "kode") == "2\n")
    #expect(try Self.history(program, "A-1").last?.contains("Leveret i Digital Post") == true)
    #expect(try Self.history(program, "C-1").last?.contains("Leveret i Digital Post") == true)
  }

  @Test func tellsWhatTheRegisterKnowsOfTheMessagesOfAnIndex() throws {
    let (program, a, c) = try Self.packed()
    try program.write(Self.receipt(a, "COMPLETED", "2026-12-02T08:00:00Z"), as: "a.json")
    try program.write(Self.receipt(c, "RECEIVED", "2026-12-02T08:00:00Z"), as: "c.json")
    #expect(try program.run("receipts", "a.json").code == 0)
    let index = try program.shell("ls pakker/*.index.jsonl").output.trimmingCharacters(in: .newlines)
    let outcome = try program.run("receipts", "c.json", "--index", index, "--output", "Output")
    #expect(outcome.code == 0)
    #expect(outcome.errors == "2 meddelelser: 1 leveret, 1 på vej.\n")
    #expect(outcome.output.contains("A-1, bevilling: Leveret i Digital Post den 2. december 2026 kl. 09.00."))
  }

  /// A letter that is delivered before anybody may read it, or that the case says the citizen gets later.
  @Test(arguments: [
    (#""timetal": { "timer": 2, "minutter": 30 } }"#, #""forsendelse": { "leveresFra": "2026-08-27" }"#, "24"),
    (#""dato": "2026-08-24""#, #""modtagelsesdag": "2026-08-28""#, "25"),
    // The citizen's own letter goes on paper; what is delivered is that of another.
    (
      #""by": "Vejby" } }"#,
      #""modtagere": [ { "rolle": "borger", "kanal": "papir" }, { "rolle": "vaerge", "navn": "Torben Eskildsen", "#
        + #""cpr": "610160-1231", "kopi": true } ]"#, "29"
    ),
  ])
  func namesNoDeadlineBeforeThatOfTheLetter(_ place: String, _ more: String, _ day: String) throws {
    let program = try Program()
    let sample = Sample.grant.numbered("A-1").text.split(separator: "\n").map {
      $0.trimmingCharacters(in: .whitespaces)
    }.joined(separator: " ")
    #expect(sample.contains(place))
    let text = sample.replacing(place, with: "\(place), \(more)")
    let exempt = text.replacing(#""cpr": "720590"#, with: #""fritagetForDigitalPost": true, "cpr": "720590"#)
    try program.write(Data((more.contains("papir") ? exempt : text).utf8), as: "sag.json")
    #expect(try program.run("issue", "sag.json").code == 0)
    #expect(try program.text(of: "Output/A-1/bevilling-2026-08-24.xml").contains("<sidsteDag>2026-09-\(day)<"))
    #expect(try program.run("approve", "1", "--by", "Kirsten Holm").code == 0)
    let uuids = try Program.uuids(try program.run("pack", "1", "--into", "p", "--without-pdf", "--json").output)
    try program.write(
      Self.receipt(try #require(uuids["A-1"]?.first), "COMPLETED", "2026-08-24T08:00:00Z"), as: "1.json")
    let told = "Sidste dag for en klage er den \(day). september 2026, som der står i brevet."
    #expect(try program.run("receipts", "1.json").output.contains(told))
    #expect(try program.run("receipts", "1.json", "--json").output.contains(#""complaintDeadline":"2026-09-\#(day)""#))
    #expect(try Self.history(program, "A-1").last?.hasSuffix(told) == true)
  }

  @Test func tellsWhoseLetterItIsAndSendsOnlyThatOneAgain() throws {
    let program = try Program()
    let guardian = #"{ "rolle": "vaerge", "navn": "Torben Eskildsen", "cpr": "610160-1231" }"#
    let sample = Sample.grant.numbered("Y-1").replacing(
      #""afgoerelse": {"#, with: #""modtagere": [ { "rolle": "borger" }, \#(guardian) ], "afgoerelse": {"#)
    try program.write(sample, as: "sag.json")
    #expect(try program.run("issue", "sag.json").code == 0)
    #expect(try program.run("approve", "1", "--by", "Kirsten Holm").code == 0)
    let pack = ["pack", "1", "--into", "p", "--without-pdf", "--json"]
    let packed = try program.run(pack).output
    #expect(packed.contains(#""recipient":"borger""#) && packed.contains(#""recipient":"vaerge""#))
    let uuids = try #require(try Program.uuids(packed)["Y-1"])
    try program.write(Self.receipt(uuids[0], "COMPLETED", "2026-12-01T08:00:00Z"), as: "1.json")
    try program.write(Self.receipt(uuids[1], "NOT_ALLOWED", "2026-12-01T08:00:00Z"), as: "2.json")
    let told = try program.run("receipts", "1.json", "2.json")
    #expect(told.code == 1)
    #expect(told.output.contains("Y-1, bevilling: Leveret"))
    #expect(told.output.contains("Y-1, bevilling til værge: Afvist"))
    #expect(!told.output.contains("Torben"))
    #expect(
      try program.run("receipts", "2.json", "--json").output.contains(#""kind":"bevilling","recipient":"vaerge""#))
    let again = try program.run(pack + ["--again", "2"])
    #expect(again.code == 0)
    #expect(again.output.contains("Dokumentet (bevilling af 2026-08-24) er leveret. Det er ikke pakket."))
    #expect(again.output.contains(#""documents":["Y-1/bevilling-2026-08-24-vaerge"]"#))
    #expect(!again.output.contains(#""recipient":"borger""#))
    let third = try program.run("pack", "1", "--into", "p", "--without-pdf", "--again", "4")
    #expect(
      third.errors.contains("Dokumentet (bevilling af 2026-08-24 til værge) er pakket 2 gange"), "\(third.errors)")
  }

  @Test func tellsOfEachTransmissionThatWasRefused() throws {
    let (program, _, _) = try Self.packed()
    let text =
      #"{"transmissionId":"8f14e45f-ceea-467f-a9d1-1f0c2d3e4b51","timeStamp":"2026-12-01T08:00:00Z","#
      + #""receiptStatus":"INVALID","errorCode":"container.bad","errorMessage":"Asta Vind"}"#
    try program.write(Data(text.utf8), as: "1.json")
    try program.write(Data(text.replacing("4b51", with: "4b52").utf8), as: "2.json")
    let outcome = try program.run("receipts", "1.json", "2.json", "1.json")
    #expect(outcome.code == 1)
    let lines = (1...2).map { number in
      """
      \(number).json:1:1: fejl: En hel forsendelse (transmissionId 8f14e45f-ceea-467f-a9d1-1f0c2d3e4b5\(number)) blev afvist den 1. december 2026 kl. 09.00. container.bad. [transmission-refused]
        hjælp: Ingen af dens meddelelser er nået frem. Find pakken ved dens transmissionId, ret fejlen, og send den igen.

      """
    }
    #expect(outcome.errors == lines.joined() + "0 meddelelser.\n")
    let machine = try program.run("receipts", "2.json", "--json").output
    #expect(
      machine.hasPrefix(
        #"{"status":"error","transmissionId":"8f14e45f-ceea-467f-a9d1-1f0c2d3e4b52","errorCode":"container.bad","#))
    #expect(machine.contains(#""file":"2.json","line":1"#) && !machine.contains("Asta"))
  }

  @Test func refusesARegisterThatAnotherUses() throws {
    let (program, a, _) = try Self.packed()
    try program.write(Self.receipt(a, "COMPLETED", "2026-12-02T08:00:00Z"), as: "1.json")
    let outcome = try program.shell("flock Output/register.lock \"$PROGRAM\" receipts 1.json")
    #expect(outcome.code == 2)
    #expect(outcome.errors.hasPrefix("fejl: Mappen Output bruges af en anden kørsel. [register-locked]\n"))
  }
}
