/// The blocks of a tar archive (POSIX ustar), the same for the same messages: no owner, no time.
enum TarFormat {
  static let blockSize = 512
  /// The largest file that eleven octal digits tell.
  static let largest = (1 << 33) - 1

  /// The block in front of a file.
  static func header(name: String, size: Int) -> [UInt8] {
    var block = [UInt8](repeating: 0, count: blockSize)
    func put(_ text: String, at offset: Int) {
      block.replaceSubrange(offset..<offset + text.utf8.count, with: text.utf8)
    }
    func octal(_ number: Int, digits: Int) -> String {
      let text = String(number, radix: 8)
      return String(repeating: "0", count: digits - text.count) + text
    }
    put(name, at: 0)
    put(octal(0o644, digits: 7), at: 100)
    put(octal(0, digits: 7), at: 108)
    put(octal(0, digits: 7), at: 116)
    put(octal(size, digits: 11), at: 124)
    put(octal(0, digits: 11), at: 136)
    put("        ", at: 148)
    put("0", at: 156)
    put("ustar", at: 257)
    put("00", at: 263)
    // The sum of the block with blanks in its place.
    put(octal(block.reduce(0) { $0 + Int($1) }, digits: 6) + "\0 ", at: 148)
    return block
  }

  /// What fills the last block of a file.
  static func padding(after size: Int) -> [UInt8] {
    [UInt8](repeating: 0, count: (blockSize - size % blockSize) % blockSize)
  }

  /// How much a file takes in an archive.
  static func room(for size: Int) -> Int { blockSize + size + padding(after: size).count }

  /// Two empty blocks end an archive.
  static let end = [UInt8](repeating: 0, count: 2 * blockSize)
}
