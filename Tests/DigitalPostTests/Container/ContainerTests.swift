import Foundation
import Testing

@testable import DigitalPost

/// Containers of many messages: what is in them, how they are split, what is refused.
@Suite struct ContainerTests {
  private func message(_ number: Int, kind: String = "bevilling") -> ContainerPacker.Message {
    let digits = String(number)
    let tail = String(repeating: "0", count: 12 - digits.count) + digits
    return .init(uuid: "0f5c3a1e-7d24-4b6a-9c11-\(tail)", caseNumber: "27.36.00-G01-\(number)-26", kind: kind)
  }

  private func body(_ number: Int, size: Int = 700) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ number) }
  }

  private func pack(
    _ numbers: [Int], size: Int = 700, limits: ContainerLimits = ContainerLimits()
  ) throws -> (containers: [ContainerPacker.Container], files: MemoryFiles) {
    let files = MemoryFiles()
    let packer = ContainerPacker(limits: limits, open: files.open)
    for number in numbers { try packer.add(message(number), body(number, size: size)) }
    return (try packer.finish(), files)
  }

  @Test func theSystemsToolsReadWhatWasPacked() throws {
    let (containers, files) = try pack([1, 2, 3])
    let name = "0f5c3a1e-7d24-4b6a-9c11-000000000001"
    #expect(
      containers == [.init(name: "\(name).tar.lzma", index: "\(name).index.jsonl", entries: 3, bytes: 3 * 1536 + 1024)])
    // The index has its name before the container has.
    #expect(files.order == ["\(name).index.jsonl", "\(name).tar.lzma"])
    let folder = FileManager.default.temporaryDirectory.appending(path: "pakke-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(#require(files.finished["\(name).tar.lzma"])).write(to: folder.appending(path: "a.tar.lzma"))
    let listed = try shell(
      "xz --format=lzma -dc a.tar.lzma | tar --numeric-owner --utc --full-time -tvf - && tar -xf a.tar.lzma --lzma",
      in: folder)
    let line = "-rw-r--r-- 0/0             700 1970-01-01 00:00:00 0f5c3a1e-7d24-4b6a-9c11-00000000000"
    #expect(listed == (1...3).map { "\(line)\($0).xml\n" }.joined())
    for number in 1...3 {
      let entry = folder.appending(path: "\(message(number).uuid).xml")
      #expect(try Array(Data(contentsOf: entry)) == body(number))
    }
  }

  private func shell(_ command: String, in folder: URL) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "set -e; \(command)"]
    process.currentDirectoryURL = folder
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: text, as: UTF8.self)
  }

  @Test func isLZMAAloneWithADictionaryOf8MiBAndNoSize() throws {
    let (_, files) = try pack([1])
    let bytes = try #require(files.finished.first { $0.key.hasSuffix(".lzma") }?.value)
    #expect(Array(bytes[..<13]) == [0x5D, 0, 0, 0x80, 0] + [UInt8](repeating: 0xFF, count: 8))
  }

  @Test func theIndexTellsTheCaseOfEachMessage() throws {
    let files = MemoryFiles()
    let packer = ContainerPacker(open: files.open)
    try packer.add(message(1), body(1))
    try packer.add(
      .init(uuid: message(2).uuid, caseNumber: "A/1 \"æ\"", kind: "min-plan"), body(2))
    _ = try packer.finish()
    let index = try #require(files.finished.first { $0.key.hasSuffix(".jsonl") }?.value)
    let start = "0f5c3a1e-7d24-4b6a-9c11-00000000000"
    #expect(
      String(decoding: index, as: UTF8.self) == """
        {"case":"27.36.00-G01-1-26","container":"\(start)1.tar.lzma","entry":"\(start)1.xml","kind":"bevilling","messageUUID":"\(start)1"}
        {"case":"A/1 \\"æ\\"","container":"\(start)1.tar.lzma","entry":"\(start)2.xml","kind":"min-plan","messageUUID":"\(start)2"}

        """)
  }

  @Test func theSameMessagesMakeTheSameBytes() throws {
    let limits = ContainerLimits(entries: 2)
    #expect(try pack([1, 2, 3], limits: limits).files.finished == pack([1, 2, 3], limits: limits).files.finished)
  }

  @Test(arguments: [
    // 700 bytes take three blocks, 1536 bytes; the end takes 1024.
    (ContainerLimits(entries: 2), [2, 2, 1]),
    (ContainerLimits(entries: 1), [1, 1, 1, 1, 1]),
    (ContainerLimits(entries: 0), [1, 1, 1, 1, 1]),
    (ContainerLimits(bytes: 2 * 1536 + 1024), [2, 2, 1]),
    (ContainerLimits(bytes: 2 * 1536 + 1023), [1, 1, 1, 1, 1]),
    (ContainerLimits(entries: 5, bytes: 5 * 1536 + 1024), [5]),
  ])
  func splitsByNumberAndByBytes(_ limits: ContainerLimits, _ entries: [Int]) throws {
    let (containers, files) = try pack([1, 2, 3, 4, 5], limits: limits)
    #expect(containers.map(\.entries) == entries)
    #expect(files.finished.count == 2 * entries.count)
    #expect(containers.allSatisfy { $0.bytes <= limits.bytes })
  }

  @Test func messagesThatComeInPiecesAreThoseThatComeWhole() throws {
    let files = MemoryFiles()
    let packer = ContainerPacker(open: files.open)
    var rest = body(1)[...]
    try packer.add(message(1), size: rest.count) { sink in
      while !rest.isEmpty {
        try sink(rest.prefix(99))
        rest = rest.dropFirst(99)
      }
    }
    _ = try packer.finish()
    #expect(try files.finished == pack([1]).files.finished)
  }

  @Test func noMessagesMakeNoContainer() throws {
    let (containers, files) = try pack([])
    #expect(containers.isEmpty && files.finished.isEmpty)
  }

  @Test(arguments: [
    "", "0f5c3a1e", "0F5C3A1E-7D24-4B6A-9C11-000000000001", "0f5c3a1e-7d24-7b6a-9c11-000000000001",
    "0f5c3a1e-7d24-4b6a-7c11-000000000001", "../../../../../../../etc/passwd/aaaaaa",
  ])
  func refusesANameThatIsNoUUID(_ uuid: String) throws {
    let files = MemoryFiles()
    let packer = ContainerPacker(open: files.open)
    #expect(throws: ContainerError.notUUID) { try packer.add(.init(uuid: uuid, caseNumber: "1", kind: "a"), [1]) }
    #expect(try packer.finish().isEmpty && files.finished.isEmpty)
  }

  @Test func refusesAMessageThatIsThereTwiceTooLargeOrChanged() throws {
    let files = MemoryFiles()
    let packer = ContainerPacker(limits: ContainerLimits(bytes: 4096), open: files.open)
    try packer.add(message(1), body(1))
    let uuid = message(1).uuid
    #expect(throws: ContainerError.duplicate(uuid)) { try packer.add(message(1), body(1)) }
    let large = ContainerError.tooLarge(message(2).uuid, bytes: 2561, limit: 4096)
    #expect(throws: large) { try packer.add(message(2), body(2, size: 2561)) }
    // What was refused leaves the container as it was.
    try packer.add(message(3), body(3, size: 400))
    #expect(try packer.finish().map(\.entries) == [2])
    for size in [699, 701] {
      let files = MemoryFiles()
      let packer = ContainerPacker(open: files.open)
      #expect(throws: ContainerError.changed(uuid, announced: size)) {
        try packer.add(message(1), size: size) { sink in try sink(body(1)[...]) }
      }
      #expect(try packer.finish().isEmpty)
    }
  }

  @Test func aFullDiskLeavesNoContainer() throws {
    let files = MemoryFiles()
    files.room = 100
    let packer = ContainerPacker(open: files.open)
    #expect(throws: MemoryFiles.Full.self) {
      for number in 1...50 { try packer.add(message(number), body(number, size: 5000)) }
      return try packer.finish()
    }
    #expect(files.finished.isEmpty)
    #expect(try packer.finish().isEmpty)
  }

  @Test func neverWritesOverAContainerThatIsThere() throws {
    let files = MemoryFiles()
    for _ in 0..<2 {
      let packer = ContainerPacker(open: files.open)
      try? packer.add(message(1), body(1, size: files.finished.isEmpty ? 10 : 20))
      _ = try packer.finish()
    }
    let once = try pack([1], size: 10).files.finished
    #expect(files.finished == once)
  }
}
