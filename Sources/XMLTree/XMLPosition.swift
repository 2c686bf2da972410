/// A place in the source of a document: the number of bytes before it.
///
/// Four bytes, so that every element, attribute and text can carry one. `XMLDocument.location(of:)` turns it into
/// a line and a column, when a message needs them.
public struct XMLPosition: Sendable, Hashable, Comparable {
  /// Bytes from the beginning of the file, a byte order mark included.
  public var utf8Offset: UInt32

  /// Creates a position from a number of bytes.
  public init(utf8Offset: UInt32) { self.utf8Offset = utf8Offset }

  init(_ offset: Int) { utf8Offset = UInt32(clamping: offset) }

  /// Orders by place in the file.
  public static func < (a: XMLPosition, b: XMLPosition) -> Bool { a.utf8Offset < b.utf8Offset }
}
