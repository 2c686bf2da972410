/// Writes the values of one document into the memory of a slot table.
///
/// What finds no room is counted and not written; `SlotTable.fill` then makes room and begins again. So no value has
/// to ask for memory, and the memory stays where it is.
public struct SlotWriter: ~Copyable {
  @usableFromInline let slots: UnsafeMutableBufferPointer<Slot>
  @usableFromInline let bytes: UnsafeMutableBufferPointer<UInt8>
  @usableFromInline var slotCount = 0
  @usableFromInline var byteCount = 0

  init(slots: UnsafeMutableBufferPointer<Slot>, bytes: UnsafeMutableBufferPointer<UInt8>) {
    self.slots = slots
    self.bytes = bytes
  }

  /// Adds slots without a value, and returns the index of the first.
  @inlinable mutating func addSlots(_ count: Int) -> Int {
    let start = slotCount
    slotCount += count
    if slotCount <= slots.count { slots[start..<slotCount].update(repeating: .absent) }
    return start
  }

  @inlinable mutating func set(_ slot: Slot, at index: Int) {
    if index < slots.count { slots[index] = slot }
  }

  @inlinable mutating func setNumber(_ number: Int, at index: Int) { set(Slot(number: Int64(number)), at: index) }

  @inlinable mutating func setText(_ text: String, at index: Int) {
    let start = byteCount
    // A string of this platform's own has its UTF-8 in one piece; one that was bridged may not.
    if text.utf8.withContiguousStorageIfAvailable({ add($0) }) == nil {
      Array(text.utf8).withUnsafeBufferPointer { add($0) }
    }
    set(Slot(number: 0, offset: UInt32(start), length: UInt32(byteCount - start)), at: index)
  }

  @inlinable mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
    let start = byteCount
    byteCount += text.count
    if let first = text.baseAddress, let target = bytes.baseAddress, byteCount <= bytes.count {
      (target + start).update(from: first, count: text.count)
    }
  }

  /// Fills the rows of a list, one after the other, in new slots.
  @inlinable mutating func setRows<Row>(_ rows: [Row], _ program: FillProgram, at index: Int) {
    let width = program.slotCount
    let start = addSlots(rows.count * width)
    set(Slot(number: Int64(rows.count), offset: UInt32(start), length: UInt32(rows.count)), at: index)
    rows.withUnsafeBytes { memory in
      guard let base = memory.baseAddress else { return }
      for row in rows.indices {
        program.run(over: base + row * MemoryLayout<Row>.stride, into: &self, at: start + row * width)
      }
    }
  }
}
