public import Hashing

/// The content of a file in a message: bytes that are here, or a file that is read when the message is written.
public struct FileContent: Sendable {
  enum Source: Sendable {
    case bytes([UInt8])
    case file(AttachmentFile)
  }

  let source: Source
  /// How many bytes there are.
  public let count: Int
  /// The first of them, by which its format is known.
  public let beginning: [UInt8]
  /// The hash of all.
  public let hash: SHA256Hash

  /// Content that is in memory.
  public init(_ bytes: [UInt8]) {
    source = .bytes(bytes)
    count = bytes.count
    beginning = Array(bytes.prefix(8))
    hash = SHA256Hash(of: bytes)
  }

  /// Content of a file; its bytes pass by once, for the hash.
  init(_ file: AttachmentFile) throws(AttachmentError) {
    var hasher = StreamHasher()
    var count = 0
    var beginning: [UInt8] = []
    try file.read { piece in
      if beginning.isEmpty { beginning = Array(piece.prefix(8)) }
      count += piece.count
      hasher.update(piece)
    }
    source = .file(file)
    self.count = count
    self.beginning = beginning
    hash = hasher.finish()
  }

  /// How many bytes there are in base64.
  var encodedCount: Int { (count + 2) / 3 * 4 }

  /// Gives the content in base64, piece by piece, without line feeds.
  func encode(_ sink: (ArraySlice<UInt8>) throws -> Void) throws {
    switch source {
    case .bytes(let bytes):
      try bytes.withUnsafeBytes { try sink(Base64.encoded($0)[...]) }
    case .file(let file):
      var encoder = Base64.Stream()
      var hasher = StreamHasher()
      // What was checked and hashed is what is sent, or nothing is.
      try file.readAll { piece in
        hasher.update(piece)
        try sink(encoder.encode(piece)[...])
      }
      guard hasher.finish() == hash else { throw AttachmentError(file.path, .changed) }
      try sink(encoder.finish()[...])
    }
  }
}
