import Diagnostics
import Fields

/// Proves that every path through a template meets the requirements of its kind.
///
/// What is certainly printed is computed upwards: a sequence prints what its members print, a branch what all its
/// ways print, a loop what its body prints when the list cannot be empty. A requirement is met where a mark stands on
/// content that certainly prints the requirement's evidence.
struct Proof {
  let target: CompileTarget
  let pieces: [Piece]
  let root: Origin
  let reporter: Reporter

  /// Where each requirement is marked, whether or not it is met there.
  private(set) var marks: [String: [SourceLocation]] = [:]

  init(target: CompileTarget, pieces: [Piece], root: Origin, reporter: Reporter) {
    self.target = target
    self.pieces = pieces
    self.root = root
    self.reporter = reporter
    collectMarks(pieces)
  }

  /// Reports every requirement that some path does not meet.
  func check() {
    let requirements = target.requirements.filter { $0.output == nil || $0.output == target.output }
    let byCondition = Dictionary(grouping: requirements, by: \.condition)
    for condition in byCondition.keys.sorted(by: {
      ($0?.field ?? "", $0?.value ?? "") < ($1?.field ?? "", $1?.value ?? "")
    }) {
      let group = byCondition[condition]!
      guard group.map(checkPaths).allSatisfy({ $0 }) else { continue }
      var assumptions = target.assumptions
      if let condition, !assumptions.assume(condition, in: target.model) { continue }
      let run = Run(
        requirements: Dictionary(uniqueKeysWithValues: group.map { ($0.id, $0) }), assumptions: assumptions, proof: self
      )
      let facts = run.facts(pieces)
      // Where a mark lacks its evidence, that was said at the mark.
      for requirement in group
      where !facts.contains(.requirement(requirement.id)) && !run.lacking.ids.contains(requirement.id) {
        missing(requirement, run)
      }
    }
  }

  /// Whether the fields that a requirement names exist; the lawbook does not know the models.
  private func checkPaths(_ requirement: Requirement) -> Bool {
    var paths = requirement.evidence.compactMap { if case .field(let path) = $0 { path } else { nil } }
    if let condition = requirement.condition { paths.append(condition.field) }
    var isSound = true
    for path in paths where target.model.type(at: path) == nil {
      isSound = false
      reporter.add(
        Diagnostic(
          .error, "unknown-field",
          "requirement '\(requirement.id)' names the field '\(path)', which '\(target.kind)' does not have",
          at: requirement.location))
    }
    if isSound, let condition = requirement.condition {
      var assumptions = Assumptions()
      if !assumptions.assume(condition, in: target.model) {
        isSound = false
        reporter.add(
          Diagnostic(
            .error, "impossible-condition",
            "requirement '\(requirement.id)' depends on '\(condition.field)' being '\(condition.value)', which it never is",
            at: requirement.location))
      }
    }
    return isSound
  }

  private func missing(_ requirement: Requirement, _ run: Run) {
    let when = requirement.condition.map { " when \($0.field) is \($0.value)" } ?? ""
    let isMarked = marks[requirement.id] != nil
    var notes: [Diagnostic.Note] = []
    if let gap = run.gap(.requirement(requirement.id), in: pieces) {
      notes.append(Diagnostic.Note("this way through the template does not meet it", at: gap.location))
    }
    notes.append(Diagnostic.Note("demanded by the lawbook", at: requirement.location))
    reporter.error(
      "missing-requirement",
      "'\(requirement.id)' (\(requirement.title)) is \(isMarked ? "not met on every path" : "not met")\(when)",
      in: root.document, element: root.element, basis: requirement.basis,
      help: "mark the element with t:fulfils=\"\(requirement.id)\"; inside it \(requirement.demand)", notes: notes)
  }

  private mutating func collectMarks(_ pieces: [Piece]) {
    for piece in pieces {
      switch piece {
      case .marked(let ids, let inner, let origin):
        let location = origin.location
        for id in ids where !marks[id, default: []].contains(location) { marks[id, default: []].append(location) }
        collectMarks(inner)
      case .branch(_, let then, let otherwise):
        collectMarks(then.pieces)
        collectMarks(otherwise.pieces)
      case .selection(_, let arms, _): for arm in arms { collectMarks(arm.pieces) }
      case .loop(_, _, _, _, let body): collectMarks(body)
      case .literal, .value, .enumeration, .evidence: break
      }
    }
  }

  /// One proof under one set of assumptions.
  struct Run {
    let requirements: [String: Requirement]
    let assumptions: Assumptions
    let proof: Proof
    /// The requirements whose marks were found to lack their evidence.
    let lacking = Lacking()

    final class Lacking {
      var ids: Set<String> = []
    }

    /// What a sequence certainly prints; checks the marks inside on the way.
    func facts(_ pieces: [Piece], reports: Bool = true) -> Set<Fact> {
      var facts: Set<Fact> = []
      for piece in pieces {
        switch piece {
        case .literal, .value, .enumeration: break
        case .evidence(let fact): facts.insert(fact)
        case .branch(let condition, let then, let otherwise):
          switch assumptions.evaluate(condition) {
          case true?: facts.formUnion(self.facts(then.pieces, reports: reports))
          case false?: facts.formUnion(self.facts(otherwise.pieces, reports: reports))
          case nil:
            facts.formUnion(
              self.facts(then.pieces, reports: reports).intersection(self.facts(otherwise.pieces, reports: reports)))
          }
        case .selection(let place, let arms, let armOfCase):
          if let index = assumptions.number(place) {
            facts.formUnion(self.facts(arms[armOfCase[Int(index)]].pieces, reports: reports))
          } else {
            let all = arms.map { self.facts($0.pieces, reports: reports) }
            facts.formUnion(all.dropFirst().reduce(all.first ?? []) { $0.intersection($1) })
          }
        case .loop(_, _, _, let isNonEmpty, let body):
          let inner = self.facts(body, reports: reports)
          if isNonEmpty { facts.formUnion(inner) }
        case .marked(let ids, let inner, let origin):
          var found = self.facts(inner, reports: reports)
          for id in ids {
            guard let requirement = requirements[id] else { continue }
            if requirement.evidence.allSatisfy({ found.contains($0.fact) }) {
              found.insert(.requirement(id))
            } else if reports {
              reportLacking(requirement, found, inner, origin)
            }
          }
          facts.formUnion(found)
        }
      }
      return facts
    }

    private func reportLacking(_ requirement: Requirement, _ found: Set<Fact>, _ pieces: [Piece], _ origin: Origin) {
      lacking.ids.insert(requirement.id)
      for evidence in requirement.evidence where !found.contains(evidence.fact) {
        let gap = self.gap(evidence.fact, in: pieces)
        let notes = gap.map { [Diagnostic.Note("not on this way through the element", at: $0.location)] } ?? []
        proof.reporter.error(
          "missing-evidence",
          "this element is marked with '\(requirement.id)' (\(requirement.title)), but does not \(evidence.demand)\(gap == nil ? "" : " on every path")",
          in: origin.document, element: origin.element, basis: requirement.basis,
          help: "\(evidence.demand) inside the element", notes: notes)
      }
    }

    /// The way through a branch that lacks a fact which another way has.
    func gap(_ fact: Fact, in pieces: [Piece]) -> Origin? {
      for piece in pieces {
        switch piece {
        case .branch(let condition, let then, let otherwise):
          guard assumptions.evaluate(condition) == nil else {
            let taken = assumptions.evaluate(condition)! ? then : otherwise
            if let gap = gap(fact, in: taken.pieces) { return gap }
            continue
          }
          if let gap = gap(fact, among: [then, otherwise]) { return gap }
        case .selection(let place, let arms, let armOfCase):
          if let index = assumptions.number(place) {
            if let gap = gap(fact, in: arms[armOfCase[Int(index)]].pieces) { return gap }
          } else if let gap = gap(fact, among: arms) {
            return gap
          }
        case .loop(_, _, _, _, let body), .marked(_, let body, _):
          if let gap = gap(fact, in: body) { return gap }
        case .literal, .value, .enumeration, .evidence: break
        }
      }
      return nil
    }

    private func gap(_ fact: Fact, among arms: [Arm]) -> Origin? {
      let has = arms.map { facts($0.pieces, reports: false).contains(fact) }
      if has.contains(true), let lacking = has.firstIndex(of: false) {
        return gap(fact, in: arms[lacking].pieces) ?? arms[lacking].origin
      }
      for arm in arms {
        if let gap = gap(fact, in: arm.pieces) { return gap }
      }
      return nil
    }
  }
}

extension Requirement {
  /// What must be inside the marked element, for a help line.
  fileprivate var demand: String { evidence.map(\.demand).joined(separator: " and ") }
}

extension Requirement.Evidence {
  fileprivate var fact: Fact {
    switch self {
    case .field(let path): .field(path)
    case .lawText(let id): .lawText(id)
    case .provision(let id): .provision(id)
    case .words: .words
    }
  }

  fileprivate var demand: String {
    switch self {
    case .field(let path): "show '\(path)'"
    case .lawText(let id): "print the law text '\(id)'"
    case .provision(let id): "cite '\(id)'"
    case .words: "hold words of the template's own"
    }
  }
}

extension Assumptions {
  /// Takes a condition as given; false when the field cannot have the value.
  mutating func assume(_ condition: Requirement.Condition, in model: RecordType) -> Bool {
    guard let type = model.type(at: condition.field) else { return false }
    switch (type, condition.value) {
    case (.optional, "present"): presence[condition.field] = true
    case (.optional, "absent"): presence[condition.field] = false
    case (.boolean, "true"): numbers[condition.field] = 1
    case (.boolean, "false"): numbers[condition.field] = 0
    case (.choice(let choice), let word):
      guard let index = choice.index(of: word) else { return false }
      numbers[condition.field] = Int64(index)
      let owner = condition.field.split(separator: ".").dropLast().joined(separator: ".")
      for name in choice.cases[index].implies { presence[owner.isEmpty ? name : "\(owner).\(name)"] = true }
    default: return false
    }
    return true
  }
}
