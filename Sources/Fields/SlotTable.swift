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
  @inlinable public var slots: [Slot] { storedSlots }
  /// The texts' UTF-8, one after the other.
  @inlinable public var bytes: [UInt8] { storedBytes }

  @usableFromInline var storedSlots: [Slot] = []
  @usableFromInline var storedBytes: [UInt8] = []

  /// Creates an empty table.
  public init() {}

  /// Empties the table, keeps its memory, and makes room for a record at its beginning.
  @inlinable mutating func reset(slotCount: Int) {
    storedSlots.removeAll(keepingCapacity: true)
    storedBytes.removeAll(keepingCapacity: true)
    storedSlots.append(contentsOf: repeatElement(.absent, count: slotCount))
  }

  @inlinable mutating func setNumber(_ number: Int, at index: Int) {
    storedSlots[index] = Slot(number: Int64(number))
  }

  @inlinable mutating func setText(_ text: String, at index: Int) {
    let start = storedBytes.count
    storedBytes.append(contentsOf: text.utf8)
    storedSlots[index] = Slot(number: 0, offset: UInt32(start), length: UInt32(storedBytes.count - start))
  }

  /// Makes room for the rows of a list and returns the index of the first row's first slot.
  @inlinable mutating func addRows(_ count: Int, stride: Int, at index: Int) -> Int {
    let start = storedSlots.count
    storedSlots[index] = Slot(number: Int64(count), offset: UInt32(start), length: UInt32(count))
    storedSlots.append(contentsOf: repeatElement(.absent, count: count * stride))
    return start
  }
}
