/// One line of JSON for machines, its keys in the order in which they are added.
package struct JSONLine: Sendable {
  /// The object up to its closing brace.
  private var members = [UInt8(ascii: "{")]

  /// Creates an object without members.
  package init() {}

  /// The line in UTF-8, without a line feed.
  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return bytes
  }

  /// The line, without a line feed.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Adds the line to others.
  package func append(to lines: inout [UInt8]) {
    lines += members
    lines.append(UInt8(ascii: "}"))
  }

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
    value.append(to: &members)
  }

  package mutating func add(_ key: String, _ values: [JSONLine]) {
    begin(key)
    list(values) { $1.append(to: &$0.members) }
  }

  package mutating func add(_ key: String, words: [String]) {
    begin(key)
    list(words) { $0.append(quoted: $1) }
  }

  private mutating func begin(_ key: String) {
    if members.count > 1 { members.append(UInt8(ascii: ",")) }
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

  private mutating func append(quoted bytes: UnsafeBufferPointer<UInt8>) {
    JSONEscapes.table.withUnsafeBufferPointer { table in
      var room = 0
      for byte in bytes { room &+= Int(table[Int(byte)]) }
      members.append(UInt8(ascii: "\""))
      if room == bytes.count {
        members += bytes
      } else {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: room) { escaped in
          let count = JSONEscapes.write(bytes, to: escaped, table)
          members += UnsafeBufferPointer(rebasing: escaped[..<count])
        }
      }
      members.append(UInt8(ascii: "\""))
    }
  }
}
