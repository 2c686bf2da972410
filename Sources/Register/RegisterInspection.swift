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
    var problems: [RegisterError] = []
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
    let database = try RegisterDatabase(paths.inspection)
    self.database = database
    do throws(RegisterError) {
      try Journal.read(paths.journal) { (batch) throws(RegisterError) in try database.apply(batch) }
    } catch {
      problems.append(error)
    }
    let isJournalWhole = problems.isEmpty
    do throws(RegisterError) {
      try hasDatabase
        ? database.compare(with: paths.database, isJournalWhole: isJournalWhole) : Self.noDatabase(paths)
    } catch {
      problems.append(error)
    }
    // What stands in the way of a writer shows in one of the two, unless it is something else: a case is not forgotten yet.
    let isUnfinished = access(paths.forgetting, F_OK) == 0
    // A journal that has lost its end differs from the database, which is right.
    if left?.isShortJournal == true, isJournalWhole { problems = [] }
    self.problems = problems.isEmpty || isUnfinished ? [left].compactMap(\.self) + problems : problems
    let isDatabaseWhole = !isJournalWhole && problems.count == 1 && hasDatabase
    let found = isDatabaseWhole ? try? RegisterDatabase(paths.database, isReadOnly: true) : nil
    reader = RegisterReader(found ?? database)
  }

  deinit {
    try? database.close()
    RegisterWriter.remove(paths.inspection)
  }

  private static func noDatabase(_ paths: RegisterPaths) throws(RegisterError) {
    throw .database(paths.database, "databasen mangler")
  }
}
