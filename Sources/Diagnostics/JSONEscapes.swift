/// What cannot stand in a text of JSON as it is (RFC 8259 § 7): quotation marks, backslashes and controls. DEL and the
/// controls from U+0080 to U+009F are escaped too: a terminal may obey them.
enum JSONEscapes {
  /// How many bytes each byte takes at most.
  static let table: [UInt8] = (0...255).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x09, 0x0A, 0x0D: 2
    case 0x00..<0x20, 0x7F: 6
    // The first of the two bytes of U+0080 to U+00BF. The second is counted for itself.
    case 0xC2: 5
    default: 1
    }
  }

  /// Writes a text that is UTF-8.
  ///
  /// - Parameters:
  ///   - room: takes as many bytes as ``table`` says.
  ///   - table: ``table``, where it lies.
  /// - Returns: how many bytes were written.
  static func write(
    _ bytes: UnsafeBufferPointer<UInt8>, to room: UnsafeMutableBufferPointer<UInt8>, _ table: UnsafeBufferPointer<UInt8>
  ) -> Int {
    var count = 0
    func put(_ byte: UInt8) {
      room[count] = byte
      count += 1
    }
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch table[Int(byte)] {
      case 1: put(byte)
      case 2:
        put(UInt8(ascii: "\\"))
        put(letter(of: byte))
      default:
        var control = byte
        if byte == 0xC2 {
          guard index < bytes.count, bytes[index] < 0xA0 else {
            put(byte)
            continue
          }
          // The scalar is the second byte.
          control = bytes[index]
          index += 1
        }
        for digit in [UInt8(ascii: "\\"), UInt8(ascii: "u"), UInt8(ascii: "0"), UInt8(ascii: "0")] { put(digit) }
        put(digit(control >> 4))
        put(digit(control & 15))
      }
    }
    return count
  }

  /// What stands behind the backslash.
  private static func letter(of byte: UInt8) -> UInt8 {
    switch byte {
    case 0x09: UInt8(ascii: "t")
    case 0x0A: UInt8(ascii: "n")
    case 0x0D: UInt8(ascii: "r")
    default: byte
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
