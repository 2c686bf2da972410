import DigitalPost
import Register

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What an ended run has left in the folder of the containers.
struct PackFolder {
  let path: String

  /// A whole container, and the messages in it.
  struct Container {
    let path: String
    let entries: [IndexEntry]
  }

  /// The whole containers of which the register does not know yet, by their first messages; all of them when nothing counts
  /// as known.
  func containers(isKnown: (String) throws -> Bool) throws -> [Container] {
    try PackedIndex.all(in: path).filter { try $0.hasContainer && !isKnown($0.uuid) }.map { index in
      Container(path: index.containerPath, entries: try index.entries())
    }
  }

  /// Removes the halves of files of runs that were killed: `.<name>.<process>-<number>`.
  func removeLeftovers() throws(FileError) {
    for name in try FileSystem.names(in: path, hidden: true) where name.hasPrefix(".") {
      let parts = name.split(separator: ".")
      guard parts.count > 2, ["lzma", "jsonl", "xml"].contains(parts[parts.count - 2]),
        let process = parts.last?.split(separator: "-").first.flatMap({ pid_t($0) }), process > 0, Self.isOver(process)
      else { continue }
      FileSystem.remove("\(path)/\(name)")
    }
  }

  private static func isOver(_ process: pid_t) -> Bool {
    if kill(process, 0) != 0 { return errno == ESRCH }
    // One that was killed is known until its parent has asked after it; Linux tells so behind its name.
    guard let status = try? FileSystem.read("/proc/\(process)/stat") else { return false }
    return String(decoding: status, as: UTF8.self).split(separator: ")").last?.hasPrefix(" Z") == true
  }
}
