/// A list that always has a first element.
public struct NonEmpty<Element: Sendable>: Sendable {
  /// All elements, in order.
  public let elements: [Element]

  /// Creates a list with a first element.
  public init(_ first: Element, _ rest: [Element] = []) {
    elements = [first] + rest
  }

  /// Creates a list from an array, or nil when the array is empty.
  public init?(_ elements: [Element]) {
    guard !elements.isEmpty else { return nil }
    self.elements = elements
  }

  /// The first element.
  public var first: Element { elements[0] }
}

extension NonEmpty: Equatable where Element: Equatable {}
extension NonEmpty: Hashable where Element: Hashable {}
