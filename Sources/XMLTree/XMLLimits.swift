/// How large a document may be: what stands between a hostile file and the memory of the machine.
public struct XMLLimits: Sendable, Hashable {
  /// The greatest size in bytes.
  public var maximumBytes: Int
  /// How deep elements may lie inside each other, the root being 1.
  ///
  /// libxml2 has a limit of its own (256 in the versions that we know), which a greater number here does not lift.
  public var maximumDepth: Int
  /// How many attributes an element may have: libxml2 compares each with each.
  public var maximumAttributes: Int

  /// Creates limits.
  public init(maximumBytes: Int, maximumDepth: Int, maximumAttributes: Int = 100) {
    self.maximumBytes = maximumBytes
    self.maximumDepth = maximumDepth
    self.maximumAttributes = maximumAttributes
  }

  /// Four mebibytes, a hundred levels and a hundred attributes: more than any letter, template or lawbook that a
  /// person writes.
  public static let standard = XMLLimits(maximumBytes: 4 << 20, maximumDepth: 100)
}
