import Foundation
import Mentorbrev
import Testing

@Suite struct FileSystemTests {
  @Test func readsAFileWhole() throws {
    let folder = try TemporaryFolder()
    let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try Data(bytes).write(to: URL(filePath: "\(folder.path)/stor"))
    #expect(try FileSystem.read("\(folder.path)/stor") == bytes)
  }

  @Test(arguments: [0, 1, 4095, 4096, 4097, (1 << 18) - 1, 1 << 18, (1 << 18) + 1])
  func readsAFileThatEndsWithAPiece(_ count: Int) throws {
    let folder = try TemporaryFolder()
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try Data(bytes).write(to: URL(filePath: "\(folder.path)/fil"))
    #expect(try FileSystem.read("\(folder.path)/fil") == bytes)
  }

  #if os(Linux)
    /// The system makes it when it is read, and gives it no size.
    @Test func readsAFileWhoseSizeNobodyKnows() throws {
      let text = String(decoding: try FileSystem.read("/proc/self/maps"), as: UTF8.self)
      #expect(text.utf8.count > 4097 && text.contains("[stack]"))
    }
  #endif

  @Test func refusesMoreThanItsLimit() throws {
    let folder = try TemporaryFolder()
    try Data(count: 101).write(to: URL(filePath: "\(folder.path)/stor"))
    #expect(try FileSystem.read("\(folder.path)/stor", limit: 101).count == 101)
    do {
      _ = try FileSystem.read("\(folder.path)/stor", limit: 100)
      Issue.record("read")
    } catch {
      #expect(error.reason == "larger than 100 bytes")
    }
  }

  @Test func refusesAFolderAndWhatIsNotThere() throws {
    let folder = try TemporaryFolder()
    do { _ = try FileSystem.read(folder.path) } catch { #expect(error.code == EISDIR) }
    do { _ = try FileSystem.read("\(folder.path)/intet") } catch { #expect(error.code == ENOENT) }
  }

  @Test func refusesWhatMayNeverEnd() throws {
    let folder = try TemporaryFolder()
    let pipe = "\(folder.path)/roer"
    try #require(mkfifo(pipe, 0o600) == 0)
    for path in [pipe, "/dev/zero", "/dev/null"] {
      let error = #expect(throws: FileError.self) { try FileSystem.read(path) }
      #expect(error?.reason == "not a regular file")
      #expect(error?.code == ENXIO)
      #expect(error?.danish == "er ikke en almindelig fil")
    }
  }

  @Test func namesWhatIsInAFolderInOrder() throws {
    let folder = try TemporaryFolder()
    for name in ["b", "a", ".skjult", "c"] { try Data().write(to: URL(filePath: "\(folder.path)/\(name)")) }
    #expect(try FileSystem.names(in: folder.path) == ["a", "b", "c"])
    #expect(try FileSystem.names(in: "\(folder.path)/intet").isEmpty)
  }

  @Test func knowsTheFolderOfAPath() {
    #expect(FileSystem.parent(of: "a/b/c") == "a/b")
    #expect(FileSystem.parent(of: "a") == ".")
    #expect(FileSystem.parent(of: "/a") == "/")
    #expect(FileSystem.parent(of: "/") == "/")
  }
}
