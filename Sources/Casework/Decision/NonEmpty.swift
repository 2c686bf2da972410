/// A list that always has a first element.
public struct NonEmpty<Element: Sendable>: Sendable {
  /// The first element.
  public let first: Element
  /// The elements after the first.
  public let rest: [Element]

  /// Creates a list with a first element.
  public init(_ first: Element, _ rest: [Element] = []) {
    self.first = first
    self.rest = rest
  }

  /// Creates a list from an array, or nil when the array is empty.
  public init?(_ elements: [Element]) {
    guard let first = elements.first else { return nil }
    self.init(first, Array(elements.dropFirst()))
  }

  /// All elements, in order.
  public var elements: [Element] { [first] + rest }
}

extension NonEmpty: Equatable where Element: Equatable {}
extension NonEmpty: Hashable where Element: Hashable {}
