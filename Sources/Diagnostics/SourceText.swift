/// The bytes of a file and its name: finds lines and columns, when a message needs them.
///
/// A line ends with a line feed, a carriage return, or both.
package struct SourceText: Sendable {
  package let file: String
  package let bytes: [UInt8]
  private let positions: TextPositions

  /// Takes the text of a file.
  package init(file: String, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
    positions = TextPositions(bytes)
  }

  /// The place of a byte; columns count Unicode scalars, a byte order mark at the beginning not included.
  package func location(ofByte offset: Int) -> SourceLocation {
    let place = positions.place(of: offset, in: bytes)
    return SourceLocation(file: file, line: place.line, column: place.column)
  }

  /// The line of a location with a caret under `width` characters, or nil when a person could not read it anyway:
  /// a line of more than 400 characters, or one that the file does not have.
  package func excerpt(at location: SourceLocation, width: Int, label: String?) -> Diagnostic.Excerpt? {
    let line = bytes[bytes(ofLine: location.line)]
    guard line.count <= 1600 else { return nil }
    let text = String(decoding: line, as: UTF8.self)
    let length = text.unicodeScalars.count
    guard length <= 400, location.column <= length + 1 else { return nil }
    return Diagnostic.Excerpt(line: text, width: max(1, min(width, length + 1 - location.column)), label: label)
  }

  /// Where a line lies, without what ends it; empty at the end for a line that the file does not have.
  package func bytes(ofLine line: Int) -> Range<Int> {
    var start = markLength
    for _ in 1..<max(1, line) {
      guard let end = endOfLine(from: start) else { return bytes.count..<bytes.count }
      let isPair = bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A
      start = end + (isPair ? 2 : 1)
    }
    return start..<(endOfLine(from: start) ?? bytes.count)
  }

  /// The length of the byte order mark, when there is one.
  package var markLength: Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

  private func endOfLine(from start: Int) -> Int? { bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } }
}

extension SourceText {
  /// An error about a place in this text, with its line.
  package func error(
    _ id: String, _ message: String, atByte offset: Int, width: Int = 1, label: String? = nil, help: String? = nil,
    notes: [Diagnostic.Note] = []
  ) -> Diagnostic {
    let location = location(ofByte: offset)
    return Diagnostic(
      .error, id, message, at: location, excerpt: excerpt(at: location, width: width, label: label), help: help,
      notes: notes)
  }
}
