/// The first of some items and a few more at equal distances, found in one pass over any number of them.
///
/// It keeps each item whose place is a multiple of a stride, and doubles the stride when there are too many. So it is the same
/// for the same items in the same order, and depends on nothing else.
struct SpreadSample<Item> {
  private let limit: Int
  private var stride = 1
  private(set) var count = 0
  private(set) var items: [Item] = []

  /// Creates a sample of at most so many items, and of more than half as many when there are so many.
  init(limit: Int) { self.limit = limit }

  mutating func add(_ item: Item) {
    defer { count += 1 }
    guard count.isMultiple(of: stride) else { return }
    items.append(item)
    guard items.count > limit else { return }
    items = items.enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element)
    stride *= 2
  }
}
