public import Diagnostics

/// The cases of one input, read one at a time: however many there are, memory holds one.
///
/// ```swift
/// for reading in CaseStream(file: "sager.jsonl", format: .jsonl, read: nextBytes) {
///   let result = try letterbook.render(reading)
/// }
/// ```
///
/// A bad case never stops those after it as long as it is certain where they begin; where it is not, the last reading
/// says that the rest was not read. Readings that are no case (``Reading/isCase``) tell of the text around the cases.
public struct CaseStream: Sequence, IteratorProtocol {
  private enum Cases {
    case undecided
    case one
    case lines(LineCases)
    case list(ListCases)
    case table(TableCases)
    case none
  }

  private var buffer: InputBuffer
  private let format: InputFormat
  private var cases: Cases

  /// Creates a stream.
  ///
  /// - Parameters:
  ///   - file: the file as the user named it, for messages.
  ///   - format: the form of the text.
  ///   - read: gives the next bytes, in pieces of any size, and none at the end. What it throws becomes the last reading.
  public init(file: String, format: InputFormat, read: @escaping () throws(DiagnosticsError) -> [UInt8]) {
    buffer = InputBuffer(file: file, read: read)
    self.format = format
    cases = .undecided
  }

  /// The next case, or nil when there are no more.
  public mutating func next() -> Reading? { nextUnread()?.read() }

  /// The next case as it was found, for threads that share the reading; nil when there are no more.
  public mutating func nextUnread() -> UnreadCase? {
    if case .undecided = cases { cases = decided() }
    switch cases {
    case .undecided, .none: return nil
    case .one:
      cases = .none
      return one()
    case .lines(var lines):
      cases = .none
      let found = lines.next(&buffer)
      if found != nil { cases = .lines(lines) }
      return found ?? failure().map(UnreadCase.init)
    case .list(var list):
      cases = .none
      let reading = list.next(&buffer)
      if reading != nil { cases = .list(list) }
      return (reading ?? failure()).map(UnreadCase.init)
    case .table(var table):
      cases = .none
      let found = table.next(&buffer)
      if found != nil { cases = .table(table) }
      return found ?? failure().map(UnreadCase.init)
    }
  }

  private mutating func decided() -> Cases {
    // Of a text in another encoding the reader of a single case says what it is, once.
    if buffer.has(2), CaseReader.problem(with: [buffer[0], buffer[1]], at: buffer.location) != nil { return .one }
    switch format {
    case .csv: return .table(TableCases())
    case .jsonl:
      _ = buffer.skipByteOrderMark()
      return .lines(LineCases())
    case .json:
      // The mark is left for the reader of a single case, which knows it.
      var offset = buffer.has(3) && buffer[0] == 0xEF && buffer[1] == 0xBB && buffer[2] == 0xBF ? 3 : 0
      while offset < CaseReader.byteLimit, buffer.has(offset + 1) {
        let byte = buffer[offset]
        if byte == UInt8(ascii: "[") {
          _ = buffer.skipByteOrderMark()
          return .list(ListCases())
        }
        guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { break }
        offset += 1
      }
      return .one
    }
  }

  /// The whole input as one case.
  private mutating func one() -> UnreadCase {
    while buffer.count <= CaseReader.byteLimit, buffer.more() {}
    if let failure = failure() { return UnreadCase(failure) }
    return UnreadCase(file: buffer.take(buffer.count), named: buffer.file)
  }

  /// What stopped the input before its end, once.
  private mutating func failure() -> Reading? {
    guard !buffer.failure.isEmpty else { return nil }
    var reading = Reading(
      diagnostics: buffer.failure, location: SourceLocation(file: buffer.file, line: 1, column: 1))
    reading.isUnreadInput = true
    return reading
  }
}
