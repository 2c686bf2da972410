/// The keys of a record as the reader finds them.
///
/// Like the declarations that they belong to they live as long as the program: they lie in memory that is never freed, so
/// that finding a key counts no references.
struct InputKeys: Sendable {
  /// A key and the quotation mark behind it, as words of eight bytes.
  private struct Key {
    let start: UnsafePointer<UInt8>
    let count: Int
    /// The first eight bytes, and which of their bits count when there are fewer.
    let first: UInt64
    let mask: UInt64
    /// The last eight bytes, when there are more; they overlap the first ones of most keys.
    let last: UInt64

    init(_ key: StaticString) {
      start = key.utf8Start
      count = key.utf8CodeUnitCount
      let quoted = UnsafeBufferPointer(start: start, count: count) + [UInt8(ascii: "\"")]
      first = Self.word(quoted.prefix(8))
      mask = Self.word(quoted.prefix(8).map { _ in 0xFF })
      last = quoted.count > 8 ? Self.word(quoted.suffix(8)) : 0
    }

    /// At most eight bytes as they are loaded from memory.
    private static func word(_ bytes: some Sequence<UInt8>) -> UInt64 {
      var word: UInt64 = 0
      withUnsafeMutableBytes(of: &word) { memory in
        for (index, byte) in bytes.enumerated() { memory[index] = byte }
      }
      return word
    }

    /// Whether the key and the quotation mark stand at a place, of which the first eight bytes are given.
    @inline(__always)
    func stands(at place: Int, in bytes: UnsafeBufferPointer<UInt8>, _ word: UInt64) -> Bool {
      if (word ^ first) & mask != 0 { return false }
      if count < 8 { return true }
      let end = place &+ count
      guard end < bytes.count,
        UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: end &- 7, as: UInt64.self) == last
      else { return false }
      return count < 16 || areEqual(UnsafeBufferPointer(rebasing: bytes[place + 8..<end]), start + 8)
    }
  }

  private let count: Int
  private nonisolated(unsafe) let keys: UnsafePointer<Key>
  /// Open addressing: the index of a field plus one, at a place computed from its key's length and three of its bytes.
  private nonisolated(unsafe) let places: UnsafePointer<UInt8>

  init(_ declared: [StaticString]) {
    precondition(declared.count <= 48, "duplicate keys are noted in 64 bits, and the lookup has 64 places")
    count = declared.count
    let keys = UnsafeMutablePointer<Key>.allocate(capacity: max(1, declared.count))
    let places = UnsafeMutablePointer<UInt8>.allocate(capacity: 64)
    places.initialize(repeating: 0, count: 64)
    for (index, key) in declared.enumerated() {
      (keys + index).initialize(to: Key(key))
      var place = Self.place(of: UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount))
      while places[place] != 0 { place = (place + 1) & 63 }
      places[place] = UInt8(index + 1)
    }
    self.keys = UnsafePointer(keys)
    self.places = UnsafePointer(places)
  }

  /// How many bytes a field's key has.
  @inline(__always)
  func length(_ index: Int) -> Int { keys[index].count }

  /// The index of the field with a key, or nil.
  func index(of key: UnsafeBufferPointer<UInt8>) -> Int? {
    guard !key.isEmpty else { return nil }
    var place = Self.place(of: key)
    while places[place] != 0 {
      let index = Int(places[place]) - 1
      if keys[index].count == key.count, areEqual(key, keys[index].start) { return index }
      place = (place + 1) & 63
    }
    return nil
  }

  /// The next declared field, or the one after it, when its key stands here in quotation marks.
  @inline(__always)
  func expectedIndex(at place: Int, in bytes: UnsafeBufferPointer<UInt8>, from expected: Int) -> Int? {
    // Eight bytes can be loaded here, whatever the key's length.
    guard place &+ 9 <= bytes.count, bytes[place] == UInt8(ascii: "\"") else { return nil }
    let word = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: place &+ 1, as: UInt64.self)
    var index = expected
    let end = min(expected &+ 2, count)
    while index < end {
      if keys[index].stands(at: place &+ 1, in: bytes, word) { return index }
      index &+= 1
    }
    return nil
  }

  /// The field whose key stands here in quotation marks, wherever it is declared; nil for a key that none has, also when
  /// it is only written with escapes.
  func anyIndex(at place: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else { return nil }
    var end = place + 1
    while end < bytes.count, bytes[end] != UInt8(ascii: "\"") { end += 1 }
    return index(of: UnsafeBufferPointer(rebasing: bytes[place + 1..<end]))
  }

  @inline(__always)
  private static func place(of key: UnsafeBufferPointer<UInt8>) -> Int {
    let last = key.count - 1
    return (key.count &* 11 &+ Int(key[0]) &* 3 &+ Int(key[last / 2]) &* 5 &+ Int(key[last]) &* 7) & 63
  }
}

/// Whether bytes are the same as as many at another place, eight at a time.
@inline(__always)
func areEqual(_ text: UnsafeBufferPointer<UInt8>, _ other: UnsafePointer<UInt8>) -> Bool {
  guard let start = text.baseAddress else { return true }
  func areEqual(at offset: Int) -> Bool {
    UnsafeRawPointer(start).loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      == UnsafeRawPointer(other).loadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }
  var offset = 0
  if text.count >= 8 {
    while offset &+ 8 < text.count {
      if !areEqual(at: offset) { return false }
      offset &+= 8
    }
    // The last eight bytes, of which some may have been compared.
    return areEqual(at: text.count &- 8)
  }
  while offset < text.count {
    if start[offset] != other[offset] { return false }
    offset &+= 1
  }
  return true
}
