/// Base64 of RFC 4648, with padding and without line feeds.
enum Base64 {
  private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// Two digits for each of the 4096 values of twelve bits: half the look-ups.
  private static let pairs: [UInt16] = (0..<4096).map { value in
    UInt16(littleEndian: UInt16(digits[value >> 6]) | UInt16(digits[value & 63]) << 8)
  }

  /// All bytes at once.
  static func encoded(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
    let size = (bytes.count + 2) / 3 * 4
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      let whole = bytes.count / 3 * 3
      if let start = bytes.baseAddress, let target = buffer.baseAddress {
        encode(start, whole, to: UnsafeMutableRawPointer(target))
      }
      var last = UInt32(0)
      for index in whole..<bytes.count { last |= UInt32(bytes[index]) << UInt32(16 - 8 * (index - whole)) }
      if whole < bytes.count {
        let place = whole / 3 * 4
        buffer[place] = digits[Int(last >> 18)]
        buffer[place + 1] = digits[Int(last >> 12 & 63)]
        buffer[place + 2] = bytes.count - whole == 2 ? digits[Int(last >> 6 & 63)] : UInt8(ascii: "=")
        buffer[place + 3] = UInt8(ascii: "=")
      }
      count = size
    }
  }

  private static func encode(_ start: UnsafeRawPointer, _ length: Int, to target: UnsafeMutableRawPointer) {
    pairs.withUnsafeBufferPointer { pairs in
      var place = 0
      for index in stride(from: 0, to: length, by: 3) {
        let first = Int(start.load(fromByteOffset: index, as: UInt8.self))
        let second = Int(start.load(fromByteOffset: index + 1, as: UInt8.self))
        let third = Int(start.load(fromByteOffset: index + 2, as: UInt8.self))
        let bits = first << 16 | second << 8 | third
        (target + place).storeBytes(of: pairs[bits >> 12], as: UInt16.self)
        (target + place + 2).storeBytes(of: pairs[bits & 4095], as: UInt16.self)
        place += 4
      }
    }
  }

  /// Encodes pieces of any size as if they were one.
  struct Stream {
    private var rest: [UInt8] = []

    /// The digits of what there is so far, but for at most two bytes.
    mutating func encode(_ piece: UnsafeRawBufferPointer) -> [UInt8] {
      var piece = piece
      var digits: [UInt8] = []
      if !rest.isEmpty {
        let missing = min(3 - rest.count, piece.count)
        rest += piece[..<missing]
        piece = UnsafeRawBufferPointer(rebasing: piece[missing...])
        guard rest.count == 3 else { return [] }
        digits = rest.withUnsafeBytes { Base64.encoded($0) }
        rest = []
      }
      let whole = piece.count / 3 * 3
      digits += Base64.encoded(UnsafeRawBufferPointer(rebasing: piece[..<whole]))
      rest = Array(piece[whole...])
      return digits
    }

    /// The digits of what is left.
    mutating func finish() -> [UInt8] {
      defer { rest = [] }
      return rest.withUnsafeBytes { Base64.encoded($0) }
    }
  }
}
