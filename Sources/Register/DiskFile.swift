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
    file = try Self.open(path, O_WRONLY | O_CREAT | O_EXCL)
  }

  deinit { close(file) }

  func write(_ bytes: [UInt8]) throws(RegisterError) { try Self.write(bytes, to: file, path) }

  /// Waits until it is on the disk.
  func finish() throws(RegisterError) { if fsync(file) != 0 { throw RegisterError(system: path) } }

  /// Opens a file of the register that may be there.
  ///
  /// What is no file is refused: a named pipe would keep the program waiting for somebody who writes to it.
  static func open(_ path: String, _ flags: Int32) throws(RegisterError) -> Int32 {
    let file = systemOpen(path, flags | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard file >= 0 else { throw RegisterError(system: path) }
    var status = stat()
    if fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG { return file }
    close(file)
    throw .notAFile(path)
  }

  /// Makes sure that a file of the register is one.
  ///
  /// - Parameter makes: whether to make it when it is not there.
  static func check(_ path: String, makes: Bool) throws(RegisterError) {
    close(try open(path, makes ? O_RDWR | O_CREAT : O_RDONLY))
  }

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
    let file = systemOpen(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard file >= 0 else { throw RegisterError(system: folder) }
    defer { close(file) }
    if fsync(file) != 0 { throw RegisterError(system: folder) }
  }
}

// The names `open` and `write` mean our own functions above.
private func systemOpen(_ path: String, _ flags: Int32) -> Int32 { open(path, flags, 0o600) }
private func systemWrite(_ file: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
  write(file, buffer, count)
}
