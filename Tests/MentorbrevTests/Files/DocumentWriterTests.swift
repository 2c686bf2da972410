import Casework
import Foundation
import Mentorbrev
import Testing

/// Documents on disk: all of a case, or none.
@Suite struct DocumentWriterTests {
  private static let names = [
    "27.36.00-G01-3001-26/bevilling-2026-08-24.html", "27.36.00-G01-3001-26/bevilling-2026-08-24.xml",
    "27.36.00-G01-3001-26/min-plan-2026-08-24.html", "27.36.00-G01-3001-26/min-plan-2026-08-24.xml",
  ]

  private func documents(_ name: String = "Asta Nørgaard Vind") throws -> [RenderedDocument] {
    try Repository.letterbook().documents(try Sample.ordinary().with("borger.navn", name))
  }

  @Test func writesAllDocumentsForTheUserAlone() throws {
    let folder = try TemporaryFolder()
    let documents = try documents()
    let paths = try DocumentWriter(folder: "\(folder.path)/ny/mappe").write(documents)
    #expect(paths == Self.names.map { "\(folder.path)/ny/mappe/\($0)" })
    #expect(try folder.files() == Self.names.map { "ny/mappe/\($0)" })
    for (path, document) in zip(paths, documents) { #expect(try FileSystem.read(path) == document.bytes) }
    #expect(try folder.mode("ny") == 0o700)
    #expect(try folder.mode("ny/mappe/27.36.00-G01-3001-26") == 0o700)
    for name in Self.names { #expect(try folder.mode("ny/mappe/\(name)") == 0o600) }
  }

  @Test func writesOverWhatItWrote() throws {
    let folder = try TemporaryFolder()
    let writer = DocumentWriter(folder: folder.path)
    try writer.write(try documents("Før Navn"))
    let documents = try documents("Efter Navn")
    try writer.write(documents)
    #expect(try folder.files() == Self.names)
    #expect(try FileSystem.read("\(folder.path)/\(Self.names[0])") == documents[0].bytes)
  }

  @Test func takesSlashesAtTheEndOfTheFolder() throws {
    let folder = try TemporaryFolder()
    let paths = try DocumentWriter(folder: "\(folder.path)///").write(try documents())
    #expect(paths.first == "\(folder.path)/\(Self.names[0])")
    #expect(DocumentWriter(folder: "").folder == ".")
    #expect(DocumentWriter(folder: "/").folder == "/")
  }

  @Test func writesNoneWhenOneNameIsTakenByAFolder() throws {
    let folder = try TemporaryFolder()
    let writer = DocumentWriter(folder: folder.path)
    let before = try documents("Før Navn")
    try writer.write(before)
    // The last of the four cannot be placed, when three already are.
    try FileManager.default.removeItem(atPath: "\(folder.path)/\(Self.names[3])")
    try FileManager.default.createDirectory(
      atPath: "\(folder.path)/\(Self.names[3])/i", withIntermediateDirectories: true)
    do throws(FileError) {
      try writer.write(try! documents("Efter Navn"))
      Issue.record("written")
    } catch {
      #expect(error.path == "\(folder.path)/\(Self.names[3])")
      #expect(error.reason == "Is a directory")
    }
    #expect(try folder.files() == Array(Self.names[..<3]))
    for index in 0..<3 { #expect(try FileSystem.read("\(folder.path)/\(Self.names[index])") == before[index].bytes) }
  }

  @Test func leavesNothingWhenNothingStoodThere() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: "\(folder.path)/\(Self.names[2])", withIntermediateDirectories: true)
    #expect(throws: FileError.self) { try DocumentWriter(folder: folder.path).write(try documents()) }
    #expect(try folder.files().isEmpty)
  }

  @Test func refusesAFolderThatIsAFile() throws {
    let folder = try TemporaryFolder()
    try "x".write(toFile: "\(folder.path)/fil", atomically: true, encoding: .utf8)
    do {
      try DocumentWriter(folder: "\(folder.path)/fil").write(try documents())
      Issue.record("written")
    } catch let error as FileError {
      #expect(error.path == "\(folder.path)/fil")
      #expect(error.reason == "Not a directory")
    }
    #expect(try folder.files() == ["fil"])
  }

  @Test(.enabled(if: getuid() != 0, "root may write everywhere")) func refusesAFolderThatCannotBeWrittenTo() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/laast"
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o500])
    #expect(throws: FileError.self) { try DocumentWriter(folder: path).write(try documents()) }
    #expect(try folder.files().isEmpty)
  }

  @Test func followsNoLinkAtADocumentsName() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: "\(folder.path)/27.36.00-G01-3001-26", withIntermediateDirectories: true)
    try "hemmeligt".write(toFile: "\(folder.path)/andet", atomically: true, encoding: .utf8)
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/\(Self.names[0])", withDestinationPath: "\(folder.path)/andet")
    try DocumentWriter(folder: folder.path).write(try documents())
    #expect(try String(contentsOfFile: "\(folder.path)/andet", encoding: .utf8) == "hemmeligt")
    #expect(try FileSystem.read("\(folder.path)/\(Self.names[0])").starts(with: Array("<!DOCTYPE html>".utf8)))
  }

  @Test func writesTheSameFilesFromManyTasks() async throws {
    let folder = try TemporaryFolder()
    let documents = try documents()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<8 {
        group.addTask { try DocumentWriter(folder: folder.path).write(documents) }
      }
      try await group.waitForAll()
    }
    #expect(try folder.files() == Self.names)
    #expect(try FileSystem.read("\(folder.path)/\(Self.names[0])") == documents[0].bytes)
  }
}
