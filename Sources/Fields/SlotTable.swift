/// One value in a slot table: a number, or the place of a text or of a list's rows.
///
/// `number` holds an integer, hundredths, øre, minutes, a day number, 0 or 1, or the index of a choice's word.
/// A text lies at `offset..<offset + length` in the table's bytes; a list's rows begin at slot `offset`, `length` of them.
@frozen public struct Slot: BitwiseCopyable, Sendable {
  /// The number, or `absentNumber` when there is no value.
  public var number: Int64
  /// Where the text, or the first row, begins.
  public var offset: UInt32
  /// Bytes of the text, or rows of the list.
  public var length: UInt32

  /// The number that marks a missing value.
  @inlinable public static var absentNumber: Int64 { .min }

  /// A slot with no value.
  @inlinable public static var absent: Slot { Slot(number: absentNumber, offset: 0, length: 0) }

  /// Whether there is a value.
  @inlinable public var isPresent: Bool { number != Self.absentNumber }

  @inlinable init(number: Int64, offset: UInt32 = 0, length: UInt32 = 0) {
    self.number = number
    self.offset = offset
    self.length = length
  }
}

/// The values of one document, flat: what a compiled template reads instead of a tree of objects.
///
/// Filled once per document by `Fields.fill`, read by position. Reusing one table for many documents costs no
/// allocation once it has grown to the largest.
public struct SlotTable: Sendable {
  /// The slots: the document's own record first, rows of lists after it.
  public var slots: [Slot] { Array(storedSlots[..<slotCount]) }
  /// The texts' UTF-8, one after the other.
  public var bytes: [UInt8] { Array(storedBytes[..<byteCount]) }

  // Arrays that never shrink, and how much of them is in use: a slot or a text is then written without growing.
  @usableFromInline var storedSlots: [Slot] = []
  @usableFromInline var storedBytes: [UInt8] = []
  @usableFromInline var slotCount = 0
  @usableFromInline var byteCount = 0

  /// Creates an empty table.
  public init() {}

  /// Gives slots and texts without copying them.
  public func withUnsafeContents<Result>(
    _ body: (UnsafeBufferPointer<Slot>, UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    storedSlots.withUnsafeBufferPointer { slots in
      storedBytes.withUnsafeBufferPointer { bytes in
        body(UnsafeBufferPointer(rebasing: slots[..<slotCount]), UnsafeBufferPointer(rebasing: bytes[..<byteCount]))
      }
    }
  }

  /// Empties the table, keeps its memory, and makes room for a record at its beginning.
  @inlinable mutating func reset(slotCount count: Int) {
    slotCount = 0
    byteCount = 0
    addSlots(count)
  }

  /// Adds slots without a value.
  @inlinable mutating func addSlots(_ count: Int) {
    let end = slotCount + count
    if end > storedSlots.count { growSlots(to: end) }
    storedSlots.withUnsafeMutableBufferPointer { slots in
      for index in slotCount..<end { slots[index] = .absent }
    }
    slotCount = end
  }

  @inlinable mutating func setNumber(_ number: Int, at index: Int) {
    storedSlots[index] = Slot(number: Int64(number))
  }

  @inlinable mutating func setText(_ text: String, at index: Int) {
    let start = byteCount
    // A string of this platform's own has its UTF-8 in one piece; one that was bridged may not.
    let length = text.utf8.withContiguousStorageIfAvailable { add($0) } ?? add(Array(text.utf8))
    storedSlots[index] = Slot(number: 0, offset: UInt32(start), length: UInt32(length))
  }

  @usableFromInline mutating func add(_ text: [UInt8]) -> Int { text.withUnsafeBufferPointer { add($0) } }

  @inlinable mutating func add(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    guard let first = text.baseAddress else { return 0 }
    let start = byteCount
    byteCount += text.count
    if byteCount > storedBytes.count { growBytes() }
    storedBytes.withUnsafeMutableBufferPointer { bytes in
      (bytes.baseAddress! + start).update(from: first, count: text.count)
    }
    return text.count
  }

  /// Makes room for the rows of a list and returns the index of the first row's first slot.
  @inlinable mutating func addRows(_ count: Int, stride: Int, at index: Int) -> Int {
    let start = slotCount
    storedSlots[index] = Slot(number: Int64(count), offset: UInt32(start), length: UInt32(count))
    addSlots(count * stride)
    return start
  }

  @usableFromInline mutating func growSlots(to count: Int) {
    storedSlots.append(contentsOf: repeatElement(.absent, count: max(count, 2 * storedSlots.count) - storedSlots.count))
  }

  @usableFromInline mutating func growBytes() {
    storedBytes.append(contentsOf: repeatElement(0, count: max(byteCount, 2 * storedBytes.count) - storedBytes.count))
  }
}
