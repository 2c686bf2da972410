import Fields

/// An old value and the new one in its place (*før og nu*).
public struct Changed<Value: Sendable>: Sendable {
  /// The old value.
  public var before: Value
  /// The new value.
  public var now: Value

  /// Creates a change.
  public init(before: Value, now: Value) {
    self.before = before
    self.now = now
  }

  /// The fields that templates read, under a name of their own for each type of value.
  static func fields(_ name: String, _ value: Fields<Value>) -> Fields<Changed<Value>> {
    Fields<Changed<Value>>(name) {
      Field.record("foer", "Før", value, \.before)
      Field.record("nu", "Nu", value, \.now)
    }
  }
}

extension Changed: Equatable where Value: Equatable {}
extension Changed: Hashable where Value: Hashable {}

extension Changed where Value: Equatable {
  /// The two values, when they differ; nothing when the old one was not said.
  init?(_ before: Value?, _ now: Value) {
    guard let before, before != now else { return nil }
    self.init(before: before, now: now)
  }
}
