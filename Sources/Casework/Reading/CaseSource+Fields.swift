package import Diagnostics

extension CaseSource {
  /// The place of a field that somebody asks for by its path, found by reading the text again: its value, or where that
  /// should be. Of a table that is the cell; elsewhere, of a field that is not written, the innermost value around it.
  package func location(ofField path: String) -> SourceLocation {
    location(ofMissing: path)
      ?? bytes.withUnsafeBufferPointer { bytes in
        var scanner = CaseScanner(bytes, source: self)
        return location(at: scanner.position(ofField: path))
      }
  }
}

extension CaseScanner {
  /// Goes to a field from the beginning of the text, as far as it is written.
  fileprivate mutating func position(ofField path: String) -> UInt32 {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    skipSpace()
    var found = position
    for step in path.split(separator: ".") {
      guard goTo(step) else { break }
      found = position
    }
    return found
  }

  /// Goes to a member of the record or list that begins here; false when it has none of this key or number.
  private mutating func goTo(_ step: Substring) -> Bool {
    let start = index
    let isRecord = next == UInt8(ascii: "{")
    guard isRecord || next == UInt8(ascii: "[") else { return false }
    let closing = isRecord ? UInt8(ascii: "}") : UInt8(ascii: "]")
    index += 1
    if skipSpace() == closing { return false }
    var number = 0
    repeat {
      number += 1
      var isIt = !isRecord && Int(step) == number
      if isRecord {
        guard let key = key(in: start) else { return false }
        isIt = withText(key) { $0.elementsEqual(step.utf8) }
        guard colon(after: key) else { return false }
      }
      if isIt { return true }
      _ = skipValue()
    } while afterMember(of: start, closing: closing) == .another
    return false
  }
}
