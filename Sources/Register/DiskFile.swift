#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A new file of the register, over what an ended process left there, and the few calls that keep files in their places.
final class DiskFile {
  private let path: String
  private let file: Int32

  init(_ path: String) throws(RegisterError) {
    self.path = path
    try Self.remove(path)
    file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw RegisterError(system: path) }
  }

  deinit { close(file) }

  func write(_ bytes: [UInt8]) throws(RegisterError) { try Self.write(bytes, to: file, path) }

  /// Waits until it is on the disk.
  func finish() throws(RegisterError) { if fsync(file) != 0 { throw RegisterError(system: path) } }

  /// Writes a whole file.
  static func write(_ bytes: [UInt8], to path: String) throws(RegisterError) {
    let file = try DiskFile(path)
    try file.write(bytes)
    try file.finish()
  }

  /// Writes bytes to an open file, also when the system takes them piece by piece.
  static func write(_ bytes: [UInt8], to file: Int32, _ path: String) throws(RegisterError) {
    var start = 0
    while start < bytes.count {
      let count = bytes.withUnsafeBytes { systemWrite(file, $0.baseAddress! + start, $0.count - start) }
      if count < 0, errno != EINTR { throw RegisterError(system: path) }
      start += max(0, count)
    }
  }

  /// Removes a file; one that is not there is removed already.
  static func remove(_ path: String) throws(RegisterError) {
    if unlink(path) != 0, errno != ENOENT, errno != ENOTDIR { throw RegisterError(system: path) }
  }

  /// Whether a folder is there, and no link to one.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Gives a file its name, over what stood there.
  static func move(_ path: String, to target: String) throws(RegisterError) {
    if rename(path, target) != 0 { throw RegisterError(system: target) }
  }

  /// Waits until the names in a folder are on the disk.
  static func sync(folder: String) throws(RegisterError) {
    let file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard file >= 0 else { throw RegisterError(system: folder) }
    defer { close(file) }
    if fsync(file) != 0 { throw RegisterError(system: folder) }
  }
}

// The name `write` means our own function above.
private func systemWrite(_ file: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
  write(file, buffer, count)
}
