internal import Crypto

/// The SHA-256 of some bytes: 32 bytes, by which files and documents are told apart (FIPS 180-4).
public struct SHA256Hash: Hashable, Sendable {
  /// The 32 bytes, the first the most significant.
  public let bytes: [UInt8]

  /// The hash of bytes that are in memory.
  public init(of bytes: some Sequence<UInt8>) {
    var hasher = StreamHasher()
    hasher.update(bytes)
    self = hasher.finish()
  }

  /// The hash of a text's UTF-8.
  public init(of text: String) {
    self.init(of: text.utf8)
  }

  init(_ digest: SHA256Digest) {
    bytes = Array(digest)
  }

  /// A hash from its 32 bytes; `nil` when there are more or fewer.
  public init?(bytes: some Collection<UInt8>) {
    guard bytes.count == 32 else { return nil }
    self.bytes = Array(bytes)
  }

  /// A hash as it was written by `hex`; `nil` when the text is not 64 digits in lower case.
  public init?(hex: some StringProtocol) {
    var hex = String(hex)
    guard let hash = hex.withUTF8({ SHA256Hash(digits: $0) }) else { return nil }
    self = hash
  }

  /// The same of digits where they lie.
  package init?(digits: UnsafeBufferPointer<UInt8>) {
    guard digits.count == 64 else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(32)
    for place in stride(from: 0, to: digits.count, by: 2) {
      guard let high = Self.value(of: digits[place]), let low = Self.value(of: digits[place + 1]) else { return nil }
      bytes.append(high << 4 | low)
    }
    self.bytes = bytes
  }

  /// The 64 hexadecimal digits, in lower case.
  public var hex: String {
    String(unsafeUninitializedCapacity: 2 * bytes.count) { digits in
      for (place, byte) in bytes.enumerated() {
        digits[2 * place] = Self.digits[Int(byte >> 4)]
        digits[2 * place + 1] = Self.digits[Int(byte & 15)]
      }
      return 2 * bytes.count
    }
  }

  private static let digits = Array("0123456789abcdef".utf8)

  private static func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}

extension SHA256Hash: CustomStringConvertible {
  /// The same as `hex`.
  public var description: String { hex }
}
