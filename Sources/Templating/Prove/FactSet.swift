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
struct FactSet {
  /// The first 128, which is nearly always all: a proof makes a set for each way through a template.
  private var first: (UInt64, UInt64) = (0, 0)
  private var others: Set<Int> = []

  mutating func insert(_ fact: Int) {
    switch fact {
    case 0..<64: first.0 |= 1 << UInt64(fact)
    case 64..<128: first.1 |= 1 << UInt64(fact - 64)
    default: others.insert(fact)
    }
  }

  func contains(_ fact: Int) -> Bool {
    switch fact {
    case 0..<64: first.0 & 1 << UInt64(fact) != 0
    case 64..<128: first.1 & 1 << UInt64(fact - 64) != 0
    default: others.contains(fact)
    }
  }

  mutating func formUnion(_ other: FactSet) {
    first.0 |= other.first.0
    first.1 |= other.first.1
    if !other.others.isEmpty { others.formUnion(other.others) }
  }

  mutating func formIntersection(_ other: FactSet) {
    first.0 &= other.first.0
    first.1 &= other.first.1
    if !others.isEmpty { others.formIntersection(other.others) }
  }
}
