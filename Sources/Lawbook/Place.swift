import Diagnostics
import XMLTree

/// Where something is declared. Line and column are counted only when a message needs them, since that takes a
/// walk through the file.
struct Place: Sendable, Hashable {
  var document: XMLDocument
  var position: XMLPosition

  var location: SourceLocation { document.location(of: position) }

  static func == (a: Place, b: Place) -> Bool { a.position == b.position && a.document.file == b.document.file }

  func hash(into hasher: inout Hasher) {
    hasher.combine(document.file)
    hasher.combine(position)
  }
}
