import Casework
import Diagnostics
import Fields
import Register

/// A case number that was used for one citizen and now comes with another.
enum OtherCitizen {
  /// Where a case says who its citizen is.
  static let path = "borger.cpr"

  /// Whether two cases name different citizens; a paper without a citizen names none.
  static func isFound(in now: CaseRecord, after before: CaseRecord) -> Bool {
    guard let now = citizen(of: now), let before = citizen(of: before) else { return false }
    return now != before
  }

  /// Who the citizen of a case is, however the number is written.
  static func citizen(of text: CaseRecord) -> String? {
    text.text(path).flatMap(CivilRegistrationNumber.init)?.digits
  }

  /// What is said of it; never the numbers.
  static let message = "\(CaseLabels.name(of: path)) er et andet, end da sagen blev udstedt."
}

/// The citizens of the cases that a batch issues something of, as far as they are known: a case number belongs to one.
struct KnownCitizens {
  private var citizens: [String: Set<String>] = [:]
  /// What this batch issues itself, looked at only when a number comes again.
  private var added: [String: [CaseData]] = [:]

  /// Takes what was issued of a case. What has reached nobody is not given: its number is free again.
  mutating func take(_ issue: RecordedIssue) {
    if let citizen = Self.citizen(of: issue.data) { citizens[issue.caseNumber, default: []].insert(citizen) }
  }

  /// Takes a case that is issued now.
  mutating func take(_ data: CaseData, of caseNumber: String) { added[caseNumber, default: []].append(data) }

  /// Whether something of a case was issued for another citizen.
  func isOther(_ data: CaseData, of caseNumber: String) -> Bool {
    let recorded = citizens[caseNumber] ?? []
    let added = added[caseNumber] ?? []
    guard !recorded.isEmpty || !added.isEmpty, let citizen = Self.citizen(of: data) else { return false }
    return !recorded.union(added.compactMap(Self.citizen)).subtracting([citizen]).isEmpty
  }

  private static func citizen(of data: CaseData) -> String? {
    UnreadCase(form: data.form, bytes: data.bytes)?.tree().flatMap(OtherCitizen.citizen)
  }
}
