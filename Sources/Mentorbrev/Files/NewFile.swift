#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that is written piece by piece, readable by the user alone. It has a passing name until it is whole, and is gone
/// when it never is.
public final class NewFile {
  private let path: String
  private let name: String
  private let file: Int32
  private var isClosed = false
  private var isKept = false

  /// Creates a file in the folder of a path; what stands at the path stands there until ``finish()``.
  public convenience init(_ path: String) throws(FileError) { try self.init(path, passing: path) }

  /// Creates a file with its passing name beside another path on the same disk.
  init(_ path: String, passing: String) throws(FileError) {
    self.path = path
    while true {
      let name = FileSystem.passingName(for: passing)
      // Never an existing file, nor where a link leads.
      let file = open(name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
      if file >= 0 {
        self.name = name
        self.file = file
        return
      }
      let code = errno
      // Left over by a process of the same number that was killed.
      if code != EEXIST && code != EINTR { throw FileError(path, code: code) }
    }
  }

  deinit {
    if !isClosed { close(file) }
    if !isKept { FileSystem.remove(name) }
  }

  /// Writes bytes behind those that were written before.
  public func write(_ bytes: [UInt8]) throws(FileError) { try FileSystem.write(bytes, to: file, named: path) }

  /// The same of a part of an array.
  public func write(_ bytes: ArraySlice<UInt8>) throws(FileError) {
    try FileSystem.write(bytes, to: file, named: path)
  }

  /// Gives the file its name, over what stood there.
  public func finish() throws(FileError) {
    let name = try keep()
    do throws(FileError) {
      try FileSystem.move(name, to: path)
    } catch {
      FileSystem.remove(name)
      throw error
    }
  }

  /// Ends writing; the file stays under its passing name, which begins with a dot, so that it is never taken for a document.
  func keep() throws(FileError) -> String {
    isClosed = true
    // A full disk may show only here.
    if close(file) != 0 { throw FileError(path, code: errno) }
    isKept = true
    return name
  }
}
