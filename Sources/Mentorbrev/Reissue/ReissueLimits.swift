import Casework
import Register

/// What a re-issue is limited to, sorted by what the words name.
struct ReissueLimits: Sendable {
  private(set) var kinds: Set<DocumentKind> = []
  private(set) var reasons: Set<String> = []
  private(set) var cases: Set<String> = []

  /// Those of whom everything is told together. A correction tells of each slip for itself.
  let people: [ReissueFields.Person]

  init(_ order: ReissueOrder) {
    people = order.form == .correction ? [] : ReissueFields.people
    for word in order.only {
      if let kind = DocumentKind(rawValue: word) {
        kinds.insert(kind)
      } else if CaseLabels.label(of: word) != nil {
        reasons.insert(word)
      } else if word.contains(":") || !word.contains(where: \.isNumber) && !word.contains(".") {
        reasons.insert(word)
      } else {
        cases.insert(word)
      }
    }
  }

  /// The words that name nothing: no kind, no field of a case, no entry or template, and no case that is known.
  ///
  /// - Parameter isIssued: whether something of a case has been issued.
  func unknown(isIssued: (String) throws(RegisterError) -> Bool) throws(RegisterError) -> [String] {
    var unknown = reasons.filter { reason in
      !reason.contains(":") && CaseLabels.label(of: reason) == nil && !CaseLabels.hasKey(reason)
    }.sorted()
    for number in cases.sorted() where try !isIssued(number) { unknown.append(number) }
    return unknown
  }

  func allow(case number: String?) -> Bool { cases.isEmpty || number.map(cases.contains) == true }

  func allow(_ kind: DocumentKind) -> Bool { kinds.isEmpty || kinds.contains(kind) }

  /// Whether a reason is named: by its whole path, by its last key, by the group that it stands in, or by a field within it.
  func allow(reason path: String) -> Bool {
    reasons.isEmpty
      || path.split(separator: ".").last.map { reasons.contains(String($0)) } == true
      || reasons.contains { $0 == path || path.hasPrefix($0 + ".") || $0.hasPrefix(path + ".") }
  }

  /// The differences that are named, and with one of a person all of the person's.
  func allowed(_ differences: [CaseDifference]) -> [CaseDifference] {
    let named = differences.filter { allow(reason: $0.reason) }
    let people = people.filter { person in named.contains { person.holds($0.reason) } }
    return differences.filter { difference in
      named.contains(difference) || people.contains { $0.holds(difference.reason) }
    }
  }
}
