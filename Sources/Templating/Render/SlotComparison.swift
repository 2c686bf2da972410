public import Fields

extension CompiledTemplate {
  /// Whether two documents have the same values in every slot that the template reads, so that they come out the same.
  ///
  /// It never says so of documents that would differ. Of rows it looks at all values, also those that are not read.
  public func reads(sameIn a: SlotTable, and b: SlotTable) -> Bool {
    let read = ReadSlots(program)
    return a.withUnsafeContents { slotsA, textsA in
      b.withUnsafeContents { slotsB, textsB in
        let comparison = SlotComparison(read: read, a: (slotsA, textsA), b: (slotsB, textsB))
        return read.root.allSatisfy { comparison.isSame($0, $0, frame: 0) }
      }
    }
  }
}

/// What a program reads: slots of the document's own record, and how wide the rows of each list are.
private struct ReadSlots {
  /// A list by the frame and the slot that name it.
  struct List: Hashable {
    var frame: UInt8
    var slot: UInt32
  }

  /// The slots of the document's own record.
  private(set) var root: Set<Int> = []
  /// Slots in a row, and the frame of the row; loops one after the other may share a frame.
  private(set) var rows: [List: Set<[Int]>] = [:]

  init(_ program: Program) {
    for operation in program.operations {
      switch operation.code {
      case .literal, .fullStop, .jump, .next: continue
      case .jumpIfPlace, .jumpIfTextsEqual, .jumpIfTextsNotEqual:
        if operation.b >> 32 == 0 { root.insert(Int(operation.b & 0xFFFF_FFFF)) }
      case .loop:
        let list = List(frame: operation.frame, slot: operation.slot)
        rows[list, default: []].insert([Int(operation.b), Int(operation.detail)])
      case .enumeration:
        rows[List(frame: operation.frame, slot: operation.slot), default: []].insert([Int(operation.b), 0])
      default: break
      }
      if operation.frame == 0 { root.insert(Int(operation.slot)) }
    }
  }
}

private struct SlotComparison {
  typealias Contents = (slots: UnsafeBufferPointer<Slot>, texts: UnsafeBufferPointer<UInt8>)

  let read: ReadSlots
  let a: Contents
  let b: Contents

  /// Whether two slots hold the same, their rows and texts with them.
  func isSame(_ place: Int, _ other: Int, frame: UInt8) -> Bool {
    guard place < a.slots.count, other < b.slots.count else { return false }
    let (one, two) = (a.slots[place], b.slots[other])
    guard one.number == two.number, one.length == two.length else { return false }
    if one.length == 0 || !one.isPresent { return true }
    // A text has the number 0, a list that has rows has their number.
    if one.number == 0 { return areSameTexts(one, two) }
    return areSameRows(one, two, ReadSlots.List(frame: frame, slot: UInt32(truncatingIfNeeded: place)), place)
  }

  private func areSameTexts(_ one: Slot, _ two: Slot) -> Bool {
    let (start, end) = (Int(one.offset), Int(two.offset))
    let length = Int(one.length)
    return a.texts[start..<start + length].elementsEqual(b.texts[end..<end + length])
  }

  private func areSameRows(_ one: Slot, _ two: Slot, _ list: ReadSlots.List, _ place: Int) -> Bool {
    // Of a list in a row the slot counts from the row's first one, which is not known here: any list of its frame may be it.
    let shapes =
      list.frame == 0
      ? read.rows[list] ?? []
      : read.rows.filter { $0.key.frame == list.frame }.values.reduce(into: []) { $0.formUnion($1) }
    return shapes.allSatisfy { shape in
      let (width, inner) = (shape[0], UInt8(truncatingIfNeeded: shape[1]))
      return (0..<Int(one.length) * width).allSatisfy { offset in
        isSame(Int(one.offset) + offset, Int(two.offset) + offset, frame: inner == 0 ? .max : inner)
      }
    }
  }
}
