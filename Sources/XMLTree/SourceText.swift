import Diagnostics

/// The bytes of a file and its name: finds lines and columns, when a message needs them.
struct SourceText: Sendable {
  let file: String
  let bytes: [UInt8]

  /// Lines end with a line feed; columns count Unicode scalars, a byte order mark at the beginning not included.
  func location(ofByte offset: Int) -> SourceLocation {
    let offset = min(max(offset, 0), bytes.count)
    let before = bytes[..<offset]
    let lineStart = start(ofLineAt: offset)
    let line = before.reduce(into: 1) { count, byte in if byte == UInt8(ascii: "\n") { count += 1 } }
    let column = bytes[lineStart..<max(lineStart, offset)].reduce(into: 1) { count, byte in
      if !isContinuation(byte) { count += 1 }
    }
    return SourceLocation(file: file, line: line, column: column)
  }

  /// The line of a location with a caret under `width` characters, or nil when a person could not read it anyway:
  /// a line of more than 400 characters, or one that the file does not have.
  func excerpt(at location: SourceLocation, width: Int, label: String?) -> Diagnostic.Excerpt? {
    let range = bytes(ofLine: location.line)
    var line = bytes[range]
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    guard line.count <= 1600 else { return nil }
    let text = String(decoding: line, as: UTF8.self)
    let length = text.unicodeScalars.count
    guard length <= 400, location.column <= length + 1 else { return nil }
    return Diagnostic.Excerpt(line: text, width: max(1, min(width, length + 1 - location.column)), label: label)
  }

  /// Where a line lies, without its line feed; empty at the end for a line that the file does not have.
  func bytes(ofLine line: Int) -> Range<Int> {
    var start = markLength
    for _ in 1..<max(1, line) {
      guard let feed = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) else { return bytes.count..<bytes.count }
      start = feed + 1
    }
    return start..<(bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count)
  }

  /// The length of the byte order mark, when there is one.
  var markLength: Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

  private func start(ofLineAt offset: Int) -> Int {
    bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? markLength
  }

  private func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}

extension SourceText {
  /// An error about a place in this text, with its line.
  func error(
    _ id: String, _ message: String, atByte offset: Int, width: Int = 1, label: String? = nil, help: String? = nil,
    notes: [Diagnostic.Note] = []
  ) -> Diagnostic {
    let location = location(ofByte: offset)
    return Diagnostic(
      .error, id, message, at: location, excerpt: excerpt(at: location, width: width, label: label), help: help,
      notes: notes)
  }
}
