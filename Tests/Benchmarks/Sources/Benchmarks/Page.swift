import Casework
import Fields

/// Where straight code writes a letter: one reused block of bytes, clean runs of a text copied in one go.
///
/// It shares nothing with the library's own buffer, so that a mistake there cannot hide in the comparison.
struct Page: ~Copyable {
  private var start: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int = 1 << 16) {
    self.capacity = capacity
    start = .allocate(capacity: capacity)
  }

  deinit { start.deallocate() }

  mutating func removeAll() { count = 0 }

  var bytes: [UInt8] { Array(UnsafeBufferPointer(start: start, count: count)) }

  // MARK: Bytes

  @inline(__always)
  mutating func add(_ text: StaticString) { copy(text.utf8Start, text.utf8CodeUnitCount) }

  mutating func add(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { bytes in
      if let first = bytes.baseAddress { copy(first, bytes.count) }
    }
  }

  @inline(__always)
  private mutating func add(_ byte: UInt8) {
    if count == capacity { grow(1) }
    start[count] = byte
    count += 1
  }

  @inline(__always)
  private mutating func copy(_ bytes: UnsafePointer<UInt8>, _ length: Int) {
    if count + length > capacity { grow(length) }
    (start + count).update(from: bytes, count: length)
    count += length
  }

  @inline(never)
  private mutating func grow(_ more: Int) {
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: 2 * capacity + more)
    larger.update(from: start, count: count)
    start.deallocate()
    start = larger
    capacity = 2 * capacity + more
  }

  // MARK: Texts

  /// Between tags.
  @inline(__always)
  mutating func text(_ text: String) {
    withUTF8(of: text) { page, bytes in page.escaped(bytes, 0, bytes.count) }
  }

  /// Inside the quotes of an attribute; only links stand there, and their signs need no more than this.
  mutating func attribute(_ text: String) {
    withUTF8(of: text) { page, bytes in
      for byte in bytes {
        switch byte {
        case UInt8(ascii: "&"): page.add("&amp;")
        case UInt8(ascii: "\""): page.add("&quot;")
        case UInt8(ascii: "<"): page.add("&lt;")
        case UInt8(ascii: ">"): page.add("&gt;")
        default: page.add(byte)
        }
      }
    }
  }

  /// After `tel:` or `mailto:`.
  mutating func url(_ text: String) {
    withUTF8(of: text) { page, bytes in
      for byte in bytes {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
          UInt8(ascii: "_"), UInt8(ascii: "@"):
          page.add(byte)
        case 0x20: break
        default:
          page.add(UInt8(ascii: "%"))
          for digit in [byte >> 4, byte & 15] { page.add(digit < 10 ? 0x30 + digit : 0x37 + digit) }
        }
      }
    }
  }

  /// With line feeds as line breaks.
  mutating func lines(_ text: String) {
    withUTF8(of: text) { page, bytes in page.escaped(bytes, 0, bytes.count, breaksLines: true) }
  }

  /// With a capital first: ASCII, and the two-byte letters of Latin-1.
  mutating func capitalised(_ text: String) {
    withUTF8(of: text) { page, bytes in
      var begin = 0
      if bytes.count > 0, (0x61...0x7A).contains(bytes[0]) {
        page.add(bytes[0] - 0x20)
        begin = 1
      } else if bytes.count > 1, bytes[0] == 0xC3, (0xA0...0xBE).contains(bytes[1]), bytes[1] != 0xB7 {
        page.add(0xC3)
        page.add(bytes[1] - 0x20)
        begin = 2
      }
      page.escaped(bytes, begin, bytes.count)
    }
  }

  @inline(__always)
  private mutating func withUTF8(of text: String, _ body: (inout Page, UnsafeBufferPointer<UInt8>) -> Void) {
    // Every text of a case is a native string, which always has its bytes in one piece.
    text.utf8.withContiguousStorageIfAvailable { body(&self, $0) }!
  }

  @inline(__always)
  private mutating func escaped(
    _ bytes: UnsafeBufferPointer<UInt8>, _ begin: Int, _ end: Int, breaksLines: Bool = false
  ) {
    guard end > begin, let first = bytes.baseAddress else { return }
    var clean = begin
    var index = begin
    while index < end {
      // Eight bytes at a time while none of them can need anything.
      while index + 8 <= end,
        !Self.mayNeedEscape(UnsafeRawPointer(first + index).loadUnaligned(as: UInt64.self), breaksLines)
      {
        index += 8
      }
      let stop = min(index + 8, end)
      while index < stop {
        let replacement: StaticString
        switch first[index] {
        case UInt8(ascii: "&"): replacement = "&amp;"
        case UInt8(ascii: "<"): replacement = "&lt;"
        case UInt8(ascii: ">"): replacement = "&gt;"
        case 0x0D: replacement = "&#13;"
        case 0x0A where breaksLines: replacement = "<br>\n"
        default:
          index += 1
          continue
        }
        copy(first + clean, index - clean)
        add(replacement)
        index += 1
        clean = index
      }
    }
    copy(first + clean, end - clean)
  }

  /// Whether one of eight bytes is `&`, `<`, `>`, a carriage return or a line feed; found as zero bytes of a difference.
  @inline(__always)
  private static func mayNeedEscape(_ word: UInt64, _ breaksLines: Bool) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let ampersand = word ^ (ones &* 0x26)
    let angle = (word | (ones &* 2)) ^ (ones &* 0x3E)
    let carriage = word ^ (ones &* 0x0D)
    var zero =
      ((ampersand &- ones) & ~ampersand) | ((angle &- ones) & ~angle) | ((carriage &- ones) & ~carriage)
    if breaksLines {
      let feed = word ^ (ones &* 0x0A)
      zero |= (feed &- ones) & ~feed
    }
    return zero & (ones &* 0x80) != 0
  }

  // MARK: Numbers

  /// `21. november 2026`.
  mutating func date(_ date: CalendarDate) {
    let (year, month, day) = date.parts
    number(day)
    add(".\u{A0}")
    switch month {
    case 1: add("januar ")
    case 2: add("februar ")
    case 3: add("marts ")
    case 4: add("april ")
    case 5: add("maj ")
    case 6: add("juni ")
    case 7: add("juli ")
    case 8: add("august ")
    case 9: add("september ")
    case 10: add("oktober ")
    case 11: add("november ")
    default: add("december ")
    }
    number(year)
  }

  /// `2 timer og 30 minutter`, `ingen timer`.
  mutating func time(_ time: WorkingTime) {
    guard time.minutes > 0 else { return add("ingen timer") }
    let (hours, minutes) = time.minutes.quotientAndRemainder(dividingBy: 60)
    if hours > 0 {
      number(hours)
      if hours == 1 { add("\u{A0}time") } else { add("\u{A0}timer") }
      guard minutes > 0 else { return }
      add(" og ")
    }
    number(minutes)
    if minutes == 1 { add("\u{A0}minut") } else { add("\u{A0}minutter") }
  }

  private mutating func number(_ value: Int) {
    if value >= 10 { number(value / 10) }
    add(UInt8(0x30 + value % 10))
  }
}
