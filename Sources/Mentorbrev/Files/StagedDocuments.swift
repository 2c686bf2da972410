import Locking

/// The documents of a case on disk under passing names; gone when they are let go without having got their own.
final class StagedDocuments: Sendable {
  private struct File {
    let path: String
    let temporary: String
    let isBeside: Bool
  }

  private let files = Monitor<[File]>([])

  deinit {
    for file in files.withLock({ $0 }) { FileSystem.remove(file.temporary) }
  }

  /// Adds a file that is whole on disk.
  ///
  /// - Parameter isBeside: whether it lies in the folder of its path already, which is a folder and no link then.
  func add(_ path: String, temporary: String, isBeside: Bool) {
    files.withLock { $0.append(File(path: path, temporary: temporary, isBeside: isBeside)) }
  }

  /// Gives the files their own names. When one cannot have it, those before it give theirs back.
  ///
  /// - Parameter keepsOld: whether what stood there returns then. What an ended run left does not count.
  /// - Returns: the paths, in order.
  func place(keepsOld: Bool = true) throws(FileError) -> [String] {
    let files = files.withLock { $0 }
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
    for case (_, let old?) in placed { FileSystem.remove(old) }
    self.files.withLock { $0 = [] }
    return files.map(\.path)
  }
}
