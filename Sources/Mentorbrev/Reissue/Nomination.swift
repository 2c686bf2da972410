import Casework
import Diagnostics
import Register

/// Finds the documents of a case that do not say any longer what the case says, and why.
struct Nomination {
  let history: CaseHistory
  let bundles: StoredBundles
  /// Decides where this version cannot read the templates of then.
  let today: Letterbook

  /// A document that differs and is left as it is.
  struct Waiting {
    enum Reason {
      /// The citizen's mentor has left, and no other is found.
      case mentor
      /// The contract is with another employer than the mentor's.
      case employer
    }

    var standing: CaseHistory.Standing
    var why: Reason
  }

  /// What was found.
  struct Result {
    var affected: [(standing: CaseHistory.Standing, reasons: [String])] = []
    var differences: [CaseDifference] = []
    /// The fields that somebody reads otherwise in a letter that the citizen has, each by itself.
    var read: Set<String> = []
    /// What differs and is not made again now, and why.
    private(set) var waiting: [Waiting] = []

    /// Takes another result in; a document that is in both has the reasons of both.
    mutating func join(_ other: Result) {
      for (standing, reasons) in other.affected {
        if let index = affected.firstIndex(where: { $0.standing.document.name == standing.document.name }) {
          affected[index].reasons += reasons
        } else {
          affected.append((standing, reasons))
        }
      }
      differences += other.differences
    }

    /// Leaves the contract and its papers out while the citizen's mentor has left and no other is found: they name a mentor,
    /// and are found again when there is one.
    mutating func leaveMentorless(_ said: CaseRecord) {
      guard said[ReissueFields.mentorName] == nil, said["mentorstoette.mentorOplyses"] != nil else { return }
      leave(.mentor) { $0.kind.isContract || $0.kind.isContractPaper }
    }

    /// Leaves out contracts with others than the employer of the mentor: no supplement makes one party of another.
    mutating func leaveOtherParties(_ said: CaseRecord) {
      guard said[ReissueFields.mentorName] != nil else { return }
      leave(.employer) { standing in
        (standing.kind.isContract || standing.kind.isContractPaper) && !standing.state.hasEmployer(of: said)
      }
    }

    private mutating func leave(_ why: Waiting.Reason, _ isLeft: (CaseHistory.Standing) -> Bool) {
      waiting += affected.filter { isLeft($0.standing) }.map { Waiting(standing: $0.standing, why: why) }
      affected.removeAll { isLeft($0.standing) }
    }
  }

  /// Compares the documents that hold with a new state of the case.
  ///
  /// - Parameter limits: which documents and reasons are looked at.
  func run(_ new: CaseRecord, _ limits: ReissueLimits) throws(DiagnosticsError) -> Result {
    var result = Result()
    for group in groups(limits) {
      let differences = limits.allowed(new.differences(from: group[0].state))
      try take(differences, of: new, from: group, into: &result)
    }
    return result
  }

  /// What differs and the order does not name, where it names nothing that differs.
  func leftOut(_ new: CaseRecord, _ limits: ReissueLimits) -> [String] {
    guard !limits.reasons.isEmpty else { return [] }
    var left: [String] = []
    for group in groups(limits) {
      let differences = new.differences(from: group[0].state)
      if !limits.allowed(differences).isEmpty { return [] }
      for difference in differences where !left.contains(difference.reason) { left.append(difference.reason) }
    }
    return left
  }

  /// Takes the documents of a group that come out differently into a result.
  func take(
    _ differences: [CaseDifference], of new: CaseRecord, from group: [CaseHistory.Standing], into result: inout Result
  ) throws(DiagnosticsError) {
    if differences.isEmpty { return }
    var reasons: [String] = []
    for difference in differences where !reasons.contains(difference.reason) { reasons.append(difference.reason) }
    let found = try reasonsByName(group, new, reasons, &result.read)
    for standing in group {
      guard let why = found[standing.document.name] else { continue }
      result.affected.append((standing, why))
    }
    let told = Set(found.values.flatMap(\.self))
    for difference in differences where told.contains(difference.reason) {
      if !result.differences.contains(difference) { result.differences.append(difference) }
    }
  }

  /// Documents that were made together and know the same.
  func groups(_ limits: ReissueLimits) -> [[CaseHistory.Standing]] {
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
  ///
  /// - Parameter read: takes the fields that somebody reads otherwise.
  private func reasonsByName(
    _ group: [CaseHistory.Standing], _ new: CaseRecord, _ reasons: [String], _ read: inout Set<String>
  ) throws(DiagnosticsError) -> [String: [String]] {
    let old = group[0].state.framed(by: history.texts[group[0].issue])
    let all = try differing(group, old, old.with(reasons, of: new))
    var found: [String: [String]] = [:]
    if all.isEmpty { return found }
    for reason in reasons {
      let alone = reasons.count == 1 ? all : try differing(group, old, old.with([reason], of: new))
      for name in alone.map(\.name) where all.contains(where: { $0.name == name }) {
        found[name, default: []].append(reason)
      }
      if alone.contains(where: \.isRead) { read.formUnion(try readParts(of: reason, group, old, new)) }
    }
    for name in all.map(\.name) where found[name] == nil { found[name] = reasons }
    return found
  }

  /// The fields below a reason that the citizen reads otherwise; all that differ, when only several together are read.
  private func readParts(
    of reason: String, _ group: [CaseHistory.Standing], _ old: CaseRecord, _ new: CaseRecord
  ) throws(DiagnosticsError) -> [String] {
    let parts = CaseLabels.parts(of: reason).filter { old[$0] != new[$0] }
    guard parts.count > 1 else { return parts }
    var read: [String] = []
    for part in parts where try differing(group, old, old.with([part], of: new)).contains(where: \.isRead) {
      read.append(part)
    }
    return read.isEmpty ? parts : read
  }

  /// The documents of a group that come out differently of another case, and whether the citizen reads it.
  private func differing(
    _ group: [CaseHistory.Standing], _ old: CaseRecord, _ new: CaseRecord
  ) throws(DiagnosticsError) -> [(name: String, isRead: Bool)] {
    let kinds = DocumentKind.allCases.filter { kind in group.contains { $0.kind == kind } }
    let then = try? bundles.bundle(ofRun: history.issues[group[0].issue].run).letterbook
    let compared: [DocumentComparison]
    do throws(DiagnosticsError) {
      compared = try (then ?? today).compare(old, new, kinds: kinds)
    } catch {
      compared = try today.compare(old, new, kinds: kinds)
    }
    return compared.filter(\.differs).map { ($0.name, $0.readsDifferently && $0.kind.isCitizens) }
  }
}

extension CaseRecord {
  /// Whether the mentor has the employer of another state, by number where both have one: a company may change its name.
  fileprivate func hasEmployer(of other: CaseRecord) -> Bool {
    let (number, name) = ("mentor.arbejdsgiver.cvr", "mentor.arbejdsgiver.navn")
    let path = self[number] != nil && other[number] != nil ? number : name
    return self[path] == other[path]
  }

  /// This state with some reasons' values of another.
  func with(_ reasons: [String], of other: CaseRecord) -> CaseRecord {
    var state = self
    for reason in reasons { state[reason] = other[reason] }
    return state
  }
}
