import Foundation
import Testing

@testable import Mentorbrev

@Suite struct NewFileTests {
  /// A killed program leaves nothing beside what it has not finished.
  @Test func passesThroughAnotherFolder() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let (here, passing) = ("\(folder)/her", "\(folder)/imens")
    for name in [here, passing] {
      try FileManager.default.createDirectory(atPath: name, withIntermediateDirectories: true)
    }
    func names(_ folder: String) throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: folder) }
    let file = try NewFile("\(here)/side.html", passing: "\(passing)/side.html")
    try file.write(Array("<p>hel</p>".utf8))
    #expect(try names(here).isEmpty)
    #expect(try names(passing).count == 1)
    try file.finish()
    #expect(try names(here) == ["side.html"] && names(passing).isEmpty)
    #expect(try String(contentsOfFile: "\(here)/side.html", encoding: .utf8) == "<p>hel</p>")
  }

  @Test func leavesNothingWhenItIsGivenUp() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    func start() throws { try NewFile("\(folder)/side.html", passing: "\(folder)/imens").write([0x41]) }
    try start()
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    #expect(throws: FileError.self) { try NewFile("\(folder)/side.html", passing: "\(folder)/mangler/imens") }
  }
}
