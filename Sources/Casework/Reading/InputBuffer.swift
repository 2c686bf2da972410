import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The bytes of an input as they come. What has been taken is let go, so that memory follows one case and not the file.
struct InputBuffer {
  /// Gives the next bytes, none at the end.
  typealias Reader = () throws(DiagnosticsError) -> [UInt8]

  /// The file as the user named it.
  let file: String
  /// Whether all bytes have come.
  private(set) var isAtEnd = false
  /// Why no more bytes could be read; what came before it counts.
  private(set) var failure: [Diagnostic] = []
  /// The line of the next byte, from 1.
  private(set) var line = 1
  /// The column of the next byte, from 1.
  private(set) var column = 1

  private let read: Reader
  private var bytes: [UInt8] = []
  private var start = 0
  private var endedInCarriageReturn = false

  init(file: String, read: @escaping Reader) {
    self.file = file
    self.read = read
  }

  /// How many bytes wait.
  var count: Int { bytes.count - start }

  /// The waiting byte at an offset.
  subscript(_ offset: Int) -> UInt8 { bytes[start + offset] }

  /// Where the next byte stands.
  var location: SourceLocation { SourceLocation(file: file, line: line, column: column) }

  /// Calls a function with the bytes that wait.
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[start...])) }
  }

  /// Reads more bytes behind those that wait; false at the end.
  mutating func more() -> Bool {
    if isAtEnd { return false }
    if start > 0 {
      bytes.removeFirst(start)
      start = 0
    }
    do throws(DiagnosticsError) {
      let chunk = try read()
      if !chunk.isEmpty {
        bytes += chunk
        return true
      }
    } catch {
      failure = error.diagnostics
    }
    isAtEnd = true
    return false
  }

  /// Whether so many bytes wait, after reading on where needed.
  mutating func has(_ wanted: Int) -> Bool {
    while count < wanted { if !more() { return false } }
    return true
  }

  /// Takes the first of the waiting bytes.
  mutating func take(_ count: Int) -> [UInt8] {
    let piece = Array(bytes[start..<start + count])
    skip(count)
    return piece
  }

  /// Where a byte stands first at an offset or after it; nil where none waits.
  ///
  /// - Parameter end: where the search ends; nil for the end of what waits.
  func firstIndex(of byte: UInt8, from offset: Int = 0, before end: Int? = nil) -> Int? {
    withBytes { bytes in
      let end = end ?? bytes.count
      guard offset < end, let start = bytes.baseAddress, let place = memchr(start + offset, Int32(byte), end - offset)
      else { return nil }
      return UnsafeRawPointer(place) - UnsafeRawPointer(start)
    }
  }

  /// Takes a line of so many bytes, and passes over the line feed behind it.
  mutating func takeLine(_ length: Int) -> [UInt8] {
    let line = Array(bytes[start..<start + length])
    // Nearly all lines have no carriage return, and then not every byte need be looked at.
    let isPlain = firstIndex(of: 0x0D, before: length) == nil
    guard isPlain, length > 0, count > length else {
      skip(min(length + 1, count))
      return line
    }
    start += length + 1
    self.line += 1
    column = 1
    endedInCarriageReturn = false
    return line
  }

  /// Passes over the first of the waiting bytes.
  mutating func skip(_ count: Int) {
    for index in start..<start + count {
      let byte = bytes[index]
      if byte == 0x0A || byte == 0x0D {
        // A carriage return and a line feed are one end of line, also when they come in two pieces.
        if byte == 0x0D || !endedInCarriageReturn { line += 1 }
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
      endedInCarriageReturn = byte == 0x0D
    }
    start += count
  }

  /// Passes over the rest of a line with its line feed, however long it is.
  mutating func skipLine() {
    repeat {
      if let end = firstIndex(of: 0x0A) { return skip(end + 1) }
      skip(count)
    } while more()
  }

  /// Passes over a byte order mark, which takes no column.
  mutating func skipByteOrderMark() -> Bool {
    guard has(3), self[0] == 0xEF, self[1] == 0xBB, self[2] == 0xBF else { return false }
    start += 3
    return true
  }
}
