public import Hashing
import Locking

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
  private let state: Monitor<State>

  private struct State {
    let journal: Journal
    /// Whether a batch could not be recorded: the database may lack it, and would pass it over if another one followed.
    var isBroken = false
  }

  /// Opens the register of a folder that exists, makes it when there is none, and takes up what an ended process left.
  ///
  /// - Throws: when another process writes there, or the register is damaged.
  public convenience init(_ paths: RegisterPaths) throws(RegisterError) {
    try self.init(paths, lock: FolderLock(paths))
  }

  init(_ paths: RegisterPaths, lock: FolderLock) throws(RegisterError) {
    self.paths = paths
    self.lock = lock
    try Forgetting(left: paths)?.finish(paths)
    if access(paths.database, F_OK) != 0, access(paths.journal, F_OK) == 0 {
      try Self.makeDatabase(paths, discardNewer: false)
    }
    let database = try RegisterDatabase(paths.database)
    self.database = database
    let place = try database.place()
    // A run that ended right at its beginning has made a database, and nothing has been recorded.
    if place != .start, access(paths.journal, F_OK) != 0 { throw .damaged(paths.journal, "journalen mangler") }
    let journal = try Journal(paths.journal, from: place) { (batch) throws(RegisterError) in
      try database.apply(batch)
    }
    state = Monitor(State(journal: journal))
  }

  /// Opens the register of a folder that has one.
  ///
  /// What is judged before something is recorded is read from this writer: until it is let go, no other process records or
  /// forgets anything.
  ///
  /// - Throws: also when there is none, where the other way to open would make it.
  public convenience init(existing paths: RegisterPaths) throws(RegisterError) {
    guard paths.isThere else { throw .missing(in: paths.folder) }
    try self.init(paths)
  }

  /// Makes the database of a folder again from its journal.
  ///
  /// - Parameter discardNewer: whether to let go of what only the old database knows, which a journal that was fetched from
  ///   a backup lacks.
  /// - Returns: in Danish, what the old database did not say as the journal does, with how many rows of each kind; nil when it
  ///   said the same, or there was none.
  /// - Throws: when another process writes there, there is no journal, the journal is damaged, or could be: the old database
  ///   knows more than it, or there is none that tells whether more belongs behind its last whole batch. The old database
  ///   stays.
  @discardableResult
  public static func rebuild(_ paths: RegisterPaths, discardNewer: Bool = false) throws(RegisterError) -> String? {
    let lock = try FolderLock(paths)
    defer { withExtendedLifetime(lock) {} }
    guard let left = try Forgetting(left: paths) else {
      return try makeDatabase(paths, discardNewer: discardNewer, compares: true)
    }
    try left.finish(paths)
    return nil
  }

  /// Makes the database from the journal, for whoever has the lock.
  ///
  /// - Parameter compares: whether to say what the old database said otherwise.
  @discardableResult
  static func makeDatabase(
    _ paths: RegisterPaths, discardNewer: Bool = true, compares: Bool = false
  ) throws(RegisterError) -> String? {
    guard access(paths.journal, F_OK) == 0 else { throw .damaged(paths.journal, "journalen mangler") }
    let new = paths.newDatabase
    remove(new)
    let database = try RegisterDatabase(new)
    let old = try discardNewer ? nil : OldDatabase(paths.database)
    var isKnown = old?.place == .start
    let isWhole = try Journal.read(paths.journal) { (batch) throws(RegisterError) in
      try database.apply(batch)
      isKnown = isKnown || batch.end.commits == old?.place.commits && batch.end.hash == old?.place.hash
    }
    let newer = isKnown ? [] : old.map(database.lacking) ?? []
    let difference = compares && access(paths.database, F_OK) == 0 ? database.difference(from: paths.database) : nil
    try database.close()
    let isCut = !discardNewer && !isWhole && old == nil
    guard newer.isEmpty, !isCut else {
      remove(new)
      throw isCut ? .cutJournal(paths.journal) : .newerDatabase(paths.database, newer)
    }
    remove(paths.database)
    try DiskFile.move(new, to: paths.database)
    return difference
  }

  /// Forgets cases: removes their files, and what the register says of them, and leaves that it was done, why, and how many
  /// documents of which kinds there were. It is done when this returns; a process that ends before is followed by one that
  /// goes on.
  ///
  /// The journal is written anew beside the old one, with the hash of each line that tells of the cases in its place, and
  /// the database is made from it; both take as long as the register is large, so let many cases be forgotten at once.
  ///
  /// - Parameters:
  ///   - cases: their numbers.
  ///   - why: why, without names and numbers; it stays.
  ///   - time: the time, ISO 8601 in UTC.
  /// - Returns: the cases that were known and are forgotten.
  /// - Throws: when another process writes there, or the register is damaged; then nothing is forgotten yet, or the rest is
  ///   done when the register is opened the next time.
  public static func forget(
    _ cases: Set<String>, in paths: RegisterPaths, why: String, at time: String
  ) throws(RegisterError) -> Set<String> {
    let lock = try FolderLock(paths)
    let writer = try RegisterWriter(paths, lock: lock)
    let known = try writer.database.known(cases)
    let commits = writer.state.withLock { $0.journal.end.commits }
    // The database is going to be replaced.
    try writer.close()
    if known.isEmpty { return [] }
    let forgetting = Forgetting(known, why: why, at: time, commits: commits)
    try forgetting.begin(paths)
    try forgetting.finish(paths)
    withExtendedLifetime(lock) {}
    return known
  }

  /// The cases that an ended process has left to be forgotten: they are, as soon as anybody opens the register.
  ///
  /// - Returns: their numbers; none when nothing is left. A wish that cannot be read is told of when the register is opened.
  public static func leftToForget(in paths: RegisterPaths) -> Set<String> {
    (try? Forgetting(reading: paths))?.cases ?? []
  }

  /// Ends the use of the database; nothing can be recorded afterwards.
  func close() throws(RegisterError) { try database.close() }

  /// Removes a database and the files beside it.
  static func remove(_ database: String) {
    for suffix in [""] + RegisterPaths.databaseSuffixes { unlink(database + suffix) }
  }

  /// Lets others write to the folder. Nothing is recorded after this.
  public func giveBack() {
    // What cannot be taken into the one file while somebody reads stays beside it, and counts as well.
    try? database.close()
    lock.giveBack()
  }

  /// The same register for reading, up to what has been recorded last.
  public var reader: RegisterReader { RegisterReader(database) }

  /// The number of the next run.
  public func nextRun() throws(RegisterError) -> Int { try database.lastRun() + 1 }

  /// Whether a bundle is recorded already, and which files of it are.
  public func lacks(_ bundle: BundleRecord) throws(RegisterError) -> Set<SHA256Hash>? { try database.lacks(bundle) }

  /// What is recorded of documents, by their names.
  public func recorded(_ names: [String]) throws(RegisterError) -> [String: RecordedDocument] {
    try database.recorded(names)
  }

  /// Which of some cases are known, by their numbers.
  public func known(_ cases: Set<String>) throws(RegisterError) -> Set<String> { try database.known(cases) }

  /// Which of some refusals are not recorded yet, by their keys.
  public func lacks(_ refusals: [Refused]) throws(RegisterError) -> Set<SHA256Hash> {
    try database.lacks(refusals.map(\.key))
  }

  /// Records a batch, in its order. The documents that it tells of must be on the disk.
  ///
  /// - Parameter time: the time, ISO 8601 in UTC.
  /// - Throws: what stands in the way. Nothing is recorded afterwards, until the register is opened anew: that takes up what
  ///   is in the journal alone.
  public func record(_ entries: [Entry], at time: String) throws(RegisterError) {
    guard !entries.isEmpty else { return }
    // A line tells of one document, so that it can be erased when its case is forgotten.
    let entries = entries.flatMap { entry in
      guard case .event(let event) = entry else { return [entry] }
      return event.documents.map { .event(event.of($0)) }
    }
    let result = state.withLock { state -> Result<Void, RegisterError> in
      if state.isBroken { return .failure(.broken(paths.folder)) }
      let result = Result { () throws(RegisterError) in
        try state.journal.append(entries, at: time)
        try database.apply(entries, at: time, end: state.journal.end)
      }
      if case .failure = result { state.isBroken = true }
      return result
    }
    try result.get()
  }
}
