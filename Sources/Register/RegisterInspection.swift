#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A look at a register as a whole: whether the journal is as it was written, and whether the database says what the journal
/// says. While it lasts, nobody else writes to the folder.
public final class RegisterInspection: Sendable {
  /// What is wrong with the register, all of it.
  public let problems: [RegisterError]
  /// What the journal says; when it is damaged and the database is not, what the database says. Usable as long as the
  /// inspection lives.
  public let reader: RegisterReader
  private let paths: RegisterPaths
  private let lock: FolderLock
  /// What the journal says, as far as it is whole.
  private let database: RegisterDatabase

  /// Reads the journal from its beginning into a database beside the register's own, and compares the two.
  ///
  /// It takes as much room on the disk as the database, until the inspection is let go.
  ///
  /// - Throws: when there is no register, another process writes to the folder, or there is no room.
  public init(_ paths: RegisterPaths) throws(RegisterError) {
    let hasJournal = access(paths.journal, F_OK) == 0
    let hasDatabase = access(paths.database, F_OK) == 0
    guard hasJournal || hasDatabase else { throw .missing(in: paths.folder) }
    self.paths = paths
    lock = try FolderLock(paths)
    var left: RegisterError?
    if hasJournal, hasDatabase {
      do throws(RegisterError) {
        // What an ended process has left to do is no damage.
        try RegisterWriter(paths, lock: lock).close()
      } catch {
        left = error
      }
    }
    RegisterWriter.remove(paths.inspection)
    let found: (problems: [RegisterError], journal: RegisterDatabase, reader: RegisterDatabase)
    do throws(RegisterError) {
      found = try Self.compare(paths, hasDatabase: hasDatabase, isShort: left?.isShortJournal == true)
    } catch {
      RegisterWriter.remove(paths.inspection)
      throw error
    }
    database = found.journal
    reader = RegisterReader(found.reader)
    // What stands in the way of a writer shows in one of the two, unless it is something else: a case is not forgotten yet.
    let isUnfinished = access(paths.forgetting, F_OK) == 0
    problems =
      found.problems.isEmpty || isUnfinished ? [left].compactMap(\.self) + found.problems : found.problems
  }

  /// Reads the journal, and looks at the database.
  ///
  /// - Parameter isShort: whether the journal is known to have lost its end: then the database says more, and rightly.
  /// - Returns: what is damaged, what the journal says, and the one of the two that says all.
  /// - Throws: what stands in the way of looking; that is no damage.
  private static func compare(
    _ paths: RegisterPaths, hasDatabase: Bool, isShort: Bool
  ) throws(RegisterError) -> (problems: [RegisterError], journal: RegisterDatabase, reader: RegisterDatabase) {
    let journal = try RegisterDatabase(paths.inspection)
    let ofJournal = try damage { () throws(RegisterError) in
      try Journal.read(paths.journal) { (batch) throws(RegisterError) in try journal.apply(batch) }
    }
    let isWhole = ofJournal == nil && !isShort
    let ofDatabase =
      hasDatabase
      ? try damage { () throws(RegisterError) in
        try journal.compare(with: paths.database, isJournalWhole: isWhole)
      } : .database(paths.database, "databasen mangler")
    let isBetter = !isWhole && ofDatabase == nil
    let reader = isBetter ? try RegisterDatabase(paths.database, isReadOnly: true) : journal
    return ([ofJournal, ofDatabase].compactMap(\.self), journal, reader)
  }

  /// The damage that an action finds; nil when there is none.
  private static func damage(_ action: () throws(RegisterError) -> Void) throws(RegisterError) -> RegisterError? {
    do throws(RegisterError) {
      try action()
      return nil
    } catch {
      guard error.isDamage else { throw error }
      return error
    }
  }

  deinit {
    try? database.close()
    RegisterWriter.remove(paths.inspection)
  }
}
