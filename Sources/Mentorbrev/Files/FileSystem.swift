import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file operation that failed, in plain words.
public struct FileError: Error, Sendable, Hashable {
  /// The path as it was given.
  public var path: String
  /// What went wrong, as the system says it: `No such file or directory`.
  public var reason: String
  /// The system's number of the error, 0 when it has none.
  public var code: Int32

  init(_ path: String, code: Int32) {
    self.path = path
    self.code = code
    reason = String(cString: strerror(code))
  }

  init(_ path: String, reason: String) {
    self.path = path
    self.reason = reason
    code = 0
  }
}

/// The few file operations that the library needs, on the system's own calls: nothing is loaded for them at start.
public enum FileSystem {
  /// The bytes of a file.
  ///
  /// - Parameter limit: more bytes than this are refused.
  public static func read(_ path: String, limit: Int = 1 << 30) throws(FileError) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw FileError(path, code: errno) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw FileError(path, code: errno) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw FileError(path, code: EISDIR) }
    return try read(file, named: path, sizeHint: Int(status.st_size), limit: limit)
  }

  /// All of standard input.
  public static func readStandardInput(limit: Int = 1 << 30) throws(FileError) -> [UInt8] {
    try read(0, named: "-", sizeHint: 1 << 16, limit: limit)
  }

  private static func read(
    _ file: Int32, named path: String, sizeHint: Int, limit: Int
  ) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: min(max(sizeHint, 1 << 12) + 1, 1 << 20))
    while true {
      let count = chunk.withUnsafeMutableBytes { systemRead(file, $0.baseAddress, $0.count) }
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw FileError(path, code: errno)
      }
      bytes += chunk[..<count]
      if bytes.count > limit { throw FileError(path, reason: "larger than \(limit) bytes") }
    }
  }

  /// The names in a folder, in order, without those that begin with a dot; empty when there is no such folder.
  public static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  /// Whether there is a folder at a path.
  public static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Makes a folder and those above it, when they are not there; readable by the user alone.
  static func makeFolder(_ path: String) throws(FileError) {
    guard !path.isEmpty, !isFolder(path) else { return }
    if let slash = path.lastIndex(of: "/") { try makeFolder(String(path[..<slash])) }
    // Another process may have made it in the meantime.
    if mkdir(path, 0o700) != 0, errno != EEXIST { throw FileError(path, code: errno) }
    if !isFolder(path) { throw FileError(path, code: ENOTDIR) }
  }

  /// Writes a new file whole, readable by the user alone.
  static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw FileError(path, code: errno) }
    do throws(FileError) {
      try write(bytes, to: file, named: path)
    } catch {
      close(file)
      throw error
    }
    // A full disk may show only here.
    if close(file) != 0 { throw FileError(path, code: errno) }
  }

  /// Writes bytes to an open file, also when the system takes them piece by piece.
  public static func write(_ bytes: [UInt8], to file: Int32, named path: String) throws(FileError) {
    var start = 0
    while start < bytes.count {
      let count = bytes.withUnsafeBytes { systemWrite(file, $0.baseAddress! + start, $0.count - start) }
      if count < 0 {
        if errno == EINTR { continue }
        throw FileError(path, code: errno)
      }
      start += count
    }
  }

  static func move(_ path: String, to target: String) throws(FileError) {
    if rename(path, target) != 0 { throw FileError(target, code: errno) }
  }

  static func remove(_ path: String) { unlink(path) }

  /// A number that tells this process from others.
  static var processNumber: Int32 { getpid() }
}

// The names `read` and `write` mean our own functions above.
private func systemRead(_ file: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(file, buffer, count)
}

private func systemWrite(_ file: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
  write(file, buffer, count)
}
