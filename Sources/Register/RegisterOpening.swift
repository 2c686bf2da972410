#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Opens a register for reading, also while another process forgets cases or makes the database anew.
///
/// Such a process gives one file after the other its name, and a look in between sees a journal and a database that do not
/// belong together: that is damage when nobody writes, and passes when somebody does. So the look is taken again.
struct RegisterOpening {
  /// How many looks in a row must find damage with nobody writing: one may fall just before the end of a process.
  private static let certainty = 3

  let paths: RegisterPaths
  /// How many times another process is waited for, 50 milliseconds each.
  var patience = 100

  func open() throws(RegisterError) -> RegisterDatabase {
    var undisturbed = 0
    for _ in 0..<patience {
      do throws(RegisterError) {
        if let database = try look() { return database }
      } catch {
        guard error.isDamage || ["register-locked", "unwritable"].contains(error.id) else { throw error }
        undisturbed = FolderLock.isHeld(paths) ? 0 : undisturbed + 1
        if undisturbed == Self.certainty { throw error }
      }
      usleep(50_000 / UInt32(undisturbed * 10 + 1))
    }
    throw .locked(paths.folder)
  }

  /// Opens it as it lies there.
  ///
  /// - Returns: nil when the database was replaced meanwhile: what lies beside it could be that of the other one.
  private func look() throws(RegisterError) -> RegisterDatabase? {
    guard access(paths.journal, F_OK) == 0 else { throw .damaged(paths.journal, "journalen mangler") }
    if access(paths.database, F_OK) != 0 { try RegisterWriter.rebuild(paths) }
    if access(paths.forgetting, F_OK) == 0 { try takeUp() }
    let database = try RegisterDatabase(paths.database, isReadOnly: true)
    let place = try database.place()
    if try Journal.size(paths.journal, from: place) > place.offset { try takeUp() }
    return database.isInPlace ? database : nil
  }

  /// Does what an ended process has left to do, unless one is at it just now.
  private func takeUp() throws(RegisterError) {
    do throws(RegisterError) {
      _ = try RegisterWriter(paths)
    } catch {
      guard error.id == "register-locked" else { throw error }
    }
  }
}
