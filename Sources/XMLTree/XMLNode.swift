/// What can stand between the tags of an element.
public enum XMLNode: Sendable, Hashable {
  /// An element.
  case element(XMLElement)
  /// Text; never empty, and never beside another text. CDATA is text.
  case text(XMLText)
  /// A comment: what stands between `<!--` and `-->`.
  case comment(XMLText)
  /// A processing instruction.
  case processingInstruction(XMLProcessingInstruction)

  /// Where it begins.
  public var position: XMLPosition {
    switch self {
    case .element(let element): element.position
    case .text(let text), .comment(let text): text.position
    case .processingInstruction(let instruction): instruction.position
    }
  }
}

/// Text between tags, or a comment.
public struct XMLText: Sendable, Hashable {
  /// The characters, with references decoded and line ends as line feeds.
  public let value: String
  /// Where the first character of the source is: of a text, which may be a reference or `<![CDATA[`; of a comment,
  /// its `<`.
  public let position: XMLPosition
}

/// A processing instruction, `<?target data?>`.
public struct XMLProcessingInstruction: Sendable, Hashable {
  /// The name of the program that it is for.
  public let target: String
  /// The rest, or an empty text.
  public let data: String
  /// Where its `<` is.
  public let position: XMLPosition
}
