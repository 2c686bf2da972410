import Foundation
import Testing

/// `render --format memo`: what it writes, what it says, and what it will not do.
@Suite struct PostCommandTests {
  private static let folder = "27.36.00-G01-3001-26"

  private func program(_ sample: Sample = .grant) throws -> Program {
    let program = try Program()
    try program.write(sample, as: "sag.json")
    return program
  }

  @Test func writesAMessageForTheCitizen() throws {
    let program = try program()
    let outcome = try program.run("render", "sag.json", "--format", "memo", "--without-pdf")
    #expect(outcome.code == 0)
    #expect(outcome.output == "Output/\(Self.folder)/bevilling-2026-08-24.memo.xml\n")
    #expect(outcome.errors == "")
    #expect(try program.files() == ["\(Self.folder)/bevilling-2026-08-24.memo.xml"])
    let message = String(decoding: try program.bytes(of: "Output/\(try program.files()[0])"), as: UTF8.self)
    #expect(message.contains("<memo:Message xmlns:memo=\"https://DigitalPost.dk/MeMo-1\" memoVersion=\"1.2\">"))
    #expect(message.hasSuffix("</memo:Message>\n"))
  }

  @Test func writesTheOlderVersionWhenItIsAskedFor() throws {
    let program = try program()
    #expect(
      try program.run("render", "sag.json", "--format", "memo", "--memo-version", "1.1", "--without-pdf").code == 0)
    let message = String(decoding: try program.bytes(of: "Output/\(try program.files()[0])"), as: UTF8.self)
    #expect(message.contains("memoVersion=\"1.1\" memoSchVersion=\"1.1.0\">"))
  }

  @Test func refusesTheWholeCaseForABadAttachment() throws {
    let attachment = "\"forsendelse\": { \"bilag\": [ { \"fil\": \"../sag.json\" } ] }, \"sagsbehandler\""
    let program = try program(.grant.replacing("\"sagsbehandler\"", with: attachment))
    try FileManager.default.createDirectory(atPath: "\(program.folder)/bilag", withIntermediateDirectories: true)
    let outcome = try program.run("render", "sag.json", "--format", "memo", "--attachments", "bilag", "--without-pdf")
    #expect(outcome.code == 1)
    #expect(outcome.output == "")
    #expect(
      outcome.errors.hasPrefix(
        "sag.json:7:40: fejl: sag \(Self.folder): Bilagets fil (forsendelse.bilag.1.fil) skal være stien til en fil under "
          + "mappen med bilag, uden \"..\" og uden skråstreg først. [memo-attachment]\n"
          + "  felt: forsendelse.bilag.1.fil\n"), "\(outcome.errors)")
    #expect(try program.files() == [])
  }

  @Test func tellsMachinesTheUUID() throws {
    let program = try program()
    let outcome = try program.run("render", "sag.json", "--format", "memo", "--json", "--without-pdf")
    #expect(outcome.code == 0)
    #expect(outcome.errors == "")
    let line = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let messages = try #require(line["messages"] as? [[String: Any]])
    #expect(messages.count == 1)
    #expect(messages[0]["kind"] as? String == "bevilling")
    #expect(messages[0]["formats"] as? [String] == ["html"])
    let id = try #require(messages[0]["uuid"] as? String)
    let message = String(decoding: try program.bytes(of: "Output/\(try program.files()[0])"), as: UTF8.self)
    #expect(message.contains("<memo:messageUUID>\(id)</memo:messageUUID>"))
    for secret in Sample.secrets { #expect(!outcome.output.contains(secret), "\(secret)") }
  }

  @Test(arguments: [
    (["--format", "memo", "--draft"], "a draft is not sent: leave out --draft or --format"),
    (["--memo-version", "1.1"], "--memo-version, --attachments and --without-pdf are for --format memo or kombi"),
    (["--attachments", "x"], "--memo-version, --attachments and --without-pdf are for --format memo or kombi"),
    (["--format", "memo", "--attachments", ""], "--attachments needs the name of a folder"),
    (["--format", "kombi", "--without-pdf"], "--format kombi needs a PDF of each letter"),
    (["--format", "memo,html"], "The value 'memo,html' is invalid for '--format <formats>'"),
    (["--format", "memo", "--memo-version", "2"], "The value '2' is invalid for '--memo-version <version>'"),
  ])
  func endsWith64OnWrongUsage(_ arguments: [String], _ message: String) throws {
    let outcome = try program().run(["render", "sag.json"] + arguments)
    #expect(outcome.code == 64)
    #expect(outcome.errors.hasPrefix("Error: \(message)"), "\(outcome.errors)")
    #expect(outcome.output == "")
  }

  @Test func packsMessagesIntoAContainerWithAnIndex() throws {
    let program = try program()
    let arguments = ["render", "sag.json", "--format", "memo", "--without-pdf"]
    let alone = try program.run(arguments)
    #expect(alone.code == 0)
    let message = try program.bytes(of: "Output/\(try program.files()[0])")
    let outcome = try program.run(arguments + ["--pack", "pakker"])
    #expect(outcome.errors == "")
    #expect(outcome.code == 0)
    let names = try program.files(in: "pakker")
    #expect(names.count == 2)
    #expect(Set(outcome.output.split(separator: "\n")) == Set(names.map { "pakker/\($0)" }))
    let index = String(
      decoding: try program.bytes(of: "pakker/\(try #require(names.first { $0.hasSuffix(".jsonl") }))"), as: UTF8.self)
    #expect(index.contains("\"case\":\"\(Self.folder)\""))
    #expect(index.contains("\"kind\":\"bevilling\""))
    let uuid = try #require(names.first { $0.hasSuffix(".tar.lzma") }).dropLast(9)
    let unpack = "xz --format=lzma --decompress --stdout pakker/\(uuid).tar.lzma | tar -xO \(uuid).xml"
    let unpacked = try program.run(["-c", unpack], executable: URL(filePath: "/bin/sh"))
    #expect(unpacked.code == 0)
    #expect(unpacked.output == String(decoding: message, as: UTF8.self))
  }

  @Test func packsNothingTwice() throws {
    let program = try program()
    let arguments = ["render", "sag.json", "--format", "memo", "--without-pdf", "--pack", "pakker"]
    #expect(try program.run(arguments).code == 0)
    let names = try program.files(in: "pakker")
    let bytes = try names.map { try program.bytes(of: "pakker/\($0)") }
    let outcome = try program.run(arguments)
    #expect(outcome.code == 0)
    #expect(outcome.output == "")
    #expect(
      outcome.errors == """
        mentorbrev: the messages of 1 case lie in containers of this folder already, and were not packed again

        """)
    let machine = try program.run(arguments + ["--json"])
    #expect(machine.output.contains("\"status\":\"unchanged\""), "\(machine.output)")
    #expect(machine.output.hasSuffix("{\"status\":\"containers\",\"containers\":[]}\n"), "\(machine.output)")
    #expect(try program.files(in: "pakker") == names)
    #expect(try names.map { try program.bytes(of: "pakker/\($0)") } == bytes)
  }

  #if os(Linux)
    @Test(.enabled(if: getuid() == 0, "only root may mount")) func goesOnWhereAFullDiskEndedIt() throws {
      let program = try program()
      try program.write(BulkTests.lines, as: "sager.jsonl")
      let arguments = ["render", "sager.jsonl", "--format", "memo", "--without-pdf", "--pack-count", "7", "--pack"]
      let whole = try program.run(arguments + ["hel"])
      #expect(whole.errors.hasSuffix("60 sager: 54 skrevet, 6 afvist.\n"))
      let folder = "\(program.folder)/lille"
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try #require(mount("none", folder, "tmpfs", 0, "size=80k") == 0)
      defer { umount(folder) }
      let full = try program.run(arguments + ["lille"])
      #expect(full.code == 2)
      #expect(full.errors.contains(": No space left on device; "), "\(full.errors)")
      #expect(
        full.errors.hasSuffix(
          "mentorbrev: the container that was being packed was given up; the same command goes on after those that are whole\n"
        ))
      let kept = try program.files(in: "lille")
      #expect(!kept.isEmpty && kept.count < 16)
      #expect(Set(full.output.split(separator: "\n")) == Set(kept.map { "lille/\($0)" }))
      try #require(mount("none", folder, "tmpfs", UInt(MS_REMOUNT), "size=8m") == 0)
      let rest = try program.run(arguments + ["lille"])
      #expect(rest.code == 1)
      #expect(rest.errors.contains(" skrevet, 6 afvist, \(kept.count / 2 * 7) skrevet før.\n"), "\(rest.errors)")
      #expect(try program.shell("diff -r hel lille").output == "")
    }
  #endif

  @Test func asksAPersonAboutAnIndexWithoutItsContainer() throws {
    let program = try program()
    let arguments = ["render", "sag.json", "--format", "memo", "--without-pdf", "--pack", "pakker"]
    #expect(try program.run(arguments).code == 0)
    let names = try program.files(in: "pakker")
    let index = try #require(names.first { $0.hasSuffix(".jsonl") })
    let container = try #require(names.first { $0.hasSuffix(".lzma") })
    try FileManager.default.removeItem(atPath: "\(program.folder)/pakker/\(container)")
    let outcome = try program.run(arguments)
    #expect(outcome.code == 2)
    #expect(
      outcome.errors == """
        fejl: Indekset pakker/\(index) ligger uden sin pakke (.tar.lzma). [pack-index-alone]
          hjælp: Er pakken sendt og flyttet, så flyt indekset med. Ellers slet indekset; brevene pakkes så igen.

        """)
    #expect(try program.files(in: "pakker") == [index])
  }

  @Test func writesNoContainerOverAStrangers() throws {
    let program = try program()
    let arguments = ["render", "sag.json", "--format", "memo", "--without-pdf", "--pack", "pakker"]
    #expect(try program.run(arguments).code == 0)
    let names = try program.files(in: "pakker")
    let index = try #require(names.first { $0.hasSuffix(".jsonl") })
    let container = try #require(names.first { $0.hasSuffix(".lzma") })
    try FileManager.default.removeItem(atPath: "\(program.folder)/pakker/\(index)")
    let outcome = try program.run(arguments)
    #expect(outcome.code == 2)
    #expect(outcome.output == "")
    #expect(
      outcome.errors == """
        error: cannot write pakker/\(container): File exists; nothing was written for this case [unwritable]
          help: move away what stands there, or name another folder
        mentorbrev: the container that was being packed was given up; the same command goes on after those that are whole

        """)
    #expect(try program.files(in: "pakker") == [container])
  }

  @Test func endsBeforeTheFirstCaseWithoutTheFolderOfAttachments() throws {
    let program = try program()
    let outcome = try program.run("render", "sag.json", "--format", "memo", "--without-pdf", "--attachments", "ingen")
    #expect(outcome.code == 2)
    #expect(outcome.output == "")
    #expect(
      outcome.errors == """
        error: there is no folder ingen [no-attachments]
          help: --attachments names the folder below which the files are found that cases name in forsendelse.bilag

        """)
  }

  @Test func refusesACaseWhoseMessageNoContainerTakes() throws {
    let program = try program()
    let sender = "\"forsendelse\": { \"bilag\": [ { \"fil\": \"stor.pdf\" } ] }, \"sagsbehandler\""
    try program.write(.grant.replacing("\"sagsbehandler\"", with: sender), as: "sag.json")
    try FileManager.default.createDirectory(atPath: "\(program.folder)/bilag", withIntermediateDirectories: true)
    try Data("%PDF-1.7\n".utf8 + [UInt8](repeating: 0x20, count: 1 << 20)).write(
      to: URL(filePath: "\(program.folder)/bilag/stor.pdf"))
    let outcome = try program.run(
      "render", "sag.json", "--format", "memo", "--without-pdf", "--attachments", "bilag", "--pack", "pakker",
      "--pack-size", "1")
    #expect(outcome.code == 1)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains("[pack-too-large]"), "\(outcome.errors)")
    #expect(outcome.errors.hasSuffix("sag.json: afvist på grund af 1 fejl. Der er ikke skrevet noget for sagen.\n"))
    #expect(!FileManager.default.fileExists(atPath: "\(program.folder)/pakker"))
  }

  @Test(arguments: [
    (["--pack", "pakker"], "--pack is for --format memo"),
    (["--format", "memo", "--pack-count", "3"], "--pack-count and --pack-size are for --pack"),
    (["--format", "memo", "--pack", "p", "--pack-count", "0"], "--pack-count is at least 1"),
    (["--format", "memo", "--pack", "p", "--pack-size", "0"], "--pack-size is from 1 to 7000"),
  ])
  func refusesOptionsOfPackingThatMakeNoSense(_ arguments: [String], _ message: String) throws {
    let outcome = try program().run(["render", "sag.json"] + arguments)
    #expect(outcome.code == 64)
    #expect(outcome.errors.hasPrefix("Error: \(message)\n"))
  }
}
