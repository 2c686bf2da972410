#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The right to write to a folder, which one process has at a time. The system takes it back when the process ends, however
/// that happens.
final class FolderLock: Sendable {
  private let file: Int32

  init(_ paths: RegisterPaths) throws(RegisterError) {
    file = try DiskFile.open(paths.lock, O_RDWR | O_CREAT)
    // A program that another thread is starting holds all open files for a moment.
    var attempts = 20
    while flock(file, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK, attempts > 0 {
      attempts -= 1
      usleep(5_000)
    }
    if flock(file, LOCK_EX | LOCK_NB) == 0 {
      // Databases that an ended process was making: they hold all cases, and nobody needs them.
      for database in [paths.inspection, paths.newDatabase] { RegisterWriter.remove(database) }
      return
    }
    let code = errno
    guard code == EWOULDBLOCK else { throw RegisterError(system: paths.lock, code: code) }
    throw .locked(paths.folder)
  }

  deinit { close(file) }

  /// Whether another process has the right to a folder at the moment.
  static func isHeld(_ paths: RegisterPaths) -> Bool {
    guard let file = try? DiskFile.open(paths.lock, O_RDONLY) else { return false }
    defer { close(file) }
    return flock(file, LOCK_SH | LOCK_NB) != 0
  }

  /// Gives the right back before the end.
  func giveBack() { flock(file, LOCK_UN) }
}
