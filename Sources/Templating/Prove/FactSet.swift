/// Something that is certainly printed, as the proof of requirements sees it.
enum Fact: Hashable, Sendable {
  case field(String)
  case lawText(String)
  case provision(String)
  case words
  /// Anything at all that a reader sees: a value, a letter or a digit.
  case ink
}

/// A set of numbered facts.
struct FactSet: Equatable {
  private var words: [UInt64]

  init(capacity: Int) { words = [UInt64](repeating: 0, count: (capacity + 63) / 64) }

  mutating func insert(_ fact: Int) { words[fact / 64] |= 1 << UInt64(fact % 64) }

  func contains(_ fact: Int) -> Bool { words[fact / 64] & 1 << UInt64(fact % 64) != 0 }

  mutating func formUnion(_ other: FactSet) {
    for index in words.indices { words[index] |= other.words[index] }
  }

  mutating func formIntersection(_ other: FactSet) {
    for index in words.indices { words[index] &= other.words[index] }
  }
}
