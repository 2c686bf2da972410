import Casework
import Diagnostics
import Register

/// Finds the documents of a case that do not say any longer what the case says, and why.
struct Nomination {
  let history: CaseHistory
  let bundles: StoredBundles
  /// Decides where this version cannot read the templates of then.
  let today: Letterbook

  /// What was found.
  struct Result {
    var affected: [(standing: CaseHistory.Standing, reasons: [String])] = []
    var differences: [CaseDifference] = []
  }

  /// Compares the documents that hold with a new state of the case.
  ///
  /// - Parameter limits: which documents and reasons are looked at.
  func run(_ new: CaseRecord, _ limits: ReissueLimits) throws(DiagnosticsError) -> Result {
    var result = Result()
    for group in groups(limits) {
      let old = group[0].state
      let differences = new.differences(from: old).filter { limits.allow(reason: $0.reason) }
      if differences.isEmpty { continue }
      var reasons: [String] = []
      for difference in differences where !reasons.contains(difference.reason) { reasons.append(difference.reason) }
      let found = try reasonsByName(group, old, new, reasons)
      for standing in group {
        guard let why = found[standing.document.name] else { continue }
        result.affected.append((standing, why))
      }
      let told = Set(found.values.flatMap(\.self))
      for difference in differences where told.contains(difference.reason) {
        if !result.differences.contains(difference) { result.differences.append(difference) }
      }
    }
    return result
  }

  /// Documents that were made together and know the same.
  private func groups(_ limits: ReissueLimits) -> [[CaseHistory.Standing]] {
    var groups: [[CaseHistory.Standing]] = []
    for standing in history.standing where limits.allow(standing.kind) {
      if let index = groups.firstIndex(where: { $0[0].issue == standing.issue && $0[0].state == standing.state }) {
        groups[index].append(standing)
      } else {
        groups.append([standing])
      }
    }
    return groups
  }

  /// The affected documents of a group, each with the reasons that alone would change it; with all of them, when only
  /// several together do.
  private func reasonsByName(
    _ group: [CaseHistory.Standing], _ old: CaseRecord, _ new: CaseRecord, _ reasons: [String]
  ) throws(DiagnosticsError) -> [String: [String]] {
    let letter = history.texts[group[0].issue]
    let kinds = DocumentKind.allCases.filter { kind in group.contains { $0.kind == kind } }
    let run = history.issues[group[0].issue].run
    let then = try? bundles.bundle(ofRun: run).letterbook
    func differing(_ state: CaseRecord) throws(DiagnosticsError) -> Set<String> {
      let (old, new) = (old.framed(by: letter), state.framed(by: letter))
      let compared: [DocumentComparison]
      do throws(DiagnosticsError) {
        compared = try (then ?? today).compare(old, new, kinds: kinds)
      } catch {
        compared = try today.compare(old, new, kinds: kinds)
      }
      return Set(compared.filter(\.differs).map(\.name))
    }
    let affected = try differing(old.with(reasons, of: new))
    var found: [String: [String]] = [:]
    if affected.isEmpty { return found }
    guard reasons.count > 1 else { return Dictionary(uniqueKeysWithValues: affected.map { ($0, reasons) }) }
    for reason in reasons {
      for name in try differing(old.with([reason], of: new)) where affected.contains(name) {
        found[name, default: []].append(reason)
      }
    }
    for name in affected where found[name] == nil { found[name] = reasons }
    return found
  }
}

extension CaseRecord {
  /// This state with some reasons' values of another.
  func with(_ reasons: [String], of other: CaseRecord) -> CaseRecord {
    var state = self
    for reason in reasons { state[reason] = other[reason] }
    return state
  }
}
