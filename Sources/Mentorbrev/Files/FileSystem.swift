internal import CSystemCalls
import Synchronization

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
  /// The system's number of the error: `EFBIG` for a file that is too large, `ENXIO` for one that is no regular file.
  public var code: Int32

  /// The number for a file that is not there.
  static let missing = ENOENT

  /// The number for a link where nothing may be written through one.
  static let link = ELOOP

  /// Whether something stood in the place.
  var isExisting: Bool { code == EEXIST }

  init(_ path: String, code: Int32) {
    self.path = path
    self.code = code
    reason = String(cString: strerror(code))
  }

  init(_ path: String, code: Int32, reason: String) {
    self.path = path
    self.reason = reason
    self.code = code
  }
}

/// The few file operations that the library needs, on the system's own calls: nothing is loaded for them at start.
package enum FileSystem {
  /// The bytes of a file; a pipe, a device or a socket is refused, because it may never end.
  ///
  /// - Parameter limit: more bytes than this are refused.
  package static func read(_ path: String, limit: Int = 1 << 30) throws(FileError) -> [UInt8] {
    let file = try InputFile(path)
    var bytes: [UInt8] = []
    while true {
      let piece = try file.next()
      if piece.isEmpty { return bytes }
      // Most files come in one piece.
      if bytes.isEmpty { bytes = piece } else { bytes += piece }
      if bytes.count > limit { throw FileError(path, code: EFBIG, reason: "larger than \(limit) bytes") }
    }
  }

  /// The names in a folder, in order, without those that begin with a dot unless they are wanted; empty when there is no such folder.
  ///
  /// - Throws: when the folder is there but cannot be read.
  package static func names(in folder: String, hidden: Bool = false) throws(FileError) -> [String] {
    var names: [String] = []
    try eachName(in: folder, hidden: hidden) { names.append($0) }
    return names.sorted()
  }

  /// Gives the names in a folder as they come, for folders with more of them than memory should hold.
  static func eachName(in folder: String, hidden: Bool, _ body: (String) -> Void) throws(FileError) {
    guard let stream = opendir(folder) else {
      if errno == ENOENT { return }
      throw FileError(folder, code: errno)
    }
    defer { closedir(stream) }
    while true {
      // The end and an error look the same but for the number; a folder that cannot be read to its end is not shorter.
      errno = 0
      guard let entry = readdir(stream) else {
        if errno != 0 { throw FileError(folder, code: errno) }
        return
      }
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
      }
      if !name.hasPrefix(".") || hidden && name != "." && name != ".." { body(name) }
    }
  }

  /// Whether there is a folder at a path.
  package static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether something stands at a path that is no file: a folder, a device, a link.
  package static func isOther(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
  }

  /// Whether two paths are one, or lead to one file.
  package static func isSame(_ path: String, _ other: String) -> Bool {
    var (first, second) = (stat(), stat())
    if path == other { return true }
    guard stat(path, &first) == 0, stat(other, &second) == 0 else { return false }
    return first.st_dev == second.st_dev && first.st_ino == second.st_ino
  }

  /// Whether a folder, which need not be there yet, is neither another one nor in it, with every link followed.
  static func isOutside(_ folder: String, of other: String) -> Bool {
    guard let place = place(folder), let other = self.place(other) else { return false }
    return place != other && !place.hasPrefix("\(other)/")
  }

  /// Where a path leads, all links followed; that of the folder above, when it is not there yet.
  private static func place(_ path: String) -> String? {
    var path = path
    while true {
      if let real = realpath(path, nil) {
        defer { free(real) }
        return String(cString: real)
      }
      let above = FileSystem.parent(of: path)
      if above == path { return nil }
      path = above
    }
  }

  /// Whether there is anything at a path.
  static func isThere(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0
  }

  /// The path of the running program, with every link followed; nil where the system does not tell.
  ///
  /// The name that a program was called by does not tell where it lies when it was found on the search path.
  package static var programPath: String? {
    #if os(Linux)
      var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
      let count = buffer.withUnsafeMutableBytes { bytes in
        readlink("/proc/self/exe", bytes.baseAddress!.assumingMemoryBound(to: CChar.self), bytes.count)
      }
      return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : nil
    #elseif canImport(Darwin)
      var size: UInt32 = 0
      _NSGetExecutablePath(nil, &size)
      var buffer = [CChar](repeating: 0, count: Int(size) + 1)
      guard _NSGetExecutablePath(&buffer, &size) == 0, let real = realpath(buffer, nil) else { return nil }
      defer { free(real) }
      return String(cString: real)
    #else
      return nil
    #endif
  }

  /// The folder of a path, `.` when the path names none.
  package static func parent(of path: String) -> String {
    guard let slash = lastSlash(of: path) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// A slash is a byte of its own in UTF-8, and a place where characters meet.
  private static func lastSlash(of path: String) -> String.Index? {
    var path = path
    let place = path.withUTF8 { $0.lastIndex(of: UInt8(ascii: "/")) }
    return place.map { path.utf8.index(path.startIndex, offsetBy: $0) }
  }

  /// Whether there is a link at a path.
  private static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// Makes a folder and those above it, when they are not there; readable by the user alone.
  ///
  /// - Parameter mayBeLink: whether a link to a folder counts as one. Those above may always be links.
  static func makeFolder(_ path: String, mayBeLink: Bool = true) throws(FileError) {
    if mkdir(path, 0o700) == 0 { return }
    var code = errno
    let above = parent(of: path)
    if code == ENOENT || code == ENOTDIR, above != path, above != "." {
      try makeFolder(above)
      if mkdir(path, 0o700) == 0 { return }
      code = errno
    }
    // On a disk that cannot be written to, the system may say that before it says that something is there.
    if !mayBeLink, isLink(path) { throw FileError(path, code: FileError.link) }
    if isFolder(path) { return }
    throw FileError(path, code: code == EEXIST ? ENOTDIR : code)
  }

  /// Keeps what stands at a path under a passing name, so that it can return; nil when nothing stands there.
  static func keepAside(_ path: String) throws(FileError) -> String? {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      let code = errno
      if code == ENOENT { return nil }
      throw FileError(path, code: code)
    }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw FileError(path, code: EISDIR) }
    let name = passingName(for: path)
    // A second name leaves the first in place; not all file systems have second names.
    if link(path, name) == 0 { return name }
    try move(path, to: name)
    return name
  }

  private static let passed = Atomic<Int>(0)
  private static let process = getpid()

  static func passingName(for path: String) -> String {
    let number = passed.add(1, ordering: .relaxed).newValue
    let name = lastSlash(of: path).map { path.utf8.index(after: $0) } ?? path.startIndex
    return "\(path[..<name]).\(path[name...]).\(process)-\(number)"
  }

  /// Writes bytes to an open file, also when the system takes them piece by piece.
  package static func write(_ bytes: ArraySlice<UInt8>, to file: Int32, named path: String) throws(FileError) {
    var start = 0
    while start < bytes.count {
      let count = bytes.withUnsafeBytes { systemWrite(file, $0.baseAddress! + start, $0.count - start) }
      if count < 0 {
        let code = errno
        if code == EINTR { continue }
        throw FileError(path, code: code)
      }
      start += count
    }
  }

  /// The same of a whole array.
  package static func write(_ bytes: [UInt8], to file: Int32, named path: String) throws(FileError) {
    try write(bytes[...], to: file, named: path)
  }

  /// Waits until everything on the file system of a folder is on the disk: one call for any number of files.
  static func sync(_ folder: String) throws(FileError) {
    #if os(Linux)
      let file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      guard file >= 0 else { throw FileError(folder, code: errno) }
      defer { close(file) }
      if syncfs(file) != 0 { throw FileError(folder, code: errno) }
    #else
      systemSync()
    #endif
  }

  static func move(_ path: String, to target: String) throws(FileError) {
    if rename(path, target) != 0 { throw FileError(target, code: errno) }
  }

  static func remove(_ path: String) { unlink(path) }
}

#if !os(Linux)
  private func systemSync() { sync() }
#endif

// The name `write` means our own function above.
private func systemWrite(_ file: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
  write(file, buffer, count)
}
