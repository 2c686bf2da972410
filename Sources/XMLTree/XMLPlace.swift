public import Diagnostics

/// A place in a document that is kept for messages. Line and column are counted only when a message needs them, since that
/// takes a walk through the file.
public struct XMLPlace: Sendable, Hashable {
  /// The document.
  public var document: XMLDocument
  /// Where in it.
  public var position: XMLPosition

  /// Creates a place.
  public init(document: XMLDocument, position: XMLPosition) {
    self.document = document
    self.position = position
  }

  /// The line and column.
  public var location: SourceLocation { document.location(of: position) }

  /// Same file and position means same place.
  public static func == (a: XMLPlace, b: XMLPlace) -> Bool {
    a.position == b.position && a.document.file == b.document.file
  }

  /// Hashes file and position.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(document.file)
    hasher.combine(position)
  }
}
