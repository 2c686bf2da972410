#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The folder below which the files that go with letters are found: nothing outside it is reachable, by `..`, by a link
/// or by an absolute path.
public struct AttachmentFolder: Sendable {
  /// The folder, as the operator named it; a link to a folder is followed here, and nowhere below.
  public let path: String

  /// Names a folder.
  public init(_ path: String) { self.path = path }

  /// Finds a file and measures it.
  ///
  /// - Parameter name: its path below the folder, parted by slashes.
  func file(_ name: String) throws(AttachmentError) -> AttachmentFile {
    AttachmentFile(folder: self, path: name, count: try opened(name).count)
  }

  /// Opens a file, and tells how many bytes it has.
  fileprivate func opened(_ name: String) throws(AttachmentError) -> (handle: Handle, count: Int) {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." && !$0.utf8.contains(0) }) else {
      throw AttachmentError(name, .outside)
    }
    var handle = Handle(open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC))
    guard handle.number >= 0 else { throw AttachmentError(path, .folder(errno)) }
    for part in parts.dropLast() {
      handle = Handle(openat(handle.number, String(part), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC))
      guard handle.number >= 0 else { throw AttachmentError(name, Self.reason(errno)) }
    }
    // A pipe that nobody writes to would hold up a plain open for ever.
    let file = Handle(
      openat(handle.number, String(parts[parts.count - 1]), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | O_NOCTTY))
    guard file.number >= 0 else { throw AttachmentError(name, Self.reason(errno)) }
    var status = stat()
    guard fstat(file.number, &status) == 0 else { throw AttachmentError(name, .unreadable(errno)) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw AttachmentError(name, .notAFile) }
    return (file, Int(status.st_size))
  }

  private static func reason(_ code: Int32) -> AttachmentError.Reason {
    switch code {
    case ENOENT: .missing
    // A link where a file or a folder should be; Linux says ENOTDIR of a link in the place of a folder.
    case ELOOP, EMLINK, ENOTDIR: .link
    case ENXIO: .notAFile
    default: .unreadable(code)
    }
  }
}

/// A file below the folder of attachments. It is open only while it is read: cases that wait for their turn would
/// otherwise use up the files that a process may have open.
struct AttachmentFile: Sendable {
  fileprivate let folder: AttachmentFolder
  /// Its path below the folder.
  let path: String
  /// How many bytes it had when it was measured.
  let count: Int

  private static let pieceSize = 192 << 10

  /// Gives the bytes from the beginning, piece by piece.
  func read(_ body: (UnsafeRawBufferPointer) -> Void) throws(AttachmentError) {
    do {
      try readAll { body($0) }
    } catch let error as AttachmentError {
      throw error
    } catch {
      preconditionFailure("only reading can fail")
    }
  }

  /// The same, for a body that can fail.
  func readAll(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
    let (handle, size) = try folder.opened(path)
    guard size == count else { throw AttachmentError(path, .changed) }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.pieceSize, alignment: 16)
    defer { buffer.deallocate() }
    var offset = 0
    while true {
      let length = pread(handle.number, buffer.baseAddress, buffer.count, off_t(offset))
      if length < 0 {
        let code = errno
        if code == EINTR { continue }
        throw AttachmentError(path, .unreadable(code))
      }
      if length == 0 { break }
      offset += length
      // It grew after it was measured; what was checked is not what would be sent.
      guard offset <= count else { throw AttachmentError(path, .changed) }
      try body(UnsafeRawBufferPointer(rebasing: buffer[..<length]))
    }
    guard offset == count else { throw AttachmentError(path, .changed) }
  }
}

/// A file descriptor that is closed when nobody needs it any more.
fileprivate final class Handle: Sendable {
  let number: Int32

  init(_ number: Int32) { self.number = number }

  deinit { if number >= 0 { close(number) } }
}

/// Why a file that should go with a letter cannot be had.
public struct AttachmentError: Error, Sendable, Hashable {
  /// The reason.
  public enum Reason: Sendable, Hashable {
    /// The path leads out of the folder, or is none.
    case outside
    /// There is no such file.
    case missing
    /// There is a link on the way.
    case link
    /// A folder, a pipe or a device.
    case notAFile
    /// The system's number of the error.
    case unreadable(Int32)
    /// The folder itself cannot be opened.
    case folder(Int32)
    /// The file is not what it was when it was checked.
    case changed
  }

  /// The path, as it was given.
  public let path: String
  /// Why.
  public let reason: Reason

  init(_ path: String, _ reason: Reason) {
    self.path = path
    self.reason = reason
  }

  /// What a Danish sentence says of the file after its name.
  package var danish: String {
    switch reason {
    case .outside: "skal være stien til en fil under mappen med bilag, uden \"..\" og uden skråstreg først"
    case .missing: "findes ikke i mappen med bilag"
    case .link: "er et link eller ligger bag et link, og links følges ikke"
    case .notAFile: "er ikke en almindelig fil"
    case .unreadable(let code): "kan ikke læses (\(String(cString: strerror(code))))"
    case .folder(let code): "kan ikke hentes: mappen med bilag kan ikke åbnes (\(String(cString: strerror(code))))"
    case .changed: "er ændret, mens beskeden blev skrevet"
    }
  }
}
