import Diagnostics
import Fields
import XMLTree

extension LawChecker {
  /// Checks that rules and requirements hold on days for which kinds of document are verified, and without a hole.
  ///
  /// A year that is mistyped takes a right out of every letter, and nothing else would show it.
  mutating func checkHolding() {
    guard let last = lastVerifiedDay(of: lawbook.kindsByName.values) else { return }
    for rule in lawbook.rules where rule.from > last.adding(days: 1) {
      diagnostics.append(
        .lawbook(
          "never-in-force", "the rule '\(rule.id)' begins on \(rule.from), and no kind is verified after \(last)",
          at: rule.place, width: 6, help: "see whether 'fra' has the right year"))
    }
    for kind in lawbook.kindsByName.values.sorted(by: { $0.name < $1.name }) { checkRequirements(of: kind) }
  }

  private func lastVerifiedDay(of kinds: some Collection<Kind>) -> CalendarDate? {
    kinds.flatMap(\.spans).compactMap(\.days?.upperBound).max()
  }

  /// Sets are shared by kinds: what is wrong with a requirement in one is said once, with the first kind.
  private mutating func checkRequirements(of kind: Kind) {
    guard let last = lastVerifiedDay(of: [kind]) else { return }
    var byID: [String: [DatedRequirement]] = [:]
    for requirement in kind.requirements ?? [] {
      byID[requirement.id, default: []].append(requirement)
      if requirement.days.lowerBound > last.adding(days: 1) {
        report(
          "never-in-force",
          "the requirement '\(requirement.id)' begins on \(requirement.days.lowerBound), and '\(kind.name)' is not "
            + "verified after \(last)", requirement, help: "see whether 'fra' has the right year")
      }
    }
    for editions in byID.values.sorted(by: { $0[0].id < $1[0].id }) where editions.count > 1 {
      let sorted = editions.sorted { $0.days.lowerBound < $1.days.lowerBound }
      for (earlier, later) in zip(sorted, sorted.dropFirst()) {
        let (first, end) = (earlier.days.upperBound, later.days.lowerBound)
        // Some hold at the same time, each for an output of its own.
        guard first < end, first.adding(days: 1) < end else { continue }
        let missing = first.adding(days: 1)...end.adding(days: -1)
        report(
          "gap", "nothing demands '\(later.id)' for \(missing.words), between two editions of the requirement", later,
          help: "let it begin the day after the one before ends",
          notes: [.init("the edition before it is here", at: earlier.place.location)])
      }
    }
  }

  private mutating func report(
    _ id: String, _ message: String, _ requirement: DatedRequirement, help: String, notes: [Diagnostic.Note] = []
  ) {
    guard reported.insert("\(id) \(requirement.id) \(requirement.place.location)").inserted else { return }
    diagnostics.append(.lawbook(id, message, at: requirement.place, width: 5, help: help, notes: notes))
  }
}
