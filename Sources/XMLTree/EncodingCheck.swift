import Diagnostics

/// Finds what is not UTF-8, and zero bytes, before libxml2 sees them: it would read other encodings, or guess, and
/// take a zero for the end.
struct EncodingCheck {
  let source: SourceText

  private static let help = "save the file as UTF-8"

  /// What is wrong with the encoding, or nil.
  func finding() -> Diagnostic? {
    if let name = wideEncoding {
      return Diagnostic(
        .error, "xml-encoding", "the file is encoded as \(name), not as UTF-8",
        at: SourceLocation(file: source.file, line: 1, column: 1), help: Self.help)
    }
    if let (name, offset) = declaredEncoding, name.lowercased() != "utf-8" {
      return source.error(
        "xml-encoding", "the file declares the encoding '\(name)', not UTF-8", atByte: offset,
        width: name.unicodeScalars.count, help: "\(Self.help) and declare it so, or leave the declaration out")
    }
    guard let offset = source.bytes.withUnsafeBytes(firstUnreadableByte) else { return nil }
    let location = source.location(ofByte: offset)
    if source.bytes[offset] == 0 {
      return Diagnostic(.error, "xml-syntax", "a zero byte (U+0000), which XML cannot hold", at: location)
    }
    let byte = String(source.bytes[offset], radix: 16, uppercase: true)
    return Diagnostic(.error, "xml-encoding", "the byte 0x\(byte) is not UTF-8 here", at: location, help: Self.help)
  }

  /// The name of an encoding with two or four bytes for each character, known by its mark or by the zero bytes
  /// around the first `<`.
  private var wideEncoding: String? {
    let bytes = source.bytes
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return "UTF-32" }
    if bytes.starts(with: [0x3C, 0, 0, 0]) || bytes.starts(with: [0, 0, 0, 0x3C]) { return "UTF-32" }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
    if bytes.starts(with: [0x3C, 0]) || bytes.starts(with: [0, 0x3C]) { return "UTF-16" }
    return nil
  }

  /// The encoding that the XML declaration names, and where.
  private var declaredEncoding: (name: String, offset: Int)? {
    let bytes = source.bytes[source.markLength...]
    let key = Array("encoding".utf8)
    guard bytes.starts(with: "<?xml".utf8), let close = bytes.firstIndex(of: UInt8(ascii: ">")) else { return nil }
    let declaration = bytes[..<close]
    guard let start = declaration.indices.first(where: { declaration[$0...].starts(with: key) }) else { return nil }
    guard let open = declaration[start...].firstIndex(where: { $0 == 0x22 || $0 == 0x27 }) else { return nil }
    let name = declaration[(open + 1)...].prefix { $0 != declaration[open] }
    return (String(decoding: name, as: UTF8.self), open + 1)
  }
}

/// The first byte that is zero or does not belong to well-formed UTF-8, or nil.
private func firstUnreadableByte(_ bytes: UnsafeRawBufferPointer) -> Int? {
  var offset = 0
  while offset < bytes.count {
    // Eight bytes at a time, as long as all are ASCII and none is zero.
    while offset + 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      let zeroes = (word &- 0x0101_0101_0101_0101) & ~word
      guard (word | zeroes) & 0x8080_8080_8080_8080 == 0 else { break }
      offset += 8
    }
    guard offset < bytes.count else { return nil }
    guard let length = sequenceLength(in: bytes, at: offset) else { return offset }
    offset += length
  }
  return nil
}

/// The length of the well-formed sequence of UTF-8 that begins here, or nil.
private func sequenceLength(in bytes: UnsafeRawBufferPointer, at offset: Int) -> Int? {
  // The second byte rules out overlong forms, surrogates and what lies beyond Unicode.
  let (length, second): (Int, ClosedRange<UInt8>)
  switch bytes[offset] {
  case 0x01...0x7F: return 1
  case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
  case 0xE0: (length, second) = (3, 0xA0...0xBF)
  case 0xED: (length, second) = (3, 0x80...0x9F)
  case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
  case 0xF0: (length, second) = (4, 0x90...0xBF)
  case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
  case 0xF4: (length, second) = (4, 0x80...0x8F)
  default: return nil
  }
  guard offset + length <= bytes.count, second.contains(bytes[offset + 1]) else { return nil }
  for index in offset + 2..<max(offset + 2, offset + length) where bytes[index] & 0xC0 != 0x80 { return nil }
  return length
}
