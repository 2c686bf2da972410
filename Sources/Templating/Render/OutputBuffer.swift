/// Bytes that grow: where documents are rendered. Reusing one buffer for many documents costs no allocation once
/// it has grown to the largest.
public struct OutputBuffer: ~Copyable {
  private var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  /// How many bytes there are.
  public private(set) var count = 0

  /// Creates an empty buffer.
  ///
  /// - Parameter capacity: bytes to make room for.
  public init(capacity: Int = 1 << 15) {
    self.capacity = max(64, capacity)
    base = .allocate(capacity: self.capacity)
  }

  deinit { base.deallocate() }

  /// Empties the buffer and keeps its memory.
  public mutating func removeAll() { count = 0 }

  /// The bytes, copied.
  public var bytes: [UInt8] { Array(UnsafeBufferPointer(start: base, count: count)) }

  /// Gives the bytes without copying them.
  public borrowing func withUnsafeBytes<Result>(
    _ body: (UnsafeRawBufferPointer) throws -> Result
  ) rethrows -> Result {
    try body(UnsafeRawBufferPointer(start: base, count: count))
  }

  /// Appends bytes as they are.
  public mutating func append(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { bytes in
      if let start = bytes.baseAddress { append(start, bytes.count) }
    }
  }

  /// Whether the text so far ends as a sentence does: in a full stop, a question mark, an exclamation mark or three dots;
  /// tags are no text. A `>` is always the end of a tag: in text and in attributes it is escaped.
  var endsSentence: Bool {
    var end = count
    while end > 0, base[end - 1] == UInt8(ascii: ">") {
      repeat { end -= 1 } while end > 0 && base[end] != UInt8(ascii: "<")
    }
    guard end > 0 else { return false }
    switch base[end - 1] {
    case UInt8(ascii: "."), UInt8(ascii: "?"), UInt8(ascii: "!"): return true
    // The last byte of three dots that are one sign, E2 80 A6.
    case 0xA6: return end > 2 && base[end - 2] == 0x80 && base[end - 3] == 0xE2
    default: return false
    }
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    reserve(1)
    base[count] = byte
    count += 1
  }

  @inline(__always)
  mutating func append(_ start: UnsafePointer<UInt8>, _ length: Int) {
    reserve(length)
    (base + count).update(from: start, count: length)
    count += length
  }

  @inline(__always)
  mutating func append(_ text: StaticString) { append(text.utf8Start, text.utf8CodeUnitCount) }

  @inline(__always)
  private mutating func reserve(_ more: Int) {
    if count + more > capacity { grow(more) }
  }

  @inline(never)
  private mutating func grow(_ more: Int) {
    let larger = max(capacity * 2, count + more)
    let new = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    new.update(from: base, count: count)
    base.deallocate()
    base = new
    capacity = larger
  }
}
