import Diagnostics
import Fields
import XMLTree

/// Proves that every path through a template meets the requirements of its kind.
///
/// What is certainly printed is computed upwards: a sequence prints what its members print, a branch what all its
/// ways print, a loop what its body prints when the list cannot be empty, and a law text itself when anything of it is
/// certain. A requirement is met where a mark stands on content that certainly prints the requirement's evidence.
struct Proof {
  let target: CompileTarget
  let document: XMLDocument
  let element: XMLElement
  let reporter: Reporter
  /// Where each requirement is marked, whether or not it is met there.
  let marks: [String: [SourceLocation]]

  private let requirements: [Requirement]
  private let outline: Outline

  init(target: CompileTarget, pieces: [Piece], document: XMLDocument, element: XMLElement, reporter: Reporter) {
    self.target = target
    self.document = document
    self.element = element
    self.reporter = reporter
    requirements = target.requirements.filter {
      ($0.output == nil || $0.output == target.output)
        && $0.condition.map { !target.assumptions.contradict($0, in: target.model) } ?? true
    }
    outline = Outline(
      pieces, facts: requirements.flatMap(\.evidence).map(\.fact), requirements: requirements.count)
    var marks: [String: [SourceLocation]] = [:]
    Self.collectMarks(outline.steps, into: &marks)
    self.marks = marks
  }

  /// Reports every requirement that some path does not meet.
  func check() {
    // One run for each condition, in the order in which the lawbook names them.
    var conditions: [Requirement.Condition?] = []
    for requirement in requirements where !conditions.contains(requirement.condition) {
      conditions.append(requirement.condition)
    }
    let check = RequirementCheck(target: target, reporter: reporter)
    for condition in conditions {
      let group = requirements.indices.filter { requirements[$0].condition == condition }
      let sound = group.filter { check.isSound(requirements[$0]) }
      var assumptions = target.assumptions
      if sound.isEmpty { continue }
      if let condition, !assumptions.assume(condition, in: target.model) { continue }
      let run = Run(proof: self, group: sound, assumptions: assumptions)
      let facts = run.facts(outline.steps, reports: true)
      let unmet = sound.filter { !facts.contains($0) }
      if unmet.isEmpty { continue }
      // Where only the evidence of a mark is lacking, that was said, and is enough.
      let marked = run.facts(outline.steps, trustsMarks: true)
      for index in unmet where !marked.contains(index) { missing(index, run) }
    }
  }

  private func missing(_ index: Int, _ run: Run) {
    let requirement = requirements[index]
    let when = requirement.condition.map { " when \($0.words)" } ?? ""
    let isMarked = marks[requirement.id] != nil
    var notes: [Diagnostic.Note] = []
    if let gap = run.gap(index, in: outline.steps) { notes.append(gap.note) }
    notes.append(Diagnostic.Note("demanded by the lawbook", at: requirement.place.location))
    reporter.error(
      "missing-requirement",
      "'\(requirement.id)' (\(requirement.title)) is \(isMarked ? "not met on every path" : "not met")\(when)",
      in: document, element: element, label: "decided on \(target.era.from) to \(target.era.until)",
      basis: requirement.basis,
      help: "mark the element with t:fulfils=\"\(requirement.id)\"; inside it \(requirement.demand)", notes: notes)
  }

  private static func collectMarks(_ steps: [Outline.Step], into marks: inout [String: [SourceLocation]]) {
    for step in steps {
      switch step {
      case .marked(let ids, let inner, let origin):
        let location = origin.location
        for id in ids where !marks[id, default: []].contains(location) { marks[id, default: []].append(location) }
        collectMarks(inner, into: &marks)
      case .branch(_, let then, let otherwise):
        collectMarks(then.steps, into: &marks)
        collectMarks(otherwise.steps, into: &marks)
      case .selection(_, let ways, _): for way in ways { collectMarks(way.steps, into: &marks) }
      case .loop(let way, _, _): collectMarks(way.steps, into: &marks)
      case .lawText(_, let inner): collectMarks(inner, into: &marks)
      case .fact: break
      }
    }
  }

  /// Why something is not certain.
  enum Gap {
    /// This way lacks it, and another has it.
    case way(Origin)
    /// It stands in rows of which there may be none.
    case rows(Origin, list: String)

    var note: Diagnostic.Note {
      switch self {
      case .way(.unwritten(let element, let document)):
        Diagnostic.Note(
          "not when this condition does not hold: it has no 't:else'", at: document.location(of: element.position))
      case .way(let origin): Diagnostic.Note("not on this way", at: origin.location)
      case .rows(let origin, let list):
        Diagnostic.Note("not when '\(list)' has no rows, which may be", at: origin.location)
      }
    }
  }

  /// One proof under one set of assumptions.
  struct Run {
    private let proof: Proof
    private let assumptions: Assumptions
    private let requirements: [String: [Int]]

    init(proof: Proof, group: [Int], assumptions: Assumptions) {
      self.proof = proof
      self.assumptions = assumptions
      requirements = Dictionary(grouping: group) { proof.requirements[$0].id }
    }

    /// What a sequence certainly prints.
    ///
    /// - Parameters:
    ///   - reports: whether to report marks on content that does not print their evidence.
    ///   - trustsMarks: whether such marks count all the same.
    func facts(_ steps: [Outline.Step], reports: Bool = false, trustsMarks: Bool = false) -> FactSet {
      var facts = FactSet()
      for step in steps {
        switch step {
        case .fact(let fact): facts.insert(fact)
        case .branch(let condition, let then, let otherwise):
          facts.formUnion(common(taken(condition, then, otherwise), reports: reports, trustsMarks: trustsMarks))
        case .selection(let place, let ways, let wayOfCase):
          facts.formUnion(common(taken(place, ways, wayOfCase), reports: reports, trustsMarks: trustsMarks))
        case .loop(let way, let list, let isNonEmpty):
          let inner = self.facts(way.steps, reports: reports, trustsMarks: trustsMarks)
          if isNonEmpty || assumptions.isPresent(list) == true { facts.formUnion(inner) }
        case .marked(let ids, let inner, let origin):
          var found = self.facts(inner, reports: reports, trustsMarks: trustsMarks)
          for index in ids.flatMap({ requirements[$0] ?? [] }) {
            let lacking = proof.requirements[index].evidence.filter { !isFound($0, found) }
            if lacking.isEmpty || trustsMarks {
              found.insert(index)
            } else if reports {
              for evidence in lacking { self.lacking(index, evidence, inner, origin) }
            }
          }
          facts.formUnion(found)
        case .lawText(let text, let inner):
          var found = self.facts(inner, reports: reports, trustsMarks: trustsMarks)
          if found.contains(proof.outline.ink) { found.insert(text) }
          facts.formUnion(found)
        }
      }
      return facts
    }

    private func common(_ ways: [Outline.Way], reports: Bool = false, trustsMarks: Bool = false) -> FactSet {
      guard let first = ways.first else { return FactSet() }
      var common = facts(first.steps, reports: reports, trustsMarks: trustsMarks)
      for way in ways.dropFirst() {
        common.formIntersection(facts(way.steps, reports: reports, trustsMarks: trustsMarks))
      }
      return common
    }

    private func isFound(_ evidence: Requirement.Evidence, _ facts: FactSet) -> Bool {
      proof.outline.numberOfFact[evidence.fact].map(facts.contains) ?? false
    }

    /// The ways through a branch that the assumptions leave open.
    private func taken(_ condition: Condition, _ then: Outline.Way, _ otherwise: Outline.Way) -> [Outline.Way] {
      switch assumptions.evaluate(condition) {
      case true?: [then]
      case false?: [otherwise]
      case nil: [then, otherwise]
      }
    }

    private func taken(_ place: Place, _ ways: [Outline.Way], _ wayOfCase: [Int]) -> [Outline.Way] {
      assumptions.number(place).map { [ways[wayOfCase[Int($0)]]] } ?? ways
    }

    private func lacking(
      _ index: Int, _ evidence: Requirement.Evidence, _ steps: [Outline.Step], _ origin: Origin
    ) {
      guard case .element(let element, let document) = origin else { return }
      let requirement = proof.requirements[index]
      let gap = proof.outline.numberOfFact[evidence.fact].flatMap { self.gap($0, in: steps) }
      let when = requirement.condition.map { ", when \($0.words)" } ?? ""
      proof.reporter.error(
        "missing-evidence",
        "this element is marked with '\(requirement.id)' (\(requirement.title)), but does not \(evidence.demand)"
          + (gap == nil ? "" : " on every path") + when,
        in: document, element: element, basis: requirement.basis, help: "\(evidence.demand) inside the element",
        notes: gap.map { [$0.note] } ?? [])
    }

    /// Why a fact is not certain, when it is printed somewhere.
    func gap(_ fact: Int, in steps: [Outline.Step]) -> Gap? {
      for step in steps {
        let gap: Gap? =
          switch step {
          case .fact: nil
          case .branch(let condition, let then, let otherwise): self.gap(fact, among: taken(condition, then, otherwise))
          case .selection(let place, let ways, let wayOfCase): self.gap(fact, among: taken(place, ways, wayOfCase))
          case .loop(let way, let list, let isNonEmpty):
            if !isNonEmpty, assumptions.isPresent(list) != true, facts(way.steps).contains(fact) {
              .rows(way.origin, list: list.path)
            } else {
              self.gap(fact, in: way.steps)
            }
          case .marked(_, let inner, _): self.gap(fact, in: inner)
          // A text that is printed, but with nothing in it.
          case .lawText(fact, let inner): self.gap(proof.outline.ink, in: inner)
          case .lawText(_, let inner): self.gap(fact, in: inner)
          }
        if let gap { return gap }
      }
      return nil
    }

    private func gap(_ fact: Int, among ways: [Outline.Way]) -> Gap? {
      let has = ways.map { facts($0.steps).contains(fact) }
      if has.contains(true), let lacking = has.firstIndex(of: false) {
        return gap(fact, in: ways[lacking].steps) ?? .way(ways[lacking].origin)
      }
      return ways.lazy.compactMap { gap(fact, in: $0.steps) }.first
    }
  }
}

extension Requirement {
  /// What must be inside the marked element, for a help line.
  fileprivate var demand: String { evidence.map(\.demand).joined(separator: " and ") }
}

extension Requirement.Condition {
  /// `klage.kanal is digital and klagevejledningen is forkert`.
  fileprivate var words: String { all.map { "\($0.field) is \($0.value)" }.joined(separator: " and ") }
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
