import Hashing

/// A UUID that follows from what it names, in the shape of version 4, which is the only one that MeMo takes.
package enum MessageID {
  /// The UUID of some words; the same words give the same UUID, on every machine.
  ///
  /// - Parameter words: each is hashed with its length before it, so that no two lists run together.
  package static func uuid(of words: [String]) -> String {
    var hasher = StreamHasher()
    for word in words {
      hasher.update("\(word.utf8.count):".utf8)
      hasher.update(word.utf8)
    }
    var hex = Array(hasher.finish().hex.utf8.prefix(32))
    hex[12] = UInt8(ascii: "4")
    // The variant is 8, 9, a or b: two of the digit's bits stay.
    hex[16] = Array("89ab".utf8)[Int(hex[16] & 3)]
    var rest = hex[...]
    return [8, 4, 4, 4, 12].map { length in
      defer { rest = rest.dropFirst(length) }
      return String(decoding: rest.prefix(length), as: UTF8.self)
    }.joined(separator: "-")
  }
}
