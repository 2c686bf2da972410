import DigitalPost
import Synchronization

/// The documents of a case on disk under passing names; gone when they are let go without having got their own.
final class StagedDocuments: Sendable {
  /// A file that is whole on disk.
  struct File: Sendable {
    /// Where it shall lie.
    let path: String
    /// Where it lies.
    let temporary: String
    /// Whether it lies in the folder of its path already, which is a folder and no link then.
    let isBeside: Bool
  }

  private let files: [File]
  private let isPlaced = Atomic(false)

  private init(_ files: [File]) { self.files = files }

  deinit {
    if !isPlaced.load(ordering: .relaxed) { Self.remove(files) }
  }

  /// Writes files; those before one that cannot be written are gone then.
  static func write<Failure: Error>(
    _ write: (inout [File]) throws(Failure) -> Void
  ) throws(Failure) -> StagedDocuments {
    var files: [File] = []
    do throws(Failure) {
      try write(&files)
    } catch {
      remove(files)
      throw error
    }
    return StagedDocuments(files)
  }

  /// Writes messages that belong together, each beside its path, in a folder that is there.
  convenience init(_ messages: [(message: OutgoingMessage, path: String)]) throws {
    var files: [File] = []
    do {
      for (message, path) in messages {
        let file = try NewFile(path)
        try message.sealed.write { try file.write($0) }
        files.append(.init(path: path, temporary: try file.keep(), isBeside: true))
      }
    } catch {
      Self.remove(files)
      throw error
    }
    self.init(files)
  }

  private static func remove(_ files: [File]) {
    for file in files { FileSystem.remove(file.temporary) }
  }

  /// Gives the files their own names. When one cannot have it, those before it give theirs back.
  ///
  /// - Parameter keepsOld: whether what stood there returns then. What an ended run left does not count.
  /// - Returns: the paths, in order; none when they have their names already.
  func place(keepsOld: Bool = true) throws(FileError) -> [String] {
    if isPlaced.load(ordering: .relaxed) { return [] }
    var placed: [(path: String, old: String?)] = []
    var made = ""
    do throws(FileError) {
      for (index, file) in files.enumerated() {
        if !file.isBeside {
          let parent = FileSystem.parent(of: file.path)
          // Those of a case lie together, in a folder of the case: never where a link leads.
          if parent != made { try FileSystem.makeFolder(parent, mayBeLink: false) }
          made = parent
        }
        // What the last one writes over need not return: nothing comes after it.
        let old = keepsOld && index + 1 < files.count ? try FileSystem.keepAside(file.path) : nil
        do throws(FileError) {
          try FileSystem.move(file.temporary, to: file.path)
        } catch {
          if let old { try? FileSystem.move(old, to: file.path) } else if !keepsOld { FileSystem.remove(file.path) }
          throw error
        }
        placed.append((file.path, old))
      }
    } catch {
      for (path, old) in placed.reversed() {
        if let old { try? FileSystem.move(old, to: path) } else { FileSystem.remove(path) }
      }
      throw error
    }
    isPlaced.store(true, ordering: .relaxed)
    for case (_, let old?) in placed { FileSystem.remove(old) }
    return files.map(\.path)
  }
}
