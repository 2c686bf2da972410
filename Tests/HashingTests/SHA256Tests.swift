import Hashing
import Testing

@Suite("SHA-256")
struct SHA256Tests {
  /// Vectors of FIPS 180-4 and NIST's examples.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func knownVectors(text: String, hex: String) {
    #expect(SHA256Hash(of: text).hex == hex)
    #expect("\(SHA256Hash(of: text))" == hex)
  }

  @Test func aMillionLettersInPiecesOfAnySize() {
    let letters = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)
    for size in [1_000_000, 65_536, 999, 63] {
      var hasher = StreamHasher()
      for start in stride(from: 0, to: letters.count, by: size) {
        hasher.update(letters[start..<min(start + size, letters.count)])
      }
      #expect(hasher.finish().hex == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }
  }

  @Test func bytesThatDoNotLieInOnePieceHashTheSame() {
    let bytes: [UInt8] = Array(0...255)
    let lazily = bytes.lazy.filter { _ in true }
    #expect(SHA256Hash(of: lazily) == SHA256Hash(of: bytes))
  }

  @Test func aWrittenHashIsReadBack() {
    let hash = SHA256Hash(of: "mentorbrev")
    #expect(SHA256Hash(hex: hash.hex) == hash)
    #expect(SHA256Hash(bytes: hash.bytes) == hash)
    #expect(hash.bytes.count == 32)
  }

  @Test(arguments: ["", "00", "zz" + String(repeating: "0", count: 62), String(repeating: "0", count: 65)])
  func whatIsNoHashIsRefused(text: String) {
    #expect(SHA256Hash(hex: text) == nil)
  }

  @Test(arguments: [0, 31, 33]) func bytesOfAnotherNumberAreRefused(count: Int) {
    #expect(SHA256Hash(bytes: [UInt8](repeating: 7, count: count)) == nil)
  }

  @Test func capitalsAreRefusedSoThatOneHashIsWrittenInOneWay() {
    #expect(SHA256Hash(hex: SHA256Hash(of: "abc").hex.uppercased()) == nil)
  }
}
