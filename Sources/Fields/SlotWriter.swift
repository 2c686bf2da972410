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
    precondition(bytes.baseAddress != nil, "a table has memory for texts from the beginning")
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

  /// Copies a text from where it lies.
  ///
  /// A text that is handed on is counted as owned meanwhile, which costs more than to copy its bytes. So the words in
  /// memory that name it are borrowed: copied as they are, used, and left without letting go of it. `withUTF8` would
  /// change only a text whose UTF-8 is not in one piece, and works on the borrowed words in any case.
  @inline(__always) mutating func setText(_ text: UnsafePointer<String>, at index: Int) {
    guard text.pointee.isContiguousUTF8 else { return setScattered(text, at: index) }
    let room = bytes.count - byteCount
    let target = bytes.baseAddress! + byteCount
    let length = withUnsafeTemporaryAllocation(of: String.self, capacity: 1) { borrowed in
      UnsafeMutableRawBufferPointer(borrowed).copyMemory(
        from: UnsafeRawBufferPointer(start: text, count: MemoryLayout<String>.size))
      return borrowed[0].withUTF8 { utf8 in
        if utf8.count <= room, let first = utf8.baseAddress { target.update(from: first, count: utf8.count) }
        return utf8.count
      }
    }
    set(Slot(number: 0, offset: UInt32(byteCount), length: UInt32(length)), at: index)
    byteCount += length
  }

  /// A text that another language's runtime keeps, on platforms that have one.
  @inline(never) private mutating func setScattered(_ text: UnsafePointer<String>, at index: Int) {
    var whole = text.pointee
    whole.makeContiguousUTF8()
    withUnsafePointer(to: whole) { setText($0, at: index) }
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
