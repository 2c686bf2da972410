/// One line of JSON for machines, its keys in the order in which they are added.
package struct JSONLine: Sendable {
  private var members: [UInt8] = []

  /// Creates an object without members.
  package init() {}

  /// The line in UTF-8, without a line feed.
  package var bytes: [UInt8] { [UInt8(ascii: "{")] + members + [UInt8(ascii: "}")] }

  /// The line, without a line feed.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  package mutating func add(_ key: String, _ value: String?) {
    guard let value else { return }
    begin(key)
    append(quoted: value)
  }

  /// Adds a text that is UTF-8.
  package mutating func add(_ key: String, utf8 value: [UInt8]) {
    begin(key)
    value.withUnsafeBufferPointer { append(quoted: $0) }
  }

  package mutating func add(_ key: String, _ value: Int?) {
    guard let value else { return }
    begin(key)
    members += String(value).utf8
  }

  /// Adds a value that is JSON already: a number with decimals, `true` or `false`.
  package mutating func add(_ key: String, literal value: String) {
    begin(key)
    members += value.utf8
  }

  package mutating func add(_ key: String, _ value: JSONLine) {
    begin(key)
    members += value.bytes
  }

  package mutating func add(_ key: String, _ values: [JSONLine]) {
    begin(key)
    list(values) { $0.members += $1.bytes }
  }

  package mutating func add(_ key: String, words: [String]) {
    begin(key)
    list(words) { $0.append(quoted: $1) }
  }

  private mutating func begin(_ key: String) {
    if !members.isEmpty { members.append(UInt8(ascii: ",")) }
    append(quoted: key)
    members.append(UInt8(ascii: ":"))
  }

  private mutating func list<Value>(_ values: [Value], _ add: (inout JSONLine, Value) -> Void) {
    members.append(UInt8(ascii: "["))
    for (index, value) in values.enumerated() {
      if index > 0 { members.append(UInt8(ascii: ",")) }
      add(&self, value)
    }
    members.append(UInt8(ascii: "]"))
  }

  private mutating func append(quoted text: String) {
    var text = text
    text.withUTF8 { append(quoted: $0) }
  }

  /// Most bytes of a document stand as they are, and are copied together.
  private mutating func append(quoted bytes: UnsafeBufferPointer<UInt8>) {
    members.reserveCapacity(members.count + bytes.count + bytes.count / 16 + 2)
    members.append(UInt8(ascii: "\""))
    var start = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      // Controls, and the first byte of those above ASCII (U+0080 to U+009F).
      guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0x7F || byte == 0xC2
      else {
        index += 1
        continue
      }
      let isWide = byte == 0xC2
      if isWide, index + 1 == bytes.count || bytes[index + 1] >= 0xA0 {
        index += 1
        continue
      }
      members += UnsafeBufferPointer(rebasing: bytes[start..<index])
      append(escaped: isWide ? bytes[index + 1] : byte)
      index += isWide ? 2 : 1
      start = index
    }
    members += UnsafeBufferPointer(rebasing: bytes[start...])
    members.append(UInt8(ascii: "\""))
  }

  private mutating func append(escaped byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): members += "\\\"".utf8
    case UInt8(ascii: "\\"): members += "\\\\".utf8
    case 0x0A: members += "\\n".utf8
    case 0x0D: members += "\\r".utf8
    case 0x09: members += "\\t".utf8
    default:
      let digits = String(byte, radix: 16)
      members += "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8
    }
  }
}
