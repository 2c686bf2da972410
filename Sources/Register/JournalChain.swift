import Hashing

/// The hash of a batch: over the hash of the batch before it, the hashes of its lines, and its time.
///
/// Over the hashes of the lines and not over the lines, so that a line that is erased leaves its hash behind and the chain
/// holds all the same.
struct JournalChain {
  private var hasher = StreamHasher()

  init(after last: SHA256Hash) { hasher.update(last.bytes) }

  /// Takes the hash of the next line.
  mutating func add(_ line: SHA256Hash) { hasher.update(line.bytes) }

  /// The hash of the batch.
  consuming func finish(at time: String) -> SHA256Hash {
    hasher.update(time.utf8)
    return hasher.finish()
  }
}

/// What makes the hash of a line tell nothing of the line: sixteen random bytes in it, which are erased with it.
///
/// A hash alone could be compared with the hashes of guesses, such as ten million CPR numbers in a letter that is otherwise
/// known. The journal may hold random bytes, for it tells when something happened as well, and is never the same twice;
/// documents and exports never hold any.
enum Salt {
  /// A new one, as hexadecimal digits.
  static func make() -> String {
    var generator = SystemRandomNumberGenerator()
    return (0..<2).map { _ in
      let digits = String(generator.next() as UInt64, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}
