/// Finds the place in the source from which a character of a decoded value came.
///
/// These walk the source again, so that reading a document need not keep a map. They expect the bytes of a
/// well-formed document and stop at its end if they are given anything else.
extension [UInt8] {
  /// The place of a character of a text that begins at `start`.
  func sourceOffset(ofText start: Int, valueOffset: Int) -> Int {
    var walk = DecodingWalk(bytes: self, offset: start)
    var inSection = false
    while walk.offset < count {
      if inSection, walk.skip("]]>") {
        inSection = false
      } else if !inSection, walk.skip("<![CDATA[") {
        inSection = true
      } else if !inSection, self[walk.offset] == UInt8(ascii: "<") {
        break
      } else if !walk.step(towards: valueOffset, decodingReferences: !inSection) {
        break
      }
    }
    return walk.offset
  }

  /// The place of a character of an attribute's value, which begins at `start`, just after its quote.
  func sourceOffset(ofAttributeValue start: Int, valueOffset: Int) -> Int {
    guard start > 0, start <= count else { return start }
    let quote = self[start - 1]
    var walk = DecodingWalk(bytes: self, offset: start)
    while walk.offset < count, self[walk.offset] != quote {
      guard walk.step(towards: valueOffset, decodingReferences: true) else { break }
    }
    return walk.offset
  }
}

/// A place in the source, and how many bytes of the decoded value lie before it.
private struct DecodingWalk {
  let bytes: [UInt8]
  var offset: Int
  var decoded = 0

  /// Steps over one byte, line end or reference, if it lies wholly before `target`.
  mutating func step(towards target: Int, decodingReferences: Bool) -> Bool {
    guard decoded < target else { return false }
    switch bytes[offset] {
    case UInt8(ascii: "&") where decodingReferences:
      let reference = bytes[offset...].prefix { $0 != UInt8(ascii: ";") }
      let length = decodedLength(ofReference: reference)
      guard decoded + length <= target else { return false }
      decoded += length
      offset = Swift.min(reference.endIndex + 1, bytes.count)
    case UInt8(ascii: "\r"):
      decoded += 1
      offset += offset + 1 < bytes.count && bytes[offset + 1] == UInt8(ascii: "\n") ? 2 : 1
    default:
      decoded += 1
      offset += 1
    }
    return true
  }

  /// Steps over a mark that is not part of the value, if it stands here.
  mutating func skip(_ mark: StaticString) -> Bool {
    mark.withUTF8Buffer { mark in
      guard bytes[offset...].starts(with: mark) else { return false }
      offset += mark.count
      return true
    }
  }

  private func decodedLength(ofReference reference: ArraySlice<UInt8>) -> Int {
    let name = reference.dropFirst()
    guard name.first == UInt8(ascii: "#") else { return 1 }  // the five of XML stand for one ASCII character each
    let digits = name.dropFirst()
    let isHexadecimal = digits.first == UInt8(ascii: "x")
    let number = String(decoding: isHexadecimal ? digits.dropFirst() : digits, as: UTF8.self)
    let scalar = UInt32(number, radix: isHexadecimal ? 16 : 10).flatMap(Unicode.Scalar.init)
    return scalar.map { UTF8.width($0) } ?? 1
  }
}
