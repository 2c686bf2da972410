#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that is read piece by piece, or standard input; closed when nobody needs it any more.
final class InputFile {
  private let path: String
  private let file: Int32
  private let pieceSize: Int
  /// How many bytes the system says the file has; 0 also for what has none until it is read, as under `/proc`.
  private let byteCount: Int
  private var bytesRead = 0
  /// Whether the last piece ended where the file does, so that the system need not be asked once more.
  private var isWhole = false

  /// Opens a file; a pipe, a device or a socket is refused, because it may never end.
  init(_ path: String) throws(FileError) {
    self.path = path
    // A pipe that nobody writes to would hold up a plain open for ever.
    file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard file >= 0 else {
      (pieceSize, byteCount) = (0, 0)
      throw errno == ENXIO ? Self.special(path) : FileError(path, code: errno)
    }
    var status = stat()
    let code = fstat(file, &status) == 0 ? 0 : errno
    byteCount = Int(status.st_size)
    // One byte more than the file has: a piece that is shorter and has all of it is the last.
    pieceSize = min(max(byteCount, 1 << 12) + 1, 1 << 18)
    if code != 0 { throw FileError(path, code: code) }
    if status.st_mode & S_IFMT == S_IFDIR { throw FileError(path, code: EISDIR) }
    if status.st_mode & S_IFMT != S_IFREG { throw Self.special(path) }
  }

  private static func special(_ path: String) -> FileError {
    FileError(path, code: ENXIO, reason: "not a regular file")
  }

  /// Standard input.
  init() {
    path = "-"
    file = 0
    pieceSize = 1 << 16
    byteCount = 0
  }

  deinit { if file > 0 { close(file) } }

  /// The next bytes, none at the end.
  func next() throws(FileError) -> [UInt8] {
    if isWhole { return [] }
    while true {
      var code: Int32 = 0
      let piece = [UInt8](unsafeUninitializedCapacity: pieceSize) { buffer, count in
        let result = read(file, buffer.baseAddress, pieceSize)
        if result < 0 { code = errno }
        count = max(0, result)
      }
      if code == 0 {
        bytesRead += piece.count
        isWhole = bytesRead == byteCount && piece.count < pieceSize && !piece.isEmpty
        return piece
      }
      if code != EINTR { throw FileError(path, code: code) }
    }
  }
}
