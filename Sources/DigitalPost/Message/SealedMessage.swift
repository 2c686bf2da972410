import Diagnostics

/// A message that is ready to be written: its envelope, and the files whose contents go into it.
public struct SealedMessage: Sendable {
  enum Piece: Sendable {
    case bytes(ArraySlice<UInt8>)
    case content(FileContent)
  }

  let pieces: [Piece]
  /// `messageUUID`.
  public let id: String

  /// The number of bytes that are written.
  public var size: Int {
    pieces.reduce(0) { size, piece in
      switch piece {
      case .bytes(let bytes): size + bytes.count
      case .content(let content): size + content.encodedCount
      }
    }
  }

  /// Gives the bytes of the message one piece after the other; the contents of large files are never in memory whole.
  ///
  /// - Parameter sink: takes the next bytes.
  /// - Throws: what the sink throws, or an ``AttachmentError`` when a file is no longer what it was.
  public func write(_ sink: (ArraySlice<UInt8>) throws -> Void) throws {
    for piece in pieces {
      switch piece {
      case .bytes(let bytes): try sink(bytes)
      case .content(let content): try content.encode(sink)
      }
    }
  }

  /// All bytes at once, for messages that are known to be small.
  public func bytes() throws -> [UInt8] {
    var bytes: [UInt8] = []
    try write { bytes += $0 }
    return bytes
  }
}

/// Finds the places in an envelope where the contents of files go.
enum ContentPlaces {
  /// Cuts an envelope at the places of files: `<memo:content>fil-1</memo:content>`.
  ///
  /// A place counts only directly inside an element for contents. No text of a case can look like one: its angle
  /// brackets are escaped.
  static func split(
    _ bytes: [UInt8], around files: [(place: String, content: FileContent)]
  ) throws(DiagnosticsError) -> [SealedMessage.Piece] {
    var pieces: [SealedMessage.Piece] = []
    var start = 0
    var placed: Set<String> = []
    for (open, close) in places(in: bytes) {
      let name = String(decoding: bytes[open..<close], as: UTF8.self)
      guard let file = files.first(where: { $0.place == name }) else { continue }
      placed.insert(name)
      pieces.append(.bytes(bytes[start..<open]))
      pieces.append(.content(file.content))
      start = close
    }
    pieces.append(.bytes(bytes[start...]))
    guard placed.count == files.count else {
      throw DiagnosticsError([
        Diagnostic(
          .error, "unplaced-file",
          "the template of messages gives \(placed.count) of \(files.count) files a place for their content",
          help: "print 'plads' of each file between a start and an end tag, with nothing else")
      ])
    }
    return pieces
  }

  /// What the names of the elements end in that hold contents, in MeMo and in an order to print, with their end tags' end.
  private static let holders = ["content>", "IndholdData>"].map { Array($0.utf8) }

  /// Where the texts lie that such elements begin with.
  private static func places(in bytes: [UInt8]) -> [(start: Int, end: Int)] {
    let mark = Array("fil-".utf8)
    var found: [(Int, Int)] = []
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index + mark.count < bytes.count {
        index += 1
        // The tag before may declare a namespace; the one after it is a name alone.
        guard bytes[index - 1] == UInt8(ascii: ">"), bytes[index...].starts(with: mark),
          let end = bytes[index...].firstIndex(of: UInt8(ascii: "<")),
          let last = bytes[end...].firstIndex(of: UInt8(ascii: ">"))
        else { continue }
        let tag = bytes[end...last]
        if holders.contains(where: { tag.suffix($0.count).elementsEqual($0) }) { found.append((index, end)) }
        index = last
      }
    }
    return found
  }
}
