/// A template as the proof sees it: its ways, its marks and the facts that requirements ask for, numbered.
struct Outline {
  indirect enum Step {
    case fact(Int)
    case branch(Condition, then: Way, otherwise: Way)
    case selection(Place, ways: [Way], wayOfCase: [Int])
    case loop(Way, list: Place, isNonEmpty: Bool)
    case marked([String], [Step], at: Origin)
    /// A fact only where its steps certainly print something.
    case lawText(Int, [Step])
  }

  /// One way through a branch, or the rows of a loop.
  struct Way {
    let steps: [Step]
    let origin: Origin
  }

  let steps: [Step]
  /// The numbers of facts and of requirements that are met; they share one row of numbers.
  let numberOfFact: [Fact: Int]
  /// The number of `Fact.ink`.
  let ink: Int

  init(_ pieces: [Piece], facts: [Fact], requirements: Int) {
    var numbers: [Fact: Int] = [:]
    for fact in facts + [.ink] where numbers[fact] == nil { numbers[fact] = requirements + numbers.count }
    numberOfFact = numbers
    ink = numbers[.ink] ?? 0
    steps = Self.steps(pieces, numbers)
  }

  private static func steps(_ pieces: [Piece], _ numbers: [Fact: Int]) -> [Step] {
    var rest = pieces[...]
    return steps(&rest, numbers)
  }

  /// The steps up to the end of a law text, or of all.
  private static func steps(_ rest: inout ArraySlice<Piece>, _ numbers: [Fact: Int]) -> [Step] {
    var steps: [Step] = []
    while let piece = rest.popFirst() {
      switch piece {
      case .literal, .value, .enumeration, .fullStop, .space, .edge, .frame: break
      case .evidence(let fact): if let number = numbers[fact] { steps.append(.fact(number)) }
      case .branch(let condition, let then, let otherwise):
        steps.append(.branch(condition, then: way(then, numbers), otherwise: way(otherwise, numbers)))
      case .selection(let place, let arms, let armOfCase):
        steps.append(.selection(place, ways: arms.map { way($0, numbers) }, wayOfCase: armOfCase))
      case .loop(let list, _, _, let isNonEmpty, let body):
        steps.append(.loop(way(body, numbers), list: list, isNonEmpty: isNonEmpty))
      case .marked(let ids, let inner, let origin):
        steps.append(.marked(ids, Self.steps(inner, numbers), at: origin))
      case .beginText(let id):
        let inner = Self.steps(&rest, numbers)
        if let number = numbers[.lawText(id)] { steps.append(.lawText(number, inner)) } else { steps += inner }
      case .endText: return steps
      }
    }
    return steps
  }

  private static func way(_ arm: Arm, _ numbers: [Fact: Int]) -> Way {
    Way(steps: steps(arm.pieces, numbers), origin: arm.origin)
  }
}
