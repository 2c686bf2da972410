import Casework
import Foundation
import Hashing
import Testing

@testable import DigitalPost

/// What is hashed is what is sent, and nothing outside the folder is reached.
@Suite struct ContentTests {
  @Test func base64IsWhatFoundationMakes() {
    let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ $0 >> 3) }
    for count in [0, 1, 2, 3, 4, 5, 6, 57, 58, 59, 998, 999, 1000] {
      let part = Array(bytes[..<count])
      let expected = Array(Data(part).base64EncodedString().utf8)
      #expect(part.withUnsafeBytes { Base64.encoded($0) } == expected)
      for size in [1, 2, 3, 5, 64, 1000] {
        var stream = Base64.Stream()
        var digits: [UInt8] = []
        for start in stride(from: 0, to: count, by: size) {
          digits += part[start..<min(start + size, count)].withUnsafeBytes { stream.encode($0) }
        }
        #expect(digits + stream.finish() == expected)
      }
    }
  }

  @Test func aFileIsReadTwiceAndIsTheSame() throws {
    let folder = try TemporaryFolder()
    let bytes = [UInt8](repeating: 0x41, count: 500_000) + [0x42]
    try folder.write(bytes, as: "a/b/fil.txt")
    let content = try FileContent(AttachmentFolder(folder.path).file("a/b/fil.txt"))
    #expect(content.hash == SHA256Hash(of: bytes))
    #expect(content.count == 500_001)
    #expect(content.beginning == [UInt8](repeating: 0x41, count: 8))
    var digits: [UInt8] = []
    try content.encode { digits += $0 }
    #expect(Data(base64Encoded: Data(digits)) == Data(bytes))
  }

  @Test(arguments: ["fil.txt", "mindre"])
  func aFileThatChangedIsNotSent(new: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(Array("fil".utf8), as: "fil.txt")
    let content = try FileContent(AttachmentFolder(folder.path).file("fil.txt"))
    let handle = try FileHandle(forWritingTo: URL(filePath: "\(folder.path)/fil.txt"))
    try handle.write(contentsOf: Data(new == "mindre" ? "FIL".utf8 : "længere end før".utf8))
    try handle.close()
    #expect(throws: AttachmentError("fil.txt", .changed)) { try content.encode { _ in } }
  }

  @Test func aFileThatBecameALinkIsNotSent() throws {
    let folder = try TemporaryFolder()
    try folder.write(Array("fil".utf8), as: "fil.txt")
    try folder.write(Array("fil".utf8), as: "anden.txt")
    let content = try FileContent(AttachmentFolder(folder.path).file("fil.txt"))
    try FileManager.default.removeItem(atPath: "\(folder.path)/fil.txt")
    #expect(throws: AttachmentError("fil.txt", .missing)) { try content.encode { _ in } }
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/fil.txt", withDestinationPath: "\(folder.path)/anden.txt")
    #expect(throws: AttachmentError("fil.txt", .link)) { try content.encode { _ in } }
  }

  @Test(arguments: [true, false]) func aFileThatGrowsOrShrinksWhileItIsSentIsNotSent(_ grows: Bool) throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/fil.txt"
    try folder.write([UInt8](repeating: 0x41, count: 500_000), as: "fil.txt")
    let content = try FileContent(AttachmentFolder(folder.path).file("fil.txt"))
    #expect(throws: AttachmentError("fil.txt", .changed)) {
      try content.encode { _ in truncate(path, grows ? 600_000 : 300_000) }
    }
  }

  @Test func hundredsOfFilesAreNotOpenAtOnce() throws {
    let folder = try TemporaryFolder()
    try folder.write([0x41], as: "fil.txt")
    let contents = try (0..<3000).map { _ in try FileContent(AttachmentFolder(folder.path).file("fil.txt")) }
    for content in contents { try content.encode { #expect($0.elementsEqual("QQ==".utf8) || $0.isEmpty) } }
  }

  @Test(arguments: [
    "../etc/passwd", "../../etc/passwd", "/etc/passwd", "a/../../fil.txt", "", "a//fil.txt", "./fil.txt", "a/",
  ])
  func leadsNowhereElse(path: String) throws {
    let folder = try TemporaryFolder()
    try folder.write([1], as: "fil.txt")
    #expect(throws: AttachmentError(path, .outside)) { try AttachmentFolder(folder.path).file(path) }
  }

  @Test func followsNoLink() throws {
    let folder = try TemporaryFolder()
    try folder.write([1], as: "rigtig/fil.txt")
    for (name, target) in [("link.txt", "/etc/passwd"), ("nær.txt", "rigtig/fil.txt"), ("mappe", "rigtig")] {
      try FileManager.default.createSymbolicLink(atPath: "\(folder.path)/\(name)", withDestinationPath: target)
    }
    for name in ["link.txt", "nær.txt", "mappe/fil.txt"] {
      #expect(throws: AttachmentError(name, .link)) { try AttachmentFolder(folder.path).file(name) }
    }
  }

  @Test func takesRegularFilesOnly() throws {
    let folder = try TemporaryFolder()
    try folder.write([1], as: "mappe/fil.txt")
    #expect(mkfifo("\(folder.path)/rør", 0o600) == 0)
    let attachments = AttachmentFolder(folder.path)
    #expect(throws: AttachmentError("mappe", .notAFile)) { try attachments.file("mappe") }
    #expect(throws: AttachmentError("rør", .notAFile)) { try attachments.file("rør") }
    #expect(throws: AttachmentError("ingen.txt", .missing)) { try attachments.file("ingen.txt") }
    let nowhere = "\(folder.path)/ingen"
    #expect(throws: AttachmentError(nowhere, .folder(ENOENT))) { try AttachmentFolder(nowhere).file("fil.txt") }
  }

  @Test func theSameWordsAreTheSameUUIDOfVersion4() {
    let id = MessageID.uuid(of: ["memo", "1.2"])
    #expect(id == MessageID.uuid(of: ["memo", "1.2"]))
    #expect(id != MessageID.uuid(of: ["memo1", ".2"]))
    #expect(id != MessageID.uuid(of: ["memo", "1.2", ""]))
    for word in 0..<200 { #expect(MessageID.uuid(of: ["\(word)"]).isVersion4) }
  }
}
