#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The whole lines of an open file, one after the other.
struct LineReader {
  private let file: Int32
  private let path: String
  private var buffer: [UInt8] = []
  /// Where the next line begins in the buffer.
  private var start = 0
  /// Where it begins in the file.
  private(set) var offset: Int

  /// Begins at a place in a file that stays open meanwhile.
  init(file: Int32, path: String, from offset: Int) throws(RegisterError) {
    self.file = file
    self.path = path
    self.offset = offset
    guard lseek(file, off_t(offset), SEEK_SET) >= 0 else { throw RegisterError(system: path) }
  }

  /// The next line without its line feed; nil when there is no whole one.
  mutating func next() throws(RegisterError) -> [UInt8]? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        let line = Array(buffer[start..<end])
        start = end + 1
        offset += line.count + 1
        return line
      }
      let piece = try piece()
      if piece.isEmpty { return nil }
      searched = buffer.count - start
      buffer = buffer[start...] + piece
      start = 0
    }
  }

  private func piece() throws(RegisterError) -> [UInt8] {
    while true {
      var code: Int32 = 0
      let piece = [UInt8](unsafeUninitializedCapacity: 1 << 18) { buffer, count in
        let result = read(file, buffer.baseAddress, buffer.count)
        code = result < 0 ? errno : 0
        count = max(0, result)
      }
      if code == 0 { return piece }
      if code != EINTR { throw RegisterError(system: path, code: code) }
    }
  }
}
