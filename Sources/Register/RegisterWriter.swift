public import Hashing
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What has been issued into a folder, as the one process knows it that may write there.
///
/// The register is a journal, `register.jsonl`; a database beside it answers questions and can be made from the journal
/// again. A batch is recorded when its documents are whole on the disk and its lines in the journal are too.
public final class RegisterWriter: Sendable {
  /// Where it lies.
  public let paths: RegisterPaths
  private let lock: FolderLock
  private let database: RegisterDatabase
  private let journal: Mutex<Journal>

  /// Opens the register of a folder that exists, makes it when there is none, and takes up what an ended process left.
  ///
  /// - Throws: when another process writes there, or the register is damaged.
  public init(_ paths: RegisterPaths) throws(RegisterError) {
    self.paths = paths
    lock = try FolderLock(paths)
    let database = try RegisterDatabase(paths.database)
    self.database = database
    let place = try database.place()
    // A run that ended right at its beginning has made a database, and nothing has been recorded.
    if place != .start, access(paths.journal, F_OK) != 0 { throw .damaged(paths.journal, "journalen mangler") }
    let journal = try Journal(paths.journal, from: place) {
      (entries, commit, end) throws(RegisterError) in
      try database.apply(entries, at: commit.at, end: end)
    }
    self.journal = Mutex(journal)
  }

  /// Makes the database of a folder again from its journal.
  ///
  /// - Throws: when another process writes there, there is no journal, or the journal is damaged; the old database stays.
  public static func rebuild(_ paths: RegisterPaths) throws(RegisterError) {
    try rebuild(paths, lock: FolderLock(paths))
  }

  private static func rebuild(_ paths: RegisterPaths, lock: FolderLock) throws(RegisterError) {
    guard access(paths.journal, F_OK) == 0 else { throw .damaged(paths.journal, "journalen mangler") }
    let new = paths.database + ".new"
    remove(new)
    let database = try RegisterDatabase(new)
    _ = try Journal(paths.journal, from: .start) { (entries, commit, end) throws(RegisterError) in
      try database.apply(entries, at: commit.at, end: end)
    }
    try database.close()
    remove(paths.database)
    guard rename(new, paths.database) == 0 else { throw RegisterError(system: paths.database) }
    withExtendedLifetime(lock) {}
  }

  /// Removes a database and the files beside it.
  private static func remove(_ database: String) { for suffix in ["", "-wal", "-shm"] { unlink(database + suffix) } }

  /// Lets others write to the folder. Nothing is recorded after this.
  public func giveBack() { lock.giveBack() }

  /// The number of the next run.
  public func nextRun() throws(RegisterError) -> Int { try database.lastRun() + 1 }

  /// Whether a bundle is recorded already, and which files of it are.
  public func lacks(_ bundle: BundleRecord) throws(RegisterError) -> Set<SHA256Hash>? { try database.lacks(bundle) }

  /// What is recorded of documents, by their names.
  public func recorded(_ names: [String]) throws(RegisterError) -> [String: RecordedDocument] {
    try database.recorded(names)
  }

  /// Which of some refusals are not recorded yet, by their keys.
  public func lacks(_ refusals: [Refused]) throws(RegisterError) -> Set<SHA256Hash> {
    try database.lacks(refusals.map(\.key))
  }

  /// Records a batch, in its order. The documents that it tells of must be on the disk.
  ///
  /// - Parameter time: the time, ISO 8601 in UTC.
  public func record(_ entries: [Entry], at time: String) throws(RegisterError) {
    guard !entries.isEmpty else { return }
    let result = journal.withLock { journal in
      Result { () throws(RegisterError) in
        try journal.append(entries, at: time)
        try database.apply(entries, at: time, end: journal.end)
      }
    }
    try result.get()
  }
}
