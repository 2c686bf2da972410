import Foundation
import Mentorbrev
import Testing

/// The files of containers: whole or not there, and never over another.
@Suite struct PackedFileTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "pakker-\(UUID())").path

  private func names() throws -> [String] {
    FileManager.default.fileExists(atPath: folder) ? try FileManager.default.contentsOfDirectory(atPath: folder) : []
  }

  @Test func isThereWhenItIsFinished() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let file = try PackedFile("a.tar.lzma", in: "\(folder)/ny")
    try file.write([1, 2])
    try file.write([3])
    #expect(!FileManager.default.fileExists(atPath: "\(folder)/ny/a.tar.lzma"))
    try file.finish()
    #expect(try Data(contentsOf: URL(filePath: "\(folder)/ny/a.tar.lzma")) == Data([1, 2, 3]))
    #expect(try FileManager.default.contentsOfDirectory(atPath: "\(folder)/ny") == ["a.tar.lzma"])
  }

  @Test func leavesNothingWhenItIsLetGo() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try PackedFile("a.tar.lzma", in: folder).write([1])
    #expect(try names().isEmpty)
  }

  @Test func isNeverWrittenOverAnother() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let first = try PackedFile("a", in: folder)
    let second = try PackedFile("a", in: folder)
    try first.write([1])
    try second.write([2])
    try first.finish()
    // The name was free when the second was begun.
    #expect(throws: FileError.self) { try second.finish() }
    let error = #expect(throws: FileError.self) { try PackedFile("a", in: folder) }
    #expect(error?.reason == "File exists")
    #expect(try names() == ["a"])
    #expect(try Data(contentsOf: URL(filePath: "\(folder)/a")) == Data([1]))
  }

  #if os(Linux)
    @Test(.enabled(if: getuid() == 0, "only root may mount")) func tellsOfAFullDisk() throws {
      defer { try? FileManager.default.removeItem(atPath: folder) }
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try #require(mount("none", folder, "tmpfs", 0, "size=64k") == 0)
      defer { umount(folder) }
      let file = try PackedFile("a", in: folder)
      let error = #expect(throws: FileError.self) { try file.write([UInt8](repeating: 1, count: 100_000)) }
      #expect(error?.reason == "No space left on device")
    }
  #endif
}
