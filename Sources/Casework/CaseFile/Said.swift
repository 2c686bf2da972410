/// A value that a case file holds, and where it stands there.
public struct Said<Value: Sendable>: Sendable {
  /// The value, of its type and checked.
  public var value: Value
  /// The byte offset of the value in its file; ``CaseSource/location(at:)`` makes a line and column of it.
  public var position: UInt32

  /// Creates a value with its place.
  public init(_ value: Value, at position: UInt32 = 0) {
    self.value = value
    self.position = position
  }
}

extension Said: Equatable where Value: Equatable {}
