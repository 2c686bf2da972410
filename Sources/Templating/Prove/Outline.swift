/// A template as the proof sees it: its ways, its marks and the facts that requirements ask for, numbered.
struct Outline {
  indirect enum Step {
    case fact(Int)
    case branch(Condition, then: Way, otherwise: Way)
    case selection(Place, ways: [Way], wayOfCase: [Int])
    case loop(Way, list: Place, isNonEmpty: Bool)
    case marked([String], [Step], at: Origin)
  }

  /// One way through a branch, or the rows of a loop.
  struct Way {
    let steps: [Step]
    let origin: Origin
  }

  let steps: [Step]
  /// The numbers of facts and of requirements that are met; they share one row of numbers.
  let numberOfFact: [Fact: Int]
  let count: Int

  init(_ pieces: [Piece], facts: [Fact], requirements: Int) {
    var numbers: [Fact: Int] = [:]
    for fact in facts where numbers[fact] == nil { numbers[fact] = requirements + numbers.count }
    numberOfFact = numbers
    count = requirements + numbers.count
    steps = Self.steps(pieces, numbers)
  }

  private static func steps(_ pieces: [Piece], _ numbers: [Fact: Int]) -> [Step] {
    pieces.compactMap { piece in
      switch piece {
      case .literal, .value, .enumeration, .space, .edge: nil
      case .evidence(let fact): numbers[fact].map(Step.fact)
      case .branch(let condition, let then, let otherwise):
        .branch(condition, then: way(then, numbers), otherwise: way(otherwise, numbers))
      case .selection(let place, let arms, let armOfCase):
        .selection(place, ways: arms.map { way($0, numbers) }, wayOfCase: armOfCase)
      case .loop(let list, _, _, let isNonEmpty, let body):
        .loop(way(body, numbers), list: list, isNonEmpty: isNonEmpty)
      case .marked(let ids, let inner, let origin): .marked(ids, steps(inner, numbers), at: origin)
      }
    }
  }

  private static func way(_ arm: Arm, _ numbers: [Fact: Int]) -> Way {
    Way(steps: steps(arm.pieces, numbers), origin: arm.origin)
  }
}
