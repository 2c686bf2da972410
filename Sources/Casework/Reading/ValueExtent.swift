/// Finds where a JSON value ends, by its brackets and quotation marks alone: what is wrong within it is for the scanner.
///
/// The search can be taken up again when more bytes have come.
struct ValueExtent {
  private var offset = 0
  private var depth = 0
  private var isInString = false

  /// How many bytes the value has that begins at the first byte, or nil when its end has not come yet.
  ///
  /// A string that does not end on its line ends the value: no reader can tell what follows.
  mutating func length(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      if isInString {
        switch byte {
        case UInt8(ascii: "\""):
          isInString = false
          if depth == 0 { return offset }
        case UInt8(ascii: "\\"):
          // What is escaped has perhaps not come yet.
          guard offset < bytes.count else {
            offset -= 1
            return nil
          }
          if bytes[offset] != 0x0A { offset += 1 }
        case 0x0A: return offset
        default: break
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isInString = true
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        // The end of the list around a number or a word.
        if depth == 0 { return offset - 1 }
        depth -= 1
        if depth == 0 { return offset }
      case UInt8(ascii: ","), 0x20, 0x09, 0x0A, 0x0D:
        if depth == 0 { return offset - 1 }
      default: break
      }
    }
    return nil
  }
}
