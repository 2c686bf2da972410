/// An attribute as it was written, namespace declarations excepted.
public struct XMLAttribute: Sendable, Hashable {
  /// The name without its prefix.
  public let name: String
  /// The prefix, as it was written.
  public let prefix: String?
  /// The namespace that the prefix stands for; nil without a prefix.
  public let namespace: String?
  /// The value, with references decoded and white space as XML normalises it (a line end becomes a space).
  public let value: String
  /// Where the name begins, its prefix included.
  public let position: XMLPosition
  /// Where the first character inside the quotes is, or the closing quote of an empty value.
  public let valuePosition: XMLPosition
}
