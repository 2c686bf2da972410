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

  // Arrays that never shrink, and how much of them is in use.
  private var storedSlots: [Slot] = []
  private var storedBytes = [UInt8](repeating: 0, count: 1024)
  private var slotCount = 0
  private var byteCount = 0

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

  /// Replaces the contents with the values that a program finds at an address.
  mutating func fill(_ program: FillProgram, from root: UnsafeRawPointer) {
    run(program, root)
    // A table that was too small has counted what it needs, and is filled once more.
    guard slotCount > storedSlots.count || byteCount > storedBytes.count else { return }
    Self.grow(&storedSlots, to: slotCount, with: .absent)
    Self.grow(&storedBytes, to: byteCount, with: 0)
    run(program, root)
  }

  private mutating func run(_ program: FillProgram, _ root: UnsafeRawPointer) {
    (slotCount, byteCount) = storedSlots.withUnsafeMutableBufferPointer { slots in
      storedBytes.withUnsafeMutableBufferPointer { bytes in
        var writer = SlotWriter(slots: slots, bytes: bytes)
        program.run(over: root, into: &writer, at: writer.addSlots(program.slotCount))
        return (writer.slotCount, writer.byteCount)
      }
    }
  }

  private static func grow<Element>(_ array: inout [Element], to count: Int, with element: Element) {
    let size = max(count, 2 * array.count)
    if count > array.count { array.append(contentsOf: repeatElement(element, count: size - array.count)) }
  }
}
