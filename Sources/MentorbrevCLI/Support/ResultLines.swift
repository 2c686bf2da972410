/// Lines for standard output, written many at a time.
struct ResultLines {
  private var bytes: [UInt8] = []

  /// Adds a line.
  mutating func add(_ line: String) throws {
    add(line: line)
    if bytes.count > 1 << 16 { try flush() }
  }

  /// Adds a line and waits with writing.
  mutating func add(line: String) {
    bytes += line.utf8
    bytes.append(0x0A)
  }

  /// Adds whole lines and waits with writing.
  mutating func add(lines: [UInt8]) { bytes += lines }

  /// Whether nothing waits.
  var isEmpty: Bool { bytes.isEmpty }

  /// Writes what waits.
  mutating func flush() throws {
    if bytes.isEmpty { return }
    try Terminal.write(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}
