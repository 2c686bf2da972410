/// How large one container may become.
///
/// What Digital Post takes at most is told to senders in its *Technical Integration* and is not public: these figures are
/// careful guesses, to be replaced by those that the operator was given.
public struct ContainerLimits: Sendable, Hashable {
  /// The most messages in one container.
  public var entries: Int
  /// The most bytes of one container before it is compressed.
  ///
  /// Compressed it is smaller: base64 alone loses a quarter.
  public var bytes: Int

  /// Creates limits.
  public init(entries: Int = 1000, bytes: Int = 256 << 20) {
    self.entries = max(1, entries)
    self.bytes = bytes
  }
}
