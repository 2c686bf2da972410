internal import Crypto

/// Hashes bytes as they come, for files that are too large to hold: the same hash however they are cut up.
public struct StreamHasher: Sendable {
  private var digest = SHA256()

  /// A hash of nothing yet.
  public init() {}

  /// Takes the next bytes.
  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    digest.update(bufferPointer: bytes)
  }

  /// Takes the next bytes, without a copy where they lie in one piece.
  public mutating func update(_ bytes: some Sequence<UInt8>) {
    if bytes.withContiguousStorageIfAvailable({ update(UnsafeRawBufferPointer($0)) }) == nil {
      Array(bytes).withUnsafeBytes { update($0) }
    }
  }

  /// The hash of everything taken so far.
  public consuming func finish() -> SHA256Hash {
    SHA256Hash(digest.finalize())
  }
}
