import Fields

extension SlotTable {
  /// The text that a slot names.
  func text(_ slot: Slot) -> String {
    String(decoding: bytes[Int(slot.offset)..<Int(slot.offset) + Int(slot.length)], as: UTF8.self)
  }
}
