import DigitalPost
import Foundation

/// Files of a test, in memory; one of them may have a full disk behind it.
final class MemoryFiles {
  struct Full: Error {}

  private(set) var finished: [String: [UInt8]] = [:]
  private(set) var order: [String] = []
  /// After so many bytes of all files there is no more room.
  var room = Int.max

  func open(_ name: String) throws -> any ContainerFile {
    if finished[name] != nil { throw CocoaError(.fileWriteFileExists) }
    return File(name: name, files: self)
  }

  private final class File: ContainerFile {
    private let name: String
    private let files: MemoryFiles
    private var bytes: [UInt8] = []

    init(name: String, files: MemoryFiles) {
      self.name = name
      self.files = files
    }

    func write(_ bytes: [UInt8]) throws {
      files.room -= bytes.count
      if files.room < 0 { throw Full() }
      self.bytes += bytes
    }

    func finish() throws {
      files.finished[name] = bytes
      files.order.append(name)
    }
  }
}
