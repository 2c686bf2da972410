#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Turns byte offsets of a text into lines and columns.
///
/// Every so many bytes the line and column are noted, so that a place is found in the same short time wherever it
/// stands in however long a text, and also in one that is a single line. A short text is noted nowhere and costs nothing.
package struct TextPositions: Sendable {
  private static let stride = 1 << 12

  private struct Place {
    var line = 1
    var column = 1
  }

  /// The places of the offsets `stride`, twice `stride` and so on.
  private let marks: [Place]
  /// The length of the byte order mark, which takes no column.
  private let start: Int

  /// Notes the places of a text.
  package init(_ bytes: [UInt8]) {
    start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var marks: [Place] = []
    var place = Place()
    var index = start
    while (marks.count + 1) * Self.stride <= bytes.count {
      let next = (marks.count + 1) * Self.stride
      Self.advance(&place, over: index..<next, in: bytes)
      marks.append(place)
      index = next
    }
    self.marks = marks
  }

  /// The line and column, both from 1, of an offset into the text that was noted; beyond its end they are its end's.
  ///
  /// A line ends with a line feed, a carriage return, or both; columns count Unicode scalars.
  package func place(of offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
    let end = min(max(offset, start), bytes.count)
    let mark = min(end / Self.stride, marks.count)
    var place = mark == 0 ? Place() : marks[mark - 1]
    Self.advance(&place, over: (mark == 0 ? min(start, end) : mark * Self.stride)..<end, in: bytes)
    return (place.line, place.column)
  }

  private static func advance(_ place: inout Place, over range: Range<Int>, in bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      // The system finds a byte faster than a look at each. Nearly no text has a carriage return.
      if memchr(base + range.lowerBound, 0x0D, range.count) == nil {
        var start = range.lowerBound
        while let feed = memchr(base + start, 0x0A, range.upperBound - start) {
          start = UnsafeRawPointer(feed) - UnsafeRawPointer(base) + 1
          place.line += 1
          place.column = 1
        }
        for index in start..<range.upperBound where bytes[index] & 0xC0 != 0x80 { place.column += 1 }
        return
      }
      for index in range {
        let byte = bytes[index]
        let endsLine =
          byte == 0x0A || byte == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A)
        if endsLine {
          place.line += 1
          place.column = 1
        } else if byte & 0xC0 != 0x80 {
          place.column += 1  // Bytes inside a character begin with the bits 10.
        }
      }
    }
  }
}
