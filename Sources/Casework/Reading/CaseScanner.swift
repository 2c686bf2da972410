import Diagnostics
import Fields

/// Reads JSON bytes straight into declared fields, in one pass and without a tree of values.
///
/// Whatever is wrong becomes a diagnostic, and reading goes on with the next value as long as it is certain where that
/// begins; after an error that leaves it uncertain the scanner has `stopped`, and every loop ends.
struct CaseScanner {
  /// Where in the case a value stands; written out only for a message.
  enum Step {
    /// A field of a record; declarations are never freed, so that none need be counted.
    case field(Unmanaged<InputEntry>)
    /// A row of a list, from 1.
    case row(Int)
  }

  /// Deeper nesting than this is refused. A case needs six levels; the limit keeps the stack small.
  static let depthLimit = 64

  /// What the text of a case is a part of.
  enum Container {
    /// A file of its own.
    case file
    /// A line of JSON Lines.
    case line
    /// A list of cases.
    case list
  }

  let bytes: UnsafeBufferPointer<UInt8>
  let source: CaseSource
  let container: Container
  /// The byte offset of what comes next. No text comes near the end of `Int`, so that it is added to without a check.
  var index = 0
  var depth = 0
  var stopped = false
  var diagnostics: [Diagnostic] = []
  /// The fields that unknown keys seem to mean.
  var meantPaths: [String] = []
  var path: [Step] = []
  /// The text of the last string that held escapes.
  var scratch: [UInt8] = []
  /// The number of the case, once it has been read and has passed its checks.
  var caseNumber: String?
  /// The marks that stand in a row, up to the last that was read.
  var marks = MarkRun()
  /// Whether the file's encoding has been complained about: once is enough.
  var hasReportedEncoding = false

  init(_ bytes: UnsafeBufferPointer<UInt8>, source: CaseSource, in container: Container = .file) {
    self.bytes = bytes
    self.source = source
    self.container = container
    if container == .list { depth = 1 }
    path.reserveCapacity(8)
  }

  /// The same as a record notes it.
  var position: UInt32 { UInt32(truncatingIfNeeded: index) }

  /// The next byte, or zero at the end; a zero byte in the text is no valid JSON either.
  var next: UInt8 {
    @inline(__always) get { index < bytes.count ? bytes[index] : 0 }
  }

  /// Ends all reading, because it is not certain what the rest of the text means.
  mutating func stop() {
    stopped = true
    index = bytes.count
  }

  /// Moves to the next byte that is no white space, and gives it as ``next`` does.
  @inline(__always) @discardableResult
  mutating func skipSpace() -> UInt8 {
    var byte = next
    if byte == 0x20 {
      index &+= 1
      byte = next
    } else if byte == 0x0A {
      index = spacesEnd(from: index &+ 1)
      byte = next
    }
    return byte <= 0x20 || byte == UInt8(ascii: "/") ? skipSpaceOrComments() : byte
  }

  private mutating func skipSpaceOrComments() -> UInt8 {
    while true {
      var place = index
      while place < bytes.count {
        let byte = bytes[place]
        guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { break }
        place = spacesEnd(from: place + 1)
      }
      index = place
      if next != UInt8(ascii: "/") || !skipComment() { return next }
    }
  }

  /// Where a run of spaces ends: indentation, eight bytes at a time.
  @inline(__always)
  private func spacesEnd(from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    let last = raw.count &- 8
    var place = start
    while place <= last {
      let word = raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      let others = UInt64(littleEndian: word) ^ 0x2020_2020_2020_2020
      if others != 0 { return place &+ others.trailingZeroBitCount >> 3 }
      place &+= 8
    }
    return place
  }

  /// Reports and skips a comment; false when this is none.
  private mutating func skipComment() -> Bool {
    let start = index
    guard index + 1 < bytes.count else { return false }
    switch bytes[index + 1] {
    case UInt8(ascii: "/"):
      while index < bytes.count, bytes[index] != 0x0A { index += 1 }
    case UInt8(ascii: "*"):
      index += 2
      while index + 1 < bytes.count, !(bytes[index] == UInt8(ascii: "*") && bytes[index + 1] == UInt8(ascii: "/")) {
        index += 1
      }
      index = min(index + 2, bytes.count)
    default: return false
    }
    report("json-comment", "Der står en kommentar, og det tillader JSON ikke.", at: start, help: "Slet kommentaren.")
    return true
  }
}

// MARK: - Objects and lists

extension CaseScanner {
  /// Reads the members of an object, from its brace, into a record.
  mutating func object<Root>(_ fields: InputFields<Root>, into root: inout Root) {
    let start = index
    guard enter() else { return }
    index += 1
    if skipSpace() == UInt8(ascii: "}") {
      index += 1
      depth -= 1
      return
    }
    var seen: UInt64 = 0
    var expected = 0
    while !stopped {
      let found =
        expectedField(fields.keys, from: expected, seen) ?? otherField(fields.keys, fields.shape, in: start, seen)
      if let found {
        expected = found + 1
        seen |= 1 &<< UInt64(truncatingIfNeeded: found)
        fields.read(found, &self, &root)
      }
      switch afterMember(of: start, closing: UInt8(ascii: "}")) {
      case .another: continue
      case .end:
        depth -= 1
        return
      case .stopped: return
      }
    }
  }

  /// Passes over the key of one of the next declared fields and its colon; nil, and nothing passed over, for anything else.
  ///
  /// Most files hold their keys in the order of the declaration, with some left out, and most writers put a colon behind
  /// them and one space or none.
  @inline(__always)
  private mutating func expectedField(_ keys: InputKeys, from expected: Int, _ seen: UInt64) -> Int? {
    guard let found = keys.expectedIndex(at: index, in: bytes, from: expected), !Self.holds(seen, found) else {
      return nil
    }
    let colon = index &+ keys.length(found) &+ 2
    guard colon &+ 2 < bytes.count, bytes[colon] == UInt8(ascii: ":") else { return nil }
    let value = bytes[colon &+ 1] == 0x20 ? colon &+ 2 : colon &+ 1
    guard bytes[value] > UInt8(ascii: "/") || bytes[value] == UInt8(ascii: "\"") else { return nil }
    index = value
    return found
  }

  /// Reads any other key and its colon; nil when its value has been passed over, because no field has the key or it has
  /// been seen before, and when reading has stopped.
  @inline(never)
  private mutating func otherField(_ keys: InputKeys, _ shape: InputShape, in start: Int, _ seen: UInt64) -> Int? {
    let place = index
    var key = StringSpan(start: place + 1, end: place + 1)
    var found = keys.anyIndex(at: place, in: bytes)
    if let found {
      index = place + keys.length(found) + 2
    } else {
      guard let written = self.key(in: start) else { return nil }
      key = written
      found = withText(key) { keys.index(of: $0) }
    }
    guard colon(after: key) else { return nil }
    if let found, !Self.holds(seen, found) { return found }
    if let found {
      reportDuplicate(key, shape.entries[found], since: start)
    } else {
      reportUnknown(key, shape)
    }
    _ = skipValue()
    return nil
  }

  /// Whether a set of fields, a bit for each, holds one.
  private static func holds(_ fields: UInt64, _ index: Int) -> Bool {
    fields &>> UInt64(truncatingIfNeeded: index) & 1 == 1
  }

  /// Reads the rows of a list, from its bracket.
  mutating func list<Row: InputRecord>(_ fields: InputFields<Row>, _ entry: InputEntry, into rows: inout [Row]) {
    let start = index
    guard enter() else { return }
    index += 1
    if skipSpace() == UInt8(ascii: "]") {
      index += 1
      depth -= 1
      return
    }
    rows.reserveCapacity(4)  // Most lists have two to four rows.
    path.append(.row(0))
    defer { path.removeLast() }
    var count = 0
    while !stopped {
      count += 1
      path[path.count - 1] = .row(count)
      if next == UInt8(ascii: "{") {
        var row = Row(position: position)
        object(fields, into: &row)
        if count <= Self.rowLimit { rows.append(row) }
      } else {
        wrongType(entry, expected: "felter i krøllede parenteser", isRow: true)
      }
      if count == Self.rowLimit + 1 {
        report(
          "too-many-rows", "\(label(entry))listen er længere end \(Self.rowLimit).", at: start,
          help: "Behold de vigtigste, eller del sagen i flere.", entry: entry)
      }
      switch afterMember(of: start, closing: UInt8(ascii: "]")) {
      case .another: continue
      case .end:
        depth -= 1
        return
      case .stopped: return
      }
    }
  }

  /// How long a list may be: far longer than a case needs, and short enough for rules that compare each with each.
  static var rowLimit: Int { 100 }

  /// Whether an object begins here; reports and skips anything else.
  mutating func isAtObject(_ entry: InputEntry) -> Bool {
    if next == UInt8(ascii: "{") { return true }
    wrongType(entry, expected: "felter i krøllede parenteser")
    return false
  }

  /// Whether a list begins here; reports and skips anything else.
  mutating func isAtList(_ entry: InputEntry) -> Bool {
    if next == UInt8(ascii: "[") { return true }
    wrongType(entry, expected: "en liste i kantede parenteser")
    return false
  }

  /// Goes one level down, or reports that there are too many.
  private mutating func enter() -> Bool {
    depth += 1
    if depth <= Self.depthLimit { return true }
    report(
      "json-depth", "Værdier ligger i mere end \(Self.depthLimit) niveauer inden i hinanden. Læsningen er stoppet her.",
      at: index, help: "En sag har højst seks niveauer.")
    stop()
    return false
  }

  enum AfterMember { case another, end, stopped }

  /// What follows a member of an object or a list: a comma and another, or the end.
  @inline(__always)
  mutating func afterMember(of start: Int, closing: UInt8) -> AfterMember {
    let byte = next
    switch byte == UInt8(ascii: ",") ? byte : skipSpace() {
    case UInt8(ascii: ","):
      let comma = index
      index &+= 1
      return skipSpace() == closing ? trailingComma(comma) : .another
    case closing:
      index &+= 1
      return .end
    default:
      return noComma(of: start, closing: closing)
    }
  }

  private mutating func trailingComma(_ comma: Int) -> AfterMember {
    index += 1
    report(
      "json-trailing-comma", "Der står et komma efter det sidste punkt, og det tillader JSON ikke.", at: comma,
      help: "Slet kommaet.")
    return .end
  }

  private mutating func noComma(of start: Int, closing: UInt8) -> AfterMember {
    if stopped { return .stopped }
    if index >= bytes.count {
      reportTruncated(since: start)
      return .stopped
    }
    let begins = next == UInt8(ascii: "\"") || next == UInt8(ascii: "{") && closing == UInt8(ascii: "]")
    guard begins else {
      unexpected("et komma eller \(closing == UInt8(ascii: "}") ? "en afsluttende }" : "en afsluttende ]")")
      return .stopped
    }
    report("json-missing-comma", "Der mangler et komma før det næste punkt.", at: index, help: "Sæt et komma.")
    return stopped ? .stopped : .another
  }

  // MARK: Keys

  /// Reads a key, from its quotation mark; nil when reading has stopped.
  mutating func key(in start: Int) -> StringSpan? {
    if stopped { return nil }
    switch next {
    case UInt8(ascii: "\""):
      let before = index
      let span = string(nil)
      if span != nil || stopped { return span }
      // What is wrong inside the key has been reported; as a key it is unknown.
      return StringSpan(start: before + 1, end: before + 1)
    case UInt8(ascii: "'"):
      return singleQuoted()
    case let byte where isWordByte(byte) && !isDigit(byte):
      let before = index
      while index < bytes.count, isWordByte(bytes[index]) { index += 1 }
      let span = StringSpan(start: before, end: index)
      skipSpace()
      guard next == UInt8(ascii: ":") else {
        index = before
        break
      }
      report(
        "json-unquoted-key", "En nøgle skal stå i anførselstegn.", at: before,
        help: "Skriv anførselstegn om nøglen.")
      return span
    default: break
    }
    if index >= bytes.count {
      reportTruncated(since: start)
    } else {
      unexpected("en nøgle i anførselstegn")
    }
    return nil
  }

  mutating func colon(after key: StringSpan) -> Bool {
    skipSpace()
    guard next == UInt8(ascii: ":") else {
      noColon(after: key)
      return false
    }
    index += 1
    skipSpace()
    return true
  }

  private mutating func noColon(after key: StringSpan) {
    if index >= bytes.count {
      reportTruncated(since: key.start - 1)
    } else {
      unexpected("et kolon efter nøglen")
    }
  }

  /// The place of an earlier member with the same key as a later one, found by reading the object's beginning again.
  func firstPlace(of entry: InputEntry, in start: Int) -> Int? {
    var again = CaseScanner(bytes, source: source)
    again.index = start + 1
    again.skipSpace()
    while let key = again.key(in: start) {
      let matches = again.withText(key) { $0.count == entry.key.utf8CodeUnitCount && areEqual($0, entry.key.utf8Start) }
      if matches { return key.start - 1 }
      guard again.colon(after: key) else { return nil }
      _ = again.skipValue()
      guard again.afterMember(of: start, closing: UInt8(ascii: "}")) == .another else { return nil }
    }
    return nil
  }
}

// MARK: - Values that are passed over

extension CaseScanner {
  /// What kind of value was found where another was expected; never the value itself.
  enum Found {
    case text(length: Int), number, boolean, null, list, object
  }

  /// Checks the grammar of a value and passes over it; nil when that has already been complained about.
  mutating func skipValue() -> Found? {
    switch next {
    case UInt8(ascii: "\""):
      guard let span = string(nil) else { return nil }
      return .text(length: withText(span) { text in text.count { $0 & 0xC0 != 0x80 } })
    case UInt8(ascii: "'"):
      _ = singleQuoted()
      return nil
    case UInt8(ascii: "{"):
      return skipMembers(closing: UInt8(ascii: "}")) ? .object : nil
    case UInt8(ascii: "["):
      return skipMembers(closing: UInt8(ascii: "]")) ? .list : nil
    case let byte where isWordByte(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+"):
      return skipWord()
    default:
      if index >= bytes.count {
        reportTruncated(since: nil)
      } else {
        unexpected("en værdi")
      }
      return nil
    }
  }

  private mutating func skipMembers(closing: UInt8) -> Bool {
    let start = index
    guard enter() else { return false }
    index += 1
    skipSpace()
    if next == closing, index < bytes.count {
      index += 1
      depth -= 1
      return true
    }
    while !stopped {
      if closing == UInt8(ascii: "}") {
        guard let key = key(in: start), colon(after: key) else { return false }
      }
      _ = skipValue()
      switch afterMember(of: start, closing: closing) {
      case .another: continue
      case .end:
        depth -= 1
        return true
      case .stopped: return false
      }
    }
    return false
  }

  /// A number, `true`, `false` or `null`, or a word that JSON does not have.
  private mutating func skipWord() -> Found? {
    let start = index
    if isDigit(next) || next == UInt8(ascii: "-") || next == UInt8(ascii: "+") || next == UInt8(ascii: ".") {
      return number() == nil ? nil : .number
    }
    while index < bytes.count, isWordByte(bytes[index]) { index += 1 }
    let word = UnsafeBufferPointer(rebasing: bytes[start..<index])
    if word.elementsEqual("true".utf8) || word.elementsEqual("false".utf8) { return .boolean }
    if word.elementsEqual("null".utf8) { return .null }
    report(
      "json-word", "Her står et ord uden anførselstegn.", at: start,
      help: "Skriv tekst i anførselstegn, og ja og nej som true og false med små bogstaver.")
    return nil
  }

  /// Reports and passes over a text in single quotation marks; where it ends is certain only within its line.
  private mutating func singleQuoted() -> StringSpan? {
    let start = index
    report(
      "json-single-quotes", "Her står enkelte anførselstegn ('), og JSON bruger dobbelte (\").", at: start,
      help: "Skriv dobbelte anførselstegn.")
    index += 1
    while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D {
      if bytes[index] == UInt8(ascii: "'") {
        index += 1
        return StringSpan(start: start + 1, end: index - 1)
      }
      index += 1
    }
    stop()
    return nil
  }
}

/// Whether a byte can be part of a word or a number outside quotation marks.
func isWordByte(_ byte: UInt8) -> Bool {
  isDigit(byte) || isLetter(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
}
