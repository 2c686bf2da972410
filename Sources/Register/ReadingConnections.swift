import GRDB
import Locking

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Connections to a database that read, each for one thread at a time: as many as there are readers at once. A reader who
/// waits for another one, because that takes what this one finds, must not keep the other from reading.
final class ReadingConnections: Sendable {
  private let path: String
  /// The file that they all read, whatever lies under its name later.
  private let file: ino_t?
  private let idle = Monitor<[DatabaseQueue]>([])

  init(_ path: String) {
    self.path = path
    file = Self.file(path)
  }

  /// Whether the database has not been replaced by another one.
  var isInPlace: Bool { file == Self.file(path) }

  private static func file(_ path: String) -> ino_t? {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_ino : nil
  }

  /// Lends a connection.
  func withOne<Value>(_ body: (DatabaseQueue) throws -> Value) throws -> Value {
    let queue = try idle.withLock { $0.popLast() } ?? connect()
    defer { idle.withLock { $0.append(queue) } }
    return try body(queue)
  }

  private func connect() throws -> DatabaseQueue {
    let queue = try RegisterDatabase.connect(path)
    // What lies beside the database is opened with the first reading, and could be another one's by then.
    _ = try queue.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") }
    guard isInPlace else { throw RegisterError.locked(RegisterPaths(ofFile: path).folder) }
    return queue
  }

  func close() throws {
    for queue in idle.withLock({ $0 }) { try queue.close() }
  }
}
